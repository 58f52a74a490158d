"""ASIAPRESS (asiapress.org/rimjin-gang): reports that open with a caption, genres in angle brackets, notes."""

import re
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Byline, Claim, Result, Span, Text
from nkdocs.rules.bylines import bylines
from nkdocs.rules.header import take_leading_captions, take_published
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.weblogs import Weblog

__all__ = ["Asiapress"]

_NAMES: Final = frozenset({"asiapress", "asiapress rimjin-gang", "rimjin-gang", "asiapress north korea reporting"})
_LISTS: Final = re.compile(
    r"https?://[^/]+(?:/rimjin-gang)?(?:/?(?:\?.*)?\Z|/(?:category|tag|author|news)(?:/.*)?\Z|/page/\d+|/\d{4}/\d{2}/?\Z)"
)
_FURNITURE: Final = re.compile(
    r"(?:Category|Tags?): ?.{0,120}|(?:Next|Previous) ?page.{0,60}|ASIAPRESS Rimjin-gang|PAGE ?TOP|Back to Top"
    r"|(?:Facebook|Twitter|Line|Share)|(?:Recommended|Related) articles?.{0,20}",
    re.IGNORECASE,
)
# "<Inside N.Korea> Rice …": the genre opens the title.
_GENRE: Final = re.compile(
    r"[<＜〈](?P<genre>(?:Inside|Photo|Interview|Video|Reporting|Report|N\.? ?Korea|North Korea|Special|Analysis|Urgent"
    r"|Exclusive)[^<>＜＞〈〉]{0,50})[>＞〉]\s*(?=\S)"
)
_DAY: Final = re.compile(r"\d{4}/(?:\d{1,2}|[A-Z][a-z]{2,8})/\d{1,2}")
_EDITED: Final = re.compile(r"(?:Edit(?:ed)?|Report(?:ed|ing)?) by ")
_LINE_MOST: Final = 160
# What it says under every report: how its partners inside the country work with it.
_OF_ITSELF: Final = re.compile(r"(?=.*\b(?:ASIAPRESS|Asia ?Press|[Rr]eporting partners?|Rimjin-gang)\b).{10,400}")
_NOTE: Final = ("*", "＊", "※")


class Asiapress:
    """The editor who signs a report stands above or below its body."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The name of a page's site; its own wording is declared."""
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One report, or a list."""
        return read_weblog(layout, ctx, _HABITS)


def _take_header(sheet: Sheet) -> None:
    """Day, genre and captions, in any order above the body; a title that a caption stood above."""
    take_leading_captions(sheet)
    if sheet.published is None and sheet.blocks and _DAY.fullmatch(sheet.blocks[0].text):
        take_published(sheet)
    _take_genre(sheet)


def _take_genre(sheet: Sheet) -> None:
    """The genre as kicker; it stays in the headline, which is kept as printed."""
    title = sheet.headline
    found = _GENRE.match(title.text) if title is not None and sheet.kicker is None else None
    if found is None or title is None:
        return
    span = None
    if title.span is not None:
        span = Span(title.span.start + found.start("genre"), title.span.start + found.end("genre"))
    sheet.kicker = Text(text=found["genre"], span=span)


def _take_foot(sheet: Sheet) -> None:
    """Who wrote or edited it, and the last notes that speak of the outlet itself."""
    _take_editors(sheet)
    while len(sheet.blocks) > 1 and _is_own_note(sheet.layout, sheet.blocks[-1]):
        sheet.label("boilerplate", sheet.blocks.pop().span, "note_of_outlet")


def _is_own_note(layout: Layout, block: Block) -> bool:
    line = layout.text.rfind("\n", 0, block.span.start) + 1
    starred = layout.text[line : block.span.end].lstrip().startswith(_NOTE)
    return starred and _OF_ITSELF.fullmatch(block.text) is not None


def _take_editors(sheet: Sheet) -> None:
    """Lines of the body that say who wrote or edited it."""
    rest: list[Block] = []
    for block in sheet.blocks:
        signed: tuple[Byline, ...] = ()
        if len(block.text) <= _LINE_MOST and _EDITED.match(block.text.lstrip("([")):
            signed = bylines(sheet.layout, block.span)
        if signed:
            sheet.bylines.extend(signed)
            sheet.label("byline", block.span, "edited_by")
        else:
            rest.append(block)
    sheet.blocks = rest


_HABITS: Final = Weblog(
    outlet="asiapress",
    masthead=_NAMES,
    furniture=_FURNITURE,
    lists=_LISTS,
    day=_DAY,
    header=_take_header,
    body=_take_foot,
)
