"""Spark on two local cores beside ``--jobs 2``: ``python benchmarks/spark.py [DOCUMENTS [ROUNDS]]``.

Both take the same Parquet table, 20,000 documents of about a kilobyte unless told otherwise, and write Parquet; neither
start-up counts: the session runs and its workers have parsed a few documents, and so have the processes of the pool
loaded what they need. Runs alternate, ROUNDS (2) of each, and the least of each counts; what else the machine does
disturbs both, so read the ratio, which is to be at most 3.

Then where Spark's time goes: the same job that gives the documents back unread and writes nothing (reading, and handing
batches to Python), that parses and writes nothing, and the whole; beside it what the way into Arrow and out of it costs
a document in this process.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from pyarrow import parquet

import nkdocs
from nkdocs.arrow import SCHEMA
from nkdocs.records.convert import to_dict
from nkdocs.spark import parse_dataframe
from nkdocs.spark.session import session
from nkdocs.spark.tables import local_uri, read_documents

_DOCUMENTS: Final = 20_000
_ROUNDS: Final = 2
_ALLOWED: Final = 3.0
_GROUP: Final = 2_000  # rows of a row group, of which each is a task at most
_SAMPLE: Final = 300
_TURNS: Final = 5
_PARAGRAPHS: Final = 2
_MICRO: Final = 1e6
_SETTINGS: Final = {"spark.ui.enabled": "false", "spark.sql.files.maxPartitionBytes": "2m"}


def texts() -> Iterator[str]:
    """Texts of about a kilobyte, no two alike: the examples with more to tell."""
    examples = [path.read_text("utf-8") for path in sorted(Path(__file__).parents[1].glob("examples/*.txt"))]
    number = 0
    while True:
        for example in examples:
            number += 1
            more = (
                f"In lot {number} a trader said on Monday that {number + part} sacks had come by cart since the "
                f"spring, and that the price at stall {part} was {number % 97} won higher than in the week before. "
                "Officials of the county had asked for lists, she added, but nobody had yet seen one."
                for part in range(_PARAGRAPHS)
            )
            yield "\n\n".join([example.rstrip(), *more]) + "\n"


def write_table(path: Path, count: int) -> None:
    """The documents as a Parquet table."""
    rows = ({"content": text, "name": f"{number}.txt"} for number, text in enumerate(islice(texts(), count)))
    schema = pa.schema([("content", pa.string()), ("name", pa.string())])
    with parquet.ParquetWriter(path, schema, compression="none") as writer:  # made-up texts would leave too little
        while group := list(islice(rows, _GROUP)):
            writer.write_table(pa.Table.from_pylist(group))


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def with_jobs(table: Path, out: Path) -> None:
    """What ``nkdocs parse --jobs 2`` does."""
    nkdocs.export(nkdocs.parse_many(nkdocs.read(str(table)), jobs=2), out)


def unread(batches: Iterator[Any]) -> Iterator[Any]:
    """How long each document is: Python has it, and does nothing."""
    for batch in batches:
        yield pa.RecordBatch.from_pydict({"length": [len(text) for text in batch.column("content").to_pylist()]})


def shares(spark: Any, table: Path, whole: float) -> None:
    """Where Spark's time goes."""
    documents = read_documents(spark, str(table))
    handing = seconds(lambda: documents.mapInArrow(unread, "length bigint").write.format("noop").mode("append").save())
    parsing = seconds(lambda: parse_dataframe(documents).write.format("noop").mode("append").save())
    print(f"reading and handing over {handing / whole:5.0%}   {handing:6.1f} s")
    print(f"parsing, with Arrow      {(parsing - handing) / whole:5.0%}   {parsing - handing:6.1f} s")
    print(f"writing                  {(whole - parsing) / whole:5.0%}   {whole - parsing:6.1f} s")


def arrow_costs(count: int) -> None:
    """What the way through Arrow costs a document in this process, the least of several turns, beside its parsing."""
    sample = list(islice(texts(), _SAMPLE))
    batch = pa.RecordBatch.from_pydict({"content": sample})
    articles = [nkdocs.parse(text).article for text in sample]
    rows = [to_dict(article) | {"error": None} for article in articles]
    works: dict[str, Callable[[], object]] = {
        "parsed": lambda: [nkdocs.parse(text) for text in sample],
        "out of Arrow": batch.to_pylist,
        "as a dictionary": lambda: [to_dict(article) for article in articles],
        "into Arrow": lambda: pa.RecordBatch.from_pylist(rows, schema=SCHEMA),
    }
    least = dict.fromkeys(works, float("inf"))
    for _ in range(_TURNS):
        for name, work in works.items():
            start = time.process_time()
            work()
            least[name] = min(least[name], time.process_time() - start)
    for name, took in least.items():
        print(f"{name:15} {took / _SAMPLE * _MICRO:6.0f} us of CPU a document, {took / sum(least.values()):4.0%}")
    print(f"all {count} through these on one idle core would take {sum(least.values()) / _SAMPLE * count:.0f} s")


def main() -> None:
    """Measure both in turns; print the ratio and the shares."""
    count = int(sys.argv[1]) if sys.argv[1:] else _DOCUMENTS
    rounds = int(sys.argv[2]) if sys.argv[2:] else _ROUNDS
    with tempfile.TemporaryDirectory() as name, session("local[2,4]", _SETTINGS) as spark:
        folder = Path(name)
        table, small = folder / "pages.parquet", folder / "small.parquet"
        write_table(table, count)
        write_table(small, 64)
        out = local_uri(str(folder / "records"), literal=False)

        def on_spark(source: Path) -> None:
            documents = read_documents(spark, str(source))
            parse_dataframe(documents).write.mode("overwrite").option("compression", "zstd").parquet(out)

        on_spark(small)
        with_jobs(small, folder / "records.parquet")
        tasks = read_documents(spark, str(table)).rdd.getNumPartitions()
        print(f"{count} documents, {table.stat().st_size / 1e6:.0f} MB, {tasks} tasks; seconds of each round")
        jobs, cluster = float("inf"), float("inf")
        for _ in range(rounds):
            jobs = min(jobs, took := seconds(lambda: with_jobs(table, folder / "records.parquet")))
            cluster = min(cluster, on := seconds(lambda: on_spark(table)))
            print(f"--jobs 2 {took:6.1f}   Spark {on:6.1f}   ratio {on / took:.2f}")
        told = "" if cluster / jobs <= _ALLOWED else "  over"
        print(f"the least of each: ratio {cluster / jobs:.2f}{told}")
        shares(spark, table, cluster)
        arrow_costs(count)


if __name__ == "__main__":
    main()
