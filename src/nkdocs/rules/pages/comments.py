"""Comment threads as platforms write them into pages: WordPress, Disqus, Blogger, schema.org and their like.

A comment is an element with an id of its own (``comment-17``, ``dsq-comment-17``, ``c4265…``) inside one that is
called comments; a reply stands inside the element of the comment it answers. Where comments have no ids they are the
children of the element that holds them all.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from typing import Final

from nkdocs.layout.block import Block, Layout, Mark
from nkdocs.records import Comment, Label, Span, When
from nkdocs.text.dates import read_when

__all__ = ["PageThread", "page_thread"]

# comment-17   li-comment-17   dsq-comment-17   kommentar_17   wc-comm-17_0   c4265235981837780782   bb_message_17
_OWN_ID: Final = re.compile(
    r"(?:(?:^|[-_])(?:dsq-)?(?:comments?|comm|kommentar|bb_message|post-message|msg|reply|review)[-_]?|^c|.*Comment_)"
    r"(?P<number>\d+|[0-9a-f]{24,36})(?:_0)?",
    re.IGNORECASE,
)
_HOLDER: Final = re.compile(
    r"comments?|kommentare?|disqus_thread|dsq-comments|commentlist|comment-?list|comments-?(?:area|section|wrapper|container"
    r"|content|holder|main|wrap|box)|comment_entries|commentlinks|sect_commentlinks|community|commententry|comment-?thread"
    r"|comment-?item|recipe-comments|comment-story|mtncomment|wc-comment|commentarea|leserpost|allcomments",
    re.IGNORECASE,
)
_ITEM: Final = frozenset(
    {"comment", "commententry", "comment-item", "mtncomment", "wc-comment", "comment-story", "review", "comment-body"}
)
_FORM: Final = re.compile(
    r"(?:^|[-_])(?:respond|commentform|comment-?form$|reply-title|comment-?reply-?(?:form|title)|addcomment|new-comment"
    r"|comment-edit)",
    re.IGNORECASE,
)
_PINGBACK: Final = frozenset({"pingback", "trackback", "pings"})
_AUTHOR: Final = re.compile(
    r"^(?:fn|comment-?author(?:-?name|-?link|-?info)?|commenter|comment-?user(?:name)?|user-?name|username|nickname"
    r"|wc-comment-author"
    r"|comment-?name|autor|author|user|dsq-comment-author|comment__author|comment-by)$",
    re.IGNORECASE,
)
# What the old WordPress plugin of Disqus wrote: the name in an element with an id of its own, the message in another,
# and nothing else. A name is there as it is, and a message may be a word that elsewhere is a button.
_DISQUS_AUTHOR: Final = re.compile(r"dsq-(?:author-user|cite)-\d+")
_DISQUS_HEADER: Final = "dsq-comment-header"
_DISQUS_MESSAGE: Final = "dsq-comment-message"
_META: Final = re.compile(
    r"comment-?meta(?:data)?|comment-?date|comment-?time|comment-?info|comment__date|timestamp|datetime|posted|wc-comment-date",
    re.IGNORECASE,
)
_CONTROL: Final = re.compile(
    r"(?:reply|antworten|répondre|responder|rispondi|svara|permalink|link|edit|melden|report|like|share|flag|quote|zitieren"
    r"|delete|gefällt mir|loading\.*|lädt…|hide replies|show replies|reply to .{1,60}|log in to reply|\d{1,5}|[|·•#-]+"
    r"|답글(?:쓰기)?|신고|返信|通報|回复|举报|▲|▼|\+|-)(?:\s*[|·•↓]?\s*\d*)?[ ↓]*",
    re.IGNORECASE,
)
_HEAD_ELEMENT: Final = re.compile(r"/(?:footer|header)\[\d+\]\Z")
_SAYS: Final = re.compile(
    r"[\s|,:]*(?:says|said|wrote|writes|sagt|schreibt|meint|dit|a dit|dice|ha scritto|님의? 말:?|さん|on|am|at|um)?"
    r"\s*[:：|,]?\s*$",
    re.IGNORECASE,
)
_AUTHOR_MOST: Final = 80
_POSTED_MOST: Final = 100
_ON: Final = re.compile(r"\b(?:um|at|à|alle|a las|@|klockan)\b|Uhr|,(?= )", re.IGNORECASE)


_Times = Sequence[tuple[int, int, str]]


class PageThread:
    """What was found: comments in order, labels for their blocks, and the identities of the blocks they took."""

    __slots__ = ("blocks", "comments", "labels")

    def __init__(self) -> None:
        self.comments: list[Comment] = []
        self.labels: list[Label] = []
        self.blocks: set[int] = set()


class _Unit:
    """One comment's own blocks."""

    __slots__ = ("blocks", "depth", "key", "number", "parent", "pingback")

    def __init__(self, key: str, parent: "_Unit | None") -> None:
        self.key = key
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1
        self.blocks: list[Block] = []
        self.number: int = 0
        self.pingback = False


