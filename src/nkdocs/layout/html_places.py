"""Where in a page text stands: the elements around it, and what they say of it."""

from collections.abc import Mapping
from typing import Final, NamedTuple, TypeVar

from nkdocs.layout.block import Step
from nkdocs.layout.html_context import Context
from nkdocs.layout.html_links import Base
from nkdocs.layout.html_tags import SINGLE, Node

__all__ = ["Attributes", "Kinds", "Names", "Phrase", "Place", "Places"]

Attributes = Mapping[str, str | None]
# Classes, ids and microdata names of an element and its ancestors.
Names = tuple[frozenset[str], frozenset[str], frozenset[str]]
# An inline element that means something to a parser: its number, ``a`` or another name, and its attributes.
Phrase = tuple[int, str, Attributes]
# The classes once more, those of one element together, the outermost first; and all three of them so.
Steps = tuple[tuple[frozenset[str], ...], tuple[Step, ...]]

# Elements deeper than this share the path and classes of their ancestor: written out for each, they would take
# time and memory that grow with the square of the depth. The pages of newsrooms reach about 40.
_DEEPEST: Final = 400
# Nested inline elements that are told apart for one piece of text.
_MOST_PHRASES: Final = 12
# An inline element with none of these means nothing to a parser.
_NAMING: Final = frozenset({"class", "href", "itemprop", "rel"})
# How many characters of paths are kept for the next who asks.
_ROOM: Final = 50_000_000
# Sets of names smaller than this are made anew for each element: to find one made before takes as long.
_FEW: Final = 64
_NO_NAMES: Final[frozenset[str]] = frozenset()
_NAMELESS: Final[Names] = (_NO_NAMES, _NO_NAMES, _NO_NAMES)
_NO_STEPS: Final[Steps] = ((), ())
_Found = TypeVar("_Found")


class Kinds(NamedTuple):
    """What elements are, by lexbor's numbers.

    ``named`` gives the names of those that change what is said of the text inside, ``acting`` of those that the walk
    does more for than to go on.
    """

    breaking: frozenset[int]
    tight: frozenset[int]
    items: int
    lists: frozenset[int]
    named: Mapping[int, str]
    acting: tuple[tuple[int, str], ...]


class Place:
    """An element with text inside.

    ``up`` is the one around it, ``box`` the number of the nearest that begins on its own line, ``level`` how deep that
    is among its like, ``tight`` whether it is a line that readers see close to its neighbours, ``item`` the number of
    the nearest item of a list. No place knows one inside it, for a page is to be gone as soon as nobody asks for it.
    """

    __slots__ = ("attributes", "box", "context", "depth", "item", "level", "names", "node", "number", "tight", "up")

    def __init__(self, node: Node, number: int, up: "Place") -> None:
        self.node: Node = node
        self.number: int = number
        self.up: Place | None = up
        self.box: int = up.box
        self.item: int = up.item
        self.level: int = up.level
        self.depth: int = up.depth + 1
        self.tight: bool = up.tight
        self.context: Context = up.context
        # What is read and worked out when somebody asks.
        self.attributes: Attributes | None = None
        self.names: Names | None = None


def _outermost(root: Node) -> Place:
    """The place of the ``html`` element."""
    place = Place.__new__(Place)
    place.node, place.number, place.up = root, root.mem_id, None
    place.box, place.item, place.level, place.depth, place.context = place.number, 0, 1, 1, Context()
    place.attributes, place.names, place.tight = None, None, False
    return place


