"""What an export costs a record, beside what writes the same values without records: ``python benchmarks/export.py``.

The peers write plain dictionaries, or columns of plain values, that are made beforehand and not counted; nkdocs starts
from its records. All write a file in the same folder. Figures are microseconds of CPU time a record, the least of many
runs in one process, on the documents in ``examples/`` and the cases of the tests, 3,000 records or as many as are
asked for; so read the ratios. The last column is what is allowed, where the aim is stated.

The rows of ``msgspec`` and ``pyarrow`` need the extras ``fast`` and ``parquet``. To take a record apart costs more than
msgspec needs for the dictionary, so beside it stands what a program pays that has records and writes them with msgspec
by way of ``nkdocs.to_dict``.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import nkdocs

_ROOT: Final = Path(__file__).parents[1]
_RECORDS: Final = 3_000
_REPEAT: Final = 9
_MICRO: Final = 1e6
_JSON_ALLOWED: Final = 1.5
_PARQUET_ALLOWED: Final = 2.0

Work = Callable[[], object]


def records(wanted: int) -> list[nkdocs.Article]:
    """As many records as are wanted, over and over the same documents."""
    paths = sorted([*_ROOT.glob("examples/*.txt"), *_ROOT.glob("tests/cases/*/*.txt")])
    found = [article for path in paths for article in nkdocs.parse_file(path).articles]
    return [found[number % len(found)] for number in range(wanted)]


def least(works: Mapping[str, Work], count: int) -> dict[str, float]:
    """Microseconds a record of each: taken in turns, so that a slow minute of the machine is slow for all."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(_REPEAT):
        for name, work in works.items():
            start = time.process_time()
            work()
            best[name] = min(best[name], time.process_time() - start)
    return {name: seconds / count * _MICRO for name, seconds in best.items()}


def json_lines(rows: list[dict[str, Any]], path: Path) -> Work:
    """The standard library on plain dictionaries."""

    def work() -> None:
        with path.open("w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")

    return work


def msgspec_lines(rows: list[Any], path: Path, plain: Callable[[Any], Any] = lambda row: row) -> Work | None:
    """The library msgspec on plain dictionaries, or on what ``plain`` makes of the rows."""
    try:
        import msgspec
    except ModuleNotFoundError:
        return None
    encode = msgspec.json.Encoder().encode

    def work() -> None:
        with path.open("wb") as file:
            for row in rows:
                file.write(encode(plain(row)) + b"\n")

    return work


def arrow_file(rows: list[dict[str, Any]], path: Path) -> Work | None:
    """The library pyarrow, from columns of plain values."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ModuleNotFoundError:
        return None
    from nkdocs.arrow import SCHEMA

    schema = pa.schema([field for field in SCHEMA if field.name != "error"])
    columns = {name: [row[name] for row in rows] for name in schema.names}

    def work() -> None:
        with path.open("wb") as file:
            parquet.write_table(pa.table(columns, schema=schema), file, compression="zstd")

    return work


def without_msgspec(work: Work) -> Work:
    """The same where the extra is not installed."""

    def hidden() -> None:
        before = sys.modules.get("msgspec")
        sys.modules["msgspec"] = None  # type: ignore[assignment]  # how an import is made to fail
        try:
            work()
        finally:
            if before is None:
                del sys.modules["msgspec"]
            else:
                sys.modules["msgspec"] = before

    return hidden


def works(articles: list[nkdocs.Article], folder: Path) -> Iterator[tuple[str, Work | None]]:
    """Everything that is timed."""
    rows = [nkdocs.to_dict(article) for article in articles]
    yield "json.dumps", json_lines(rows, folder / "peer.jsonl")
    yield "msgspec", msgspec_lines(rows, folder / "peer.jsonl")
    yield "to_dict, msgspec", msgspec_lines(articles, folder / "peer.jsonl", nkdocs.to_dict)
    yield "pyarrow", arrow_file(rows, folder / "peer.parquet")
    for suffix in ("jsonl", "parquet", "sqlite", "csv", "jsonld", "tei"):
        yield suffix, partial(nkdocs.export, articles, folder / f"ours.{suffix}")
    yield "jsonl, core only", without_msgspec(partial(nkdocs.export, articles, folder / "ours.jsonl"))


_PAIRS: Final = (
    ("jsonl, core only", "json.dumps", _JSON_ALLOWED),
    ("jsonl", "json.dumps", _JSON_ALLOWED),
    ("jsonl", "to_dict, msgspec", _JSON_ALLOWED),
    ("jsonl", "msgspec", None),
    ("parquet", "pyarrow", _PARQUET_ALLOWED),
)


def main() -> int:
    """Print the figures; 1 where a ratio is over what is allowed."""
    count = int(sys.argv[1]) if sys.argv[1:] else _RECORDS
    articles = records(count)
    with tempfile.TemporaryDirectory() as folder:
        timed = {name: work for name, work in works(articles, Path(folder)) if work is not None}
        if "pyarrow" not in timed:
            timed.pop("parquet")
        figures = least(timed, count)
    for name, figure in figures.items():
        print(f"{name:18} {figure:8.1f} us a record")
    print()
    over = False
    for ours, peer, allowed in _PAIRS:
        if peer in figures and ours in figures:
            ratio = figures[ours] / figures[peer]
            over = over or (allowed is not None and ratio > allowed)
            print(f"{ours:18} {ratio:5.2f} times {peer:18}" + (f" (at most {allowed})" if allowed else ""))
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
