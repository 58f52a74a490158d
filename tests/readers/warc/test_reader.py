import gzip
import io
import os
import zlib
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.readers.warc.reader import WarcReader

PAGE = b"<p>Rice was cheaper in Hyesan."
HTTP = "application/http; msgtype=response"


def record(block, kind="response", media_type=HTTP, **more):
    """One record."""
    told = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:1>",
        "WARC-Date": "2014-06-02T01:02:03Z",
        "WARC-Target-URI": "http://ledger.example/rice",
        "Content-Type": media_type,
        "Content-Length": len(block),
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items()).encode()
    return b"WARC/1.0\r\n" + head + b"\r\n" + block + b"\r\n\r\n"


def http(body, *headers, status="200 OK", media_type="text/html; charset=utf-8"):
    """An answer, as the server sent it."""
    return "\r\n".join((f"HTTP/1.1 {status}", f"Content-Type: {media_type}", *headers, "", "")).encode() + body


RECORDS = [
    record(b"software: none\r\n", "warcinfo", "application/warc-fields"),
    record(http(PAGE)),
    record(b"GET / HTTP/1.1\r\n\r\n", "request", "application/http; msgtype=request"),
    record(b"Salt sold out.", "conversion", "text/plain"),
]


def read(content, name="a.warc", limit=100_000):
    """All that the reader gives."""
    stream = io.BytesIO(content)
    given = list(WarcReader().read(stream, ReadContext(name=name, max_document_bytes=limit)))
    assert not stream.closed
    return given


def only(block, **options):
    """What one record gives."""
    (given,) = read(record(block), **options)
    return given


def codes(given):
    """The codes of the issues."""
    return [item.code for item in given if isinstance(item, ReadIssue)]


def test_a_response_is_a_document_with_its_capture():
    """Address, time, media type and place come from the record."""
    page = read(b"".join(RECORDS))[0]
    assert (page.content, page.url, page.media_type) == (PAGE, "http://ledger.example/rice", "text/html; charset=utf-8")
    assert page.captured == datetime(2014, 6, 2, 1, 2, 3, tzinfo=UTC)
    offset = len(RECORDS[0])
    assert (page.name, page.origin.source, page.origin.offset) == (f"a.warc:{offset}", "a.warc", offset)
    assert page.origin.record == "<urn:uuid:1>"


def test_offsets_of_a_gzipped_file_are_those_of_its_members():
    """Indexes of captures count the compressed file."""
    members = [gzip.compress(each) for each in RECORDS]
    assert [page.origin.offset for page in read(b"".join(members), "a.warc.gz")] == [
        len(members[0]),
        sum(map(len, members[:3])),
    ]


@pytest.mark.parametrize(
    "block",
    [
        http(PAGE, status="404 Not Found"),
        http(b"\x89PNG", media_type="image/png"),
        http(b"body {}", media_type="text/css"),
        http(b"\x89PNG\r\n", media_type="application/octet-stream"),
    ],
)
def test_what_holds_no_document_is_passed_over(block):
    """Other statuses, pictures and styles are neither documents nor damage."""
    assert read(record(block)) == []


@pytest.mark.parametrize("kind", ["request", "revisit", "metadata", "warcinfo"])
def test_other_records_are_passed_over(kind):
    """Only responses, resources and conversions can be documents."""
    assert read(record(b"Salt", kind, "text/plain")) == []


def raw_deflate(data):
    """A zlib stream without its head."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE, mtime=0), ["Content-Encoding: gzip"]),
        (PAGE, ["Content-Encoding: gzip"]),
        (zlib.compress(PAGE), ["Content-Encoding: deflate"]),
        (raw_deflate(PAGE), ["Content-Encoding: deflate"]),
        (PAGE, ["Content-Encoding: deflate"]),
        (brotli.compress(PAGE), ["Content-Encoding: br"]),
        (PAGE, ["Content-Encoding: br"]),
        (b"3\r\n<p>\r\n1b\r\nRice was cheaper in Hyesan.\r\n0\r\n\r\n", ["Transfer-Encoding: chunked"]),
        (PAGE, ["Transfer-Encoding: chunked"]),
        (gzip.compress(brotli.compress(PAGE), mtime=0), ["Content-Encoding: br, gzip"]),
    ],
)
def test_the_coats_of_http_are_taken_off(body, headers):
    """Whatever the body travelled in; where it was stored without its coat, the header says nothing."""
    assert only(http(body, *headers)).content == PAGE


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (gzip.compress(PAGE, mtime=0)[:-9], "Content-Encoding: gzip"),
        (brotli.compress(PAGE)[:-5], "Content-Encoding: br"),
        (zlib.compress(PAGE)[:-9], "Content-Encoding: deflate"),
        (b"30\r\n<p>Ri", "Transfer-Encoding: chunked"),
        (PAGE, "Content-Encoding: rot13"),
    ],
)
def test_a_damaged_body_is_told_and_no_half_document_given(body, header):
    """The place is the record's; the records after it are read."""
    given = read(record(http(body, header)) + RECORDS[3])
    assert codes(given) == ["bad-record"]
    assert given[0].detail.startswith("byte 0: ")
    assert given[1].content == b"Salt sold out."


