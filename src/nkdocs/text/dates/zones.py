"""Zones as documents write them: offsets, letters, and Pyongyang's own hour."""

import re
from datetime import date, datetime, timedelta, timezone, tzinfo
from typing import Final

__all__ = ["KST", "PYONGYANG", "UNKNOWN_ZONE", "Pyongyang", "offset_minutes", "zone_of"]

UNKNOWN_ZONE: Final = "unknown"
KST: Final = timezone(timedelta(hours=9))
# From 15 August 2015 to 4 May 2018 North Korea kept UTC+08:30; at 23:30 of that last day clocks went to +09:00.
_HALF_HOUR_BACK: Final = (date(2015, 8, 15), date(2018, 5, 4))
# RFC 822 letters, and those of the region. CST is left out: it is Chicago in RFC 822 and China elsewhere.
_NAMED: Final[dict[str, int | str]] = {
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "KST": 540, "JST": 540,
    "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "PYT": "pyongyang", "Pyongyang time": "pyongyang", "Korea Standard Time": 540, "Seoul time": 540,
    "local time": UNKNOWN_ZONE, "CST": UNKNOWN_ZONE, "BST": UNKNOWN_ZONE, "IST": UNKNOWN_ZONE,
}  # fmt: skip
_OFFSET: Final = re.compile(r"(?:(?:UTC|GMT)\s?)?([+\-−])(\d{1,2})(?::?(\d{2}))?")
_HOUR: Final = 60
_FURTHEST: Final = 14 * _HOUR


class Pyongyang(tzinfo):
    """The zone of Pyongyang's clocks, without the system's zone files.

    >>> datetime(2016, 1, 1, tzinfo=PYONGYANG).isoformat()
    '2016-01-01T00:00:00+08:30'
    """

    def utcoffset(self, moment: datetime | None, /) -> timedelta:
        """8 hours 30 minutes from 2015-08-15 to 2018-05-04, else 9 hours."""
        first, last = _HALF_HOUR_BACK
        half = moment is not None and first <= moment.date() <= last
        return timedelta(hours=8, minutes=30) if half else timedelta(hours=9)

    def dst(self, _: datetime | None, /) -> timedelta:
        """No summer time."""
        return timedelta(0)

    def tzname(self, _: datetime | None, /) -> str:
        """Its usual abbreviation."""
        return "PYT"

    def __reduce__(self) -> tuple[type["Pyongyang"], tuple[()]]:
        """Pickle as a fresh instance: it holds no state."""
        return (Pyongyang, ())


PYONGYANG: Final = Pyongyang()


def zone_of(raw: str) -> int | str | None:
    """Minutes east of Greenwich, ``"pyongyang"`` or ``"unknown"``; None for what is no zone.

    >>> zone_of("UTC+9"), zone_of("-0430"), zone_of("CST"), zone_of("noon")
    (540, -270, 'unknown', None)
    """
    named = _NAMED.get(raw)
    if named is not None:
        return named
    match = _OFFSET.fullmatch(raw)
    if match is None:
        return None
    sign, hours, minutes = match.groups()
    total = int(hours) * _HOUR + int(minutes or 0)
    if total > _FURTHEST or int(minutes or 0) >= _HOUR:
        return None
    return total if sign == "+" else -total


def offset_minutes(written: int | str | None, assumed: tzinfo | None, local: datetime) -> int | None:
    """The offset of a local time: the written zone's, else the assumed one's, else None.

    >>> offset_minutes(None, KST, datetime(2014, 6, 2))
    540
    """
    if isinstance(written, int):
        return written
    zone = PYONGYANG if written == "pyongyang" else assumed if written is None else None
    offset = None if zone is None else zone.utcoffset(local.replace(tzinfo=zone))
    return None if offset is None else int(offset.total_seconds() // 60)
