"""Which blocks of a page are one comment, and which comment each of them answers.

A comment is an element with an id of its own (``comment-17``, ``dsq-comment-17``, ``c4265…``); a reply stands inside
the element of the comment it answers, or its id says which that is. Where most have ids, one that lost its own is
told by its place among them; comments without ids are told by their names.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from nkdocs.layout.block import Block, Step
from nkdocs.rules.pages.comment_names import (
    declared_depth,
    is_form,
    is_pingback,
    item_called,
    own_id,
    part_called,
)
from nkdocs.rules.pages.comment_places import NEAREST, Places, Root, around

__all__ = ["Unit", "units_by_author", "units_by_id", "units_by_name"]


class Unit:
    """One comment's own blocks, with the depth of its element and its number in the thread, 0 before it has one.

    It is ``doubtful`` where only its place says that it is a comment.
    """

    __slots__ = ("blocks", "declared", "depth", "doubtful", "number", "parent", "pingback", "root")

    def __init__(self, root: str, depth: int, parent: "Unit | None" = None, *, doubtful: bool = False) -> None:
        self.root: str = root
        self.depth: int = depth
        self.doubtful: bool = doubtful
        self.parent: Unit | None = parent
        self.declared: int | None = None
        self.blocks: list[Block] = []
        self.number: int = 0
        self.pingback: bool = False

    def take(self, block: Block) -> None:
        """Add a block."""
        self.blocks.append(block)
        self.pingback = self.pingback or is_pingback(block.classes)

    @property
    def names_body(self) -> bool:
        """Whether a block stands in an element that is called the text of a comment."""
        return any(self.part(block) == "body" for block in self.blocks)

    def part(self, block: Block) -> str:
        """What the innermost named element around a block, inside this comment, is called."""
        for step in reversed(block.element.steps[-NEAREST:]):
            if step.depth < self.depth:
                break
            if part := part_called(step):
                return part
        return ""


def units_by_id(
    held: Iterable[Block], number_of: Callable[[str], tuple[str, str | None] | None] = own_id
) -> list[Unit]:
    """The comments that have ids; of several ids around a block the innermost is its own."""
    chains = [(b, None if is_form(b.classes | b.ids) else list(_numbers(b, number_of))) for b in held]
    places = Places(root for _, chain in chains for root in chain or ())
    units: dict[str, Unit] = {}
    latest: Unit | None = None
    for block, numbered in chains:
        chain = [] if numbered is None else places.completed(block, numbered)
        if not chain:
            if latest is not None and _is_next_term(block, latest):
                latest = units[block.path or ""] = Unit(block.path or "", latest.depth, latest.parent)
            if latest is not None and (block.path == latest.root or _in_same_list(block, latest)):
                latest.take(block)
            continue
        unit = units.get(chain[-1].key)
        if unit is None:
            unit = units[chain[-1].key] = _opened(units, chain)
        elif latest is not unit and unit.part(block) != "body":
            continue  # what stands behind the replies to a comment: links to answer it
        latest = unit
        unit.take(block)
    return list(units.values())


def _opened(units: Mapping[str, Unit], chain: Sequence[Root]) -> Unit:
    """The comment whose element is the innermost of these; it answers the one it names, else the one around it."""
    own = chain[-1]
    above = [units[other.key] for other in reversed(chain) if other.key != own.key and other.key in units]
    parent = units.get(own.up) if own.up is not None else next(iter(above), None)
    unit = Unit(own.path, own.depth, parent, doubtful=own.doubtful)
    unit.declared = declared_depth(own.classes)
    return unit


def _numbers(block: Block, number_of: Callable[[str], tuple[str, str | None] | None]) -> Iterator[Root]:
    """The numbers of the comments around a block, each with the outermost of its elements."""
    seen: dict[str, tuple[str | None, Step]] = {}
    for step in block.element.steps[-NEAREST:]:
        for found in map(number_of, sorted(step.ids)):
            if found is not None and (found[0] not in seen or seen[found[0]][0] is None):
                first = seen.get(found[0])
                seen[found[0]] = (found[1], first[1] if first else step)
    for number, (up, step) in seen.items():
        yield Root(number, up, around(block, step.depth), step.depth, step.classes, item_called(step))


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
