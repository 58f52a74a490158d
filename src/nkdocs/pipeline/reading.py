"""Sources into documents: what is read by whom, and what becomes of damage."""

import io
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

import attrs

from nkdocs.document import Document
from nkdocs.errors import MissingExtra, PluginFailed, SourceError, UsageError
from nkdocs.pipeline.captures import Captures
from nkdocs.pipeline.extent import Extent
from nkdocs.pipeline.sources import File, Source, expanded, shown, why
from nkdocs.plugin import ReadContext, ReaderInfo, ReadIssue
from nkdocs.plugin.single import single_document
from nkdocs.plugin.streams import Damaged, Replayed, inflated_head, read_upto
from nkdocs.records import Origin
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry import Registry
from nkdocs.registry.guard import Fault, guarded, lamented
from nkdocs.text.tidy import storable_or_none

__all__ = ["followed", "read", "read_one"]

_MAX_DOCUMENT_BYTES: Final = 32 * 2**20
_HEAD: Final = 4096
_HTML_SUFFIXES: Final = (".html", ".htm")
_BLANKS: Final = b"\xef\xbb\xbf \t\r\n"
_PROLOG: Final = re.compile(rb"(?:<\?[^>]{0,500}>|<!--[^>]{0,500}-->|<!DOCTYPE[^>\[]{0,500}>|\s)+", re.IGNORECASE)
_MOST_NESTED: Final = 4  # containers in containers
_BUILTIN: Final = "nkdocs.readers."
_NESTING: Final = "nkdocs.readers.zip:ZipReader"
_SINGLE: Final = "text"  # the reader of whatever nobody recognises: one document

_ARGUMENTS: Final = ("registry", "on_issue", "input_format", "max_document_bytes", "cdx")

_END: Final = object()

OnIssue = Callable[[ReadIssue], object]
ReadMember = Callable[[BinaryIO, ReadContext], Iterator[Document | ReadIssue]]


def read(
    *sources: Source,
    registry: Registry | None = None,
    on_issue: OnIssue | None = None,
    input_format: str | None = None,
    max_document_bytes: int = _MAX_DOCUMENT_BYTES,
    cdx: Source | None = None,
    **options: Any,
) -> Iterator[Document]:
    """Read documents from files, folders, quoted globs, ``@list`` files and ``-`` (standard input), in order.

    A reader is chosen by the name's suffix, else by the first bytes; ``input_format`` settles it. Folders are
    walked in byte order of names; in them only files with a suffix some reader knows are read, hidden ones not.

    Args:
        sources: paths or patterns; each is looked at before the first document is given.
        registry: whose readers; by default those of ``Registry.default()``.
        on_issue: called with what could not be read; without it that comes out as an ``unreadable`` document.
        input_format: the name of a reader.
        max_document_bytes: no document is read further than this; a longer one is an issue.
        cdx: an index of captures: gives url and capture time to documents that do not say them themselves.
        options: passed to the readers; one that no reader of the registry takes is refused.

    Raises:
        SourceError: for a source that does not exist, or a glob that matches nothing.
        UsageError: for another wrong argument; ``UnknownPlugin`` for a reader there is none of.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = pathlib.Path(folder, "a.txt").write_text("A line.")
    ...     [document.content for document in read(folder)]
    [b'A line.']
    """
    return followed(
        Extent(), *sources, registry=registry, on_issue=on_issue, input_format=input_format,
        max_document_bytes=max_document_bytes, cdx=cdx, **options,
    )  # fmt: skip


def followed(
    extent: Extent,
    *sources: Source,
    registry: Registry | None = None,
    on_issue: OnIssue | None = None,
    input_format: str | None = None,
    max_document_bytes: int = _MAX_DOCUMENT_BYTES,
    cdx: Source | None = None,
    **options: Any,
) -> Iterator[Document]:
    """The same as ``read``; the extent is kept up to date on how much was read."""
    _check(registry, max_document_bytes, on_issue)
    registry = registry or Registry.default()
    if input_format is not None:
        registry.registered("readers", input_format)
    _check_options(options, registry)
    desk = _Desk(registry, input_format, max_document_bytes, FrozenMapping(options), extent)
    extent.of(lambda: expanded(sources, desk.knows))
    documents = _documents(expanded(sources, desk.knows), desk, on_issue)
    return documents if cdx is None else map(Captures(cdx).completed, documents)


def read_one(path: Source, name: str | None = None) -> Document:
    """The one document that a file holds, whatever is in it; gzip is inflated.

    Args:
        path: the file; neither a pattern nor a list.
        name: by default the path as it was given, as ``read`` has it.

    Raises:
        SourceError: if it cannot be read.
        UsageError: for what is no path.
    """
    if not isinstance(path, str | os.PathLike):
        raise UsageError(f"path is a path, not {path!r}")
    given = shown(os.fsencode(path))
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise SourceError(f"{given}: {why(error)}") from error
    media_type = "text/html" if given.lower().removesuffix(".gz").endswith(_HTML_SUFFIXES) else None
    # What is in memory already is not refused for its size; what is inflated is.
    context = ReadContext(name=given if name is None else name)
    limit = max(len(content), context.max_document_bytes)
    (document,) = single_document(io.BytesIO(content), attrs.evolve(context, max_document_bytes=limit), media_type)
    return document if isinstance(document, Document) else _unreadable(document, File(None, context.name))


