"""Where a command's records go: standard output, or a file or folder in the format of its name."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final, cast

from nkdocs.cli.screen import Output, json_visible, standard_output, visible
from nkdocs.document import Document
from nkdocs.pipeline.bulk import Run, run_to_file, run_to_stream
from nkdocs.pipeline.exporting import export, export_stream
from nkdocs.records import Article, Parsed
from nkdocs.registry import Registry

__all__ = ["STDOUT", "write_records", "write_run"]

STDOUT: Final = "-"
_STREAMED: Final = "jsonl"


def write_records(items: Iterable[Article | Parsed], output: str, format_: str | None, registry: Registry) -> None:
    """Write records to ``-``, in JSON Lines unless another format is named, or to a path."""
    if output == STDOUT:
        format_ = format_ or _STREAMED
        stream = _stream(format_)
        export_stream(items, cast("BinaryIO", stream), format=format_, registry=registry)
        stream.flush()
    else:
        export(items, output, format=format_, registry=registry)


def write_run(run: Run, documents: Iterator[Document], output: str) -> None:
    """Parse documents to ``-``, in JSON Lines unless another format is named, or to a path."""
    if output == STDOUT:
        stream = _stream(run.format or _STREAMED)
        run_to_stream(run, documents, cast("BinaryIO", stream))
        stream.flush()
    else:
        run_to_file(run, documents, output)


def _stream(format_: str) -> Output:
    return standard_output(json_visible if format_ == _STREAMED else visible)
