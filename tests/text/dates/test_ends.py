"""The two ends of a range."""

import pytest

from nkdocs.text.dates.ends import joined, weekday_conflict
from nkdocs.text.dates.parts import Part, Told


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (Part(month=6, day=2), Part(year=2014)),
        (Part(weekday=0), Part(month=6, day=2)),
        (Part(2014, 6, 5), Part(2014, 6, 2)),
        (Part(day=31), Part(month=6, day=30)),
    ],
)
def test_ends_that_make_no_range(first, last):
    """Ends of different nature, in the wrong order, or on no existing day give nothing."""
    assert joined(Told(first), Told(last)) is None


def test_a_year_is_lent_across_new_year():
    """What comes later in the year than the other end belongs to the neighbouring year."""
    told = joined(Told(Part(2014, 11)), Told(Part(month=2)))
    assert told is not None
    assert told.last == Part(2015, 2)


def test_a_weekday_is_judged_only_with_a_whole_date():
    """Without a year nobody can tell."""
    assert weekday_conflict(Part(month=6, day=2), 1) == ()
