"""The body of a newsroom's report: its dateline, who signs it, captions inside it, the reporter it hands over to."""

import re
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Byline, Caption
from nkdocs.rules.body import take_inner_captions
from nkdocs.rules.captions import caption
from nkdocs.rules.datelines import dateline
from nkdocs.rules.footer import take_footer, take_tails
from nkdocs.rules.header import take_dateline
from nkdocs.rules.paragraphs import block_text
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.rules.signatures import take_bracketed_byline, take_handover, take_signature
from nkdocs.rules.stamps import STAMP_MOST, take_stamps
from nkdocs.text.dates.zones import KST

__all__ = ["CAPTION_MOST", "add_caption", "take_text"]

CAPTION_MOST: Final = 400
_DATELINE_WITHIN: Final = 4
_AGENCY_TAIL: Final = re.compile(r"[.!?][”\"’']? (?P<agency>\((?:Yonhap|AP|AFP|Reuters|Newsis)\))\Z")
_PICTURED: Final = re.compile(r"\b(?:[Pp]hotos?|[Ii]mages?|[Pp]icture[ds]?|shows?)\b|For Use Only")
_TAILED_LEAST: Final = 2
# What tells the time a report was sent from any other under it.
_SENT: Final = ("송고", "입력", "Updated", "Published", "Written", "Posted", "수정")


def take_text(sheet: Sheet) -> None:
    """The body: its dateline, who signs it, captions inside it, the reporter it hands over to."""
    take_bracketed_byline(sheet)
    _take_dateline(sheet)
    _take_closing_time(sheet)
    take_signature(sheet)
    _take_agency_tail(sheet)
    take_footer(sheet)
    take_tails(sheet)
    _take_doubled_captions(sheet)
    take_inner_captions(sheet)
    _merge_captions(sheet)
    take_handover(sheet)


def _take_dateline(sheet: Sheet) -> None:
    """The dateline of the first paragraph, or of one shortly under it where pictures stand above."""
    for number, block in enumerate(sheet.blocks[:_DATELINE_WITHIN]):
        if block.depth == 0 and dateline(sheet.layout, block.span) is not None:
            above, sheet.blocks = sheet.blocks[:number], sheet.blocks[number:]
            take_dateline(sheet)
            sheet.blocks = above + sheet.blocks
            return


def _take_agency_tail(sheet: Sheet) -> None:
    """``(Yonhap)`` behind the last sentence of a text of several: whose report it was, and no picture's credit."""
    found = _AGENCY_TAIL.search(sheet.blocks[-1].text) if len(sheet.blocks) >= _TAILED_LEAST else None
    block = sheet.blocks[-1] if sheet.blocks else None
    if found is None or block is None or block.depth or _PICTURED.search(block.text):
        return
    tail = cut(block, found.start("agency"), len(block.text))
    name = tail.text.strip("()")
    sheet.bylines.append(Byline(name=None, affiliation=name, raw=tail.text, span=tail.span))
    sheet.blocks[-1] = cut(block, 0, found.start("agency"))


def _take_closing_time(sheet: Sheet) -> None:
    """When the report was sent, in a line under it that says so."""
    if len(sheet.blocks) > 1 and len(sheet.blocks[-1].text) <= STAMP_MOST:
        above, sheet.blocks = sheet.blocks[:-1], sheet.blocks[-1:]
        named = any(word in sheet.blocks[0].text for word in _SENT)
        if named and take_stamps(sheet, KST):
            sheet.blocks = above
        else:
            sheet.blocks = above + sheet.blocks


def _take_doubled_captions(sheet: Sheet) -> None:
    rest: list[Block] = []
    for block in sheet.blocks:
        if rest and block.text == rest[-1].text and len(block.text) <= CAPTION_MOST and not block.depth:
            sheet.label("boilerplate", rest.pop().span, "alternative_text")
            add_caption(sheet, block)
        else:
            rest.append(block)
    sheet.blocks = rest


def _merge_captions(sheet: Sheet) -> None:
    """A caption that stands at a picture twice is one."""
    seen: set[str] = set()
    captions: list[Caption] = []
    for one in sheet.captions:
        if one.text not in seen:
            captions.append(one)
        elif one.span is not None:
            sheet.label("boilerplate", one.span, "caption_again")
        seen.add(one.text)
    sheet.captions = captions


def add_caption(sheet: Sheet, block: Block) -> None:
    """A caption that its place tells, with its credit where it has one."""
    found = caption(sheet.layout, block.span)
    sheet.captions.append(found or Caption(text=block_text(block), span=block.span))
