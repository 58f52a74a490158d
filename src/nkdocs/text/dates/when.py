"""What a date phrase says, and how surely."""

from datetime import date, datetime, timedelta, timezone
from typing import Final

import attrs

from nkdocs.errors import UsageError
from nkdocs.text.span import Span
from nkdocs.text.tidy import storable, storable_or_none

__all__ = ["BASES", "PRECISIONS", "When", "fixed_offset"]

PRECISIONS: Final = ("instant", "minute", "day", "weekday", "month", "season", "year", "range")
_MINUTE: Final = 60  # seconds
BASES: Final = ("stated", "metadata", "url", "resolved")


def fixed_offset(moment: datetime | None) -> datetime | None:
    """The same time with a plain offset for its zone: in the hour a clock repeats, a named zone equals no other.

    Offsets are whole minutes, as ISO 8601 writes them; local times of the 19th century had seconds too.

    >>> from zoneinfo import ZoneInfo
    >>> str(fixed_offset(datetime(2014, 6, 2, 9, tzinfo=ZoneInfo("Asia/Seoul"))).tzinfo)
    'UTC+09:00'

    Raises:
        UsageError: for a time without a zone, or one of which no offset of whole minutes is on the calendar.
    """
    if moment is None:
        return None
    offset = moment.utcoffset() if hasattr(moment, "utcoffset") else None
    if offset is None:
        raise UsageError(f"a datetime with its zone is wanted, not {moment!r}")
    if offset.seconds % _MINUTE or offset.microseconds:
        return _whole_minutes(moment, offset)
    return moment if moment.tzinfo.__class__ is timezone else moment.replace(tzinfo=timezone(offset), fold=0)


def _whole_minutes(moment: datetime, offset: timedelta) -> datetime:
    """The same time at the next offset of whole minutes, at the one before where the calendar ends."""
    local, minute = moment.replace(tzinfo=None, fold=0), timedelta(minutes=1)
    below = offset // minute * minute
    for whole in (below + minute, below):
        try:
            return (local + (whole - offset)).replace(tzinfo=timezone(whole))
        except (OverflowError, ValueError):  # no day there, or no such offset
            continue
    raise UsageError(f"a time that ISO 8601 can write is wanted, not {moment!r}")


@attrs.frozen(slots=True, kw_only=True)
class When:
    """A date or time as the document gives it.

    ``earliest`` and ``latest`` are inclusive days in the zone the source writes, or None; ``instant`` is an
    aware time or None. ``precision`` is that of the phrase, ``basis`` tells where the bounds come from
    (``resolved``: from a reference such as ``published``). ``edtf`` is ISO 8601-2 or None.

    >>> from datetime import date
    >>> When(raw="June 2014", earliest=date(2014, 6, 1), latest=date(2014, 6, 30), precision="month",
    ...      basis="stated", edtf="2014-06", span=Span(0, 9)).edtf
    '2014-06'

    Raises:
        UsageError: for a naive ``instant``, bounds out of order, or an unknown precision or basis.
    """

    raw: str = attrs.field(converter=storable)
    earliest: date | None
    latest: date | None
    instant: datetime | None = attrs.field(default=None, converter=fixed_offset)
    precision: str
    edtf: str | None = attrs.field(default=None, converter=storable_or_none)
    basis: str
    span: Span | None

    def __attrs_post_init__(self) -> None:
        """Refuse what contradicts itself."""
        if self.precision not in PRECISIONS:
            raise UsageError(f"precision is one of {', '.join(PRECISIONS)}, not {self.precision!r}")
        if self.basis not in BASES:
            raise UsageError(f"basis is one of {', '.join(BASES)}, not {self.basis!r}")
        for bound in (self.earliest, self.latest):
            if bound is not None and (not isinstance(bound, date) or isinstance(bound, datetime)):
                raise UsageError(f"earliest and latest are days (datetime.date), not {bound!r}")
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise UsageError(f"earliest {self.earliest} is after latest {self.latest}")
