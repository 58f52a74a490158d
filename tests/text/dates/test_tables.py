"""The tables of phrases: what each says, and what says nothing. Their answers were written by hand."""

from datetime import date
from pathlib import Path

import pytest

from nkdocs.text.dates import KST, PYONGYANG, read, resolve

LANGUAGES = ("english", "figures", "korean", "japanese", "chinese")
ZONES = {None: None, "KST": KST, "PYONGYANG": PYONGYANG}


def rows(name):
    """The rows of a table, ``-`` being None."""
    lines = Path(__file__).with_name(f"table_{name}.tsv").read_text("utf-8").splitlines()
    return [[None if cell == "-" else cell for cell in line.split("\t")] for line in lines if not line.startswith("#")]


SAID = [pytest.param(row, id=f"{row[0]}@{row[1]}") for name in LANGUAGES for row in rows(name)]
NOTHING = rows("nothing")


@pytest.mark.parametrize("row", SAID)
def test_a_phrase_says_what_the_calendar_says(row):
    """Each phrase gives its bounds, EDTF, instant, precision and basis, and the conflicts it holds, and no others."""
    phrase, reference, options, precision, basis, days, edtf, instant = row
    settings = dict(option.split("=") for option in options.split(";")) if options else {}
    reading = read(phrase, None, zone=ZONES[settings.get("zone")], order=settings.get("order"))
    assert reading is not None
    when = resolve(reading.when, date.fromisoformat(reference)) if reference else reading.when
    first, _, last = (days or "").partition("..")
    assert (str(when.earliest or ""), str(when.latest or "")) == (first, last or first)
    assert (when.precision, when.basis, when.edtf) == (precision, basis, edtf)
    assert (when.instant and when.instant.isoformat()) == instant
    if reference is None:
        assert ",".join(reading.conflicts) == settings.get("conflict", "")


@pytest.mark.parametrize(("phrase", "what"), NOTHING)
def test_what_only_looks_like_a_date_says_nothing(phrase, what):
    """Counts, ages, durations, ordinals, laws, names, prices, numbers, impossible and ambiguous days give None."""
    assert read(phrase, None) is None, what


def test_the_tables_are_as_varied_as_promised():
    """Over three hundred phrases that are dates and over eighty that are none, in four languages."""
    assert len(SAID) > 300
    assert len(NOTHING) > 80
    assert all(len(rows(name)) > 30 for name in LANGUAGES)
