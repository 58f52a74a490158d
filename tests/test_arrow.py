"""Arrow batches in, Arrow batches out."""

from datetime import UTC, date, datetime

import pytest

import nkdocs
from nkdocs.errors import UnknownPlugin, UsageError
from nkdocs.records.convert import to_dict

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
arrow = pytest.importorskip("nkdocs.arrow")

TEXT = "Boats stay in port\n\nNo boat left Sinpo on Monday, a trader told the wire by telephone."
REGISTRY = nkdocs.Registry(entry_points=False)


def rows(*given, **options):
    """What becomes of these rows, two to a batch."""
    batches = [pa.RecordBatch.from_pylist(list(given[start : start + 2])) for start in range(0, len(given), 2)]
    found = list(arrow.parse_batches(iter(batches), registry=REGISTRY, **options))
    assert [batch.num_rows for batch in found] == [batch.num_rows for batch in batches]
    assert all(batch.schema == arrow.SCHEMA for batch in found)
    return [row for batch in found for row in batch.to_pylist()]


def test_the_schema_is_the_record_and_an_error():
    """The columns of the parquet format in their order, then why there is no record."""
    assert arrow.SCHEMA.names == [*to_dict(nkdocs.parse(TEXT).article), "error"]
    assert str(arrow.SCHEMA.field("error").type) == "struct<code: string, message: string>"


def test_a_document_of_one_article_is_its_record():
    """Each row equals what ``parse`` gives for the same document."""
    known = {"content": TEXT, "url": "https://wire.example/boats", "name": "boats.txt", "captured": "2014-06-03"}
    (row,) = rows(known)
    article = nkdocs.parse(
        TEXT, url=known["url"], name=known["name"], captured=date(2014, 6, 3), registry=REGISTRY
    ).article
    assert row == to_dict(article) | {"error": None}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"content": None}, "bad-record"),
        ({"content": ""}, "empty"),
        ({"content": b"\x89PNG\r\n\x1a\n" + b"\0" * 40}, "binary-content"),
        ({"content": TEXT, "captured": "yesterday"}, "bad-record"),
        ({"content": TEXT, "captured": datetime(2014, 6, 3, 9)}, "bad-record"),  # noqa: DTZ001 - that is what is wrong
    ],
    ids=["null", "empty", "binary", "no-date", "naive"],
)
def test_what_gives_no_record_says_why(row, code):
    """All columns are null but the error, and its neighbours are records."""
    bad, after = rows(row, {"content": TEXT})
    assert (bad["error"]["code"], bool(bad["error"]["message"])) == (code, True)
    assert {value for key, value in bad.items() if key != "error" and not isinstance(value, list)} == {None}
    assert (after["headline"]["text"], after["error"]) == ("Boats stay in port", None)


def test_times_of_capture_come_in_three_forms():
    """A day, a time with its zone, and ISO 8601 all count."""
    given = [date(2014, 6, 3), datetime(2014, 6, 3, 9, tzinfo=UTC), "2014-06-03T09:00:00+00:00"]
    told = [rows({"content": TEXT, "captured": captured})[0]["document"]["captured"] for captured in given]
    assert told == ["2014-06-03", "2014-06-03T09:00:00+00:00", "2014-06-03T09:00:00+00:00"]


def test_the_text_is_kept_where_that_is_asked_for():
    """With ``keep_text`` spans resolve from the record alone."""
    (row,) = rows({"content": TEXT}, keep_text=True)
    assert row["document"]["text"] == TEXT


def test_a_batch_without_content_and_an_unknown_parser_are_refused():
    """Mistakes of the caller raise; what rows hold does not."""
    with pytest.raises(UsageError, match="content"):
        rows({"text": TEXT})
    with pytest.raises(UnknownPlugin):
        rows({"content": TEXT}, parser="dailynks")


def test_no_rows_are_no_rows():
    """An empty batch comes back empty, with the schema."""
    batch = pa.RecordBatch.from_pylist([], schema=pa.schema([("content", pa.string())]))
    (found,) = arrow.parse_batches(iter([batch]), registry=REGISTRY)
    assert (found.num_rows, found.schema) == (0, arrow.SCHEMA)
