"""Comment threads as platforms write them into pages: WordPress, Disqus, Blogger, schema.org and their like."""

from collections.abc import Iterable, Sequence
from datetime import tzinfo

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Comment, Label, Span
from nkdocs.rules.pages.comment_names import ITEM_KINDS, is_form, telling_names
from nkdocs.rules.pages.comment_parts import Parts, Times, parts_of
from nkdocs.rules.pages.comment_units import Unit, units_by_author, units_by_id, units_by_name
from nkdocs.rules.pages.comments_described import comments_described
from nkdocs.rules.pages.comments_placed import Placed, comments_placed
from nkdocs.text.tidy import one_line

__all__ = ["PageThread", "page_thread", "thread_of"]


class PageThread:
    """What was found: comments in order, labels for their blocks, and the identities of the blocks they took."""

    __slots__ = ("blocks", "comments", "labels")

    def __init__(self) -> None:
        self.comments: list[Comment] = []
        self.labels: list[Label] = []
        self.blocks: set[int] = set()

    def label(self, block: Block, role: str, rule: str) -> None:
        """Take a block, once."""
        if id(block) not in self.blocks:
            self.blocks.add(id(block))
            self.labels.append(Label(role=role, span=block.span, rule=rule))


def page_thread(layout: Layout, blocks: Sequence[Block], zone: tzinfo | None = None) -> PageThread:
    """The comments among the blocks of a page.

    >>> import nkdocs
    >>> page = '<ol class=commentlist><li id=comment-1><cite class=fn>Bora</cite> says:<p>So it is.</ol>'
    >>> layout = nkdocs.lay_out(page, media_type="text/html")
    >>> [(one.author, one.text) for one in page_thread(layout, layout.blocks).comments]
    [('Bora', 'So it is.')]
    """
    told = comments_described(layout.meta, zone)
    marked = any(item.get("@type") in ITEM_KINDS for item in layout.meta.microdata)
    held = _held(blocks)
    if marked:
        own = {id(block) for block in held}
        held = [b for b in blocks if id(b) in own or not ITEM_KINDS.isdisjoint(b.element.props)]
    thread = _held_thread(layout, held, zone)
    if told and len(told) > len(thread.comments) and _are_among(thread.comments, told):
        _tell(thread, told, blocks)
    return thread


