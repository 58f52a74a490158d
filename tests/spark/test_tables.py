"""Parquet tables as Spark reads them."""

import pytest

import nkdocs
from nkdocs.errors import UsageError
from nkdocs.records.convert import to_dict

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
tables = pytest.importorskip("nkdocs.spark.tables")
frames = pytest.importorskip("nkdocs.spark.frames")


def test_records_of_a_table_are_those_of_one_machine(spark, table, monkeypatch):
    """Text or markup, name, media type, and the row each stood in, whatever the path's name holds."""
    monkeypatch.chdir(table.parent)
    source = table.name
    found = [
        row.asDict(recursive=True) for row in frames.parse_dataframe(tables.read_documents(spark, source)).collect()
    ]
    parsed = list(nkdocs.parse_many(nkdocs.read(source)))
    assert [row["error"] is None for row in found] == [each.kind == "article" for each in parsed]
    assert len(parsed) == 8
    for row, each in zip(found, parsed, strict=True):
        if row["error"] is None:
            assert row == to_dict(each.article) | {"error": None}
    assert found[7]["document"]["name"] == f"{source}/a.parquet:8"
    assert found[2]["document"]["media_type"] == "text/html"


def test_a_file_is_read_alone(spark, table):
    """A path to one file is no pattern, though signs of patterns stand in it."""
    source = str(table / "a.parquet")
    (row, *_) = tables.read_documents(spark, source).collect()
    assert (row["name"], row["origin"]["source"], row["origin"]["record"]) == (f"{source}:1", source, "row 1")


def test_a_table_without_documents_names_its_columns(spark, tmp_path):
    """No column for documents, or one that holds numbers."""
    from pyarrow import parquet

    parquet.write_table(pa.table({"id": [1]}), tmp_path / "ids.parquet")
    parquet.write_table(pa.table({"text": [1]}), tmp_path / "numbers.parquet")
    with pytest.raises(UsageError, match="columns: id"):
        tables.read_documents(spark, str(tmp_path / "ids.parquet"))
    with pytest.raises(UsageError, match="bigint"):
        tables.read_documents(spark, str(tmp_path / "numbers.parquet"))


def test_bytes_and_strings_meet_as_bytes(spark, tmp_path):
    """A table with bytes in one column and text in another gives either."""
    from pyarrow import parquet

    path = tmp_path / "both.parquet"
    columns = {"content": pa.array([b"Rice", None]), "text": pa.array([None, "Salt"])}
    parquet.write_table(pa.table(columns), path)
    assert [bytes(row["content"]) for row in tables.read_documents(spark, str(path)).collect()] == [b"Rice", b"Salt"]


def test_uris_are_told_from_paths():
    """A colon alone makes no URI."""
    told = [tables.has_scheme(place) for place in ("s3a://b/p", "file:/p", "hdfs:///p", "a:b", "/p", "p.parquet")]
    assert told == [True, True, True, False, False, False]
