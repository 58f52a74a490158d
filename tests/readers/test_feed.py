import io

import pytest

from nkdocs.document import Document
from nkdocs.layout import lay_out
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.readers.feed import FeedReader

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Ledger</title>
<item><title>Rice <![CDATA[</item>]]></title><link>http://ledger.example/1</link><guid>g1</guid>
<pubDate>Mon, 02 Jun 14 09:00:00 +0900</pubDate><dc:creator>김</dc:creator><description>Short</description>
<content:encoded><![CDATA[<p>Rice was cheaper.</item></p>]]></content:encoded></item>
<item><title>Salt</title><description>&lt;p&gt;Salt sold out.</description></item>
</channel></rss>
""".encode()
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title><entry><id>u1</id><title>쌀</title>
<link href="http://ledger.example/3"/><published>2014-06-02T09:00:00+09:00</published><author><name>Kim</name></author>
<content type="text">Plain words.</content></entry></feed>""".encode()
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>L</title></channel>
<item rdf:about="http://ledger.example/4"><title>Maize</title><dc:date>2014-06-02</dc:date>
<description>Maize.</description></item></rdf:RDF>"""


def read(content, limit=100_000):
    """All that the reader gives."""
    stream = io.BytesIO(content)
    given = list(FeedReader().read(stream, ReadContext(name="a.rss", max_document_bytes=limit)))
    assert not stream.closed
    return given


def test_an_entry_is_a_document_with_hints():
    """The whole text goes before the summary; what the feed says of it reaches the layout."""
    rice, salt = read(RSS)
    assert (rice.content, rice.url, rice.media_type) == (
        "<p>Rice was cheaper.</item></p>",
        "http://ledger.example/1",
        "text/html",
    )
    assert (rice.name, rice.origin.record, rice.origin.offset) == ("a.rss:1", "g1", RSS.index(b"<item>"))
    hints = {"title": "Rice </item>", "author": "김", "published": "2014-06-02T09:00:00+09:00"}
    assert dict(lay_out(rice).meta.hints) == hints
    assert (salt.content, dict(salt.hints)) == ("<p>Salt sold out.", {"title": "Salt"})


@pytest.mark.parametrize("content", [ATOM, ATOM.decode().encode("utf-16"), ATOM.decode().encode("utf-16-le")])
def test_atom_is_read_in_any_width(content):
    """Plain text stays plain."""
    (entry,) = read(content)
    assert (entry.content, entry.media_type, entry.origin.record) == ("Plain words.", "text/plain", "u1")
    assert entry.hints == {"title": "쌀", "author": "Kim", "published": "2014-06-02T09:00:00+09:00"}


def test_a_change_in_atom_is_no_publication():
    """Atom has a key for each; the time of a change never stands for that of publication."""
    changed = b"<updated>2014-06-03T09:00:00+09:00</updated>"
    published = b"<published>2014-06-02T09:00:00+09:00</published>"
    (entry,) = read(ATOM.replace(published, changed))
    assert (entry.hints.get("published"), entry.hints["updated"]) == (None, "2014-06-03T09:00:00+09:00")
    (entry,) = read(ATOM.replace(published, published + changed))
    assert (entry.hints["published"], entry.hints["updated"]) == (
        "2014-06-02T09:00:00+09:00",
        "2014-06-03T09:00:00+09:00",
    )


def test_rss_of_the_older_kind_is_read():
    """Its items stand beside the channel."""
    (entry,) = read(RDF)
    assert (entry.content, entry.hints["title"], entry.hints["published"]) == ("Maize.", "Maize", "2014-06-02")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Mon, 02 Jun 14 09:00:00 +0900", "2014-06-02T09:00:00+09:00"),
        ("2 Jun 49 09:00 GMT", "2049-06-02T09:00:00+00:00"),
        ("2 Jun 50 09:00:00 GMT", "1950-06-02T09:00:00+00:00"),
        ("Mon, 02 June 2014 09:00:00 GMT", "2014-06-02T09:00:00+00:00"),
        ("last week", "last week"),
        ("Mon, 42 Jun 14 09:00:00 +0900", "Mon, 42 Jun 14 09:00:00 +0900"),
    ],
)
def test_two_digit_years_are_of_this_century_up_to_49(written, expected):
    """A time that nobody can read stays as it is written."""
    (entry, _) = read(RSS.replace(b"Mon, 02 Jun 14 09:00:00 +0900", written.encode()))
    assert entry.hints["published"] == expected


@pytest.mark.parametrize("content", [RSS, ATOM, RDF])
def test_a_feed_cut_at_any_byte_keeps_whole_entries(content):
    """And says so once."""
    whole = read(content)
    for cut in range(1, len(content.rstrip())):
        given = read(content[:cut])
        documents = [item for item in given if isinstance(item, Document)]
        assert documents == whole[: len(documents)]
        assert [item.code for item in given if isinstance(item, ReadIssue)] == ["truncated-container"]


def test_no_file_is_opened_and_nothing_grows(monkeypatch):
    """Entities of a document type are not read."""
    bad = RSS.replace(b"<rss", b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "&x;&x;">]><rss', 1)
    monkeypatch.setattr("builtins.open", None)
    rice, _ = read(bad.replace(b"Rice was", b"&x;&y;Rice was"))
    assert "Rice was cheaper." in rice.content


def test_an_author_of_no_sensible_length_is_left_out():
    """The library would look for addresses in it for minutes; the rest of the entry is kept."""
    rice, salt = read(RSS.replace("김".encode(), b"a@" + b"a." * 50_000 + b"!"), limit=1 << 20)
    assert "author" not in rice.hints
    assert (rice.hints["title"], salt.hints["title"]) == ("Rice </item>", "Salt")


@pytest.mark.parametrize("filler", [b"Rice was ", b"<![CDATA[<p>Rice]]>", b"<b>Rice</b>\n"])
def test_an_entry_far_over_the_limit_costs_that_entry_too(filler):
    """However much of it follows: it is one issue, and the feed is not cut."""
    for size in (1 << 20, (1 << 21) + 7, 1 << 22):
        given = read(RSS.replace(b"Rice was", filler * (size // len(filler))), limit=1000)
        assert [getattr(item, "code", None) for item in given] == ["too-large", None]


def test_an_entry_over_the_limit_costs_that_entry():
    """The others are kept."""
    given = read(RSS.replace(b"Rice was", b"Rice " * 1000), limit=1000)
    assert [getattr(item, "code", None) for item in given] == ["too-large", None]


@pytest.mark.parametrize("content", [b"prose", b"<!doctype html><p>Rice", b"<?xml version='1.0'?><TEI/>"])
def test_what_is_no_feed_is_one_issue(content):
    """Another root element, or none."""
    assert [item.code for item in read(content)] == ["bad-record"]


def test_unclosed_items_end_where_the_next_one_begins():
    """Feeds are written by hand, too."""
    assert len(read(RSS.replace(b"</content:encoded></item>", b"</content:encoded>"))) == 2
