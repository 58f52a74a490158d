"""A WARC record as a document: what it was fetched from and when, and its body without the coats of HTTP."""

import io
import zlib
from datetime import UTC, datetime
from typing import Any, Final, cast

import attrs

from nkdocs.document import Document
from nkdocs.errors import MissingExtra
from nkdocs.layout.opening import opens_markup
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.streams import Inflated, read_upto
from nkdocs.readers.warc.frames import Frame
from nkdocs.records import Origin
from nkdocs.text.decode import binary_reason
from nkdocs.text.tidy import storable

__all__ = ["Unreadable", "need_library", "record_document"]

_KEPT_TYPES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
# Servers say these of what they do not know.
_UNKNOWN_TYPES: Final = frozenset({"", "application/octet-stream", "application/x-unknown", "unknown/unknown"})
_HTTP: Final = "application/http"
_MOST_COATS: Final = 4
_HEAD: Final = 4096
_GZIP: Final = b"\x1f\x8b"
_HEX: Final = frozenset(b"0123456789abcdefABCDEF")
_BARE: Final = ("", "identity", "none", "utf-8")


class Unreadable(Exception):  # noqa: N818 - named by what happened
    """The body of a record cannot be had: the code and the words for that.

    >>> Unreadable("bad-record", "a damaged gzip stream").code
    'bad-record'
    """

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


def need_library() -> Any:
    """The library that reads records.

    Raises:
        MissingExtra: if it is not installed.
    """
    try:
        from fastwarc import warc
    except ImportError as error:
        raise MissingExtra("warc", "reading WARC files") from error
    return warc


def record_document(frame: Frame, ctx: ReadContext) -> Document | ReadIssue | None:
    """The document of a record; None for one that holds none: another status than 2xx, a picture, a script."""
    try:
        return _document(frame, ctx)
    except Unreadable as reason:
        return ReadIssue(reason.code, frame.offset, f"byte {frame.offset}: {reason.detail}")


@attrs.frozen(slots=True)
class _Body:
    """What a record holds, and the media type that came with it, as it was written."""

    content: bytes
    media_type: str | None


def _too_large(ctx: ReadContext) -> Unreadable:
    return Unreadable("too-large", f"longer than max_document_bytes ({ctx.max_document_bytes}) allows")


def _document(frame: Frame, ctx: ReadContext) -> Document | None:
    block = frame.block
    if block is None:
        raise _too_large(ctx)
    record = _parsed(frame.head, block)
    headers = record.headers
    if headers.get("WARC-Segment-Number"):
        raise Unreadable("bad-record", "a part of a segmented record; parts are not joined")
    content_type = headers.get("Content-Type") or ""
    is_http = content_type.lower().startswith(_HTTP)
    body = _http_body(frame.head, block, ctx) if is_http else _Body(block, content_type or None)
    if body is None or not _is_text(body):
        return None
    if len(body.content) > ctx.max_document_bytes:
        raise _too_large(ctx)
    cut = headers.get("WARC-Truncated")
    return Document(
        body.content,
        url=_url(headers.get("WARC-Target-URI")) or ctx.url,
        media_type=body.media_type and storable(body.media_type),
        captured=_captured(headers.get("WARC-Date")),
        name=ctx.name and f"{ctx.name}:{frame.offset}",
        origin=Origin(source=ctx.name, offset=frame.offset, record=headers.get("WARC-Record-ID")),
        hints={"truncated": storable(cut)} if cut else {},
    )


def _parsed(head: bytes, block: bytes, http: str | None = None) -> Any:
    """The record as the library has it, with the HTTP head parsed and those coats taken off that ``http`` names."""
    try:
        record = need_library().WarcRecord.from_reader(
            io.BytesIO(b"".join((head, block, b"\r\n\r\n"))), quirks_mode=True
        )
        if http is not None:
            record.parse_http(auto_decode=http, quirks_mode=True)
    except (OSError, ValueError) as error:
        raise Unreadable("bad-record", f"no record ({error})") from error
    return record


