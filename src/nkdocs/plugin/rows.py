"""A row of a table as a document: which columns count, and what is wrong with a row that gives none."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

import attrs

from nkdocs.document import Document
from nkdocs.plugin.protocols import ReadContext, ReadIssue
from nkdocs.records import Origin

__all__ = ["COLUMNS", "CONTENT_COLUMNS", "ROOM_BESIDE_CONTENT", "Place", "captured_of", "row_document", "wrong_schema"]

CONTENT_COLUMNS: Final = ("content", "text", "html")
_TEXT_COLUMNS: Final = ("url", "name", "media_type")
COLUMNS: Final = (*CONTENT_COLUMNS, *_TEXT_COLUMNS, "captured")
ROOM_BESIDE_CONTENT: Final = 1 << 16  # what names, quotes and escapes of a row may take
_ENOUGH: Final = 200  # characters of column names that a message shows


@attrs.frozen(slots=True)
class Place:
    """Where a row stands: ``line`` or ``row``, its number from 1, and its byte offset where there is one."""

    what: str
    number: int
    offset: int | None = None

    def issue(self, code: str, detail: str) -> ReadIssue:
        """What is wrong there.

        >>> Place("line", 7, 120).issue("bad-line", "no JSON object").detail
        'line 7: no JSON object'
        """
        return ReadIssue(code, self.offset, f"{self}: {detail}")

    def too_large(self, ctx: ReadContext) -> ReadIssue:
        """The issue for a row, or a document in it, that goes over the limit."""
        return self.issue("too-large", f"longer than max_document_bytes ({ctx.max_document_bytes}) allows")

    def __str__(self) -> str:
        """``line 7``."""
        return f"{self.what} {self.number}"


def row_document(row: Mapping[str, Any], place: Place, ctx: ReadContext) -> Document | ReadIssue:
    """The document that a row holds: ``content`` (else ``text``, else ``html``), ``url name media_type captured``.

    >>> row_document({"text": "Rice", "name": "r"}, Place("line", 1), ReadContext()).name
    'r'
    """
    key = next((key for key in CONTENT_COLUMNS if row.get(key) is not None), None)
    if key is None:
        return place.issue("bad-record", f"no content, text or html; keys: {_named(row)}")
    content = row[key]
    if not isinstance(content, str | bytes):
        return place.issue("bad-record", f"{key} is no string")
    wrong = next((name for name in _TEXT_COLUMNS if not isinstance(row.get(name), str | None)), None)
    if wrong is not None:
        return place.issue("bad-record", f"{wrong} is no string")
    if _size(content, ctx.max_document_bytes) > ctx.max_document_bytes:
        return place.too_large(ctx)
    try:
        captured = captured_of(row.get("captured"))
    except (TypeError, ValueError):
        return place.issue("bad-record", "captured is no ISO 8601 day or time")
    name = row.get("name") or (ctx.name and f"{ctx.name}:{place.number}")
    media_type = row.get("media_type") or ("text/html" if key == "html" else None)
    origin = Origin(source=ctx.name, offset=place.offset, record=str(place))
    return Document(content, row.get("url") or ctx.url, media_type, captured, name=name, origin=origin)


def wrong_schema(columns: Iterable[str]) -> str:
    """What is wrong with a table that has no column for documents, and the columns it has.

    >>> wrong_schema(["id", "body"])
    'no column content, text or html; columns: id, body'
    """
    return f"no column {', '.join(CONTENT_COLUMNS[:-1])} or {CONTENT_COLUMNS[-1]}; columns: {_named(columns)}"


def _named(columns: Iterable[str]) -> str:
    return ", ".join(columns)[:_ENOUGH]


def _size(content: str | bytes, limit: int) -> int:
    """The bytes of the content, counted only where they could be too many: no character takes more than four."""
    if isinstance(content, bytes) or 4 * len(content) <= limit:
        return len(content)
    return len(content.encode(errors="replace"))


def captured_of(value: Any) -> date | None:
    """A day, or an aware time; of a time without zone only the day is kept, as the source writes it.

    >>> captured_of("2014-06-02T09:30:00")
    datetime.date(2014, 6, 2)

    Raises:
        TypeError, ValueError: for what is none, nor its ISO 8601 form.
    """
    if value is None:
        return None
    moment = value if isinstance(value, date) else _moment(value)
    if not isinstance(moment, datetime):
        return moment
    # Made anew: tables have times of their own classes, finer than ours.
    return datetime.combine(moment.date(), moment.timetz()) if moment.utcoffset() is not None else moment.date()


def _moment(value: str) -> date:
    return date.fromisoformat(value) if len(value) <= len("2014-06-02") else datetime.fromisoformat(value)
