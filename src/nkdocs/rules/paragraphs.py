"""What a block says once its hard wraps are undone."""

from collections.abc import Iterable, Sequence

from nkdocs.layout.block import Block
from nkdocs.records import Paragraph
from nkdocs.records.unchecked import unchecked_paragraph
from nkdocs.text.tidy import joined_lines

__all__ = ["block_text", "is_subhead", "paragraphs", "unwrapped"]

_KINDS = {"heading": "subhead", "bullet": "list", "quote": "quote"}
_SUBHEAD_MOST = 100
_SUBHEAD_LETTERS = 4
_ITEM_LEAST = 3


def block_text(block: Block) -> str:
    """The text of a block as one line: whatever newlines it still holds are hard wraps.

    Preformatted text keeps its lines.
    """
    if block.lines == 1:
        return block.text
    lines = block.text.splitlines()
    return "\n".join(lines) if block.kind == "preformatted" else joined_lines(lines)


def is_subhead(text: str) -> bool:
    """Whether a line of its own is a subhead: short, in capitals throughout, and no sentence.

    >>> is_subhead("PRICES IN HYESAN"), is_subhead("Prices in Hyesan"), is_subhead("혜산에서 USB 값이 올랐다")
    (True, False, False)
    """
    if len(text) > _SUBHEAD_MOST or not text.isupper() or " " not in text or text[-1] in ".,;:)":
        return False
    letters = [sign for sign in text if sign.isalpha()]
    # Hangul and ideographs are in no case: one word in capitals makes no subhead of their line.
    return len(letters) >= _SUBHEAD_LETTERS and 2 * sum(map(str.isupper, letters)) >= len(letters)


def paragraphs(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    """The blocks that nobody else took, as paragraphs."""
    return tuple(
        [
            # Most blocks are plain paragraphs of one line, and not in capitals.
            unchecked_paragraph("body", text, span)
            if lines == 1 and kind == "paragraph" and not depth and (len(text) > _SUBHEAD_MOST or not text.isupper())
            else unchecked_paragraph(_kind(block), block_text(block), span)
            for block in blocks
            for kind, text, span, depth, _, _, _, lines, _ in (block,)
            if text
        ]
    )


def _kind(block: Block) -> str:
    if block.kind != "paragraph":
        return _KINDS.get(block.kind, "body")
    if block.depth:
        return "list"
    return "subhead" if is_subhead(block.text) else "body"


def unwrapped(blocks: Sequence[Block]) -> list[Block]:
    r"""An article that was captured as one list item, as blocks outside lists; other blocks as they are.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("  • By Han Sol\n\n    March 2, 2020\n\n    Rice fell.\n\n    It rose again.")
    >>> [(block.kind, block.depth) for block in unwrapped(layout.blocks)][:2]
    [('paragraph', 0), ('paragraph', 0)]
    """
    # Nearly every article has a block outside lists, and it is the first one.
    if any(not block.depth for block in blocks):
        return list(blocks)
    outer = [block for block in blocks if block.kind == "bullet" and block.depth == 1]
    inside = sum(block.depth == 1 and block.kind != "bullet" for block in blocks)
    if len(outer) != 1 or inside < _ITEM_LEAST:
        return list(blocks)
    return [b._replace(depth=b.depth - 1, kind="paragraph" if b is outer[0] else b.kind) for b in blocks]
