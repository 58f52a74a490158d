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
