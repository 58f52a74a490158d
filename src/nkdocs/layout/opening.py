"""Content to Layout: what the bytes say, whether it is markup or plain text, and the blocks of it."""

import re
from datetime import date
from typing import Final

import attrs

from nkdocs.document import Document
from nkdocs.errors import MissingExtra, UsageError
from nkdocs.layout.block import Layout, Meta
from nkdocs.layout.main_text import MainText
from nkdocs.layout.plain import plain_blocks
from nkdocs.records.article import DocumentInfo
from nkdocs.records.note import Note
from nkdocs.text.charset import charset
from nkdocs.text.decode import binary_reason, decode, garbled_reason
from nkdocs.text.span import Span
from nkdocs.text.tidy import REPLACEMENT, storable

__all__ = ["lay_out", "opens_markup"]

_HTML_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
# A server says these of what it does not know: the content decides.
_UNKNOWN_TYPES: Final = frozenset({"application/octet-stream", "application/x-unknown", "unknown/unknown"})
_TEXT_TYPES: Final = re.compile(
    r"(?:application|image)/(?:.*[+-])?(?:json|jsonl|xml|javascript|ecmascript|ndjson|yaml)"
)
_NO_TEXT: Final = re.compile(r"(?:image|audio|video|font|model|application)/.+")
_CHARSET: Final = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)

_MARKUP_WITHIN: Final = 1024
# The same in the longest characters, and the meta element that a page has near its top.
_HEAD_BYTES: Final = 4 * _MARKUP_WITHIN
_BLANKS: Final = re.compile("[\\s\ufeff\u200b]*")
_OPENING_TAG: Final = re.compile(
    r"<(?:!doctype\b|(?:html|head|body|title|meta|link|base|script|style|noscript|p|div|h[1-6]|ul|ol|li|dl|dt|dd|table"
    r"|thead|tbody|tr|td|th|article|section|main|header|footer|nav|aside|hgroup|address|blockquote|pre|figure"
    r"|figcaption|form|fieldset|center|hr|details|summary)(?=[\s/>]))",
    re.IGNORECASE,
)
_PROLOGUES: Final = (("<!--", "-->"), ("<?xml", "?>"))
_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")


@attrs.frozen(slots=True)
class _Opened:
    """The text of a document, how it was read, and what had to be replaced; or the note that says why there is none.

    ``utf8`` is the text in UTF-8, where that is at hand.
    """

    text: str = ""
    encoding: str | None = None
    encoding_source: str | None = None
    replaced: int = 0
    first: int | None = None
    unreadable: Note | None = None
    utf8: bytes | None = None


def lay_out(
    content: str | bytes | Document,
    *,
    url: str | None = None,
    media_type: str | None = None,
    captured: date | None = None,
    encoding: str | None = None,
    name: str | None = None,
) -> Layout:
    r"""Lay a document out: its text, blocks that cover it, and what the page says about itself.

    A ``str`` is text or markup, never a path, and has no encoding: ``document.encoding`` is then null. An argument
    that is given goes before what a ``Document`` says itself.

    >>> layout = lay_out("Rice prices fall\n\nRice was cheaper in Hyesan last week.")
    >>> [block.text for block in layout.blocks]
    ['Rice prices fall', 'Rice was cheaper in Hyesan last week.']

    Raises:
        UsageError: for content that is neither text nor bytes nor a Document, a naive ``captured``, an encoding
            that nobody knows, or another argument of the wrong type.
    """
    document = _document(content, url=url, media_type=media_type, captured=captured, encoding=encoding, name=name)
    raw, lone = _raw(document.content)
    media = _essence(document.media_type)
    opened = _opened(document, raw, media, lone=lone)
    if opened.unreadable is not None:
        return _unreadable(_info(document, raw, media or None, opened), opened.unreadable)
    if media in _HTML_TYPES or (not media and opens_markup(opened.text)):
        return _html(document, opened, _info(document, raw, media or "text/html", opened))
    return _plain(document, opened, _info(document, raw, media or "text/plain", opened))


def _document(
    content: str | bytes | Document,
    *,
    url: str | None,
    media_type: str | None,
    captured: date | None,
    encoding: str | None,
    name: str | None,
) -> Document:
    """The content as a Document, with the arguments checked."""
    if not isinstance(content, Document):
        document = Document(content, url, media_type, captured, encoding, name)
    elif not any((url, media_type, captured, encoding, name)):
        return content
    else:
        document = attrs.evolve(
            content,
            url=content.url if url is None else url,
            media_type=content.media_type if media_type is None else media_type,
            captured=content.captured if captured is None else captured,
            encoding=content.encoding if encoding is None else encoding,
            name=content.name if name is None else name,
        )
    # An encoding that a Document brings along may come from a header of the web, and is then ignored.
    if encoding is not None and charset(encoding) is None:
        raise UsageError(f"no encoding is called {encoding!r}")
    return document


def _raw(content: str | bytes) -> tuple[bytes, bool]:
    """The bytes given, or the text in UTF-8; and whether that text has lone surrogates, which UTF-8 has not."""
    if isinstance(content, bytes):
        return content, False
    try:
        return content.encode(), False
    except UnicodeEncodeError:
        return content.encode(errors="surrogatepass"), True


def _essence(media_type: str | None) -> str:
    """``text/html`` of ``Text/HTML; charset=x``; empty where the type says nothing."""
    if media_type is None:
        return ""
    essence = media_type.partition(";")[0].strip().lower()
    return "" if essence in _UNKNOWN_TYPES or "/" not in essence else essence