def _check(registry: object, max_document_bytes: int, on_issue: object) -> None:
    if registry is not None and not isinstance(registry, Registry):
        raise UsageError(f"registry is a Registry or None, not {registry!r}")
    if max_document_bytes.__class__ is not int or max_document_bytes < 1:
        raise UsageError(f"max_document_bytes is a number of bytes, not {max_document_bytes!r}")
    if on_issue is not None and not callable(on_issue):
        raise UsageError(f"on_issue is called with a ReadIssue, not {on_issue!r}")


def _check_options(options: Mapping[str, object], registry: Registry) -> None:
    """Refuse an option that nobody takes; a reader of a plugin that does not say what it takes may take any."""
    if not options:
        return
    taken = [info.options for info in registry.readers.values()]
    if None in taken:
        return
    known = {*_ARGUMENTS, *chain.from_iterable(names for names in taken if names is not None)}
    for name in options:
        if name not in known:
            close = get_close_matches(name, sorted(known))
            hint = f"did you mean {', '.join(close)}?" if close else f"there are {', '.join(sorted(known))}"
            raise UsageError(f"no reader takes an option {name!r}; {hint}")


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
    name = f"{file.name}:{issue.member}" if file.name and issue.member else file.name
    origin = Origin(source=file.name, member=issue.member, offset=issue.offset)
    return Document(b"", name=storable_or_none(name), origin=origin, hints=hints)


def _place(offset: int | None) -> str:
    return "" if offset is None else f"byte {offset}"


@attrs.frozen
class _Desk:
    """Who reads what."""

    registry: Registry
    input_format: str | None
    max_document_bytes: int
    options: FrozenMapping[Any]
    extent: Extent

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
                self.extent.opened(stream)
                yield from self._stream(stream, file)

    def _stream(self, stream: BinaryIO, file: File) -> Iterator[Document | ReadIssue]:
        """What the stream's reader makes of it."""
        context = ReadContext(name=file.name, max_document_bytes=self.max_document_bytes, options=self.options)
        yield from self._read(stream, context, self.input_format)

    def _read(
        self, stream: BinaryIO, context: ReadContext, name: str | None = None, depth: int = 0
    ) -> Iterator[Document | ReadIssue]:
        """What the reader of that name makes of a stream, or the one whose suffix or first bytes fit."""
        name = name or self._by_suffix(context.name or "")
        if name is None:
            try:
                head = read_upto(stream, _HEAD)
                stream = _again(stream, head)
            except Damaged:
                raise
            except OSError as error:
                yield ReadIssue("bad-record", None, why(error))
                return
            name = self._by_magic(head)
        if depth >= _MOST_NESTED and self.registry.readers[name].factory == _NESTING:
            yield ReadIssue("depth-limit", None, f"archives are read {_MOST_NESTED} deep")
            return
        inner: ReadMember = lambda member, told: self._read(member, told, None, depth + 1)  # noqa: E731 - it has a type
        yield from self._given(name, stream, attrs.evolve(context, read_member=inner))

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
        inflated = inflated_head(head, _HEAD)
        starts = (head, *(each for start in (inflated, head) for each in _bare(start)))
        fits = [
            (len(magic), key, info)
            for key, info in self.registry.readers.items()
            for magic in info.magic
            if any(start.startswith(magic) for start in starts)
        ]
        return _best(fits) or _SINGLE


def _bare(start: bytes) -> tuple[bytes, bytes]:
    """The first bytes without blanks, and without what XML puts before its first element."""
    start = start.lstrip(_BLANKS)
    prolog = _PROLOG.match(start)
    return start, start[prolog.end() :] if prolog else start


def _again(stream: BinaryIO, head: bytes) -> BinaryIO:
    """The stream from where its first bytes were read."""
    if stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return stream
    return cast("BinaryIO", Replayed(stream, head))


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
    if isinstance(given.cause, Damaged):
        return given.cause.issue
    if isinstance(given.cause, OSError):
        return ReadIssue("bad-record", None, why(given.cause))
    told = lamented(given, title)
    detail = str(given.cause) if isinstance(given.cause, PluginFailed) else f"{title} failed: {told}"
    return ReadIssue("plugin-failed", None, detail)


def _standard_input() -> BinaryIO:
    if sys.stdin is None or sys.stdin.closed:
        raise SourceError("-: standard input is closed")
    return sys.stdin.buffer
