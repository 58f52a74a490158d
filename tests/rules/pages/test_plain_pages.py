"""Pages whose markup says little."""

import pytest

import nkdocs
from nkdocs.layout.context import ParseContext
from nkdocs.rules.pages.plain_pages import take_plain_page
from nkdocs.rules.sheet import Sheet

NAMES = frozenset({"border ledger"})
BODY = "<p>Rice was cheaper in Hyesan last week than it had been for a year.</p><p>Salt was not.</p>"
TITLE = "Rice Prices Fall"


def taken(markup: str) -> tuple[str | None, list[str]]:
    """The headline, and the blocks left as body."""
    layout = nkdocs.lay_out(f"<html><title>Border Ledger</title><body>{markup}</body></html>", media_type="text/html")
    sheet = Sheet.of(layout, ParseContext())
    take_plain_page(sheet, ("text",), NAMES)
    return (sheet.headline.text if sheet.headline else None), [block.text[:12] for block in sheet.blocks]


@pytest.mark.parametrize(
    "markup",
    [
        f"<h1>{TITLE}</h1><div class=text>{BODY}</div>",
        f"<div class=text><h1>{TITLE}</h1>{BODY}</div>",
        f"<h3>Border Ledger</h3><h2>{TITLE}</h2><div class=text>{BODY}</div>",
        f"<div class=newstitle>{TITLE}</div><div class=text>{BODY}</div>",
        f"<div>{TITLE}</div><div class=text>{BODY}</div><p>All rights reserved</p>",
        f"<ul><li><a href=/>Home</a></li></ul><h2>{TITLE}</h2><div>{BODY}</div>",
        f"<div class=text><h1>{TITLE}</h1>{BODY}<h1>{TITLE}</h1>{BODY}</div>",
    ],
)
def test_the_title_is_a_heading_a_named_line_or_the_line_above_the_body(markup: str):
    """And never the site's name; an article that stands twice is given once."""
    assert taken(markup) == (TITLE, ["Rice was che", "Salt was not"])


def test_a_page_without_headings_or_containers_is_left_as_text():
    """Its menus alone are taken away."""
    assert taken(f"<ul><li><a href=/>Home</a></li></ul><p>{TITLE}</p>{BODY}") == (
        None,
        [TITLE[:12], "Rice was che", "Salt was not"],
    )
