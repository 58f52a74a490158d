"""From a ``When`` to the years, months and days it names, for formats that write dates in their own way."""

import re
from datetime import date
from typing import Final, NamedTuple

from nkdocs.text.dates.parts import Part, bounds, exists, month_length
from nkdocs.text.dates.when import When

__all__ = ["Extent", "Parts", "edtf_of", "extent", "iso"]

# A year, or with its month, or with its month and day.
Parts = tuple[int, ...]

_NAMED: Final = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_SEASON: Final = re.compile(r"(\d{4})-(2[1-4])", re.ASCII)
_WIDE: Final = frozenset({"month", "season", "year", "range"})
_OPEN: Final = ".."
_FIRST_SEASON: Final = 20
_JANUARY, _DECEMBER = 1, 12


class Extent(NamedTuple):
    """The first and the last day, month or year that is meant; None for an end that is open, never for both.

    ``season`` is the year and 1 for spring to 4 for winter, where the document names one.
    """

    first: Parts | None
    last: Parts | None
    season: tuple[int, int] | None = None

    @property
    def single(self) -> Parts | None:
        """The one day, month or year that is meant; None for a span of several."""
        return self.first if self.first == self.last else None

    @property
    def hull(self) -> Parts | None:
        """The smallest day, month or year that holds all of it: of 2 to 3 June 2014 that is June 2014.

        >>> Extent((2014, 6, 2), (2014, 6, 3)).hull, Extent((2013, 12), (2014, 2)).hull
        ((2014, 6), None)
        """
        if self.first is None or self.last is None:
            return None
        alike = 0
        for one, other in zip(self.first, self.last, strict=False):
            if one != other:
                break
            alike += 1
        return self.first[:alike] or None


def extent(when: When | None) -> Extent | None:
    """What a date names, as exactly as the document does and no more; None where no year is known.

    >>> from nkdocs.text.dates import read_when
    >>> [extent(read_when(raw, None)).single for raw in ("2 June 2014", "June 2014", "early June 2014")]
    [(2014, 6, 2), (2014, 6), None]
    """
    if when is None:
        return None
    first, last = when.earliest, when.latest
    if first is None and last is None:
        return None if when.instant is None else Extent(_day(when.instant), _day(when.instant))
    named = None if when.edtf is None else _named(when.edtf)
    if named is not None and _bounds(named) == (first, last):
        return named
    rounded = _grain(when, first, last)
    season = None if when.edtf is None or when.precision != "season" else _SEASON.fullmatch(when.edtf)
    return Extent(*rounded, None if season is None else (int(season[1]), int(season[2]) - _FIRST_SEASON))


def iso(parts: Parts) -> str:
    """A day, month or year as ISO 8601 has it.

    >>> iso((2014, 6)), iso((987,))
    ('2014-06', '0987')
    """
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def edtf_of(when: When | None) -> str | None:
    """A date as EDTF: as it stands in the record, else what its days come to.

    >>> from datetime import date
    >>> edtf_of(When(raw="-", earliest=date(2014, 6, 2), latest=None, precision="range", basis="stated", span=None))
    '2014-06-02/..'
    """
    if when is None or when.edtf is not None:
        return None if when is None else when.edtf
    found = extent(when)
    if found is None:
        return None
    if found.single is not None:
        return iso(found.single)
    return "/".join(_OPEN if parts is None else iso(parts) for parts in (found.first, found.last))


def _named(written: str) -> Extent | None:
    """The ends of plain EDTF: a day, month or year, or an interval of them."""
    first, apart, last = written.partition("/")
    if not apart:
        parts = _parts(first)
        return None if parts is None else Extent(parts, parts)
    begin, end = _parts(first), _parts(last)
    known = (begin is not None or first == _OPEN) and (end is not None or last == _OPEN)
    return Extent(begin, end) if known else None


def _parts(written: str) -> Parts | None:
    if not _NAMED.fullmatch(written):
        return None
    parts = tuple(map(int, written.split("-")))
    return parts if exists(_part(parts)) else None


def _part(parts: Parts) -> Part:
    year, month, day = (*parts, None, None)[:3]
    return Part(year, month, day)


def _bounds(named: Extent) -> tuple[date | None, date | None]:
    first = None if named.first is None else bounds(_part(named.first))
    last = None if named.last is None else bounds(_part(named.last))
    return None if first is None else first[0], None if last is None else last[1]


def _grain(when: When, first: date | None, last: date | None) -> tuple[Parts | None, Parts | None]:
    """Both ends as years or months where the phrase names no days and they are whole ones, else as days."""
    if first is None or last is None or when.precision not in _WIDE:
        return None if first is None else _day(first), None if last is None else _day(last)
    whole = first.day == 1 and last.day == month_length(last.year, last.month)
    if whole and (first.month, last.month) == (_JANUARY, _DECEMBER):
        return (first.year,), (last.year,)
    if whole:
        return (first.year, first.month), (last.year, last.month)
    return _day(first), _day(last)


def _day(day: date) -> Parts:
    return day.year, day.month, day.day
