"""English phrases: one table, phrase by phrase."""

import pytest

from nkdocs.text.dates import read, read_when

SAID = [
    ("Monday 2nd June, 2014", "2014-06-02", "day"),
    ("Monday, 2 June 2014", "2014-06-02", "day"),
    ("Sunday February 14th 2016", "2016-02-14", "day"),
    ("Saturday, July 23rd, 2011", "2011-07-23", "day"),
    ("Thursday, April 23, 2015", "2015-04-23", "day"),
    ("November 10, 2024", "2024-11-10", "day"),
    ("Jan. 25, 2024", "2024-01-25", "day"),
    ("Sept. 4, 2012", "2012-09-04", "day"),
    ("Sep 4, 2012", "2012-09-04", "day"),
    ("20 April 2009", "2009-04-20", "day"),
    ("the 5th of June 2013", "2013-06-05", "day"),
    ("13 Dec 2015", "2015-12-13", "day"),
    ("2015/December/13", "2015-12-13", "day"),
    ("13-Dec-2015", "2015-12-13", "day"),
    ("JUNE 2, 2014", "2014-06-02", "day"),
    ("Oct. 18", "XXXX-10-18", "day"),
    ("Oct 18", "XXXX-10-18", "day"),
    ("Apr, 10", "XXXX-04-10", "day"),
    ("13 June", "XXXX-06-13", "day"),
    ("Feb. 29", "XXXX-02-29", "day"),
    ("on June 5", "XXXX-06-05", "day"),
    ("the 17th", "XXXX-XX-17", "day"),
    ("on the 17th", "XXXX-XX-17", "day"),
    ("July 2021", "2021-07", "month"),
    ("July, 2021", "2021-07", "month"),
    ("in June of 2014", "2014-06", "month"),
    ("October", "XXXX-10", "month"),
    ("Nov.", "XXXX-11", "month"),
    ("2014", "2014", "year"),
    ("early 2014", "2014", "year"),
    ("mid-2014", "2014", "year"),
    ("the 1990s", "199X", "range"),
    ("the mid-1990s", "199X", "range"),
    ("spring 2014", "2014-21", "season"),
    ("the summer of 2011", "2011-22", "season"),
    ("autumn 2013", "2013-23", "season"),
    ("fall of 2013", "2013-23", "season"),
    ("winter 2014", "2014-24", "season"),
    ("early October", "XXXX-10-01/XXXX-10-10", "range"),
    ("mid-June 2014", "2014-06-11/2014-06-20", "range"),
    ("late February 2014", "2014-02-21/2014-02-28", "range"),
    ("late February 2012", "2012-02-21/2012-02-29", "range"),
    ("Oct. 18 to 21", "XXXX-10-18/XXXX-10-21", "range"),
    ("Oct. 18-21", "XXXX-10-18/XXXX-10-21", "range"),
    ("June 2-3, 2014", "2014-06-02/2014-06-03", "range"),
    ("June 2–3, 2014", "2014-06-02/2014-06-03", "range"),
    ("18 to 21 October", "XXXX-10-18/XXXX-10-21", "range"),
    ("2-3 June 2014", "2014-06-02/2014-06-03", "range"),
    ("from late May to mid-June", "XXXX-05-21/XXXX-06-20", "range"),
    ("early to mid-June", "XXXX-06-01/XXXX-06-20", "range"),
    ("between June and August 2013", "2013-06/2013-08", "range"),
    ("June to August 2014", "2014-06/2014-08", "range"),
    ("from June 2014 to May 2015", "2014-06/2015-05", "range"),
    ("Dec. 30 to Jan. 2, 2015", "2014-12-30/2015-01-02", "range"),
    ("Dec. 30 to Jan. 2", "XXXX-12-30/XXXX-01-02", "range"),
    ("Monday, June 2 - Friday, June 6, 2014", "2014-06-02/2014-06-06", "range"),
    ("2011-2013", "2011/2013", "range"),
    ("from 2011 to 2013", "2011/2013", "range"),
    ("between 1998 and 2003", "1998/2003", "range"),
    ("10:53 May 13, 2010", "2010-05-13T10:53", "minute"),
    ("March 18, 2020 12:55", "2020-03-18T12:55", "minute"),
    ("May 12, 2014 at 10:00 am", "2014-05-12T10:00", "minute"),
    ("May 12, 2014, 4:05 p.m.", "2014-05-12T16:05", "minute"),
    ("12:30 am June 2, 2014", "2014-06-02T00:30", "minute"),
    ("12:30 PM June 2, 2014", "2014-06-02T12:30", "minute"),
    ("May 12, 2014 10:00 KST", "2014-05-12T10:00+09:00", "minute"),
    ("May 12, 2014 10:00 UTC+9", "2014-05-12T10:00+09:00", "minute"),
    ("May 12, 2014 10:00:05 GMT", "2014-05-12T10:00:05Z", "instant"),
    ("Mon, 26 Jun 2017 09:02:26 +0900", "2017-06-26T09:02:26+09:00", "instant"),
    ("on Monday", None, "weekday"),
    ("Wednesday", None, "weekday"),
    ("last Friday", None, "weekday"),
    ("last October", None, "month"),
    ("last month", None, "month"),
    ("late last month", None, "range"),
    ("last week", None, "range"),
    ("this year", None, "year"),
    ("next year", None, "year"),
    ("late last year", None, "year"),
    ("last winter", None, "season"),
    ("yesterday", None, "day"),
    ("the 17th of last month", None, "day"),
    ("from Monday to Wednesday", None, "range"),
]  # fmt: skip