def _held(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in elements whose names say that they hold comments; each name is looked at once."""
    names = frozenset[str]().union(*[block.classes for block in blocks], *[block.ids for block in blocks])
    holding, elsewhere = telling_names(names)
    if not holding:
        return []
    found = [b for b in blocks if not (holding.isdisjoint(b.classes) and holding.isdisjoint(b.ids))]
    return [b for b in found if elsewhere.isdisjoint(b.classes) and elsewhere.isdisjoint(b.ids)]


def _held_thread(layout: Layout, held: Sequence[Block], zone: tzinfo | None) -> PageThread:
    """The comments in the elements that hold some, by their ids, else their names, else their authors."""
    if not held:
        return PageThread()
    thread = thread_of(layout, units_by_id(held), zone)
    if not thread.comments:
        thread = thread_of(layout, units_by_name(held), zone, doubting=True)
    if not thread.comments:
        thread = thread_of(layout, units_by_author(held), zone, doubting=True)
    if thread.comments:
        for block in held:
            thread.label(block, "boilerplate", "around_comments")
    else:
        _take_forms(thread, held)
    return thread


def _are_among(printed: Sequence[Comment], told: Sequence[Comment]) -> bool:
    """Whether all that the page prints is described too: then the description is the more complete."""
    texts = {one_line(one.text) for one in told if one.text}
    return all(one.text is None or one_line(one.text) in texts for one in printed)


def _tell(thread: PageThread, told: Sequence[Comment], blocks: Sequence[Block]) -> None:
    """Put the comments that are described for those that were found, each with its place where it is printed."""
    printed = {(one.author, one_line(one.text or "")): one.span for one in thread.comments}
    left = [block for block in blocks if id(block) not in thread.blocks]
    placed = comments_placed(told, left)
    thread.comments = []
    for one in told:
        span = printed.get((one.author, one_line(one.text or "")))
        found = placed.get(one.id) if span is None else None
        if found is not None:
            span = _take_placed(thread, found)
        thread.comments.append(attrs.evolve(one, span=span))


def _take_placed(thread: PageThread, found: Placed) -> Span:
    """Label the blocks of a comment; where they stand."""
    whole = [*found.body, *found.between, *([found.author] if found.author is not None else [])]
    for block in found.body:
        thread.label(block, "comment-body", "described_comment")
    for block in found.between:
        thread.label(block, "comment-meta", "described_comment")
    if found.author is not None:
        thread.label(found.author, "comment-author", "described_comment")
    return Span(min(block.span.start for block in whole), max(block.span.end for block in whole))


def _take_forms(thread: PageThread, held: Iterable[Block]) -> None:
    """Where readers may write though nobody has, what stands there is none of the article."""
    for block in held:
        if is_form(block.classes | block.ids):
            thread.label(block, "boilerplate", "comment_form")


def thread_of(
    layout: Layout, units: Sequence[Unit], zone: tzinfo | None = None, *, doubting: bool = False
) -> PageThread:
    """The comments that these stretches of a page are.

    Args:
        layout: of the page.
        units: in order, each after the one it answers.
        zone: of clocks that name none.
        doubting: whether what has no author is no comment.
    """
    thread = PageThread()
    times = sorted((span.start, span.end, value) for span, value in layout.meta.times if span is not None)
    levels: list[int] = []
    for unit in units:
        parts = _parts(unit, times, zone)
        sure = not doubting and (not unit.doubtful or unit.names_body)
        if parts is not None and (parts.author or (parts.text and sure)):
            _add(thread, unit, parts, levels)
    return thread


def _parts(unit: Unit, times: Times, zone: tzinfo | None) -> Parts | None:
    return parts_of(unit, times, zone) if unit.blocks else None


def _add(thread: PageThread, unit: Unit, parts: Parts, levels: list[int]) -> None:
    """Turn a unit into a comment."""
    unit.number = len(thread.comments) + 1
    above, depth, lost = _above(thread, unit, levels)
    values = (("author", parts.author), ("body", parts.text), ("parent", not lost))
    thread.comments.append(
        Comment(
            id=unit.number,
            parent=above,
            depth=depth,
            author=parts.author or None,
            text=parts.text or None,
            posted=parts.posted,
            missing=tuple(name for name, value in values if not value),
            span=Span(unit.blocks[0].span.start, unit.blocks[-1].span.end),
        )
    )
    bodies = {id(block) for block in parts.body}
    for block in unit.blocks:
        other = "comment-author" if block is parts.author_block else "comment-meta"
        alone = not bodies and block is parts.author_block and bool(parts.text)
        thread.label(block, "comment-body" if alone or id(block) in bodies else other, "page_thread")


def _above(thread: PageThread, unit: Unit, levels: list[int]) -> tuple[int | None, int, bool]:
    """The number of the comment that this one answers, its own depth, and whether its parent was lost.

    ``levels`` are the numbers of the latest comments, one for each depth; a comment that says how deep it is answers
    the latest one before it that is less deep by one.
    """
    parent = unit.parent
    while parent is not None and not parent.number:
        parent = parent.parent
    number = parent.number if parent is not None else None
    depth = 0 if number is None else thread.comments[number - 1].depth + 1
    if number is None and unit.declared is not None and unit.declared > 1:
        depth = unit.declared - 1
        number = levels[depth - 1] if len(levels) >= depth else None
    del levels[depth:]
    levels.extend([0] * (depth - len(levels)))
    levels.append(unit.number)
    return number or None, depth, depth > 0 and not number
