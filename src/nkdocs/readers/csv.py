"""Comma- and tab-separated tables: a header, then a document a row."""

import csv
from collections.abc import Iterator
from typing import BinaryIO, Final

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.lines import Line, lines
from nkdocs.plugin.rows import CONTENT_COLUMNS, ROOM_BESIDE_CONTENT, Place, row_document, wrong_schema
from nkdocs.plugin.streams import Inflated, Replayed, uncompressed

__all__ = ["CsvReader", "TsvReader"]

_BOM: Final = b"\xef\xbb\xbf"
_CUT: Final = "the file ends inside it: no line end follows"


class CsvReader:
    r"""Rows under a header: ``content`` (else ``text``, else ``html``) and maybe ``url name media_type captured``.

    A last row without line end counts as cut: nothing tells whether its last cell is whole.

    >>> import io
    >>> rows = io.BytesIO(b'name,text\nr,"Rice, cheaper"\n')
    >>> [row.content for row in CsvReader().read(rows, ReadContext())]
    ['Rice, cheaper']
    """

    delimiter = ","

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give each row's document in file order, and an issue for each row that is none."""
        source = uncompressed(stream, ctx.name)
        table = _Table(source, ctx, self.delimiter)
        header = table.next_row()
        if isinstance(header, list):
            yield from _documents([name.strip() for name in header], table, ctx)
        elif header is not None:
            yield header
        if source.issue is not None:
            yield source.issue


class TsvReader(CsvReader):
    r"""The same with tabs between cells.

    >>> import io
    >>> [row.name for row in TsvReader().read(io.BytesIO(b"name\ttext\nr\tRice\n"), ReadContext())]
    ['r']
    """

    delimiter = "\t"


class _Faulty(Exception):  # noqa: N818 - named by what happened
    """Ends a row before its last line: its issue is why."""

    def __init__(self, issue: ReadIssue) -> None:
        super().__init__(issue)
        self.issue = issue


class _Table:
    """Rows of cells, each with the place of its first line; a row that is none does not disturb the next."""

    def __init__(self, source: Inflated | Replayed, ctx: ReadContext, delimiter: str) -> None:
        self._source = source
        self._ctx = ctx
        self._room = ctx.max_document_bytes + ROOM_BESIDE_CONTENT
        self._lines = lines(source, self._room)
        self._delimiter = delimiter
        self._size = 0
        self._place: Place | None = None
        self._ended = True
        # The module's own limit is 128 KiB a cell, for all tables of a program; ours is kept by the lines below.
        csv.field_size_limit(max(csv.field_size_limit(), self._room))

    @property
    def place(self) -> Place:
        """Where the last row begins."""
        return self._place or Place("line", 1, 0)

    def next_row(self) -> list[str] | ReadIssue | None:
        """The cells of the next row that is not blank, or why it has none; None after the last."""
        cells: list[str] | ReadIssue | None = []
        while cells == []:
            cells = self._row()
        if cells is None or self._ended or (isinstance(cells, ReadIssue) and cells.code == "too-large"):
            return cells
        return None if self._source.issue is not None else self.place.issue("truncated-container", _CUT)

    def _row(self) -> list[str] | ReadIssue | None:
        self._size, self._place = 0, None
        try:
            # Made anew for each row: it keeps no state between rows that are whole, and none of one that is not.
            return next(csv.reader(self._decoded(), delimiter=self._delimiter, strict=True), None)
        except _Faulty as fault:
            return fault.issue
        except csv.Error as error:
            return self.place.issue("bad-line", f"no row ({error})")

    def _decoded(self) -> Iterator[str]:
        """The lines of one row: the table's reader takes as many as the row has."""
        for line in self._lines:
            place = Place("line", line.number, line.offset)
            self._place = self._place or place
            self._ended = line.ended
            yield self._text(line, place)
        self._ended = False  # asked for more lines than there are: a quote is open, if there was a row at all

    def _text(self, line: Line, place: Place) -> str:
        if line.content is None or self._size + len(line.content) > self._room:
            raise _Faulty(self.place.too_large(self._ctx))
        self._size += len(line.content)
        content = line.content.removeprefix(_BOM if line.number == 1 else b"")
        try:
            return content.decode() + "\n"
        except UnicodeDecodeError as error:
            raise _Faulty(place.issue("undecodable", f"no UTF-8 ({error.reason})")) from error


def _documents(header: list[str], table: _Table, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
    if not set(CONTENT_COLUMNS) & set(header):
        yield table.place.issue("bad-schema", wrong_schema(header))
        return
    while (cells := table.next_row()) is not None:
        if isinstance(cells, ReadIssue):
            yield cells
        elif len(cells) != len(header):
            yield table.place.issue("bad-line", f"{len(cells)} cells, where the header names {len(header)}")
        else:
            yield row_document(_row(header, cells), table.place, ctx)


def _row(header: list[str], cells: list[str]) -> dict[str, str]:
    """The cells by column, the first of a name; an empty cell says nothing, unless all for documents are empty."""
    row = {name: cell for name, cell in zip(reversed(header), reversed(cells), strict=True) if cell}
    if not any(name in row for name in CONTENT_COLUMNS):
        row[next(name for name in header if name in CONTENT_COLUMNS)] = ""
    return row
