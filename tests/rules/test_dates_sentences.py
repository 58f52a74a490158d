"""The table of sentences: which date phrases each holds, and what they say on a Monday in November 2014."""

from datetime import date
from pathlib import Path

import pytest

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import DocumentInfo
from nkdocs.rules.dates import date_readings, dates
from nkdocs.text.span import Span

CONTEXT = ParseContext(captured=date(2014, 11, 3))
TABLES = [
    Path(__file__).with_name(f"table_dates{part}.tsv")
    for part in ("", "_second", "_third", "_fourth", "_fifth", "_sixth")
]
LINES = [line for table in TABLES for line in table.read_text("utf-8").splitlines()]
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]


def layout_of(text):
    """A layout that holds a text and nothing else."""
    return Layout(text=text, document=DocumentInfo(name=None, url=None, media_type="text/plain", sha256="0" * 64))


def readings(text, ctx=CONTEXT):
    """What stands in a text."""
    return dates(layout_of(text), [Span(0, len(text))], ctx)


@pytest.mark.parametrize(("sentence", "answer"), ROWS)
def test_a_sentence_holds_its_phrases_and_no_others(sentence, answer):
    """One entry a phrase, a range being one, in order, placed by the day of reference."""
    expected = [] if answer == "-" else [tuple(part.split(" = ")) for part in answer.split("; ")]
    assert [(when.raw, when.edtf) for when in readings(sentence)] == expected


@pytest.mark.parametrize(("sentence", "answer"), ROWS)
def test_no_year_is_borrowed(sentence, answer):
    """Without a day of reference a phrase has the year it names or none at all."""
    for when in readings(sentence, ParseContext()):
        assert when.basis == "stated"
        named = any(figure in when.raw for figure in "0123456789〇一二三四五六七八九")
        assert named or (when.earliest is None and when.latest is None), answer


@pytest.mark.parametrize(
    ("text", "conflicts"),
    [
        ("It was Tuesday, June 2, 2014, he said.", ("weekday",)),
        ("주체102(2014)년 4월 27일에 있은 일이다.", ("juche",)),
        ("It was Monday, June 2, 2014, he said.", ()),
    ],
)
def test_a_contradiction_is_told(text, conflicts):
    """A weekday or a Juche year that contradicts its date keeps the date and says so."""
    (reading,) = date_readings(layout_of(text), [Span(0, len(text))], ParseContext())
    assert reading.conflicts == conflicts
    assert reading.when.earliest is not None


def test_the_table_is_long_enough():
    """Over a hundred sentences, two fifths of which hold no date."""
    assert len(ROWS) > 100
    assert sum(answer == "-" for _, answer in ROWS) > 40
