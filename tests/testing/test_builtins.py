"""What comes with nkdocs is held to the kit like any stranger's plugin."""

import csv
import gzip
import io
import json
import random
import zipfile

import pyarrow as pa
import pytest
from pyarrow import parquet

from nkdocs import Registry
from nkdocs.testing.enricher_checks import check_enricher
from nkdocs.testing.exporter_checks import check_exporter
from nkdocs.testing.reader_checks import check_reader

# Each run of the kit takes seconds: once is enough.
pytestmark = pytest.mark.slow

REGISTRY = Registry(entry_points=False)
TEXT = "Salt sells out\n\nBy Monday there was none, 소금 장수가 말했다.\n".encode()
ROWS = [
    {"text": "Salt sells out\n\nThere was none on Monday.", "name": "salt", "url": "https://borderledger.example/1"},
    {"html": "<p>Rice was cheaper.</p>", "captured": "2014-11-05"},
    {"content": "소금이 동났다.", "media_type": "text/plain"},
]
LINES = b"\n\n".join(json.dumps(row, ensure_ascii=False).encode() for row in ROWS) + b"\n"
DRAWN = random.Random(1)  # noqa: S311 - the same words each time


def words(count):
    """So many words in no language, which no compression makes small."""
    return " ".join(DRAWN.randbytes(4).hex() for _ in range(count))


LONG = [f"Salt report {number}\n\n{words(9000)}" for number in range(8)]


def table(delimiter):
    """Rows as spreadsheets write them."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter=delimiter)
    rows.writerow(["name", "text", "url", "captured"])
    rows.writerow(["salt", 'Salt, "sold out"\n\nBy Monday', "https://borderledger.example/1", "2014-11-05"])
    rows.writerows([f"n{number}", text, "", ""] for number, text in enumerate(LONG))
    return written.getvalue().encode()


def columns():
    """Rows in several groups."""
    written = io.BytesIO()
    rows = pa.table({"text": LONG, "name": [f"n{number}" for number in range(len(LONG))]})
    parquet.write_table(rows, written, row_group_size=1)
    return written.getvalue()


def record(kind, media_type, block, **headers):
    """One WARC record."""
    told = {"WARC-Type": kind, "Content-Type": media_type, "Content-Length": len(block), **headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items()).encode()
    return b"WARC/1.0\r\n" + head + b"\r\n" + block + b"\r\n\r\n"


def response(body, *headers):
    """A WARC record of an answered request."""
    head = "\r\n".join(("HTTP/1.1 200 OK", "Content-Type: text/html", *headers, "", "")).encode()
    about = {"WARC-Date": "2014-11-05T01:02:03Z", "WARC-Target-URI": "https://borderledger.example/1"}
    return record("response", "application/http; msgtype=response", head + body, **about)


RECORDS = [
    record("warcinfo", "application/warc-fields", b"software: none\r\n"),
    response(b"<p>Salt sells out"),
    response(gzip.compress(b"<p>Rice was cheaper", mtime=0), "Content-Encoding: gzip"),
    record("request", "application/http; msgtype=request", b"GET / HTTP/1.1\r\n\r\n"),
    record("conversion", "text/plain", "소금이 동났다.".encode()),
]
WARC = b"".join(RECORDS)
PACKED_WARC = b"".join(gzip.compress(each, mtime=0) for each in RECORDS)


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    """An archive of these members."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compression)
    return written.getvalue()


ENTRY = (
    "<item><title>Salt</title><guid>{0}</guid><pubDate>Wed, 05 Nov 14 09:00:00 +0900</pubDate>"
    "<description><![CDATA[{1}]]></description></item>\n"
)
FEED = '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Ledger</title>{0}</channel></rss>\n'
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id>'
    '<content type="html">&lt;p&gt;Salt</content></entry></feed>\n'
)
# What the built-in readers read, by name: containers of their formats in our own words.
CONTAINERS = {
    "salt.txt": TEXT,
    "salt.txt.gz": gzip.compress(TEXT, mtime=0),
    "salt.html": b"<!doctype html><p>Salt sells out",
    "salt.md": b"# Salt\n\nsells out\n",
    "rows.csv": table(","),
    "rows.tsv": table("\t"),
    "rows.csv.gz": gzip.compress(b"text\nSalt\nRice\n", mtime=0),
    "rows.parquet": columns(),
    "crawl.warc": WARC,
    "crawl.warc.gz": PACKED_WARC,
    "crawl.wacz": zipped(
        {
            "archive/a.warc.gz": PACKED_WARC,
            "indexes/a.cdx": b"",
            "archive/b.warc": response(words(50_000).encode()) * 2,
        },
        zipfile.ZIP_STORED,
    ),
    "few.rss": FEED.format("".join(ENTRY.format(number, f"<p>Salt {number}") for number in range(3))).encode(),
    "many.rss": FEED.format("".join(ENTRY.format(number, text) for number, text in enumerate(LONG))).encode(),
    "one.atom": ATOM.encode(),
    "pages.zip": zipped({"../a.txt": TEXT, "b.txt": b"Rice was cheaper.", "empty.txt": b""}),
    "large.zip": zipped({f"{number}.txt": text.encode() for number, text in enumerate(LONG)}),
    "rows.jsonl": LINES,
    "unended.jsonl": LINES.strip(),
    "rows.jsonl.gz": gzip.compress(LINES, mtime=0) + gzip.compress(LINES, mtime=0),
}
# The one check that cannot be made: of one document nothing comes before it is read.
NOT_RUN = {"text": {"R05"}, "html": {"R05"}, "markdown": {"R05"}}


@pytest.fixture(scope="session")
def containers(tmp_path_factory):
    """A folder of containers for every built-in reader."""
    folder = tmp_path_factory.mktemp("containers")
    for name, content in CONTAINERS.items():
        (folder / name).write_bytes(content)
    return folder


def wrong(results):
    """What is not as it should be."""
    return [result for result in results if result.outcome != "passed"]


@pytest.mark.parametrize("name", sorted(REGISTRY.exporters))
def test_every_exporter_passes(name):
    """No property of exporters is broken."""
    assert wrong(check_exporter(name, registry=REGISTRY)) == []


@pytest.mark.parametrize("name", sorted(REGISTRY.readers))
def test_every_reader_passes(name, containers):
    """No property of readers is broken."""
    results = wrong(check_reader(name, containers, registry=REGISTRY))
    assert {result.id: result.outcome for result in results} == dict.fromkeys(NOT_RUN.get(name, ()), "not-run")


@pytest.mark.parametrize("name", sorted(REGISTRY.enrichers))
def test_every_enricher_passes(name):
    """No property of enrichers is broken."""
    assert wrong(check_enricher(name, registry=REGISTRY)) == []
