"""The two ends of a range: what one leaves unsaid, the other says."""

from nkdocs.text.dates.parts import SEASONS, Part, Told, bounds, exists

__all__ = ["joined", "shares", "weekday_conflict"]


def joined(first: Told, last: Told) -> Told | None:
    """Two ends as one phrase, each lending the other its month and year; None where they fit no range.

    >>> told = joined(Told(Part(month=12, day=30)), Told(Part(year=2015, month=1, day=2)))
    >>> told.first.year, told.last.year
    (2014, 2015)
    """
    begin, end = first.first, last.first
    if (begin.weekday is None) != (end.weekday is None):
        return None
    begin, end = _lend_month(begin, end)
    begin, end = _lend_year(begin, end)
    if not (exists(begin) and exists(end) and _ordered(begin, end)):
        return None
    conflicts = first.conflicts + last.conflicts
    conflicts += weekday_conflict(begin, first.weekday) + weekday_conflict(end, last.weekday)
    return Told(begin, end, conflicts=tuple(dict.fromkeys(conflicts)))


def shares(first: Part, last: Part) -> bool:
    """Whether the second of two days or months leaves to the first its year or its month.

    >>> shares(Part(year=2013, month=6), Part(month=7)), shares(Part(month=6), Part(month=7))
    (True, False)
    """
    if last.unit is not None or last.year is not None or last.weekday is not None:
        return False
    if first.year is not None or first.unit == "year":
        return True
    return last.month is None and last.day is not None and (first.month is not None or first.unit is not None)


def weekday_conflict(part: Part, weekday: int | None) -> tuple[str, ...]:
    """``("weekday",)`` where a whole date falls on another day of the week than the one written beside it.

    >>> weekday_conflict(Part(year=2014, month=6, day=2), 1)
    ('weekday',)
    """
    days = None if weekday is None or part.day is None else bounds(part)
    return ("weekday",) if days is not None and days[0].weekday() != weekday else ()


def _lend_month(begin: Part, end: Part) -> tuple[Part, Part]:
    if begin.day is not None and begin.month is None and begin.unit is None:
        begin = begin._replace(month=end.month, unit=end.unit, step=end.step)
    elif (end.day is not None or end.third is not None) and end.month is None and end.unit is None:
        end = end._replace(month=begin.month, unit=begin.unit, step=begin.step)
    return begin, end


def _lend_year(begin: Part, end: Part) -> tuple[Part, Part]:
    """The year of one end for the other; a later month before an earlier one crosses the new year."""
    first, last = _month(begin), _month(end)
    if first and last:
        crossing = 1 if first > last else 0
        if begin.year is None and end.year is not None:
            begin = begin._replace(year=end.year - crossing)
        elif end.year is None and begin.year is not None:
            end = end._replace(year=begin.year + crossing)
    return begin, end


def _month(part: Part) -> int:
    """The month that a part begins in, 0 where it names none or counts from the day of reference."""
    if part.unit is not None:
        return 0
    return SEASONS[part.season][0] if part.season is not None else part.month or 0


def _ordered(begin: Part, end: Part) -> bool:
    """Whether the ends make a range: of one nature, and not backwards where that can be told."""
    if (begin.year is None) != (end.year is None) and begin.unit is None and end.unit is None:
        return False
    if (
        begin.year is None
        and begin.month is not None
        and begin.month == end.month
        and (begin.day or 0) > (end.day or 31)
    ):
        return False
    first, last = bounds(begin), bounds(end)
    if (begin.year is not None and first is None) or (end.year is not None and last is None):
        return begin.unit is not None or end.unit is not None
    return first is None or last is None or first[0] <= last[1]
