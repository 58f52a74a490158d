"""JSON Lines: one object a line, each a document."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO, Final, NoReturn, cast

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.streams import Inflated, Replayed, uncompressed
from nkdocs.records import Origin

__all__ = ["JsonLinesReader"]

_CONTENT_KEYS: Final = ("content", "text", "html")
_TEXT_KEYS: Final = ("url", "name", "media_type")
_BOM: Final = b"\xef\xbb\xbf"
_CHUNK: Final = 1 << 16
_ENOUGH: Final = 200  # characters of key names that a message shows
_ROOM_BESIDE_CONTENT: Final = 1 << 16  # what keys, quotes and escapes of a line may take

Line = tuple[int, int, bytes | None, bool]
"""Number from 1, byte offset, the bytes (None: too many), whether a newline ended it."""


class JsonLinesReader:
    r"""Rows with ``content`` (else ``text``, else ``html``) and optional ``url name media_type captured``.

    >>> import io
    >>> rows = io.BytesIO(b'{"text": "A line.", "name": "a"}\nnonsense\n')
    >>> [row.name if isinstance(row, Document) else row.code for row in JsonLinesReader().read(rows, ReadContext())]
    ['a', 'bad-line']
    """

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give each row's document in file order, and an issue for each line that is none."""
        source = uncompressed(stream, ctx.name)
        for line in _lines(source, ctx.max_document_bytes + _ROOM_BESIDE_CONTENT):
            given = _row(line, ctx)
            cut = isinstance(given, ReadIssue) and given.code == "bad-line" and not line[3]
            if not cut:
                yield given
            elif source.issue is None:
                yield _issue("truncated-container", line, "the file ends inside this line")
        if source.issue is not None:
            yield source.issue


def _lines(source: Inflated | Replayed, limit: int) -> Iterator[Line]:
    """Lines that are not blank; one that is longer than the limit is passed over, not kept."""
    number, offset, size = 1, 0, 0
    pieces: list[bytes] = []
    while piece := source.read(_CHUNK):
        *ended, rest = piece.split(b"\n")
        for part in ended:
            size += len(part)
            yield from _line(number, offset, [*pieces, part] if size <= limit else None, ended=True)
            number, offset, size, pieces = number + 1, offset + size + 1, 0, []
        size += len(rest)
        pieces = [*pieces, rest] if size <= limit else []
    yield from _line(number, offset, pieces if size <= limit else None, ended=False)


def _line(number: int, offset: int, pieces: list[bytes] | None, *, ended: bool) -> Iterator[Line]:
    content = None if pieces is None else b"".join(pieces).removeprefix(_BOM if number == 1 else b"").strip()
    if content != b"":
        yield number, offset, content, ended


def _row(line: Line, ctx: ReadContext) -> Document | ReadIssue:
    number, offset, content, _ = line
    if content is None:
        return _too_large(line, ctx)
    try:
        row = json.loads(content.decode(), parse_int=float, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        return _issue("bad-line", line, f"no JSON ({error})")
    if not isinstance(row, dict):
        return _issue("bad-line", line, "no JSON object")
    origin = Origin(source=ctx.name, offset=offset, record=f"line {number}")
    return _document(cast("dict[str, Any]", row), line, origin, ctx)


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON value")


def _document(row: dict[str, Any], line: Line, origin: Origin, ctx: ReadContext) -> Document | ReadIssue:
    key = next((key for key in _CONTENT_KEYS if row.get(key) is not None), None)
    if key is None:
        return _issue("bad-record", line, f"no content, text or html; keys: {', '.join(row)[:_ENOUGH]}")
    wrong = next((name for name in (key, *_TEXT_KEYS) if not isinstance(row.get(name), str | None)), None)
    if wrong is not None:
        return _issue("bad-record", line, f"{wrong} is no string")
    if len(row[key].encode(errors="replace")) > ctx.max_document_bytes:
        return _too_large(line, ctx)
    try:
        captured = _captured(row.get("captured"))
    except (TypeError, ValueError):
        return _issue("bad-record", line, "captured is no ISO 8601 day or time")
    name = row.get("name") or (ctx.name and f"{ctx.name}:{line[0]}")
    media_type = row.get("media_type") or ("text/html" if key == "html" else None)
    return Document(row[key], row.get("url") or ctx.url, media_type, captured, name=name, origin=origin)


def _captured(value: Any) -> date | None:
    """A day, or an aware time; of a time without zone only the day is kept, as the source writes it."""
    if value is None:
        return None
    if len(value) <= len("2014-06-02"):
        return date.fromisoformat(value)
    moment = datetime.fromisoformat(value)
    return moment if moment.utcoffset() is not None else moment.date()


def _too_large(line: Line, ctx: ReadContext) -> ReadIssue:
    return _issue("too-large", line, f"longer than max_document_bytes ({ctx.max_document_bytes}) allows")


def _issue(code: str, line: Line, detail: str) -> ReadIssue:
    number, offset = line[:2]
    return ReadIssue(code, offset, f"line {number}: {detail}")
