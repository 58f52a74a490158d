"""Zones as documents write them."""

import pickle
from datetime import datetime, timedelta

import pytest

from nkdocs.text.dates import PYONGYANG, read_when
from nkdocs.text.dates.zones import zone_of


@pytest.mark.parametrize(
    ("raw", "minutes"),
    [
        ("KST", 540), ("JST", 540), ("Z", 0), ("GMT", 0), ("UTC", 0),
        ("UTC+9", 540), ("UTC-5", -300), ("+0900", 540), ("+09:00", 540),
        ("-0430", -270), ("EST", -300), ("Pyongyang time",
        "pyongyang"), ("CST", "unknown"), ("XYZ", None), ("+15:00", None),
        ("+0960", None), ("", None),
    ],
)  # fmt: skip
def test_a_zone(raw, minutes):
    """Offsets have the sign they are written with; what is no zone is none."""
    assert zone_of(raw) == minutes


@pytest.mark.parametrize(
    ("phrase", "offset"),
    [
        ("August 14, 2015 23:59 Pyongyang time", 540),
        ("August 15, 2015 00:00 Pyongyang time", 510),
        ("May 4, 2018 23:00 PYT", 510),
        ("May 5, 2018 00:00 PYT", 540),
    ],
)
def test_pyongyang_kept_its_own_hour(phrase, offset):
    """Pyongyang time was UTC+8:30 from 2015-08-15 to 2018-05-04."""
    when = read_when(phrase, None)
    assert when is not None
    assert when.instant is not None
    assert when.instant.utcoffset() == timedelta(minutes=offset)


def test_pyongyang_is_a_zone_like_any_other():
    """It pickles, has a name, and no summer time."""
    zone = pickle.loads(pickle.dumps(PYONGYANG))  # noqa: S301 - what it loads was made one step before
    noon = datetime(2016, 7, 1, 12, tzinfo=zone)
    assert (noon.utcoffset(), noon.dst(), noon.tzname()) == (timedelta(minutes=510), timedelta(0), "PYT")
    assert PYONGYANG.utcoffset(None) == timedelta(hours=9)
