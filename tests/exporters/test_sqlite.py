"""SQLite: what the tables hold, and what comes back."""

import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec

import pytest

import nkdocs
from nkdocs.errors import OutputError, SourceError
from nkdocs.exporters.sqlite import SqliteExporter
from nkdocs.plugin.protocols import ExportContext
from nkdocs.testing.sample_records import samples

CONTEXT = ExportContext()
KOREAN = "쌀값이 내렸다\n\n북한의 장마당에서 쌀값이 내렸다고 소식통이 전했다."
ENGLISH = "Rice prices fall\n\nRice was cheaper in Hyesan last week."


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


@pytest.fixture(scope="module")
def browsed(tmp_path_factory):
    """What Datasette answers to a path, of a database of two articles."""
    if find_spec("datasette") is None:
        pytest.skip("Datasette is not installed")
    path = tmp_path_factory.mktemp("browsed") / "corpus.sqlite"
    nkdocs.export(nkdocs.parse_many([KOREAN, ENGLISH]), path)
    before = path.read_bytes()

    def answer(address):
        program = [sys.executable, "-m", "datasette", str(path), "--get", f"/corpus{address}"]
        shown = subprocess.run(program, capture_output=True, check=True).stdout
        assert path.read_bytes() == before
        return json.loads(shown)

    return answer


@pytest.mark.slow
def test_datasette_shows_tables_and_how_they_hang_together(browsed):
    """Every table is there; comments and the rest belong to articles by a foreign key that it follows."""
    tables = {table["name"]: table for table in browsed(".json")["tables"] if not table["hidden"]}
    assert tables["articles"]["count"] == 2
    assert tables["articles"]["primary_keys"] == ["n"]
    assert {key["other_table"] for key in tables["articles"]["foreign_keys"]["incoming"]} == tables.keys() - {
        "articles",
        "search",
    }


@pytest.mark.slow
@pytest.mark.parametrize(("words", "found"), [("%EB%B6%81%ED%95%9C*", [1]), ("hyesan", [2]), ("salt", [])])
def test_datasette_searches_articles_by_the_index(browsed, words, found):
    """Told which table is the index, it searches the articles; Korean words at the start of longer ones."""
    index = "_fts_table=search&_fts_pk=n&_searchmode=raw&_shape=array"
    assert [row["n"] for row in browsed(f"/articles.json?{index}&_search={words}")] == found
    assert [row["rowid"] for row in browsed(f"/search.json?_searchmode=raw&_shape=array&_search={words}")] == found


@pytest.mark.parametrize("most", [3, 60])
def test_a_full_disk_is_told_with_its_place(make_article, monkeypatch, tmp_path, most):
    """The database is made in the folder for temporary files, whose disk need not be that of the destination."""
    connect = sqlite3.connect

    def small(*args, **options):
        made = connect(*args, **options)
        made.execute(f"PRAGMA max_page_count = {most}")
        return made

    monkeypatch.setattr(sqlite3, "connect", small)
    articles = [make_article(f"Rice prices fall {number}\n\n{'Rice was cheaper. ' * 200}") for number in range(100)]
    destination = tmp_path / "corpus.sqlite"
    with pytest.raises(OutputError, match=r"corpus\.sqlite' cannot be written: .*full; it is made in .*TMPDIR"):
        nkdocs.export(articles, destination)
    assert not list(tmp_path.iterdir())
