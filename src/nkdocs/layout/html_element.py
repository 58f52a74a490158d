"""What a page says of one block, worked out when asked: most of a page is menus that nobody looks at."""

from collections.abc import Sequence
from typing import Final

from nkdocs.layout.block import Element, Link, Mark, Step
from nkdocs.layout.html_places import Attributes, Place, Places
from nkdocs.text.span import Span

__all__ = ["PageElement", "Piece"]

# An element with the offsets, in its block, of the text inside.
Piece = tuple[Place, int, int]

# How many elements up the holder of a whole block is looked for.
_NEAR: Final = 8


class PageElement(Element):
    """The element of a block of a page.

    Args:
        places: of the page.
        inside: the element around the block's first text.
        span: the block's.
        pieces: the stretches of the block inside inline elements or links, each with the element and its offsets.
        whole: whether no text of the block stands outside them.
    """

    __slots__ = ("_around", "_found", "_inside", "_links", "_pieces", "_places", "_span", "_whole")

    def __init__(self, places: Places, inside: Place, span: Span, pieces: Sequence[Piece], whole: bool) -> None:
        self._places = places
        self._inside = inside
        self._span = span
        self._pieces = pieces
        self._whole = whole
        # What has been worked out.
        self._around: Place | None = None
        self._links: tuple[Link, ...] | None = None
        self._found: Sequence[tuple[str, Attributes, Span]] | None = None

    @property
    def path(self) -> str:
        """Where the element stands, like ``/html/body/div[2]/p[1]``."""
        return self._places.path(self._places.box(self._inside))

    @property
    def classes(self) -> frozenset[str]:
        """The class names of the element and its ancestors."""
        around = self._around or self._held()
        return (around.names or self._places.names(around))[0]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the element and its ancestors."""
        around = self._around or self._held()
        return (around.names or self._places.names(around))[1]

    @property
    def props(self) -> frozenset[str]:
        """The microdata names of the element and its ancestors."""
        around = self._around or self._held()
        return (around.names or self._places.names(around))[2]

    @property
    def links(self) -> tuple[Link, ...]:
        """The links inside, in order."""
        if self._links is None:
            absolute = self._places.base.absolute
            self._links = tuple(
                [
                    Link(span, absolute(href))
                    for name, attributes, span in self._phrases()
                    if name == "a" and (href := attributes.get("href"))
                ]
            )
        return self._links

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The phrases inside that have classes or properties of their own."""
        marks = (self._mark(span, attributes) for _, attributes, span in self._phrases())
        return tuple(mark for mark in marks if mark)

    @property
    def nesting(self) -> tuple[frozenset[str], ...]:
        """The classes element by element, from the outermost that has some to the innermost."""
        return self._places.steps(self._around or self._held())[0]

    @property
    def steps(self) -> tuple[Step, ...]:
        """The named elements around the block and itself, from the outermost to the innermost."""
        return self._places.steps(self._around or self._held())[1]

    def _held(self) -> Place:
        """The innermost element around all of the block."""
        holder = _holder(self._pieces, self._inside.box) if self._whole else None
        self._around = around = holder or self._places.box(self._inside)
        return around

    def _mark(self, span: Span, attributes: Attributes) -> Mark | None:
        """The mark that a phrase is; None for the whole of the block, whose classes say as much."""
        props = f"{attributes.get('itemprop') or ''} {attributes.get('rel') or ''}".strip()
        own = attributes.get("class")
        if not props and (not own or span == self._span):
            return None
        return Mark(span, self._places.own(own), self._places.own(props))

    def _phrases(self) -> Sequence[tuple[str, Attributes, Span]]:
        """The inline elements with names, in order, each with its stretch of the text."""
        if self._found is None:
            pieces = self._pieces
            self._found = self._lone(*pieces[0]) if len(pieces) == 1 else self._stretches() if pieces else ()
        return self._found

    def _lone(self, place: Place, start: int, end: int) -> Sequence[tuple[str, Attributes, Span]]:
        """The elements around the only piece."""
        phrases = self._places.phrases(place)
        offset, size = self._span.start, self._span.end - self._span.start
        first, last = max(start, 0), min(end, size)
        if not phrases or first >= last:
            return ()
        span = self._span if last - first == size else Span(offset + first, offset + last)
        return [(name, attributes, span) for _, name, attributes in phrases]

    def _stretches(self) -> list[tuple[str, Attributes, Span]]:
        offset, size = self._span.start, self._span.end - self._span.start
        stretches: dict[int, list[int]] = {}
        phrases: list[tuple[int, str, Attributes]] = []
        for place, start, end in self._pieces:
            first, last = max(start, 0), min(end, size)
            if first >= last:
                continue
            for phrase in self._places.phrases(place):
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


def _holder(pieces: Sequence[Piece], outermost: int) -> Place | None:
    """The innermost element around all pieces, if it is inside the one with that number."""
    holder = pieces[0][0]
    if len(pieces) == 1:
        return holder
    for place, _, _ in pieces[1:]:
        at: Place | None = place
        for _ in range(_NEAR):
            if at is None or at.number == outermost:
                return None
            if at is holder:
                break
            at = at.up
        else:
            return None
    return holder
