import io
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.readers.parquet import ParquetReader
from nkdocs.testing.streams import Source

NOON = datetime(2014, 6, 2, 12, tzinfo=UTC)


def packed(columns, **options):
    """A file with these columns."""
    written = io.BytesIO()
    parquet.write_table(pa.table(columns), written, **options)
    return written.getvalue()


def read(content, limit=1000, *, seekable=True):
    """All that the reader gives."""
    stream = Source(content, seekable=seekable)
    given = list(ParquetReader().read(stream, ReadContext(name="a.parquet", max_document_bytes=limit)))
    assert not stream.closed
    return given


@pytest.mark.parametrize("seekable", [True, False])
def test_a_row_is_a_document(seekable):
    """Content may be strings or bytes; text stands in where it is null; other columns are passed over."""
    rows = {"content": ["Rice", None], "text": ["x", "Salt"], "name": ["r", None], "n": [1, 2]}
    rice, salt = read(packed(rows), seekable=seekable)
    assert (rice.content, rice.name, rice.origin.record) == ("Rice", "r", "row 1")
    assert (salt.content, salt.name) == ("Salt", "a.parquet:2")
    assert read(packed({"content": [b"\xff\xfe"]}))[0].content == b"\xff\xfe"
    assert read(packed({"text": pa.array(["Rice"]).dictionary_encode()}))[0].content == "Rice"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (pa.array(["2014-06-02"]), date(2014, 6, 2)),
        (pa.array([date(2014, 6, 2)]), date(2014, 6, 2)),
        (pa.array([NOON], pa.timestamp("ns", "UTC")), NOON),
        (pa.array([NOON.replace(tzinfo=None)], pa.timestamp("us")), date(2014, 6, 2)),
    ],
)  # fmt: skip
def test_times_of_capture_are_days_or_aware(values, expected):
    """Of a time without zone only the day is kept."""
    assert read(packed({"text": ["Rice"], "captured": values}))[0].captured == expected


@pytest.mark.parametrize("columns", [{"body": ["Rice"]}, {"text": [5]}, {"text": [["Rice"]]}])
def test_another_schema_names_its_columns(columns):
    """One issue, with what was found."""
    (issue,) = read(packed(columns))
    assert issue.code == "bad-schema"
    assert f"columns: {next(iter(columns))}: " in issue.detail


def test_a_row_that_is_none_costs_one_row():
    """Null content and an impossible capture time are told with the row's number."""
    given = read(packed({"text": ["Rice", None, "Salt", "x" * 2000], "captured": ["2014-06-02", None, "June", None]}))
    assert [getattr(item, "code", None) for item in given] == [None, "bad-record", "bad-record", "too-large"]
    assert given[1].detail.startswith("row 2: ")


def test_a_cut_file_is_one_truncation_note():
    """Its index stands at its end."""
    content = packed({"text": ["Rice"]})
    for cut in range(1, len(content)):
        assert [item.code for item in read(content[:cut])] == ["truncated-container"]


@pytest.mark.parametrize("content", [b"prose, not columns", b"PAR1 and then words PAR1"])
def test_what_is_no_parquet_file_is_one_issue(content):
    """It raises nothing."""
    assert [item.code for item in read(content)] == ["bad-record"]


def test_damaged_files_raise_nothing():
    """Those that broke other readers come out as issues."""
    folder = os.environ.get("NKDOCS_CORPUS")
    if not folder:
        pytest.skip("NKDOCS_CORPUS names no folder of real documents")
    paths = sorted(Path(folder, "badinput", "parquet-bad_data").glob("*.parquet"))
    given = [read(path.read_bytes(), limit=1 << 20) for path in paths]
    assert len(given) == 8
    assert {item.code for items in given for item in items if isinstance(item, ReadIssue)} == {
        "bad-schema",
        "bad-record",
    }
    assert not any(isinstance(item, Document) for items in given for item in items)
