"""DataFrames of documents into DataFrames of records."""

from collections.abc import Callable, Iterator
from typing import Any

from nkdocs.arrow import COLUMNS, parse_batches
from nkdocs.errors import UsageError
from nkdocs.plugin.columnar import arrow_libraries
from nkdocs.registry import Registry

__all__ = ["parse_dataframe", "record_ddl"]

Batches = Iterator[Any]


def parse_dataframe(df: Any, *, registry: Registry | None = None, **options: Any) -> Any:
    """Parse the documents of a DataFrame: ``parse_batches`` through ``mapInArrow``.

    A column ``content`` (string or binary), and maybe ``url name media_type captured origin``; other columns are passed
    over. Each row gives one: its record with ``error`` null, or nulls and an ``error``. Rows of a partition keep their
    order. A timestamp counts in UTC, whatever zone the session shows it in.

    Args:
        df: a ``pyspark.sql.DataFrame``.
        registry: as for ``parse``; it travels to the workers, so it must pickle, and they must have its plugins.
            By default each worker takes all that is installed there.
        **options: as for ``parse_batches``.

    Raises:
        MissingExtra: if pyarrow is not installed.
        UsageError: for a DataFrame without a column ``content``, or another wrong argument; ``UnknownPlugin`` for a
            parser there is none of.
    """
    parse_batches((), registry=registry, **options)  # what is wrong is found here, not on a worker
    names = list(df.columns)
    folded = [name.lower() for name in names]  # Spark tells no case of letters
    twice = [name for name in COLUMNS if folded.count(name) > 1]
    if "content" not in names or twice:
        wrong = f"one column {twice[0]!r}, not several" if twice else "a column 'content'"
        raise UsageError(f"a DataFrame of documents has {wrong}; columns: {', '.join(names)}")
    known = df.select(*(name for name in COLUMNS if name in names))
    return known.mapInArrow(_parsing(registry, options), record_ddl())


def _parsing(registry: Registry | None, options: dict[str, Any]) -> Callable[[Batches], Batches]:
    def parsed(batches: Batches) -> Batches:
        return parse_batches(map(_in_utc, batches), registry=registry, **options)

    return parsed


def _in_utc(batch: Any) -> Any:
    """The batch with its times of capture in UTC: Spark shows them in the zone of the session."""
    at = batch.schema.get_field_index("captured")
    if at < 0 or getattr(batch.schema.field(at).type, "tz", None) is None:
        return batch
    kind = arrow_libraries("Spark")[0].timestamp("us", "UTC")
    return batch.set_column(at, "captured", batch.column(at).cast(kind))


def record_ddl() -> str:
    """The schema of what comes out, as Spark's SQL writes it.

    >>> record_ddl()[:48]
    '`schema` STRING, `id` STRING, `document` STRUCT<'
    """
    from nkdocs.arrow import SCHEMA  # made of pyarrow, which is not loaded before

    return ", ".join(f"`{field.name}` {_ddl(field.type)}" for field in SCHEMA)


def _ddl(kind: Any) -> str:
    """The name of an Arrow type in Spark's SQL. A record holds no other of its own kind, so this ends."""
    if kind.num_fields == 0:
        return {"string": "STRING", "int64": "BIGINT", "bool": "BOOLEAN"}[str(kind)]
    if str(kind).startswith("list"):
        return f"ARRAY<{_ddl(kind.value_type)}>"
    inner = (kind.field(number) for number in range(kind.num_fields))
    return f"STRUCT<{', '.join(f'`{field.name}`: {_ddl(field.type)}' for field in inner)}>"
