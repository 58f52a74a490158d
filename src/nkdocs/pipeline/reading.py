"""Sources into documents: what is read by whom, and what becomes of damage."""

import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final, cast

import attrs

from nkdocs.document import Document
from nkdocs.errors import MissingExtra, PluginFailed, SourceError, UsageError
from nkdocs.pipeline.sources import File, Source, expanded, why
from nkdocs.plugin import ReadContext, ReaderInfo, ReadIssue
from nkdocs.plugin.streams import Replayed, inflated_head, read_upto
from nkdocs.records import Origin
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry import Registry
from nkdocs.registry.guard import Fault, guarded, lamented
from nkdocs.text.tidy import storable_or_none

__all__ = ["read"]

_MAX_DOCUMENT_BYTES: Final = 32 * 2**20
_HEAD: Final = 4096
_BLANKS: Final = b"\xef\xbb\xbf \t\r\n"
_BUILTIN: Final = "nkdocs.readers."
_SINGLE: Final = "text"  # the reader of whatever nobody recognises: one document

_END: Final = object()

OnIssue = Callable[[ReadIssue], object]


def read(
    *sources: Source,
    registry: Registry | None = None,
    on_issue: OnIssue | None = None,
    input_format: str | None = None,
    max_document_bytes: int = _MAX_DOCUMENT_BYTES,
    **options: Any,
) -> Iterator[Document]:
    """Read documents from files, folders, quoted globs, ``@list`` files and ``-`` (standard input), in order.

    A reader is chosen by the name's suffix, else by the first bytes; ``input_format`` settles it. Folders are
    walked in byte order of names; in them only files with a suffix some reader knows are read, hidden ones not.

    Args:
        sources: paths or patterns; each is looked at before the first document is given.
        registry: whose readers; by default those of ``Registry.default()``.
        on_issue: called with what a container could not give; without it that comes out in its place, as a
            document that parses to ``unreadable``.
        input_format: the name of a reader.
        max_document_bytes: no document is read further than this; a longer one is an issue.
        options: passed to the readers.

    Raises:
        SourceError: for a source that does not exist, or a glob that matches nothing.
        UsageError: for another wrong argument; ``UnknownPlugin`` for a reader there is none of.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = pathlib.Path(folder, "a.txt").write_text("A line.")
    ...     [document.content for document in read(folder)]
    [b'A line.']
    """
    _check(registry, max_document_bytes, on_issue)
    registry = registry or Registry.default()
    if input_format is not None:
        registry.registered("readers", input_format)
    desk = _Desk(registry, input_format, max_document_bytes, FrozenMapping(options))
    return _documents(expanded(sources, desk.knows), desk, on_issue)


def _check(registry: object, max_document_bytes: int, on_issue: object) -> None:
    if registry is not None and not isinstance(registry, Registry):
        raise UsageError(f"registry is a Registry or None, not {registry!r}")
    if max_document_bytes.__class__ is not int or max_document_bytes < 1:
        raise UsageError(f"max_document_bytes is a number of bytes, not {max_document_bytes!r}")
    if on_issue is not None and not callable(on_issue):
        raise UsageError(f"on_issue is called with a ReadIssue, not {on_issue!r}")


def _documents(files: Iterator[File], desk: "_Desk", on_issue: OnIssue | None) -> Iterator[Document]:
    for file in files:
        for given in desk.read(file):
            if isinstance(given, Document):
                yield _named(given)
            elif on_issue is not None:
                on_issue(given)
            else:
                yield _unreadable(given, file)


def _named(document: Document) -> Document:
    name = storable_or_none(document.name)
    return document if name == document.name else attrs.evolve(document, name=name)


def _unreadable(issue: ReadIssue, file: File) -> Document:
    """The place of what could not be read; laying it out gives the one note that the issue is."""
    hints: Any = {"issue": issue.code, "detail": issue.detail or _place(issue.offset)}
    return Document(b"", name=file.name, origin=Origin(source=file.name, offset=issue.offset), hints=hints)


