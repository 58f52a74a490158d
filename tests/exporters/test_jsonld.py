"""JSON-LD, read by a JSON-LD processor."""

import io
import json

import pytest

from nkdocs.exporters.jsonld import JsonldExporter
from nkdocs.plugin.protocols import ExportContext
from nkdocs.testing import samples


def graph(articles):
    """The graph that is written."""
    target = io.BytesIO()
    session = JsonldExporter().open(target, ExportContext())
    for article in articles:
        session.write(article)
    session.close()
    document = json.loads(target.getvalue())
    assert document["@context"] == "https://schema.org"
    return document["@graph"]


def test_a_processor_reads_every_article(hostile_articles):
    """Expanded, the graph has a node an article with its type and id."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD is not installed")
    nodes = jsonld.expand({"@context": {"@vocab": "https://schema.org/"}, "@graph": graph(hostile_articles)})
    assert [node["@type"] for node in nodes] == [["https://schema.org/NewsArticle"]] * len(hostile_articles)
    assert [node["@id"] for node in nodes] == [article.id for article in hostile_articles]


def test_a_thread_is_flat_and_names_parents():
    """Every comment is in the list of its article, and its parent's id is one of them."""
    for article, node in zip(samples(), graph(samples()), strict=True):
        comments = node.get("comment", [])
        ids = [comment["@id"] for comment in comments]
        assert node["commentCount"] == len(article.comments) == len(set(ids))
        assert [comment.get("parentItem", {}).get("@id") for comment in comments] == [
            None if one.parent is None else ids[[each.id for each in article.comments].index(one.parent)]
            for one in article.comments
        ]


def test_the_body_is_the_paragraphs(make_article):
    """Paragraphs are parted by a blank line, and a missing headline is empty."""
    article = make_article(headline=None)
    (node,) = graph([article])
    assert node["articleBody"].split("\n\n") == [paragraph.text for paragraph in article.paragraphs]
    assert node["headline"] == ""


def test_nothing_is_an_empty_graph():
    """No articles, no nodes."""
    assert graph([]) == []
