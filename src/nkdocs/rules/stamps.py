"""Lines that say when a report was written and changed: ``Written: 2013-05-19 19:43:55Updated: …``, ``입력 …``."""

import re
from datetime import tzinfo
from typing import Final, NamedTuple

import attrs

from nkdocs.layout.block import Block
from nkdocs.records import Span, When
from nkdocs.rules.sheet import Sheet
from nkdocs.text.dates import read_when

__all__ = ["STAMP_MOST", "Stamp", "stamps", "take_stamps"]

_FIRST: Final = (
    r"(?:(?:First )?(?:[Ww]ritten|[Pp]ublished|[Pp]osted|[Cc]reated|[Rr]egistered|[Uu]ploaded|PUBLISHED|POSTED)"
    r"(?: (?:on|at|[Dd]ate|[Tt]ime))?|[Dd]ate|기사 ?입력|기사 ?등록|입력(?: ?시간)?|등록(?:일시?)?"
    r"|작성(?:일시?)?|게시일|발행일|보도일|승인|송고(?:시간)?)"
)
_LAST: Final = (
    r"(?:(?:[Ll]ast )?(?:[Uu]pdated?|[Mm]odified|[Rr]evised|UPDATED)(?: (?:on|at))?"
    r"|(?:최종 ?|기사 ?)?수정(?:일시?|시간)?|업데이트)"
)
_CLOCK: Final = (
    r"(?:(?:오전|오후|[AaPp]\.?[Mm]\.?) ?)?\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[AaPp]\.?[Mm]\b\.?|오전|오후))?"
    r"(?: ?\(?(?:KST|GMT|UTC|EST|EDT)\)?)?"
)
_DAY: Final = (
    r"(?:(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, ?\d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4})"
    r"|\d{4}[-./] ?\d{1,2}[-./] ?\d{1,2}\.?|\d{4}년 ?\d{1,2}월 ?\d{1,2}일"
    r"|\d{1,2}월 \d{1,2}, \d{4})(?: ?\([일월화수목금토]\))?"
)
_STAMP: Final = rf"(?:{_CLOCK},? {_DAY}|{_DAY}(?:[\s,|-]{{1,3}}(?:at )?{_CLOCK})?)"
_ITEM: Final = re.compile(
    rf"(?:(?P<first>{_FIRST})|(?P<last>{_LAST}))?\s*[:：]?\s*(?P<stamp>{_STAMP})(?:\s?송고)?[\s|/·,]*(?!\d)"
)
# "All Headlines 10:53 May 13, 2010": only a clock tells a section from a sentence.
_SECTION: Final = re.compile(rf"(?P<section>[A-Z][A-Za-z/&, -]{{2,30}}?|[가-힣]{{2,6}}) (?={_CLOCK},? {_DAY}\Z)")
_LABEL: Final = re.compile(rf"(?:(?P<first>{_FIRST})|(?P<last>{_LAST}))\s?[:：]?")
_CLOCKED: Final = re.compile(_CLOCK)
_DAY_IN: Final = re.compile(_DAY)
_KOREAN_ORDER: Final = re.compile(r"(\d{1,2})월 (\d{1,2}), (\d{4})")
_WEEKDAY_MARK: Final = re.compile(r" ?\([일월화수목금토]\)")
STAMP_MOST: Final = 120
_LABEL_MOST: Final = 20
_OF_NO_ARTICLE: Final = frozenset({"All Headlines", "Latest News", "Home"})


class Stamp(NamedTuple):
    """One time of a line: of what (``published``, ``updated``, or nothing where nothing says), and where."""

    kind: str
    start: int
    end: int


def stamps(text: str) -> tuple[Stamp, ...]:
    """The times of a line that holds nothing else, or none.

    >>> [found.kind for found in stamps("Written: 2013-05-19 19:43:55Updated: 2013-05-19 20:03:50")]
    ['published', 'updated']
    >>> stamps("Updated: prices of 2013-05-19")
    ()
    """
    if len(text) > STAMP_MOST or not any(map(str.isdigit, text)):
        return ()
    section = _SECTION.match(text)
    at = section.end() if section else 0
    found: list[Stamp] = []
    while at < len(text):
        item = _ITEM.match(text, at)
        if item is None:
            return ()
        kind = "published" if item["first"] else "updated" if item["last"] else ""
        found.append(Stamp(kind, *item.span("stamp")))
        at = item.end()
    return tuple(found)


def take_stamps(sheet: Sheet, zone: tzinfo | None, *, bare: bool = True) -> bool:
    """The first block, if it is such a line, or a label above one: the times of publication and change.

    Without ``bare`` a day that no word and no clock makes the report's own may be that of the reader's visit.
    """
    if not sheet.blocks:
        return False
    block = sheet.blocks[0]
    if _take_under_label(sheet, zone):
        return True
    found = stamps(block.text)
    if not found:
        return False
    clocked = _CLOCKED.search(block.text) is not None
    for stamp in found:
        if stamp.kind or clocked or bare:
            _set(sheet, block, stamp, zone)
    _label_rest(sheet, block)
    sheet.blocks.pop(0)
    return True


def _take_under_label(sheet: Sheet, zone: tzinfo | None) -> bool:
    """``Published :`` on one line and its time on the next."""
    if len(sheet.blocks) < 2 or len(sheet.blocks[0].text) > _LABEL_MOST:  # noqa: PLR2004 - the label and its time
        return False
    label, block = sheet.blocks[0], sheet.blocks[1]
    told = _LABEL.fullmatch(label.text)
    found = stamps(block.text) if told else ()
    if told is None or len(found) != 1 or found[0].kind:
        return False
    _set(sheet, block, found[0]._replace(kind="published" if told["first"] else "updated"), zone)
    sheet.label("date", label.span, "date_label")
    sheet.label("date", block.span, "date_line")
    del sheet.blocks[:2]
    return True


def _set(sheet: Sheet, block: Block, stamp: Stamp, zone: tzinfo | None) -> None:
    """Keep the first time of each kind; a second one that nothing names is no change."""
    when = _read(block, stamp, zone)
    if when is None or when.earliest is None:
        return
    if stamp.kind == "updated":
        sheet.updated = sheet.updated or when
    elif sheet.published is None:
        sheet.published = when


def _read(block: Block, stamp: Stamp, zone: tzinfo | None) -> When | None:
    raw = block.text[stamp.start : stamp.end]
    span = Span(block.span.start + stamp.start, block.span.start + stamp.end)
    found = read_when(raw, span, zone=zone)
    if found is None:
        # "Jan. 25, 2024 - 15:30", "10월 12, 2020": the same day and clock in an order that the grammar knows.
        found = read_when(_reordered(raw), span, zone=zone)
    return None if found is None else attrs.evolve(found, raw=raw)


def _reordered(raw: str) -> str:
    day, clock = _DAY_IN.search(raw), _CLOCKED.search(raw)
    words = _WEEKDAY_MARK.sub("", day[0]) if day else ""
    words = _KOREAN_ORDER.sub(r"\3년 \1월 \2일", words)
    return f"{words} {clock[0].strip()}" if clock else words


def _label_rest(sheet: Sheet, block: Block) -> None:
    section = _SECTION.match(block.text)
    if section is None:
        sheet.label("date", block.span, "date_line")
        return
    start, middle = block.span.start, block.span.start + section.end()
    known = section["section"] in _OF_NO_ARTICLE
    sheet.label("boilerplate" if known else "section", Span(start, middle - 1), "section_of_date_line")
    sheet.label("date", Span(middle, block.span.end), "date_line")
    if not known and sheet.section is None:
        sheet.section = section["section"]
