import io
from pathlib import Path

import pytest

from nkdocs.document import Document
from nkdocs.errors import OutputError
from nkdocs.pipeline.journal import Done, Journal, Tally, document_key
from nkdocs.pipeline.writing import journal_path
from nkdocs.records import Origin
from nkdocs.records.convert import to_dict

DOCUMENTS = [Document(f"Rice fell by {number} won.", name=f"{number}.txt") for number in range(5)]


@pytest.fixture
def destination(tmp_path):
    """What a run writes."""
    return tmp_path / "out.jsonl"


def entered(destination, count, partial, **arguments):
    """A journal with so many documents in it, each of which added its number to the partial file."""
    journal = Journal(destination, "run", "limits", partial, resume=False)
    tally = Tally(partial)
    for number, document in enumerate(DOCUMENTS[:count]):
        tally.write(b"%d\n" % number)
        done = Done(key=document_key(document), told={"n": number}, articles=1, **arguments)
        journal.add(done, *tally.counted())
    journal._flush()
    journal.close()


def resumed(destination, partial, documents, run="run", limits="limits"):
    """What the next run takes over, and what is left of the documents."""
    journal = Journal(destination, run, limits, partial, resume=True)
    rest = iter(documents)
    taken = list(journal.replayed(rest)) if journal.resumable else []
    journal.close()
    return [done.told["n"] for done in taken], [*journal.undone, *rest]


def test_what_was_done_is_taken_over(destination):
    """The documents that come first, as far as the journal goes; then the partial file ends behind them."""
    partial = io.BytesIO()
    entered(destination, 3, partial)
    partial.write(b"torn")
    partial.seek(0)
    assert resumed(destination, partial, DOCUMENTS) == ([0, 1, 2], DOCUMENTS[3:])
    assert (partial.getvalue(), partial.tell()) == (b"0\n1\n2\n", 6)


@pytest.mark.parametrize(
    ("run", "limits", "lost", "taken"),
    [("run", "limits", False, 3), ("other", "limits", False, 0), ("run", "other", False, 3), ("run", "other", True, 0)],
)
def test_a_run_of_another_kind_is_not_taken_over(destination, run, limits, lost, taken):
    """Other limits count only where they decided."""
    partial = io.BytesIO()
    entered(destination, 3, partial, lost=lost)
    partial.seek(0)
    assert len(resumed(destination, partial, DOCUMENTS, run, limits)[0]) == taken


def test_another_document_ends_what_is_taken_over(destination):
    """Its entry is for another; it and all after it are done anew."""
    partial = io.BytesIO()
    entered(destination, 4, partial)
    partial.seek(0)
    documents = [DOCUMENTS[0], Document("Maize."), *DOCUMENTS[2:]]
    assert resumed(destination, partial, documents) == ([0], documents[1:])
    assert partial.getvalue() == b"0\n"


def test_fewer_documents_than_before_are_all_taken_over(destination):
    """What the earlier run had beyond them is cut off."""
    partial = io.BytesIO()
    entered(destination, 4, partial)
    partial.seek(0)
    assert resumed(destination, partial, DOCUMENTS[:2]) == ([0, 1], [])
    assert partial.getvalue() == b"0\n1\n"


@pytest.mark.parametrize(
    "line",
    [b"[]", b"{}", b"nonsense", b"[" * 100_000, b'{"key": 3}', b'{"key": "x", "told": {}, "articles": -1}', b"\0" * 90],
)
def test_a_line_that_is_none_ends_it(destination, line):
    """Whatever a failing disk wrote there."""
    partial = io.BytesIO()
    entered(destination, 2, partial)
    with journal_path(destination).open("ab") as file:
        file.write(line + b"\n")
    partial.seek(0)
    assert resumed(destination, partial, DOCUMENTS)[0] == [0, 1]


def test_records_are_kept_where_the_partial_file_does_not_hold_them(destination, make_article, hostile):
    """They come back as they were, whatever their text."""
    import json

    articles = tuple(make_article(text) for text in hostile)
    pieces = tuple(json.dumps(to_dict(article)).encode() for article in articles)
    journal = Journal(destination, "run", "limits", None, resume=False)
    journal.add(Done(key=document_key(DOCUMENTS[0]), told={"n": 0}, articles=len(articles), pieces=pieces))
    journal._flush()
    journal.close()
    again = Journal(destination, "run", "limits", None, resume=True)
    (done,) = again.replayed(iter(DOCUMENTS))
    again.close()
    assert (done.whole, done.before, again.undone) == (articles, True, [])


@pytest.mark.parametrize(
    "other",
    [
        Document("Rice."), Document(b"Rice", name="a"), Document("Rice", name="b"), Document("Rice", name="a", url="u"),
        Document("Rice", name="a", media_type="text/plain"), Document("Rice", name="a", hints={"title": "x"}),
        Document("Rice", name="a", origin=Origin(source="s")), Document("Rice", name="a", encoding="cp949"),
    ],
)  # fmt: skip
def test_the_key_holds_all_that_is_known(other):
    """Two documents are the same only if nothing about them differs; lone surrogates have keys too."""
    assert document_key(Document("Rice", name="a")) == document_key(Document("Rice", name="a"))
    assert document_key(other) != document_key(Document("Rice", name="a"))
    assert document_key(Document("\ud800", name="\udcff")) != document_key(Document("\ud801", name="\udcff"))


@pytest.mark.parametrize("kind", ["hard link", "link", "fifo"])
def test_what_stands_in_the_way_is_left(destination, tmp_path, kind):
    """Somebody else's file under another name is not written to."""
    precious, path = tmp_path / "precious", journal_path(destination)
    precious.write_bytes(b"precious")
    if kind == "fifo":
        import os

        os.mkfifo(path)
    else:
        (path.hardlink_to if kind == "hard link" else path.symlink_to)(precious)
    with pytest.raises(OutputError):
        Journal(destination, "run", "limits", None, resume=False)
    assert Path(precious).read_bytes() == b"precious"
