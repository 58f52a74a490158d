"""Web annotations."""

import json

import pytest

import nkdocs
from nkdocs.errors import UsageError

TEXT = "Boats stay in port\n\nNo boat left Sinpo on Monday, a trader said.\n\n© Harbour Wire"


def page(parsed, tmp_path):
    """What is written for these documents."""
    path = tmp_path / "corpus.annotations.json"
    nkdocs.export(parsed, path)
    return json.loads(path.read_text("utf-8"))


def test_each_annotation_quotes_what_it_points_at(tmp_path):
    """Position and quotation agree, and every label but boilerplate has one."""
    parsed = nkdocs.parse(TEXT)
    found = page([parsed], tmp_path)
    assert (found["@context"], found["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    told = []
    for item in found["items"]:
        position, quote = item["target"]["selector"]
        assert parsed.text[position["start"] : position["end"]] == quote["exact"]
        told.append((item["body"]["value"], position["start"], position["end"]))
    assert told == [(one.role, one.span.start, one.span.end) for one in parsed.labels if one.role != "boilerplate"]


def test_the_source_is_the_url_or_else_the_hash(tmp_path):
    """An annotation names its document in a way that others can look up."""
    known = nkdocs.parse(TEXT, url="https://wire.example/boats")
    unknown = nkdocs.parse(TEXT)
    sources = {item["target"]["source"] for item in page([known, unknown], tmp_path)["items"]}
    assert sources == {"https://wire.example/boats", f"urn:sha256:{unknown.document.sha256}"}


def test_an_article_alone_is_refused(tmp_path):
    """An article has no text to point into."""
    with pytest.raises(UsageError):
        page([nkdocs.parse(TEXT).article], tmp_path)
