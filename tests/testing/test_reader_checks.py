"""Wrong readers are found out, each by the one property it breaks; right ones pass."""

from importlib import import_module
from pathlib import Path

import pytest

from nkdocs.errors import UsageError
from nkdocs.plugin.info import ReaderInfo
from nkdocs.testing.reader_checks import READER_CHECKS, check_reader

# Each run of the kit takes seconds: once is enough.
pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
TALES = "The ferry runs\nagain.\n===\nNets come in empty, 소금도 없다.\n===\nSalt is dear.\n===\n".encode()
PLANTED = {
    "R01": ["Reversed", "Sorted", "Misplaced", "Counting", "Seeking"],
    "R02": ["Swallowing", "Completing", "Early", "DropsTheLast"],
    "R03": ["Closing", "Managing", "Wrapping"],
    "R04": ["Decoding", "Ignoring", "Inventing"],
    "R05": ["Eager", "Spooled"],
}
# What the kit sees in what else they do: half a tale given as whole is a tale that garbage is made into too.
ALSO = {"Reversed": {"R05"}, "Sorted": {"R05"}, "Early": {"R05"}, "Counting": {"R02"}}


@pytest.fixture
def corpus(tmp_path):
    """A folder with a container of tales, and files that are none."""
    (tmp_path / "three.tales").write_bytes(TALES)
    (tmp_path / "notes.md").write_bytes(b"Not a container.")
    (tmp_path / ".three.tales").write_bytes(b"Hidden.")
    return tmp_path


@pytest.fixture(autouse=True)
def planted(monkeypatch):
    """The planted readers can be imported."""
    monkeypatch.syspath_prepend(str(HERE))


def info(name, **known):
    """The description of a planted reader."""
    factory = getattr(import_module("planted_readers"), name)
    return ReaderInfo(**{"name": "tales", "version": "1", "factory": factory, "suffixes": [".tales"]} | known)


def failed(results):
    """The ids of the checks that failed."""
    return {result.id for result in results if result.outcome == "failed"}


@pytest.mark.parametrize(("expected", "name"), [(id_, name) for id_, names in PLANTED.items() for name in names])
def test_a_wrong_reader_is_found_out_by_the_property_it_breaks(expected, name, corpus):
    """Exactly one property is named, but for what the reader cannot help breaking with it."""
    results = check_reader(info(name), corpus)
    found = failed(results)
    assert expected in found
    assert found <= {expected} | ALSO.get(name, set()), [result for result in results if result.outcome == "failed"]


@pytest.mark.parametrize("name", ["Tales", "Unplaced"])
def test_a_right_reader_passes(name, corpus):
    """Nothing is held against it."""
    results = check_reader(info(name, magic=[b"TALES"]), corpus)
    assert [result for result in results if result.outcome != "passed"] == []


def test_a_stream_that_is_one_document_cannot_be_told_cut(corpus):
    """A reader that takes the stream for the document passes; there is nothing to read ahead of."""
    results = check_reader(info("Whole"), corpus)
    assert {result.id: result.outcome for result in results} == {
        "R01": "passed", "R02": "passed", "R03": "passed", "R04": "passed", "R05": "not-run",
    }  # fmt: skip


def test_each_property_has_a_defect():
    """No property goes without a reader that breaks it."""
    assert set(PLANTED) == {check.id for check in READER_CHECKS}


def test_what_is_neither_document_nor_issue_is_named(corpus):
    """A reader that gives bytes breaks everything, and is told why."""
    results = check_reader(info("Other"), corpus, checks=["R01"])
    assert "bytes" in results[0].detail


def test_only_files_of_the_readers_suffixes_count(corpus):
    """Hidden files and those of other suffixes are no containers; to a reader without suffixes all visible ones are."""
    assert {result.document for result in check_reader(info("Tales"), corpus, checks=["R03"])} == {"three.tales"}
    every = check_reader(info("Whole", suffixes=[]), corpus, checks=["R03"])
    assert {result.document for result in every} == {"notes.md", "three.tales"}


def test_an_empty_corpus_fails(tmp_path):
    """Without containers there is nothing that could pass."""
    assert failed(check_reader(info("Tales"), tmp_path)) >= {"R01", "R02", "R03"}
    with pytest.raises(UsageError, match="folder"):
        check_reader(info("Tales"), tmp_path / "missing")
    with pytest.raises(UsageError, match="ReaderInfo"):
        check_reader(7, tmp_path)


def test_a_large_container_is_taken_as_it_is(corpus):
    """Over 256 KiB the corpus's own container is read."""
    (corpus / "three.tales").write_bytes(TALES * 4000)
    assert failed(check_reader(info("Tales"), corpus, checks=["R05"])) == set()
    assert failed(check_reader(info("Eager"), corpus, checks=["R05"])) == {"R05"}
