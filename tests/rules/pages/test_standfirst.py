"""Standfirsts that the markup names."""

import pytest

import nkdocs

PROSE = "The ferry stopped running last week, a pilot said at the pier, and nobody there knows when it will sail again."
LINE = "Pilots wait for a part"


def read(under: str, inside: str = "") -> nkdocs.Article:
    """The article of a page with this markup between title and body, and behind its first paragraph."""
    page = f"<article><h1>Ferry stops again</h1>{under}<div class=entry-content><p>{PROSE}</p>{inside}</div></article>"
    return nkdocs.parse(page, media_type="text/html", registry=nkdocs.Registry(entry_points=False)).article


@pytest.mark.parametrize("name", ["standfirst", "td-post-sub-title", "entry-subtitle", "article__dek", "sub-headline"])
def test_the_line_under_the_title_is_the_standfirst_where_its_class_says_so(name: str):
    """It is not repeated among the paragraphs."""
    found = read(f'<p class="{name}">{LINE}</p>')
    assert found.standfirst is not None
    assert found.standfirst.text == LINE
    assert [paragraph.text for paragraph in found.paragraphs] == [PROSE]


def test_no_class_no_standfirst():
    """The words of an element that is called anything else stay where they are."""
    assert read(f"<p class=lead>{LINE}</p>").standfirst is None


def test_a_heading_inside_the_body_is_none():
    """Whatever it is called, it stands behind the first paragraph."""
    found = read("", f'<h3 class="subtitle">{LINE}</h3><p>{PROSE}</p>')
    assert found.standfirst is None
    assert LINE in [paragraph.text for paragraph in found.paragraphs]
