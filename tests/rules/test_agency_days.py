"""The days that pages of the news agency give."""

import pytest

import nkdocs
from nkdocs.rules.agency_days import day_in_mirror_url, take_calendar, take_head_date, take_lone_mark
from nkdocs.rules.header import take_headline
from nkdocs.rules.sheet import Sheet

BODY = "Anju, April 9 (KCNA) -- Waterway workers have filled three reservoirs."


def sheet_of(text: str) -> Sheet:
    """A sheet over a text."""
    return Sheet.of(nkdocs.lay_out(text), nkdocs.ParseContext())


@pytest.mark.parametrize(
    "text",
    [
        "[2023.04.10.] Reservoirs Filled Early",
        "Reservoirs Filled Early [Juche112.4.10.]",
        "Reservoirs Filled Early ［Juche１１２．４．１０．］",
        "Reservoirs Filled Early [주체112.4.10.]",
    ],
)
def test_a_mark_beside_the_title_is_the_day_of_publication(text: str):
    """Before it or behind it, in figures of any width; it keeps its own words."""
    sheet = sheet_of(f"{text}\n\n{BODY}")
    take_headline(sheet)
    take_head_date(sheet)
    assert sheet.published is not None
    assert sheet.published.span is not None
    assert (str(sheet.headline), sheet.published.edtf) == ("Reservoirs Filled Early", "2023-04-10")
    assert sheet.published.raw == sheet.published.span.of(sheet.layout.text)


def test_of_two_days_the_one_beside_the_title_counts():
    """The other is said again, and no word of it is lost."""
    text = f"Reservoirs Filled Early [Juche112.4.10.]\n\n{BODY} -0-\n\nwww.kcna.kp (Juche112.4.11.)"
    parsed = nkdocs.parse(text, url="http://www.kcna.kp/en/article/q/1.kcmsf")
    assert parsed.article.published is not None
    assert parsed.article.published.edtf == "2023-04-10"
    assert [label.rule for label in parsed.labels if label.role == "date"] == ["published", "day_again"]


def test_several_marks_of_a_page_are_those_of_a_list():
    """One alone is the report's."""
    for marks, day in (("[Juche112.4.10.]", "2023-04-10"), ("[Juche112.4.10.]\n\n[Juche112.4.9.]", None)):
        sheet = sheet_of(f"{marks}\n\n{BODY}")
        take_lone_mark(sheet)
        assert (sheet.published.edtf if sheet.published else None) == day


def test_a_calendar_that_contradicts_itself_is_noted():
    """The common year is kept."""
    sheet = sheet_of(f"calendar>> April 10. 2023 Juche 113\n\nReservoirs Filled Early\n\n{BODY}")
    take_calendar(sheet)
    assert sheet.published is not None
    assert (sheet.published.edtf, [note.code for note in sheet.notes]) == ("2023-04-10", ["date-conflict"])


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://www.kcna.co.jp/item/2014/201403/news30/20140330-14ee.html", "2014-03-30"),
        ("http://www.kcna.co.jp/item/1997/9705/news5/02.htm#3", "1997-05-02"),
        ("http://www.kcna.co.jp/item/2014/201402/news30/20140230-14ee.html", None),
        ("http://www.kcna.co.jp/index-e.htm", None),
        (None, None),
    ],
)
def test_addresses_of_the_mirror_carry_their_day(url: str | None, day: str | None):
    """A day that does not exist is none."""
    found = day_in_mirror_url(url)
    assert (found.edtf if found else None) == day
