import base64
import gzip
import hashlib
from datetime import UTC, date, datetime

import pytest

from nkdocs.document import Document
from nkdocs.errors import SourceError, UsageError
from nkdocs.pipeline.captures import Captures
from nkdocs.pipeline.reading import read
from nkdocs.records import Origin

URL = "http://ledger.example/rice"
NOON = datetime(2014, 6, 2, 12, tzinfo=UTC)
DIGEST = base64.b32encode(hashlib.sha1(b"Rice").digest()).decode()  # noqa: S324 - what indexes hold
KEY = "example,ledger)/rice 20140602120000"
CDXJ = f'{KEY} {{"url": "{URL}", "digest": "sha1:{DIGEST}", "offset": "7", "filename": "d/a.warc.gz"}}\n'
SERVED = f"{KEY} {URL} text/html 200 {DIGEST} 100\n"
CDX = f" CDX N b a m s k r M S V g\n{KEY} {URL} text/html 200 {DIGEST} - - 100 7 a.warc.gz\n"


@pytest.fixture
def captures(tmp_path):
    """An index of these lines."""

    def made(lines, pack=bytes):
        path = tmp_path / "index"
        path.write_bytes(pack(lines.encode()))
        return Captures(path)

    return made


@pytest.mark.parametrize("lines", [CDXJ, CDX, SERVED, CDX.split("\n", 1)[1]])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_document_is_found_by_its_content(captures, lines, pack):
    """In all forms that indexes have, with a legend or without."""
    found = captures(lines, pack).completed(Document("Rice", name="b.txt"))
    assert (found.url, found.captured) == (URL, NOON)


def test_a_record_is_found_by_its_place(captures):
    """File name and offset, whatever folder either is in."""
    origin = Origin(source="crawls/a.warc.gz", offset=7)
    assert captures(CDX).completed(Document("x", origin=origin)).url == URL
    assert captures(CDX).completed(Document("x", origin=Origin(source="a.warc.gz", offset=8))).url is None


def test_a_file_is_found_by_its_name_and_a_document_by_its_url(captures):
    """A page that was saved alone, and one whose address is known."""
    assert captures(CDXJ.replace("a.warc.gz", "b.txt")).completed(Document("x", name="here/b.txt")).url == URL
    assert captures(CDXJ).completed(Document("x", url=URL)).captured == NOON


def test_what_a_document_says_itself_stands(captures):
    """The index only fills in."""
    known = Document("Rice", url=URL, captured=date(2020, 1, 1))
    assert captures(CDXJ).completed(known) is known
    assert captures(CDXJ).completed(Document("Rice", url="http://other.example/")).captured is None


def test_captures_that_differ_leave_it_open(captures):
    """A url that was captured twice tells no day, but content that was captured twice tells its url."""
    later = CDXJ + CDXJ.replace("20140602120000", "20150602120000")
    found = captures(later).completed(Document("Rice"))
    assert (found.url, found.captured) == (URL, None)


@pytest.mark.parametrize(
    ("stamp", "expected"), [("20140602", date(2014, 6, 2)), ("2014", None), ("20141399000000", None)]
)
def test_a_stamp_is_read_whole_or_not_at_all(captures, stamp, expected):
    """Eight digits are a day; a year alone is no capture time."""
    assert captures(CDXJ.replace("20140602120000", stamp)).completed(Document("Rice")).captured == expected


@pytest.mark.parametrize("lines", ["prose\n", "a b {nonsense\n", "a 2014 x y\n"])
def test_what_is_no_index_is_refused(captures, lines):
    """Before any source is read."""
    with pytest.raises(SourceError):
        captures(lines)


def test_reading_takes_an_index(tmp_path):
    """``read`` completes what the readers give; a missing index is told at the call."""
    (tmp_path / "rice.txt").write_bytes(b"Rice")
    (tmp_path / "i.cdxj").write_text(CDXJ, encoding="utf-8")
    (document,) = read(tmp_path / "rice.txt", cdx=tmp_path / "i.cdxj")
    assert (document.url, document.captured) == (URL, NOON)
    with pytest.raises(SourceError):
        read(tmp_path / "rice.txt", cdx=tmp_path / "gone")
    with pytest.raises(UsageError):
        read(tmp_path / "rice.txt", cdx=5)
