"""Korean Central News Agency: kcna.kp, kcna.co.jp with its mirrors, and copies that keep its dateline."""

import itertools
import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Dateline, Evidence, Note, Result, Span, Strength, When
from nkdocs.rules.body import take_inner_captions, take_repeat
from nkdocs.rules.datelines import dateline
from nkdocs.rules.footer import take_furniture, take_tails
from nkdocs.rules.header import take_dateline, take_header, take_leading_captions, take_page_clock
from nkdocs.rules.headlines import headline
from nkdocs.rules.sheet import Sheet
from nkdocs.text.dates import read, read_when

__all__ = ["KCNA"]

_AGENCIES: Final = frozenset({"KCNA", "조선중앙통신", "朝鮮中央通信", "朝中社"})
_WITHIN: Final = 6
_SENTENCE_LEAST: Final = 60
# Stories without dateline still end with the agency's mark and count years from 1912.
_END_MARKS: Final = tuple(f"{stop} -0-" for stop in (".", "!", "?", '"', "”", "'", "’"))
_STOPS: Final = (".", "。", "”", '"')
_FOOT: Final = 2048
_JUCHE: Final = re.compile(r"Juche ?\d{2,3} ?\(\d{4}\)")
# "calendar>> March 30. 2014 Juche 103" heads every page of the mirror.
_CALENDAR: Final = re.compile(r"calendar>>\s?(?P<date>[A-Z][a-z]+ \d{1,2}\. \d{4} Juche \d{2,3})")
_HEAD_DATE: Final = re.compile(r"\[(?:Juche\s?\d{2,3}|\d{4})\.\s?\d{1,2}\.\s?\d{1,2}\.?\]")
# Its own pages and KCNA Watch keep this line after the text.
_SOURCE_LINE: Final = re.compile(r"(?:www\.)?kcna\.kp \(Juche\d{2,3}\.\d{1,2}\.\d{1,2}\.\)")
_FURNITURE: Final = re.compile(
    r"Copyright \(C\)|KOREA NEWS SERVICE|calendar>>|All Rights Reserved|Back to top", re.IGNORECASE
)
# The mirror's urls carry the day: /item/2014/201403/news30/20140330-14ee.html, before 2009 /item/1997/9705/news5/02.htm
_URL_DAY: Final = re.compile(
    r"/item/(?:\d{4}/\d{6}/news\d{1,2}/(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})-"
    r"|(?P<old_year>\d{4})/\d{2,4}(?P<old_month>\d{2})/news0?\d{1,2}/(?P<old_day>\d{2})\.htm)"
)


