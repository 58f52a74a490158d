"""The alternative text of pictures: search words that some extractors write on a line before the caption."""

from itertools import pairwise
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Span
from nkdocs.rules.body import take_inner_captions
from nkdocs.rules.captions import CAPTION_MOST, CREDIT_MOST, caption, credit_line
from nkdocs.rules.header import take_leading_captions
from nkdocs.rules.headlines import headline
from nkdocs.rules.sheet import Sheet, lines_of

__all__ = [
    "is_alternative_text",
    "join_credit_lines",
    "part_alternative_text",
    "take_alternative_text",
    "take_captions_with_words",
]

_WORDS_LEAST: Final = 4
_LONGEST: Final = 120
_RULE: Final = "alternative_text"


def is_alternative_text(block: Block) -> bool:
    """Whether a line may be a picture's: words without a stop, in lower case or few.

    Only a caption right under it tells it from a title.

    >>> import nkdocs
    >>> is_alternative_text(nkdocs.lay_out("hyesan market rice traders").blocks[0])
    True
    """
    text = block.text
    # Nearly every block is a sentence: its last sign tells, and costs least.
    if text[-1] in ".?!”" or len(text) > _LONGEST or block.depth or not text.isascii() or text.isupper():
        return False
    return text[0].islower() or len(text.split()) < _WORDS_LEAST


def take_alternative_text(sheet: Sheet) -> None:
    """The first block, where it is such a line and a caption stands under it; that caption is taken too.

    So is a line in lower case right above a title.
    """
    if len(sheet.blocks) < 2 or not is_alternative_text(sheet.blocks[0]):  # noqa: PLR2004 - the line and its caption
        return
    line = sheet.blocks.pop(0)
    before = len(sheet.captions)
    take_leading_captions(sheet)
    titled = sheet.headline is None and line.text.islower() and sheet.blocks and headline(sheet.blocks[0])
    if len(sheet.captions) > before or titled:
        sheet.label("boilerplate", line.span, _RULE)
    else:
        sheet.blocks.insert(0, line)


def part_alternative_text(sheet: Sheet) -> None:
    """Part search words above a caption from the line before them, which they seem to go on in lower case."""
    for number, block in enumerate(sheet.blocks[:-1]):
        if block.lines == 2:  # noqa: PLR2004 - a line, and the one that was joined to it
            line, words = lines_of(block)
            if is_alternative_text(words) and caption(sheet.layout, sheet.blocks[number + 1].span) is not None:
                sheet.blocks[number : number + 1] = [line, words]
                return


def join_credit_lines(sheet: Sheet) -> None:
    """A caption whose credit stands on the next line is one block: two lines between blank ones."""
    at = 0
    while at + 1 < len(sheet.blocks):
        line, credit = sheet.blocks[at], sheet.blocks[at + 1]
        # Nearly every block is longer than any credit.
        if len(credit.text) <= CREDIT_MOST and credit_line(credit.text) and _is_over(sheet, line, credit, at):
            span = Span(line.span.start, credit.span.end)
            sheet.blocks[at : at + 2] = [line._replace(text=span.of(sheet.layout.text), span=span, lines=2)]
        at += 1


def _is_over(sheet: Sheet, line: Block, credit: Block, at: int) -> bool:
    """Whether a short line that opens its run of lines stands right over another."""
    if at and not _opens_run(sheet, line):
        return False
    between = sheet.layout.text[line.span.end : credit.span.start]
    return len(line.text) <= CAPTION_MOST and between.count("\n") == 1


def _opens_run(sheet: Sheet, line: Block) -> bool:
    """Whether a blank line stands before a line."""
    start = line.span.start
    return sheet.layout.text[max(0, start - 8) : start].count("\n") > 1


def take_captions_with_words(sheet: Sheet) -> None:
    """Captions between paragraphs, and the alternative text right before each."""
    lines = {after.span.start: line for line, after in pairwise(sheet.blocks) if is_alternative_text(line)}
    known = len(sheet.captions)
    take_inner_captions(sheet)
    taken = {one.span.start for one in sheet.captions[known:] if one.span is not None}
    spans = {line.span for start, line in lines.items() if start in taken}
    if spans:
        sheet.drop(lambda block: block.span in spans, "boilerplate", _RULE)
