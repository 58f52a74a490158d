"""The formats that come with nkdocs: one a file, none imported before it is used."""

from collections.abc import Iterable
from typing import Any, Final

from nkdocs.plugin.hooks import hookimpl
from nkdocs.plugin.info import ExporterInfo

__all__ = ["nkdocs_register_exporters"]

# Of these a table or a readable page shows at most how many there are.
_NOT_IN_A_TABLE: Final = ("schema", "parser", "attributions", "dates", "editions", "comments", "notes")
_NOT_IN_TEXT: Final = (
    "schema", "id", "document", "parser", "outlet", "via", "language", "section", "kicker", "updated",
    "attributions", "dates", "editions", "notes",
)  # fmt: skip
_NOT_IN_JSONLD: Final = ("schema", "parser", "attributions", "dates", "editions", "notes")
_NOT_IN_TEI: Final = ("schema", "parser", "attributions", "dates", "editions", "notes")
_NOT_IN_MARKDOWN: Final = (
    "schema", "parser", "via", "kicker", "updated", "dateline", "attributions", "dates", "editions", "notes",
)  # fmt: skip
_NOT_IN_LABELS: Final = (
    "schema", "id", "parser", "outlet", "via", "language", "section", "attributions", "dates", "notes",
)  # fmt: skip
_NOT_IN_A_REPORT: Final = (
    "schema", "kicker", "standfirst", "updated", "dateline", "paragraphs", "captions", "attributions", "dates",
    "editions", "comments", "notes",
)  # fmt: skip
_NOT_IN_A_CITATION: Final = (
    "schema", "parser", "via", "kicker", "standfirst", "updated", "paragraphs", "captions", "attributions", "dates",
    "editions", "comments", "notes",
)  # fmt: skip


def _format(name: str, factory: str, media_type: str, suffixes: str, **more: Any) -> ExporterInfo:
    """One row of the table; the factory is named within this wing, suffixes are parted by blanks."""
    return ExporterInfo(
        name=name,
        factory=f"nkdocs.exporters.{factory}",
        media_type=media_type,
        suffixes=suffixes.split(),
        version="1",
        **more,
    )


_FORMATS: Final = (
    _format("jsonl", "jsonl:JsonlExporter", "application/jsonl", ".jsonl .ndjson", lossless=True),
    _format("csv", "csv:CsvExporter", "text/csv", ".csv", lost=_NOT_IN_A_TABLE),
    _format("tsv", "csv:TsvExporter", "text/tab-separated-values", ".tsv", lost=_NOT_IN_A_TABLE),
    _format("sqlite", "sqlite:SqliteExporter", "application/vnd.sqlite3", ".sqlite .sqlite3 .db", lossless=True),
    _format("parquet", "parquet:ParquetExporter", "application/vnd.apache.parquet", ".parquet", lossless=True),
    _format("jsonld", "jsonld:JsonldExporter", "application/ld+json", ".jsonld", lost=_NOT_IN_JSONLD),
    _format("tei", "tei:TeiExporter", "application/tei+xml", ".tei .xml", lost=_NOT_IN_TEI),
    _format("csl", "csl:CslExporter", "application/vnd.citationstyles.csl+json", ".csl.json", lost=_NOT_IN_A_CITATION),
    _format("ris", "ris:RisExporter", "application/x-research-info-systems", ".ris", lost=_NOT_IN_A_CITATION),
    _format("bibtex", "bibtex:BibtexExporter", "application/x-bibtex", ".bib", lost=_NOT_IN_A_CITATION),
    _format("markdown", "markdown:MarkdownExporter", "text/markdown", ".md", target="folder", lost=_NOT_IN_MARKDOWN),
    _format(
        "annotations",
        "annotations:AnnotationsExporter",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        ".annotations.json",
        accepts="parsed",
        lost=_NOT_IN_LABELS,
    ),
    _format("html", "html:HtmlExporter", "text/html", ".html", lost=_NOT_IN_A_REPORT),
    _format("text", "text:TextExporter", "text/plain", ".txt", lost=_NOT_IN_TEXT),
)


@hookimpl
def nkdocs_register_exporters() -> Iterable[ExporterInfo]:
    """Describe every built-in format.

    >>> [info.name for info in nkdocs_register_exporters() if info.lossless]
    ['jsonl', 'sqlite', 'parquet']
    """
    return _FORMATS
