"""Parquet: one row an article, its columns the keys of the record, nothing lost.

What nests in the record nests in the table, as Arrow structs and lists; dates and times are the strings of the JSON
record, for a column of times would have to give up their offsets.
"""

from collections.abc import Iterator
from io import RawIOBase
from typing import Any, BinaryIO, Final

from nkdocs.errors import SourceError, UsageError
from nkdocs.plugin.columnar import arrow_libraries
from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.record_columns import record_batch, record_schema
from nkdocs.plugin.sessions import options_of
from nkdocs.records.article import Article
from nkdocs.records.convert import from_dict

__all__ = ["ParquetExporter"]

# How many records, or characters of text, make a row group: enough to compress, few enough to hold.
_ROWS: Final = 2_000
_CHARACTERS: Final = 3_000_000
_READ_ROWS: Final = 500


class ParquetExporter:
    """Write and read Parquet."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> "_Session":
        """Start writing to ``target``."""
        options_of(ctx)
        return _Session(target)

    def load(self, source: BinaryIO, ctx: ExportContext) -> Iterator[Article]:
        """Read the records back, some rows at a time.

        Raises:
            SourceError: if this is no Parquet file of records.
        """
        options_of(ctx)
        arrow, parquet = arrow_libraries("Parquet")
        try:
            opened = parquet.ParquetFile(source)
            for batch in opened.iter_batches(batch_size=_READ_ROWS):
                for row in batch.to_pylist():
                    yield from_dict(row)
        except (arrow.ArrowException, OSError, ValueError, TypeError) as error:
            raise SourceError(f"no Parquet file of records: {error}") from error


class _Session:
    """Writes row groups as they fill; a failure, of the target or of an article, ends it."""

    def __init__(self, target: BinaryIO) -> None:
        _, self._parquet = arrow_libraries("Parquet")
        self._schema = record_schema()
        self._sink = _Sink(target)
        self._writer: Any = None
        self._articles: list[Article] = []
        record_batch([])  # pyarrow imports more at the first array, pandas too where it is installed
        self._characters = 0

    def write(self, article: Article) -> None:
        """Keep one article, and write a row group when enough are kept.

        Raises:
            UsageError: after a failure, or once closed.
        """
        if self._sink.cut:
            raise UsageError("nothing more can be written: this export is closed, or has failed")
        with self._sink:
            if not isinstance(article, Article):
                raise UsageError(f"an Article is written, not {type(article).__name__}")
            self._articles.append(article)
            self._characters += sum([len(part.text) for part in article.paragraphs])
            if article.comments:
                self._characters += sum([len(comment.text or "") for comment in article.comments])
            if len(self._articles) >= _ROWS or self._characters >= _CHARACTERS:
                self._flush()

    def close(self) -> None:
        """Write what is kept, and the end of the file."""
        if not self._sink.cut:
            with self._sink:
                self._flush()
                self._writer.close()
            self._sink.cut = True

    def _flush(self) -> None:
        if self._writer is None:
            self._writer = self._parquet.ParquetWriter(
                self._sink, self._schema, compression="zstd", write_statistics=False
            )
        if self._articles:
            articles, self._articles, self._characters = self._articles, [], 0
            self._writer.write_batch(record_batch(articles))


class _Sink(RawIOBase):
    """The target, until something fails under it: pyarrow ends a file that it drops, also one that failed."""

    def __init__(self, target: BinaryIO) -> None:
        super().__init__()
        self._target = target
        self.cut = False

    def writable(self) -> bool:
        """Whether it can be written to."""
        return True

    def write(self, piece: Any) -> int:
        """Write a piece; nothing once it is cut."""
        size = len(piece)
        if not self.cut:
            self._target.write(bytes(piece))
        return size

    def __exit__(self, kind: object, *_: object) -> None:
        """Cut it where something was raised; it stays open otherwise."""
        self.cut = self.cut or kind is not None
