"""Arrow batches in, Arrow batches out: what engines that hand out batches of rows call.

Each row is a document, each row that comes out is its record, or says why there is none. Needs the extra ``parquet``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final

import attrs

from nkdocs.document import Document
from nkdocs.errors import AmbiguousParser, UsageError
from nkdocs.pipeline.many import limits_of, worked
from nkdocs.pipeline.parsing import parse
from nkdocs.pipeline.serving import Lost
from nkdocs.plugin.columnar import arrow_libraries
from nkdocs.plugin.record_columns import record_schema
from nkdocs.plugin.rows import captured_of
from nkdocs.records import Origin, Parsed
from nkdocs.records.convert import to_dict
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry import Registry

__all__ = ["COLUMNS", "SCHEMA", "parse_batches", "parse_documents"]

# The columns of the ``parquet`` format, and ``error``: a struct of ``code`` and ``message``. Made when first asked for.
SCHEMA: Any

_CONTENT: Final = "content"
COLUMNS: Final = (_CONTENT, "url", "name", "media_type", "captured", "origin")
_ERROR: Final = "error"
_LIMITS: Final = ("isolate", "timeout", "memory")
_PLACE: Final = {"source": str, "member": str, "offset": int, "record": str}
# How many rows are taken out of Arrow at once, and how many rows or characters of text make a batch.
_TAKEN: Final = 32
_ROWS: Final = 1_000
_CHARACTERS: Final = 8_000_000


class _Unreadable:
    """Stands for what a column holds and Python has no value for, such as the year 40000."""

    def __repr__(self) -> str:
        return "a value out of range"


_Row = tuple[dict[str, Any], int]


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


def parse_batches(batches: Iterable[Any], *, registry: Registry | None = None, **options: Any) -> Iterator[Any]:
    """Parse the documents of Arrow record batches, one row of ``SCHEMA`` for each row, in order.

    A row holds ``content`` (string or binary) and may hold ``url``, ``name``, ``media_type``, ``captured`` (a day, a
    time, or either as ISO 8601; of a time without zone only the day counts) and ``origin``; other columns are passed
    over. A document of one article gives its record, with ``error`` null. Any other gives nulls and an ``error``:
    ``code`` is that of its first note, else its ``kind``; ``bad-record`` for a row that is no document. Nothing is
    raised for what a row holds. A batch that gives much comes out as several.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pylist([{"content": "Rice was cheaper in Hyesan last week."}, {"content": None}])
    >>> [parsed] = parse_batches(iter([batch]))
    >>> [row["error"] and row["error"]["code"] for row in parsed.to_pylist()]
    [None, 'bad-record']

    Args:
        batches: taken one by one, as what comes out is.
        registry: as for ``parse``.
        **options: as for ``parse``, and ``isolate timeout memory`` as for ``parse_many``; they hold for every document.

    Raises:
        MissingExtra: if pyarrow is not installed.
        UsageError: for a wrong argument, and on the way for a batch whose columns are not as above;
            ``UnknownPlugin`` for a parser there is none of.
    """
    rows = _worker(registry, options)
    return (parsed for batch in batches for parsed in _batches(rows(_documents(batch)), empty=True))


def parse_documents(
    documents: Iterable[Document], *, registry: Registry | None = None, **options: Any
) -> Iterator[Any]:
    """Parse documents, as ``read`` gives them, into batches of ``SCHEMA``: one row a document, in order.

    >>> [batch] = parse_documents([Document("Rice was cheaper in Hyesan last week.", name="rice")])
    >>> batch.column("document").to_pylist()[0]["name"]
    'rice'

    Args:
        documents: taken only as fast as batches are.
        registry: as for ``parse``.
        **options: as for ``parse_batches``.

    Raises:
        MissingExtra: if pyarrow is not installed.
        UsageError: for a wrong argument; ``UnknownPlugin`` for a parser there is none of.
    """
    return _batches(_worker(registry, options)(documents), empty=False)


def _worker(registry: Registry | None, options: dict[str, Any]) -> Callable[[Iterable[Document]], Iterator[_Row]]:
    """What makes rows of documents, once it is known that it can."""
    _arrow()
    limits = limits_of(**{"isolate": False} | {name: options.pop(name) for name in _LIMITS if name in options})
    chosen = Registry.default() if registry is None else registry
    parse("", registry=chosen, **options)  # finds wrong arguments now, not in the first row
    work = _Rows(chosen, FrozenMapping(options))
    return lambda documents: worked(iter(documents), work, 1, limits)


@attrs.frozen
class _Rows:
    """The row of a document, and how many characters of text it stands for."""

    registry: Registry
    options: FrozenMapping[Any]

    def __call__(self, document: Document, /) -> _Row:
        """Parse it."""
        try:
            parsed = parse(document, registry=self.registry, **self.options)
        except AmbiguousParser as error:  # of a strict registry, whose user wants to know; the neighbours go on
            return _failed("ambiguous-parser", str(error)), 0
        if parsed.kind != "article":
            return _failed(*_why(parsed)), 0
        return to_dict(parsed.article) | {_ERROR: None}, len(parsed.text)

    def lost(self, _: Document, lost: Lost, /) -> _Row:
        """Say what it cost."""
        return _failed(lost.code, lost.detail), 0


def _failed(code: str, message: str) -> dict[str, Any]:
    return {_ERROR: {"code": code, "message": message}}


def _why(parsed: Parsed) -> tuple[str, str]:
    """Why there is no record: what the first note says, else what kind of document it is."""
    if parsed.notes:
        note = parsed.notes[0]
        return note.code, note.detail or note.code
    return parsed.kind, f"the document is {parsed.kind!r}, not one article"


def _batches(rows: Iterator[_Row], *, empty: bool) -> Iterator[Any]:
    """Rows as batches, none so large that it could not be held; one even of no rows, if that is to be."""
    made = partial(_arrow().RecordBatch.from_pylist, schema=__getattr__("SCHEMA"))
    kept: list[dict[str, Any]] = []
    characters = 0
    for row, size in rows:
        kept.append(row)
        characters += size
        if len(kept) >= _ROWS or characters >= _CHARACTERS:
            yield made(kept)
            kept, characters, empty = [], 0, False
    if kept or empty:
        yield made(kept)


# ---- from columns to documents


def _documents(batch: Any) -> Iterator[Document]:
    """The document of each row, or one that says what is wrong with it."""
    if not isinstance(batch, (_arrow().RecordBatch, _arrow().Table)):
        raise UsageError(f"batches are record batches, such as those of Table.to_batches(), not {type(batch).__name__}")
    names = _known(batch.schema.names)
    for start in range(0, batch.num_rows, _TAKEN):
        columns = [_values(batch.column(name).slice(start, _TAKEN)) for name in names]
        for values in zip(*columns, strict=True):
            try:
                yield _document(dict(zip(names, values, strict=True)))
            except UsageError as error:
                yield Document(b"", hints={"issue": "bad-record", "detail": str(error)})


def _known(names: list[str]) -> list[str]:
    """The columns that count.

    Raises:
        UsageError: if there is none of documents, or one twice.
    """
    if _CONTENT not in names:
        raise UsageError(f"a batch needs a column 'content'; this one has {', '.join(names) or 'none'}")
    twice = next((name for name in COLUMNS if names.count(name) > 1), None)
    if twice is not None:
        raise UsageError(f"a batch has one column {twice!r}, not {names.count(twice)}")
    return [name for name in COLUMNS if name in names]


def _document(row: Mapping[str, Any]) -> Document:
    """The document of a row.

    Raises:
        UsageError: if it is none.
    """
    if row[_CONTENT] is None:
        raise UsageError("content is null")
    known = {name: value for name, value in row.items() if value is not None}
    if (origin := known.get("origin")) is not None:
        known["origin"] = _origin(origin)
    try:
        known["captured"] = captured_of(known.get("captured"))
    except (TypeError, ValueError) as error:
        raise UsageError(f"captured is no day or time: {known['captured']!r}") from error
    return Document(**known)


def _origin(given: Any) -> Origin:
    """Where the document stood: a struct of what an ``Origin`` has.

    Raises:
        UsageError: if it is none.
    """
    held: dict[str, Any] = dict(given) if given.__class__ is dict else {"": given}
    if not all(name in _PLACE and isinstance(value, _PLACE[name] | None) for name, value in held.items()):
        raise UsageError(f"origin is a struct of source, member, offset and record, not {given!r}")
    return Origin(**held)


def _values(column: Any) -> list[Any]:
    """What a column holds. One value that cannot be read takes none of its neighbours with it."""
    arrow = _arrow()
    if arrow.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(arrow.timestamp("us", column.type.tz), safe=False)  # Python's times are no finer
    try:
        return list(column.to_pylist())
    except (ValueError, OverflowError, arrow.ArrowException):
        return [_value(scalar) for scalar in column]


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        plain = getattr(scalar, "value", scalar)  # of a dictionary
        return plain.as_buffer().to_pybytes() if hasattr(plain, "as_buffer") else _Unreadable()
    except (ValueError, OverflowError, _arrow().ArrowException):
        return _Unreadable()


def _arrow() -> Any:
    return arrow_libraries("Arrow batches")[0]
