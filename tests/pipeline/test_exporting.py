"""Articles to a file and back."""

import errno
import io
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from nkdocs.errors import ExportError, OutputError, PluginFailed, SourceError, UnknownPlugin, UsageError
from nkdocs.pipeline.exporting import ExportReport, export, export_stream, load
from nkdocs.plugin import ExporterInfo, hookimpl
from nkdocs.records import DocumentInfo, Parsed, Resolution
from nkdocs.registry import Registry

REGISTRY = Registry(entry_points=False)
OLD = b"the old file\n"


class Heads:
    """An exporter that writes ids, counts what it replaced, and fails for an article of the section ``bad``."""

    replaced = 7

    def open(self, target, ctx):
        """Start writing."""
        self.target, self.options = target, ctx.options
        return self

    def write(self, article):
        """Write an id, or fail."""
        if article.section == "bad":
            raise ExportError("section", "is bad")
        if article.section == "bug":
            raise ZeroDivisionError
        self.target.write(f"{article.id}\n".encode())

    def close(self):
        """Write the options."""
        self.target.write(f"{sorted(self.options)}".encode())


class Texts(Heads):
    """An exporter of what was parsed."""

    def write(self, parsed):
        """Write the document's text."""
        self.target.write(parsed.text.encode())


class Broken(Heads):
    """An exporter that cannot read what it wrote."""

    def load(self, source, _):
        """Fail half way."""
        yield from [1 // len(source.read())]


class Plugin:
    """A stranger's plugin."""

    @hookimpl
    def nkdocs_register_exporters(self):
        """Register a format of its own, one for parsed items, one for a suffix that is taken, one for folders."""
        common = {"version": "1", "media_type": "text/plain"}
        return [
            ExporterInfo(name="heads", factory=Heads, suffixes=[".heads"], **common),
            ExporterInfo(name="deep-heads", factory=Heads, suffixes=[".deep.Heads"], seekable=True, **common),
            ExporterInfo(name="texts", factory=Texts, suffixes=[".texts"], accepts="parsed", **common),
            ExporterInfo(name="a-jsonl", factory=Heads, suffixes=[".jsonl"], **common),
            ExporterInfo(name="folders", factory=Heads, suffixes=[".folder"], target="folder", **common),
            ExporterInfo(name="broken-load", factory=Broken, suffixes=[".broken"], lossless=True, **common),
        ]


@pytest.fixture(scope="module")
def extended():
    """A registry with a stranger's exporters."""
    return Registry(plugins=[Plugin()], entry_points=False)


@pytest.fixture
def destination(tmp_path):
    """A file that stands where something is to be written."""
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(OLD)
    return path


def parsed(*articles, kind="article"):
    """What a parser gave."""
    resolution = Resolution(winner="ledger", rule="strength")
    return Parsed(
        articles=articles, kind=kind, document=DocumentInfo(sha256="0"), text="A text.", resolution=resolution
    )


def beside(path):
    """Everything in the folder of a file."""
    return sorted(entry.name for entry in path.parent.iterdir())


def taken():
    """Items that may not be asked for."""
    return map(pytest.fail, ["an item was taken"])


def test_articles_come_back_in_order(tmp_path, hostile_articles):
    """What is exported without loss is loaded, equal and in input order."""
    path = tmp_path / "corpus.jsonl"
    report = export(iter(hostile_articles), path, registry=REGISTRY)
    assert report == ExportReport(format="jsonl", destination=path, articles=len(hostile_articles), replaced=0)
    assert list(load(path, registry=REGISTRY)) == hostile_articles


def test_a_parsed_document_gives_all_its_articles(tmp_path, make_article):
    """Articles and parsed documents may be mixed; a listing gives none."""
    one, two, three = (make_article(id=f"sha256:{n}") for n in "123")
    items = [one, parsed(two, three, kind="articles"), parsed(kind="listing"), parsed(one)]
    report = export(items, tmp_path / "x.ndjson", registry=REGISTRY)
    assert report.articles == 4
    assert list(load(tmp_path / "x.ndjson", registry=REGISTRY)) == [one, two, three, one]


def test_no_items_make_an_empty_corpus(tmp_path):
    """An export of nothing is a file that loads as nothing."""
    assert export([], tmp_path / "x.jsonl", registry=REGISTRY).articles == 0
    assert list(load(tmp_path / "x.jsonl", registry=REGISTRY)) == []


def test_a_corpus_may_be_exported_onto_itself(destination, make_article):
    """The old file is read to its end while the new one is written."""
    export([make_article()] * 3, destination, registry=REGISTRY)
    export(load(destination, registry=REGISTRY), destination, registry=REGISTRY)
    assert list(load(destination, registry=REGISTRY)) == [make_article()] * 3


@pytest.mark.parametrize(
    ("name", "format_", "chosen"),
    [
        ("x.jsonl", None, "jsonl"),
        ("x.NDJSON", None, "jsonl"),
        ("x.csv", None, "csv"),
        ("x.csv", "tsv", "tsv"),
        ("x", "text", "text"),
        ("x.heads", None, "heads"),
        ("x.deep.heads", None, "deep-heads"),
        (".jsonl", None, "jsonl"),
    ],
)
def test_the_format_is_named_or_follows_from_the_suffix(tmp_path, extended, name, format_, chosen):
    """The longest suffix that fits chooses, whatever its case; a built-in keeps its suffix; a name beats both."""
    report = export([], tmp_path / name, format=format_, registry=extended)
    assert report.format == chosen
    assert beside(tmp_path / name) == [name]


@pytest.mark.parametrize(("name", "hint"), [("x.jsnol", r"\.jsonl"), ("x", r"\.csv"), ("jsonl", r"\.tsv")])
def test_a_suffix_that_nobody_claims_is_refused(tmp_path, name, hint):
    """The message offers a close suffix or those there are; nothing is taken or written."""
    with pytest.raises(UsageError, match=hint):
        export(taken(), tmp_path / name, registry=REGISTRY)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_names_the_close_one(tmp_path):
    """A misspelt format is unknown, and the right one is offered."""
    with pytest.raises(UnknownPlugin, match="jsonl"):
        export(taken(), tmp_path / "x.csv", format="josnl", registry=REGISTRY)
    with pytest.raises(UnknownPlugin):
        load(tmp_path / "x.csv", format="josnl", registry=REGISTRY)


def test_options_reach_the_exporter(tmp_path, make_article, extended):
    """Whatever else is given goes to the exporter, which refuses what it does not know."""
    export([make_article("=1")], tmp_path / "x.csv", raw=True, registry=REGISTRY)
    assert b",=1," in (tmp_path / "x.csv").read_bytes()
    export([], tmp_path / "x.heads", colour="red", registry=extended)
    assert (tmp_path / "x.heads").read_bytes() == b"['colour']"
    with pytest.raises(UsageError, match="colour"):
        export([], tmp_path / "x.jsonl", colour="red", registry=REGISTRY)


def test_replaced_characters_are_reported(tmp_path, extended):
    """What an exporter says it replaced is in the report."""
    assert export([], tmp_path / "x.heads", registry=extended).replaced == 7


def test_parsed_items_go_whole_to_who_accepts_them(tmp_path, make_article, extended):
    """An exporter of parsed documents gets them; an article alone is not enough for it."""
    report = export([parsed(make_article())], tmp_path / "x.texts", registry=extended)
    assert (report.articles, (tmp_path / "x.texts").read_bytes()) == (1, b"A text.[]")
    with pytest.raises(UsageError, match="Parsed"):
        export([make_article()], tmp_path / "x.texts", registry=extended)


@pytest.mark.parametrize("bad", [None, 3, "article"])
def test_what_is_no_article_is_refused(destination, make_article, bad):
    """An item of another type ends the export; the old file stays."""
    with pytest.raises(UsageError):
        export([make_article(), bad], destination, registry=REGISTRY)
    assert destination.read_bytes() == OLD
    assert beside(destination) == [destination.name]


def test_one_article_is_not_several(destination, make_article):
    """A bare article, a parsed document or nothing at all is refused with the way to write it."""
    for item in (make_article(), parsed(make_article()), None):
        with pytest.raises(UsageError, match=r"\[article\]"):
            export(item, destination, registry=REGISTRY)
    assert destination.read_bytes() == OLD


@pytest.mark.parametrize("failure", [ValueError("x"), OSError(5, "x"), KeyboardInterrupt()])
def test_what_the_items_raise_comes_out(destination, make_article, failure):
    """A failing source is no failing destination: its exception is kept, and so is the old file."""

    def items():
        yield from [make_article()] * 5
        raise failure

    with pytest.raises(type(failure)) as caught:
        export(items(), destination, registry=REGISTRY)
    assert caught.value is failure
    assert destination.read_bytes() == OLD
    assert beside(destination) == [destination.name]


def test_what_an_exporter_raises_leaves_the_old_file(tmp_path, make_article, extended):
    """A value that a format cannot hold comes out as such; a bug of a plugin as an error of this library."""
    path = tmp_path / "x.heads"
    path.write_bytes(OLD)
    with pytest.raises(ExportError, match="section"):
        export([make_article(), make_article(section="bad")], path, registry=extended)
    with pytest.raises(PluginFailed, match=r"heads.*ZeroDivisionError"):
        export([make_article(), make_article(section="bug")], path, registry=extended)
    assert path.read_bytes() == OLD
    assert beside(path) == [path.name]


@pytest.mark.parametrize("name", ["folder", "link.jsonl", "missing/x.jsonl", "fifo.jsonl"])
def test_an_impossible_destination_is_told_before_any_item_is_taken(tmp_path, name):
    """The destination is looked at first."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.jsonl").symlink_to("elsewhere")
    os.mkfifo(tmp_path / "fifo.jsonl")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(OutputError):
        export(taken(), tmp_path / name, format="jsonl", registry=REGISTRY)
    assert sorted(tmp_path.iterdir()) == before


def test_a_device_is_refused():
    """Nothing is exported to a device by its name."""
    with pytest.raises(OutputError, match="device"):
        export(taken(), "/dev/null", format="jsonl", registry=REGISTRY)
    assert Path("/dev/null").is_char_device()


def test_somebody_elses_folder_is_refused_before_any_item_is_taken(tmp_path, extended):
    """An exporter that writes a folder replaces only what an export made, and writes no stream."""
    (tmp_path / "x.folder").mkdir()
    with pytest.raises(OutputError, match="no export made this folder"):
        export(taken(), tmp_path / "x.folder", registry=extended)
    with pytest.raises(UsageError, match="folder"):
        export_stream(taken(), io.BytesIO(), format="folder", registry=extended)


@pytest.mark.parametrize("format_", ["jsonl", "csv", "text"])
def test_a_write_that_fails_leaves_the_old_file_whichever_it_is(destination, monkeypatch, hostile_articles, format_):
    """For every k: if the k-th write fails, the export fails, and the old file stays, alone."""
    writes = len(hostile_articles)
    for fatal in range(writes):
        monkeypatch.setattr(os, "fdopen", partial(Failing, fatal))
        with pytest.raises(OutputError, match="No space left"):
            export(hostile_articles, destination, format=format_, registry=REGISTRY)
        assert destination.read_bytes() == OLD
        assert beside(destination) == [destination.name]
    monkeypatch.setattr(os, "fdopen", partial(Failing, writes))
    export(hostile_articles, destination, format=format_, registry=REGISTRY)
    assert destination.read_bytes() != OLD


class Failing(io.BufferedWriter):
    """A file that takes so many writes and no more."""

    def __init__(self, left, descriptor, mode, _, *, closefd):
        super().__init__(io.FileIO(descriptor, mode, closefd=closefd))
        self.left = left

    def write(self, piece):
        """Write, or fail."""
        self.left -= 1
        if self.left < 0 and piece:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(piece)


KILLED = """
import sys
from nkdocs.pipeline.exporting import export, load
from nkdocs.registry import Registry
registry = Registry(entry_points=False)
articles = list(load(sys.argv[1], registry=registry))
print("ready", flush=True)
while True:
    export(articles, sys.argv[2], registry=registry)
"""


def test_a_killed_export_leaves_a_whole_file(tmp_path, make_article):
    """However often it is killed, what stands at the destination loads, and the next export cleans up."""
    source, path = tmp_path / "source.jsonl", tmp_path / "corpus.jsonl"
    articles = [make_article()] * 300
    export(articles, source, registry=REGISTRY)
    for pause in (0.0, 0.013, 0.031, 0.047):
        child = subprocess.Popen([sys.executable, "-c", KILLED, str(source), str(path)], stdout=subprocess.PIPE)
        with child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"ready\n"
            time.sleep(pause)
            child.send_signal(signal.SIGKILL)
        assert not path.exists() or list(load(path, registry=REGISTRY)) == articles
    export([], path, registry=REGISTRY)
    assert beside(path) == ["corpus.jsonl", "source.jsonl"]


def test_a_stream_is_written_and_left_open(make_article):
    """An open stream gets what a file would; it stays open."""
    stream = io.BytesIO()
    report = export_stream([make_article()], stream, format="jsonl", registry=REGISTRY)
    assert (report.format, report.destination, report.articles) == ("jsonl", "-", 1)
    assert stream.getvalue().endswith(b"}\n")


def test_a_reader_that_went_away_is_told_as_it_is(make_article):
    """A closed pipe comes out as the system says it."""
    reading, writing_end = os.pipe()
    os.close(reading)
    with pytest.raises(BrokenPipeError), os.fdopen(writing_end, "wb", buffering=0) as stream:
        export_stream([make_article()], stream, format="jsonl", registry=REGISTRY)


def test_a_format_that_seeks_is_not_streamed(extended):
    """An exporter that goes back and forth needs a file."""
    reading, writing_end = os.pipe()
    with os.fdopen(reading, "rb"), os.fdopen(writing_end, "wb") as stream, pytest.raises(UsageError, match="file"):
        export_stream(taken(), stream, format="deep-heads", registry=extended)


def test_only_lossless_formats_are_loaded(tmp_path, make_article):
    """A table is no corpus; a file that is not there, or is a folder, is told as such."""
    export([make_article()], tmp_path / "x.csv", registry=REGISTRY)
    with pytest.raises(UsageError, match="jsonl"):
        load(tmp_path / "x.csv", registry=REGISTRY)
    with pytest.raises(SourceError, match="does not exist"):
        load(tmp_path / "x.jsonl", registry=REGISTRY)
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(SourceError):
        list(load(tmp_path / "folder.jsonl", registry=REGISTRY))
    with pytest.raises(UsageError, match="path"):
        load(3, registry=REGISTRY)


def test_a_damaged_corpus_is_read_up_to_the_damage(tmp_path, make_article):
    """The error names the file and the line; what stands before it is given."""
    path = tmp_path / "x.jsonl"
    export([make_article()] * 2, path, registry=REGISTRY)
    path.write_bytes(path.read_bytes()[:-10])
    articles = load(path, registry=REGISTRY)
    assert next(articles) == make_article()
    with pytest.raises(SourceError, match=r"x\.jsonl.*line 2"):
        next(articles)


def test_a_stranger_that_fails_on_loading_is_named(tmp_path, extended):
    """A bug in a plugin's loading comes out as the plugin's, with its name."""
    (tmp_path / "x.broken").write_bytes(b"")
    with pytest.raises(PluginFailed, match=r"broken-load.*ZeroDivisionError"):
        list(load(tmp_path / "x.broken", registry=extended))


def odd(session=None, articles=()):
    """A registry with an exporter whose session and whose articles are whatever it is told."""
    exporter = SimpleNamespace(open=lambda *_: session, load=lambda *_: articles)
    common = {"version": "1", "media_type": "text/plain", "suffixes": [".odd"], "lossless": True}

    class OddPlugin:
        @hookimpl
        def nkdocs_register_exporters(self):
            return [ExporterInfo(name="odd", factory=lambda: exporter, **common)]

    return Registry([OddPlugin()], entry_points=False)


@pytest.mark.parametrize("session", [None, 3, SimpleNamespace(write=len), SimpleNamespace(close=len)])
def test_what_is_no_session_is_the_exporter_s_fault(tmp_path, make_article, session):
    """The exporter is named, and the old file stays."""
    destination = tmp_path / "x.odd"
    destination.write_bytes(OLD)
    with pytest.raises(PluginFailed, match="'odd' failed"):
        export([make_article()], destination, registry=odd(session=session))
    assert destination.read_bytes() == OLD


def test_a_count_that_is_none_is_not_reported(tmp_path, make_article):
    """Only a number says how many characters were replaced."""
    session = SimpleNamespace(write=id, close=dict, replaced="many")
    assert export([make_article()], tmp_path / "x.odd", registry=odd(session=session)).replaced == 0


@pytest.mark.parametrize("articles", [None, [1], ["an article"]])
def test_what_is_no_article_is_not_loaded(tmp_path, articles):
    """A plugin that gives something else back is named."""
    (tmp_path / "x.odd").write_bytes(b"")
    with pytest.raises(PluginFailed, match="'odd' failed"):
        list(load(tmp_path / "x.odd", registry=odd(articles=articles)))
