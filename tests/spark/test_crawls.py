"""Files that every worker opens itself."""

import pytest

import nkdocs
from nkdocs.errors import SourceError, UnknownPlugin, UsageError
from nkdocs.records.convert import to_dict

pytest.importorskip("pyarrow", reason="pyarrow is not installed")
pytest.importorskip("fastwarc", reason="fastwarc is not installed")
crawls = pytest.importorskip("nkdocs.spark.crawls")


def test_records_of_a_crawl_are_those_of_one_machine(spark, crawl):
    """The place of each in its file too; a cut is told where it stands, and a row a document comes out."""
    found = [row.asDict(recursive=True) for row in crawls.parse_files(spark, str(crawl)).collect()]
    parsed = list(nkdocs.parse_many(nkdocs.read(str(crawl))))
    assert [row["error"] and row["error"]["code"] for row in found] == [None, None, None, "truncated-container"]
    expected = [to_dict(each.article) | {"error": None} for each in parsed if each.kind == "article"]
    assert found[:3] == expected
    assert found[0]["document"]["origin"]["offset"] == 0


def test_each_file_is_a_task(spark, crawl):
    """So that one lost worker costs one file's work."""
    assert crawls.parse_files(spark, str(crawl)).rdd.getNumPartitions() == 2


def test_what_is_wrong_is_told_before_spark_runs(spark, crawl):
    """Sources, readers and parsers there are none of."""
    with pytest.raises(SourceError):
        crawls.parse_files(spark, str(crawl / "c.warc"))
    with pytest.raises(SourceError, match="one machine"):
        crawls.parse_files(spark, "-")
    with pytest.raises(UnknownPlugin):
        crawls.parse_files(spark, str(crawl), input_format="wark")
    with pytest.raises(UsageError):
        crawls.parse_files(spark, str(crawl), parser=7)


def test_no_files_are_no_rows(spark, tmp_path):
    """An empty folder gives an empty DataFrame."""
    assert crawls.parse_files(spark, str(tmp_path)).collect() == []
