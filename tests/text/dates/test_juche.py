"""The Juche calendar in English print."""

import pytest

from nkdocs.text.dates import read, read_when
from nkdocs.text.dates.juche import juche_year


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("[Juche113.1.2.]", "2024-01-02"),
        ("(Juche113.5.27.)", "2024-05-27"),
        ("Juche 113.5.27", "2024-05-27"),
        ("June 20, Juche108(2019)", "2019-06-20"),
        ("March 30. 2014 Juche 103", "2014-03-30"),
        ("Juche 113 (2024), January 2", "2024-01-02"),
        ("January 2, Juche 113", "2024-01-02"),
        ("Juche 113 (2024)", "2024"),
        ("Juche113(2024)", "2024"),
        ("Juche 1", "1912"),
    ],
)
def test_a_juche_date(phrase, edtf):
    """Juche years count from 1912; months and days are the common ones."""
    when = read_when(phrase, None)
    assert when is not None
    assert when.edtf == edtf


@pytest.mark.parametrize(
    "phrase", ["Juche", "Juche idea", "Juche 0", "Juche 200", "[Juche113.2.30.]", "[Juche113.1.2.", "Juche113.13.1."]
)
def test_no_juche_date(phrase):
    """The word alone, years beyond the calendar and days that do not exist give nothing."""
    assert read_when(phrase, None) is None


def test_two_years_that_disagree():
    """The common year is kept, and the doubt is told."""
    reading = read("June 20, Juche108(2018)", None)
    assert reading is not None
    assert (reading.when.edtf, reading.conflicts) == ("2018-06-20", ("juche",))
    assert juche_year(108, 2019) == (2019, ())
