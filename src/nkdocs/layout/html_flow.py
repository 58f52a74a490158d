"""Text nodes to blocks: white space as a reader sees it, lines, and the spans of links, times and phrases."""

import re
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.layout.html_places import Attributes, Context, PageElement, Places, Run
from nkdocs.layout.html_tags import TIGHT, Node
from nkdocs.text.span import Span

__all__ = ["Flow"]

_WHITE: Final = " \t\n\r\f"
_RUN_OF_WHITE: Final = re.compile(r"[ \t\n\r\f]+")
# How many elements up a phrase is looked for that holds the whole of a block.
_NEAR: Final = 8
# Paragraphs of these alone are spacers of content systems, not text.
_INVISIBLE: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"


class Flow:
    """The text of a page as it grows, block by block.

    ``broken`` is set by the walk where an element began that starts on a line of its own.
    """

    __slots__ = ("_before", "_box", "_context", "_holder", "_known", "_last", "_length", "_lines", "_link", "_parts",
                 "_places", "_runs", "_serial", "_size", "_spaced", "blocks", "broken", "pieces")  # fmt: skip

    def __init__(self, places: Places) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.broken = False
        self._places = places
        self._known = places.known
        self._size = 0
        self._before = ""
        self._box: Node | None = None
        self._holder: Node | None = None
        self._context = Context()
        self._last = 0
        self._link: Run | None = None
        self._lines = 0
        self._spaced = False
        self._serial = 0
        self._length = 0
        self._parts: list[str] = []
        self._runs: list[Run] = []

    def add(self, node: Node) -> None:
        """Take a text node that is more than spaces, tabs and line ends."""
        parent = node.parent
        if parent is None:
            return
        box, context, _ = self._known.get(parent.mem_id) or self._places.open(parent)
        if context.silent:
            return
        data = node.text_content or ""
        pre = context.pre
        if self.broken or box is not self._box or (self._lines > 1 and not pre):
            if self._box is not None:
                self.close()
            self._box = box
            self._holder = parent
            self._context = context
            self.broken = False
        else:
            self._join(node, parent, context, data)
        self._lines = 0
        text = data if pre else " ".join(data.split()) if data.isascii() else _collapsed(data)
        self._parts.append(text)
        if context.runs:
            self._extend(context.runs, len(text))
        self._length += len(text)
        self._spaced = data[-1] in _WHITE
        self._last = node.mem_id
        self._link = context.link

    def end_line(self, _: Node) -> None:
        """Count a ``br``: one ends the line, two the paragraph."""
        self._lines += 1

    def close(self) -> None:
        """End the open block, if there is one."""
        box, holder, parts = self._box, self._holder, self._parts
        text = parts[0] if len(parts) == 1 else "".join(parts)
        core = text.strip()
        if box is not None and holder is not None and core and (text.isascii() or core.strip(_INVISIBLE)):
            context = self._context
            lead = 0 if core == text else text.index(core)
            gap = self._separate(box, text[:lead] if context.pre else "")
            start = self._size
            self.pieces.append(core)
            self._size = end = start + len(core)
            kind = context.kind
            item = context.item
            if item is not None:
                if kind == "paragraph" and not item.used:
                    kind = "bullet"
                item.used = True
            span = Span(start, end)
            runs = self._recorded(start - lead, start, end) if self._runs else ()
            element = PageElement(self._places, box, holder, runs, span)
            self.blocks.append(Block(kind, core, span, context.depth, context.level, gap=gap, element=element))
        self._parts = []
        self._runs = []
        self._serial += 1
        self._length = 0
        self._box = None

    def _separate(self, box: Node, before: str) -> int:
        """Write what stands between two blocks, and the indent of preformatted text; the number of blank lines."""
        gap = 0
        name = box.tag or ""
        if self._before:
            gap = 0 if name in TIGHT and self._before in TIGHT else 1
            self.pieces.append("\n\n" if gap else "\n")
            self._size += gap + 1
        self._before = name
        if before:
            indent = before.rpartition("\n")[2]
            self.pieces.append(indent)
            self._size += len(indent)
        return gap

    def _join(self, node: Node, parent: Node, context: Context, data: str) -> None:
        """Put what stands between two stretches of one block: line ends, a space, or nothing."""
        if self._holder is not self._box:
            self._holder = _common(parent, self._holder, self._box)
        if self._lines:
            glue = "\n" * self._lines
        elif context.pre:
            glue = self._blanks(node)
        elif self._spaced or data[0] in _WHITE or self._apart(context) or self._blanks(node):
            glue = " "
        else:
            return
        self._parts.append(glue)
        self._length += len(glue)

    def _apart(self, context: Context) -> bool:
        """Whether two links touch: style sheets set them apart, and readers see two words."""
        return context.link is not None and self._link not in {None, context.link}

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

    def _extend(self, runs: tuple[Run, ...], length: int) -> None:
        """Record that ``length`` more characters stand inside these elements."""
        start = self._length
        for run in runs:
            if run.block != self._serial:
                run.block = self._serial
                run.start = start
                self._runs.append(run)
            run.end = start + length

    def _recorded(self, base: int, start: int, end: int) -> tuple[tuple[str, Attributes, int, int], ...]:
        """The links and phrases of the block from ``start`` to ``end``, whose text begins at ``base``."""
        recorded: list[tuple[str, Attributes, int, int]] = []
        for run in self._runs:
            first = max(start, base + run.start)
            last = min(end, base + run.end)
            if first < last:
                recorded.append((run.kind, run.attributes, first, last))
                if run.kind == "time":
                    run.span = run.span or Span(first, last)
        return tuple(recorded)


def _collapsed(text: str) -> str:
    """Every run of white space as one space, none at the ends; no-break and ideographic spaces stay."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
        text = _RUN_OF_WHITE.sub(" ", text)
    return text.strip(" ")


def _common(inner: Node, holder: Node | None, box: Node | None) -> Node | None:
    """The innermost of ``holder`` and the block's own element that is around ``inner`` too."""
    if holder is None or box is None:
        return box
    wanted, outermost = holder.mem_id, box.mem_id
    at: Node | None = inner
    for _ in range(_NEAR):
        if at is None or at.mem_id == outermost:
            break
        if at.mem_id == wanted:
            return holder
        at = at.parent
    return box