def _url(uri: str | None) -> str | None:
    """The address; wget once wrote it in angle brackets."""
    return storable(uri.strip().removeprefix("<").removesuffix(">")) or None if uri else None


def _captured(written: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat((written or "").strip())
    except ValueError:
        return None
    return moment if moment.utcoffset() is not None else moment.replace(tzinfo=UTC)  # WARC dates are in UTC


def _is_text(body: _Body) -> bool:
    kind = (body.media_type or "").partition(";")[0].strip().lower()
    if kind in _KEPT_TYPES:
        return True
    if "/" in kind and kind not in _UNKNOWN_TYPES:
        return False
    return opens_markup(body.content[:_HEAD].decode("latin-1")) or (not kind and binary_reason(body.content) is None)


def _http_body(head: bytes, block: bytes, ctx: ReadContext) -> _Body | None:
    """The body of a response, if it was given (2xx)."""
    record = _parsed(head, block, "none")
    headers = record.http_headers
    if headers is None or not str(headers.status_code or "").startswith("2"):
        return None
    body = _Body(b"", headers.get("Content-Type"))
    if not _is_text(_Body(b"<p>", body.media_type)):  # nothing is inflated that is no document anyway
        return None
    limit = ctx.max_document_bytes
    content = _read(record, limit)
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower() and _is_chunked(content):
        content = _read(_parsed(head, block, "transfer"), limit)
    coats = [coat.strip().lower() for coat in (headers.get("Content-Encoding") or "").split(",")]
    if len(coats) > _MOST_COATS:
        raise Unreadable("bad-record", "too many content encodings")
    for coat in reversed(coats):
        content = _without(coat, content, limit)
    return _Body(content, body.media_type)


def _read(record: Any, limit: int) -> bytes:
    """The payload; one byte over the limit tells that it goes on."""
    pieces: list[bytes] = []
    left = limit + 1
    try:
        while left > 0 and (piece := cast("bytes", record.reader.read(min(left, 1 << 16)))):
            pieces.append(piece)
            left -= len(piece)
    except OSError as error:
        raise Unreadable("bad-record", f"a damaged HTTP body ({error})") from error
    return b"".join(pieces)


def _is_chunked(content: bytes) -> bool:
    """Whether a body is in chunks: some crawlers join them, and keep the header."""
    size = content[:32].partition(b"\r\n")[0].partition(b";")[0].strip()
    return bool(size) and _HEX.issuperset(size)


def _without(coat: str, content: bytes, limit: int) -> bytes:
    """The content decoded, as far as the limit and a byte; as it is where it is not encoded, whatever a header says."""
    if coat in _BARE:
        return content
    if coat in {"gzip", "x-gzip"}:
        return _inflated(content, limit) if content.startswith(_GZIP) else content
    if coat == "deflate":
        return _deflated(content, limit)
    if coat == "br":
        return _unbrotlied(content, limit)
    raise Unreadable("bad-record", f"content encoding {storable(coat)[:40]!r} is not known")


def _inflated(content: bytes, limit: int) -> bytes:
    source = Inflated(io.BytesIO(content))
    inflated = read_upto(source, limit + 1)
    if source.issue is not None and len(inflated) <= limit:
        raise Unreadable("bad-record", "the HTTP body is a damaged or cut gzip stream")
    return inflated


def _deflated(content: bytes, limit: int) -> bytes:
    """Inflate what should be a zlib stream; many servers send it without its head."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(window)
        try:
            inflated = inflater.decompress(content, limit + 1)
        except zlib.error:
            continue
        if inflater.eof or len(inflated) > limit:
            return inflated
    return _if_text(content, "deflate")


def _unbrotlied(content: bytes, limit: int) -> bytes:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n"
    response = b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n" + content
    try:
        return _read(_parsed(head % len(response), response, "content"), limit)
    except Unreadable:
        return _if_text(content, "br")


def _if_text(content: bytes, coat: str) -> bytes:
    """A body that was decoded when it was stored."""
    if opens_markup(content[:_HEAD].decode("latin-1")):
        return content
    raise Unreadable("bad-record", f"the HTTP body is a damaged or cut {coat} stream")
