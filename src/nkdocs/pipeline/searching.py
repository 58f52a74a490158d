"""Full-text search of an SQLite corpus."""

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import attrs

from nkdocs.errors import SourceError, UsageError

__all__ = ["Hit", "search"]

# Korean sets particles behind a word without a blank: such a word is looked for at the beginning of longer ones.
_HANGUL_WORD: Final = re.compile("[\uac00-\ud7a3]{2,}")
_SNIPPET_WORDS: Final = 16
# The marks around a word that was found, which no text of a record holds by itself: U+0001 and U+0002.
_OPEN, _CLOSE = "\x01", "\x02"
_QUERY: Final = (
    "SELECT a.id, a.headline, a.url, snippet(search, -1, ?, ?, '…', ?) "
    "FROM search JOIN articles a ON a.n = search.rowid WHERE search MATCH ? ORDER BY rank, a.n LIMIT ?"
)


@attrs.frozen(slots=True, kw_only=True)
class Hit:
    """An article that holds all the words, and a stretch of its text around them."""

    id: str
    headline: str | None
    url: str | None
    snippet: str


def search(corpus: str | os.PathLike[str], words: Iterable[str], *, limit: int | None = None) -> Iterator[Hit]:
    """Articles that hold all the words, in headline, text, captions or comments, the best first.

    Case makes no difference. A Korean word of two or more syllables is also found at the beginning of a longer one.

    >>> import nkdocs
    >>> _ = nkdocs.export([nkdocs.parse("북한의 쌀값이 내렸다.").article], "rice.sqlite")
    >>> [hit.snippet for hit in search("rice.sqlite", ["북한"])]
    ['북한의 쌀값이 내렸다.']

    Raises:
        UsageError: for no words.
        SourceError: if the corpus does not exist or is no SQLite corpus.
    """
    wanted = " ".join(filter(None, map(_phrase, " ".join(words).split())))
    if not wanted:
        raise UsageError("search needs words to look for")
    path = Path(os.fsdecode(corpus))
    if not path.is_file():
        raise SourceError(f"{str(path)!r} is no file")
    return _hits(path, wanted, limit)


def _hits(path: Path, wanted: str, limit: int | None) -> Iterator[Hit]:
    try:
        # Read-only: a search never makes a journal or a lock beside the corpus.
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            most = -1 if limit is None else limit
            values = (_OPEN, _CLOSE, _SNIPPET_WORDS, wanted, most)
            for id_, headline, url, snippet in connection.execute(_QUERY, values):
                plain = str(snippet).replace(_OPEN, "").replace(_CLOSE, "")
                yield Hit(id=id_, headline=headline, url=url, snippet=" ".join(plain.split()))
    except sqlite3.Error as error:
        raise SourceError(f"{str(path)!r} is no SQLite corpus: {error}") from error


def _phrase(word: str) -> str:
    """A word as FTS5 takes it: in quotes, so that no sign in it is an operator; nothing for signs alone."""
    if not any(map(str.isalnum, word)):
        return ""
    quoted = '"' + word.replace('"', '""') + '"'
    return quoted + "*" if _HANGUL_WORD.fullmatch(word) else quoted
