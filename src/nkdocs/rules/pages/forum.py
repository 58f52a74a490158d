"""A topic of a forum: posts of several readers under one title, none of them an article."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from nkdocs.layout.block import Block, Element, Layout, Mark, Step
from nkdocs.records import Result, Span
from nkdocs.rules.pages.comment_places import NEAREST
from nkdocs.rules.pages.comment_units import Unit, units_by_author, units_by_id, units_by_name
from nkdocs.rules.pages.comments import PageThread, thread_of
from nkdocs.rules.pages.comments_described import topic_described
from nkdocs.rules.pages.described import items_of, section_described
from nkdocs.rules.pages.titles import page_headline
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.rules.threads import losses
from nkdocs.rules.topics import ANSWER

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
# viewtopic.php?f=2&t=5   showthread.php?t=5   index.php?topic=5.0
_ADDRESS: Final = re.compile(r"/(?:viewtopic|showthread|topic)\.(?:php|html?)\b|[?&]topic=\d", re.IGNORECASE)
_KINDS: Final = frozenset({"DiscussionForumPosting", "QAPage"})
_SUBJECT: Final = re.compile(r"\bPost subject:")
_PART_DEPTH: Final = 1_000_000
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
    if any("postbody" in block.classes for block in sheet.blocks) and _is_told(sheet.layout, _steps(sheet.blocks)):
        sheet.blocks = [part for block in sheet.blocks for part in (_parted(block) if _is_cell(block) else (block,))]
    thread = _posts(sheet.layout, sheet.blocks) or _described(sheet)
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


def _described(sheet: Sheet) -> PageThread | None:
    """The posts of a topic that the page describes to machines, where nothing in its elements tells them apart."""
    told = topic_described(sheet.layout.meta)
    if not told:
        return None
    thread = PageThread()
    thread.comments.extend(told)
    lines = {line for one in told for line in (one.text or "").split("\n")}
    for block in sheet.blocks:
        if block.text in lines:
            thread.label(block, "comment-body", "described_post")
    return thread


def _steps(blocks: Iterable[Block]) -> set[Step]:
    return {step for block in blocks for step in block.element.steps[-NEAREST:]}


def _is_cell(block: Block) -> bool:
    """Whether a cell is a part of a post, or a phrase in it is."""
    return _part_named(block) is not None or any(not _PARTS.isdisjoint(step.classes) for step in block.element.steps)


def _part_named(block: Block) -> Mark | None:
    """The phrase of a cell that names a part of a post."""
    return next((mark for mark in block.element.marks if not _PARTS.isdisjoint(mark.classes)), None)


def _parted(block: Block) -> Iterator[Block]:
    """A cell as the part of a post that its phrase names; the topic behind the day is a part of its own."""
    subject = _SUBJECT.search(block.text)
    called = _called_as_named(block)
    if subject is None:
        yield called
    else:
        yield cut(called, 0, subject.start())
        yield block._replace(
            text=block.text[subject.start() :],
            element=Element(),
            span=Span(block.span.start + subject.start(), block.span.end),
        )


def _called_as_named(block: Block) -> Block:
    mark = _part_named(block)
    if mark is None:
        return block
    path, classes, ids, links, marks, props, nesting, steps = block.element.values()
    step = Step(_PART_DEPTH, mark.classes, frozenset(), mark.props)
    element = Element(
        path, classes, ids=ids, links=links, marks=marks, props=props, nesting=nesting, steps=(*steps, step)
    )
    return block._replace(element=element)


def _posts(layout: Layout, blocks: Sequence[Block]) -> PageThread | None:
    """The posts of a topic; None if the page shows no sign of being one."""
    steps = _steps(blocks)
    told = _is_told(layout, steps)
    best: tuple[int, int] = (0, 0)
    found: PageThread | None = None
    for units in _units(list(_without_topics(layout, blocks)), steps, told=told):
        thread = thread_of(layout, units, doubting=True)
        said = [one for one in thread.comments if one.author and one.text]
        dated = sum(one.posted is not None for one in said)
        sure = (told and said) or dated >= max(_FEWEST, len(thread.comments) - 1)
        if sure and (len(said), dated) > best:
            best, found = (len(said), dated), thread
    return found


def _without_topics(layout: Layout, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without the headings that are the topic again, as most systems have it over each post."""
    headline, title = page_headline(layout)
    topic = headline.text.casefold() if headline is not None else None
    for block in blocks:
        words = " ".join(ANSWER.sub("", block.text).split()).casefold()
        if block is title or block.level is None or (words != topic and not ANSWER.match(block.text)):
            yield block


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
        named = [b for b in blocks if any(not _PARTS.isdisjoint(step.classes) for step in b.element.steps)]
        found.append(units_by_author(named))
    return found


def _is_told(layout: Layout, steps: set[Step]) -> bool:
    """Whether the page names the system of a forum, or says that it is a topic, or its address does."""
    if _ADDRESS.search(layout.document.url or layout.meta.canonical or ""):
        return True
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
