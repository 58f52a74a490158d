"""Comments whose element lacks the id that those around it have: their place or their names tell them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from nkdocs.layout.block import Block
from nkdocs.rules.pages.comment_names import declared_depth, item_called

__all__ = ["NEAREST", "Places", "Root", "around"]

# Of a nest of hundreds of named elements the innermost are looked at: each block of it would see them all.
NEAREST: Final = 64
# How platforms call the list of the replies to a comment.
_REPLIES: Final = frozenset({"children", "replies"})


class Root(NamedTuple):
    """The element of a comment: its key, that of the comment it says it answers, its path, its depth and its names."""

    key: str
    up: str | None
    path: str
    depth: int
    classes: frozenset[str] = frozenset()
    called: str | None = None
    doubtful: bool = False


def around(block: Block, depth: int) -> str:
    """The path of the element around a block that stands this deep.

    >>> import nkdocs
    >>> around(nkdocs.lay_out("<div><p>Rice.</div>", media_type="text/html").blocks[0], 2)
    '/html/body'
    """
    return "/".join((block.path or "").split("/")[: depth + 1])


class Places:
    """Where the comments of a page stand, and what they are called."""

    __slots__ = ("_lists", "_named", "_wrapped")

    def __init__(self, numbered: Iterable[Root]) -> None:
        self._lists: set[str] = set()
        self._named: set[tuple[str, str]] = set()
        self._wrapped: dict[str, Root] = {}
        for root in numbered:
            outer, tag = _parted(root.path)
            self._lists.add(outer)
            if root.called is not None:
                self._named.add((tag, root.called))

    def completed(self, block: Block, numbered: list[Root]) -> list[Root]:
        """The comments around a block, the outermost first: those with numbers, and those like them without."""
        if not self._lists:
            return numbered
        known = {root.path: root for root in numbered}
        for root in self._unnumbered(block):
            known.setdefault(root.path, root)
        if len(known) == len(numbered):
            return numbered
        chain = sorted(known.values(), key=lambda root: root.depth)
        for root, below in pairwise(chain):
            if _is_wrapper(root, below):
                self._wrapped[root.path] = below._replace(path=root.path, depth=root.depth, classes=root.classes)
        return [self._wrapped.get(root.path, root) for root in chain]

    def _unnumbered(self, block: Block) -> Iterator[Root]:
        """The elements around a block that stand where comments stand, or are called as comments are."""
        steps = {step.depth: step for step in block.element.steps[-NEAREST:]}
        for step in steps.values():
            path = around(block, step.depth)
            outer, tag = _parted(path)
            called = item_called(step)
            likely = called is not None and (tag, called) in self._named
            sure = likely and (tag == "li" or declared_depth(step.classes) is not None)
            if sure or (likely and outer in self._lists):
                yield Root(path, None, path, step.depth, step.classes, called, doubtful=not sure)
        for outer, depth in _lists_around(block):
            replies = steps.get(depth)
            path = around(block, depth + 1)
            if outer in self._lists or (replies is not None and not _REPLIES.isdisjoint(replies.classes)):
                yield Root(path, None, path, depth + 1, doubtful=True)


def _lists_around(block: Block) -> Iterator[tuple[str, int]]:
    """The elements around a block in whose items it stands, each with its depth."""
    path = block.path or ""
    end = len(path)
    for _ in range(NEAREST):
        end = path.rfind("/li", 0, end)
        if end < 0:
            return
        if _parted(path[end:].split("/", 2)[1])[1] == "li":
            yield path[:end], path.count("/", 0, end)


def _parted(path: str) -> tuple[str, str]:
    """The path of the element around an element, and the name of its own kind."""
    outer, _, last = path.rpartition("/")
    return outer, last.partition("[")[0]


def _is_wrapper(root: Root, below: Root) -> bool:
    """Whether an element without a number is that of the comment whose number stands on an element inside it."""
    numbered = root.key != root.path, below.key != below.path
    return numbered == (False, True) and _parted(root.path)[1] != _parted(below.path)[1]