def _opened(document: Document, raw: bytes, media: str, *, lone: bool) -> _Opened:
    """The text of the document, or why it has none."""
    if document.hints and "issue" in document.hints:
        return _Opened(unreadable=Note(code=document.hints["issue"], detail=document.hints.get("detail")))
    if media and _NO_TEXT.fullmatch(media) and not _TEXT_TYPES.fullmatch(media):
        return _Opened(unreadable=Note(code="binary-content", detail=f"media type {media}"))
    if isinstance(document.content, str):
        return _checked(_Opened(document.content), raw, lone=lone)
    return _from_bytes(document, raw, media)


def _from_bytes(document: Document, data: bytes, media: str) -> _Opened:
    reason = binary_reason(data)
    if reason is not None:
        return _Opened(unreadable=Note(code="binary-content", detail=reason))
    # Latin-1 reads any bytes, and in nearly all encodings markup opens with ASCII.
    markup = media in _HTML_TYPES or (not media and opens_markup(data[:_HEAD_BYTES].decode("latin-1")))
    header = _CHARSET.search(document.media_type or "")
    decoded = decode(data, declared=document.encoding, header=header[1] if header else None, markup=markup)
    opened = _Opened(decoded.text, decoded.encoding, decoded.source, decoded.replaced, decoded.first)
    raw = data if decoded.source == "strict-utf-8" else decoded.text.encode()
    return _checked(opened, raw, lone=False)


def _checked(opened: _Opened, raw: bytes, *, lone: bool) -> _Opened:
    """Refuse what is no text, and put U+FFFD for U+0000 and lone surrogates; ``raw`` is the text in UTF-8."""
    garbled = garbled_reason(opened.text, raw, opened.replaced)
    if garbled is not None:
        code = "undecodable" if "decoded" in garbled else "binary-content"
        return _Opened(unreadable=Note(code=code, detail=garbled))
    if not lone and b"\0" not in raw:
        return attrs.evolve(opened, utf8=raw)
    text = storable(opened.text)
    kept = text.count(REPLACEMENT) - opened.text.count(REPLACEMENT)
    first = next(_UNSTORABLE.finditer(opened.text)).start()
    first = first if opened.first is None else min(first, opened.first)
    return attrs.evolve(opened, text=text, replaced=opened.replaced + kept, first=first)


def opens_markup(text: str) -> bool:
    r"""Whether HTML opens here: after a BOM and blanks a doctype, ``html``, ``head``, ``body`` or a block element.

    Comments and an XML declaration may stand before it. Nothing is looked for later in the text: an article may
    well speak of ``<html>``.

    >>> opens_markup("\n<!-- saved --><p>Prices fell."), opens_markup("Write <p> before it.")
    (True, False)
    """
    start = _after_blanks(text, 0)
    limit = start + _MARKUP_WITHIN
    while start < limit and text.startswith("<", start):
        if _OPENING_TAG.match(text, start):
            return True
        end = _prologue_end(text, start)
        if end is None:
            return False
        start = _after_blanks(text, end)
    return False


def _after_blanks(text: str, start: int) -> int:
    match = _BLANKS.match(text, start)
    return match.end() if match is not None else start


def _prologue_end(text: str, start: int) -> int | None:
    """Where the comment or XML declaration that starts here ends; None if it is neither."""
    for opening, closing in _PROLOGUES:
        if text.startswith(opening, start):
            end = text.find(closing, start + len(opening))
            return None if end < 0 else end + len(closing)
    return None


def _info(document: Document, raw: bytes, media_type: str | None, opened: _Opened) -> DocumentInfo:
    # Imported here: hashlib loads OpenSSL, and who only wants the shapes of a layout need not wait for it.
    from hashlib import sha256

    return DocumentInfo(
        name=document.name,
        url=document.url,
        media_type=media_type,
        encoding=opened.encoding,
        encoding_source=opened.encoding_source,
        sha256=sha256(raw).hexdigest(),
        captured=document.captured,
        origin=document.origin,
    )


def _unreadable(info: DocumentInfo, note: Note) -> Layout:
    return Layout(text="", document=info, notes=(note,), readable=False)


def _plain(document: Document, opened: _Opened, info: DocumentInfo) -> Layout:
    blocks, notes = plain_blocks(opened.text)
    if opened.replaced:
        notes = (_replaced(opened, placed=True), *notes)
    return Layout(text=opened.text, blocks=blocks, document=info, meta=_hinted(Meta(), document), notes=notes)


def _html(document: Document, opened: _Opened, info: DocumentInfo) -> Layout:
    # Imported here: plain text needs none of it, and selectolax is an extra.
    from nkdocs.layout.html import html_page

    try:
        page = html_page(opened.text, url=document.url, content=opened.utf8)
    except MissingExtra as missing:
        return _unreadable(info, Note(code="missing-extra", detail=f"pip install 'nkdocs[{missing.extra}]'"))
    notes = page.notes
    if opened.replaced:
        notes = (_replaced(opened, placed=False), *notes)
    return Layout(
        text=page.text,
        blocks=page.blocks,
        document=info,
        meta=_hinted(page.meta, document),
        notes=notes,
        main=MainText(page.markup),
    )


def _replaced(opened: _Opened, *, placed: bool) -> Note:
    """The note on replaced characters; in HTML they have no place, for the text is not the markup."""
    characters = "1 character" if opened.replaced == 1 else f"{opened.replaced} characters"
    span = Span(opened.first, opened.first + 1) if placed and opened.first is not None else None
    return Note(code="replaced-characters", span=span, detail=f"{characters} replaced by U+FFFD")


def _hinted(meta: Meta, document: Document) -> Meta:
    return attrs.evolve(meta, hints=document.hints) if document.hints else meta