class Places:
    """The elements of one page that hold text.

    Args:
        root: the ``html`` element.
        kinds: what elements are, by lexbor's numbers.
        base: what links start from.
    """

    def __init__(self, root: Node, kinds: Kinds, base: Base) -> None:
        self.base: Base = base
        self.limited: bool = False
        self._breaking, self._tight, self._items, self._lists, self._styles, _ = kinds
        outermost = _outermost(root)
        self.known: dict[int, Place] = {outermost.number: outermost}
        # What else has been worked out of elements, by their numbers.
        self._paths: dict[int, str] = {}
        self._phrases: dict[int, tuple[Phrase, ...]] = {}
        self._steps: dict[int, Steps] = {}
        self._numbers: dict[int, int] = {}
        self._counted: dict[int, tuple[Node, dict[int, int]]] = {}
        self._sets: dict[tuple[int, str], frozenset[str]] = {}
        self._room = _ROOM

    def rebase(self, node: Node) -> None:
        """Let links start from a page's ``base`` element."""
        written = node.attributes.get("href")
        if written:
            self.base = Base(self.base.absolute(written))

    def open(self, node: Node, number: int) -> Place:
        """The place of an element, when the first text inside is met."""
        known = self.known
        unknown = [(number, node)]
        at = node.parent
        # The root is known from the beginning.
        while at is not None and (number := at.mem_id) not in known:
            unknown.append((number, at))
            at = at.parent
        place = known[number]
        for number, inner in reversed(unknown):
            place = known[number] = Place(inner, number, place)
            tag = inner.tag_id
            if tag in self._styles:
                self._style(place, tag)
            if tag in self._breaking:
                place.box = number
                place.tight = tag in self._tight
                place.level += 1
                if place.level > _DEEPEST:
                    self.limited = True
        return place

    def _style(self, place: Place, tag: int) -> None:
        """Let an element change what is said of the text inside."""
        context = place.context
        place.context = context.inner.get(tag) or context.inside(tag, self._styles[tag])
        if tag == self._items:
            place.item = place.number
        elif tag in self._lists:
            place.item = 0

    def box(self, place: Place) -> Place:
        """The nearest element that begins on its own line."""
        return self.known[place.box]

    def phrases(self, place: Place) -> tuple[Phrase, ...]:
        """The innermost inline elements around a text that are links or have names, and the link around its block."""
        unknown: list[Place] = []
        found: tuple[Phrase, ...] | None = ()
        at: Place | None = place
        while at is not None and (found := self._phrases.get(at.number)) is None:
            if at.number == at.box and not at.context.linked:
                break
            unknown.append(at)
            at = at.up
        found = found or ()
        for inner in reversed(unknown):
            if inner.number == inner.box:
                found = tuple([phrase for phrase in found if phrase[1] == "a"]) if found else found
            elif not _NAMING.isdisjoint(attributes := self._read(inner)):
                found = (*found[1 - _MOST_PHRASES :], (inner.number, inner.node.tag or "", attributes))
            self._phrases[inner.number] = found
        return found

    def path(self, place: Place) -> str:
        """The path of an element, like ``/html/body/div[2]/p[1]``."""
        if (known := self._paths.get(place.number)) is not None:
            return known
        unknown, found = _unknown(place, self._paths)
        path = found or ""
        for inner in reversed(unknown):
            if inner.depth <= _DEEPEST:
                name = inner.node.tag or ""
                path = f"{path}/{name}" if name in SINGLE else f"{path}/{name}[{self._nth(inner)}]"
            self._room -= len(path)
            if self._room > 0:
                self._paths[inner.number] = path
        return path

    def names(self, place: Place) -> Names:
        """The classes, ids and microdata names of an element and its ancestors."""
        if place.names is None:
            self._name_all()
        return place.names or _NAMELESS

    def _name_all(self) -> None:
        """Work out the names of all elements at once: whoever looks for one by its name looks at each."""
        for place in self.known.values():
            # An element is known after those around it.
            names = (place.up.names if place.up is not None else None) or _NAMELESS
            # Attributes are not kept: most elements are asked for nothing else, and what is kept has to be swept past.
            if place.depth <= _DEEPEST and (attributes := place.attributes or place.node.attributes):
                named, marked, told = attributes.get("class"), attributes.get("id"), None
                if "itemprop" in attributes or "itemtype" in attributes:
                    told = _props(attributes)
                if named or marked or told:
                    classes, ids, props = names
                    names = (
                        self._set(classes, named) if named else classes,
                        self._set(ids, marked) if marked else ids,
                        self._set(props, told) if told else props,
                    )
            place.names = names

    def steps(self, place: Place) -> Steps:
        """The names of an element and its ancestors, element by element."""
        if (known := self._steps.get(place.number)) is not None:
            return known
        unknown, found = _unknown(place, self._steps)
        nesting, steps = found or _NO_STEPS
        for inner in reversed(unknown):
            if inner.depth <= _DEEPEST and (step := self._step(inner)) is not None:
                nesting = (*nesting, step.classes) if self._read(inner).get("class") else nesting
                steps = (*steps, step)
            self._steps[inner.number] = (nesting, steps)
        return nesting, steps

    def _step(self, place: Place) -> Step | None:
        """The names of one element, if it has any."""
        attributes = self._read(place)
        named, marked, told = attributes.get("class"), attributes.get("id"), None
        if "itemprop" in attributes or "itemtype" in attributes:
            told = _props(attributes)
        if not (named or marked or told):
            return None
        return Step(place.depth, *(self._set(_NO_NAMES, written) for written in (named, marked, told)))

    def own(self, written: str | None) -> frozenset[str]:
        """The names that an attribute lists."""
        return self._set(_NO_NAMES, written)

    def _set(self, inherited: frozenset[str], written: str | None) -> frozenset[str]:
        """The inherited names and those written; siblings share one set."""
        if not written:
            return inherited
        if len(inherited) < _FEW:
            return inherited.union(written.split())
        key = (id(inherited), written)
        names = self._sets.get(key)
        if names is None:
            names = self._sets[key] = inherited.union(written.split())
        return names

    def _read(self, place: Place) -> Attributes:
        """The attributes of an element; reading them is most of what a look at one costs."""
        found = place.attributes
        if found is None:
            found = place.attributes = place.node.attributes
        return found

    def _nth(self, place: Place) -> int:
        """Which of its parent's children of this name an element is, from 1; each child is counted once."""
        number, outside = place.number, place.up
        found = self._numbers.get(number)
        if found is not None or outside is None:
            return found or 1
        last, counts = self._counted.get(outside.number) or (None, dict[int, int]())
        at = outside.node.first_child if last is None else last.next
        while at is not None:
            tag = at.tag_id
            counts[tag] = self._numbers[at.mem_id] = counts.get(tag, 0) + 1
            last = at
            if at.mem_id == number:
                break
            at = at.next
        if last is not None:
            self._counted[outside.number] = (last, counts)
        return self._numbers[number]


def _unknown(place: Place, known: Mapping[int, _Found]) -> tuple[list[Place], _Found | None]:
    """The elements around a place, itself included, of which something is not known yet, and what is of the next."""
    unknown: list[Place] = []
    at: Place | None = place
    while at is not None:
        found = known.get(at.number)
        if found is not None:
            return unknown, found
        unknown.append(at)
        at = at.up
    return unknown, None


def _props(attributes: Attributes) -> str:
    """What an element is to microdata: its ``itemprop`` names, and the last part of its ``itemtype``."""
    types = (kind.rstrip("/").rpartition("/")[2] for kind in (attributes.get("itemtype") or "").split())
    return " ".join([attributes.get("itemprop") or "", *types])
