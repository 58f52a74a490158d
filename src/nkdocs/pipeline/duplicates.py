"""Articles that say what an earlier one said, word for word or nearly: each gets a note that names the earlier one.

What has been seen is kept in a database that SQLite puts on the disk as it grows, so memory stays flat: up to 5 kB of
disk a different text. An article is compared with at most ten earlier ones, however many there are.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from typing import Any, Final, Self, TypeVar

import attrs

from nkdocs.errors import OutputError, UsageError
from nkdocs.records.article import Article
from nkdocs.records.note import Note
from nkdocs.records.parsed import Parsed
from nkdocs.text.shingles import SKETCHED, alike, bands, digest, runs, words

__all__ = ["Duplicates", "mark_duplicates"]

Item = TypeVar("Item", bound=Article | Parsed)

_SAME: Final = "duplicate-of"
_NEARLY: Final = "near-duplicate-of"
# Shorter texts are alike by chance, or all of one mould ("Subscribers only"): they are the same only under the same
# headline, and never nearly the same.
_SHORT: Final = 40
_ALIKE: Final = 0.8
_SCHEMA: Final = (
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -16384",  # kilobytes of memory
    "CREATE TABLE seen (n INTEGER PRIMARY KEY, id TEXT, name TEXT, sketch BLOB)",
    "CREATE TABLE texts (digest BLOB PRIMARY KEY, n INTEGER) WITHOUT ROWID",
    "CREATE TABLE bands (key INTEGER PRIMARY KEY, n INTEGER)",
    "BEGIN",
)


def mark_duplicates(items: Iterable[Item], *, near: bool = True, similarity: float = _ALIKE) -> Iterator[Item]:
    r"""Give articles that repeat an earlier one a note that says so; nothing is left out.

    The same words in the same order are ``duplicate-of``; texts of which at least ``similarity`` is the same runs of
    three words are ``near-duplicate-of``. The note's detail begins with the id of the earlier article. What is compared
    is the paragraphs, or the comments where there are none.

    >>> import nkdocs
    >>> pages = ["Rice prices fall\n\nRice was cheaper.", "Rice prices fall\n\n“Rice” WAS cheaper."]
    >>> [[note.code for note in parsed.notes] for parsed in nkdocs.mark_duplicates(nkdocs.parse_many(pages))]
    [[], ['duplicate-of']]

    Args:
        items: articles, or what ``parse`` gave; taken as they are needed.
        near: whether to look for texts that are nearly the same, too.
        similarity: from where on texts are nearly the same, over 0 and at most 1.

    Raises:
        UsageError: for another ``similarity``, or an item that is neither.
        OutputError: where the disk has no room for what was seen.
    """
    return _marked(items, Duplicates(near=near, similarity=similarity))


def _marked(items: Iterable[Item], seen: "Duplicates") -> Iterator[Item]:
    with seen:
        for item in items:
            yield seen.mark(item)


class Duplicates:
    r"""What has been seen, for who marks items one at a time.

    It counts ``articles``, and of them those that are the ``same`` as an earlier one, or ``nearly``.

    >>> import nkdocs
    >>> parsed = nkdocs.parse("Rice prices fall\n\nRice was cheaper.")
    >>> with Duplicates() as seen:
    ...     [len(seen.mark(parsed).notes), len(seen.mark(parsed).notes)]
    [0, 1]
    >>> seen.articles, seen.same, seen.nearly
    (2, 1, 0)
    """

    def __init__(self, *, near: bool = True, similarity: float = _ALIKE) -> None:
        """Start with nothing; the arguments are those of ``mark_duplicates``."""
        if not 0 < similarity <= 1:
            raise UsageError(f"similarity is over 0 and at most 1, not {similarity!r}")
        self.articles: int = 0
        self.same: int = 0
        self.nearly: int = 0
        self._near, self._similarity = near, similarity
        self._seen: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        """Open the database."""
        self._seen = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for statement in _SCHEMA:
            self._seen.execute(statement)
        return self

    def __exit__(self, *_: object) -> None:
        """Take it away."""
        if self._seen is not None:
            self._seen.close()

    def mark(self, item: Item) -> Item:
        """The item, its articles compared with all before and remembered.

        Raises:
            UsageError: for what is no article and not parsed, or outside the ``with`` block.
            OutputError: where the disk has no room for what was seen.
        """
        if self._seen is None:
            raise UsageError("duplicates are marked inside of a with block")
        try:
            marked: Item = self._marked(item, self._seen)
        except sqlite3.Error as error:
            raise OutputError(f"what was seen of duplicates cannot be kept: {error}") from error
        return marked

    def _marked(self, item: Any, seen: sqlite3.Connection) -> Any:
        if isinstance(item, Article):
            note = self._note(item, seen)
            return item if note is None else attrs.evolve(item, notes=(*item.notes, note))
        if not isinstance(item, Parsed):
            raise UsageError(f"items are Articles or Parsed, not {type(item).__name__}")
        articles = tuple([self._marked(article, seen) for article in item.articles])
        new = [after.notes[-1] for before, after in zip(item.articles, articles, strict=True) if after is not before]
        return attrs.evolve(item, articles=articles, notes=(*item.notes, *new)) if new else item

    def _note(self, article: Article, seen: sqlite3.Connection) -> Note | None:
        self.articles += 1
        said = words(_text(article))
        if not said:
            return None
        short = len(said) < _SHORT
        exact = digest([*words(str(article.headline or "")), "", *said] if short else said)
        seen.execute("INSERT INTO seen VALUES (?, ?, ?, NULL)", (self.articles, article.id, article.document.name))
        if not seen.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", (exact, self.articles)).rowcount:
            self.same += 1
            return _named(seen, _SAME, seen.execute("SELECT n FROM texts WHERE digest = ?", (exact,)).fetchone()[0])
        return None if short or not self._near else self._nearly(said, seen)

    def _nearly(self, said: list[str], seen: sqlite3.Connection) -> Note | None:
        """A note on the earlier text that is most alike, or else this one remembered for later ones."""
        numbers = runs(said)
        keys = bands(numbers)
        best, found = max(
            ((alike(numbers, array("I", sketch)), -n) for n, sketch in _candidates(seen, keys)), default=(0.0, 0)
        )
        if best >= self._similarity:
            self.nearly += 1
            return _named(seen, _NEARLY, -found, f"{best:.2f} alike")
        sketch = array("I", numbers[:SKETCHED]).tobytes()
        seen.execute("UPDATE seen SET sketch = ? WHERE n = ?", (sketch, self.articles))
        # Where many texts share a band, for what they all quote, the first stands for it: the others have bands more.
        seen.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", [(key, self.articles) for key in keys])
        return None


def _text(article: Article) -> str:
    if article.paragraphs:
        return "\n".join([paragraph.text for paragraph in article.paragraphs])
    return "\n".join([comment.text or "" for comment in article.comments])


def _candidates(seen: sqlite3.Connection, keys: list[int]) -> list[tuple[int, bytes]]:
    marks = ", ".join("?" * len(keys))
    query = f"SELECT n, sketch FROM seen WHERE n IN (SELECT n FROM bands WHERE key IN ({marks}))"  # noqa: S608 - marks
    return seen.execute(query, keys).fetchall()


def _named(seen: sqlite3.Connection, code: str, n: int, *more: str) -> Note:
    own, name = seen.execute("SELECT id, name FROM seen WHERE n = ?", (n,)).fetchone()
    return Note(code=code, detail=", ".join([own, *more, *([name] if name else [])]))
