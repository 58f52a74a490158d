"""CSL-JSON, read by a citation processor."""

import io
import json

import pytest

from nkdocs.exporters.csl import CslExporter
from nkdocs.plugin.protocols import ExportContext


def items(articles):
    """What is written, as JSON."""
    target = io.BytesIO()
    session = CslExporter().open(target, ExportContext())
    for article in articles:
        session.write(article)
    session.close()
    return json.loads(target.getvalue())


def test_a_citation_processor_reads_every_item(hostile_articles):
    """Whatever the texts hold, each article is an item with an id of its own."""
    sources = pytest.importorskip("citeproc.source.json", reason="citeproc-py is not installed")
    found = items(hostile_articles * 2)
    assert len(sources.CiteProcJSON(found)) == len({item["id"] for item in found}) == 2 * len(hostile_articles)


def test_a_record_written_twice_is_cited_under_two_ids(make_article):
    """Ids are unique in a file, for processors look items up by them."""
    first, second = items([make_article(), make_article()])
    assert second["id"] == f"{first['id']}~2"


def test_dates_carry_no_more_than_the_page_says(make_article, make_when):
    """A month has two parts, a year one, a span of days two dates; without a year nothing is issued."""
    told = {
        phrase: items([make_article(published=make_when(phrase))])[0].get("issued", {}).get("date-parts")
        for phrase in ("June 2014", "2014", "2 June 2014", "June 2-3, 2014", "June 2")
    }
    assert told == {
        "June 2014": [[2014, 6]],
        "2014": [[2014]],
        "2 June 2014": [[2014, 6, 2]],
        "June 2-3, 2014": [[2014, 6, 2], [2014, 6, 3]],
        "June 2": None,
    }


def test_nothing_is_an_empty_array():
    """No articles, no items."""
    assert items([]) == []


def test_without_a_headline_the_title_is_empty_and_without_an_outlet_it_is_a_webpage(make_article):
    """A citation has a title, and a newspaper only where the outlet is known."""
    (item,) = items([make_article(headline=None, outlet=None)])
    assert (item["title"], item["type"], "container-title" in item) == ("", "webpage", False)


STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Dates</title><id>dates</id><updated>2014-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><date variable="issued" form="text"/></layout></bibliography></style>"""
PRINTED = {
    "June 2, 2014": "June 2, 2014",
    "June 2014": "June 2014",
    "2014": "2014",
    "spring 2014": "Spring 2014",
    "May to June 2014": "May–June 2014",
    "Dec 30, 2013 - Jan 2, 2014": "December 30, 2013–January 2, 2014",
}


@pytest.mark.filterwarnings("ignore")  # the processor's own
def test_a_citation_processor_prints_the_dates_that_the_page_has(tmp_path, make_article, make_when):
    """Days, months, seasons and spans come out of a bibliography as they went in."""
    citeproc = pytest.importorskip("citeproc", reason="citeproc-py is not installed")
    sources = pytest.importorskip("citeproc.source.json", reason="citeproc-py is not installed")
    (tmp_path / "dates.csl").write_text(STYLE, "utf-8")
    articles = [make_article(id=f"a{n}", published=make_when(raw)) for n, raw in enumerate(PRINTED)]
    style = citeproc.CitationStylesStyle(str(tmp_path / "dates.csl"), validate=False)
    plain = citeproc.formatter.plain
    bibliography = citeproc.CitationStylesBibliography(style, sources.CiteProcJSON(items(articles)), plain)
    for article in articles:
        bibliography.register(citeproc.Citation([citeproc.CitationItem(article.id)]))
    assert [str(entry) for entry in bibliography.bibliography()] == list(PRINTED.values())
