"""Phrases placed by a day of reference: Monday 3 November 2014 where nothing else is said."""

from datetime import date

import pytest

from nkdocs.text.dates import read_when, resolve

REFERENCE = date(2014, 11, 3)
PLACED = [
    ("on Monday", "2014-10-27"),
    ("on Sunday", "2014-11-02"),
    ("last Friday", "2014-10-31"),
    ("next Friday", "2014-11-07"),
    ("yesterday", "2014-11-02"),
    ("today", "2014-11-03"),
    ("tomorrow", "2014-11-04"),
    ("last month", "2014-10"),
    ("this month", "2014-11"),
    ("next month", "2014-12"),
    ("late last month", "2014-10-21/2014-10-31"),
    ("last year", "2013"),
    ("last week", "2014-10-27/2014-11-02"),
    ("last October", "2014-10"),
    ("last November", "2013-11"),
    ("last winter", "2013-12/2014-02"),
    ("last summer", "2014-22"),
    ("next spring", "2015-21"),
    ("the 17th", "2014-10-17"),
    ("the 3rd", "2014-11-03"),
    ("the 31st", "2014-10-31"),
    ("the 17th of last month", "2014-10-17"),
    ("Oct. 18", "2014-10-18"),
    ("Nov. 4", "2013-11-04"),
    ("Nov. 3", "2014-11-03"),
    ("Feb. 29", "2012-02-29"),
    ("October", "2014-10"),
    ("December", "2013-12"),
    ("early October", "2014-10-01/2014-10-10"),
    ("late February", "2014-02-21/2014-02-28"),
    ("Oct. 18 to 21", "2014-10-18/2014-10-21"),
    ("Nov. 1 to 5", "2013-11-01/2013-11-05"),
    ("Dec. 30 to Jan. 2", "2013-12-30/2014-01-02"),
    ("from late May to mid-June", "2014-05-21/2014-06-20"),
    ("from Monday to Wednesday", "2014-10-27/2014-10-29"),
    ("지난 5일", "2014-10-05"),
    ("오는 10일", "2014-11-10"),
    ("17일", "2014-10-17"),
    ("지난달 17일", "2014-10-17"),
    ("지난달 말", "2014-10-21/2014-10-31"),
    ("작년 5월", "2013-05"),
    ("지난해", "2013"),
    ("어제", "2014-11-02"),
    ("지난주", "2014-10-27/2014-11-02"),
    ("지난 월요일", "2014-10-27"),
    ("다음 주 월요일", "2014-11-10"),
    ("올봄", "2014-21"),
    ("10월 18일부터 21일까지", "2014-10-18/2014-10-21"),
    ("17일 오후 3시", "2014-10-17T15:00"),
    ("昨年12月", "2013-12"),
    ("先月下旬", "2014-10-21/2014-10-31"),
    ("上个月5号", "2014-10-05"),
    ("上周一", "2014-10-27"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "edtf"), PLACED)
def test_a_phrase_is_placed(phrase, edtf):
    """A relative phrase gets the bounds that the reference gives it, and keeps its words and precision."""
    stated = read_when(phrase, None)
    assert stated is not None
    placed = resolve(stated, REFERENCE)
    assert (placed.edtf, placed.basis, placed.raw) == (edtf, "resolved", phrase)
    assert placed.precision == stated.precision
    assert placed.earliest is not None


@pytest.mark.parametrize("phrase", ["2014-06-02", "July 2021", "2014", "June 2-3, 2014", "2011-08-20 16:34"])
def test_what_needs_no_reference_is_left_alone(phrase):
    """A phrase with bounds of its own is returned unchanged."""
    stated = read_when(phrase, None)
    assert stated is not None
    assert resolve(stated, REFERENCE) is stated


@pytest.mark.parametrize("phrase", ["this Monday", "this winter"])
def test_what_the_reference_does_not_settle_stays_open(phrase):
    """A phrase with two readings stays without bounds."""
    stated = read_when(phrase, None)
    assert stated is not None
    assert resolve(stated, REFERENCE) == stated


@pytest.mark.parametrize("reference", [date.min, date.max])
def test_the_ends_of_the_calendar_raise_nothing(reference):
    """Next to the first and last day that exist, phrases stay open."""
    for phrase, _ in PLACED:
        stated = read_when(phrase, None)
        assert stated is not None
        assert resolve(stated, reference) == stated
