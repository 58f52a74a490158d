"""Tables: one row an article, for spreadsheets and data frames.

The dialect is that of RFC 4180: rows end in CR LF, a cell is quoted where it must be, quotes are doubled. ``tsv`` is
the same with tabs. Cells that a spreadsheet would run as a formula get a leading apostrophe unless ``raw=True``.
"""

import csv
import re
from collections.abc import Callable
from typing import Any, BinaryIO, Final

from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article, Text
from nkdocs.records.people import signatures
from nkdocs.text.dates.extent import edtf_of

__all__ = ["CsvExporter", "TsvExporter"]

_HEADER: Final = (
    "id", "name", "url", "outlet", "via", "language", "section", "headline", "kicker", "standfirst", "bylines",
    "published", "updated", "dateline", "captions", "comments", "notes", "text",
)  # fmt: skip
_BETWEEN_VALUES: Final = "; "
_BETWEEN_PARAGRAPHS: Final = "\n\n"
# With a line feed alone, Python 3.11 leaves a cell with a carriage return unquoted, and no reader gets it back.
_ROW_END: Final = "\r\n"
# What spreadsheets take for the start of a formula (OWASP, CSV injection), and the full-width forms of the same.
_FORMULA: Final = re.compile("[=+\\-@＝＋－＠\t\r]")


class CsvExporter:
    """Write comma-separated values; ``raw=True`` leaves cells that look like formulas as they are."""

    _separator = ","

    def open(self, target: BinaryIO, ctx: ExportContext) -> StreamSession:
        """Start writing to ``target``: the header comes even if no article does."""
        raw = options_of(ctx, raw=False)["raw"]
        encode = _row_encoder(self._separator)

        def row(article: Article) -> bytes:
            cells = _cells(article)
            return encode(cells if raw else [_harmless(cell) for cell in cells])

        return StreamSession(target, row, head=encode(_HEADER), independent=True)


class TsvExporter(CsvExporter):
    """Write tab-separated values, quoted like comma-separated ones."""

    _separator = "\t"


class _Row:
    """What ``csv.writer`` writes to: the last row."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, text: str) -> None:
        self.text = text


def _row_encoder(separator: str) -> Callable[[Any], bytes]:
    row = _Row()
    writer = csv.writer(row, delimiter=separator, lineterminator=_ROW_END)

    def encode(cells: Any) -> bytes:
        writer.writerow(cells)
        return row.text.encode()

    return encode


def _cells(article: Article) -> list[str]:
    """The row of an article, in the order of the header; what is absent is empty."""
    cells = (
        article.id,
        article.document.name,
        article.document.url,
        article.outlet,
        article.via,
        article.language,
        article.section,
        _text(article.headline),
        _text(article.kicker),
        _text(article.standfirst),
        _BETWEEN_VALUES.join(signatures(article.bylines)),
        edtf_of(article.published),
        edtf_of(article.updated),
        article.dateline.raw if article.dateline is not None else None,
        _BETWEEN_VALUES.join(caption.text for caption in article.captions),
        str(len(article.comments)),
        str(len(article.notes)),
        _BETWEEN_PARAGRAPHS.join(paragraph.text for paragraph in article.paragraphs),
    )
    return [cell or "" for cell in cells]


def _text(text: Text | None) -> str | None:
    return None if text is None else text.text


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
