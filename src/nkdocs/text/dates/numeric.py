"""Dates in figures: ISO 8601 and its dotted and slashed kin, days before or after months, RFC 822."""

import re
from typing import Any, Final

from nkdocs.text.dates.ends import joined
from nkdocs.text.dates.parts import Clock, Part, Told, exists
from nkdocs.text.dates.words import MONTHS, WEEKDAYS, clock_of
from nkdocs.text.dates.zones import zone_of

__all__ = ["numeric", "numeric_prefix"]

_HALVES: Final = {"오전": "a", "午前": "a", "上午": "a", "오후": "p", "午後": "p", "下午": "p"}
_HALF: Final = "오전|오후|午前|午後|上午|下午|[AaPp]\\.?[Mm](?![A-Za-z])\\.?"
_WEEKDAYS: Final = {short: number for number, short in enumerate("월화수목금토일")}
_WEEKDAYS_KANJI: Final = {short: number for number, short in enumerate("月火水木金土日")}
_TAIL: Final = (
    r"(?:\s?\((?P<weekday>[월화수목금토일月火水木金土日](?:요일|曜日)?|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\))?"
    rf"(?:(?:T|[\s,]{{1,3}})(?:(?P<half>{_HALF})\s?)?"
    rf"(?P<clock>\d{{1,2}}:\d{{2}}(?!\d)(?::\d{{2}}(?!\d)(?:[.,]\d{{1,9}})?)?)(?:\s?(?P<after>{_HALF}))?"
    r"(?:\s?(?P<zone>(?:UTC|GMT)\s?[+\-−]\d{1,2}(?::?\d{2})?(?!\d)|[+\-−]\d{2}(?::?\d{2})?(?!\d)|"
    r"Z(?![A-Za-z])|[A-Z]{2,4}(?![A-Za-z])))?)?"
)
_YEAR_FIRST: Final = re.compile(r"(?P<y>\d{4})(?P<s>[-./])\s?(?P<m>\d{1,2})(?P=s)\s?(?P<d>\d{1,2})(?!\d)\.?" + _TAIL)
_YEAR_LAST: Final = re.compile(r"(?P<one>\d{1,2})(?P<s>[-./])(?P<two>\d{1,2})(?P=s)(?P<y>\d{4})(?!\d)" + _TAIL)
_COMPACT: Final = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_YEAR_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")
_SHORT_MONTHS: Final = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_SHORT: Final = "|".join(name[:3] for name in MONTHS)
_RFC_822: Final = re.compile(
    rf"(?:(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s)?(?P<d>\d{{1,2}})\s(?P<m>{_SHORT})\s(?P<y>\d{{2}})"
    r"\s(?P<clock>\d{2}:\d{2}(?::\d{2})?)(?:\s(?P<zone>[A-Z]{1,4}|[+\-]\d{4}))?"
)
_MONTHS: Final = 12
_FIRST_YEAR: Final = 1000
# RFC 822 wrote two figures: 00 to 49 are taken as 2000 to 2049.
_CENTURY_TURNS: Final = 50
_PAIRS: Final = {"[": "]", "(": ")"}


def numeric(phrase: str, order: str | None = None) -> Told | None:
    """What a date in figures tells, or None; ``order`` ("dmy", "mdy") settles 01/06/2023.

    >>> numeric("2011-08-20 16:34").clock
    Clock(hour=16, minute=34, second=None, microsecond=0)
    >>> numeric("01/06/2023") is None, numeric("01/06/2023", "dmy").first.month
    (True, 6)
    """
    if _PAIRS.get(phrase[:1]) == phrase[-1:] != "":
        phrase = phrase[1:-1]
    if match := _YEAR_FIRST.fullmatch(phrase):
        return _whole(match, int(match["m"]), int(match["d"]))
    if match := _YEAR_LAST.fullmatch(phrase):
        return _year_last(match, order)
    if match := _RFC_822.fullmatch(phrase):
        return _rfc_822(match)
    return _short(phrase)


def numeric_prefix(text: str, start: int, end: int) -> tuple[Told, int] | None:
    """A date in figures that begins at ``start``, and where it ends.

    >>> numeric_prefix("2014-06-02, Monday", 0, 18)[1]
    10
    """
    match = _YEAR_FIRST.match(text, start, end)
    told = None if match is None else _whole(match, int(match["m"]), int(match["d"]))
    if match is None:
        match = _YEAR_LAST.match(text, start, end)
        told = None if match is None else _year_last(match, None)
    return None if match is None or told is None else (told, match.end())


def _short(phrase: str) -> Told | None:
    if match := _COMPACT.fullmatch(phrase):
        part = Part(int(match[1]), int(match[2]), int(match[3]))
        return Told(part) if exists(part) else None
    if match := _YEAR_MONTH.fullmatch(phrase):
        part = Part(int(match[1]), int(match[2]))
        # 2011-12 may be a month or two years; 2014-06 can only be a month.
        return Told(part) if exists(part) and int(match[2]) <= int(match[1]) % 100 else None
    years = re.fullmatch(r"(\d{4})\s?[-‐‑–—~]\s?(\d{4})", phrase)
    return joined(Told(Part(int(years[1]))), Told(Part(int(years[2])))) if years else None


def _year_last(match: re.Match[str], order: str | None) -> Told | None:
    one, two = int(match["one"]), int(match["two"])
    if one > _MONTHS or one == two or (order == "dmy" and two <= _MONTHS):
        return _whole(match, two, one)
    return _whole(match, one, two) if two > _MONTHS or order == "mdy" else None


def _whole(match: re.Match[str], month: int, day: int) -> Told | None:
    part = Part(int(match["y"]), month, day)
    if int(match["y"]) < _FIRST_YEAR or not exists(part):
        return None
    told = Told(part, weekday=_weekday(match["weekday"]))
    if not match["clock"]:
        return told
    halves = [_HALVES.get(half, half[0].lower()) for half in (match["half"], match["after"]) if half]
    clock = clock_of(match["clock"], halves[0]) if len(halves) == 1 else None if halves else clock_of(match["clock"])
    return _timed(told, clock, match["zone"])


def _weekday(raw: str | None) -> int | None:
    if raw is None:
        return None
    for names in (_WEEKDAYS, _WEEKDAYS_KANJI):
        if raw[0] in names:
            return names[raw[0]]
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(raw))


def _timed(told: Told, clock: Clock | None, raw_zone: str | None) -> Told | None:
    zone: Any = zone_of(raw_zone) if raw_zone else None
    if clock is None or (raw_zone and zone is None):
        return None
    return told._replace(clock=clock, zone=zone)


def _rfc_822(match: re.Match[str]) -> Told | None:
    year = int(match["y"])
    month = _SHORT_MONTHS[match["m"]]
    part = Part(year + (2000 if year < _CENTURY_TURNS else 1900), month, int(match["d"]))
    if not exists(part):
        return None
    return _timed(Told(part, weekday=_weekday(match["weekday"])), clock_of(match["clock"]), match["zone"])
