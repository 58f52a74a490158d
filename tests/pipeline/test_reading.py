import gzip
import inspect
import io
import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from nkdocs.document import Document
from nkdocs.errors import MissingExtra, SourceError, UnknownPlugin, UsageError
from nkdocs.pipeline.parsing import parse_document
from nkdocs.pipeline.reading import read
from nkdocs.plugin import ReaderInfo, ReadIssue, hookimpl
from nkdocs.registry import Registry

ROWS = b'{"text": "Rice", "name": "r"}\n{"text": "Maize", "name": "m"}\n'


class Pairs:
    """A stranger's reader: lines of key and value, and misbehaviour for the asking."""

    def read(self, stream, ctx):
        """Documents, or what the stream asks for."""
        for line in stream.read().splitlines():
            if line == b"raise":
                raise RuntimeError("no more")
            if line == b"exit":
                raise SystemExit(3)
            if line == b"extra":
                raise MissingExtra("warc", "reading WARC files")
            yield {b"issue": ReadIssue("bad-record", 7), b"junk": 5}.get(line) or Document(line, name=ctx.name)


class PairsPlugin:
    """The plugin that brings it."""

    @hookimpl
    def nkdocs_register_readers(self):
        """One reader."""
        return [ReaderInfo(name="pairs", version="1", factory=Pairs, suffixes=[".pairs"], magic=[b"PAIRS"])]


@pytest.fixture(scope="module")
def registry():
    """The built-in readers and a stranger's."""
    return Registry(plugins=[PairsPlugin()], entry_points=False)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with one file of each kind, and we are in it."""
    monkeypatch.chdir(tmp_path)
    for name, content in {
        "a.txt": b"A line.",
        "b.html": b"<p>A line.",
        "c.txt.gz": gzip.compress(b"A line."),
        "d.jsonl": ROWS,
        "e.jsonl.gz": gzip.compress(ROWS),
        "f.pairs": b"one\ntwo",
        "g.pdf": b"%PDF",
    }.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def contents(*sources, **options):
    """The contents of all documents."""
    return [document.content for document in read(*sources, **options)]


def test_the_suffix_chooses_the_reader(here, registry):
    """A folder gives what each reader makes of its files, in byte order of names."""
    documents = list(read(".", registry=registry))
    assert [document.content for document in documents] == [
        b"A line.", b"<p>A line.", b"A line.", "Rice", "Maize", "Rice", "Maize", b"one", b"two",
    ]  # fmt: skip
    assert documents[0].name == "./a.txt"


def test_names_are_as_the_source_was_given(here, registry):
    """A relative source leaks no path of this machine; an absolute one was given so."""
    for source in ("a.txt", str(here / "a.txt"), here / "a.txt"):
        assert [document.name for document in read(source, registry=registry)] == [str(source)]


@pytest.mark.parametrize("content", [ROWS, b"\xef\xbb\xbf" + ROWS, b"\n " + ROWS, gzip.compress(ROWS, mtime=0)])
def test_the_first_bytes_choose_where_the_name_does_not(here, registry, content):
    """Rows are known by their first brace, compressed or not."""
    (here / "rows").write_bytes(content)
    assert contents("rows", registry=registry) == ["Rice", "Maize"]


@pytest.mark.parametrize("content", [b"{\n  braces in text", b"", b"\x1f", gzip.compress(b"A line.", mtime=0)[:15]])
def test_what_nobody_knows_is_one_document(here, registry, content):
    """Anything else is a single document, for the layout to look at."""
    (here / "thing").write_bytes(content)
    assert len(contents("thing", registry=registry)) == 1


def test_magic_of_a_stranger_counts(here, registry):
    """A plugin's first bytes are looked for as the built-in ones are."""
    (here / "thing").write_bytes(b"PAIRS\none")
    assert contents("thing", registry=registry) == [b"PAIRS", b"one"]


def test_the_input_format_settles_it(here, registry):
    """Neither suffix nor first bytes are asked then; in folders they still choose the files."""
    assert contents("d.jsonl", registry=registry, input_format="text") == [ROWS]
    with pytest.raises(UnknownPlugin) as refused:
        read("d.jsonl", registry=registry, input_format="jsnol")
    assert refused.value.close == ("jsonl",)


