"""Where in a page text stands: the elements around it, and what they say of it."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from nkdocs.layout.block import Element, Link, Mark, Step
from nkdocs.layout.html_context import Context
from nkdocs.layout.html_links import Base
from nkdocs.layout.html_tags import SINGLE, Node
from nkdocs.text.span import Span

__all__ = ["Attributes", "Kinds", "PageElement", "Piece", "Place", "Places"]

Attributes = Mapping[str, str | None]
# An element with the offsets, in its block, of the text inside.
Piece = tuple[Node, int, int]

# Elements deeper than this share the path and classes of their ancestor: written out for each, they would take
# time and memory that grow with the square of the depth. The pages of newsrooms reach about 40.
_DEEPEST: Final = 400
# Nested inline elements that are told apart for one piece of text.
_MOST_PHRASES: Final = 12
# How many elements up the holder of a whole block is looked for.
_NEAR: Final = 8
# An inline element with none of these means nothing to a parser.
_NAMING: Final = frozenset({"class", "href", "itemprop", "rel"})
# How many characters of paths are kept for the next who asks.
_ROOM: Final = 50_000_000
_NO_NAMES: Final[frozenset[str]] = frozenset()
_NAMELESS: Final = (_NO_NAMES, _NO_NAMES, _NO_NAMES, (), ())

# Classes, ids, microdata names; the classes once more, those of one element together, the outermost first; and all
# three of them so.
_Names = tuple[frozenset[str], frozenset[str], frozenset[str], tuple[frozenset[str], ...], tuple[Step, ...]]


class Kinds(NamedTuple):
    """What elements are, by lexbor's numbers.

    ``styled`` gives the names of those that change the kind of the blocks inside, ``acting`` of those that the walk
    does more for than to go on.
    """

    breaking: frozenset[int]
    silent: frozenset[int]
    tight: frozenset[int]
    styled: Mapping[int, str]
    acting: tuple[tuple[int, str], ...]


# The number of the nearest element that begins on its own line, the context, how deep that element is among its like,
# and whether it is a line that readers see close to its neighbours.
Place = tuple[int, Context, int, bool]
# An inline element that means something to a parser: its number, ``a`` or another name, and its attributes.
Phrase = tuple[int, str, Attributes]


class Places:
    """The elements of one page that hold text.

    Args:
        kinds: what elements are, by lexbor's numbers.
        base: what links start from.
    """

    def __init__(self, kinds: Kinds, base: Base) -> None:
        self.base: Base = base
        self.known: dict[int, Place] = {}
        self.limited: bool = False
        self._breaking = kinds.breaking
        self._tight = kinds.tight
        self._styled = kinds.styled
        silent = Context()
        silent.silent = True
        self._silent: Place = (0, silent, 0, False)
        self._numbers: dict[int, int] = {}
        self._counted: dict[int, tuple[Node, dict[int, int]]] = {}
        self._paths: dict[int, tuple[str, int]] = {}
        self._names: dict[int, tuple[_Names, int]] = {}
        self._phrases: dict[int, tuple[Phrase, ...]] = {}
        self._sets: dict[tuple[int, str], frozenset[str]] = {}
        self._room = _ROOM

    def rebase(self, node: Node) -> None:
        """Let links start from a page's ``base`` element."""
        written = node.attributes.get("href")
        if written:
            self.base = Base(self.base.absolute(written))

    def begin(self, node: Node, tag: int) -> None:
        """Open an element that begins on its own line; the walk has met its ancestors before."""
        up = node.parent
        if up is None:
            return
        outside = up.mem_id
        number, context, level, _ = self.known.get(outside) or self.open(up)
        if number != outside and not context.linked and self._in_link(up):
            context = Context(context)
            context.linked = True
        if tag in self._styled and not context.silent:
            context = context.inside(self._styled[tag])
        if level == _DEEPEST:
            self.limited = True
        number = node.mem_id
        self.known[number] = (number, context, level + 1, tag in self._tight)

    def hush(self, node: Node) -> None:
        """Open an element whose text is none of the page's."""
        self.known[node.mem_id] = self._silent

    def open(self, node: Node) -> Place:
        """The place of an inline element, or of the document, when the first text inside is met."""
        known = self.known
        closed: list[int] = []
        at: Node | None = node
        place = None
        while at is not None:
            number = at.mem_id
            place = known.get(number)
            if place is not None:
                break
            closed.append(number)
            at = at.parent
        if place is None:
            place = (closed[-1], Context(), 0, False)
        for number in closed:
            known[number] = place
        return place

    def box(self, node: Node, number: int) -> Node:
        """The element with this number, around ``node``."""
        at: Node | None = node
        while at is not None and at.mem_id != number:
            at = at.parent
        return at or node

    def phrases(self, node: Node) -> tuple[Phrase, ...]:
        """The innermost inline elements around a text that are links or have names, and the link around its block."""
        unknown: list[tuple[int, Node]] = []
        found = None
        at: Node | None = node
        while at is not None and (found := self._phrases.get(number := at.mem_id)) is None:
            unknown.append((number, at))
            at = at.parent
        found = found or ()
        for number, inner in reversed(unknown):
            if inner.tag_id in self._breaking:
                found = tuple([phrase for phrase in found if phrase[1] == "a"])
            elif (attributes := inner.attributes) and not _NAMING.isdisjoint(attributes):
                name = inner.tag or ""
                found = (*found[1 - _MOST_PHRASES :], (number, name, attributes))
            self._phrases[number] = found
        return found

    def link(self, span: Span, attributes: Attributes) -> Link:
        """The link that an ``a`` element is."""
        return Link(span, self.base.absolute(attributes.get("href") or ""))

    def mark(self, span: Span, attributes: Attributes, *, whole: bool) -> Mark | None:
        """The mark that a phrase is; None for the whole of a block, whose classes say as much."""
        props = f"{attributes.get('itemprop') or ''} {attributes.get('rel') or ''}".strip()
        own = attributes.get("class")
        if not props and (whole or not own):
            return None
        return Mark(span, self._inherit(_NO_NAMES, own), self._inherit(_NO_NAMES, props))

    def holder(self, nodes: Sequence[Node], outermost: int) -> Node | None:
        """The innermost element around all the texts in ``nodes``, if it is inside the one with that number."""
        holder = nodes[0]
        wanted = holder.mem_id
        for node in nodes[1:]:
            at: Node | None = node
            for _ in range(_NEAR):
                if at is None or (number := at.mem_id) == outermost:
                    return None
                if number == wanted:
                    break
                at = at.parent
            else:
                return None
        return holder

    def _in_link(self, node: Node) -> bool:
        """Whether an inline element is a link or inside one."""
        return any(name == "a" for _, name, _ in self.phrases(node))

    def path(self, node: Node) -> str:
        """The path of an element, like ``/html/body/div[2]/p[1]``."""
        unnamed: list[tuple[int, Node]] = []
        found = None
        at: Node | None = node
        while at is not None and (found := self._paths.get(number := at.mem_id)) is None:
            unnamed.append((number, at))
            at = at.parent
        path, depth = found or ("", -1)
        for number, inner in reversed(unnamed):
            depth += 1
            if 0 < depth <= _DEEPEST:
                name = inner.tag or ""
                path = f"{path}/{name}" if name in SINGLE else f"{path}/{name}[{self._number(inner, number)}]"
            self._room -= len(path)
            if self._room > 0:
                self._paths[number] = (path, depth)
        return path

    def names(self, node: Node) -> _Names:
        """The classes, ids and microdata names of an element and its ancestors."""
        unnamed: list[tuple[int, Node]] = []
        found = None
        at: Node | None = node
        while at is not None and (found := self._names.get(number := at.mem_id)) is None:
            unnamed.append((number, at))
            at = at.parent
        names, depth = found or (_NAMELESS, -1)
        for number, inner in reversed(unnamed):
            depth += 1
            if depth <= _DEEPEST and (attributes := inner.attributes):
                names = self._extended(names, attributes, depth)
            self._names[number] = (names, depth)
        return names

    def _extended(self, names: _Names, attributes: Attributes, depth: int) -> _Names:
        """The inherited names with those of an element ``depth`` elements below the root."""
        classes, ids, props, nesting, steps = names
        named, marked = attributes.get("class"), attributes.get("id")
        told = _props(attributes) if "itemprop" in attributes or "itemtype" in attributes else None
        if not (named or marked or told):
            return names
        own = self._inherit(_NO_NAMES, named)
        step = Step(depth, own, self._inherit(_NO_NAMES, marked), self._inherit(_NO_NAMES, told))
        if named:
            classes, nesting = self._inherit(classes, named), (*nesting, own)
        return classes, self._inherit(ids, marked), self._inherit(props, told), nesting, (*steps, step)

    def _inherit(self, inherited: frozenset[str], written: str | None) -> frozenset[str]:
        """The inherited names and those written; siblings share one set."""
        if not written:
            return inherited
        key = (id(inherited), written)
        names = self._sets.get(key)
        if names is None:
            names = self._sets[key] = inherited.union(written.split())
        return names

    def _number(self, node: Node, number: int) -> int:
        """Which of its parent's children of this name an element is, from 1; each child is counted once."""
        found = self._numbers.get(number)
        parent = node.parent
        if found is not None or parent is None:
            return found or 1
        last, counts = self._counted.get(parent.mem_id) or (None, dict[int, int]())
        at = parent.first_child if last is None else last.next
        while at is not None:
            tag = at.tag_id
            counts[tag] = self._numbers[at.mem_id] = counts.get(tag, 0) + 1
            last = at
            if at.mem_id == number:
                break
            at = at.next
        if last is not None:
            self._counted[parent.mem_id] = (last, counts)
        return self._numbers[number]


