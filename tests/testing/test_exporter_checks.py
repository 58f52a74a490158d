"""Wrong exporters are found out, each by the one property it breaks; right ones pass."""

from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import pytest

import nkdocs
from nkdocs.errors import UsageError
from nkdocs.plugin.info import ExporterInfo
from nkdocs.records.article import Article
from nkdocs.testing.exporter_checks import EXPORTER_CHECKS, check_exporter
from nkdocs.testing.sample_records import parsed_samples, plain_samples, samples

# Each run of the kit takes seconds: once is enough.
pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
EVERY_KEY = {field.name for field in attrs.fields(Article)}
JSON = {"media_type": "application/jsonl", "suffixes": [".lines"]}
LOSSLESS = {**JSON, "lossless": True}
TABLE = {
    "media_type": "text/csv",
    "suffixes": [".table"],
    "lost": EVERY_KEY - {"id", "headline", "language", "outlet", "via", "section", "kicker", "standfirst", "document"},
}
OWN = {"media_type": "text/x-lines", "suffixes": [".own"]}
FOLDER = {**OWN, "suffixes": [".folder"], "target": "folder"}

# What each is said to be, by the property it breaks.
PLANTED: dict[str, dict[str, Any]] = {
    "X01": {
        "Drops": JSON, "DropsEmptyComments": JSON, "DropsTheLast": JSON, "Skips": JSON, "Table": {**TABLE, "lost": []},
        "Lines": {**JSON, "lost": ["kicker"]},
    },
    "X02": {"Stamped": JSON, "Dated": JSON, "Timed": JSON, "Numbered": JSON, "Unordered": JSON},
    "X03": {
        "Closing": LOSSLESS, "ClosesOnce": LOSSLESS, "WritesOnClosing": LOSSLESS, "WritesOn": LOSSLESS,
        "Swallows": LOSSLESS, "FolderOnAndOn": FOLDER,
    },
    "X04": {"NeedsArticles": LOSSLESS, "Hoards": LOSSLESS},
    "X05": {"Naive": TABLE, "OneLine": TABLE, "Chokes": LOSSLESS, "Ascii": OWN},
    "X06": {"Changes": LOSSLESS, "ChangesDeep": LOSSLESS},
}  # fmt: skip
RIGHT = {
    "Lines": LOSSLESS, "Refuses": LOSSLESS, "Reversible": OWN, "Table": TABLE, "Batched": LOSSLESS, "Folder": FOLDER,
    "Seeks": {**LOSSLESS, "seekable": True},
    "Labelled": {**JSON, "accepts": "parsed", "lost": EVERY_KEY - {"id", "document"}},
    "Hoards": {**LOSSLESS, "streaming": False},
}  # fmt: skip


@pytest.fixture(autouse=True)
def planted(monkeypatch):
    """The planted exporters can be imported, here and in other processes."""
    monkeypatch.syspath_prepend(str(HERE))


# What only another process brings to light, which takes its time; the others are checked in this one.
ELSEWHERE = {"Unordered", "Folder"}


def info(name, **known):
    """The description of a planted exporter."""
    factory = f"planted_exporters:{name}"
    if name not in ELSEWHERE:
        factory = getattr(import_module("planted_exporters"), name)
    return ExporterInfo(name="planted", version="1", factory=factory, **known)


def failed(results):
    """The ids of the checks that failed."""
    return {result.id for result in results if result.outcome == "failed"}


@pytest.mark.parametrize(
    ("expected", "name", "known"),
    [(id_, name, known) for id_, names in PLANTED.items() for name, known in names.items()],
)
def test_a_wrong_exporter_is_found_out_by_the_property_it_breaks(expected, name, known):
    """Exactly one property is named, the one that the exporter breaks."""
    results = check_exporter(info(name, **known))
    assert failed(results) == {expected}, [result for result in results if result.outcome == "failed"]


@pytest.mark.parametrize(("name", "known"), RIGHT.items())
def test_a_right_exporter_passes(name, known):
    """Whatever kind of format it is, nothing is held against it."""
    results = check_exporter(info(name, **known))
    assert [result for result in results if result.outcome != "passed"] == []


def test_each_property_has_a_defect():
    """No property goes without an exporter that breaks it."""
    assert set(PLANTED) == {check.id for check in EXPORTER_CHECKS}


def test_a_lossless_format_that_changes_a_value_says_where():
    """The fault names the article and the key that came back as something else."""
    (result,) = check_exporter(info("Drops", **LOSSLESS), checks=["X01"])
    assert result.outcome == "failed"
    assert "kicker" in result.detail


def test_lost_may_name_only_keys_of_the_record():
    """A key that no record has cannot be lost."""
    (result,) = check_exporter(info("Folder", **FOLDER, lost=["title"]), checks=["X01"])
    assert "title" in result.detail


def test_an_exporter_given_as_an_object_is_checked_in_this_process():
    """Without a factory that another process could import, everything else is checked."""

    class Nothing:
        def open(self, *_):
            return self

        def write(self, _):
            raise nkdocs.ExportError("headline", "nothing fits")

        def close(self):
            return None

    described = ExporterInfo(name="nothing", version="1", factory=Nothing, media_type="text/plain", suffixes=[".no"])
    assert failed(check_exporter(described, checks=["X02"])) == {"X02"}
    assert failed(check_exporter(described, checks=["X02"], articles=[])) == set()


def test_own_articles_take_the_place_of_the_samples():
    """What is given is what is written, and counted."""
    article = nkdocs.parse("Salt sells out\n\nThere was none on Monday.").article
    results = check_exporter(info("Skips", **JSON), articles=[article], checks=["X01", "X06"])
    assert {(result.outcome, result.documents) for result in results} == {("passed", 1)}


def test_items_of_the_wrong_kind_are_refused():
    """An exporter of articles takes no documents, and the reverse."""
    with pytest.raises(UsageError, match="Article"):
        check_exporter(info("Lines", **LOSSLESS), articles=plain_samples())
    with pytest.raises(UsageError, match="ExporterInfo"):
        check_exporter(7)


def test_samples_hold_together():
    """Spans of the samples cover what they say, and every key, kind and language is among them."""
    pages = parsed_samples()
    articles = [article for page in pages for article in page.articles]
    assert all(when.span.of(page.text) == when.raw for page in pages for a in page.articles for when in a.dates)
    assert {p.kind for article in articles for p in article.paragraphs} == {"body", "subhead", "quote", "list"}
    assert {when.precision for article in articles for when in article.dates} >= {"range", "season", "weekday", "year"}
    assert {"ko", "ja", "zh", "en"} <= {article.language for article in articles}
    assert all(any(not getattr(a, key) for a in articles) for key in EVERY_KEY - {"schema", "id", "document", "parser"})
    assert samples() == tuple(articles)
