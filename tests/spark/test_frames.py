"""DataFrames of documents into DataFrames of records."""

import importlib.util
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import nkdocs
from nkdocs.errors import UnknownPlugin, UsageError
from nkdocs.records.convert import to_dict

pytest.importorskip("pyarrow", reason="pyarrow is not installed")
frames = pytest.importorskip("nkdocs.spark.frames")

TEXT = "Boats stay in port\n\nNo boat left Sinpo on Monday, a trader told the wire by telephone."
THREAD = "A page about boats.\n\n  • Ann\n\n    They stay.\n\n    • Bob\n\n      Do they?\n"
# A plugin whose enricher brings its process down: once, or whenever it meets the word.
PLUGIN = """
import os, pathlib, signal
import nkdocs

FLAG = pathlib.Path({flag!r})

class Down:
    def enrich(self, article, ctx):
        if "poison" in ctx.layout.text:
            raise MemoryError("poisoned")
        if "fatal" in ctx.layout.text and not FLAG.exists():
            FLAG.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if "deadly" in ctx.layout.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return article

@nkdocs.hookimpl
def nkdocs_register_enrichers():
    return [nkdocs.EnricherInfo(name="down", version="1", factory=Down, changes=["section"])]
"""


@pytest.fixture
def plugin(spark, tmp_path):
    """That plugin, on the workers too, as a registry."""
    path = tmp_path / f"plugin_{tmp_path.name.replace('-', '_')}.py"
    path.write_text(PLUGIN.format(flag=str(tmp_path / "flag")), "utf-8")
    spark.sparkContext.addPyFile(str(path))
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    yield nkdocs.Registry([module], entry_points=False, enrich=["dates", "attributions", "down"])
    del sys.modules[path.stem]


def records(df):
    """The rows as plain dictionaries."""
    return [row.asDict(recursive=True) for row in df.collect()]


def test_records_are_those_of_one_machine(spark):
    """Every key of every record, over several partitions, in order; a document without a record says why."""
    texts = [TEXT, THREAD, "", *(f"{TEXT} {number}" for number in range(20)), None]
    df = spark.createDataFrame(
        [(text, f"{number}.txt") for number, text in enumerate(texts)], "content string, name string"
    )
    found = records(frames.parse_dataframe(df.coalesce(2)))
    assert [row["error"] and row["error"]["code"] for row in found] == [None, None, "empty", *[None] * 20, "bad-record"]
    for number, row in enumerate(found):
        if row["error"] is None:
            article = nkdocs.parse(texts[number], name=f"{number}.txt").article
            assert row == to_dict(article) | {"error": None}
            assert nkdocs.from_dict({key: value for key, value in row.items() if key != "error"}) == article


def test_bytes_urls_and_days_count_and_other_columns_do_not(spark):
    """What is known of a document stands beside its content; a time of capture is told in UTC, as it is kept."""
    times = [(bytearray(TEXT.encode()), "https://wire.example/1", datetime(2014, 6, 3, 9, tzinfo=UTC), 1)]
    df = spark.createDataFrame(times, "content binary, url string, captured timestamp, extra int")
    (row,) = records(frames.parse_dataframe(df, keep_text=True))
    assert row["document"]["url"] == "https://wire.example/1"
    assert row["document"]["captured"] == "2014-06-03T09:00:00+00:00"
    assert row["document"]["text"] == TEXT
    days = spark.createDataFrame([(TEXT, date(2014, 6, 3))], "content string, captured date")
    (row,) = records(frames.parse_dataframe(days))
    assert row["document"]["captured"] == "2014-06-03"


def test_a_poison_document_is_a_row_and_a_killed_worker_is_started_again(spark, plugin, tmp_path):
    """What brings a parser down costs one document at most; what brings a process down costs a second try."""
    texts = [TEXT, b"\x89PNG\r\n\x1a\n" + bytes(40), f"{TEXT} It was poison.", f"{TEXT} It was fatal.", TEXT]
    given = [(bytearray(text.encode() if isinstance(text, str) else text),) for text in texts]
    df = spark.createDataFrame(given, "content binary").coalesce(1)
    found = records(frames.parse_dataframe(df, registry=plugin))
    assert Path(tmp_path, "flag").exists()
    assert [row["error"] and row["error"]["code"] for row in found] == [None, "binary-content", None, None, None]
    assert found[2] == to_dict(nkdocs.parse(given[2][0].decode().encode(), registry=plugin).article) | {"error": None}
    assert [row["id"] for row in found if row["error"] is None] == [
        nkdocs.parse(text.encode()).article.id for text in texts if isinstance(text, str)
    ]


def test_a_document_that_ends_every_process_is_a_row_where_documents_are_isolated(spark, plugin):
    """Trying again would not help; its neighbours are records, and the job ends well."""
    df = spark.createDataFrame([(TEXT,), (f"{TEXT} It was deadly.",), (TEXT,)], "content string").coalesce(1)
    found = records(frames.parse_dataframe(df, registry=plugin, isolate=True))
    assert [row["error"] and row["error"]["code"] for row in found] == [None, "process-ended", None]


def test_wrong_arguments_are_refused_before_spark_runs(spark):
    """A parser there is none of, a DataFrame without content or with two: here, not on a worker."""
    df = spark.createDataFrame([(TEXT,)], "content string")
    with pytest.raises(UnknownPlugin):
        frames.parse_dataframe(df, parser="dailynks")
    with pytest.raises(UsageError, match="columns: body"):
        frames.parse_dataframe(df.toDF("body"))
    with pytest.raises(UsageError, match="not several"):
        frames.parse_dataframe(df.crossJoin(df.toDF("Content")))


def test_the_schema_is_that_of_arrow(spark):
    """Spark's own reading of the schema names the same columns, as deep as they go."""
    from nkdocs.arrow import SCHEMA

    df = frames.parse_dataframe(spark.createDataFrame([(TEXT,)], "content string"))
    assert df.columns == SCHEMA.names
    (batch,) = df.toArrow().to_batches()
    assert batch.schema.names == SCHEMA.names
    assert [str(field.type).replace("element", "item") for field in batch.schema] == [str(f.type) for f in SCHEMA]
