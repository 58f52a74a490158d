import gzip
import io
import zipfile

from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.readers.warc.wacz import WaczReader

RECORD = (
    b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    b"Content-Length: 4\r\n\r\nRice\r\n\r\n"
)


def packed(members):
    """An archive."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


def read(content):
    """All that the reader gives."""
    return list(WaczReader().read(io.BytesIO(content), ReadContext(name="a.wacz")))


def test_the_documents_of_all_warc_files_are_given():
    """Each with the member it stood in; indexes and lists of pages are passed over."""
    members = {"datapackage.json": b"{}", "archive/a.warc.gz": gzip.compress(RECORD) * 2, "archive/b.warc": RECORD}
    documents = read(packed(members))
    assert [page.origin.member for page in documents] == ["archive/a.warc.gz"] * 2 + ["archive/b.warc"]
    assert documents[0].name == "a.wacz:archive/a.warc.gz:0"
    assert documents[1].origin.offset == len(gzip.compress(RECORD))


def test_a_cut_file_gives_whole_records_and_one_issue():
    """Cut at any byte."""
    content = packed({"archive/a.warc": RECORD * 3})
    for cut in range(1, len(content)):
        given = read(content[:cut])
        assert [item.code for item in given if isinstance(item, ReadIssue)] == ["truncated-container"]


def test_damage_inside_a_member_names_it():
    """The place is in the member."""
    (issue,) = read(packed({"archive/a.warc": b"noise"}))
    assert (issue.code, issue.member, issue.offset) == ("bad-record", "archive/a.warc", 0)
    assert issue.detail == "byte 0: no WARC record begins here (in archive/a.warc)"