class PageElement(Element):
    """The element of a block of a page, worked out when asked: most of a page is menus that nobody looks at.

    Args:
        places: of the page.
        inside: the element around the block's first text.
        number: of the element whose text the block is, around it.
        span: the block's.
        pieces: the stretches of the block inside inline elements or links, each with the element and its offsets.
        whole: whether no text of the block stands outside them.
    """

    __slots__ = ("_found", "_inside", "_number", "_path", "_pieces", "_places", "_span", "_told", "_whole")

    def __init__(
        self, places: Places, inside: Node, number: int, span: Span, pieces: Sequence[Piece], *, whole: bool
    ) -> None:
        self._places = places
        self._inside = inside
        self._number = number
        self._span = span
        self._pieces = pieces
        self._whole = whole
        # What has been worked out.
        self._path: str | None = None
        self._told: _Names | None = None
        self._found: Sequence[tuple[str, Attributes, Span]] | None = None

    @property
    def path(self) -> str:
        """Where the element stands, like ``/html/body/div[2]/p[1]``."""
        if self._path is None:
            self._path = self._places.path(self._places.box(self._inside, self._number))
        return self._path

    @property
    def classes(self) -> frozenset[str]:
        """The class names of the element and its ancestors."""
        return (self._told or self._names())[0]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the element and its ancestors."""
        return (self._told or self._names())[1]

    @property
    def props(self) -> frozenset[str]:
        """The microdata names of the element and its ancestors."""
        return (self._told or self._names())[2]

    @property
    def links(self) -> tuple[Link, ...]:
        """The links inside, in order."""
        return tuple(
            self._places.link(span, attributes)
            for name, attributes, span in self._phrases()
            if name == "a" and attributes.get("href")
        )

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The phrases inside that have classes or properties of their own."""
        marks = (
            self._places.mark(span, attributes, whole=span == self._span) for _, attributes, span in self._phrases()
        )
        return tuple(mark for mark in marks if mark)

    @property
    def nesting(self) -> tuple[frozenset[str], ...]:
        """The classes element by element, from the outermost that has some to the innermost."""
        return (self._told or self._names())[3]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The named elements around the block and itself, from the outermost to the innermost."""
        return (self._told or self._names())[4]

    def _names(self) -> _Names:
        """The classes, ids and properties of the innermost element around all of the block."""
        places = self._places
        holder = places.holder([node for node, _, _ in self._pieces], self._number) if self._whole else None
        self._told = places.names(holder or places.box(self._inside, self._number))
        return self._told

    def _phrases(self) -> Sequence[tuple[str, Attributes, Span]]:
        """The inline elements with names, in order, each with its stretch of the text."""
        if self._found is None:
            self._found = self._stretches() if self._pieces else ()
        return self._found

    def _stretches(self) -> list[tuple[str, Attributes, Span]]:
        offset, size = self._span.start, self._span.end - self._span.start
        stretches: dict[int, list[int]] = {}
        phrases: list[tuple[int, str, Attributes]] = []
        for node, start, end in self._pieces:
            first, last = max(start, 0), min(end, size)
            if first >= last:
                continue
            for phrase in self._places.phrases(node):
                stretch = stretches.get(phrase[0])
                if stretch is None:
                    stretches[phrase[0]] = [first, last]
                    phrases.append(phrase)
                else:
                    stretch[1] = last
        return [
            (name, attributes, Span(offset + stretches[number][0], offset + stretches[number][1]))
            for number, name, attributes in phrases
        ]


def _props(attributes: Attributes) -> str:
    """What an element is to microdata: its ``itemprop`` names, and the last part of its ``itemtype``."""
    types = (kind.rstrip("/").rpartition("/")[2] for kind in (attributes.get("itemtype") or "").split())
    return " ".join([attributes.get("itemprop") or "", *types])
