"""What every built-in exporter promises."""

import io
import re
import subprocess
import sys
from copy import deepcopy
from importlib import import_module

import pytest
from hypothesis import given, settings, strategies

import nkdocs
from nkdocs.errors import UsageError
from nkdocs.exporters import nkdocs_register_exporters
from nkdocs.plugin.protocols import ExportContext
from nkdocs.records.frozen import FrozenMapping
from nkdocs.testing import documents

# Those that write articles; what others take is tested in their own files.
INFOS = {info.name: info for info in nkdocs_register_exporters() if info.accepts == "article" and info.target == "file"}
EVERY = pytest.mark.parametrize("name", sorted(INFOS))
# The lines of a file without articles: a header, or brackets.
FRAME_LINES = {"csv": 1, "tsv": 1, "csl": 3, "jsonld": 3, "tei": 4}
# Written as a whole when it is complete.
AT_THE_END = {"html", "parquet", "sqlite"}
STREAMED = pytest.mark.parametrize("name", sorted(INFOS.keys() - AT_THE_END))
CONTEXT = ExportContext()


class Failing(io.BytesIO):
    """A target whose k-th write fails, and that tells whether anything was written after."""

    def __init__(self, fatal):
        super().__init__()
        self.left, self.after = fatal, 0

    def write(self, piece):
        """Write, or fail."""
        self.left -= 1
        if self.left == 0:
            raise OSError(28, "No space left on device")
        self.after += self.left < 0
        return super().write(piece)


def made(name):
    """A new exporter of this name."""
    module, _, attribute = INFOS[name].factory.partition(":")
    return getattr(import_module(module), attribute)()


def exported(name, articles, **options):
    """The bytes an exporter writes."""
    target = io.BytesIO()
    session = made(name).open(target, ExportContext(options=FrozenMapping(options)))
    for article in articles:
        session.write(article)
    session.close()
    return target.getvalue()


@EVERY
def test_the_same_articles_are_the_same_bytes(name, hostile_articles):
    """Two exports of equal articles are equal, byte for byte."""
    assert exported(name, hostile_articles) == exported(name, deepcopy(hostile_articles))


@EVERY
def test_every_hostile_value_is_written(name, hostile, make_article):
    """No value in any field makes an exporter fail, and each is found in what was written."""
    for text in hostile:
        written = exported(name, [make_article(text)])
        assert all(word.encode() in written for word in re.findall(r"\w+", text))


@STREAMED
def test_no_articles_are_a_file_too(name):
    """An export of nothing closes to what the format allows: an empty file, the header or brackets."""
    assert exported(name, []).count(b"\n") == FRAME_LINES.get(name, 0)


@EVERY
def test_closing_twice_is_closing_once(name, make_article):
    """A second close writes nothing, and the target stays open."""
    target = io.BytesIO()
    session = made(name).open(target, CONTEXT)
    session.write(make_article())
    session.close()
    once = target.getvalue()
    session.close()
    assert target.getvalue() == once
    assert not target.closed


@pytest.mark.parametrize("name", sorted(AT_THE_END))
def test_what_is_written_at_the_end_is_written_once(name, make_article):
    """When the target fails, the failure comes out of closing, and another try writes nothing."""
    target = Failing(1)
    session = made(name).open(target, CONTEXT)
    session.write(make_article())
    with pytest.raises(OSError, match="No space"):
        session.close()
    session.close()
    assert target.after == 0


@STREAMED
def test_nothing_is_written_after_a_failure(name, make_article):
    """When the target fails, whichever write it is, the failure comes out and nothing follows it."""
    for fatal in (1, 2, 3):
        target = Failing(fatal)
        session = made(name).open(target, CONTEXT)
        for _ in range(fatal - 1):
            session.write(make_article())
        with pytest.raises(OSError, match="No space"):
            session.write(make_article())
        with pytest.raises(UsageError):
            session.write(make_article())
        session.close()
        assert target.after == 0


@EVERY
def test_what_is_no_article_ends_the_export(name, make_article):
    """A value that is no article is refused, and nothing is written after it."""
    target = io.BytesIO()
    session = made(name).open(target, CONTEXT)
    session.write(make_article())
    before = target.getvalue()
    with pytest.raises((UsageError, AttributeError)):
        session.write("an article")
    session.close()
    assert target.getvalue() == before


@EVERY
def test_articles_are_not_changed(name, make_article):
    """After an export articles equal ones that were never exported."""
    article = make_article()
    exported(name, [article])
    assert article == make_article()


@EVERY
def test_an_option_the_format_lacks_is_refused(name):
    """A misspelt option is an error, not silence."""
    with pytest.raises(UsageError, match="rwa"):
        exported(name, [], rwa=True)


@EVERY
def test_only_lossless_formats_are_read(name, hostile_articles):
    """A format that claims to lose nothing gives equal articles back; the others have nothing to read with."""
    exporter = made(name)
    assert hasattr(exporter, "load") == INFOS[name].lossless
    if INFOS[name].lossless:
        assert list(exporter.load(io.BytesIO(exported(name, hostile_articles)), CONTEXT)) == hostile_articles


@pytest.mark.slow
@pytest.mark.parametrize("name", ["jsonl", "parquet", "sqlite"])
def test_drawn_records_come_back(name, articles):
    """Whatever any field holds, a lossless format gives equal records back, in their order."""
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")

    @settings(max_examples=60)
    @given(strategies.lists(articles, max_size=4))
    def come_back(drawn):
        assert list(made(name).load(io.BytesIO(exported(name, drawn)), CONTEXT)) == drawn

    come_back()


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["jsonl", "parquet", "sqlite"])
def test_what_was_parsed_comes_back(suffix, tmp_path):
    """Records of drawn documents, through the front door."""
    if suffix == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    path = tmp_path / f"corpus.{suffix}"

    @settings(max_examples=25)
    @given(strategies.lists(documents(), max_size=3))
    def come_back(drawn):
        found = [article for parsed in nkdocs.parse_many(drawn, keep_text=True) for article in parsed.articles]
        assert nkdocs.export(found, path).articles == len(found)
        assert list(nkdocs.load(path)) == found

    come_back()


def test_registering_imports_no_format():
    """The descriptions of the formats come without any of their code, or the libraries that needs."""
    script = (
        "import sys, nkdocs.exporters as e; names = [i.name for i in e.nkdocs_register_exporters()];"
        "print([m for m in sys.modules if m.startswith('nkdocs.exporters.') or m in ('csv', 'json', 'pyarrow')], names)"
    )
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == f"[] {[info.name for info in nkdocs_register_exporters()]}"


def test_names_and_suffixes_are_told_apart():
    """No two formats share a name or a suffix."""
    suffixes = [suffix for info in INFOS.values() for suffix in info.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert {"jsonl", "csv", "tsv", "text"} <= set(INFOS)