def page_thread(layout: Layout, blocks: Sequence[Block], zone: tzinfo | None = None) -> PageThread:
    """The comments among the blocks of a page.

    >>> import nkdocs
    >>> page = '<ol class=commentlist><li id=comment-1><cite class=fn>Bora</cite> says:<p>So it is.</ol>'
    >>> layout = nkdocs.lay_out(page, media_type="text/html")
    >>> [(one.author, one.text) for one in page_thread(layout, layout.blocks).comments]
    [('Bora', 'So it is.')]
    """
    thread = PageThread()
    held = [block for block in blocks if _is_held(block)]
    units = _by_id(held) or _by_place(held)
    times = sorted((span.start, span.end, value) for span, value in layout.meta.times if span is not None)
    for unit in units:
        _close(thread, unit, times, zone)
    if thread.comments:
        for block in held:
            if id(block) not in thread.blocks:
                thread.blocks.add(id(block))
                thread.labels.append(Label(role="boilerplate", span=block.span, rule="around_comments"))
    else:
        thread.blocks.clear()
        thread.labels.clear()
    return thread


def _is_held(block: Block) -> bool:
    names = block.classes | block.ids
    return any(map(_HOLDER.fullmatch, names)) or any(map(_OWN_ID.fullmatch, block.ids))


def _is_form(block: Block) -> bool:
    return any(_FORM.search(name) for name in block.classes | block.ids)


def _by_id(held: Sequence[Block]) -> list[_Unit]:
    """The comments that have ids; of several ids around a block the one met last is the innermost."""
    order: dict[str, int] = {}
    units: dict[str, _Unit] = {}
    latest: _Unit | None = None
    for block in held:
        keys = {match["number"] for name in block.ids if (match := _OWN_ID.fullmatch(name))}
        if not keys or _is_form(block):
            continue
        for key in sorted(keys):
            order.setdefault(key, len(order))
        chain = sorted(keys, key=order.__getitem__)
        unit = units.get(chain[-1])
        if unit is None:
            above = next((units[key] for key in reversed(chain[:-1]) if key in units), None)
            unit = units[chain[-1]] = _Unit(chain[-1], above)
        elif latest is not unit:
            continue  # what stands behind the replies to a comment: links to answer it
        latest = unit
        unit.blocks.append(block)
        unit.pingback = unit.pingback or not _PINGBACK.isdisjoint(block.classes)
    return list(units.values())


def _by_place(held: Sequence[Block]) -> list[_Unit]:
    """Comments without ids: the children of the element around all that is called a comment."""
    items = [block for block in held if not _ITEM.isdisjoint(map(str.casefold, block.classes)) and not _is_form(block)]
    if not items and sum(_author([block]) is not None for block in held) > 1:
        items = [block for block in held if not _is_form(block)]
    if not items:
        return []
    root = _shared([block.path or "" for block in items])
    units: dict[str, _Unit] = {}
    for block in items:
        place = (block.path or "")[len(root) :].strip("/").partition("/")[0]
        units.setdefault(place, _Unit(place, None)).blocks.append(block)
    return list(units.values())


def _shared(paths: Sequence[str]) -> str:
    """The path of the element around all of them."""
    first, last = min(paths), max(paths)
    parts: list[str] = []
    for one, other in zip(first.split("/"), last.split("/"), strict=False):
        if one != other:
            break
        parts.append(one)
    return "/".join(parts)


def _close(thread: PageThread, unit: _Unit, times: _Times, zone: tzinfo | None) -> None:
    """Turn a unit into a comment, if it has an author or a body."""
    author, author_block = _disqus_author(unit.blocks) or _author(unit.blocks) or _headed(unit.blocks, times)
    posted, posted_block = _posted(unit.blocks, times, zone)
    body = [block for block in unit.blocks if _is_disqus(block, _DISQUS_MESSAGE)]
    if not body:
        body = [block for block in unit.blocks if _may_be_body(block, author, author_block, posted_block)]
    text = "\n".join(block.text for block in body)
    if unit.pingback or not (author or text):
        return
    first, last = unit.blocks[0], unit.blocks[-1]
    missing = tuple(name for name, value in (("author", author), ("body", text)) if not value)
    unit.number = len(thread.comments) + 1
    parent = unit.parent
    while parent is not None and not parent.number:
        parent = parent.parent
    thread.comments.append(
        Comment(
            id=unit.number,
            parent=parent.number if parent is not None else None,
            depth=_depth(thread, parent),
            author=author or None,
            text=text or None,
            posted=posted,
            missing=missing,
            span=Span(first.span.start, last.span.end),
        )
    )
    _label(thread, unit, author_block, body)


