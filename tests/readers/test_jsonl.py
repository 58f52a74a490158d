import gzip
import io
import json
from datetime import UTC, date, datetime

import pytest

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.readers.jsonl import JsonLinesReader

ROWS = [{"text": f"Rice report {n}", "name": f"r{n}"} for n in range(4)]
LINES = b"".join(json.dumps(row).encode() + b"\n" for row in ROWS)


def read(content, name="c.jsonl", limit=1000):
    """All that the reader gives."""
    stream = io.BytesIO(content)
    given = list(JsonLinesReader().read(stream, ReadContext(name=name, max_document_bytes=limit)))
    assert not stream.closed
    return given


def only(row, **options):
    """What one row gives."""
    (given,) = read(json.dumps(row).encode(), **options)
    return given


def test_each_line_is_a_document_with_its_place():
    """Documents come in order, with the name the row gives and where it stood."""
    documents = read(LINES)
    assert [(d.content, d.name) for d in documents] == [(row["text"], row["name"]) for row in ROWS]
    assert [d.origin.offset for d in documents] == [LINES.index(json.dumps(row).encode()) for row in ROWS]
    assert {d.origin.source for d in documents} == {"c.jsonl"}
    assert documents[2].origin.record == "line 3"


def test_content_comes_before_text_before_html():
    """The first of the three keys that is not null is the document; html says what it is."""
    assert only({"html": "<p>h", "text": "t", "content": "c"}).content == "c"
    assert only({"html": "<p>h", "text": "t", "content": None}).content == "t"
    page = only({"html": "<p>h"})
    assert (page.content, page.media_type) == ("<p>h", "text/html")


def test_what_a_row_knows_is_kept():
    """Address, media type and capture go with the document; a row without name is named by its line."""
    row = {"content": "c", "url": "http://a.example/", "media_type": "text/plain", "captured": "2014-06-02T01:02:03Z"}
    document = only(row)
    assert document == Document(
        "c", "http://a.example/", "text/plain", datetime(2014, 6, 2, 1, 2, 3, tzinfo=UTC), name="c.jsonl:1",
        origin=document.origin,
    )  # fmt: skip


@pytest.mark.parametrize("captured", ["2014-06-02", "20140602", "2014-06-02T23:59:00"])
def test_a_capture_without_zone_is_its_day(captured):
    """A clock without zone is no instant, but its day stands there."""
    assert only({"text": "t", "captured": captured}).captured == date(2014, 6, 2)


def test_a_bad_line_is_told_with_its_number_and_the_others_are_kept():
    """One damaged line costs one line; blank lines are none."""
    given = read(LINES.replace(b'{"text": "Rice report 1"', b"{nonsense", 1).replace(b"\n", b"\r\n\r\n"))
    assert [type(item) for item in given] == [Document, ReadIssue, Document, Document]
    assert given[1].code == "bad-line"
    assert given[1].detail.startswith("line 3:")


@pytest.mark.parametrize("line", [b"[" * 100_000, b"NaN", b'"text"', b"\xff", b'{"text": "a", "n": -Infinity}'])
def test_what_is_no_json_object_is_a_bad_line(line):
    """Depth, constants that are no JSON, other values and other encodings are all one line's damage."""
    (issue,) = read(line + b"\n", limit=1_000_000)
    assert (issue.code, issue.offset) == ("bad-line", 0)


def test_a_number_of_any_length_does_no_harm():
    """Columns that nobody asked for may hold whatever JSON can."""
    assert read(b'{"text": "t", "n": ' + b"1" * 10_000 + b"}", limit=100_000)[0].content == "t"


@pytest.mark.parametrize(
    "row", [{"body": "b"}, {"text": None}, {"text": 5}, {"text": "t", "url": 1}, {"text": "t", "captured": "June"}]
)  # fmt: skip
def test_a_row_without_a_document_is_a_bad_record(row):
    """Valid JSON that gives no document is told, too."""
    issue = only(row)
    assert issue.code == "bad-record"
    assert issue.detail.startswith("line 1:")


def test_a_file_that_ends_inside_a_line_is_cut():
    """Cut at every byte, a file gives the whole lines before and one issue where the cut line was begun."""
    ends = {i + 1 for i, byte in enumerate(LINES) if byte == ord("\n")}
    for cut in range(1, len(LINES)):
        given = read(LINES[:cut])
        whole = [item for item in given if isinstance(item, Document)]
        assert [d.name for d in whole] == [row["name"] for row in ROWS][: len(whole)]
        cut_inside = cut not in ends and cut + 1 not in ends
        assert [item.code for item in given if isinstance(item, ReadIssue)] == ["truncated-container"] * cut_inside


def test_a_cut_gzip_file_has_exactly_one_issue():
    """Whole rows before the cut are given, and one issue at the end says that it is cut."""
    packed = gzip.compress(LINES)
    for cut in range(len(packed)):
        given = read(packed[:cut], "c.jsonl.gz")
        assert [item.code for item in given if isinstance(item, ReadIssue)] == ["truncated-container"]
        assert isinstance(given[-1], ReadIssue)
    assert len(read(packed, "c.jsonl.gz")) == len(ROWS)


def test_a_line_that_is_too_long_is_passed_over():
    """The limit holds for a document and for a line without end; the lines after it are read."""
    long, endless = json.dumps({"text": "x" * 2000}).encode(), b'{"text": "' + b"x" * 200_000 + b'"}'
    given = read(b"\n".join([long, endless, json.dumps(ROWS[0]).encode()]))
    assert [getattr(item, "code", None) for item in given] == ["too-large", "too-large", None]
    assert given[1].offset == len(long) + 1


def test_the_first_row_comes_before_the_whole_stream_is_read():
    """A reader of a long stream does not wait for its end."""
    stream = io.BytesIO(LINES * 5000)
    rows = JsonLinesReader().read(stream, ReadContext())
    assert next(rows).name == "r0"
    assert stream.tell() < len(LINES) * 2500


def test_a_byte_order_mark_is_no_part_of_the_first_row():
    """Files from spreadsheets open with one."""
    assert read(b"\xef\xbb\xbf" + LINES)[0].name == "r0"
