"""Which blocks of a page are one comment, and which comment each of them answers.

A comment is an element with an id of its own (``comment-17``, ``dsq-comment-17``, ``c4265…``); a reply stands inside
the element of the comment it answers, or its id says which that is. Comments without ids are told by their names.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from nkdocs.layout.block import Block, Step
from nkdocs.rules.pages.comment_names import (
    declared_depth,
    is_form,
    is_pingback,
    item_called,
    own_id,
    part_called,
)

__all__ = ["NEAREST", "Unit", "around", "units_by_author", "units_by_id", "units_by_name"]

# Of a nest of hundreds of named elements the innermost are looked at: each block of it would see them all.
NEAREST: Final = 64


class Unit:
    """One comment's own blocks, with the depth of its element and its number in the thread, 0 before it has one."""

    __slots__ = ("blocks", "declared", "depth", "number", "parent", "pingback", "root")

    def __init__(self, root: str, depth: int, parent: "Unit | None" = None) -> None:
        self.root: str = root
        self.depth: int = depth
        self.parent: Unit | None = parent
        self.declared: int | None = None
        self.blocks: list[Block] = []
        self.number: int = 0
        self.pingback: bool = False

    def take(self, block: Block) -> None:
        """Add a block."""
        self.blocks.append(block)
        self.pingback = self.pingback or is_pingback(block.classes)

    def part(self, block: Block) -> str:
        """What the innermost named element around a block, inside this comment, is called."""
        for step in reversed(block.element.steps[-NEAREST:]):
            if step.depth < self.depth:
                break
            if part := part_called(step):
                return part
        return ""


def around(block: Block, depth: int) -> str:
    """The path of the element around a block that stands this deep.

    >>> import nkdocs
    >>> around(nkdocs.lay_out("<div><p>Rice.</div>", media_type="text/html").blocks[0], 2)
    '/html/body'
    """
    return "/".join((block.path or "").split("/")[: depth + 1])


def units_by_id(
    held: Iterable[Block], number_of: Callable[[str], tuple[str, str | None] | None] = own_id
) -> list[Unit]:
    """The comments that have ids; of several ids around a block the innermost is its own."""
    units: dict[str, Unit] = {}
    latest: Unit | None = None
    for block in held:
        chain = [] if is_form(block.classes | block.ids) else list(_numbers(block, number_of))
        if not chain:
            if latest is not None and _is_next_term(block, latest):
                latest = units[block.path or ""] = Unit(block.path or "", latest.depth, latest.parent)
            if latest is not None and (block.path == latest.root or _in_same_list(block, latest)):
                latest.take(block)
            continue
        key, up, step = chain[-1]
        unit = units.get(key)
        if unit is None:
            above = [units[other] for other, _, _ in reversed(chain) if other != key and other in units]
            parent = units.get(up) if up is not None else next(iter(above), None)
            unit = units[key] = Unit(around(block, step.depth), step.depth, parent)
            unit.declared = declared_depth(step.classes)
        elif latest is not unit and unit.part(block) != "body":
            continue  # what stands behind the replies to a comment: links to answer it
        latest = unit
        unit.take(block)
    return list(units.values())


def _numbers(
    block: Block, number_of: Callable[[str], tuple[str, str | None] | None]
) -> Iterator[tuple[str, str | None, Step]]:
    """The numbers of the comments around a block, each with the outermost of its elements."""
    seen: dict[str, tuple[str, str | None, Step]] = {}
    for step in block.element.steps[-NEAREST:]:
        for found in map(number_of, sorted(step.ids)):
            if found is not None and (found[0] not in seen or seen[found[0]][1] is None):
                first = seen.get(found[0])
                seen[found[0]] = (*found, first[2] if first else step)
    yield from seen.values()


def _is_next_term(block: Block, unit: Unit) -> bool:
    """Whether a block is a term that has no id, in a list whose terms are comments."""
    outer, _, name = unit.root.rpartition("/")
    path = block.path or ""
    return (
        name.startswith("dt[")
        and path.startswith(f"{outer}/dt[")
        and path != unit.root
        and "/" not in path[len(outer) + 1 :]
    )


def _in_same_list(block: Block, unit: Unit) -> bool:
    """Whether a block belongs to the term before it: of a ``dl`` only the terms have ids."""
    outer, _, name = unit.root.rpartition("/")
    return name.startswith("dt[") and (block.path or "").startswith(f"{outer}/dd[")


def units_by_name(held: Iterable[Block], called: Callable[[Step], str | None] = item_called) -> list[Unit]:
    """Comments without ids, by what each is called; one inside another of the same name answers it."""
    units: dict[str, Unit] = {}
    for block in held:
        chain = [] if is_form(block.classes | block.ids) else _items(block, called)
        parent: Unit | None = None
        for step in chain:
            root = around(block, step.depth)
            if root not in units:
                units[root] = Unit(root, step.depth, parent)
                units[root].declared = declared_depth(step.classes)
            parent = units[root]
        if parent is not None:
            parent.take(block)
    return [unit for unit in units.values() if unit.blocks]


def _items(block: Block, called: Callable[[Step], str | None]) -> list[Step]:
    """The elements around a block that are comments: the outermost, and those inside it that are called the same."""
    named = [(name, step) for step in block.element.steps[-NEAREST:] if (name := called(step))]
    return [step for name, step in named if name == named[0][0]]


def units_by_author(held: Sequence[Block]) -> list[Unit]:
    """Comments that nothing holds together: each begins where a block is called its author's."""
    units: list[Unit] = []
    for block in held:
        if is_form(block.classes | block.ids):
            continue
        opens = Unit(block.path or "", 0).part(block) == "author"
        if opens or any(
            part_called(Step(0, mark.classes, frozenset(), mark.props)) == "author" for mark in block.element.marks
        ):
            units.append(Unit(block.path or "", 0))
        if units:
            units[-1].take(block)
    return units
