"""Steps that read the body and what belongs to it: repeats, the thread, captions between paragraphs."""

import re
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Note, Span
from nkdocs.rules.captions import CAPTION_LEAST, CAPTION_MOST, CREDIT_MOST, caption, credit_line
from nkdocs.rules.paragraphs import unwrapped
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.threads import find_thread, read_thread

__all__ = ["take_inner_captions", "take_repeat", "take_thread", "unwrap"]

_REPEAT_LEAST: Final = 4
_RESPONSES: Final = re.compile(
    r"\d{1,5} (?:Responses?|Comments?|Replies|thoughts?)\b.{0,200}|Comments?(?: \(\d{1,5}\))?|Leave a (?:Reply|Comment)"
    r"|댓글(?: ?\d{1,5})?개?|コメント",
    re.IGNORECASE,
)


def unwrap(sheet: Sheet) -> None:
    """Blocks of an article that was captured as one list item are no list."""
    sheet.blocks = unwrapped(sheet.blocks)


def take_repeat(sheet: Sheet) -> None:
    """A page that holds the same article twice gives it once; the second copy is set aside, and noted."""
    texts = [block.text for block in sheet.blocks]
    if len(texts) < _REPEAT_LEAST or texts[0] not in texts[2:]:
        return
    half = texts.index(texts[0], 2)
    if texts[half : 2 * half] != texts[:half]:
        return
    copy = sheet.blocks[half : 2 * half]
    sheet.notes.append(Note(code="duplicate-article", span=Span(copy[0].span.start, copy[-1].span.end)))
    for block in copy:
        sheet.label("boilerplate", block.span, "duplicate_article")
    del sheet.blocks[half : 2 * half]


def take_thread(sheet: Sheet) -> None:
    """The comment thread after the body, with the line that counts it."""
    found = find_thread(sheet.blocks)
    if found is None:
        return
    first, after = found
    read = read_thread(sheet.layout, sheet.blocks, first, after)
    sheet.comments = read.comments
    sheet.notes.extend(read.notes)
    sheet.labels.extend(read.labels)
    before, behind = sheet.blocks[:first], sheet.blocks[after:]
    for side in (before[-1:], behind[:1]):
        if side and _RESPONSES.fullmatch(side[0].text):
            sheet.label("boilerplate", side[0].span, "thread_heading")
            (before if side[0] in before else behind).remove(side[0])
    sheet.blocks = before + behind


def take_inner_captions(sheet: Sheet) -> None:
    """Captions in the middle of the body."""
    rest: list[Block] = []
    for block in sheet.blocks:
        _, text, span, depth, _, _, _, _, _ = block
        size = len(text)
        if depth or not CAPTION_LEAST <= size <= CAPTION_MOST:
            rest.append(block)
        elif (found := caption(sheet.layout, span)) is not None:
            sheet.captions.append(found)
        elif size <= CREDIT_MOST and credit_line(text):
            sheet.label("caption", span, "credit_line")
        else:
            rest.append(block)
    sheet.blocks = rest
