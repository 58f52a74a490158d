"""Phrases that only a day of reference can place: on Monday, last month, the 17th, 지난 5일."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from nkdocs.text.dates.parts import Part, Told, bounds, exists
from nkdocs.text.dates.reading import told_by, when_of
from nkdocs.text.dates.when import When

__all__ = ["placed_by", "placed_when"]

# A 29 February is found within eight years, whatever century lies between.
_FURTHEST_YEARS: Final = 9
_WINTER: Final = 24
_MONTHS: Final = 12
_SECOND_QUARTER: Final = 4
_LAST_QUARTER: Final = 10
# Far enough from both ends of the calendar for every count from it.
_COUNTABLE: Final = range(1000, 9000)


def placed_when(when: When, reference: date) -> When:
    """What ``nkdocs.text.dates.resolve`` gives.

    >>> from nkdocs.text.dates import read_when
    >>> placed_when(read_when("on Monday", None), date(2014, 11, 3)).edtf
    '2014-10-27'
    """
    known = when.earliest is not None or when.latest is not None
    told = None if known else told_by(when.raw)
    placed = None if told is None else placed_by(told, date(reference.year, reference.month, reference.day))
    if placed is None:
        return when
    return when_of(placed, when.raw, when.span, basis="resolved", precision=when.precision).when


def placed_by(told: Told, reference: date) -> Told | None:
    """The same phrase with its year, month and day filled in from ``reference``."""
    if told.loose or reference.year not in _COUNTABLE:
        return None
    if told.last is not None:
        return _range(told, told.last, reference)
    first = told.first
    if first.unit == "week" and first.weekday is None:
        monday = _monday(reference, first.step or 0)
        return Told(_day(monday), _day(monday + timedelta(days=6)))
    if first.season == _WINTER and first.year is None and first.unit is None:
        return _winter(first, reference)
    placed = _placed(first, reference)
    return None if placed is None else told._replace(first=placed)


def _range(told: Told, last: Part, reference: date) -> Told | None:
    end = _placed(last, reference)
    if end is None:
        return None
    limit = bounds(end)
    begin = None if limit is None else _placed(told.first, limit[1])
    if begin is None or limit is None:
        return None
    days = bounds(begin)
    return told._replace(first=begin, last=end) if days is not None and days[0] <= limit[1] else None


def _placed(part: Part, reference: date) -> Part | None:
    if part.year is not None:
        return part
    if part.unit is not None:
        return _counted(part, part.unit, reference)
    if part.weekday is not None:
        return _day(_weekday(part.weekday, part.step, reference)) if part.step != 0 else None
    if part.day is not None and part.month is None:
        return _day_of_month(part, part.day, reference)
    if part.months is not None and part.step is None:
        return _portion(part, reference)
    return _in_some_year(part, reference)


def _portion(part: Part, reference: date) -> Part | None:
    """A half or quarter of the year, if it has begun, or the quarter before it; one to come may be past or planned."""
    month = part.month or 0
    if month <= reference.month:
        return part._replace(year=reference.year)
    return (
        part._replace(year=reference.year - 1) if month == _LAST_QUARTER and reference.month < _SECOND_QUARTER else None
    )


def _day(day: date) -> Part:
    return Part(day.year, day.month, day.day)


def _monday(reference: date, weeks: int) -> date:
    return reference - timedelta(days=reference.weekday()) + timedelta(weeks=weeks)


def _weekday(weekday: int, step: int | None, reference: date) -> date:
    if step == 1:
        return reference + timedelta(days=(weekday - reference.weekday() - 1) % 7 + 1)
    return reference - timedelta(days=(reference.weekday() - weekday - 1) % 7 + 1)


def _counted(part: Part, unit: str, reference: date) -> Part | None:
    """Days, weeks, months and years counted from the reference."""
    step = part.step or 0
    if unit == "day":
        return _day(reference + timedelta(days=step))
    if unit == "week":
        return _day(_monday(reference, step) + timedelta(days=part.weekday or 0))
    # Imported at first use: relativedelta costs more than all of this module, and most documents never ask.
    from dateutil.relativedelta import relativedelta

    moved = reference.replace(day=1) + (relativedelta(months=step) if unit == "month" else relativedelta(years=step))
    found = part._replace(year=moved.year, unit=None, step=None)
    if unit == "month":
        found = found._replace(month=moved.month)
    return found if exists(found) else None


def _day_of_month(part: Part, day: int, reference: date) -> Part | None:
    """The latest such day on or before the reference (the next one for a coming day)."""
    year, month = reference.year, reference.month
    forward = part.step == 1
    for _ in range(_FURTHEST_YEARS):
        found = Part(year, month, day)
        if exists(found):
            days = date(year, month, day)
            if (days > reference) if forward else (days <= reference):
                return found
        year, month = _next_month(year, month) if forward else _month_before(year, month)
    return None


def _next_month(year: int, month: int) -> tuple[int, int]:
    return (year, month + 1) if month < _MONTHS else (year + 1, 1)


def _month_before(year: int, month: int) -> tuple[int, int]:
    return (year, month - 1) if month > 1 else (year - 1, _MONTHS)


def _in_some_year(part: Part, reference: date) -> Part | None:
    """The latest such day, month or season that has begun by the reference; "last" wants it over, "next" to come."""
    this, step = reference.year, part.step
    if step == 0:
        years: Iterable[int] = (this,)
    else:
        years = range(this, this + _FURTHEST_YEARS) if step == 1 else range(this, this - _FURTHEST_YEARS, -1)
    for year in years:
        found = Part(year, part.month, part.day, part.third, part.season, months=part.months)
        days = bounds(found) if exists(found) else None
        if days is not None and _fits(days, part, reference):
            return found
    return None


def _fits(days: tuple[date, date], part: Part, reference: date) -> bool:
    if part.step == 0:
        return True
    if part.step == 1:
        return days[0] > reference
    return days[1] < reference if part.step == -1 and part.day is None else days[0] <= reference


def _winter(part: Part, reference: date) -> Told | None:
    """A winter without a year, from its December to its February: then nothing is left open."""
    if part.step == 0:
        return None
    first = _in_some_year(Part(month=12, step=1 if part.step == 1 else None), reference)
    if first is None or first.year is None:
        return None
    if part.step == -1 and date(first.year + 1, 3, 1) > reference:
        first = first._replace(year=first.year - 1)
    return Told(first, Part((first.year or 0) + 1, 2))
