"""What pages call comments and their parts, in classes, ids and microdata."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from nkdocs.layout.block import Step

__all__ = [
    "ITEM_KINDS",
    "declared_depth",
    "is_form",
    "is_pingback",
    "item_called",
    "own_id",
    "part_called",
    "telling_names",
]

# comment-17   li-comment-17   dsq-comment-17   kommentar_17   wc-comm-17_0   c4265235981837780782   bb_message_17
_OWN_ID: Final = re.compile(
    r"(?:(?:(?:li|div|wc|wpd|dsq|view|js|single|article|anchor|thread)[-_])*(?:comments?|comm|kommentar|bb_message|post-message|msg|reply|review)[-_]?|c|.*Comment_)"
    r"(?P<number>\d+|[0-9a-f]{24,36})(?:_(?P<up>\d+))?",
    re.IGNORECASE,
)
_HOLDER: Final = re.compile(
    r"comments?|kommentare?|disqus_thread|dsq-comments|commentlist|comment-?list|comments-?(?:area|section|wrapper|container"
    r"|content|holder|main|wrap|box|block|list)|comment_entries|commentlinks|sect_commentlinks|community|commententry"
    r"|comment-?(?:thread|item|section|area|container|wrapper)|recipe-comments|comment-story|mtncomment|wc-comment"
    r"|commentarea|leserpost|allcomments|td-comments-title-wrap",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(
    r"(?:[a-z0-9]+-){0,2}(?:comment|kommentar|review|mtncomment)(?:-?(?:item|entry|story|single|post|body|box|block))?"
    r"|commententry|leserpost",
)
ITEM_KINDS: Final = frozenset({"Comment", "UserComments"})
_FORM: Final = re.compile(
    r"(?:^|[-_])(?:respond|commentform|comment-?form$|reply-title|comment-?reply-?(?:form|title)|addcomment|new-comment"
    r"|comment-edit|comment-?editor|comment-?notes|login-?(?:form|modal|prompt))",
    re.IGNORECASE,
)
# Lists beside an article of what was said elsewhere.
_ELSEWHERE: Final = re.compile(
    r".*(?:recent|latest|most|top|neueste|letzte)[-_]?comment.*|.*widget[-_]?comments.*", re.IGNORECASE
)
_PINGBACK: Final = frozenset({"pingback", "trackback", "pings"})
_AUTHOR: Final = re.compile(
    r"(?:[a-z0-9]+-){0,3}(?:author(?:-?(?:name|link|info|title))?|commenter|user-?name|nick-?name|comment-?(?:user|name|by))"
    r"|fn|user|benutzer|autor|nick|poster|name"
)
_META: Final = re.compile(
    r"(?:.*-)?(?:comment-?meta(?:data)?|meta|date|time|datum|zeit|timestamp|datetime|posted|comment-?info|permalink|avatar"
    r"|moderation|badges?|user-?label|user-?ranks?|user-?level|user-?title|post-?date|post-?head|post-?details|keyinfo"
    r"|message-attribution)(?:-.*)?"
)
_CONTROL: Final = re.compile(
    r"(?:.*-)?(?:reply|replies|vote|votes|voting|like|likes|rating|actions?|share|tools?|toolbar|buttons?|btn|links?|controls?"
    r"|footer|report|flag|counter|edit|header-?actions|quote-?link|signature|sig|post-?profile|profile|user-?info|user-?details"
    r"|message-user|message-cell--user)(?:-.*)?"
)
_BODY: Final = re.compile(
    r"(?:[a-z0-9]+-){0,3}(?:comment|kommentar|review|rev|message|msg|cmt|reply|post)s?-?(?:text|content|body|message|copy|inhalt|txt)"
    r"|content|text|message|body|commenttext|reviewbody|dsq-comment-message(?:-\d+)?"
)
_LEVEL: Final = re.compile(r"(?:.*[-_])?(?:depth|level)[-_]?(?P<depth>\d{1,3})", re.IGNORECASE)
_LONGEST: Final = 80


def telling_names(names: Collection[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Those of the names that say an element holds comments, or is one; those that say it only lists some of elsewhere.

    >>> [sorted(names) for names in telling_names({"comments", "menu", "widget_recent_comments"})]
    [['comments'], ['widget_recent_comments']]
    """
    elsewhere = frozenset(filter(_is_elsewhere, names))
    return frozenset(filter(_holds, names)) - elsewhere, elsewhere


def own_id(name: str) -> tuple[str, str | None] | None:
    """The number of the comment that has this id, and that of the one it answers, if the id says so.

    >>> own_id("li-comment-17"), own_id("wpd-comm-5_3"), own_id("comments")
    (('17', None), ('5', '3'), None)
    """
    return _numbered(name)


def item_called(step: Step) -> str | None:
    """The name that makes an element one comment of several.

    >>> item_called(Step(3, frozenset({"comment", "even"})))
    'comment'
    """
    if not ITEM_KINDS.isdisjoint(step.props):
        return "Comment"
    return next((name for name in sorted(step.classes) if _is_item(name)), None)


def is_form(names: Iterable[str]) -> bool:
    """Whether an element with one of these names is where readers write."""
    return any(map(_writes, names))


def is_pingback(names: Iterable[str]) -> bool:
    """Whether a comment with these classes is another page's link to this one."""
    return not _PINGBACK.isdisjoint(names)


def part_called(step: Step) -> str:
    """Which part of a comment an element is: author, meta, control, body, or ``""``.

    >>> part_called(Step(4, frozenset({"comment-author", "vcard"}))), part_called(Step(5, frozenset({"comment_text"})))
    ('author', 'body')
    """
    return _part_of(step.classes, step.props)


@lru_cache(4096)
def _part_of(classes: frozenset[str], props: frozenset[str]) -> str:
    parts = {_part(name) for names in (classes, props) for name in names}
    return next((part for part in ("author", "body", "control", "meta") if part in parts), "")


def declared_depth(classes: Iterable[str]) -> int | None:
    """How deep a comment says it is, 1 being the outermost.

    >>> declared_depth({"comment", "depth-2"})
    2
    """
    found = (_LEVEL.fullmatch(name) for name in classes if len(name) <= _LONGEST)
    return next((int(match["depth"]) for match in found if match), None)


# Names come again and again, on each block of a page and on each page of a site.
@lru_cache(4096)
def _holds(name: str) -> bool:
    return len(name) <= _LONGEST and (_HOLDER.fullmatch(name) is not None or _numbered(name) is not None)


@lru_cache(4096)
def _is_elsewhere(name: str) -> bool:
    return len(name) <= _LONGEST and _ELSEWHERE.fullmatch(name) is not None


@lru_cache(4096)
def _numbered(name: str) -> tuple[str, str | None] | None:
    match = _OWN_ID.fullmatch(name) if len(name) <= _LONGEST else None
    return (match["number"], match["up"]) if match else None


@lru_cache(4096)
def _is_item(name: str) -> bool:
    return len(name) <= _LONGEST and _ITEM.fullmatch(_plain(name)) is not None


@lru_cache(4096)
def _writes(name: str) -> bool:
    return len(name) <= _LONGEST and _FORM.search(name) is not None


@lru_cache(4096)
def _part(name: str) -> str:
    plain = _plain(name)
    if len(name) > _LONGEST:
        return ""
    for part, names in (("author", _AUTHOR), ("body", _BODY), ("control", _CONTROL), ("meta", _META)):
        if names.fullmatch(plain):
            return part
    return ""


def _plain(name: str) -> str:
    return name.casefold().replace("__", "-").replace("_", "-")
