"""The thread of a page whose container a CSS class marks."""

from collections.abc import Iterator, Sequence
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.rules.dates import when
from nkdocs.rules.pages.comments import page_thread
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.threads import read_thread

__all__ = ["THREAD_ROLES", "take_container"]

THREAD_ROLES: Final = frozenset({"comments", "comment-author", "comment-meta", "comment-body"})

_Member = tuple[Block, str]


def take_container(sheet: Sheet, members: Sequence[_Member]) -> None:
    """Read the blocks of a container: list items are comments, or what a class says is an author opens one.

    What stands before the first comment, and outside of all, is furniture of the thread. Where nothing says who
    wrote what, the container is labelled, and gives no comment.
    """
    if any(role == "comment-author" for _, role in members):
        blocks = list(_by_authors(sheet, members))
    else:
        blocks = [block for block, role in members if not _is_aside(sheet, block, role)]
    first = next((number for number, block in enumerate(blocks) if block.kind == "bullet"), None)
    if first is None:
        _take_without_lists(sheet, blocks)
        return
    inside = [block for block in blocks[first:] if block.depth]
    for block in (*blocks[:first], *(block for block in blocks[first:] if not block.depth)):
        sheet.label("boilerplate", block.span, "classes.comments")
    read = read_thread(sheet.layout, inside, 0, len(inside))
    sheet.comments = read.comments
    sheet.notes.extend(read.notes)
    sheet.labels.extend(read.labels)


def _take_without_lists(sheet: Sheet, blocks: Sequence[Block]) -> None:
    """A thread whose elements say by their names what they are; what they leave open stays text of the thread."""
    found = page_thread(sheet.layout, blocks)
    sheet.comments = tuple(found.comments)
    sheet.labels.extend(found.labels)
    for block in blocks:
        if id(block) not in found.blocks:
            sheet.label("comment-body", block.span, "classes.comments")


def _by_authors(sheet: Sheet, members: Sequence[_Member]) -> Iterator[Block]:
    """Each author as the bullet of a comment, what follows as its body, whatever the elements are."""
    for number, (block, role) in enumerate(members):
        depth = max(block.depth, 1)
        if role == "comment-author":
            yield block._replace(kind="bullet", depth=depth)
        elif block.kind == "bullet" and _is_author_of(members[number + 1 : number + 2], block):
            sheet.label("comment-meta", block.span, "classes.comments")
        elif not _is_aside(sheet, block, role):
            kind = "paragraph" if block.kind == "bullet" and role == "comment-body" else block.kind
            yield block._replace(kind=kind, depth=depth)


def _is_author_of(following: Sequence[_Member], block: Block) -> bool:
    """Whether an item opens with something before its author: a picture's words, a number."""
    return bool(following) and following[0][1] == "comment-author" and following[0][0].depth == block.depth


def _is_aside(sheet: Sheet, block: Block, role: str) -> bool:
    """Whether a block says something about a comment that is not its time, which the thread reads itself."""
    if role != "comment-meta" or when(sheet.layout, block.span, sheet.ctx) is not None:
        return False
    sheet.label("comment-meta", block.span, "classes.comment-meta")
    return True
