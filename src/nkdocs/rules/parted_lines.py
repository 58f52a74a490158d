"""Lines that were joined to a paragraph, and are lines of their own."""

from collections.abc import Callable, Iterator

from nkdocs.layout.block import Block
from nkdocs.rules.sheet import Sheet, cut

__all__ = ["part_own_lines"]


def part_own_lines(sheet: Sheet, own: Callable[[str], bool]) -> None:
    """Lines that were joined to a paragraph, because they open in lower case, but are lines of their own."""
    if not any(block.lines > 1 for block in sheet.blocks):
        return
    rest: list[Block] = []
    for block in sheet.blocks:
        rest.extend(_parted(block, own) if block.lines > 1 else (block,))
    sheet.blocks = rest


def _parted(block: Block, own: Callable[[str], bool]) -> Iterator[Block]:
    """The runs of lines between those that are their own, and these."""
    start = end = lines = 0
    for line in block.text.splitlines(keepends=True):
        if not own(line.strip()):
            lines, end = lines + 1, end + len(line)
            continue
        if lines:
            yield cut(block, start, end)._replace(lines=lines)
        yield cut(block, end, end + len(line))._replace(lines=1)
        start = end = end + len(line)
        lines = 0
    if lines:
        yield cut(block, start, end)._replace(lines=lines)
