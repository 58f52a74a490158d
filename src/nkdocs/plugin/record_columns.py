"""Records as columns of Arrow: a list of values a key, without a dictionary in between.

From dictionaries pyarrow makes the same arrays in three times the time: it looks every key up in every one of them.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate, chain
from operator import attrgetter
from typing import Any, Final

from nkdocs.plugin.columnar import arrow_libraries
from nkdocs.records.article import Article
from nkdocs.records.shape import SCALARS, Key, keys
from nkdocs.text.span import Span

__all__ = ["record_batch", "record_schema"]

_START_AND_END: Final = attrgetter("start", "end")

# From the values under a key, or the records of a class, to their array or arrays.
Made = Callable[[list[Any]], Any]


@cache
def record_schema() -> Any:
    """The record as an Arrow schema: its keys in order, what nests as structs and lists, days and times as strings.

    >>> record_schema().field("headline").type
    StructType(struct<text: string, span: list<item: int64>>)

    Raises:
        MissingExtra: if pyarrow is not installed.
    """
    arrow, _ = arrow_libraries("Parquet")
    return arrow.schema([_field(arrow, key) for key in keys(Article)])


def record_batch(articles: Sequence[Article]) -> Any:
    """Articles as a record batch of this schema.

    >>> import nkdocs
    >>> record_batch([nkdocs.parse("Rice prices fall").article]).column("schema").to_pylist()
    ['nkdocs/article/1']

    Raises:
        MissingExtra: if pyarrow is not installed.
    """
    arrow, _ = arrow_libraries("Parquet")
    return arrow.RecordBatch.from_arrays(_columns(Article)(list(articles)), schema=record_schema())


def _field(arrow: Any, key: Key) -> Any:
    kind = _kind(arrow, key)
    return arrow.field(key.name, arrow.list_(kind) if key.many else kind)


def _kind(arrow: Any, key: Key) -> Any:
    """The type of one value under a key. No record holds another of its own kind, so this ends."""
    if key.kinds not in SCALARS:
        return arrow.struct([_field(arrow, inner) for inner in keys(key.kinds[0])])
    if key.kinds == (Span,):
        return arrow.list_(arrow.int64())
    plain: dict[tuple[type, ...], Any] = {(int,): arrow.int64(), (bool,): arrow.bool_()}
    return plain.get(key.kinds, arrow.string())


@cache
def _columns(record: type) -> Made:
    """From records of a class to a column for each of its keys."""
    makers = [(attrgetter(key.name), _many(key) if key.many else _one(key)) for key in keys(record)]
    return lambda records: [make(list(map(value_of, records))) for value_of, make in makers]


def _many(key: Key) -> Made:
    """From the tuples under a key to a column of lists."""
    arrow, _ = arrow_libraries("Parquet")
    make, many_of, int32 = _one(key), arrow.ListArray.from_arrays, arrow.int32()

    def lists(values: list[Any]) -> Any:
        ends = arrow.array([0, *accumulate(map(len, values))], type=int32)
        return many_of(ends, make(list(chain.from_iterable(values))))

    return lists


def _one(key: Key) -> Made:
    """From the values under a key, some of them None, to a column."""
    arrow, _ = arrow_libraries("Parquet")
    kind = _kind(arrow, key)
    if key.kinds == (Span,):
        return _nullable(_spans, kind)
    if key.kinds not in SCALARS:
        columns, fields, struct = _columns(key.kinds[0]), list(kind), arrow.StructArray.from_arrays
        return _nullable(lambda records: struct(columns(records), fields=fields), kind)
    if key.kinds in {(str,), (int,), (bool,)}:
        return lambda values: arrow.array(values, type=kind)
    return lambda values: arrow.array([None if value is None else value.isoformat() for value in values], type=kind)


def _nullable(made: Made, kind: Any) -> Made:
    """What is made of the values that are there, at their places, and nulls at the others."""
    arrow, _ = arrow_libraries("Parquet")

    def spread(values: list[Any]) -> Any:
        present = [value for value in values if value is not None]
        if not present:
            return arrow.nulls(len(values), kind)
        array = made(present)
        if len(present) == len(values):
            return array
        counted = iter(range(len(present)))
        places = [None if value is None else next(counted) for value in values]
        return array.take(arrow.array(places, type=arrow.int64()))

    return spread


def _spans(spans: list[Any]) -> Any:
    arrow, _ = arrow_libraries("Parquet")
    pairs = list(chain.from_iterable(map(_START_AND_END, spans)))
    ends = arrow.array(range(0, len(pairs) + 1, 2), type=arrow.int32())
    return arrow.ListArray.from_arrays(ends, arrow.array(pairs, type=arrow.int64()))