def _may_be_body(block: Block, author: str, author_block: Block | None, posted_block: Block | None) -> bool:
    """Whether a block of a comment is what was said: neither its author alone, nor its time, nor a control."""
    if block is author_block and not _has_more(block, author):
        return False
    return not (block is posted_block or _is_control(block) or _is_form(block) or _is_disqus(block, _DISQUS_HEADER))


def _depth(thread: PageThread, parent: _Unit | None) -> int:
    return 0 if parent is None else thread.comments[parent.number - 1].depth + 1


def _label(thread: PageThread, unit: _Unit, author: Block | None, body: Iterable[Block]) -> None:
    """Say what the blocks of a comment are."""
    bodies = {id(block) for block in body}
    for block in unit.blocks:
        thread.blocks.add(id(block))
        other = "comment-author" if block is author else "comment-meta"
        role = "comment-body" if id(block) in bodies else other
        thread.labels.append(Label(role=role, span=block.span, rule="page_thread"))


def _disqus_author(blocks: Sequence[Block]) -> tuple[str, Block] | None:
    """The name in the head that the old Disqus plugin wrote, as it stands there."""
    for block in blocks:
        if _is_disqus(block, _DISQUS_HEADER) or any(map(_DISQUS_AUTHOR.fullmatch, block.ids)):
            return " ".join(block.text.split()), block
    return None


def _is_disqus(block: Block, part: str) -> bool:
    """Whether a block is in one of the two parts of a comment of Disqus, called so by class or by id."""
    return part in block.classes or any(name.startswith(part) for name in block.ids)


def _headed(blocks: Sequence[Block], times: _Times) -> tuple[str, Block | None]:
    """The words before the time in the first block, or alone in an element that heads a comment."""
    block = blocks[0]
    start = block.span.start
    at = bisect_left(times, (start,))
    if at < len(times) and times[at][1] <= block.span.end:
        return (name, block) if (name := _name(block.text[: times[at][0] - start])) else ("", None)
    if len(blocks) == 1 or not _HEAD_ELEMENT.search(block.path or ""):
        return "", None
    # The first link is the author's, or that of the time behind the name.
    end = len(block.text)
    if block.links:
        link = block.links[0].span
        end = (link.end if link.start == start else link.start) - start
    return (name, block) if (name := _name(block.text[:end])) else ("", None)


def _author(blocks: Sequence[Block]) -> tuple[str, Block] | None:
    """Who wrote a comment, and the block that names them."""
    for block in blocks:
        for mark in block.element.marks:
            if any(map(_AUTHOR.fullmatch, mark.classes | mark.props)) and (name := _name(_words_of(mark, block))):
                return name, block
    for block in blocks:
        named = any(map(_AUTHOR.fullmatch, block.classes)) or "/cite" in (block.path or "")
        if named and len(block.text) <= _AUTHOR_MOST and (name := _name(block.text)):
            return name, block
    return None


def _words_of(mark: Mark, block: Block) -> str:
    return block.text[mark.span.start - block.span.start : mark.span.end - block.span.start]


def _name(text: str) -> str:
    """A name without the words around it."""
    line = text.strip().partition("\n")[0]
    name = _SAYS.sub("", line).strip(" :|,-–")
    return name if len(name) <= _AUTHOR_MOST else ""


def _posted(blocks: Sequence[Block], times: _Times, zone: tzinfo | None) -> tuple[When | None, Block | None]:
    """When a comment was written, and the block that holds only that."""
    for block in blocks:
        at = bisect_left(times, (block.span.start,))
        if at < len(times) and times[at][1] <= block.span.end:
            start, end, value = times[at]
            when = read_when(value, None, zone=zone, basis="metadata")
            return when, block if end - start >= len(block.text) // 2 else None
    for block in blocks:
        if len(block.text) <= _POSTED_MOST and any(map(_META.search, block.classes)):
            when = read_when(block.text, block.span, zone=zone) or read_when(_ON.sub(" ", block.text), block.span)
            return when, block
    for mark in blocks[0].element.marks:
        words = _words_of(mark, blocks[0])
        if len(words) <= _POSTED_MOST and any(map(str.isdigit, words)):
            when = read_when(words, mark.span, zone=zone) or read_when(_ON.sub(" ", words), mark.span)
            if when is not None:
                return when, None
    return None, None


def _has_more(block: Block, author: str) -> bool:
    """Whether a block says more than who wrote."""
    return len(block.text) > 2 * len(author) + _AUTHOR_MOST


def _is_control(block: Block) -> bool:
    return len(block.text) <= _AUTHOR_MOST and all(map(_CONTROL.fullmatch, _lines(block)))


def _lines(block: Block) -> Iterator[str]:
    return (line.strip() for line in block.text.split("\n"))
