"""Files that every worker can open: each is a task, read there and never moved through Spark."""

import os
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from nkdocs.arrow import parse_documents
from nkdocs.errors import SourceError
from nkdocs.pipeline.reading import read
from nkdocs.pipeline.sources import Source, expanded
from nkdocs.registry import Registry
from nkdocs.spark.frames import record_ddl

__all__ = ["parse_files", "paths_of"]


def parse_files(
    spark: Any, *sources: Source, input_format: str | None = None, registry: Registry | None = None, **options: Any
) -> Any:
    """Parse what stands in files: WARC, WACZ, and whatever else ``read`` reads.

    A document gives the record that it gives on one machine, its origin included; damage gives rows with an ``error``.
    Rows are in the order of the files. A file is one task, so many files of some hundred megabytes go further than
    one large.

    Args:
        spark: a ``pyspark.sql.SparkSession``.
        sources: files, folders, globs or ``@list``, at places where every worker has them.
        input_format: the name of a reader, whatever the files look like.
        registry: as for ``parse_dataframe``.
        **options: as for ``parse_batches``.

    Raises:
        SourceError: for a source that does not exist or cannot be read.
        UsageError: for another wrong argument; ``UnknownPlugin`` for a parser or reader there is none of.
    """
    chosen = Registry.default() if registry is None else registry
    parse_documents((), registry=chosen, **options)  # what is wrong is found here, not on a worker
    if input_format is not None:
        chosen.registered("readers", input_format)
    paths = paths_of(sources, chosen)
    # A row a task: the number of a path. The paths themselves travel with the function.
    numbers = spark.range(0, len(paths), 1, max(1, len(paths)))
    return numbers.mapInArrow(_reading(paths, input_format, registry, options), record_ddl())


def paths_of(sources: tuple[Source, ...], registry: Registry) -> list[str]:
    """The files that sources stand for, in order.

    Raises:
        SourceError: for what does not exist or cannot be read.
    """
    suffixes = tuple(suffix.lower() for info in registry.readers.values() for suffix in info.suffixes)
    files = list(expanded(sources, lambda name: name.lower().endswith(suffixes)))
    for file in files:
        if file.fault is not None or file.path is None:
            raise SourceError(f"{file.name or '-'}: {file.fault or 'standard input is on one machine only'}")
    return [os.fsdecode(file.path) for file in files if file.path is not None]


def _reading(
    paths: list[str], input_format: str | None, registry: Registry | None, options: dict[str, Any]
) -> Callable[[Iterator[Any]], Iterator[Any]]:
    def parsed(batches: Iterator[Any]) -> Iterator[Any]:
        numbers = chain.from_iterable(batch.column(0).to_pylist() for batch in batches)
        documents = (read(paths[int(number)], registry=registry, input_format=input_format) for number in numbers)
        return parse_documents(chain.from_iterable(documents), registry=registry, **options)

    return parsed