@pytest.mark.parametrize(("content", "expected"), [(b"A line.", [b"A line."]), (ROWS, ["Rice", "Maize"]), (b"", [b""])])
def test_standard_input_is_a_source(monkeypatch, registry, content, expected):
    """Its documents have no name of their own, and the stream stays open."""
    stdin = io.TextIOWrapper(io.BytesIO(content))
    monkeypatch.setattr(sys, "stdin", stdin)
    documents = list(read("-", registry=registry))
    assert [document.content for document in documents] == expected
    assert not stdin.buffer.closed


def test_a_closed_standard_input_is_no_source(monkeypatch, registry):
    """There is nothing to read from."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(SourceError):
        list(read("-", registry=registry))


def test_an_issue_comes_out_in_its_place(here, registry):
    """What could not be read is a document that says why, between those that could."""
    (here / "d.jsonl").write_bytes(ROWS.replace(b"\n", b"\nnonsense\n", 1))
    first, damaged, last = read("d.jsonl", registry=registry)
    assert (first.content, last.content) == ("Rice", "Maize")
    assert (damaged.content, damaged.name, damaged.hints["issue"]) == (b"", "d.jsonl", "bad-line")
    assert damaged.hints["detail"].startswith("line 2")
    assert (damaged.origin.source, damaged.origin.offset) == ("d.jsonl", ROWS.index(b"\n") + 1)


def test_on_issue_receives_it_instead(here, registry):
    """Who wants issues gets them as they are, and only good documents come out."""
    (here / "f.pairs").write_bytes(b"one\nissue\ntwo")
    issues: list[ReadIssue] = []
    assert contents("f.pairs", registry=registry, on_issue=issues.append) == [b"one", b"two"]
    assert issues == [ReadIssue("bad-record", 7)]
    (_, damaged, _) = read("f.pairs", registry=registry)
    assert damaged.hints["detail"] == "byte 7"


@pytest.mark.parametrize("fault", [b"raise", b"exit", b"junk"])
def test_a_reader_that_fails_costs_its_documents_and_no_others(here, registry, fault):
    """The fault is told with the reader's name; the next source is read."""
    (here / "f.pairs").write_bytes(b"one\n" + fault + b"\ntwo")
    documents = list(read("f.pairs", "a.txt", registry=registry))
    assert [document.content for document in documents] == [b"one", b"", b"A line."]
    assert documents[1].hints["issue"] == "plugin-failed"
    assert "pairs" in documents[1].hints["detail"]


def test_a_missing_extra_is_told_to_the_caller(here, registry):
    """It is not the document's fault, and there is a command that helps."""
    (here / "f.pairs").write_bytes(b"extra")
    with pytest.raises(MissingExtra):
        list(read("f.pairs", registry=registry))


def test_a_file_that_goes_away_is_told_in_its_place(here, registry):
    """Between the look at the sources and the reading of this one it was removed."""
    documents = read("a.txt", "d.jsonl", registry=registry)
    (here / "a.txt").unlink()
    (here / "d.jsonl").unlink()
    assert [document.hints["issue"] for document in documents] == ["bad-record"] * 2


def test_a_fifo_can_be_read(here, registry):
    """A shell's <(command) is a pipe with a name."""
    os.mkfifo("pipe")
    if os.fork() == 0:
        Path("pipe").write_bytes(ROWS)
        os._exit(0)
    assert contents("pipe", registry=registry) == ["Rice", "Maize"]
    os.wait()


@pytest.mark.parametrize("sources", [["gone.txt"], ["*.gone"], ["a.txt", "@gone"]])
def test_a_missing_source_is_told_at_once(here, registry, sources):
    """Before anything is read, at the call."""
    with pytest.raises(SourceError):
        read(*sources, registry=registry)


@pytest.mark.parametrize(
    "options", [{"max_document_bytes": 0}, {"max_document_bytes": "1"}, {"on_issue": 5}, {"registry": "x"}]
)
def test_wrong_arguments_are_told_at_once(here, registry, options):
    """At the call, too."""
    with pytest.raises(UsageError):
        read("a.txt", **{"registry": registry} | options)


def test_the_limit_holds_in_every_reader(here, registry):
    """A longer document is an issue, also inside a table and compressed."""
    rows = json.dumps({"text": "x" * 50}).encode() + b"\n" + ROWS
    (here / "d.jsonl").write_bytes(rows)
    (here / "c.txt.gz").write_bytes(gzip.compress(bytes(1 << 22)))
    documents = list(read("c.txt.gz", "d.jsonl", registry=registry, max_document_bytes=40))
    assert [document.hints.get("issue") for document in documents] == ["too-large", "too-large", None, None]


