"""The formats that come with nkdocs: one a file, none imported before it is used."""

from collections.abc import Iterable

from nkdocs.plugin.hooks import hookimpl
from nkdocs.plugin.info import ExporterInfo

__all__ = ["nkdocs_register_exporters"]

# Of these a table or a readable page shows at most how many there are.
_NOT_IN_A_TABLE = ("schema", "parser", "attributions", "dates", "editions", "comments", "notes")
_NOT_IN_TEXT = (
    "schema", "id", "document", "parser", "outlet", "via", "language", "section", "kicker", "updated",
    "attributions", "dates", "editions", "notes",
)  # fmt: skip


@hookimpl
def nkdocs_register_exporters() -> Iterable[ExporterInfo]:
    """Describe every built-in format.

    >>> [info.name for info in nkdocs_register_exporters() if info.lossless]
    ['jsonl', 'sqlite']
    """
    return [
        ExporterInfo(
            name="jsonl",
            version="1",
            factory="nkdocs.exporters.jsonl:JsonlExporter",
            media_type="application/jsonl",
            suffixes=(".jsonl", ".ndjson"),
            lossless=True,
        ),
        ExporterInfo(
            name="csv",
            version="1",
            factory="nkdocs.exporters.csv:CsvExporter",
            media_type="text/csv",
            suffixes=(".csv",),
            lost=_NOT_IN_A_TABLE,
        ),
        ExporterInfo(
            name="tsv",
            version="1",
            factory="nkdocs.exporters.csv:TsvExporter",
            media_type="text/tab-separated-values",
            suffixes=(".tsv",),
            lost=_NOT_IN_A_TABLE,
        ),
        ExporterInfo(
            name="sqlite",
            version="1",
            factory="nkdocs.exporters.sqlite:SqliteExporter",
            media_type="application/vnd.sqlite3",
            suffixes=(".sqlite", ".sqlite3", ".db"),
            lossless=True,
        ),
        ExporterInfo(
            name="text",
            version="1",
            factory="nkdocs.exporters.text:TextExporter",
            media_type="text/plain",
            suffixes=(".txt",),
            lost=_NOT_IN_TEXT,
        ),
    ]
