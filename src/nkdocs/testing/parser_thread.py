"""P14: a thread holds every comment, where it stands."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from nkdocs.errors import UsageError
from nkdocs.layout.block import Block, Layout
from nkdocs.plugin.info import ParserInfo
from nkdocs.records import Comment, Draft
from nkdocs.records.comment import check_thread
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.case import Case
from nkdocs.testing.check import Named, NotRun
from nkdocs.testing.subject import ParserSubject, case_of, laid_out, raised_in

__all__ = ["torn_thread"]

_SHOWN: Final = 30


def torn_thread(subject: ParserSubject, named: Named | None) -> Iterator[str]:
    """What is wrong with the comments of a document, for parsers that read comments."""
    case = case_of(named)
    if not _reads_comments(subject):
        return
    found = subject.found(case)
    if raised_in(found, "nkdocs.records.comment"):
        yield "parse makes a comment that is none"
        return
    result = subject.result(case)
    layout = laid_out(case.document())
    sound = True
    for draft in result.drafts:
        fault = guarded(check_thread, draft.comments)
        if isinstance(fault, Fault):
            sound = False
            yield fault.why
        yield from _depths(draft.comments)
        yield from _order(draft.comments)
        yield from _bullets(layout, draft)
    if sound:
        yield from _left_out(subject, case, layout)


def _reads_comments(subject: ParserSubject) -> bool:
    info = subject.info
    if isinstance(info, ParserInfo):
        return "comments" in info.produces
    return info.comments is not None or "comments" in info.classes.values()


def _depths(comments: Sequence[Comment]) -> Iterator[str]:
    """Only a comment that lost its parent may stand deep without one."""
    for comment in comments:
        if comment.parent is None and comment.depth and "parent" not in comment.missing:
            yield f"comment {comment.id} has depth {comment.depth}, no parent, and has not lost one"


def _order(comments: Sequence[Comment]) -> Iterator[str]:
    placed = [(comment.span, comment.id) for comment in comments if comment.span is not None]
    for (one, _), (other, id_) in itertools.pairwise(placed):
        if other.start < one.start:
            yield f"comment {id_} stands before the one it follows"


def _bullets(layout: Layout, draft: Draft) -> Iterator[str]:
    """Each bullet of a thread of plain text is one comment, under that of the bullet it is nested in."""
    placed = [comment for comment in draft.comments if comment.span is not None]
    bullets = [block for block in layout.blocks if block.kind == "bullet" and block.path is None]
    if not placed or not bullets:
        return
    last = max(comment.span.end for comment in placed if comment.span is not None)
    within = [block for block in bullets if _starts(placed[0]) <= block.span.start < last]
    owners = {id(block): _owner(block, placed) for block in within}
    for block in within:
        if owners[id(block)] is None:
            yield f"the bullet {block.text[:_SHOWN]!r} is no comment"
    owned = [owner for owner in owners.values() if owner is not None]
    for comment in {owner.id: owner for owner in owned if owned.count(owner) > 1}.values():
        yield f"comment {comment.id} holds {owned.count(comment)} bullets, each of which is a comment"
    yield from _nesting(within, owners, {owner.id for owner in owned})


def _starts(comment: Comment) -> int:
    return comment.span.start if comment.span is not None else 0


def _owner(block: Block, placed: Sequence[Comment]) -> Comment | None:
    """The comment whose span holds the start of a bullet's text."""
    for comment in placed:
        if comment.span is not None and comment.span.start <= block.span.start < max(
            comment.span.end, comment.span.start + 1
        ):
            return comment
    return None


def _nesting(within: Sequence[Block], owners: dict[int, Comment | None], bulleted: set[int]) -> Iterator[str]:
    """A comment's parent is the nearest bullet before it that stands less deep.

    Who lost the parent is left alone, and so is the child of a comment that lost its bullet.
    """
    above: list[tuple[int, int]] = []
    for block in within:
        comment = owners[id(block)]
        if comment is None:
            continue
        while above and above[-1][0] >= block.depth:
            above.pop()
        wanted = above[-1][1] if above else None
        above.append((block.depth, comment.id))
        if comment.parent == wanted or "parent" in comment.missing:
            continue
        if comment.parent is None or comment.parent in bulleted:
            yield f"comment {comment.id} answers {comment.parent}, where the bullets say {wanted}"


def _left_out(subject: ParserSubject, case: Case, layout: Layout) -> Iterator[str]:
    """Bullets that nobody took."""
    parsed = guarded(subject.record, case)
    if isinstance(parsed, Fault):
        if isinstance(parsed.cause, NotRun | UsageError):
            return
        raise parsed.cause
    unknown = [label.span for label in parsed.labels if label.role == "unknown"]
    for block in layout.blocks:
        if block.kind == "bullet" and any(
            span.start < block.span.end and block.span.start < span.end for span in unknown
        ):
            yield f"the bullet {block.text[:_SHOWN]!r} is neither a comment nor anything else"
