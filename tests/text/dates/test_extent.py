"""What a date names, for formats that write dates in their own way."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkdocs.text.dates.extent import Extent, edtf_of, extent, iso
from nkdocs.text.dates.when import When


def days(first, last, precision="range", edtf=None, instant=None):
    """A date with these bounds."""
    return When(
        raw="-", earliest=first, latest=last, precision=precision, edtf=edtf, basis="stated", span=None, instant=instant
    )


@pytest.mark.parametrize(
    ("raw", "first", "last"),
    [
        ("2 June 2014", (2014, 6, 2), (2014, 6, 2)),
        ("June 2014", (2014, 6), (2014, 6)),
        ("2014", (2014,), (2014,)),
        ("early June 2014", (2014, 6, 1), (2014, 6, 10)),
        ("June 2-3, 2014", (2014, 6, 2), (2014, 6, 3)),
        ("May to June 2014", (2014, 5), (2014, 6)),
        ("spring 2014", (2014, 3), (2014, 5)),
        ("winter 2014", (2013, 12), (2015, 2)),
        ("2010s", (2010,), (2019,)),
        ("2014-11-04 09:15", (2014, 11, 4), (2014, 11, 4)),
    ],
)
def test_both_ends_are_as_exact_as_the_phrase(raw, first, last, make_when):
    """A month has no days, a season is months, a decade years."""
    found = extent(make_when(raw))
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("raw", ["on Monday", "Oct. 18 to 21", "June 2"])
def test_without_a_year_nothing_is_named(raw, make_when):
    """What no calendar can place has no extent."""
    assert extent(make_when(raw)) is None


def test_a_season_is_named_as_such(make_when):
    """The code of a season is no month: it stands beside the months."""
    assert extent(make_when("spring 2014")).season == (2014, 1)
    assert extent(make_when("June 2014")).season is None


def test_an_open_end_stays_open():
    """Of "since 2012" the beginning is a year, and there is no end."""
    since, until = days(date(2012, 1, 1), None, edtf="2012/.."), days(None, date(2012, 3, 5))
    assert extent(since)[:2] == ((2012,), None)
    assert extent(until)[:2] == (None, (2012, 3, 5))
    assert (extent(since).single, extent(since).hull) == (None, None)


def test_edtf_that_does_not_fit_the_days_is_not_believed():
    """The bounds count: a string beside them that says otherwise changes nothing."""
    for edtf in ("2013", "2014-21", "2014-13", "2014-02-30", "nonsense", "2014-06-01/x", "../..", "XXXX-06-02"):
        assert extent(days(date(2014, 6, 2), date(2014, 6, 2), "day", edtf)).single == (2014, 6, 2)


def test_a_time_without_bounds_is_on_its_day():
    """The day is that of the zone the source writes."""
    late = datetime(2014, 6, 2, 1, tzinfo=timezone(timedelta(hours=9)))
    assert extent(days(None, None, "instant", instant=late)).single == (2014, 6, 2)


def test_the_hull_is_the_smallest_date_that_holds_all():
    """Two days of a month are in that month, two months in the year, two years in nothing."""
    assert Extent((2014, 6, 2), (2014, 6, 3)).hull == (2014, 6)
    assert Extent((2014, 5), (2014, 6, 3)).hull == (2014,)
    assert Extent((2013,), (2014,)).hull is None


def test_days_without_edtf_get_one():
    """What the record has stands; else its days are written."""
    assert edtf_of(None) is None
    assert edtf_of(days(None, None, "weekday")) is None
    assert edtf_of(days(None, None, edtf="XXXX-06-02")) == "XXXX-06-02"
    assert edtf_of(days(date(2014, 6, 1), date(2014, 6, 30), "month")) == "2014-06"
    assert edtf_of(days(date(2014, 6, 2), date(2014, 7, 1))) == "2014-06-02/2014-07-01"
    assert edtf_of(days(None, date(2014, 7, 1))) == "../2014-07-01"


@given(st.dates(), st.dates(), st.sampled_from(["day", "month", "season", "year", "range"]), st.text(max_size=9))
def test_no_extent_leaves_out_a_day_or_adds_one(one, other, precision, edtf):
    """Whatever the precision and EDTF, the ends begin and end on the days of the record."""
    first, last = sorted((one, other))
    found = extent(days(first, last, precision, edtf))
    assert iso(found.first) == first.isoformat()[: len(iso(found.first))]
    assert iso(found.last) == last.isoformat()[: len(iso(found.last))]
    assert len(found.first) == 3 or first.day == 1
    assert len(found.last) == 3 or (last + timedelta(days=1)).day == 1