@pytest.mark.parametrize("pack", [gzip.compress, brotli.compress])
def test_a_bomb_in_a_body_is_refused_at_the_limit(pack):
    """A small body that inflates without end is too large, and no more than the limit of it is kept."""
    header = "Content-Encoding: gzip" if pack is gzip.compress else "Content-Encoding: br"
    assert only(http(pack(bytes(1 << 24)), header), limit=1000).code == "too-large"


def test_a_record_over_the_limit_is_not_kept():
    """It is passed over as it is read, and the next one comes."""
    given = read(record(http(b"x" * 300_000)) + RECORDS[3], limit=1000)
    assert [getattr(item, "code", None) for item in given] == ["too-large", None]


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_cut_at_any_byte_gives_all_whole_records_and_one_issue(packed):
    """Only a cut at the end of a record cannot be seen."""
    parts = [gzip.compress(each) if packed else each for each in RECORDS]
    ends = {sum(map(len, parts[:count])) for count in range(len(parts) + 1)}
    content, name = b"".join(parts), "a.warc.gz" if packed else "a.warc"
    whole = read(content, name)
    for cut in range(1, len(content)):
        given = read(content[:cut], name)
        documents = [item for item in given if isinstance(item, Document)]
        assert documents == whole[: len(documents)]
        assert len(documents) >= sum(end <= cut for end in sorted(ends)[2:3])
        assert codes(given) == ([] if cut in ends else ["truncated-container"])
        assert cut in ends or given[-1].detail.startswith("byte ")


def test_reading_goes_on_after_what_is_no_record():
    """Noise between records costs one issue, and nothing that comes after it."""
    given = read(RECORDS[1] + b"noise\r\nWARC\r\n\r\n" + RECORDS[3])
    assert [getattr(item, "code", None) for item in given] == [None, "bad-record", None]
    assert given[1].offset == len(RECORDS[1])


def test_a_record_without_length_is_passed_over():
    """Nobody can tell where it ends but by the next one."""
    given = read(RECORDS[1].replace(b"Content-Length", b"Content-Size", 1) + RECORDS[3])
    assert [getattr(item, "code", None) for item in given] == ["bad-record", None]


@pytest.mark.parametrize("ends", [b"\r\n\r\n", b"\n\n", b"\r\n\r\n\r\n\r\n"])
def test_a_head_alone_without_length_costs_nothing_else(ends):
    """The record right behind its blank line is given."""
    given = read(b"WARC/1.0\r\nWARC-Type: response" + ends + record(http(PAGE)) * 2)
    assert [getattr(item, "code", None) for item in given] == ["bad-record", None, None]


def test_a_record_that_the_crawler_cut_says_so():
    """It is given, with the reason as a hint."""
    (page,) = read(record(http(PAGE), WARC_Truncated="length"))
    assert page.hints["truncated"] == "length"


def test_an_address_in_angle_brackets_is_read():
    """Early versions of a crawler wrote them so."""
    (page,) = read(record(http(PAGE), WARC_Target_URI="<http://ledger.example/salt>", WARC_Date="2014-06-45"))
    assert (page.url, page.captured) == ("http://ledger.example/salt", None)


@pytest.fixture(scope="module")
def damaged():
    """Damaged archives of others."""
    folder = os.environ.get("NKDOCS_CORPUS")
    if not folder:
        pytest.skip("NKDOCS_CORPUS names no folder of real documents")
    return Path(folder) / "badinput"


@pytest.mark.parametrize("name", ["example.warc", "example.warc.gz"])
def test_a_real_file_cut_at_any_byte_is_never_silent(damaged, name):
    """Every cut that is not between records gives exactly one issue."""
    content = (damaged / "warcio" / name).read_bytes()
    silent = [cut for cut in range(1, len(content), 3) if len(codes(read(content[:cut], name))) != 1]
    assert len(silent) <= 2


def test_damaged_archives_raise_nothing(damaged):
    """Whatever is in them comes out as documents and issues."""
    names = [path for folder in ("warcio", "resiliparse") for path in sorted((damaged / folder).glob("*arc*"))]
    given = {path.name: read(path.read_bytes(), path.name, limit=1 << 25) for path in names}
    assert len(given["clueweb-quirk.warc.gz"]) == 29
    assert codes(given["clipped.warc.gz"]) == ["truncated-container"]
    assert codes(given["example.arc"]) == ["bad-record"]
