"""Parquet: a document a row, read batch by batch."""

import shutil
import tempfile
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.columnar import arrow_libraries
from nkdocs.plugin.rows import COLUMNS, CONTENT_COLUMNS, Place, row_document, wrong_schema
from nkdocs.plugin.streams import read_upto

__all__ = ["ParquetReader"]

_PURPOSE: Final = "reading Parquet files"
_MAGIC: Final = b"PAR1"
_BATCH: Final = 64  # rows at once, so that memory stays flat
_BUFFER: Final = 1 << 16
_TEXTS: Final = ("string", "large_string", "string_view", "binary", "large_binary", "binary_view", "null")
_ENOUGH: Final = 200
_SMALLEST: Final = 12  # the mark twice, and a length


class ParquetReader:
    """Rows with ``content`` (else ``text``, else ``html``) and optional ``url name media_type captured``.

    A stream that cannot seek is first copied to a temporary file: the format has its index at the end.
    """

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give each row's document in file order.

        Raises:
            MissingExtra: if pyarrow is not installed.
        """
        arrow_libraries(_PURPOSE)
        if stream.seekable():
            yield from _documents(stream, ctx)
        else:
            with tempfile.TemporaryFile() as copy:
                shutil.copyfileobj(stream, copy)
                copy.seek(0)
                yield from _documents(copy, ctx)


def _documents(stream: Any, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
    issue = _damage(stream)
    if issue is not None:
        yield issue
        return
    arrow, parquet = arrow_libraries(_PURPOSE)
    number = 0
    try:
        table = parquet.ParquetFile(stream, pre_buffer=False, buffer_size=_BUFFER)
        wrong = _wrong(table.schema_arrow)
        if wrong is not None:
            yield ReadIssue("bad-schema", None, wrong)
            return
        columns = [name for name in COLUMNS if name in table.schema_arrow.names]
        for row in _rows(table, columns):
            number += 1
            yield row_document(row, Place("row", number), ctx)
    except (arrow.ArrowException, OSError, ValueError, OverflowError) as error:
        told = " ".join(str(error).split())[:_ENOUGH]
        yield ReadIssue("bad-record", None, f"row {number + 1}: damaged Parquet file ({told})")


def _rows(table: Any, columns: list[str]) -> Iterator[dict[str, Any]]:
    """Group by group: a batch would reach into the next one."""
    for group in range(table.num_row_groups):
        for batch in table.iter_batches(_BATCH, row_groups=[group], columns=columns, use_threads=False):
            yield from batch.to_pylist()


def _damage(stream: Any) -> ReadIssue | None:
    """What the two ends of the file show: a file that lacks its end, where the index stands, was cut."""
    head = read_upto(stream, len(_MAGIC))
    size = stream.seek(0, 2)
    stream.seek(max(0, size - len(_MAGIC)))
    tail = read_upto(stream, len(_MAGIC))
    stream.seek(0)
    if not head:
        return None if size else ReadIssue("truncated-container", 0, "byte 0: the file is empty")
    if not _MAGIC.startswith(head):
        return ReadIssue("bad-record", 0, "byte 0: no Parquet file")
    if tail != _MAGIC or size < _SMALLEST:
        return ReadIssue("truncated-container", size, f"byte {size}: the file ends before its index")
    return None


def _wrong(schema: Any) -> str | None:
    """Why the columns hold no documents; the columns found are named with their types."""
    found = {field.name: _kind(field.type) for field in schema}
    named = [f"{name}: {kind}" for name, kind in found.items()]
    if not set(CONTENT_COLUMNS) & set(found):
        return wrong_schema(named)
    wrong = next((name for name in CONTENT_COLUMNS if found.get(name, "null") not in _TEXTS), None)
    return f"column {wrong} holds no strings or bytes; columns: {', '.join(named)[:_ENOUGH]}" if wrong else None


def _kind(column: Any) -> str:
    """The name of a column's type; of a dictionary's that of its values."""
    name = str(column)
    return str(column.value_type) if name.startswith("dictionary") else name
