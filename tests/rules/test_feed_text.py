"""Feeds captured as text: items without their elements."""

import pytest

import nkdocs
from nkdocs.rules.feed_text import feed_entries

DAY = "Mon, 26 Jun 17 09:02:26 +0900"
OTHER = "Fri, 23 Jun 17 11:15:49 +0900"
FEED = f"""Ledger {DAY}

Rice falls
https://ledger.example/1
Prices fell in..]]>
Ledger
Han Sol
{DAY}
5

Salt sells out
https://ledger.example/2
There was none..]]>
Ledger
{OTHER}
5
"""
WANTED = [
    ("Rice falls", "https://ledger.example/1", "Prices fell in..", "2017-06-26T09:02:26+09:00"),
    ("Salt sells out", "https://ledger.example/2", "There was none..", "2017-06-23T11:15:49+09:00"),
]


def items(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """Title, address, teaser and time of each item."""
    found = feed_entries(nkdocs.lay_out(text))
    return [(one.headline, one.url, one.teaser, one.published.edtf if one.published else None) for one in found]


@pytest.mark.parametrize("text", [FEED, FEED.replace("\n", "\r\n"), FEED.replace("\n\n", "\n"), " ".join(FEED.split())])
def test_items_are_found_whatever_parts_their_lines(text: str):
    """Lines, blank lines, or nothing but spaces."""
    assert items(text) == WANTED


def test_a_lost_address_leaves_title_and_teaser():
    """The title is the first of their lines."""
    found = items(FEED.replace("https://ledger.example/1\n", ""))
    assert found == [("Rice falls", None, *WANTED[0][2:]), WANTED[1]]


def test_a_lost_time_is_not_borrowed_from_the_next_item():
    """Both items are found; only the second has a time."""
    found = items(FEED.replace(f"Han Sol\n{DAY}\n5\n", "Han Sol\n"))
    assert found == [(*WANTED[0][:3], None), WANTED[1]]


def test_a_feed_without_its_first_line_keeps_its_first_item():
    """No time stands before it."""
    assert items(FEED.partition("\n\n")[2]) == WANTED


def test_an_item_without_teaser_has_its_address():
    """The feed was cut, or gave none."""
    text = f"Ledger {DAY}\nRice falls\nhttps://ledger.example/1\n{OTHER}\n5"
    assert items(text) == [("Rice falls", "https://ledger.example/1", None, WANTED[1][3])]


@pytest.mark.parametrize("text", ["", "Rice falls", f"Ledger {DAY}", "]]>"])
def test_what_holds_no_item_gives_none_with_a_title(text: str):
    """Nothing is made up."""
    assert [headline for headline, *_ in items(text) if headline] == []
