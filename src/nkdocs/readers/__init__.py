"""Containers into documents: one file a format, registered through the hook that strangers use."""

from typing import Final

from nkdocs.plugin import ReaderInfo, hookimpl

__all__ = ["nkdocs_register_readers"]

_GZIPPED: Final = ".gz"


@hookimpl
def nkdocs_register_readers() -> list[ReaderInfo]:
    """The readers that come with nkdocs; none is imported here.

    >>> [info.name for info in nkdocs_register_readers()]
    ['text', 'html', 'markdown', 'jsonl', 'csv', 'tsv', 'parquet', 'warc', 'wacz', 'feed', 'zip']
    """
    return [
        _info("text", "text:TextReader", (".txt",), media_types=("text/plain",)),
        _info("html", "html:HtmlReader", (".html", ".htm"), media_types=("text/html", "application/xhtml+xml")),
        _info("markdown", "markdown:MarkdownReader", (".md",), media_types=("text/markdown",)),
        _info(
            "jsonl",
            "jsonl:JsonLinesReader",
            (".jsonl", ".ndjson"),
            magic=(b'{"', b'{ "'),
            media_types=("application/x-ndjson", "application/jsonl"),
        ),
        _info("csv", "csv:CsvReader", (".csv",), media_types=("text/csv",)),
        _info("tsv", "csv:TsvReader", (".tsv",), media_types=("text/tab-separated-values",)),
        _info(
            "parquet",
            "parquet:ParquetReader",
            (".parquet",),
            magic=(b"PAR1",),
            media_types=("application/vnd.apache.parquet",),
            gzipped=False,
        ),
        _info("warc", "warc.reader:WarcReader", (".warc",), magic=(b"WARC/",), media_types=("application/warc",)),
        _info("wacz", "warc.wacz:WaczReader", (".wacz",), media_types=("application/wacz",), gzipped=False),
        _info(
            "feed",
            "feed:FeedReader",
            (".rss", ".atom", ".xml"),
            magic=(b"<rss", b"<feed", b"<rdf:RDF"),
            media_types=("application/rss+xml", "application/atom+xml"),
        ),
        _info(
            "zip", "zip:ZipReader", (".zip",), magic=(b"PK\x03\x04",), media_types=("application/zip",), gzipped=False
        ),
    ]


def _info(
    name: str,
    place: str,
    suffixes: tuple[str, ...],
    *,
    magic: tuple[bytes, ...] = (),
    media_types: tuple[str, ...] = (),
    gzipped: bool = True,
) -> ReaderInfo:
    """One reader of this folder; those that read a stream forwards read it gzipped, too."""
    packed = tuple(f"{suffix}{_GZIPPED}" for suffix in suffixes) if gzipped else ()
    return ReaderInfo(
        name=name,
        version="1",
        factory=f"nkdocs.readers.{place}",
        suffixes=suffixes + packed,
        magic=magic,
        media_types=media_types,
        options=(),
    )
