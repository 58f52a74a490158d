import gzip
import io

import pytest

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.readers.text import TextReader


def read(content, name="a.txt", limit=1000):
    """The one thing that the reader gives."""
    stream = io.BytesIO(content)
    given = list(TextReader().read(stream, ReadContext(name=name, max_document_bytes=limit)))
    assert not stream.closed
    assert len(given) == 1
    return given[0]


def test_a_file_is_one_document():
    """The bytes come out as they are, with the name; what they are is for the layout to find out."""
    assert read(b"A line.\r\n\xff") == Document(b"A line.\r\n\xff", name="a.txt")


def test_gzip_is_told_by_its_first_bytes():
    """A compressed document is inflated whatever its name says."""
    assert read(gzip.compress(b"A line."), "a.txt.gz").content == b"A line."
    assert read(gzip.compress(b"A line."), "a.txt").content == b"A line."


@pytest.mark.parametrize(("name", "media_type"), [("A.HTML", "text/html"), ("a.htm.gz", "text/html"), ("a.md", None)])
def test_the_name_says_where_markup_is(name, media_type):
    """A file named as a page is one, even where it opens with words."""
    assert read(b"words", name).media_type == media_type


@pytest.mark.parametrize(
    "content", [b"x" * 11, gzip.compress(b"x" * 11, mtime=0), gzip.compress(bytes(1 << 24), mtime=0)]
)
def test_a_longer_document_than_allowed_is_an_issue(content):
    """The limit holds for what is inside a compressed file; the place is where the limit was met."""
    issue = read(content, limit=10)
    assert (issue.code, issue.offset) == ("too-large", 10)
    assert issue.detail.startswith("byte 10")


def test_a_document_of_the_very_limit_is_whole():
    """The limit itself is allowed."""
    assert read(b"x" * 10, limit=10).content == b"x" * 10


def test_a_cut_file_gives_an_issue_and_no_half_document():
    """Cut at any byte, a compressed document is exactly one issue."""
    whole = gzip.compress(b"A line about rice.")
    for cut in range(len(whole)):
        issue = read(whole[:cut], "a.txt.gz")
        assert isinstance(issue, ReadIssue)
        assert (issue.code, issue.offset) == ("truncated-container", cut)


def test_an_empty_file_is_an_empty_document():
    """Nothing is a document too: its parse says that it is empty."""
    assert read(b"").content == b""
