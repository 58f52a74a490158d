"""A topic of a forum: posts of several readers under one title, none of them an article."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from nkdocs.layout.block import Block, Layout, Step
from nkdocs.records import Result
from nkdocs.rules.pages.comment_places import NEAREST
from nkdocs.rules.pages.comment_units import Unit, units_by_author, units_by_id, units_by_name
from nkdocs.rules.pages.comments import PageThread, thread_of
from nkdocs.rules.pages.described import items_of, section_described
from nkdocs.rules.pages.titles import page_headline
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.threads import losses

__all__ = ["forum_topic"]

# p123   post123   post_123   post-123   js-post-123   pid_123   msg_123   post_content123   post_message_123
_POST_ID: Final = re.compile(r"(?:p|(?:js-)?post|pid|msg|post_content|post_message|td_post)[-_]?(?P<number>\d+)")
_POSTS: Final = frozenset(
    {"post", "postbit", "postbitlegacy", "postcontainer", "post_wrapper", "message--post", "crawler-post", "forum-post"}
)
# The table of phpBB 2 names the parts of a post and not the post.
_PARTS: Final = frozenset({"name", "postdetails", "postbody"})
# Posts of weblogs have the same ids.
_WEBLOG: Final = frozenset({"hentry", "type-post", "entry", "article", "page"})
_SYSTEMS: Final = re.compile(
    r"phpbb|vbulletin|xenforo|discourse|mybb|simple machines|\bsmf\b|invision|fluxbb|punbb|woltlab", re.IGNORECASE
)
_KINDS: Final = frozenset({"DiscussionForumPosting", "QAPage"})
_FEWEST: Final = 2


def forum_topic(sheet: Sheet) -> Result | None:
    """The page as a thread, if it is a topic of a forum: each post is a comment, the title the headline.

    >>> import nkdocs
    >>> post = "<div class=post id=p{}><p class=author>by <a class=username>{}</a></p><div class=content>{}</div></div>"
    >>> posts = post.format(1, "Bora", "Who has rice?") + post.format(2, "Han", "I have.")
    >>> page = "<body id=phpbb><h2>Rice</h2>" + posts
    >>> parsed = nkdocs.parse(page, media_type="text/html")
    >>> parsed.kind, [(one.author, one.text) for one in parsed.article.comments]
    ('thread', [('Bora', 'Who has rice?'), ('Han', 'I have.')])
    """
    thread = _posts(sheet.layout, sheet.blocks)
    if thread is None:
        return None
    headline, title = page_headline(sheet.layout)
    sheet.headline = headline
    sheet.published = thread.comments[0].posted
    sheet.section = section_described(sheet.layout.meta)
    sheet.comments = tuple(thread.comments)
    sheet.labels.extend(thread.labels)
    sheet.notes.extend(losses(thread.comments))
    sheet.blocks = [block for block in sheet.blocks if id(block) not in thread.blocks and block is not title]
    sheet.drop(lambda _: True, "boilerplate", "around_posts")
    return Result(drafts=[sheet.draft()], kind="thread")


def _posts(layout: Layout, blocks: Sequence[Block]) -> PageThread | None:
    """The posts of a topic; None if the page shows no sign of being one."""
    steps = {step for block in blocks for step in block.element.steps[-NEAREST:]}
    told = _is_told(layout, steps)
    for units in _units(blocks, steps, told=told):
        thread = thread_of(layout, units, doubting=True)
        said = [one for one in thread.comments if one.author and one.text]
        if told and said:
            return thread
        if len([one for one in said if one.posted]) >= max(_FEWEST, len(thread.comments) - 1):
            return thread
    return None


def _units(blocks: Sequence[Block], steps: set[Step], *, told: bool) -> list[list[Unit]]:
    """The posts by their ids, by their classes, or by their parts."""
    found: list[list[Unit]] = []
    if any(_numbers(step) for step in steps):
        found.append(units_by_id([b for b in blocks if any(map(_numbers, b.element.steps[-NEAREST:]))], _post_id))
    if any(map(_called_post, steps)):
        found.append(
            units_by_name([b for b in blocks if any(map(_called_post, b.element.steps[-NEAREST:]))], _called_post)
        )
    if told and any("postbody" in step.classes for step in steps):
        found.append(units_by_author([b for b in blocks if not _PARTS.isdisjoint(b.classes)]))
    return found


def _is_told(layout: Layout, steps: set[Step]) -> bool:
    """Whether the page names the system of a forum, or says that it is a topic."""
    if _SYSTEMS.search(layout.meta.names.get("generator", "")):
        return True
    described = (*layout.meta.jsonld, *layout.meta.microdata)
    if any(kind in _KINDS for item in described for kind in items_of(item.get("@type"))):
        return True
    return any(_is_system(name) for step in steps for names in (step.ids, step.classes) for name in names)


@lru_cache(4096)
def _is_system(name: str) -> bool:
    return _SYSTEMS.search(name) is not None


def _numbers(step: Step) -> bool:
    return bool(step.ids) and _WEBLOG.isdisjoint(step.classes) and any(map(_post_id, step.ids))


@lru_cache(4096)
def _post_id(name: str) -> tuple[str, str | None] | None:
    match = _POST_ID.fullmatch(name)
    return (match["number"], None) if match else None


def _called_post(step: Step) -> str | None:
    """The name that makes an element a post of a forum."""
    if not _WEBLOG.isdisjoint(step.classes):
        return None
    return next((name for name in sorted(step.classes) if name in _POSTS), None)
