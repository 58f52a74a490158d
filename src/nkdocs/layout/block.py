"""A document laid out: its text, and blocks that cover it in order."""

from typing import Any, Final, NamedTuple

import attrs

from nkdocs.layout.main_text import MainText
from nkdocs.records.article import DocumentInfo, Text
from nkdocs.records.frozen import FrozenMapping
from nkdocs.records.note import Note
from nkdocs.text.span import Span
from nkdocs.version import API_VERSION

__all__ = ["API_VERSION", "NO_ELEMENT", "Block", "Element", "Layout", "Link", "Mark", "Meta", "Step"]


class Link(NamedTuple):
    """A link inside a block: the words and where they lead."""

    span: Span
    url: str


class Mark(NamedTuple):
    """A phrase inside a block that HTML names: its own classes, and its ``itemprop`` and ``rel`` as ``props``."""

    span: Span
    classes: frozenset[str] = frozenset()
    props: frozenset[str] = frozenset()


class Step(NamedTuple):
    """One of the elements around a block that HTML names: how deep it stands, ``/html`` being 1, and its own names."""

    depth: int
    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    props: frozenset[str] = frozenset()


class Element:
    """What HTML says of a block; plain text has none of it.

    ``path`` is the element's, ``classes`` and ``ids`` are its own and its ancestors', ``links`` and ``marks`` are
    inside. ``props`` are the ``itemprop`` names and the kinds of ``itemtype``, of it and its ancestors.
    ``nesting`` tells which of the classes stand on one element, the outermost first; ``steps`` tells that of all names.
    A subclass may work them out when asked: a page has more elements than its parser looks at.

    >>> Element(path="/html/body/p[1]").path
    '/html/body/p[1]'
    """

    __slots__ = ("_values",)

    def __init__(
        self,
        path: str | None = None,
        classes: frozenset[str] = frozenset(),
        *,
        ids: frozenset[str] = frozenset(),
        links: tuple[Link, ...] = (),
        marks: tuple[Mark, ...] = (),
        props: frozenset[str] = frozenset(),
        nesting: tuple[frozenset[str], ...] | None = None,
        steps: tuple[Step, ...] = (),
    ) -> None:
        if nesting is None:
            nesting = (classes,) if classes else ()
        self._values = (path, classes, ids, links, marks, props, nesting, steps)

    @property
    def path(self) -> str | None:
        """Where the element stands, like ``/html/body/div[2]/p[1]``."""
        return self._values[0]

    @property
    def classes(self) -> frozenset[str]:
        """The class names of the element and its ancestors."""
        return self._values[1]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the element and its ancestors."""
        return self._values[2]

    @property
    def links(self) -> tuple[Link, ...]:
        """The links inside, in order."""
        return self._values[3]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The phrases inside that have classes or properties of their own."""
        return self._values[4]

    @property
    def props(self) -> frozenset[str]:
        """The microdata names of the element and its ancestors."""
        return self._values[5]

    @property
    def nesting(self) -> tuple[frozenset[str], ...]:
        """The classes element by element, from the outermost that has some to the innermost."""
        return self._values[6]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The elements with classes, ids or properties, from the outermost to the innermost."""
        return self._values[7]

    def values(self) -> tuple[Any, ...]:
        """All eight, in the order of the constructor."""
        return (self.path, self.classes, self.ids, self.links, self.marks, self.props, self.nesting, self.steps)

    def __eq__(self, other: object) -> bool:
        """Whether both say the same."""
        return isinstance(other, Element) and self.values() == other.values()

    def __hash__(self) -> int:
        """Equal elements have equal hashes."""
        return hash(self.values())

    def __repr__(self) -> str:
        """The element as an expression."""
        path, classes, ids, links, marks, props, nesting, steps = self.values()
        return f"Element({path=}, {classes=}, {ids=}, {links=}, {marks=}, {props=}, {nesting=}, {steps=})"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as what it says, whatever it was worked out from."""
        return (_element, self.values())


def _element(path: str | None, classes: frozenset[str], *values: Any) -> Element:
    """An element from its eight values."""
    ids, links, marks, props, nesting, steps = values
    return Element(path, classes, ids=ids, links=links, marks=marks, props=props, nesting=nesting, steps=steps)


NO_ELEMENT: Final = Element()


class Block(NamedTuple):
    """One paragraph, heading, bullet or continuation of a bullet.

    ``text == layout.text[span.start:span.end]`` always. ``depth`` is 0 outside lists and 1 for the outermost
    bullet; a bullet's continuation lines have its depth. ``indent`` is the column of the text (for a bullet:
    of its mark), ``gap`` the number of blank lines before the block: both tell lost lines in stripped text.
    ``lines`` is how many lines the text runs over where they are one paragraph.

    A named tuple, because making blocks is most of what laying out a text costs.
    """

    kind: str
    text: str
    span: Span
    depth: int = 0
    level: int | None = None
    indent: int = 0
    gap: int = 0
    lines: int = 1
    element: Element = NO_ELEMENT

    @property
    def path(self) -> str | None:
        """HTML: ``/html/body/div[2]/p[1]``; None for text."""
        return self.element.path

    @property
    def classes(self) -> frozenset[str]:
        """HTML: class names of the element and its ancestors."""
        return self.element.classes

    @property
    def ids(self) -> frozenset[str]:
        """HTML: ids of the element and its ancestors."""
        return self.element.ids

    @property
    def links(self) -> tuple[Link, ...]:
        """HTML: the links inside."""
        return self.element.links


@attrs.frozen(slots=True, kw_only=True)
class Meta:
    """What a page says about itself outside its text; all empty for plain text."""

    jsonld: tuple[FrozenMapping[Any], ...] = ()
    opengraph: FrozenMapping[str] = attrs.field(factory=FrozenMapping[str])
    names: FrozenMapping[str] = attrs.field(factory=FrozenMapping[str])
    hints: FrozenMapping[str] = attrs.field(factory=FrozenMapping[str])
    canonical: str | None = None
    title: str | None = None
    language: str | None = None
    microdata: tuple[FrozenMapping[Any], ...] = ()
    times: tuple[tuple[Span | None, str], ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()


@attrs.frozen(slots=True, kw_only=True)
class Layout:
    """What a parser sees of a document: text and blocks, never markup or bytes.

    The blocks hold every non-blank character of ``text``, bullet marks aside, exactly once and in order.
    ``readable`` is False for content that no parser is asked about (binary, undecodable); ``notes`` say why,
    and what the layout itself had to decide. ``main`` is what a general extractor takes a page's article to be.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    meta: Meta = attrs.field(factory=Meta)
    document: DocumentInfo
    notes: tuple[Note, ...] = ()
    readable: bool = True
    main: MainText | None = attrs.field(default=None, eq=False, repr=False)

    def at(self, start: int, end: int) -> Text:
        """The slice from ``start`` to ``end`` with its span."""
        return Text(text=self.text[start:end], span=Span(start, end))
