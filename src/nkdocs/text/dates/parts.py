"""What a date phrase names, before anything is inferred from it."""

from calendar import isleap
from datetime import date, timedelta
from typing import Final, NamedTuple

__all__ = ["SEASONS", "Clock", "Part", "Told", "bounds", "exists", "month_length"]

# ISO 8601-2 season codes, and the months that each is taken to span on the Korean peninsula.
SEASONS: Final = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
# Early, mid and late; the first and the second half.
_THIRDS: Final = {1: (1, 10), 2: (11, 20), 3: (21, 31), 4: (1, 15), 5: (16, 31)}
_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY: Final = 2
_DECEMBER: Final = 12
# Years of which every day, and the winter after them, is a date that Python can hold.
_LAST_YEAR: Final = 9998


class Part(NamedTuple):
    """One end of a phrase: exactly what it names, None for what it does not.

    ``third`` is 1, 2 or 3 for early, mid, late, 4 or 5 for a month's halves; ``months`` is how many there are from
    ``month`` on where the phrase names more than one (the second half of a year); ``season`` is an ISO 8601-2 code;
    ``weekday`` counts from Monday and is set only where the phrase names nothing nearer. ``unit`` with ``step`` is a
    count from the day of reference: ``("month", -1)`` is last month. A ``step`` without ``unit`` is "last" or "next"
    before a name.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    third: int | None = None
    season: int | None = None
    weekday: int | None = None
    decade: bool = False
    unit: str | None = None
    step: int | None = None
    months: int | None = None

    @property
    def absolute(self) -> bool:
        """Whether the phrase itself says where on the calendar it lies."""
        return self.year is not None and self.unit is None


class Clock(NamedTuple):
    """A time of day as written; ``second`` is None where none was written."""

    hour: int
    minute: int
    second: int | None = None
    microsecond: int = 0


class Told(NamedTuple):
    """A whole phrase: one part or two ends, a clock, its zone, and what in it contradicts itself.

    ``zone`` is minutes east of Greenwich, ``"pyongyang"``, ``"unknown"`` for a zone nobody can name surely,
    or None where none was written. ``apart`` tells that the ends are two days or months named beside each other
    ("June 5 and 9, 2014"), and that what lies between is not meant.
    ``between`` are the days of the same month between two such days ("May 3, 5 and 9").
    ``loose`` tells that another day than that of reference places it ("in May the following year").
    """

    first: Part
    last: Part | None = None
    clock: Clock | None = None
    zone: int | str | None = None
    weekday: int | None = None
    conflicts: tuple[str, ...] = ()
    apart: bool = False
    loose: bool = False
    between: tuple[int, ...] = ()


def month_length(year: int | None, month: int) -> int:
    """Days in a month; without a year, as many as it can have.

    >>> month_length(2014, 2), month_length(None, 2)
    (28, 29)
    """
    if month == _FEBRUARY:
        return 29 if year is None or isleap(year) else 28
    return _LENGTHS[month]


def exists(part: Part) -> bool:
    """Whether the calendar has such a day, month and year.

    >>> exists(Part(month=6, day=31))
    False
    """
    year, month, day = part.year, part.month, part.day
    if year is not None and not 0 < year <= _LAST_YEAR:
        return False
    if month is not None and not 0 < month <= _DECEMBER:
        return False
    return day is None or 0 < day <= (31 if month is None else month_length(year, month))


def bounds(part: Part) -> tuple[date, date] | None:
    """The first and last day of a part that says its year, else None.

    A winter named after one year may begin or end in it, so its bounds hold both readings.

    >>> bounds(Part(year=2014, month=6))
    (datetime.date(2014, 6, 1), datetime.date(2014, 6, 30))
    """
    year, month = part.year, part.month
    if year is None or part.unit is not None:
        return None
    if part.decade:
        return date(year, 1, 1), date(year + 9, 12, 31)
    if part.season is not None:
        return _season_bounds(year, part.season)
    if month is None:
        return (date(year, 1, 1), date(year, 12, 31)) if part.day is None else None
    if part.day is not None:
        day = date(year, month, part.day)
        return day, day
    last = month + (part.months or 1) - 1
    length = month_length(year, last)
    begin, end = _THIRDS[part.third] if part.third else (1, length)
    return date(year, month, begin), date(year, last, min(end, length))


def _season_bounds(year: int, season: int) -> tuple[date, date]:
    begin, end = SEASONS[season]
    if begin > end:
        return date(year - 1, begin, 1), date(year + 1, end + 1, 1) - timedelta(days=1)
    return date(year, begin, 1), date(year, end, month_length(year, end))
