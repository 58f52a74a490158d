"""Text nodes to blocks: white space as a reader sees it, lines, and the spans of links, times and phrases."""

import re
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.layout.html_element import PageElement, Piece
from nkdocs.layout.html_places import Place, Places
from nkdocs.layout.html_tags import Node
from nkdocs.text.span import Span

__all__ = ["Flow", "TimeStretch"]

_WHITE: Final = " \t\n\r\f"
_RUN_OF_WHITE: Final = re.compile(r"[ \t\n\r\f]+")
# How many elements up a text may stand inside a time.
_NEAR: Final = 8
# Paragraphs of these alone are spacers of content systems, not text.
_INVISIBLE: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"


# Half the time of a call: a page has hundreds of blocks.
_block: Final = Block._make


class TimeStretch:
    """A ``time`` of the page, and where its words stand."""

    __slots__ = ("_number", "end", "node", "span", "start")

    def __init__(self, node: Node) -> None:
        self.node: Node = node
        self.span: Span | None = None
        self.start: int | None = None
        self.end: int = 0
        self._number = node.mem_id

    def holds(self, place: Place) -> bool:
        """Whether an element is this one or stands inside it."""
        at: Place | None = place
        for _ in range(_NEAR):
            if at is None:
                return False
            if at.number == self._number:
                return True
            at = at.up
        return False

    def settle(self, base: int, block: Span) -> None:
        """Give the words their span, in a block whose text began at ``base``."""
        start, end = max(block.start, base + (self.start or 0)), min(block.end, base + self.end)
        if start < end:
            self.span = Span(start, end)


class Flow:
    """The text of a page as it grows, block by block.

    ``broken`` is set by the walk where an element began that starts on a line of its own.
    """

    __slots__ = (
        "_box",
        "_inside",
        "_known",
        "_last",
        "_length",
        "_lines",
        "_parts",
        "_pieces",
        "_place",
        "_places",
        "_size",
        "_spaced",
        "_tight",
        "_time",
        "_timed",
        "_used",
        "_whole",
        "blocks",
        "broken",
        "texts",
        "times",
    )  # fmt: skip

    def __init__(self, places: Places) -> None:
        self.blocks: list[Block] = []
        self.texts: list[str] = []
        self.times: list[TimeStretch] = []
        self.broken: bool = False
        self._places = places
        self._known = places.known
        self._size = 0
        # The open block: its element, and the one around its first text.
        self._box = 0
        self._inside: Place | None = None
        self._tight = False
        # The items of lists that have had their bullet.
        self._used: set[int] = set()
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._whole = True
        self._timed: list[TimeStretch] = []
        # What came last: the number of the text node, the element around it, a space at its end, line ends after it.
        self._last = 0
        self._place: Place | None = None
        self._spaced = False
        self._lines = 0
        self._time: TimeStretch | None = None

    def add(self, node: Node) -> None:
        """Take a text node that is more than spaces, tabs and line ends."""
        parent = node.parent
        if parent is None:
            return
        number = parent.mem_id
        place = self._known.get(number) or self._places.open(parent, number)
        box, context = place.box, place.context
        if context.silent:
            return
        data = node.text_content or ""
        if self.broken or box != self._box or (self._lines > 1 and not context.pre):
            if self._parts:
                self.close()
            self._box = box
            self._inside = place
            self.broken = False
        else:
            self._join(node, place, data)
        self._lines = 0
        text = data if context.pre else _collapsed(data)
        self._parts.append(text)
        start = self._length
        self._length = end = start + len(text)
        if context.linked or number != box:
            self._pieces.append((place, start, end))
        else:
            self._whole = False
        if self._time is not None:
            self._extend(self._time, place, start, end)
        self._spaced = data[-1] in _WHITE
        self._last = node.mem_id
        self._place = place

    def end_line(self, _: Node) -> None:
        """Count a ``br``: one ends the line, two the paragraph."""
        self._lines += 1

    def begin_time(self, node: Node) -> None:
        """Record where the words of a ``time`` stand, if it has any."""
        self._time = TimeStretch(node)
        self.times.append(self._time)

    def close(self) -> None:
        """End the open block, if there is one."""
        parts = self._parts
        text = parts[0] if len(parts) == 1 else "".join(parts)
        core = text.strip()
        if core and (text.isascii() or core.strip(_INVISIBLE)):
            self._emit(text, core)
        self._box = 0
        self._parts = []
        self._pieces = []
        self._length = 0
        self._whole = True
        if self._timed:
            self._timed = []
            self._time = None

    def _emit(self, text: str, core: str) -> None:
        """Make the open block, whose text is ``core`` with blanks around it."""
        inside, pieces, texts = self._inside, self._pieces, self.texts
        if inside is None:
            return
        item, context, tight = inside.item, inside.context, inside.tight
        start, gap, lead = self._size, 0, 0
        if texts:
            gap = 0 if self._tight and tight else 1
            texts.append("\n\n" if gap else "\n")
            start += gap + 1
        self._tight = tight
        if core != text:
            lead = text.index(core)
            pieces = [(place, first - lead, last - lead) for place, first, last in pieces]
            if context.pre and lead:
                texts.append(text[:lead].rpartition("\n")[2])
                start += len(texts[-1])
        texts.append(core)
        self._size = end = start + len(core)
        kind = context.kind
        if item and item not in self._used:
            self._used.add(item)
            kind = "bullet" if kind == "paragraph" else kind
        span = Span(start, end)
        for time in self._timed:
            time.settle(start - lead, span)
        element = PageElement(self._places, inside, span, pieces, self._whole)
        self.blocks.append(_block((kind, core, span, context.depth, context.level, 0, gap, 1, element)))

    def _join(self, node: Node, place: Place, data: str) -> None:
        """Put what stands between two stretches of one block: line ends, a space, or nothing."""
        if self._lines:
            glue = "\n" * self._lines
        elif place.context.pre:
            glue = self._blanks(node)
        elif self._spaced or data[0] in _WHITE or self._blanks(node) or self._apart(place):
            glue = " "
        else:
            return
        self._parts.append(glue)
        self._length += len(glue)

    def _apart(self, place: Place) -> bool:
        """Whether two links touch: style sheets set them apart, and readers see two words."""
        before = self._link(self._place)
        return before is not None and self._link(place) not in {None, before}

    def _link(self, place: Place | None) -> int | None:
        """The number of the link around a text."""
        phrases = self._places.phrases(place) if place is not None and place.context.linked else ()
        return next((number for number, name, _ in reversed(phrases) if name == "a"), None)

    def _extend(self, time: TimeStretch, place: Place, start: int, end: int) -> None:
        """Record text that stands inside the last ``time``, if it does."""
        if not time.holds(place):
            self._time = None
            return
        if time.start is None:
            time.start = start
            self._timed.append(time)
        time.end = end

    def _blanks(self, node: Node) -> str:
        """The blank text between the last stretch and ``node``, which the walk has passed over."""
        blanks: list[str] = []
        at: Node | None = node
        while at is not None:
            before = at.prev
            if before is None:
                at = at.parent
                continue
            while (inner := before.last_child) is not None:
                before = inner
            if before.mem_id == self._last:
                break
            if before.tag == "-text" and not (content := before.text_content or "").strip(_WHITE):
                blanks.append(content)
            at = before
        return "".join(reversed(blanks))


def _collapsed(text: str) -> str:
    """Every run of white space as one space, none at the ends; no-break and ideographic spaces stay."""
    if text.isascii():
        # Most texts have no white space but single spaces, and are not worth being taken apart.
        return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
        text = _RUN_OF_WHITE.sub(" ", text)
    return text.strip(" ")