NOT_SAID = [
    "", " ", "may", "june 2, 2014", "90", "about 90 cadres", "10.5", "Article 3", "UTC+9", "KST", "12 noon", "10:30",
    "June 31", "June 31, 2014", "Feb. 29, 2014", "30 February",
    "June 0, 2014", "32 May", "Jan 1, 1", "25:00 May 1, 2014",
    "7 years ago", "three days", "15 years", "the 8th Congress", "mayor", "Marshal", "Sunday Times", "Decades",
    "2 Jun 50", "26 Jun 17", "June 2014 to May 2013", "June 5 to June 2, 2014", "June 2 to 2014", "Monday to June 5",
    "Monday 2nd June, 2014 and more", "told on Monday", "June 2, 2014 people", "1990s music", "99 May 2014",
    "May 12, 2014 10:00 +1500", "2014 won", "first of May", "Oct. 18 to", "to Oct. 18", "of June", "the", "Juche",
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "edtf", "precision"), SAID)
def test_a_phrase_says(phrase, edtf, precision):
    """An English phrase gives its EDTF and its precision, and is kept as written."""
    when = read_when(phrase, None)
    assert when is not None
    assert (when.edtf, when.precision, when.raw, when.basis) == (edtf, precision, phrase, "stated")


@pytest.mark.parametrize("phrase", NOT_SAID)
def test_no_date(phrase):
    """What is no whole date phrase, or names a day that does not exist, gives nothing."""
    assert read_when(phrase, None) is None


@pytest.mark.parametrize("phrase", [phrase for phrase, edtf, _ in SAID if edtf is None or "XXXX" in edtf])
def test_a_phrase_without_a_year_borrows_none(phrase):
    """Without a year there are no bounds."""
    when = read_when(phrase, None)
    assert when is not None
    assert (when.earliest, when.latest, when.instant) == (None, None, None)


@pytest.mark.parametrize(
    ("phrase", "conflicts"),
    [
        ("Tuesday 2nd June, 2014", ("weekday",)),
        ("Monday 2nd June, 2014", ()),
        ("Tuesday, June 2 - Friday, June 6, 2014", ("weekday",)),
        ("Tuesday, June 2", ()),
    ],
)
def test_a_weekday_that_contradicts_its_date_is_told(phrase, conflicts):
    """The date is kept, and the doubt is told where the year allows to know."""
    reading = read(phrase, None)
    assert reading is not None
    assert reading.conflicts == conflicts


def test_a_winter_holds_both_its_readings():
    """A winter named after one year may begin or end in it; its bounds hold both."""
    when = read_when("winter 2014", None)
    assert when is not None
    assert (str(when.earliest), str(when.latest)) == ("2013-12-01", "2015-02-28")
