"""Lists whose titles a page names by class."""

import nkdocs
from nkdocs.rules.pages.named_entries import named_entries

TITLES = frozenset({"title"})
DATES = frozenset({"day"})
PAGE = "http://ledger.example/list"


def entries(markup: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """Headline, address, day and teaser of each item."""
    layout = nkdocs.lay_out(markup, media_type="text/html", url=PAGE)
    found = named_entries(layout.blocks, TITLES, DATES, PAGE)
    return [(one.headline, one.url, one.published.edtf if one.published else None, one.teaser) for one in found]


def test_days_stand_under_or_above_their_titles():
    """Which of the two the first item tells."""
    title = "<p class=title><a href=/{0}>Item number {0}</a></p>"
    day = "<p class=day>June {0}, 2014</p>"
    expected = [(f"Item number {n}", f"http://ledger.example/{n}", f"2014-06-0{n}", None) for n in (1, 2)]
    assert entries("".join(title.format(n) + day.format(n) for n in (1, 2))) == expected
    assert entries("".join(day.format(n) + title.format(n) for n in (1, 2))) == expected


def test_a_teaser_in_the_same_element_is_no_title():
    """Only links are titles where there are any."""
    markup = "<div class=title><a href=/1>Rice falls</a><p>Prices of rice fell in the town of the north...</p></div>"
    assert entries(markup) == [
        ("Rice falls", "http://ledger.example/1", None, "Prices of rice fell in the town of the north...")
    ]


def test_scripts_and_links_to_the_page_itself_are_no_addresses():
    """The title stays."""
    markup = (
        "<ul class=title><li><a href='#'>Rice falls</a></li><li><a href='javascript:go(1)'>Rice rises</a></li></ul>"
    )
    assert [(one[0], one[1]) for one in entries(markup)] == [("Rice falls", None), ("Rice rises", None)]


def test_a_page_without_such_classes_has_no_items():
    """Whatever else it holds."""
    assert entries("<p><a href=/1>Rice falls</a></p>") == []