def _place(offset: int | None) -> str:
    return "" if offset is None else f"byte {offset}"


@attrs.frozen
class _Desk:
    """Who reads what."""

    registry: Registry
    input_format: str | None
    max_document_bytes: int
    options: FrozenMapping[Any]

    def knows(self, name: str) -> bool:
        """Whether some reader claims the name's suffix."""
        return self._by_suffix(name) is not None

    def read(self, file: File) -> Iterator[Document | ReadIssue]:
        """All that one file gives."""
        if file.fault is not None:
            yield ReadIssue("bad-record", None, file.fault)
        elif file.path is None:
            yield from self._stream(_standard_input(), file)
        else:
            try:
                stream = open(file.path, "rb")  # noqa: SIM115, PTH123 - closed below; a path may be no UTF-8
            except OSError as error:
                yield ReadIssue("bad-record", None, why(error))
                return
            with stream:
                yield from self._stream(stream, file)

    def _stream(self, stream: BinaryIO, file: File) -> Iterator[Document | ReadIssue]:
        """What the stream's reader makes of it."""
        source, name = stream, self.input_format or self._by_suffix(file.name or "")
        if name is None:
            try:
                head = read_upto(stream, _HEAD)
            except OSError as error:
                yield ReadIssue("bad-record", None, why(error))
                return
            source, name = cast("BinaryIO", Replayed(stream, head)), self._by_magic(head)
        context = ReadContext(name=file.name, max_document_bytes=self.max_document_bytes, options=self.options)
        yield from self._given(name, source, context)

    def _given(self, name: str, source: BinaryIO, context: ReadContext) -> Iterator[Document | ReadIssue]:
        """All that a reader gives, until it fails; its failure is an issue like others."""
        title = self.registry.registered("readers", name).title
        started = guarded(lambda: iter(self.registry.reader(name).read(source, context)))
        while True:
            given = started if isinstance(started, Fault) else guarded(next, started, _END)
            if given is _END:
                return
            if isinstance(given, Document | ReadIssue):
                yield given
                continue
            yield _failure(title, given)
            return

    def _by_suffix(self, name: str) -> str | None:
        """The reader with the longest suffix that fits."""
        name = name.lower()
        fits = [
            (len(suffix), key, info)
            for key, info in self.registry.readers.items()
            for suffix in info.suffixes
            if name.endswith(suffix.lower())
        ]
        return _best(fits)

    def _by_magic(self, head: bytes) -> str:
        """The reader whose magic the stream starts with, inflated if need be; the longest counts."""
        starts = (head, inflated_head(head, _HEAD).lstrip(_BLANKS), head.lstrip(_BLANKS))
        fits = [
            (len(magic), key, info)
            for key, info in self.registry.readers.items()
            for magic in info.magic
            if any(start.startswith(magic) for start in starts)
        ]
        return _best(fits) or _SINGLE


def _best(fits: list[tuple[int, str, ReaderInfo]]) -> str | None:
    """The longest; of two as long a stranger's reader, for it was installed to be used; else the first by name."""
    ranked = sorted((-length, str(info.factory).startswith(_BUILTIN), key) for length, key, info in fits)
    return ranked[0][2] if ranked else None


def _failure(title: str, given: object) -> ReadIssue:
    """The issue that a reader's failure is; a disk that failed under it, and a missing extra, are not its own."""
    if not isinstance(given, Fault):
        return ReadIssue("plugin-failed", None, f"{title} gave {type(given).__name__}, no Document")
    if isinstance(given.cause, MissingExtra):
        raise given.cause
    if isinstance(given.cause, OSError):
        return ReadIssue("bad-record", None, why(given.cause))
    told = lamented(given, title)
    detail = str(given.cause) if isinstance(given.cause, PluginFailed) else f"{title} failed: {told}"
    return ReadIssue("plugin-failed", None, detail)


def _standard_input() -> BinaryIO:
    if sys.stdin is None or sys.stdin.closed:
        raise SourceError("-: standard input is closed")
    return sys.stdin.buffer
