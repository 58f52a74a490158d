"""Parquet, read by pyarrow and DuckDB."""

import io

import pytest

import nkdocs
from nkdocs.errors import SourceError
from nkdocs.exporters.parquet import ParquetExporter
from nkdocs.plugin.protocols import ExportContext
from nkdocs.records.convert import to_dict
from nkdocs.testing import samples

parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")


def test_a_row_is_the_record(tmp_path, hostile_articles):
    """Read back without nkdocs, each row is what ``to_dict`` gives, its columns in the order of the record."""
    path = tmp_path / "corpus.parquet"
    nkdocs.export(hostile_articles, path)
    table = parquet.read_table(path)
    assert table.schema.names == list(to_dict(hostile_articles[0]))
    assert table.to_pylist() == [to_dict(article) for article in hostile_articles]


def test_many_records_make_row_groups(tmp_path, make_article):
    """No more is held than a row group; what is read back is the same."""
    path = tmp_path / "corpus.parquet"
    articles = [make_article(f"the {number}th") for number in range(4_100)]
    nkdocs.export(articles, path)
    assert parquet.ParquetFile(path).num_row_groups == 3
    assert list(nkdocs.load(path)) == articles


def test_an_sql_engine_reads_into_threads(tmp_path):
    """DuckDB counts the comments that lost their body."""
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    path = tmp_path / "corpus.parquet"
    nkdocs.export(samples(), path)
    lost = sum("body" in comment.missing for article in samples() for comment in article.comments)
    each = "select unnest(comments) as c from read_parquet(?)"
    query = "select count(*) from (" + each + ") where list_contains(c.missing, 'body')"  # noqa: S608 - constants
    assert duckdb.execute(query, [str(path)]).fetchone() == (lost,)
    assert lost > 0


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + b"\0" * 40 + b"PAR1"], ids=["empty", "magic", "hollow"])
def test_what_is_no_parquet_is_said_to_be_none(content):
    """A damaged file is one error, in words."""
    with pytest.raises(SourceError, match="no Parquet file of records"):
        list(ParquetExporter().load(io.BytesIO(content), ExportContext()))


def test_a_table_of_something_else_is_refused():
    """Rows that are no records are said to be none."""
    arrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    target = io.BytesIO()
    parquet.write_table(arrow.table({"price": [1, 2]}), target)
    target.seek(0)
    with pytest.raises(SourceError, match="no Parquet file of records"):
        list(ParquetExporter().load(target, ExportContext()))
