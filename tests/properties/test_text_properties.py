"""What holds for any content whatever."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from nkdocs.layout import lay_out
from nkdocs.layout.opening import opens_markup
from nkdocs.text.charset import charset
from nkdocs.text.decode import binary_reason, decode, garbled_reason
from nkdocs.text.script import language_of
from nkdocs.text.tidy import REPLACEMENT, is_blank, one_line, storable

_ANY_TEXT = st.text(st.characters())
_WORDS = st.text(st.sampled_from("쌀값이내렸다 혜산 rice市場コメ.\r\n\t•<p>\0\ud800\ufffd\u2028é🙂\x1b"))
_BYTES = st.binary() | _WORDS.map(lambda text: text.encode("utf-8", "replace")) | _WORDS.map(
    lambda text: text.encode("cp949", "replace")
)  # fmt: skip
_LABELS = (
    st.none() | st.sampled_from(["utf-8", "euc-kr", "iso-2022-kr", "utf-16", "johab", "ascii"]) | st.text(max_size=9)
)


@given(_ANY_TEXT | _WORDS)
def test_storing_keeps_length_and_is_done_once(text: str) -> None:
    """What is stored has the length it had, encodes as UTF-8, holds no NUL, and storing it again changes nothing."""
    stored = storable(text)
    assert len(stored) == len(text)
    assert b"\0" not in stored.encode()
    assert storable(stored) == stored
    assert all(new in {old, REPLACEMENT} for old, new in zip(text, stored, strict=True))


@given(_ANY_TEXT)
def test_one_line_has_single_spaces_only(text: str) -> None:
    """No newline, no run of blanks, no blank at an end."""
    line = one_line(text)
    assert line == line.strip()
    assert line.split(" ") == line.split() or not line


@given(st.characters())
def test_white_space_is_blank(character: str) -> None:
    """Whatever ``str.isspace`` says is blank."""
    assert is_blank(character) or not character.isspace()


@given(_BYTES, _LABELS, _LABELS, st.booleans())
def test_any_bytes_decode(data: bytes, declared: str | None, header: str | None, markup: bool) -> None:
    """Whatever the bytes and the labels: a text that UTF-8 can hold, a name that reads the bytes, honest counts."""
    decoded = decode(data, declared=declared, header=header, markup=markup)
    assert charset(decoded.encoding) == decoded.encoding
    assert decoded.text.encode().decode() == decoded.text
    assert data.decode(decoded.encoding, "replace").removeprefix("\ufeff") == decoded.text
    assert 0 <= decoded.replaced <= decoded.text.count(REPLACEMENT)
    assert (decoded.first is None) == (decoded.replaced == 0)
    assert decoded.first is None or decoded.text[decoded.first] == REPLACEMENT


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_was_written_as_utf_8_is_read_as_written(text: str) -> None:
    """Strict UTF-8 goes before every guess, whatever a header says; only NULs can make it look like UTF-16."""
    decoded = decode(text.encode(), header="koi8-r")
    if "\0" not in text and not text.startswith("\ufeff"):
        assert (decoded.text, decoded.source) == (text, "strict-utf-8")


@given(_BYTES)
def test_binary_recognition_answers_for_any_bytes(data: bytes) -> None:
    """A reason is words, and there is none for nothing."""
    assert binary_reason(data) != ""
    text = data.decode("utf-8", "replace")
    assert garbled_reason(text, text.encode(), len(text)) != ""


@given(_ANY_TEXT | _WORDS)
def test_any_text_has_a_language_or_none(text: str) -> None:
    """No text makes it fail, and the answer is a code."""
    assert language_of(text) in {None, "en", "ko", "ja", "zh", "ru", "es", "fr", "de"}


@given(_ANY_TEXT | _WORDS | _BYTES)
def test_any_content_lays_out(content: str | bytes) -> None:
    """Never raises; a plain text keeps every character, its blocks are slices in order, notes lie in the text."""
    layout = lay_out(content)
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    assert layout.document.sha256 == hashlib.sha256(raw).hexdigest()
    assert layout.readable or (layout.text == "" and layout.notes)
    assert all(block.text == block.span.of(layout.text) for block in layout.blocks)
    assert all(note.span is None or note.span.end <= len(layout.text) for note in layout.notes)
    if isinstance(content, str) and layout.readable and not opens_markup(content):
        assert layout.text == storable(content)
        replaced = [note for note in layout.notes if note.code == "replaced-characters"]
        assert bool(replaced) == (layout.text != content)
