"""What a run has done, document by document, so that the run after it need not do it again should it be killed.

A journal stands beside the destination, under the lock of the partial file: a line that says what kind of run this
is, then a line a document. Of a document it tells the digest of all that was known of it, so that nothing is taken
over for another; what became of it; and either how many bytes it added to the partial file, with their checksum, or
its records themselves. Whatever is not as it should be ends what can be taken over: the rest is done anew.
"""

import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from time import monotonic
from typing import Any, BinaryIO, Final, cast
from zlib import crc32

import attrs

from nkdocs.document import Document
from nkdocs.errors import OutputError, UsageError
from nkdocs.pipeline.writing import PathLike, check_parent, journal_path, writing_to
from nkdocs.records.article import Article
from nkdocs.records.convert import from_dict

__all__ = ["Done", "Journal", "Tally", "document_key"]

# What is not yet with the system when the run is killed is done again: so many documents, or so many seconds, at most.
_DOCUMENTS: Final = 32
_SECONDS: Final = 0.5
_BUFFER: Final = 1 << 18
_LONGEST: Final = 1 << 30


@attrs.frozen(slots=True, kw_only=True)
class Done:
    """What became of one document.

    ``told`` is what the run has to say of it, as JSON. ``pieces`` are its articles in bytes: the format's own, or
    records. ``whole`` is what an exporter takes, where it is at hand. ``lost``: the limits of a document decided.
    ``before``: an earlier run did it.
    """

    key: str = ""
    told: dict[str, Any]
    articles: int = 0
    pieces: tuple[bytes, ...] = ()
    whole: tuple[Any, ...] | None = None
    lost: bool = False
    before: bool = False


