"""Parts as ISO 8601-2 (EDTF) strings; unspecified digits are written ``X``."""

from typing import Final

from nkdocs.text.dates.parts import Clock, Part, bounds, month_length

__all__ = ["edtf", "edtf_clock", "edtf_range", "edtf_set"]

_THIRDS: Final = {1: ("01", "10"), 2: ("11", "20"), 3: ("21", ""), 4: ("01", "15"), 5: ("16", "")}


def edtf(part: Part) -> str | None:
    """One part as EDTF, None for what only a day of reference can place.

    >>> edtf(Part(month=10, day=18)), edtf(Part(year=2014, season=21)), edtf(Part(month=10, third=1))
    ('XXXX-10-18', '2014-21', 'XXXX-10-01/XXXX-10-10')
    """
    if part.unit is not None or part.step is not None or part.weekday is not None:
        return None
    if part.third and part.month:
        first, last = _ends(part)
        return f"{first}/{last}"
    if part.months is not None and part.month is not None:
        return f"{_plain(part)}/{_plain(part._replace(month=part.month + part.months - 1))}"
    return _plain(part)


def edtf_range(first: Part, last: Part) -> str | None:
    """Two ends as an EDTF interval, None unless both can be written.

    >>> edtf_range(Part(month=5, third=3), Part(month=6, third=2))
    'XXXX-05-21/XXXX-06-20'
    """
    if any(end.unit or end.step is not None or end.weekday is not None for end in (first, last)):
        return None
    begin, end = edtf(first), edtf(last)
    return None if begin is None or end is None else _between(begin, end)


def edtf_set(first: Part, last: Part, between: tuple[int, ...] = ()) -> str | None:
    """Two parts, and days between them, as EDTF: an interval where each follows the other, else a set.

    >>> edtf_set(Part(month=10, day=18), Part(month=10, day=19)), edtf_set(Part(2013, 5), Part(2013, 8))
    ('XXXX-10-18/XXXX-10-19', '{2013-05,2013-08}')
    >>> edtf_set(Part(2013, 1, months=3), Part(2013, 7, months=3))
    '{2013-01..2013-03,2013-07..2013-09}'
    """
    parts = [first, *(first._replace(day=day) for day in between), last]
    written = [edtf(part) for part in parts]
    begin, end = written[0], written[-1]
    if None in written or begin is None or end is None:
        return None
    if all(map(_follows, parts, parts[1:])):
        return _between(begin, end)
    return f"{{{','.join(map(str, written)).replace('/', '..')}}}"


def _between(first: str, last: str) -> str:
    """From where the first begins to where the last ends."""
    return f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"


def _follows(first: Part, last: Part) -> bool:
    """Whether nothing lies between two days or months."""
    begin, end = bounds(first), bounds(last)
    if begin is not None and end is not None:
        return (end[0] - begin[1]).days == 1
    if first.day is not None and last.day is not None:
        return first.month == last.month and last.day - first.day == 1
    return (last.month or 0) - (first.month or 0) == (first.months or 1)


def edtf_clock(part: Part, clock: Clock, offset: int | None) -> str:
    """A day with a time, as exact as it was written, with its offset where that is known.

    >>> edtf_clock(Part(year=2011, month=8, day=20), Clock(16, 34), 540)
    '2011-08-20T16:34+09:00'
    """
    time = f"{clock.hour:02}:{clock.minute:02}"
    if clock.second is not None:
        time = f"{time}:{clock.second:02}"
    if clock.microsecond:
        time = f"{time}.{clock.microsecond:06}".rstrip("0")
    return f"{_plain(part)}T{time}{_offset(offset)}"


def _offset(minutes: int | None) -> str:
    if not minutes:
        return "" if minutes is None else "Z"
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _plain(part: Part) -> str | None:
    year = "XXXX" if part.year is None else f"{part.year:04}"
    if part.decade:
        return f"{year[:3]}X"
    if part.season is not None:
        return f"{year}-{part.season}"
    if part.day is not None:
        return f"{year}-{'XX' if part.month is None else f'{part.month:02}'}-{part.day:02}"
    if part.month is not None:
        return f"{year}-{part.month:02}"
    return None if part.year is None else year


def _ends(part: Part) -> tuple[str, str]:
    month = _plain(part._replace(third=None))
    begin, end = _THIRDS[part.third or 1]
    return f"{month}-{begin}", f"{month}-{end or month_length(part.year, part.month or 1)}"
