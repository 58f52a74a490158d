"""From content to layout: arguments, decoding, markup or text, and what is unreadable."""

import hashlib
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest

from nkdocs.document import Document
from nkdocs.errors import MissingExtra, UsageError
from nkdocs.layout import html, lay_out
from nkdocs.layout.opening import opens_markup
from nkdocs.records.article import Origin
from nkdocs.text.span import Span

_TEXT = "Rice prices fall\n\nRice was cheaper in Hyesan last week, a trader said.\n"
_KOREAN = "쌀값이 내렸다\r\n\r\n혜산 장마당에서 쌀값이 지난주보다 조금 내렸다고 한다.\r\n"
_HTML = "<!doctype html><html><head><title>Rice</title></head><body><p>Rice prices fell.</p></body></html>"


def test_text_comes_through_unchanged() -> None:
    """The text of a ``str`` is the string, CRLF and BOM included, and every block is a slice of it."""
    layout = lay_out("\ufeff" + _KOREAN)
    assert layout.text == "\ufeff" + _KOREAN
    assert [block.text for block in layout.blocks] == [block.span.of(layout.text) for block in layout.blocks]
    assert layout.readable


def test_a_string_has_no_encoding() -> None:
    """Nothing was decoded, so nothing is claimed; the hash is that of its UTF-8."""
    info = lay_out(_KOREAN).document
    assert (info.encoding, info.encoding_source, info.media_type) == (None, None, "text/plain")
    assert info.sha256 == hashlib.sha256(_KOREAN.encode()).hexdigest()


def test_bytes_are_decoded_and_the_decision_recorded() -> None:
    """The document says with which encoding its bytes were read and why, and hashes the bytes given."""
    data = _KOREAN.encode("cp949")
    layout = lay_out(data, media_type="text/plain; charset=EUC-KR")
    assert layout.text == _KOREAN
    assert (layout.document.encoding, layout.document.encoding_source) == ("cp949", "header")
    assert layout.document.sha256 == hashlib.sha256(data).hexdigest()


def test_bytes_lose_their_bom() -> None:
    """A BOM is no part of decoded text."""
    layout = lay_out(_KOREAN.encode("utf-8-sig"))
    assert (layout.text, layout.document.encoding_source) == (_KOREAN, "bom")


def test_the_callers_encoding_is_used() -> None:
    """``encoding=`` overrules what the bytes look like."""
    layout = lay_out("é".encode("cp949", "ignore") + b"\xa1\xa4", encoding="euc-kr")
    assert (layout.text, layout.document.encoding_source) == ("·", "caller")


@pytest.mark.parametrize("content", ["", b"", b"\xef\xbb\xbf"])
def test_nothing_is_an_empty_readable_text(content: str | bytes) -> None:
    """An empty document has no blocks and no notes."""
    layout = lay_out(content)
    assert (layout.text, layout.blocks, layout.notes, layout.readable) == ("", (), (), True)


def test_what_is_known_of_the_capture_is_kept() -> None:
    """Name, url, capture time and the place in a container come through."""
    captured = datetime(2014, 6, 3, 9, tzinfo=UTC)
    origin = Origin(source="a.warc", offset=12)
    info = lay_out(Document(_TEXT, "http://a.example/b", captured=captured, name="b.txt", origin=origin)).document
    assert (info.url, info.captured, info.name, info.origin) == ("http://a.example/b", captured, "b.txt", origin)


def test_arguments_go_before_what_a_document_says() -> None:
    """What the caller gives replaces the document's own; what he leaves out stays."""
    document = Document(_TEXT, "http://a.example/", name="a.txt")
    info = lay_out(document, url="http://b.example/", captured=date(2014, 6, 2)).document
    assert (info.url, info.name, info.captured) == ("http://b.example/", "a.txt", date(2014, 6, 2))


@pytest.mark.parametrize(
    ("content", "arguments"),
    [
        (None, {}),
        (bytearray(b"x"), {}),
        (12, {}),
        (["x"], {}),
        ("x", {"url": 3}),
        ("x", {"name": b"x"}),
        ("x", {"media_type": 1}),
        ("x", {"captured": "2014-06-02"}),
        ("x", {"captured": datetime(2014, 6, 2)}),  # noqa: DTZ001  # naive on purpose
        ("x", {"encoding": "no-such-charset"}),
        (b"x", {"encoding": "rot13"}),
        (b"x", {"encoding": 8}),
        (Document("x"), {"encoding": "klingon"}),
        (Document("x"), {"url": 3}),
    ],
)
def test_wrong_arguments_raise(content: Any, arguments: dict[str, Any]) -> None:
    """Whoever calls wrongly is told so at once."""
    with pytest.raises(UsageError):
        lay_out(content, **arguments)


