"""Parts as EDTF."""

import pytest

from nkdocs.text.dates.edtf import edtf, edtf_clock, edtf_range
from nkdocs.text.dates.parts import Clock, Part


@pytest.mark.parametrize(
    ("part", "written"),
    [
        (Part(2014, 6, 2), "2014-06-02"),
        (Part(year=2014), "2014"),
        (Part(year=1990, decade=True), "199X"),
        (Part(month=10, day=18), "XXXX-10-18"),
        (Part(day=17), "XXXX-XX-17"),
        (Part(season=24), "XXXX-24"),
        (Part(weekday=0), None),
        (Part(unit="month", step=-1), None),
        (Part(), None),
    ],
)
def test_a_part(part, written):
    """A part is written as exactly as it is known, or not at all."""
    assert edtf(part) == written


def test_a_range_needs_both_ends():
    """An interval with an end that cannot be written is not written."""
    assert edtf_range(Part(2014, 6, 2), Part(2014, 6, 3)) == "2014-06-02/2014-06-03"
    assert edtf_range(Part(weekday=0), Part(weekday=2)) is None


def test_a_clock_is_as_exact_as_it_was_written():
    """Seconds, their fractions and the offset appear only where they were written."""
    day = Part(2014, 6, 2)
    assert edtf_clock(day, Clock(9, 5), None) == "2014-06-02T09:05"
    assert edtf_clock(day, Clock(9, 5, 0), 0) == "2014-06-02T09:05:00Z"
    assert edtf_clock(day, Clock(9, 5, 7, 250000), -270) == "2014-06-02T09:05:07.25-04:30"
