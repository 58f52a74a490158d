"""What a page says of itself."""

import pytest

from nkdocs.layout.html import html_page
from nkdocs.layout.meta import jsonld_objects


def test_names_properties_and_links():
    """Meta names, OpenGraph, canonical address, language, title and editions are read; the first value counts."""
    meta = html_page(
        "<html lang=ko><head><title> Rice\n up </title><meta name=Author content='Ri Sun'><meta name=author content=No>"
        "<meta property='og:title' content='Rice'><meta name='twitter:site' content='@ledger'><meta name=empty>"
        "<meta property='article:published_time' content='2014-06-02'><link rel='shortlink canonical' href='/rice/'>"
        "<link rel=alternate hreflang=ko href=/ko/><link rel=alternate type='application/rss+xml' href=/feed/>",
        url="https://borderledger.example/x",
    ).meta
    assert meta.title == "Rice up"
    assert meta.language == "ko"
    assert meta.canonical == "https://borderledger.example/rice/"
    assert dict(meta.names) == {"author": "Ri Sun", "twitter:site": "@ledger"}
    assert meta.opengraph["og:title"] == "Rice"
    assert meta.opengraph["article:published_time"] == "2014-06-02"
    assert meta.opengraph["twitter:site"] == "@ledger"
    assert meta.alternates == (("ko", "https://borderledger.example/ko/"),)


def test_a_drawing_has_no_title_for_the_page():
    """The title of a drawing is not the page's."""
    assert html_page("<body><svg><title>Logo</title></svg>x").meta.title is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('{"@type": "NewsArticle"}', ["NewsArticle"]),
        ('[{"@type": "A"}, [{"@type": "B"}], 3, null]', ["A", "B"]),
        ('{"@context": "x", "@graph": [{"@type": "A"}, {"@type": "B", "@graph": {"@type": "C"}}]}', ["A", "B", "C"]),
        ('<!-- {"@type": "A"} -->', ["A"]),
        ('//<![CDATA[\n{"@type": "A"};\n//]]>', ["A"]),
        ('{"@type": "A", "x": [1, 2,], }', ["A"]),
        ('{"@type": "A,]", "x": "a\nb"}', ["A,]"]),
        ("{&quot;@type&quot;: &quot;A&quot;}", ["A"]),
        ('{"@type": "A"', []),
        ("{'@type': 'A'}", []),
        ("", []),
        ("[" * 100_000, []),
        ('{"a":' * 100_000, []),
        ("1" * 5_000, []),
        ('{"@type": "A", "x": NaN}', ["A"]),
    ],
)
def test_jsonld(text: str, kinds: list[str]):
    """Objects come out one by one, graphs and lists opened; what is broken is repaired without doubt or left out."""
    assert [item["@type"] for item in jsonld_objects(text)] == kinds


def test_jsonld_is_immutable():
    """Objects inside objects are immutable mappings, lists are tuples, at any depth."""
    [item] = html_page('<script type="application/ld+json">{"a": [[{"b": [1]}]]}</script>').meta.jsonld
    assert item["a"][0][0]["b"] == (1,)
    assert isinstance(hash(item), int)


def test_microdata_is_flat():
    """Items are a flat list; each knows its owner and the property it is."""
    meta = html_page(
        "<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>Rice <b>up</b></h1>"
        "<p itemprop=author itemscope itemtype='https://schema.org/Person'><i itemprop=name>Ri Sun</i></p>"
        "<meta itemprop=datePublished content=2014-06-02><a itemprop=url href=/x>x</a>"
        "<i itemprop=keywords>rice</i><i itemprop=keywords>trade</i><div itemprop=articleBody>Long.</div></div>",
        url="https://h.example/",
    ).meta
    article, person = meta.microdata
    assert (article["@type"], article["headline"], article["keywords"]) == ("NewsArticle", "Rice up", ("rice", "trade"))
    assert (article["datePublished"], article["url"]) == ("2014-06-02", "https://h.example/x")
    assert "articleBody" not in article
    assert dict(person) == {"@type": "Person", "@owner": 0, "@prop": "author", "name": "Ri Sun"}


def test_microdata_names_on_blocks():
    """A block knows the item properties and types around it."""
    [block] = html_page("<li itemprop=comment itemscope itemtype='http://schema.org/Comment'>x</li>").blocks
    assert block.element.props == {"comment", "Comment"}


def test_times():
    """Times have the span of their words, or none; older pages write them as abbreviations."""
    page = html_page(
        "<p><time datetime=2014-06-02></time>On <time datetime=2014-06-03> <b>3</b> June </time>, or "
        "<abbr title=2014-06-04>then</abbr> <abbr title=Unit>u</abbr> <time>no</time>"
    )
    assert [(span and span.of(page.text), value) for span, value in page.meta.times] == [
        (None, "2014-06-02"),
        ("3 June", "2014-06-03"),
        ("then", "2014-06-04"),
    ]
