"""Lists of titles without cut teasers."""

import pytest

import nkdocs
from nkdocs.rules.title_lists import is_title_list, title_entries

TITLES = ["Apple depot opens near the border", "Snow closes mountain road", "Ferry sails again today"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Most Popular", *(part for n, title in enumerate(TITLES, 1) for part in ("-", str(n), title))],
        ["Most Read", *(f"{n}. {title}" for n, title in enumerate(TITLES, 1))],
        [part for title in TITLES for part in (title, "January 25, 2024")],
    ],
)
def test_ranks_and_days_tell_a_list(lines: list[str]):
    """Each title is an item, without its rank."""
    blocks = nkdocs.lay_out("\n\n".join(lines)).blocks
    assert is_title_list(blocks)
    assert [entry.headline for entry in title_entries(blocks)] == TITLES


def test_a_report_above_a_ranking_is_no_list():
    """A sentence before the heading is a report's."""
    text = "\n\n".join(
        [TITLES[0], "A depot for apples opened near the border, officials said.", "Most Popular", *TITLES]
    )
    assert not is_title_list(nkdocs.lay_out(text).blocks)


def test_a_teaser_and_a_day_belong_to_the_title_above():
    """Whatever their order."""
    text = "\n\n".join(part for title in TITLES for part in (title, "Officials said so twice.", "January 25, 2024"))
    entry = next(title_entries(nkdocs.lay_out(text).blocks))
    assert entry.teaser == "Officials said so twice."
    assert entry.published is not None
    assert entry.published.edtf == "2024-01-25"
