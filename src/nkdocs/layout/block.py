"""A document laid out: its text, and blocks that cover it in order."""

from typing import Any, Final

import attrs

from nkdocs.records.article import DocumentInfo, Text
from nkdocs.records.frozen import FrozenMapping
from nkdocs.records.note import Note
from nkdocs.text.span import Span

__all__ = ["API_VERSION", "Block", "Element", "Layout", "Link", "Meta"]

API_VERSION: Final = 1


@attrs.frozen(slots=True, kw_only=True)
class Link:
    """A link inside a block: the words and where they lead."""

    span: Span
    url: str


@attrs.frozen(slots=True, kw_only=True)
class Element:
    """What HTML says of a block: its path, the classes and ids of it and its ancestors, its links."""

    path: str | None = None
    classes: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    links: tuple[Link, ...] = ()


_NO_ELEMENT: Final = Element()


@attrs.frozen(slots=True, kw_only=True)
class Block:
    """One paragraph, heading, bullet or continuation of a bullet.

    ``text == layout.text[span.start:span.end]`` always. ``depth`` is 0 outside lists and 1 for the outermost
    bullet; a bullet's continuation lines have its depth. ``indent`` is the column of the text (for a bullet:
    of its mark), ``gap`` the number of blank lines before the block: both tell lost lines in stripped text.
    """

    kind: str
    text: str
    span: Span
    depth: int = 0
    level: int | None = None
    indent: int = 0
    gap: int = 0
    element: Element = _NO_ELEMENT

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
    opengraph: FrozenMapping[str] = attrs.field(factory=FrozenMapping)
    names: FrozenMapping[str] = attrs.field(factory=FrozenMapping)
    hints: FrozenMapping[str] = attrs.field(factory=FrozenMapping)
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
    and what the layout itself had to decide.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    meta: Meta = attrs.field(factory=Meta)
    document: DocumentInfo
    notes: tuple[Note, ...] = ()
    readable: bool = True

    def at(self, start: int, end: int) -> Text:
        """The slice from ``start`` to ``end`` with its span."""
        return Text(text=self.text[start:end], span=Span(start, end))