def test_an_encoding_that_a_document_brings_along_may_be_unknown() -> None:
    """A reader passes on what a server said; that is content and never raises."""
    layout = lay_out(Document(_KOREAN.encode(), encoding="x-mystery"))
    assert (layout.text, layout.document.encoding_source) == (_KOREAN, "strict-utf-8")


def test_nul_and_lone_surrogates_are_replaced_and_noted() -> None:
    """One for one, so spans stay; the note counts them and points at the first; the hash is of the text given."""
    text = "Rice\0prices \ud800 fell\udfff in the city"
    layout = lay_out(text)
    assert layout.text == "Rice\ufffdprices \ufffd fell\ufffd in the city"
    assert [(note.code, note.span, note.detail) for note in layout.notes] == [
        ("replaced-characters", Span(4, 5), "3 characters replaced by U+FFFD")
    ]
    assert layout.document.sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def test_a_replacement_character_that_was_given_is_no_replacement() -> None:
    """U+FFFD of the source needs no note."""
    assert lay_out("Rice \ufffd prices").notes == ()


def test_a_bad_byte_is_noted_where_it_stands() -> None:
    """Decoder damage and NULs are counted together, and the span is that of the first."""
    layout = lay_out("쌀값이 내렸다 ".encode() + b"\xff\0 " + "조금".encode())
    assert layout.text == "쌀값이 내렸다 \ufffd\ufffd 조금"
    assert [(note.span, note.detail) for note in layout.notes] == [(Span(8, 9), "2 characters replaced by U+FFFD")]
    assert layout.document.encoding == "utf-8"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7\n%....", "binary-content"),
        (b"\x89PNG\r\n\x1a\n", "binary-content"),
        ("\x01\x02\x03\x04 text", "binary-content"),
        (bytes(range(256)) * 4, "binary-content"),
        ("쌀값이 내렸다".encode("cp949"), None),
    ],
)
def test_binary_content_is_unreadable(content: str | bytes, code: str | None) -> None:
    """A known file type or too many controls: no text, and one note that says why."""
    layout = lay_out(content)
    assert [note.code for note in layout.notes] == ([code] if code else [])
    assert layout.readable is (code is None)
    if code:
        assert (layout.text, layout.blocks) == ("", ())
        assert layout.notes[0].detail
        assert layout.document.sha256


def test_bytes_that_a_wrong_encoding_cannot_read_are_undecodable() -> None:
    """Rows of U+FFFD are no text."""
    layout = lay_out(_KOREAN.encode("cp949"), encoding="utf-8")
    assert (layout.readable, [note.code for note in layout.notes]) == (False, ["undecodable"])


@pytest.mark.parametrize("media_type", ["image/png", "application/pdf", "video/mp4", "application/msword"])
def test_a_media_type_that_is_no_text_is_unreadable(media_type: str) -> None:
    """What came as a picture is not read as text, whatever it holds."""
    layout = lay_out(_TEXT, media_type=media_type)
    assert (layout.readable, layout.document.media_type) == (False, media_type)
    assert layout.notes[0].detail == f"media type {media_type}"


