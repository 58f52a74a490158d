"""``python -m nkdocs.spark``."""

import sys
from pathlib import Path

import pytest

import nkdocs
from nkdocs.pipeline.folders import replaced_folder
from nkdocs.records.convert import to_dict

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
program = pytest.importorskip("nkdocs.spark.__main__")

LOCAL = ("--master", "local[2,4]", "--conf", "spark.ui.enabled=false")


def written(folder):
    """The rows of the files that Spark wrote."""
    from pyarrow import parquet

    return [row for path in sorted(folder.glob("*.parquet")) for row in parquet.read_table(path).to_pylist()]


def test_a_table_becomes_a_table(spark, table, tmp_path, capfd):
    """Rows in, rows out, each with its record or its error; what failed is counted, and makes exit code 1."""
    out = tmp_path / "out"
    assert program.main([str(table), str(out), *LOCAL]) == 1
    assert "nkdocs: 8 documents, 6 records; without a record: bad-record 1, empty 1\n" in capfd.readouterr().err
    found = {row["document"]["name"]: row for row in written(out) if row["error"] is None}
    parsed = [each for each in nkdocs.parse_many(nkdocs.read(str(table))) if each.kind == "article"]
    assert found == {each.document.name: to_dict(each.article) | {"error": None} for each in parsed}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", table.name]


def test_a_crawl_becomes_a_table_that_can_be_loaded(spark, crawl, tmp_path):
    """Without the column ``error`` the rows of records are a corpus; the folder of an earlier run is replaced."""
    pytest.importorskip("fastwarc", reason="fastwarc is not installed")
    from pyarrow import parquet

    out = tmp_path / "out"
    with replaced_folder(out) as folder:
        Path(folder, "old.parquet").touch()
    assert program.main([str(crawl / "a.warc"), str(out), *LOCAL]) == 0
    (path,) = out.glob("*.parquet")
    parquet.write_table(parquet.read_table(path).drop_columns("error"), tmp_path / "corpus.parquet")
    expected = [each.article for each in nkdocs.parse_many(nkdocs.read(str(crawl / "a.warc")))]
    assert list(nkdocs.load(tmp_path / "corpus.parquet")) == expected


def test_a_job_that_fails_leaves_nothing(spark, table, tmp_path, capfd):
    """A damaged table is one line and exit code 2; what stood at the destination stays, and nothing beside it."""
    whole = (table / "a.parquet").read_bytes()
    (table / "b.parquet").write_bytes(whole[:200])
    assert program.main([str(table), str(tmp_path / "out"), *LOCAL]) == 2
    assert capfd.readouterr().err.splitlines()[-1].startswith("nkdocs: the Spark job failed: ")
    assert [path.name for path in tmp_path.iterdir()] == [table.name]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["{table}/none.parquet", "{out}"], "none.parquet"),
        (["{table}", "{table}"], "no export made this folder"),
        (["{table}", "{out}/deeper/out"], "cannot be written"),
        (["{table}", "{out}", "--parser", "dailynks"], "did you mean dailynk"),
        (["{table}", "{out}", "--input-format", "parket"], "did you mean parquet"),
        (["{table}", "{out}", "--conf", "spark.ui.enabled"], "KEY=VALUE"),
        (["s3a://pages/a", "{out}", "--input-format", "warc"], "of URIs only Parquet"),
        (["{table}"], "OUT"),
        (["-", "{out}"], "one machine"),
    ],
)
def test_what_is_wrong_is_one_line_before_spark_starts(arguments, told, table, tmp_path, capfd):
    """Exit code 2, one line on standard error, nothing written."""
    before = sorted(tmp_path.rglob("*"))
    given = [each.format(table=table, out=tmp_path / "out") for each in arguments]
    assert program.main(given) == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert told in line
    assert sorted(tmp_path.rglob("*")) == before


def test_a_machine_without_pyspark_is_told_what_to_install(table, tmp_path, capfd, monkeypatch):
    """The command that installs it, and exit code 2."""
    for name in ("pyspark", "pyspark.sql", "pyspark.errors", "py4j", "py4j.protocol"):
        monkeypatch.setitem(sys.modules, name, None)
    assert program.main([str(table), str(tmp_path / "out")]) == 2
    assert "pip install 'nkdocs[spark]'" in capfd.readouterr().err
    assert not (tmp_path / "out").exists()
