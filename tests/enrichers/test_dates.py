"""The built-in enricher ``dates``."""

from datetime import date

import attrs
import pytest

import nkdocs
from nkdocs.enrichers.dates import Dates
from nkdocs.layout.context import EnrichContext
from nkdocs.records import Paragraph
from nkdocs.text.span import Span

ALONE = nkdocs.Registry(entry_points=False, enrich=["dates"])
BARE = nkdocs.Registry(entry_points=False, enrich=())
PAGE = (
    "Ferry stops at Sakju\n\nMonday 2nd June, 2014\n\n"
    "The ferry stopped on Friday, said its captain, who is 45 years old.\n\n"
    "It had run from May 3 to 7, and in 2009; about 90 people used it.\n"
)


def dates_of(text, registry=ALONE, **options):
    """The dates of the only article, each with its EDTF and basis."""
    article = nkdocs.parse(text, registry=registry, **options).article
    return [(when.raw, when.edtf, when.basis) for when in article.dates]


def test_the_body_s_dates_are_placed_by_the_publication():
    """Each phrase is one entry, a range being one; the publication's own line is none of the body."""
    assert dates_of(PAGE) == [
        ("on Friday", "2014-05-30", "resolved"),
        ("May 3 to 7", "2014-05-03/2014-05-07", "resolved"),
        ("2009", "2009", "stated"),
    ]


def test_the_capture_places_what_no_publication_does():
    """Without a publication the day of capture places; without either, nothing does."""
    text = "Ferry stops at Sakju\n\nThe ferry stopped on Friday, said its captain. It ran from May 3 to 7.\n"
    assert dates_of(text, captured=date(2012, 6, 4)) == [
        ("on Friday", "2012-06-01", "resolved"),
        ("May 3 to 7", "2012-05-03/2012-05-07", "resolved"),
    ]
    assert dates_of(text) == [("on Friday", None, "stated"), ("May 3 to 7", "XXXX-05-03/XXXX-05-07", "stated")]


def test_every_span_is_its_phrase():
    """A span indexes the text of the document, whatever stands before and between the paragraphs."""
    parsed = nkdocs.parse(PAGE.replace("\n", "\r\n"), registry=ALONE)
    assert [when.span.of(parsed.text) for when in parsed.article.dates] == [when.raw for when in parsed.article.dates]
    assert parsed.article.dates


def test_a_contradiction_is_noted():
    """A weekday that contradicts its date keeps the date, and a note stands at the phrase."""
    text = "Ferry stops at Sakju\n\nThe ferry stopped on Tuesday, June 2, 2014, said its captain.\n"
    article = nkdocs.parse(text, registry=ALONE).article
    assert [when.edtf for when in article.dates] == ["2014-06-02"]
    assert [(note.code, note.span, note.detail) for note in article.notes] == [
        ("date-conflict", article.dates[0].span, "weekday")
    ]


@pytest.mark.parametrize("text", [PAGE, "", "A ferry stops\n\nIt stopped on Tuesday, June 2, 2014, for good.\n"])
def test_twice_is_once(text):
    """A second run changes nothing, nor does it note anything again."""
    layout = nkdocs.lay_out(text)
    context = EnrichContext(layout=layout)
    for article in nkdocs.parse(text, registry=BARE).articles:
        once = Dates().enrich(article, context)
        assert Dates().enrich(once, context) == once
        assert attrs.evolve(once, dates=(), notes=article.notes) == article


def test_what_is_filled_stays():
    """Dates that a parser gave are left as they are."""
    parsed = nkdocs.parse(PAGE, registry=ALONE)
    given = attrs.evolve(parsed.article, dates=parsed.article.dates[:1])
    assert Dates().enrich(given, EnrichContext(layout=nkdocs.lay_out(PAGE))) is given


def test_a_paragraph_without_a_place_is_passed_over():
    """A paragraph known only from a page's metadata has no place to look at."""
    parsed = nkdocs.parse(PAGE, registry=BARE)
    article = attrs.evolve(parsed.article, paragraphs=(Paragraph(text="In 2009.", span=None),))
    assert Dates().enrich(article, EnrichContext(layout=nkdocs.lay_out(PAGE))).dates == ()


def test_a_layout_shorter_than_the_spans_gives_no_error():
    """A record enriched with another document's layout is looked at as far as that reaches."""
    article = nkdocs.parse(PAGE, registry=BARE).article
    assert Dates().enrich(article, EnrichContext(layout=nkdocs.lay_out("In 2009"))).dates == ()


def test_captions_and_comments_are_no_body():
    """Dates of captions and of readers are not the article's."""
    text = PAGE + "\n  • Ann\n\n    I was there in 1999.\n\n    • Bob\n\n      And I in 1998.\n"
    parsed = nkdocs.parse(text, registry=ALONE)
    assert parsed.article.comments
    assert {when.edtf for when in parsed.article.dates} == {"2014-05-30", "2014-05-03/2014-05-07", "2009"}


def test_it_runs_by_default_and_can_be_left_out():
    """The enricher is one of the default ones, and ``enrich=()`` leaves it out."""
    assert nkdocs.parse(PAGE, registry=nkdocs.Registry(entry_points=False)).article.dates
    assert nkdocs.parse(PAGE, registry=BARE).article.dates == ()


@pytest.mark.parametrize(
    "atom", ["1", "2014", "June ", "“", "’", "Monday ", "17일 ", "6月", "last ", "June 2, 2014 and "]
)
def test_a_long_line_ends(atom):
    """A long line of figures, names or quotes gives an article, with dates or without."""
    parsed = nkdocs.parse(f"Ferry stops\n\n{atom * 5_000}\n", registry=ALONE)
    assert parsed.kind in {"article", "listing", "articles"}


def test_more_dates_than_any_prose_holds_are_cut():
    """A long text of nothing but dates gives as many as the limit, and a note."""
    article = nkdocs.parse("Ferry stops\n\n" + "It stopped on Monday. " * 15_000, registry=ALONE).article
    assert 5_000 < len(article.dates) < 15_000
    assert [note.code for note in article.notes if note.code == "size-limit"] == ["size-limit"]


def test_an_overlong_span_is_clamped():
    """Spans are looked at no further than the text goes."""
    article = nkdocs.parse("Ferry stops\n\nIt stopped in 2009", registry=BARE).article
    longer = attrs.evolve(article, paragraphs=(Paragraph(text="It stopped in 2009", span=Span(13, 40)),))
    found = Dates().enrich(longer, EnrichContext(layout=nkdocs.lay_out("Ferry stops\n\nIt stopped in 2009")))
    assert [when.edtf for when in found.dates] == ["2009"]
