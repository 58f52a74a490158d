"""Comments whose element lacks the id that those around it have: their place or their names tell them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from nkdocs.layout.block import Block, Step
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
        known = {root.depth: root for root in numbered}
        parts = (block.path or "").split("/")
        steps = {step.depth: step for step in block.element.steps[-NEAREST:]}
        for root in (*self._called(block, parts, steps, known), *self._listed(block, parts, steps, known)):
            known.setdefault(root.depth, root)
        if len(known) == len(numbered):
            return numbered
        chain = [known[depth] for depth in sorted(known)]
        for root, below in pairwise(chain):
            if _is_wrapper(root, below):
                self._wrapped[root.path] = below._replace(path=root.path, depth=root.depth, classes=root.classes)
        return [self._wrapped.get(root.path, root) for root in chain]

    def _called(
        self, block: Block, parts: list[str], steps: Mapping[int, Step], known: Collection[int]
    ) -> Iterator[Root]:
        """The elements around a block that are called as comments are."""
        for depth, step in steps.items():
            if depth in known or depth >= len(parts) or (called := item_called(step)) is None:
                continue
            tag = parts[depth].partition("[")[0]
            sure = tag == "li" or declared_depth(step.classes) is not None
            if (tag, called) in self._named and (sure or "/".join(parts[:depth]) in self._lists):
                path = around(block, depth)
                yield Root(path, None, path, depth, step.classes, called, doubtful=not sure)

    def _listed(
        self, block: Block, parts: list[str], steps: Mapping[int, Step], known: Collection[int]
    ) -> Iterator[Root]:
        """The elements around a block that are items of lists of comments."""
        for depth in range(max(len(parts) - NEAREST, 1), len(parts)):
            if depth in known or parts[depth].partition("[")[0] != "li":
                continue
            holder = steps.get(depth - 1)
            replies = holder is not None and not _REPLIES.isdisjoint(holder.classes)
            if replies or "/".join(parts[:depth]) in self._lists:
                path = around(block, depth)
                yield Root(path, None, path, depth, doubtful=True)


def _parted(path: str) -> tuple[str, str]:
    """The path of the element around an element, and the name of its own kind."""
    outer, _, last = path.rpartition("/")
    return outer, last.partition("[")[0]


def _is_wrapper(root: Root, below: Root) -> bool:
    """Whether an element without a number is that of the comment whose number stands on an element inside it."""
    numbered = root.key != root.path, below.key != below.path
    return numbered == (False, True) and _parted(root.path)[1] != _parted(below.path)[1]
