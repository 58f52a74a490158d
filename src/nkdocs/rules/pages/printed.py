"""A day of publication printed near the headline of a page, for readers in the languages of the web."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, tzinfo
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout, Mark
from nkdocs.records import Span, When
from nkdocs.rules.pages.places_beside import is_beside
from nkdocs.text.dates import read_when

__all__ = ["printed_day", "printed_time", "stated_day"]

# Months as pages in European languages print them: whole names and the abbreviations in use, no others.
_MONTHS: Final = {
    1: "january jan januar jän jänner januari janvier janv enero ene gennaio gen janeiro",
    2: "february feb februar februari février févr fév fevrier febrero febbraio fevereiro fev",
    3: "march mar märz mär mrz maart mrt mars marzo março",
    4: "april apr avril avr abril abr aprile",
    5: "may mai mei mayo maggio mag maio",
    6: "june jun juni juin junio giugno giu junho",
    7: "july jul juli juillet juil julio luglio lug julho",
    8: "august aug augustus août aout agosto ago",
    9: "september sep sept septembre septiembre settembre set setembro",
    10: "october oct oktober okt octobre octubre ottobre ott outubro out",
    11: "november nov novembre noviembre novembro",
    12: "december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro",
}
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
# What a line of publication may hold besides its day: who wrote it, a weekday, a clock, figures and signs between them.
# Two words with a sign behind them may be a name; one word may be anything ("Next: May 3"), so it needs more.
_NAME: Final = r"[^\W\d_a-z][\w.'’-]*(?:\s[^\W\d_a-z][\w.'’-]*){%s}"
_SIGNED: Final = (
    r"(?i:(?:by|von|par|por|di|door|(?:written|posted) by|erstellt von|geschrieben von)\s+"
    rf"|(?:author|autore?|auteur|text):\s*){_NAME % '0,3'}"
)
_WEEKDAYS: Final = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì"
    r"|mercoledì|giovedì|venerdì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:segunda|terça|quarta|quinta|sexta)-feira"
)
_BESIDE: Final = re.compile(
    rf"(?:{_SIGNED}[\s|/·•,;()–—-]*|{_NAME % '1,3'}\s?[|/·•,;(–—-][\s|/·•,;()–—-]*"
    rf"|{_NAME % '0,3'}\n|(?i:by)\s*\||[\s|/·•(–—-]*)\s*"
    rf"(?i:(?:am|on|le|el|il|em|op|den|um|at|a las|alle|à|kl|{_WEEKDAYS})\b[\s.,]*){{0,3}}"
)
_NAMED_ALONE: Final = re.compile(rf"{_NAME % '1,3'}\s")
_BEHIND: Final = re.compile(
    rf"\s*(?:[)|/·•,;–—-]*\s*(?:(?i:um|at|à|kl\.?)\s)?\d.*|[)|/·•].*|[,;–—-]*\s*{_SIGNED}.*|[)|/·•,;–—-]*)", re.DOTALL
)
# A clock and a name behind a day leave nothing else that it could be, whatever stands before.
_SIGNED_BEHIND: Final = re.compile(rf"[\s,|–-]*\d\d?[:.h]\d\d(?:\sUhr)?[\s,|–-]+{_SIGNED}.*", re.DOTALL)
_AUTHOR: Final = re.compile(r"(?:^|[-_])(?:author|autor|byline)(?:$|[-_])", re.IGNORECASE)
# What the element of such a line is called.
_DATED: Final = re.compile(
    r"(?:^|[-_])(?:date|datum|time|timestamp|published|pubdate|posted|post-?date|post-?meta|entry-?meta|byline|dateline"
    r"|article-?info|article-?meta|metadata|creationdate|docdata)(?:$|[-_])|date$|^date|byline",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE: Final = re.compile(
    r"©|\(c\)|copyright|\bborn\b|\bgeboren\b|\bevent\b|\bveranstaltung\b", re.IGNORECASE
)
_STOPS: Final = (".", "!", "?", "…", "。")
_WORDS_BESIDE: Final = 12


def printed_time(layout: Layout, title: Block | None, zone: tzinfo | None = None) -> When | None:
    """The first time near the headline that the page also writes for machines."""
    start = title.span.start if title is not None else 0
    starts = [block.span.start for block in layout.blocks]
    for span, value in layout.meta.times:
        if span is None or not start - _REACH // 5 <= span.start <= start + _REACH:
            continue
        at = bisect_right(starts, span.start) - 1
        if at >= 0 and is_beside(layout.blocks[at], title):
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
    """The first whole day near the headline in a line that is one of publication.

    Such a line is a day, with who wrote it and a clock at most, or its element or its first word calls it that; a day
    in a sentence is something else's. Without a title the lines are those of a listing's item, where a name and a day
    alone are a signature.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("<h1>Rice</h1><p>Erstellt am 6. August 2009</p>", media_type="text/html")
    >>> printed_day(layout, layout.blocks[0]).edtf
    '2009-08-06'
    """
    for block in _near(layout, title):
        for found in _days(block, is_item=title is None):
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
        if close and _YEAR.search(block.text) and not _is_pictured(block) and not is_beside(block, title):
            yield block


def _is_pictured(block: Block) -> bool:
    return "figure" in (block.path or "") or any(map(_PICTURED.search, block.classes))


def _days(block: Block, *, is_item: bool) -> Iterator[When]:
    text = block.text
    if _CHANGED.search(text) or _OF_SOMETHING_ELSE.search(text):
        return
    found = sorted(
        [*_FIGURES.finditer(text), *_NAMED.finditer(text), *_OTHERS.finditer(text)], key=lambda match: match.start()
    )
    for match in found:
        signed = is_item and match.end() == len(text) and _NAMED_ALONE.fullmatch(text, 0, match.start())
        if not signed and not _is_of_publication(block, match.start(), match.end()):
            continue
        span = Span(block.span.start + match.start(), block.span.start + match.end())
        when = read_when(match[0], span) if "month" not in match.re.groupindex else None
        day = _day(match) if when is None or when.earliest is None else None
        if day is not None:
            yield When(
                raw=match[0], earliest=day, latest=day, precision="day", edtf=day.isoformat(), basis="stated", span=span
            )
        elif when is not None and when.earliest is not None and when.precision in {"instant", "minute", "day"}:
            yield when


def _is_of_publication(block: Block, start: int, end: int) -> bool:
    """Whether what stands around a day in its line leaves it the day of publication."""
    before, behind = block.text[:start].strip(), block.text[end:].strip()
    if not before and not behind:
        return True
    if block.text.endswith(_STOPS) or len(before.split()) + len(behind.split()) > _WORDS_BESIDE:
        return False
    if _LABEL.fullmatch(before) or _SIGNED_BEHIND.fullmatch(behind):
        return True
    if _BESIDE.fullmatch(block.text, 0, start) and _BEHIND.fullmatch(behind):
        return True
    marks = block.element.marks
    names = block.classes.union(*(mark.classes | mark.props for mark in marks))
    return any(map(_DATED.search, names)) or any(_is_signature(block, mark, start) for mark in marks)


def _is_signature(block: Block, mark: Mark, start: int) -> bool:
    """Whether all that stands before this place in the line is in an element for who wrote it."""
    if not any(map(_AUTHOR.search, mark.classes | mark.props)):
        return False
    before = block.text[:start].rstrip(" \n|,·-")
    return mark.span.start == block.span.start and mark.span.end - block.span.start == len(before)


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
    """The number of a month by its name; 0 for another word."""
    return _BY_WORD.get(word.casefold(), 0)
