"""Lists of links in which no title is a heading."""

import nkdocs
from nkdocs.rules.pages.linked_entries import linked_entries


def entries(markup: str) -> list[tuple[str | None, str | None, str | None]]:
    """Title, day and teaser of each item."""
    layout = nkdocs.lay_out(markup, media_type="text/html")
    return [
        (one.headline, one.published.edtf if one.published else None, one.teaser)
        for one in linked_entries(layout, layout.blocks)
    ]


def test_days_stand_behind_a_link_under_it_or_in_a_time():
    """In a phrase that the markup names, in brackets, on a line of its own, or for machines."""
    found = entries(
        "<ul><li><a href=/1>Rice falls in Hyesan</a> <span class=date>2014-06-01</span></li>"
        "<li><a href=/2>Salt rises in Hyesan</a> (June 2, 2014)</li>"
        "<li><a href=/3>Oats stay as they are</a><p>June 3, 2014</p></li>"
        "<li><a href=/4>Rye is sold out</a> <time datetime=2014-06-04>Wednesday</time></li>"
        "<li><a href=/5>Nobody sells tea</a></li></ul>"
    )
    assert found == [
        ("Rice falls in Hyesan", "2014-06-01", None),
        ("Salt rises in Hyesan", "2014-06-02", None),
        ("Oats stay as they are", "2014-06-03", None),
        ("Rye is sold out", "2014-06-04", None),
        ("Nobody sells tea", None, None),
    ]


def test_menus_and_sentences_are_no_items():
    """One or two words, what stands in the frame, a link inside or at the head of a sentence, the same link again."""
    found = entries(
        "<nav><ul><li><a href=/a>All about this site</a></li></ul></nav><ul><li><a href=/b>Latest news</a></li></ul>"
        "<p><a href=/c>Three firms said</a> that they would stop to buy rice from the county this year.</p>"
        "<p>More of it <a href=/d>in this list of firms</a></p>"
        "<ul><li><a href=/1>Rice falls in Hyesan</a></li><li><a href=/1>Rice falls in Hyesan</a></li></ul>"
    )
    assert found == [("Rice falls in Hyesan", None, None)]


def test_a_teaser_stands_between_link_and_day():
    """The day is no part of it."""
    found = entries(
        "<ul><li><strong><a href=/1>Rice falls in Hyesan</a></strong> <span class=lead>Traders blame the rain …</span> "
        "<span class=date>June 2, 2014</span></li></ul>"
    )
    assert found == [("Rice falls in Hyesan", "2014-06-02", "Traders blame the rain …")]


def test_a_day_may_stand_before_the_link():
    """As in archives by date."""
    page = (
        "<h1>Archive 2019</h1><ul><li><time datetime=2019-03-14>March 14, 2019</time> <a href=/1>Rice falls here</a>"
        '<li>12 March 2019 - <a href="/2">Salt rises in town</a></li></ul>'
    )
    parsed = nkdocs.parse(page, url="https://ledger.example/archive/2019/", media_type="text/html")
    assert [(one.headline, one.published and one.published.edtf) for one in parsed.entries] == [
        ("Rice falls here", "2019-03-14"),
        ("Salt rises in town", "2019-03-12"),
    ]


def test_words_before_a_link_are_no_item():
    """They say more than when."""
    page = "<ul><li>See <a href=/1>Rice falls here today</a><li>Or <a href=/2>Salt rises in town</a></ul>"
    layout = nkdocs.lay_out(page, media_type="text/html")
    assert list(linked_entries(layout, layout.blocks)) == []