@pytest.mark.parametrize(
    ("media_type", "recorded"),
    [
        (None, "text/plain"),
        ("text/plain", "text/plain"),
        ("Text/Markdown; charset=utf-8", "text/markdown"),
        ("application/json", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ("application/octet-stream", "text/plain"),
        ("html", "text/plain"),
    ],
)
def test_other_text_is_plain_text(media_type: str | None, recorded: str) -> None:
    """A media type that is text, or says nothing, gives the words as they are."""
    layout = lay_out('{"a": "Rice prices fell"}', media_type=media_type)
    assert (layout.text, layout.document.media_type) == ('{"a": "Rice prices fell"}', recorded)


def test_the_media_type_given_settles_what_is_markup() -> None:
    """Markup given as plain text stays as written; words given as HTML are read as HTML."""
    assert lay_out(_HTML, media_type="text/plain").text == _HTML
    assert lay_out("Rice &amp; maize", media_type="text/html").text.strip() == "Rice & maize"


@pytest.mark.parametrize("content", [_HTML, _HTML.encode(), _HTML.encode("utf-16"), "\n\n" + _HTML])
def test_markup_is_recognised_and_rendered(content: str | bytes) -> None:
    """HTML gives its words as text, and blocks with their place in the page."""
    layout = lay_out(content)
    assert layout.document.media_type == "text/html"
    assert "Rice prices fell." in [block.text for block in layout.blocks]
    assert "<p>" not in layout.text


def test_a_page_declares_its_own_encoding() -> None:
    """The meta element is heard where the content is recognised as HTML."""
    page = f"<html><head><meta charset=euc-kr></head><body><p>{_KOREAN}</p></body></html>"
    layout = lay_out(page.encode("cp949"))
    assert (layout.document.encoding, layout.document.encoding_source) == ("cp949", "meta")
    assert "혜산 장마당에서" in layout.text


def test_html_without_the_extra_is_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without selectolax the note gives the command that installs it."""

    def refuse(markup: str, *, url: str | None, content: bytes | None) -> None:
        raise MissingExtra("html", "reading HTML")

    monkeypatch.setattr(html, "html_page", refuse)
    layout = lay_out(_HTML)
    assert (layout.readable, layout.text, layout.document.media_type) == (False, "", "text/html")
    assert [(note.code, note.detail) for note in layout.notes] == [("missing-extra", "pip install 'nkdocs[html]'")]


def test_replaced_characters_of_markup_have_no_place() -> None:
    """The text of a page is not its markup, so the note has no span."""
    note = lay_out("<p>Rice\0prices fell in the city.</p>").notes[0]
    assert (note.code, note.span, note.detail) == ("replaced-characters", None, "1 character replaced by U+FFFD")


@pytest.mark.parametrize("content", [_TEXT, _HTML])
def test_hints_of_a_container_are_metadata(content: str) -> None:
    """What a feed says of the document is in ``meta.hints``."""
    layout = lay_out(Document(content, hints={"title": "Rice", "author": "Kim"}))
    assert dict(layout.meta.hints) == {"title": "Rice", "author": "Kim"}


def test_damage_of_a_container_is_an_unreadable_document() -> None:
    """A reader's issue comes out in its place, with its code and where it was."""
    hints = {"issue": "truncated-container", "detail": "byte 1234"}
    layout = lay_out(Document("", name="a.warc", hints=hints))
    assert (layout.readable, layout.text, layout.document.name) == (False, "", "a.warc")
    assert [(note.code, note.detail) for note in layout.notes] == [("truncated-container", "byte 1234")]


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html>",
        "\ufeff \r\n<html lang=ko>",
        "<HEAD><title>x</title>",
        "<body>",
        "<p>Rice",
        "<div class='a'>",
        "<h1>Rice</h1>",
        "<table><tr>",
        "<!-- saved from a mirror --><html>",
        "<!-- one -->\n<!-- two -->\n<p>",
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x">',
        "<meta charset=utf-8><title>x</title>",
    ],
)
def test_markup_opens_with_a_page_or_a_block_element(text: str) -> None:
    """Doctype, page elements, comments before them, and fragments that start with a block element."""
    assert opens_markup(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<",
        "Rice prices fall",
        "The tag <p> opens a paragraph",
        "<person> said",
        "<b>Rice</b> prices",
        "< p > 3",
        "<3",
        "<!-- a comment --> and words",
        "<!-- never closed",
        '<?xml version="1.0"?><rss><channel>',
        "x" * 1024 + "<html>",
        "<!-- x -->" * 200 + "<p>",
    ],
)
def test_words_are_no_markup(text: str) -> None:
    """Text that mentions tags, inline tags, XML of another kind, and markup further down."""
    assert not opens_markup(text)


def test_the_shapes_of_a_layout_load_nothing_heavy() -> None:
    """Importing the package loads neither OpenSSL's hashes, nor the HTML parser, nor the charset detector."""
    code = "import sys, nkdocs.layout; print({'hashlib', 'selectolax', 'cchardet'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
