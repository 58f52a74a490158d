"""Arrow batches in, Arrow batches out: what engines that hand out batches of rows call.

Each row is a document, each row that comes out is its record, or says why there is none. Needs the extra ``parquet``.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from nkdocs.document import Document
from nkdocs.errors import UsageError
from nkdocs.exporters.parquet import record_schema
from nkdocs.pipeline.parsing import parse
from nkdocs.plugin.columnar import arrow_libraries
from nkdocs.records import Parsed
from nkdocs.records.convert import to_dict
from nkdocs.registry import Registry

__all__ = ["SCHEMA", "parse_batches"]

# The columns of the ``parquet`` format, and ``error``: a struct of ``code`` and ``message``. Made when first asked for.
SCHEMA: Any

_CONTENT: Final = "content"
_KNOWN: Final = ("url", "name", "media_type", "captured")
_ERROR: Final = "error"


def __getattr__(name: str) -> Any:
    """``SCHEMA``, made when it is first asked for.

    Raises:
        MissingExtra: if pyarrow is not installed.
    """
    if name != "SCHEMA":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    arrow = _arrow()
    error = arrow.struct([arrow.field("code", arrow.string()), arrow.field("message", arrow.string())])
    made = globals()["SCHEMA"] = record_schema().append(arrow.field(_ERROR, error))
    return made


def parse_batches(
    batches: Iterator[Any],
    *,
    parser: str | None = None,
    registry: Registry | None = None,
    keep_text: bool = False,
) -> Iterator[Any]:
    """Parse the documents of Arrow record batches, one row of ``SCHEMA`` for each row, in order.

    A row holds ``content`` (string or binary) and may hold ``url``, ``name``, ``media_type`` and ``captured`` (a day,
    a time with its zone, or either as ISO 8601). A document of one article gives its record, with ``error`` null. Any
    other gives nulls and an ``error``: ``code`` is that of its first note, else its ``kind``; ``bad-record`` for a row
    that is no document. Nothing is raised for what a row holds.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pylist([{"content": "Rice was cheaper in Hyesan last week."}, {"content": None}])
    >>> [parsed] = parse_batches(iter([batch]))
    >>> [row["error"] and row["error"]["code"] for row in parsed.to_pylist()]
    [None, 'bad-record']

    Raises:
        MissingExtra: if pyarrow is not installed.
        UsageError: for a batch without a column ``content``; ``UnknownPlugin`` for such a parser.
    """
    arrow = _arrow()
    schema = __getattr__("SCHEMA")
    chosen = Registry.default() if registry is None else registry
    if parser is not None:
        chosen.registered("parsers", parser)
    for batch in batches:
        if _CONTENT not in batch.schema.names:
            raise UsageError(
                f"a batch needs a column 'content'; this one has {', '.join(batch.schema.names) or 'none'}"
            )
        columns = [name for name in (_CONTENT, *_KNOWN) if name in batch.schema.names]
        rows = [_row(row, parser, chosen, keep_text=keep_text) for row in batch.select(columns).to_pylist()]
        yield arrow.RecordBatch.from_pylist(rows, schema=schema)


def _row(row: Mapping[str, Any], parser: str | None, registry: Registry, *, keep_text: bool) -> dict[str, Any]:
    try:
        document = _document(row)
    except (TypeError, ValueError) as error:  # UsageError is both
        return {_ERROR: {"code": "bad-record", "message": str(error)}}
    parsed = parse(document, parser=parser, registry=registry, keep_text=keep_text)
    if parsed.kind == "article":
        return to_dict(parsed.article) | {_ERROR: None}
    return {_ERROR: _why(parsed)}


def _document(row: Mapping[str, Any]) -> Document:
    """The document of a row.

    Raises:
        UsageError: if it is none.
    """
    content = row[_CONTENT]
    if content is None:
        raise UsageError("content is null")
    known: dict[str, Any] = {name: row[name] for name in _KNOWN if row.get(name) is not None}
    if isinstance(captured := known.get("captured"), str):
        known["captured"] = _moment(captured)
    return Document(content, **known)


def _moment(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return datetime.fromisoformat(written)


def _why(parsed: Parsed) -> dict[str, str]:
    """Why there is no record: what the first note says, else what kind of document it is."""
    if parsed.notes:
        note = parsed.notes[0]
        return {"code": note.code, "message": note.detail or note.code}
    return {"code": parsed.kind, "message": f"the document is {parsed.kind!r}, not one article"}


def _arrow() -> Any:
    return arrow_libraries("Arrow batches")[0]
