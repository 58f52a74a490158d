"""A day of publication printed near the headline of a page, for readers in the languages of the web."""

import re
from collections.abc import Iterator
from datetime import date, tzinfo
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Span, When
from nkdocs.text.dates import read_when

__all__ = ["printed_day", "printed_time", "stated_day"]

# Months as pages in European languages print them, by their first letters.
_MONTHS: Final = {
    1: "jan janv ene gen janeiro januari", 2: "feb févr fev février februari", 3: "mär märz mars mar marzo maart março",

    4: "apr avr avril abr abril aprile", 5: "mai may mayo maggio mei maio", 6: "jun juin junio giugno juni junho",
    7: "jul juil juillet julio luglio juli julho", 8: "aug août ago agosto augustus",
    9: "sep sept septembre settembre set setembro",
    10: "okt oct octobre octubre ottobre out outubro", 11: "nov novembre noviembre novembro",
    12: "dez déc dec décembre dic diciembre dicembre dezembro",
}  # fmt: skip
_BY_WORD: Final = {word: number for number, words in _MONTHS.items() for word in words.split()}
_FIGURES: Final = re.compile(r"(?<![\d.])(?P<d>\d\d?)(?P<s>[./])(?P<m>\d\d?)(?P=s)(?P<y>(?:19|20)\d\d)(?![\d:])")
_NAMED: Final = re.compile(
    r"(?<!\d)(?P<d>\d\d?)(?:\.|er|º)?\s(?:de\s)?(?P<month>[^\W\d]{3,10})\.?,?\s(?:de\s)?(?P<y>(?:19|20)\d\d)(?!\d)"
)
_OTHERS: Final = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d-\d\d-\d\d(?!\d)|(?:19|20)\d\d[./年년]\s?\d\d?[./月월]\s?\d\d?[日일]?(?!\d))"
    r"|(?<![^\W\d])[A-Z][a-z]{2,8}\.? \d\d?(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)"
)
_CLOCK: Final = re.compile(
    r"(?:[\s,]*(?:um|à|alle|kl|-|–|\|)?\.?\s*(?P<hour>\d\d?)[:.h](?P<minute>\d\d)(?:\s*(?:Uhr|h))?)?\s*"
)
_WEEKDAY: Final = re.compile(r"[^\W\d]{2,10}\.?,\s+")
# Before the day of publication alone, wherever on the page that is.
_LABEL: Final = re.compile(
    r"(?:datum|published(?: on)?|publication date|date published|veröffentlicht(?: am)?|erstellt(?: am)?"
    r"|publié le|publicado(?: el| em)?"
    r"|pubblicato(?: il)?|입력|등록|작성일|발행일|公開日|掲載日|发布时间|發布時間|发表时间)\s*[:：]?\s*",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_CHANGED: Final = re.compile(
    r"\b(?:updated?|modified|revised|aktualisiert|mis à jour|actualizado|aggiornato|bijgewerkt)\b|수정|更新",
    re.IGNORECASE,
)
# Where a day is that of the picture.
_PICTURED: Final = re.compile(r"caption|picbox", re.IGNORECASE)
_BEFORE: Final = 4
_AFTER: Final = 24
_REACH: Final = 2500
_LINE_MOST: Final = 160
_MONTHS_A_YEAR: Final = 12
# A month's first letters as figures tell them apart.
_SHORT: Final = 4


def printed_time(layout: Layout, title: Block | None, zone: tzinfo | None = None) -> When | None:
    """The first time near the headline that the page also writes for machines."""
    start = title.span.start if title is not None else 0
    for span, value in layout.meta.times:
        if span is None or not start - _REACH // 5 <= span.start <= start + _REACH:
            continue
        if _CHANGED.search(layout.text, max(0, span.start - 30), span.start):
            continue
        found = read_when(value, None, zone=zone, basis="metadata")
        if found is not None and found.earliest is not None and found.precision in {"instant", "minute", "day"}:
            return found
    return None


def stated_day(text: str) -> When | None:
    """What a whole phrase in a European language says: a day, and its clock.

    >>> stated_day("19. Juni 2018 um 15:28 Uhr").edtf
    '2018-06-19T15:28'
    """
    weekday = _WEEKDAY.match(text)
    start = weekday.end() if weekday else 0
    found = _NAMED.match(text, start) or _FIGURES.match(text, start)
    day = _day(found) if found else None
    clock = _CLOCK.fullmatch(text, found.end()) if found else None
    if day is None or clock is None:
        return None
    told = f"{day} {int(clock['hour']):02}:{clock['minute']}" if clock["hour"] else f"{day}"
    return read_when(told, None, basis="stated")


def printed_day(layout: Layout, title: Block | None) -> When | None:
    """The first whole day printed in a short line near the headline.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("<h1>Rice</h1><p>Erstellt am 6. August 2009</p>", media_type="text/html")
    >>> printed_day(layout, layout.blocks[0]).edtf
    '2009-08-06'
    """
    for block in _near(layout, title):
        for found in _days(block):
            return found
    labelled = [told for block in layout.blocks if (told := _labelled_day(block)) is not None]
    return labelled[0] if len({told.earliest for told in labelled}) == 1 else None


def _labelled_day(block: Block) -> When | None:
    """The day of a line that is nothing but a day, and the word that says it is the publication's."""
    label = _LABEL.match(block.text) if len(block.text) <= _LINE_MOST // 2 else None
    if label is None:
        return None
    raw = block.text[label.end() :]
    when = read_when(raw, None, basis="stated") or stated_day(raw)
    if when is None or when.earliest is None or when.precision not in {"instant", "minute", "day"}:
        return None
    return attrs.evolve(when, raw=raw, span=Span(block.span.start + label.end(), block.span.end), basis="stated")


def _near(layout: Layout, title: Block | None) -> Iterator[Block]:
    """The short lines after the headline, then those right before it."""
    blocks = layout.blocks
    at = next((i for i, block in enumerate(blocks) if block is title), 0)
    start = blocks[at].span.start if blocks else 0
    around = [*blocks[at + 1 : at + _AFTER], *reversed(blocks[max(0, at - _BEFORE) : at])]
    for block in around:
        close = len(block.text) <= _LINE_MOST and abs(block.span.start - start) <= _REACH
        if close and _YEAR.search(block.text) and not _is_pictured(block):
            yield block


def _is_pictured(block: Block) -> bool:
    return "figure" in (block.path or "") or any(map(_PICTURED.search, block.classes))


def _days(block: Block) -> Iterator[When]:
    text = block.text
    if _CHANGED.search(text):
        return
    found = sorted(
        [*_FIGURES.finditer(text), *_NAMED.finditer(text), *_OTHERS.finditer(text)], key=lambda match: match.start()
    )
    for match in found:
        span = Span(block.span.start + match.start(), block.span.start + match.end())
        when = read_when(match[0], span) if "month" not in match.re.groupindex else None
        day = _day(match) if when is None or when.earliest is None else None
        if day is not None:
            yield When(
                raw=match[0], earliest=day, latest=day, precision="day", edtf=day.isoformat(), basis="stated", span=span
            )
        elif when is not None and when.earliest is not None and when.precision in {"instant", "minute", "day"}:
            yield when


def _day(match: re.Match[str]) -> date | None:
    """Day, month and year of a match; figures only where no other order is possible or dots tell it."""
    told = match.groupdict()
    if "d" not in told:
        return None
    if "month" in told:
        month = _month(told["month"])
    else:
        month = int(told["m"])
        if told["s"] == "/" and int(told["d"]) <= _MONTHS_A_YEAR:
            return None
    try:
        return date(int(told["y"]), month, int(told["d"])) if month else None
    except ValueError:
        return None


def _month(word: str) -> int:
    """The number of a month by its name or the beginning of it; 0 for another word."""
    low = word.casefold()
    return _BY_WORD.get(low) or next((_BY_WORD[low[:n]] for n in (_SHORT, 3) if low[:n] in _BY_WORD), 0)
