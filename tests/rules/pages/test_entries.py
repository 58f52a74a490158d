"""Lists of pages: what each item points to."""

import pytest

import nkdocs
from nkdocs.rules.pages.entries import page_entries
from nkdocs.text.dates import KST


def entries(markup: str) -> list[nkdocs.Entry]:
    """The items of a page."""
    layout = nkdocs.lay_out(markup, media_type="text/html", url="https://ledger.example/tag/rice/")
    return list(page_entries(layout, layout.blocks, KST))


ITEM = (
    '<div class=item><h3 class=entry-title><a href="/rice">Rice falls</a></h3>'
    '<span class=date><time datetime="2018-03-16T16:15:55">16 March</time></span>'
    "<div class=td-excerpt>Prices fell in Hyesan</div></div>"
)


def test_an_item_has_title_address_time_and_teaser():
    """The time is the one written for machines, in the zone of the outlet."""
    (one,) = entries(ITEM)
    assert (one.headline, one.url, one.teaser) == ("Rice falls", "https://ledger.example/rice", "Prices fell in Hyesan")
    assert one.published is not None
    assert one.published.instant is not None
    assert one.published.instant.isoformat() == "2018-03-16T16:15:55+09:00"


def test_an_item_that_stands_twice_is_one():
    """Grids and sidebars repeat what the list holds."""
    assert [one.headline for one in entries(ITEM + ITEM)] == ["Rice falls"]


def test_a_list_of_titles_alone_has_neither_days_nor_teasers():
    """Nothing is borrowed from the next item."""
    markup = "<h2><a href=/a>First matter</a></h2><h2><a href=/b>Second matter</a></h2><p>June 2, 2014</p>"
    first, second = entries(markup)
    assert (first.published, first.teaser) == (None, None)
    assert second.published is not None
    assert second.published.edtf == "2014-06-02"


@pytest.mark.parametrize(
    "markup",
    [
        "<h1>Rice falls</h1><p>Prices fell.</p>",
        "<p><a href=/a>Rice falls</a></p>",
        "<h2>More on <a href=/r>rice</a></h2>",
    ],
)
def test_a_heading_that_is_no_link_points_nowhere(markup: str):
    """Nor does a link that is no heading."""
    assert entries(markup) == []


@pytest.mark.parametrize(
    "line",
    [
        "By Han Sol on January 4, 2017",
        "Han Sol - January 4, 2017",
        "Posted on January 4, 2017 by Han Sol",
        "Published: 4 January 2017",
    ],
)
def test_a_day_may_stand_beside_who_wrote_the_item(line: str):
    """In the line under the title."""
    (one,) = entries(f'<h3><a href="/rice">Rice falls</a></h3><p>{line}</p><p>Prices fell in …</p>')
    assert one.published is not None
    assert (one.published.edtf, one.teaser) == ("2017-01-04", "Prices fell in …")


def test_a_day_in_a_teaser_is_none_of_publication():
    """A sentence tells of it."""
    (one,) = entries('<h3><a href="/rice">Rice falls</a></h3><p>Prices fell on January 4, 2017, and rose again …</p>')
    assert one.published is None


def test_a_month_dates_no_item():
    """The calendar beside a list stands under its last title."""
    (one,) = entries(
        '<h3><a href="/rice">Rice falls</a></h3><p>Prices fell in …</p><table><caption>April 2013</caption>'
    )
    assert one.published is None


def test_a_heading_that_leads_to_the_front_page_is_the_sites_name():
    """And no item of a list."""
    found = entries(
        '<h1><a href="https://ledger.example/">Border Ledger</a></h1><h3><a href="/rice">Rice falls</a></h3>'
    )
    assert [one.headline for one in found] == ["Rice falls"]
