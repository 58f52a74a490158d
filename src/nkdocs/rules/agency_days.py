"""The days that pages of the news agency give: its calendar, marks in brackets, the address of a page of its mirror."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Note, Span, When
from nkdocs.rules.marked_titles import bracketed_day
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.text.dates import read

__all__ = ["day_in_mirror_url", "take_calendar", "take_head_date", "take_lone_mark"]

_WITHIN: Final = 6
_MARK_MOST: Final = 60
_CALENDAR_MOST: Final = 100
# "calendar>> March 30. 2014 Juche 103" heads every page of kcna.co.jp; markup may cut it into several lines.
_CALENDAR: Final = re.compile(
    r"(?:(?:.{0,40}\s)?calendar\s?>>\s?|(?:KCNA|KNS)\s)?(?P<date>[A-Z][a-z]+ \d{1,2}\. ?\d{4}(?: Juche \d{2,3})?)"
)
# The title may follow in the same line, with or without a blank.
_CALENDAR_OPENS: Final = re.compile(
    r"(?:[^\n]{0,40}\s)?(?:calendar\s?>>\s?)?[A-Z][a-z]+ \d{1,2}\. ?\d{4} Juche \d{2,3}(?!\d)"
)
_CALENDAR_REST: Final = re.compile(r"Juche \d{2,3}|(?:KCNA )?calendar\s?>>")
# The mirror's urls carry the day: /item/2014/201403/news30/20140330-14ee.html, before 2009 /item/1997/9705/news5/02.htm
_URL_DAY: Final = re.compile(
    r"/item/(?:\d{4}/\d{6}/news\d{1,2}/(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})-"
    r"|(?P<old_year>\d{4})/\d{2,4}(?P<old_month>\d{2})/news0?\d{1,2}/(?P<old_day>\d{2})\.htm)"
)


def take_lone_mark(sheet: Sheet) -> None:
    """The one line of a page that is a day in brackets: the report's."""
    marks = [
        (block, when)
        for block in sheet.blocks
        if len(block.text) <= _MARK_MOST and (when := bracketed_day(block.text, block.span.start)) is not None
    ]
    if len(marks) == 1:
        sheet.blocks.remove(marks[0][0])
        _publish(sheet, marks[0][1])


def take_calendar(sheet: Sheet) -> None:
    r"""The page's day under ``calendar>>``, in one line or in several.

    >>> import nkdocs
    >>> text = "calendar>> March 30. 2014 Juche 103\n\nRoads Built"
    >>> sheet = Sheet.of(nkdocs.lay_out(text), nkdocs.ParseContext())
    >>> take_calendar(sheet)
    >>> sheet.published.edtf, len(sheet.blocks)
    ('2014-03-30', 1)
    """
    _part_calendar(sheet)
    for number, block in enumerate(sheet.blocks[:_WITHIN]):
        found = _CALENDAR.fullmatch(block.text) if len(block.text) <= _CALENDAR_MOST else None
        if found is None or not ("calendar" in block.text or "Juche" in block.text or _has_rest(sheet.blocks)):
            continue
        start = block.span.start + found.start("date")
        reading = read(found["date"], Span(start, start + len(found["date"])))
        if reading is not None:
            _publish(sheet, reading.when)
            if reading.conflicts:
                doubt = ", ".join(reading.conflicts)
                sheet.notes.append(Note(code="date-conflict", span=reading.when.span, detail=doubt))
        if start > block.span.start:
            sheet.label("boilerplate", Span(block.span.start, start), "calendar_line")
        del sheet.blocks[number]
        break
    sheet.drop(_is_calendar_rest, "boilerplate", "calendar_line")


def _publish(sheet: Sheet, when: When) -> None:
    """Take a day for that of publication; the one that was known before is said again."""
    if sheet.published is not None and sheet.published.span is not None:
        sheet.label("date", sheet.published.span, "day_again")
    sheet.published = when


def _part_calendar(sheet: Sheet) -> None:
    """Set the page's day apart from a title that stands in the same line."""
    for number, block in enumerate(sheet.blocks[:_WITHIN]):
        found = _CALENDAR_OPENS.match(block.text)
        if found is not None and found.end() < len(block.text):
            rest = cut(block, found.end(), len(block.text))
            sheet.blocks[number : number + 1] = [cut(block, 0, found.end()), rest]
            return


def _has_rest(blocks: Sequence[Block]) -> bool:
    return any(map(_is_calendar_rest, blocks[:_WITHIN]))


def _is_calendar_rest(block: Block) -> bool:
    return len(block.text) <= _MARK_MOST and _CALENDAR_REST.fullmatch(block.text) is not None


def take_head_date(sheet: Sheet) -> None:
    """``[Juche113.1.2.]`` above, under or beside the headline is the day of publication."""
    if sheet.blocks[1:]:
        block = sheet.blocks[0]
        when = bracketed_day(block.text, block.span.start)
        if when is not None:
            _publish(sheet, when)
            del sheet.blocks[0]
            return
    if sheet.headline is not None and sheet.headline.span is not None:
        text, span = sheet.layout.text, sheet.headline.span
        first, last = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        for start, end in ((first, span.start), (span.end, last if last >= 0 else len(text))):
            mark = text[start:end].strip()
            when = bracketed_day(mark, text.find(mark, start)) if mark else None
            if when is not None:
                _publish(sheet, when)
                sheet.labels = [one for one in sheet.labels if one.span.end <= start or one.span.start >= end]


def day_in_mirror_url(url: str | None) -> When | None:
    """The day that a url of the mirror kcna.co.jp carries.

    >>> day_in_mirror_url("http://www.kcna.co.jp/item/1997/9705/news5/02.htm").edtf
    '1997-05-02'
    """
    found = _URL_DAY.search(url) if url else None
    if found is None:
        return None
    year, month, day_of_month = (found[part] or found[f"old_{part}"] for part in ("year", "month", "day"))
    try:
        day = date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None
    return When(raw=found[0], earliest=day, latest=day, precision="day", edtf=day.isoformat(), basis="url", span=None)
