import io
import zipfile

import pytest

from nkdocs.document import Document
from nkdocs.pipeline.reading import read
from nkdocs.plugin import ReadIssue

ROWS = b'{"text": "Rice"}\nnonsense\n{"text": "Maize"}\n'


class Pipe(io.RawIOBase):
    """Where a writer cannot seek, so that sizes follow what they are of."""

    def __init__(self):
        super().__init__()
        self.written = bytearray()

    def writable(self):
        """Always."""
        return True

    def write(self, piece):
        """Take bytes."""
        self.written += bytes(piece)
        return len(piece)


def packed(members, method=zipfile.ZIP_DEFLATED, target=None):
    """An archive of these members."""
    target = target or io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return bytes(target.written if isinstance(target, Pipe) else target.getvalue())


@pytest.fixture
def given(tmp_path, monkeypatch):
    """What an archive gives."""
    monkeypatch.chdir(tmp_path)

    def read_all(content, **options):
        (tmp_path / "a.zip").write_bytes(content)
        issues: list[ReadIssue] = []
        documents = list(read("a.zip", on_issue=issues.append, **options))
        assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]
        return documents, issues

    return read_all


MEMBERS = {"../../out.txt": b"Rice " * 100, "folder/": b"", "b/page.html": b"<p>Salt", "rows.jsonl": ROWS, "e.txt": b""}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_go_through_the_readers(given, method):
    """Each by its name; a name that leads elsewhere is a label, and nothing is written."""
    documents, issues = given(packed(MEMBERS, method))
    assert [page.content for page in documents] == [b"Rice " * 100, b"<p>Salt", "Rice", "Maize", b""]
    assert documents[0].name == "a.zip:../../out.txt"
    assert [page.origin.member for page in documents] == ["../../out.txt", "b/page.html", *["rows.jsonl"] * 2, "e.txt"]
    assert documents[3].origin.record == "line 3"
    assert [(issue.code, issue.member, issue.detail[:6]) for issue in issues] == [("bad-line", "rows.jsonl", "line 2")]


def test_an_archive_from_a_pipe_is_read(given):
    """Its sizes and checksums follow the data."""
    documents, _ = given(packed(MEMBERS, target=Pipe()))
    assert len(documents) == 5


@pytest.mark.parametrize("piped", [False, True])
def test_an_archive_cut_at_any_byte_keeps_whole_members(given, piped):
    """And has exactly one truncation note, at the end."""
    members = {"a.txt": b"Rice was cheaper.", "b.txt": b"Salt sold out."}
    content = packed(members, target=Pipe() if piped else None)
    whole, _ = given(content)
    for cut in range(4, len(content)):
        documents, issues = given(content[:cut])
        assert documents == whole[: len(documents)]
        assert [issue.code for issue in issues] == ["truncated-container"]


def test_a_damaged_member_costs_that_member(given):
    """Its checksum does not fit; the next one is read."""
    content = packed({"a.txt": b"Rice was cheaper.", "b.txt": b"Salt"}, zipfile.ZIP_STORED)
    documents, issues = given(content.replace(b"cheaper", b"CHEAPER"))
    assert [page.content for page in documents] == [b"Salt"]
    assert [(issue.code, "a.txt" in issue.detail) for issue in issues] == [("bad-record", True)]


def test_another_compression_is_told(given):
    """Nobody promised to read it, and the members after it are read."""
    content = packed({"a.txt": b"Rice"}, zipfile.ZIP_LZMA)
    documents, issues = given(content)
    assert (documents, [issue.code for issue in issues]) == ([], ["bad-record"])


def test_archives_in_archives_are_read_a_few_deep(given):
    """An archive that holds itself would be read for ever."""
    content = packed({"a.txt": b"Rice"})
    for depth in range(1, 7):
        documents, issues = given(content)
        assert [issue.code for issue in issues] == ([] if depth <= 4 else ["depth-limit"])
        assert len(documents) == (depth <= 4)
        content = packed({f"inner{depth}.zip": content})


def test_a_bomb_is_refused_while_it_is_inflated(given):
    """The limit holds for each document inside."""
    _, issues = given(packed({"bomb.txt": bytes(1 << 24), "bomb.jsonl": bytes(1 << 24)}), max_document_bytes=1000)
    assert [issue.code for issue in issues] == ["too-large"] * 2


def test_what_is_no_archive_is_one_issue(given):
    """With its place; without a caller's ear it is a document that says so."""
    assert [(issue.code, issue.offset) for issue in given(b"prose")[1]] == [("bad-record", 0)]
    (damaged,) = read("a.zip")
    assert isinstance(damaged, Document)
    assert damaged.hints["issue"] == "bad-record"
