import gzip
import io
from datetime import date

import pytest

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.readers.csv import CsvReader, TsvReader

TABLE = 'name,text,url,captured\r\nr,"Rice, ""cheap""\n\nTold",http://a.example/,2014-06-02\r\ns,소금,,\r\n'.encode()


def read(content, reader=CsvReader, name="a.csv", limit=1000):
    """All that the reader gives."""
    stream = io.BytesIO(content)
    given = list(reader().read(stream, ReadContext(name=name, max_document_bytes=limit)))
    assert not stream.closed
    return given


def test_a_row_is_a_document():
    """Cells may hold commas, quotes and newlines; an empty cell says nothing; the place is the first line."""
    rice, salt = read(TABLE)
    assert (rice.content, rice.url, rice.captured) == ('Rice, "cheap"\n\nTold', "http://a.example/", date(2014, 6, 2))
    assert (salt.content, salt.url, salt.captured) == ("소금", None, None)
    assert (salt.origin.record, salt.origin.offset) == ("line 5", TABLE.index("s,소금".encode()))


@pytest.mark.parametrize(
    "content", [b"\xef\xbb\xbf" + TABLE, gzip.compress(TABLE, mtime=0), TABLE.replace(b"\r\n", b"\n")]
)
def test_marks_line_ends_and_compression_change_nothing(content):
    """Spreadsheets write a byte order mark, others plain newlines."""
    assert [row.content for row in read(content)] == [row.content for row in read(TABLE)]


def test_tabs_may_separate():
    """The same reader with another delimiter."""
    assert read(b"text\tname\nRice, cheaper\tr\n", TsvReader)[0].content == "Rice, cheaper"


@pytest.mark.parametrize("header", ["id,body", '"id;text"', "Content"])
def test_a_table_without_documents_names_its_columns(header):
    """It is one issue, not one a row."""
    (issue,) = read(f"{header}\n1,2\n3,4\n".encode())
    assert issue.code == "bad-schema"
    assert issue.detail.endswith("columns: " + header.strip('"').replace(",", ", "))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (b"a,b,c\n", "bad-line"),
        (b"a\n", "bad-line"),
        (b'a,"b"c\n', "bad-line"),
        (b"a,\xff\n", "undecodable"),
        (b"a," + b"x" * 2000 + b"\n", "too-large"),
        (b"a," + b"x" * 200_000 + b"\n", "too-large"),
    ],
)
def test_a_bad_row_costs_one_row(row, code):
    """The others are kept, and the issue names the line."""
    given = read(b"name,text\nr,Rice\n" + row + b"\ns,Salt\n")
    assert [getattr(item, "code", item.name if isinstance(item, Document) else None) for item in given] == [
        "r",
        code,
        "s",
    ]
    assert given[1].detail.startswith("line 3: ")
    assert given[1].offset == 17


def test_an_empty_cell_is_an_empty_document():
    """A row whose text is missing is a document without words."""
    assert [row.content for row in read(b"name,text\nr,\n")] == [""]


def test_a_table_cut_at_any_byte_never_gives_half_a_row():
    """A row without line end may have lost a part of its last cell."""
    whole = read(TABLE)
    ends = {TABLE.index(b"r,"), TABLE.index(b"s,")}
    for cut in range(1, len(TABLE)):
        given = read(TABLE[:cut])
        documents = [item for item in given if isinstance(item, Document)]
        assert documents == whole[: len(documents)]
        told = [item.code for item in given if isinstance(item, ReadIssue)]
        assert told == ([] if cut in ends else ["truncated-container"])


def test_a_quote_that_is_never_closed_does_not_fill_the_memory():
    """It is too large at the limit, and rows after it are looked at again."""
    given = read(b'text\n"' + b"Rice\n" * 20_000 + b'Salt"\nMaize\n')
    assert given[0].code == "too-large"
    assert given[-1].content == "Maize"