def curious(**described):
    """A plugin whose reader asks for an option, and what it was given."""
    given = []

    class Curious:
        def read(self, stream, ctx):
            given.append(ctx.options["delimiter"])
            yield Document(stream.read())

    class Plugin:
        @hookimpl
        def nkdocs_register_readers(self):
            return [ReaderInfo(name="curious", version="1", factory=Curious, suffixes=[".pdf"], **described)]

    return given, Plugin()


def test_options_reach_the_reader(here):
    """What a reader of a plugin wants to know is passed on."""
    given, plugin = curious()

    assert contents("g.pdf", registry=Registry(plugins=[plugin], entry_points=False), delimiter=";") == [b"%PDF"]
    assert given == [";"]


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("input_fromat", "did you mean input_format"),
        ("max_document_byte", "did you mean max_document_bytes"),
        ("zzz", "there are cdx, input_format, max_document_bytes, on_issue, registry"),
    ],
)
def test_an_option_no_reader_takes_is_refused_at_once(here, option, told):
    """The names that are close to it are told, else all there are."""
    with pytest.raises(UsageError, match=told):
        read("a.txt", registry=Registry(entry_points=False), **{option: 1})


def test_a_reader_may_say_which_options_it_takes(here):
    """What it names reaches it; a misspelt one is refused, with the names that are close."""
    given, plugin = curious(options=["delimiter"])

    registry = Registry(plugins=[plugin], entry_points=False)
    assert contents("a.txt", "g.pdf", registry=registry, delimiter=";") == [b"A line.", b"%PDF"]
    assert given == [";"]
    with pytest.raises(UsageError, match="did you mean delimiter"):
        read("g.pdf", registry=registry, delimeter=";")


def test_the_names_of_own_arguments_are_all_known():
    """A misspelt argument of ``read`` itself is close to it, whichever it is."""
    own = [name for name, each in inspect.signature(read).parameters.items() if each.kind is each.KEYWORD_ONLY]
    for name in own:
        with pytest.raises(UsageError, match=f"did you mean {name}"):
            read("a.txt", **{f"{name}s": 1, "registry": Registry(entry_points=False)})


def test_the_longest_suffix_wins(here, registry):
    """A name that ends in .jsonl.gz is a table, though .gz alone might be somebody's."""
    assert contents("e.jsonl.gz", registry=registry) == ["Rice", "Maize"]


def stranger(give, **told):
    """A registry with a reader that gives what a function of no arguments gives."""
    reader = SimpleNamespace(read=lambda *_: give())

    class StrangerPlugin:
        @hookimpl
        def nkdocs_register_readers(self):
            return [ReaderInfo(name="stranger", version="1", factory=lambda: reader, **told)]

    return Registry([StrangerPlugin()], entry_points=False)


def test_a_suffix_in_capitals_is_the_same_suffix(here):
    """Neither the file's case nor the reader's counts."""
    (here / "f.box").write_bytes(b"")
    registry = stranger(lambda: [Document("found")], suffixes=[".BOX"])
    assert contents("f.box", registry=registry) == ["found"]


@pytest.mark.parametrize("wrong", [{"code": 5}, {"code": "Not a code!"}, {"code": "bad-line", "offset": "7"}])
def test_an_issue_that_makes_no_note_is_the_reader_s_fault(here, wrong):
    """It is refused where the reader makes it, so that parsing what comes out raises nothing."""
    (here / "f.box").write_bytes(b"")
    (document,) = read("f.box", registry=stranger(lambda: [ReadIssue(**wrong)], suffixes=[".box"]))
    (note,) = parse_document(document, registry=Registry(entry_points=False)).notes
    assert (note.code, "UsageError" in (note.detail or "")) == ("plugin-failed", True)


def test_a_reader_that_cannot_be_made_says_so_once(here):
    """The issue names reader and plugin, without an exception around it."""
    (here / "f.box").write_bytes(b"")

    class Gone:
        @hookimpl
        def nkdocs_register_readers(self):
            return [ReaderInfo(name="gone", version="1", factory="nkdocs_gone:Gone", suffixes=[".box"])]

    (document,) = read("f.box", registry=Registry([Gone()], entry_points=False))
    assert document.hints["detail"].startswith('reader "gone" (object Gone) could not be made: ModuleNotFoundError')
