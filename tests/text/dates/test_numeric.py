"""Dates in figures."""

from datetime import UTC, datetime

import pytest

from nkdocs.text.dates import KST, read, read_when

SAID = [
    ("2011-08-20", "2011-08-20", "day"),
    ("2015-4-4", "2015-04-04", "day"),
    ("2014/06/02", "2014-06-02", "day"),
    ("2014.06.02", "2014-06-02", "day"),
    ("2014. 6. 2.", "2014-06-02", "day"),
    ("[2024.02.11.]", "2024-02-11", "day"),
    ("20140602", "2014-06-02", "day"),
    ("2014-06", "2014-06", "month"),
    ("04/28/2013", "2013-04-28", "day"),
    ("4/28/2011", "2011-04-28", "day"),
    ("28/4/2011", "2011-04-28", "day"),
    ("13.06.2014", "2014-06-13", "day"),
    ("01/01/2023", "2023-01-01", "day"),
    ("2014-06-02 (Mon)", "2014-06-02", "day"),
    ("2014.06.02(월)", "2014-06-02", "day"),
    ("2011-08-20 16:34", "2011-08-20T16:34", "minute"),
    ("2013-05-19 19:43:55", "2013-05-19T19:43:55", "minute"),
    ("2014-06-02T10:00", "2014-06-02T10:00", "minute"),
    ("2014-06-02 10:00 PM", "2014-06-02T22:00", "minute"),
    ("2014-05-12T10:00:00Z", "2014-05-12T10:00:00Z", "instant"),
    ("2014-05-12T10:00:00+09:00", "2014-05-12T10:00:00+09:00", "instant"),
    ("2014-05-12T10:00:00.125-0430", "2014-05-12T10:00:00.125-04:30", "instant"),
    ("2014-05-12 10:00 KST", "2014-05-12T10:00+09:00", "minute"),
    ("2014-05-12 10:00 CST", "2014-05-12T10:00", "minute"),
    ("Mon, 26 Jun 17 09:02:26 +0900", "2017-06-26T09:02:26+09:00", "instant"),
    ("26 Jun 17 09:02 GMT", "2017-06-26T09:02Z", "minute"),
    ("1 Jan 70 00:00:00 GMT", "1970-01-01T00:00:00Z", "instant"),
]  # fmt: skip

NOT_SAID = [
    "01/06/2023", "02/06/2014", "2/6/14", "20140631", "19991301",
    "2011-12", "2005-06", "2014-13-01", "2014-02-29", "0000-01-01",
    "2014-06-02T25:00", "2014-06-02 10:61", "2014-06-02T10:00+15:00",
    "99999999999999999999", "1234567", "10.5", "1.2.3", "3.14",
    "02-1234-5678", "010-1234-2014", "$2014", "2,014", "2014-06/02",
    "2014-06-02-", "192.168.0.1", "31/31/2014", "(2014-06-02", "12:30",
    "26 Jun 17 25:00:00 +0900", "2014-06-02 10:00 XYZW",
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "edtf", "precision"), SAID)
def test_figures_say(phrase, edtf, precision):
    """Figures that can be read one way only give their EDTF and precision."""
    when = read_when(phrase, None)
    assert when is not None
    assert (when.edtf, when.precision) == (edtf, precision)


@pytest.mark.parametrize("phrase", NOT_SAID)
def test_no_date(phrase):
    """Figures that are no date, no existing day or two possible days give nothing."""
    assert read_when(phrase, None) is None


@pytest.mark.parametrize(
    ("phrase", "order", "edtf"),
    [
        ("01/06/2023", "dmy", "2023-06-01"),
        ("01/06/2023", "mdy", "2023-01-06"),
        ("4/28/2011", "dmy", "2011-04-28"),
        ("28/4/2011", "mdy", "2011-04-28"),
        ("2014-06-02", "dmy", "2014-06-02"),
    ],
)
def test_an_order_settles_only_what_is_open(phrase, order, edtf):
    """A known order of day and month is used where both are possible, and never turns an ISO date."""
    when = read_when(phrase, None, order=order)
    assert when is not None
    assert when.edtf == edtf


def test_a_clock_without_zone_has_no_instant_unless_the_zone_is_known():
    """The zone of the outlet makes an instant of a bare clock; without it there is none."""
    bare = read_when("2011-08-20 16:34", None)
    known = read_when("2011-08-20 16:34", None, zone=KST)
    assert bare is not None
    assert known is not None
    assert (bare.instant, bare.precision) == (None, "minute")
    assert (known.instant, known.precision) == (datetime(2011, 8, 20, 7, 34, tzinfo=UTC), "minute")
    assert known.edtf == "2011-08-20T16:34+09:00"


def test_a_zone_nobody_can_name_surely_is_not_replaced_by_the_outlets():
    """CST is Chicago or China: no instant, even where the outlet's zone is known."""
    when = read_when("2014-05-12 10:00 CST", None, zone=KST)
    assert when is not None
    assert when.instant is None


def test_a_written_zone_wins_over_the_outlets():
    """The zone beside the clock is the one that counts."""
    when = read_when("2014-05-12T10:00:00Z", None, zone=KST)
    assert when is not None
    assert when.instant == datetime(2014, 5, 12, 10, tzinfo=UTC)


def test_a_weekday_beside_figures_is_checked():
    """A weekday in brackets that contradicts the date is told."""
    reading = read("2014-06-02 (Tue)", None)
    assert reading is not None
    assert reading.conflicts == ("weekday",)
