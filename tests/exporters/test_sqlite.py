"""SQLite: what the tables hold, and what comes back."""

import io
import sqlite3
from contextlib import closing

import pytest

import nkdocs
from nkdocs.errors import SourceError
from nkdocs.exporters.sqlite import SqliteExporter
from nkdocs.plugin.protocols import ExportContext
from nkdocs.testing.sample_records import samples

CONTEXT = ExportContext()


def exported(articles):
    """The bytes of a database of these articles."""
    target = io.BytesIO()
    session = SqliteExporter().open(target, CONTEXT)
    for article in articles:
        session.write(article)
    session.close()
    return target.getvalue()


@pytest.fixture
def database(hostile_articles):
    """A database of articles with something in every key."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(exported(hostile_articles))
        yield connection


def test_every_record_comes_back():
    """What is loaded equals what was written, in its order."""
    assert list(SqliteExporter().load(io.BytesIO(exported(samples())), CONTEXT)) == list(samples())


def test_articles_are_numbered_from_one_in_their_order(database, hostile_articles):
    """``n`` counts, and the columns say what the record says."""
    rows = database.execute("SELECT n, headline, published_earliest, name FROM articles ORDER BY n").fetchall()
    assert rows == [
        (number, article.headline.text, "2014-06-02", article.document.name)
        for number, article in enumerate(hostile_articles, start=1)
    ]


@pytest.mark.parametrize("table", ["paragraphs", "bylines", "captions", "attributions", "dates", "editions", "notes"])
def test_lists_have_tables(table, database, hostile_articles):
    """A row for each member, its place counted from 0."""
    places = database.execute(f"SELECT article, position FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608 - constants
    assert places == [
        (number, place)
        for number, article in enumerate(hostile_articles, start=1)
        for place in range(len(getattr(article, table)))
    ]


def test_threads_are_held_together(database):
    """A comment's parent is a comment of the same article, and the database says so."""
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    keys = {(row[2], row[3], row[4]) for row in database.execute("PRAGMA foreign_key_list(comments)")}
    assert keys == {("articles", "article", "n"), ("comments", "article", "article"), ("comments", "parent", "id")}
    assert database.execute("SELECT parent, depth, text FROM comments WHERE article = 1 AND id = 2").fetchone() == (
        1,
        1,
        None,
    )


def test_words_are_found_at_their_start_in_korean():
    """A word with its particle is found by the word: the index knows where words begin."""
    parsed = nkdocs.parse("쌀값이 내렸다\n\n북한의 장마당에서 쌀값이 내렸다고 소식통이 전했다.")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(exported([parsed.article]))
        assert connection.execute("SELECT rowid FROM search WHERE search MATCH '북한*'").fetchall() == [(1,)]


def test_what_is_no_corpus_is_told():
    """A file that is no database, or another one, names what is wrong."""
    with pytest.raises(SourceError, match="no corpus"):
        list(SqliteExporter().load(io.BytesIO(b"Rice prices fall. " * 100), CONTEXT))


def test_an_export_through_the_front_door_leaves_one_file(tmp_path, make_article):
    """Nothing but the database stands there afterwards, and ``load`` reads it."""
    path = tmp_path / "corpus.sqlite"
    nkdocs.export([make_article()], path)
    assert [each.name for each in tmp_path.iterdir()] == ["corpus.sqlite"]
    assert list(nkdocs.load(path)) == [make_article()]