class Tally:
    """A target that counts what is written to it."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self.size: int = 0
        self.check: int = 0

    def write(self, piece: bytes) -> int:
        """Write a piece."""
        self.size += len(piece)
        self.check = crc32(piece, self.check)
        return self._target.write(piece)

    def counted(self) -> tuple[int, int]:
        """The bytes written since this was last asked, and their checksum."""
        found = self.size, self.check
        self.size = self.check = 0
        return found


def document_key(document: Document) -> str:
    """A digest of a document and of all that is known of it.

    >>> document_key(Document("Rice")) == document_key(Document("Rice", name="a.txt"))
    False
    """
    content, origin = document.content, document.origin
    raw = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
    known = (
        content.__class__.__name__, document.url, document.media_type, str(document.captured), document.encoding,
        document.name, origin and (origin.source, origin.member, origin.offset, origin.record),
        sorted(document.hints.items()),
    )  # fmt: skip
    return sha256(raw + repr(known).encode(errors="backslashreplace")).hexdigest()[:32]


class Journal:
    """The journal of one run.

    Args:
        destination: what the run writes; its partial file is locked.
        run: what the bytes of the output depend on beside the documents.
        limits: what a document may take; it decides only over documents that are lost.
        partial: the partial file, where it holds the articles; None: the journal holds them as records.
        resume: whether an earlier run is taken over.

    Raises:
        OutputError: if it cannot be written.
    """

    def __init__(self, destination: PathLike, run: str, limits: str, partial: BinaryIO | None, *, resume: bool) -> None:
        self._destination = destination
        self._head = {"schema": "nkdocs/journal/1", "run": run, "kept": "bytes" if partial else "records"}
        self._limits = limits
        self._partial = partial
        self._same_limits = True
        self._pending: list[bytes] = []
        self._since = monotonic()
        self.resumable: bool = False
        self.undone: list[Document] = []
        with writing_to(destination):
            self._file = _opened(destination)
            try:
                self.resumable = resume and self._continues()
                if not self.resumable:
                    self._start()
            except (OSError, OutputError):
                self._file.close()
                raise

    def close(self) -> None:
        """Close the file; what a full disk did not take by now has been told, and is of no use any more."""
        with suppress(OSError):
            self._file.close()

    def replayed(self, documents: Iterator[Document]) -> Iterator[Done]:
        """What became of the first documents, as far as the earlier run got.

        Of ``documents`` those are taken, and the first that is not among them, which is ``undone`` then. When this
        ends, journal and partial file are ready for what follows.
        """
        end, size = self._file.tell(), 0
        while self.resumable and (entry := self._entry()) is not None:
            document = next(documents, None)
            if document is None:
                break
            done = self._done(entry, document)
            if done is None:
                self.undone.append(document)
                break
            end, size = self._file.tell(), size + cast("int", entry.get("size", 0))
            yield done
        with writing_to(self._destination):
            _cut(self._file, end)
            if self._partial is not None:
                _cut(self._partial, size)

    def add(self, done: Done, size: int = 0, check: int = 0) -> None:
        """Note what became of a document; ``size`` and ``check`` are of the bytes that the partial file got."""
        entry: dict[str, Any] = {"key": done.key, "articles": done.articles, "told": done.told}
        if done.lost:
            entry["lost"] = True
        if self._partial is not None:
            entry |= {"size": size, "check": check}
            self._pending.append(_line(entry))
        else:
            head = _line(entry).removesuffix(b"}\n")
            self._pending.append(b'%b, "records": [%b]}\n' % (head, b",".join(each.rstrip() for each in done.pieces)))
        now = monotonic()
        if len(self._pending) >= _DOCUMENTS or now - self._since >= _SECONDS:
            self._since = now
            self._flush()

    def _flush(self) -> None:
        with writing_to(self._destination):
            if self._partial is not None:
                self._partial.flush()
            self._file.write(b"".join(self._pending))
            self._file.flush()
            self._pending.clear()

    def _continues(self) -> bool:
        """Whether the journal that stands there is of a run like this one."""
        head = self._entry()
        if head is None or {name: head.get(name) for name in self._head} != self._head:
            return False
        self._same_limits = head.get("limits") == self._limits
        return True

    def _start(self) -> None:
        _cut(self._file, 0)
        if self._partial is not None:
            _cut(self._partial, 0)
        self._file.write(_line(self._head | {"limits": self._limits}))
        self._file.flush()

    def _entry(self) -> dict[str, Any] | None:
        """The next whole line."""
        line = self._file.readline(_LONGEST)
        if not line.endswith(b"\n"):
            return None
        try:
            entry = json.loads(line)
        except (ValueError, RecursionError):
            return None
        return cast("dict[str, Any]", entry) if isinstance(entry, dict) else None

    def _done(self, entry: dict[str, Any], document: Document) -> Done | None:
        """What the entry tells of this document; None if it is not about it, or what it tells is not there."""
        lost = entry.get("lost") is True
        key, told, articles = entry.get("key"), entry.get("told"), entry.get("articles")
        if not isinstance(key, str) or not isinstance(told, dict) or not isinstance(articles, int):
            return None
        if key != document_key(document) or (lost and not self._same_limits):
            return None
        known = cast("dict[str, Any]", told)
        if self._partial is None:
            whole = _articles(entry.get("records"))
            sound = whole is not None and len(whole) == articles
            return Done(key=key, told=known, articles=articles, whole=whole, lost=lost, before=True) if sound else None
        size = entry.get("size")
        sound = isinstance(size, int) and size >= 0 and _checked(self._partial, size) == entry.get("check")
        return Done(key=key, told=known, articles=articles, lost=lost, before=True) if sound else None


def _opened(destination: PathLike) -> BinaryIO:
    """The journal of a destination; no link is followed, and nothing but a file of ours is written."""
    path = journal_path(check_parent(destination))
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o600)
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1:
        os.close(descriptor)
        raise OutputError(f"{os.fsdecode(destination)!r} cannot be written: {path.name!r} is in the way")
    return os.fdopen(descriptor, "r+b", _BUFFER)


def _cut(file: BinaryIO, end: int) -> None:
    file.seek(end)
    file.truncate()


def _checked(partial: BinaryIO, size: int) -> int | None:
    """The checksum of the next bytes; None where there are not so many."""
    check = 0
    while size > 0:
        piece = partial.read(min(size, _BUFFER))
        if not piece:
            return None
        check = crc32(piece, check)
        size -= len(piece)
    return check


def _articles(records: list[Any] | None) -> tuple[Article, ...] | None:
    """The articles of records; None if one of them is none."""
    if not isinstance(records, list):
        return None
    try:
        return tuple(map(from_dict, records))
    except UsageError:
        return None


_ENCODER: Final[Callable[[Any], str]] = json.JSONEncoder(check_circular=False).encode


def _line(entry: dict[str, Any]) -> bytes:
    return f"{_ENCODER(entry)}\n".encode()
