"""Where a command's records go: standard output, or a file or folder in the format of its name."""

from collections.abc import Iterable
from typing import BinaryIO, Final, cast

from nkdocs.cli.screen import json_visible, standard_output, visible
from nkdocs.pipeline.exporting import export, export_stream
from nkdocs.records import Article, Parsed
from nkdocs.registry import Registry

__all__ = ["STDOUT", "write_records"]

STDOUT: Final = "-"
_STREAMED: Final = "jsonl"


def write_records(items: Iterable[Article | Parsed], output: str, format_: str | None, registry: Registry) -> None:
    """Write records to ``-``, in JSON Lines unless another format is named, or to a path."""
    if output == STDOUT:
        format_ = format_ or _STREAMED
        stream = standard_output(json_visible if format_ == _STREAMED else visible)
        export_stream(items, cast("BinaryIO", stream), format=format_, registry=registry)
        stream.flush()
    else:
        export(items, output, format=format_, registry=registry)
