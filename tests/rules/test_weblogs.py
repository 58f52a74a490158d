"""Weblogs as text: which posts a page holds, where each starts, what stands around it."""

import re

import pytest

import nkdocs
from nkdocs.records import Span
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.weblogs import Weblog, day_of_post, masthead, part_at_breaks, weblog_text

P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


def sheet(text: str, url: str | None = None) -> Sheet:
    """A fresh sheet over a text."""
    return Sheet.of(nkdocs.lay_out(text, url=url), nkdocs.ParseContext())


def test_a_day_above_the_title_is_the_posts_where_the_outlet_has_it_there():
    """Elsewhere it is the day of the reader's visit."""
    text = f"Tuesday, March 3, 2009\n\nFerry Stops\n\n{P1}"
    above, below = sheet(text), sheet(text)
    assert weblog_text(above, Weblog(outlet="ledger", above=True)) is None
    assert weblog_text(below, Weblog(outlet="ledger")) is None
    assert above.published.edtf == "2009-03-03"
    assert below.published is None


def test_posts_that_are_cut_are_a_listing():
    """An archive of teasers points to its posts."""
    items = "".join(
        f"{title}\n\nTuesday, March 3, 2009\n\n{P2[:-1]} […]\n\n" for title in ("A Pier", "A Shed", "A Boat")
    )
    result = weblog_text(sheet(items), Weblog(outlet="ledger"))
    assert result.kind == "listing"
    assert [entry.headline for entry in result.entries] == ["A Pier", "A Shed", "A Boat"]


def test_an_address_of_a_list_makes_a_listing_of_what_holds_no_post():
    """Titles without cut teasers are no article there."""
    habits = Weblog(outlet="ledger", lists=re.compile(r"https://ledger\.example/tag/"))
    page = sheet("A Pier\n\nA Shed\n\nA Boat", "https://ledger.example/tag/river/")
    assert weblog_text(page, habits).kind == "listing"


@pytest.mark.parametrize(("order", "day"), [("mdy", "2013-04-05"), ("dmy", "2013-05-04"), (None, None)])
def test_figures_are_a_day_where_their_order_is_known(order, day):
    """Without an order nobody can tell day from month."""
    habits = Weblog(outlet="ledger", order=order, day=re.compile(r"\d{2}/\d{2}/\d{4}"))
    page = sheet("04/05/2013 · 2 Comments")
    found = day_of_post(page, page.blocks[0], habits)
    assert (found and found.edtf) == day


def test_a_weekday_that_contradicts_its_day_is_noted():
    """The day is kept."""
    page = sheet("Monday, March 3, 2009")
    assert day_of_post(page, page.blocks[0], Weblog(outlet="ledger")).edtf == "2009-03-03"
    assert [note.code for note in page.notes] == ["date-conflict"]


def test_the_title_of_one_word_is_told_by_the_address():
    """A single word may be a section; one that the address repeats is the title."""
    told, untold = sheet(f"Floods\n\n{P1}", "https://ledger.example/2013/floods/"), sheet(f"Floods\n\n{P1}")
    for page in (told, untold):
        weblog_text(page, Weblog(outlet="ledger"))
    assert (str(told.headline), untold.headline) == ("Floods", None)


def test_joined_lines_are_parted_where_the_outlet_starts_a_line():
    """Spans and texts stay in step."""
    page = sheet("Ferry Stops\nby Han Sol at Border Ledger")
    part_at_breaks(page, re.compile(r"\n(?=by )"))
    assert [block.text for block in page.blocks] == ["Ferry Stops", "by Han Sol at Border Ledger"]
    assert all(block.span.of(page.layout.text) == block.text for block in page.blocks)


def test_the_name_on_top_is_found_behind_the_day_of_an_archive():
    """The span is that of the name alone."""
    layout = nkdocs.lay_out("date 2020-11-06 Border Ledger\n\nFerry Stops")
    assert masthead(layout, {"border ledger"}) == Span(16, 29)
    assert masthead(nkdocs.lay_out("Ferry Stops\n\nBorder Ledger"), {"border ledger"}) is None
