"""``nkdocs parse --dedup``."""

import json
import sqlite3
from contextlib import closing

import pytest

BODY = " ".join(f"word{number}" for number in range(80))
PAGES = {
    "1.txt": f"Every parcel weighed\n\n{BODY}.",
    "2.txt": f"Every parcel weighed\n\n{BODY.replace('word7 ', 'WORD7, ')}.",
    "3.txt": f"Every parcel weighed\n\n{BODY.replace('word40 ', 'other ')}.",
    "4.txt": "Ferries stop\n\nNo boat has left the harbour.",
}


@pytest.fixture
def pages(tmp_path):
    """A folder of four documents, three of which say much the same."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in PAGES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def notes(lines):
    """The codes of the notes on each record that say it repeats another."""
    records = [json.loads(line) for line in lines.splitlines()]
    return [[note["code"] for note in each["notes"] if "duplicate" in note["code"]] for each in records]


@pytest.mark.parametrize(
    ("how", "expected", "told"),
    [
        ("exact", [[], ["duplicate-of"], [], []], "1 of 4 articles repeat an earlier one\n"),
        (
            "near",
            [[], ["duplicate-of"], ["near-duplicate-of"], []],
            "1 of 4 articles repeat an earlier one, 1 nearly\n",
        ),
    ],
)
def test_repeated_articles_are_noted_and_counted(run, pages, how, expected, told):
    """All records are written; standard error says how many repeat an earlier one."""
    found = run("parse", str(pages), "--dedup", how)
    assert (found.code, notes(found.out)) == (0, expected)
    assert told in found.err


def test_without_the_option_nobody_looks(run, pages):
    """No note, and nothing is said of it."""
    found = run("parse", str(pages))
    assert notes(found.out) == [[], [], [], []]
    assert "repeat" not in found.err


@pytest.mark.slow
def test_output_does_not_depend_on_jobs_or_hash_seed(nkdocs, pages):
    """Whoever parses, and in which order hashes fall, the bytes are the same."""
    outputs = [
        nkdocs("parse", str(pages), "--dedup", "near", "--jobs", jobs, env={"PYTHONHASHSEED": seed}).stdout
        for jobs, seed in (("1", "0"), ("2", "1"), ("3", "2"))
    ]
    assert outputs[0] == outputs[1] == outputs[2] != b""


def test_notes_are_in_every_corpus(run, pages, tmp_path):
    """Also in a database, where they are rows."""
    path = tmp_path / "corpus.sqlite"
    assert run("parse", str(pages), "--dedup", "near", "-o", str(path)).code == 0
    with closing(sqlite3.connect(path)) as corpus:
        rows = corpus.execute("SELECT article, code FROM notes WHERE code LIKE '%duplicate-of'").fetchall()
    assert rows == [(2, "duplicate-of"), (3, "near-duplicate-of")]


def test_another_word_is_refused(run, pages):
    """The option takes one of two."""
    found = run("parse", str(pages), "--dedup", "fuzzy")
    assert found.code == 2
    assert "exact" in found.err
