"""SQLite: a table of articles, a table for each list of the record, and an index of words; nothing lost.

The database is made in a file of its own that has no name any more, and copied to the target when it is complete:
SQLite writes here and there, a target takes bytes one after the other.
"""

import errno
import json
import sqlite3
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory, gettempdir
from typing import Any, BinaryIO, Final

from nkdocs.errors import SourceError, UsageError
from nkdocs.plugin.canonical import canonical_json
from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import options_of
from nkdocs.records.article import Article
from nkdocs.records.convert import from_dict, to_dict

__all__ = ["SqliteExporter"]

_BETWEEN_PARAGRAPHS: Final = "\n\n"
_BETWEEN_VALUES: Final = "\n"
_PRIMARY: Final = 0xFF  # of an extended error code of SQLite

_ARTICLES: Final = (
    "id", "outlet", "via", "language", "section", "headline", "kicker", "standfirst", "published_earliest",
    "published_latest", "url", "name", "text", "record",
)  # fmt: skip
# The lists of the record and the scalar keys of their members; those that hold no text say what they are.
_LISTS: Final = {
    "paragraphs": ("kind", "text"),
    "bylines": ("name", "role", "affiliation", "contact", "bio", "raw"),
    "captions": ("text", "credit", "url"),
    "attributions": ("speaker", "named", "place", "verb", "outlet"),
    "dates": ("raw", "earliest", "latest", "instant", "precision", "edtf", "basis"),
    "editions": ("language", "label", "url"),
    "comments": ("id", "parent", "depth", "author", "text"),
    "notes": ("code", "detail"),
}
_NUMBERS: Final = frozenset({("attributions", "named"), *(("comments", key) for key in ("id", "parent", "depth"))})
_THREAD: Final = ", UNIQUE (article, id), FOREIGN KEY (article, parent) REFERENCES comments (article, id)"
_SEARCHED: Final = ("headline", "text", "captions", "comments")


def _schema() -> Iterator[str]:
    # Nobody else sees the file before it is complete, and one that is not is thrown away: no journal, no waiting.
    yield "PRAGMA page_size = 4096"
    yield "PRAGMA journal_mode = OFF"
    yield "PRAGMA synchronous = OFF"
    yield f"CREATE TABLE articles (n INTEGER PRIMARY KEY, {', '.join(f'{key} TEXT' for key in _ARTICLES)})"
    for table, keys in _LISTS.items():
        columns = ", ".join(f"{key} {'INTEGER' if (table, key) in _NUMBERS else 'TEXT'}" for key in keys)
        yield (
            f"CREATE TABLE {table} (article INTEGER NOT NULL REFERENCES articles (n), position INTEGER NOT NULL, "
            f"{columns}, PRIMARY KEY (article, position){_THREAD if table == 'comments' else ''})"
        )
    yield f"CREATE VIRTUAL TABLE search USING fts5 ({', '.join(_SEARCHED)})"


def _insert(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - constants


_INSERT_ARTICLE: Final = _insert("articles", ("n", *_ARTICLES))
_INSERT_SEARCHED: Final = _insert("search", ("rowid", *_SEARCHED))
_INSERT_MEMBER: Final = {table: _insert(table, ("article", "position", *keys)) for table, keys in _LISTS.items()}


class SqliteExporter:
    """Write and read an SQLite database."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> "_Session":
        """Start: nothing reaches ``target`` before the database is complete."""
        options_of(ctx)
        return _Session(target)

    def load(self, source: BinaryIO, ctx: ExportContext) -> Iterator[Article]:
        """Read the records back, in their order.

        Raises:
            SourceError: if it is no database of ours, or a row holds no record.
        """
        options_of(ctx)
        connection, file = _nameless()
        with closing(connection), file:
            copyfileobj(source, file)
            file.flush()
            try:
                for n, record in connection.execute("SELECT n, record FROM articles ORDER BY n"):
                    yield _article(n, record)
            except sqlite3.Error as error:
                raise SourceError(f"no corpus: {error}") from error


class _Session:
    """One database in the making; a failure ends it, and then nothing reaches the target."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._connection, self._file = _nameless()
        self._open = True
        self._count = 0
        self._encoded = canonical_json()
        with _disk_told():
            for statement in _schema():
                self._connection.execute(statement)

    def write(self, article: Article) -> None:
        """Add one article.

        Raises:
            UsageError: after a failure, or once closed.
        """
        if not self._open:
            raise UsageError("nothing more can be written: this export is closed, or has failed")
        self._open = False
        self._count += 1
        with _disk_told():
            self._add(to_dict(article))
        self._open = True

    def _add(self, record: dict[str, Any]) -> None:
        self._connection.execute(_INSERT_ARTICLE, (self._count, *_row(record, self._encoded)))
        self._connection.execute(_INSERT_SEARCHED, (self._count, *_words(record)))
        for table, keys in _LISTS.items():
            members: list[dict[str, Any]] = record[table]
            rows = [(self._count, place, *map(each.get, keys)) for place, each in enumerate(members)]
            self._connection.executemany(_INSERT_MEMBER[table], rows)

    def close(self) -> None:
        """Complete the database and copy it to the target."""
        complete, self._open = self._open, False
        if complete:
            with self._file, closing(self._connection):
                with _disk_told():
                    self._connection.commit()
                self._file.seek(0)
                copyfileobj(self._file, self._target)

    def __del__(self) -> None:
        """Let go of the file of an export that was given up, if there was room to make it."""
        if hasattr(self, "_file"):
            self._connection.close()
            self._file.close()


@contextmanager
def _disk_told() -> Generator[None, None, None]:
    """Tell a disk that is full or fails as such, and where: it need not be that of the destination."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & _PRIMARY not in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
            raise
        place = f"it is made in {gettempdir()}, and TMPDIR names another folder"
        raise OSError(errno.ENOSPC, f"{error}; {place}") from error


def _nameless() -> tuple[sqlite3.Connection, BinaryIO]:
    """A database, and the file it is in, whose name is gone: whatever happens, nothing is left behind."""
    # Where an open file keeps its name, the system's own tidying must do.
    with TemporaryDirectory(prefix="nkdocs-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "corpus.sqlite"
        file = path.open("w+b")
        return sqlite3.connect(path, check_same_thread=False), file


def _row(record: dict[str, Any], encoded: Callable[[Any], bytes]) -> tuple[str | None, ...]:
    """The columns of ``articles`` behind the number."""
    published: dict[str, Any] = record["published"] or {}
    scalars = (record[key] for key in ("id", "outlet", "via", "language", "section"))
    texts = (record[key] and record[key]["text"] for key in ("headline", "kicker", "standfirst"))
    document = record["document"]
    return (
        *scalars, *texts, published.get("earliest"), published.get("latest"), document["url"], document["name"],
        _body(record), encoded(record).decode(),
    )  # fmt: skip


def _body(record: dict[str, Any]) -> str:
    return _BETWEEN_PARAGRAPHS.join(paragraph["text"] for paragraph in record["paragraphs"])


def _words(record: dict[str, Any]) -> tuple[str, ...]:
    """What is searched."""
    headline = record["headline"]["text"] if record["headline"] else ""
    captions = _BETWEEN_VALUES.join(caption["text"] for caption in record["captions"])
    said = ((comment["author"], comment["text"]) for comment in record["comments"])
    return headline, _body(record), captions, _BETWEEN_VALUES.join(text for pair in said for text in pair if text)


def _article(n: int, record: object) -> Article:
    try:
        return from_dict(json.loads(str(record)))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"article {n} holds no record: {error}") from error
