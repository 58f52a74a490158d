"""Mastheads of the North's papers, and the day of the reader's visit."""

import pytest

import nkdocs
from nkdocs.rules.mastheads import masthead, masthead_claim, visit_line

TEXT = "{}\n\n노란 신발\n\n밤늦도록 불밝은 신발공장에서는 토의가 한창이였다."


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("주체107(2018)년 7월 9일 로동신문", "rodong"),
        ("주체107(2018)년 7월 9일 월요일 《로동신문》", "rodong"),
        ("주체110 (2021)년 8월 29일 《우리 민족끼리》", "uriminzokkiri"),
        ("주체111(2022)년 11월 7일 《통일신보》", "tongilsinbo"),
        ("주체112(2023)년 1월 29일 《기사》", None),
    ],
)
def test_a_masthead_is_a_juche_day_with_a_name_beside_it(line: str, outlet: str | None):
    """The day ends where the date does; a name that is no paper's leaves the outlet open."""
    found = masthead(line)
    assert found is not None
    assert (found.outlet, line[found.start : found.end].rstrip("월요일 ")[-1]) == (
        outlet,
        "9" if "9일" in line else "7",
    )


@pytest.mark.parametrize(
    "line", ["2018년 7월 9일 로동신문", "로동신문", "주체107(2018)년 7월 9일", "주체사상에 대하여"]
)
def test_a_line_without_juche_day_or_name_is_no_masthead(line: str):
    """Each of the two alone is something else."""
    assert masthead(line) is None


@pytest.mark.parametrize(
    "line", ["June 20, Juche108(2019)", "주체108(2019)년 6월 20일 목요일", "March 3, Juche 99 (2010)"]
)
def test_a_juche_day_alone_is_a_visit(line: str):
    """In English or Korean."""
    assert visit_line(line)


@pytest.mark.parametrize("line", ["June 20, 2019", "On June 20, Juche108(2019), it rained.", "Juche 108"])
def test_other_lines_are_no_visit(line: str):
    """A common date, a sentence, a year."""
    assert not visit_line(line)


def test_a_claim_is_made_for_the_paper_that_is_named():
    """And for no other."""
    layout = nkdocs.lay_out(TEXT.format("주체107(2018)년 7월 9일 로동신문"))
    assert masthead_claim(layout, "rodong") is not None
    assert masthead_claim(layout, "tongilsinbo") is None


def test_a_masthead_below_the_first_lines_is_a_citation():
    """It stands at the opening or is somebody else's."""
    layout = nkdocs.lay_out("가\n\n나\n\n다\n\n" + TEXT.format("주체107(2018)년 7월 9일 로동신문"))
    assert masthead_claim(layout, "rodong") is None
