"""The stretch of a page from its headline to the end of its body."""

import pytest

import nkdocs
from nkdocs.layout.context import ParseContext
from nkdocs.rules.pages.region import fill_described, part_header, take_region
from nkdocs.rules.pages.tagdiv import TAGDIV_ASIDE, TAGDIV_BODY, is_tagdiv_article, take_about, take_named
from nkdocs.rules.sheet import Sheet
from nkdocs.text.dates import KST

BODY = "The ferry stopped running last week, and nobody at the pier can say when it sails again."
PAGE = (
    '<ul><li><a href="/">Home</a></li></ul><h1>Exclusive: Ferry stops</h1><p>June 2, 2014</p>'
    '<p><a href="/a">Share</a> <a href="/b">Print</a></p><div class="entry-content">'
    '<figure><img src="a.png"><figcaption>A pier. Image: Border Ledger</figcaption></figure>'
    f'<p>{BODY}</p><p class="ad">Buy tickets.</p></div><p><a href="/ko">Read in Korean</a></p><p>About us</p>'
)


def region(markup: str, *, aside: frozenset[str] = frozenset()) -> Sheet:
    """The sheet of a page after the step."""
    sheet = Sheet.of(nkdocs.lay_out(markup, media_type="text/html"), ParseContext())
    take_region(sheet, ("entry-content", *TAGDIV_BODY), aside)
    return sheet


def test_header_lines_body_and_edition_are_left():
    """Navigation and what the outlet sets aside are not; the caption is taken."""
    sheet = region(PAGE, aside=frozenset({"ad"}))
    assert [block.text for block in sheet.blocks] == ["June 2, 2014", BODY, "Read in Korean"]
    assert sheet.headline is not None
    assert sheet.headline.text == "Exclusive: Ferry stops"
    assert sheet.kicker is not None
    assert [caption.credit for caption in sheet.captions] == ["Border Ledger"]


def test_the_heading_right_above_the_body_is_the_headline_where_nothing_else_is():
    """The page has neither a title nor a first-level heading."""
    sheet = region(
        f'<h2>Ferry News</h2><h2><a href="/x">Ferry stops again</a></h2><div class="entry-content"><p>{BODY}</div>'
    )
    assert sheet.headline is not None
    assert sheet.headline.text == "Ferry stops again"


def test_a_described_title_is_found_where_it_is_printed():
    """Old pages print it in a cell, and describe it with the site's name behind it."""
    cells = f"<tr><td>Ferry stops again</td></tr><tr><td>June 2, 2014</td></tr><tr><td><p>{BODY}</p></td></tr>"
    sheet = region(f"<title>Ferry stops again - The Ledger</title><table>{cells}</table>")
    assert sheet.headline is not None
    assert (sheet.headline.text, sheet.headline.span) == ("Ferry stops again", nkdocs.Span(0, 17))
    assert [block.text for block in sheet.blocks] == ["June 2, 2014", BODY]


def test_times_for_machines_complete_the_printed_day():
    """They are more exact; what nobody prints stays null."""
    sheet = region('<meta property="article:published_time" content="2014-06-02T09:00:00">' + PAGE)
    fill_described(sheet, KST)
    assert sheet.published is not None
    assert sheet.published.edtf == "2014-06-02T09:00:00+09:00"
    assert (sheet.updated, sheet.bylines, sheet.section) == (None, [], None)


THEME = (
    '<ul class="td-category"><li class="entry-category">Border</li></ul><h1 class="entry-title">Ferry stops</h1>'
    '<p class="td-post-sub-title">Tickets sold as paper</p><div class="td-post-author-name"><div>By</div> '
    '<a href="/s">{author}</a><div>-</div></div><span class="td-post-date">June 2, 2014</span>'
    f'<div class="td-post-content"><p>{BODY}</p></div>'
    '<div class="author-box-wrap"><div class="td-author-description">{about}</div></div>'
)


@pytest.mark.parametrize(
    ("author", "expected"), [("Han Sol", ("Han Sol", None)), ("한솔 기자", ("한솔", "기자")), ("한솔", ("한솔", None))]
)
def test_the_theme_names_its_elements(author: str, expected: tuple[str, str | None]):
    """Section, standfirst, author and day are taken from them, and the note goes to the author."""
    sheet = Sheet.of(
        nkdocs.lay_out(THEME.format(author=author, about="Writes of piers."), media_type="text/html"), ParseContext()
    )
    assert is_tagdiv_article(sheet.blocks)
    named = take_named(sheet, KST)
    take_region(sheet, TAGDIV_BODY, TAGDIV_ASIDE)
    take_about(sheet, named.about)
    assert [(one.name, one.role) for one in sheet.bylines] == [expected]
    assert sheet.bylines[0].bio == "Writes of piers."
    assert sheet.standfirst is not None
    assert (sheet.section, sheet.standfirst.text) == ("Border", "Tickets sold as paper")
    assert named.printed is not None
    assert named.printed.edtf == "2014-06-02"
    assert [block.text for block in sheet.blocks] == [BODY]


def test_a_note_about_nobody_in_particular_makes_no_author():
    """It is labelled, and no more."""
    sheet = Sheet.of(
        nkdocs.lay_out(THEME.format(author="", about="Writes of piers."), media_type="text/html"), ParseContext()
    )
    take_about(sheet, take_named(sheet, KST).about)
    assert sheet.bylines == []
    assert "bio" in {label.role for label in sheet.labels}


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<div>By Han Sol<br>June 2, 2014</div>", ["By Han Sol", "June 2, 2014"]),
        ("<div>By Han Sol<br><br>June 2, 2014</div>", ["By Han Sol", "June 2, 2014"]),
        ("<div>Snow falls<br>on the pier.</div>", ["Snow falls\non the pier."]),
        ("<pre>By Han Sol\nJune 2, 2014</pre>", ["By Han Sol\nJune 2, 2014"]),
    ],
)
def test_lines_above_a_body_that_a_break_parts_are_lines(markup: str, lines: list[str]):
    """Short ones, none of which is a sentence; verses and code stay as they are."""
    sheet = Sheet.of(nkdocs.lay_out(markup, media_type="text/html"), ParseContext())
    part_header(sheet)
    assert [block.text for block in sheet.blocks] == lines