class KCNA:
    """The agency's reports, wherever they were copied: the dateline says who wrote them."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """A KCNA dateline that opens the text, or the agency's end mark beside a Juche year."""
        for block in layout.blocks[:_WITHIN]:
            found = dateline(layout, block.span)
            if found is not None:
                return _claim_by(found)
            if _is_prose(block.text):
                break
        if layout.text[-_FOOT:].rstrip().endswith(_END_MARKS):
            juche = _JUCHE.search(layout.text)
            if juche:
                seen = Evidence(rule="end-mark-and-juche-year", span=Span(*juche.span()))
                return Claim(strength=Strength.MARKERS, evidence=[seen])
        return None

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One report, or each of several on a page of the mirror."""
        sheet = Sheet.of(layout, ctx)
        take_repeat(sheet)
        stories = _stories(layout, sheet.blocks)
        if len(stories) > 1:
            drafts = [_read_story(Sheet.of(layout, ctx, blocks)).draft(outlet="kcna") for blocks in stories]
            return Result(drafts=drafts, kind="articles", labels=sheet.labels, notes=sheet.notes)
        _read_story(sheet)
        return sheet.listing() if sheet.is_listing and sheet.dateline is None else sheet.result(outlet="kcna")


def _claim_by(found: Dateline) -> Claim | None:
    """The claim that the first dateline of a text makes; one without a day is how others name the agency."""
    if found.agency not in _AGENCIES or found.when is None:
        return None
    return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="kcna-dateline", span=found.span)])


def _is_prose(text: str) -> bool:
    """Whether a block is more than a title, a date or a caption: a report, a byline or an introduction of another."""
    return (
        text.startswith(("By ", "by "))
        or text.endswith(":")
        or (len(text) >= _SENTENCE_LEAST and text.endswith(_STOPS))
    )


def _read_story(sheet: Sheet) -> Sheet:
    """One report, read from its calendar line to its end mark."""
    _take_calendar(sheet)
    sheet.drop(_is_furniture, "boilerplate", "mirror_furniture")
    take_tails(sheet)
    take_furniture(sheet)
    _take_head_date(sheet)
    take_page_clock(sheet)
    take_header(sheet)
    _take_head_date(sheet)
    take_leading_captions(sheet)
    if sheet.published is None:
        sheet.published = _day_of_url(sheet.layout.document.url)
    _take_lines_above_dateline(sheet)
    take_dateline(sheet)
    take_inner_captions(sheet)
    return sheet


def _take_lines_above_dateline(sheet: Sheet) -> None:
    """What a blog puts between title and dateline: a section, the name of the poster."""
    for number, block in enumerate(sheet.blocks[:_WITHIN]):
        if dateline(sheet.layout, block.span) is not None:
            for line in sheet.blocks[:number]:
                sheet.label("boilerplate", line.span, "above_dateline")
            del sheet.blocks[:number]
            return
        # A sentence, however short, is the report's and no furniture.
        if block.depth or _is_prose(block.text) or block.text.endswith(_STOPS):
            return


def _stories(layout: Layout, blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """The blocks of each report: a new one starts at the title before every dateline after the first."""
    starts: list[int] = []
    for number, block in enumerate(blocks):
        opens = dateline(layout, block.span) if "(KCNA)" in block.text[:60] else None
        quoted = number and blocks[number - 1].text.endswith(":")
        if opens is not None and opens.agency in _AGENCIES and not quoted:
            before = number - 1
            starts.append(before if before >= 0 and headline(blocks[before]) else number)
    if len(starts) < 2:  # noqa: PLR2004 - one dateline is one report
        return [blocks]
    edges = [0, *starts[1:], len(blocks)]
    return [blocks[a:b] for a, b in itertools.pairwise(edges)]


def _is_furniture(block: Block) -> bool:
    return len(block.text) < 120 and bool(_FURNITURE.search(block.text) or _SOURCE_LINE.fullmatch(block.text))  # noqa: PLR2004 - a line


def _take_calendar(sheet: Sheet) -> None:
    for number, block in enumerate(sheet.blocks[:_WITHIN]):
        found = _CALENDAR.fullmatch(block.text)
        if found:
            start = block.span.start + found.start("date")
            reading = read(found["date"], Span(start, start + len(found["date"])))
            if reading is not None:
                sheet.published = reading.when
                if reading.conflicts:
                    doubt = ", ".join(reading.conflicts)
                    sheet.notes.append(Note(code="date-conflict", span=reading.when.span, detail=doubt))
            sheet.label("boilerplate", Span(block.span.start, start), "calendar_line")
            del sheet.blocks[number]
            return


def _take_head_date(sheet: Sheet) -> None:
    """``[Juche113.1.2.]`` under or beside the headline is the day of publication."""
    if sheet.blocks and _HEAD_DATE.fullmatch(sheet.blocks[0].text):
        block = sheet.blocks.pop(0)
        sheet.published = read_when(block.text, block.span)
        return
    if sheet.headline is not None and sheet.headline.span is not None:
        line = sheet.layout.text[sheet.headline.span.end : sheet.headline.span.end + 40]
        found = _HEAD_DATE.match(line.lstrip(" "))
        if found:
            start = sheet.headline.span.end + len(line) - len(line.lstrip(" "))
            sheet.published = read_when(found[0], Span(start, start + len(found[0])))


def _day_of_url(url: str | None) -> When | None:
    """The day that a url of the mirror carries."""
    found = _URL_DAY.search(url) if url else None
    if found is None:
        return None
    year, month, day_of_month = (found[part] or found[f"old_{part}"] for part in ("year", "month", "day"))
    try:
        day = date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None
    return When(raw=found[0], earliest=day, latest=day, precision="day", edtf=day.isoformat(), basis="url", span=None)
