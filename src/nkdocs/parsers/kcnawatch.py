"""KCNA Watch (kcnawatch.org), an archive: its line on day and source says whose report a page holds."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Evidence, Note, Result, Span, Strength, When
from nkdocs.rules.datelines import dateline
from nkdocs.rules.mastheads import take_prefix
from nkdocs.rules.pages.kinds import missing_page
from nkdocs.rules.pages.named_entries import named_entries
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.source_lines import SourceLine, source_line, watched
from nkdocs.rules.state_reports import listed, take_article, take_body, take_frame, take_title, told
from nkdocs.text.dates import read

__all__ = ["KCNAWatch"]

_VIA: Final = "kcnawatch"
_CONTAINERS: Final = ("article-content", "entry-content")
_TITLES: Final = frozenset({"article-desc"})
_DATES: Final = frozenset({"articled-date"})
# /newstream/<unix time>-<id>/<slug>: the time is that of publication.
_STREAM: Final = re.compile(r"/newstream/(?P<time>\d{9,10})-\d+")
# The first line is the day of the capture, sometimes written twice: March 13, 2026Mar 13, 2026
_VISIT: Final = re.compile(r"[A-Z][a-z]{2,8} \d{1,2}, \d{4}(?:\s*[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})?")
_HEADED: Final = "KCNA Rodong Sinmun (En)"
_MORE: Final = re.compile(r"More From .{2,60}")
_WITHIN: Final = 12
_HEAD_LINES: Final = 4
# Beside that of the capture: a report has none.
_FEWEST_DAYS: Final = 2
_SITE_MOST: Final = 40


class KCNAWatch:
    """The outlet is the source that the page names; the first day on the page is nobody's."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its line on day and source, on its own host or none."""
        if layout.document.url is not None or not watched(layout):
            return None
        for block in layout.blocks[:_WITHIN]:
            found = source_line(block.text)
            if found is not None and found.date and found.source:
                return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="source-line", span=block.span)])
        return None

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One report, or a list of them."""
        sheet = Sheet.of(layout, ctx)
        missing = missing_page(sheet)
        if missing is not None:
            return missing
        url = layout.document.url or ""
        if _STREAM.search(url) is None and not _has_source(sheet.blocks):
            entries = tuple(named_entries(sheet.blocks, _TITLES, _DATES))
            if not entries and sum(_VISIT.fullmatch(block.text) is not None for block in sheet.blocks) > _FEWEST_DAYS:
                _take_visit(sheet, None)
                return sheet.listing()
            if entries or sheet.is_listing:
                return listed(sheet, entries) if entries else sheet.listing()
        return _report(sheet)


def _has_source(blocks: Sequence[Block]) -> bool:
    return any(source_line(block.text) is not None for block in blocks)


def _report(sheet: Sheet) -> Result:
    take_prefix(sheet)
    source, outlet = _take_sources(sheet)
    if is_page(sheet):
        take_article(sheet, _CONTAINERS)
    _take_teasers(sheet)
    _take_visit(sheet, source)
    take_frame(sheet)
    take_title(sheet)
    if sheet.published is None:
        sheet.published = _time_of_url(sheet.layout.document.url)
    outlet = outlet or _agency(sheet)
    take_body(sheet)
    return told(sheet, outlet, _VIA)


def _take_sources(sheet: Sheet) -> tuple[str | None, str | None]:
    """The lines on day and source: the day is that of publication. The source as written, and the outlet it is."""
    source: str | None = None
    outlet: str | None = None
    rest: list[Block] = []
    for block in sheet.blocks:
        found = source_line(block.text)
        if found is None:
            rest.append(block)
            continue
        source, outlet = source or found.source, outlet or found.outlet
        _take_day(sheet, block, found)
    sheet.blocks = rest
    return source, outlet


def _take_day(sheet: Sheet, block: Block, found: SourceLine) -> None:
    if found.date is None or sheet.published is not None:
        sheet.label("boilerplate", block.span, "source_line")
        return
    day = Span(block.span.start + found.date[0], block.span.start + found.date[1])
    reading = read(day.of(sheet.layout.text), day, order="dmy")
    if reading is None:
        sheet.label("boilerplate", block.span, "source_line")
        return
    sheet.published = reading.when
    sheet.label_around(block.span, day, "source_line")
    if reading.conflicts:
        sheet.notes.append(Note(code="date-conflict", span=day, detail=", ".join(reading.conflicts)))


def _take_teasers(sheet: Sheet) -> None:
    """What other reports the page points to: all that stands under its heading."""
    for number, block in enumerate(sheet.blocks):
        if block.text.startswith("More From ") and _MORE.fullmatch(block.text):
            for other in sheet.blocks[number:]:
                sheet.label("boilerplate", other.span, "teasers")
            del sheet.blocks[number:]
            return


def _take_visit(sheet: Sheet, source: str | None) -> None:
    """The day of the capture, and the names of sources in the site's head, up to the title."""
    for block in tuple(sheet.blocks[:_HEAD_LINES]):
        if sheet.headline is not None and not is_page(sheet):
            return
        if _VISIT.fullmatch(block.text):
            sheet.label("date", block.span, "capture_day")
        elif _is_sources(block.text, source):
            sheet.label("boilerplate", block.span, "sources")
        else:
            return
        sheet.blocks.pop(0)


def _is_sources(line: str, source: str | None) -> bool:
    """Whether a line is ``KCNA Rodong Sinmun (En)``: the site's name and that of a source."""
    if line.startswith("KCNA Watch") and len(line) <= _SITE_MOST:
        return True
    if not line.startswith("KCNA "):
        return False
    if _HEADED.startswith(line):
        return True
    named = line.removeprefix("KCNA ").strip()
    found = source_line(f"Source: {named}")
    return named == source or (found is not None and found.outlet is not None)


def _agency(sheet: Sheet) -> str | None:
    """The agency of the dateline, where no line names the source."""
    found = dateline(sheet.layout, sheet.blocks[0].span) if sheet.blocks else None
    return "kcna" if found is not None and found.agency in {"KCNA", "조선중앙통신"} else None


def _time_of_url(url: str | None) -> When | None:
    """The time that an address of the archive carries."""
    found = _STREAM.search(url) if url else None
    if found is None:
        return None
    moment = datetime.fromtimestamp(int(found["time"]), UTC)
    return When(
        raw=found["time"],
        earliest=moment.date(),
        latest=moment.date(),
        instant=moment,
        precision="instant",
        edtf=moment.isoformat().replace("+00:00", "Z"),
        basis="url",
        span=None,
    )
