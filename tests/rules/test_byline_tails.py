"""What stands behind a byline's name and is none of it."""

import pytest

import nkdocs
from nkdocs.rules.byline_tails import dated_byline, without_tail

REGISTRY = nkdocs.Registry(entry_points=False, enrich=())


@pytest.mark.parametrize(
    "tail",
    [
        ", 6 August 2009 10:20", " | 2013-04-11 09:30", " · 3 min read", ", 5 minute read", ", @hansol", " (@hansol)",
        ", 12 comments", " 1,204 views", ", Updated 4 hours ago", ", Tuesday", ", March 2014",
        " - Published on June 3, 2014",
        ", June 3, 2014, 10:20 a.m. KST",
    ],
)  # fmt: skip
def test_days_clocks_counters_and_handles_are_parted(tail: str) -> None:
    """What pages print behind a name is taken away, however much of it there is."""
    assert without_tail(f"By Han Sol{tail}") == "By Han Sol"


@pytest.mark.parametrize("raw", ["By Han Sol", "By Han Sol, Border Ledger", "By 38 North", "한솔 기자", "By", ""])
def test_names_and_newsrooms_stay(raw: str) -> None:
    """A line without such a tail is the line itself."""
    assert without_tail(raw) == raw


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("By Han Sol, 6 August 2009 10:20", "Han Sol", "2009-08-06T10:20"),
        ("By Han Sol | June 3, 2014", "Han Sol", "2014-06-03"),
        ("한솔 기자 2014.06.03 10:20", "한솔", "2014-06-03T10:20"),
        ("By | January 19, 2012", None, "2012-01-19"),
        ("By Han Sol, 5 min read", "Han Sol", None),
    ],
)
def test_a_whole_day_behind_a_name_is_the_publications(line: str, name: str | None, day: str | None) -> None:
    """The name is the author's, the day that of publication, and neither is an affiliation."""
    article = nkdocs.parse(
        f"Rice prices fall in the north\n\n{line}\n\nRice was cheaper in Hyesan last week. It fell by a third.",
        registry=REGISTRY,
    ).article
    assert [(one.name, one.affiliation) for one in article.bylines] == ([(name, None)] if name else [])
    assert (article.published and article.published.edtf) == day


def test_a_long_line_is_no_dated_byline() -> None:
    """However it begins."""
    assert dated_byline("By Han Sol, 6 August 2009" + " and more" * 40) is None
