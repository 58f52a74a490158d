"""The documents in examples/ give the records beside them, and the README shows one of them as it is."""

import re
from pathlib import Path

import pytest

import nkdocs
from nkdocs.testing import Case, cases, golden

ROOT = Path(__file__).parents[1]
EXAMPLES = list(cases(ROOT / "examples"))

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)


@pytest.fixture(scope="module")
def registry() -> nkdocs.Registry:
    """The built-in plugins alone: what is installed here must not show in the records."""
    return nkdocs.Registry(entry_points=False)


@each_example
def test_an_example_gives_its_expected_record(example: Case, registry: nkdocs.Registry):
    """Kind, articles, labels and notes are those of the reviewed file."""
    assert golden(nkdocs.parse(example.document(), registry=registry)) == example.expected


@each_example
def test_nothing_of_an_example_is_left_unknown(example: Case, registry: nkdocs.Registry):
    """Every part of an example is understood."""
    parsed = nkdocs.parse(example.document(), registry=registry)
    assert [label.span.of(parsed.text) for label in parsed.labels if label.role == "unknown"] == []


@each_example
def test_an_example_says_where_it_comes_from(example: Case):
    """Its meta file names source and licence."""
    assert example.meta.source
    assert example.meta.licence == "MIT"


def test_every_kind_of_text_has_an_example():
    """There is one for each parser, one in Korean and one in HTML."""
    articles = [article for example in EXAMPLES for article in example.expected["articles"]]
    assert {article["parser"]["id"] for article in articles} == {"dailynk", "newfocus", "kcna", "generic"}
    assert "ko" in {article["language"] for article in articles}
    assert "text/html" in {article["document"]["media_type"] for article in articles}


def test_the_readme_shows_the_document_that_it_parses():
    """The first block of README.md is the example whose record follows."""
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"^```text\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)
    named = re.search(r'parse_file\("(examples/[^"]+)"', readme)
    assert shown[1] == (ROOT / named[1]).read_text("utf-8")
