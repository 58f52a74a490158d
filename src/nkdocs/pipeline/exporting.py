"""Articles to a file and back: which format, which exporter, all or nothing."""

import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from shutil import copyfileobj, move
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, Final, cast

import attrs

from nkdocs.errors import PluginFailed, SourceError, UsageError
from nkdocs.pipeline.folders import check_either, replaced_folder
from nkdocs.pipeline.sessions import Session, answer_of
from nkdocs.pipeline.writing import PathLike, replaced_file
from nkdocs.plugin.info import ExporterInfo
from nkdocs.plugin.protocols import ExportContext, Exporter
from nkdocs.records.article import Article
from nkdocs.records.parsed import Parsed
from nkdocs.registry import Registry
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import guarded

__all__ = [
    "ExportReport", "check_stream", "export", "export_stream", "exporter_for", "is_either", "load", "target_of",
]  # fmt: skip

_WING: Final = "exporters"
_STREAM: Final = "-"
_END: Final = object()

Items = Iterable[Article | Parsed]


@attrs.frozen(slots=True, kw_only=True)
class ExportReport:
    """What an export wrote.

    ``format`` is the exporter's name, ``destination`` the path as it was given (``-`` for a stream), ``articles``
    how many were written, ``replaced`` how many characters the format cannot hold: they became U+FFFD.
    """

    format: str
    destination: PathLike
    articles: int
    replaced: int


def export(
    items: Items,
    destination: PathLike,
    *,
    format: str | None = None,  # noqa: A002 - the contract's word
    registry: Registry | None = None,
    **options: Any,
) -> ExportReport:
    """Write articles to a file: the complete new one, or the old one stays.

    The destination is looked at before the first item is taken, so ``items`` may be made while it is written.

    >>> import nkdocs
    >>> nkdocs.export([nkdocs.parse("Rice prices fall").article], "corpus.jsonl").articles
    1

    Args:
        items: articles, or what ``parse`` gave: all articles of it.
        destination: a path; its suffix chooses the format.
        format: the name of an exporter, whatever the suffix.
        registry: whose exporters; by default those of ``Registry.default()``.
        options: passed to the exporter.

    Raises:
        UsageError: for a suffix or an option nobody knows; ``UnknownPlugin`` for such a format.
        OutputError: for a destination that cannot be written; ``ExportError`` for a value the format cannot hold.
    """
    registry = registry or Registry.default()
    chosen = exporter_for(destination, registry, format)
    run = _run(items, chosen, registry, options)
    with target_of(destination, chosen.info) as target:
        run.write(target, destination)
    return run.report(destination)


def export_stream(
    items: Items,
    stream: BinaryIO,
    *,
    format: str,  # noqa: A002 - the contract's word
    registry: Registry | None = None,
    **options: Any,
) -> ExportReport:
    """Write articles to an open stream, such as standard output; like ``export``, but not all or nothing.

    Failures of the stream come out as they are, a ``BrokenPipeError`` too. The stream is neither flushed nor closed.
    """
    registry = registry or Registry.default()
    chosen = exporter_for(_STREAM, registry, format)
    check_stream(chosen, stream)
    run = _run(items, chosen, registry, options)
    run.write(stream, None)
    return run.report(_STREAM)


def check_stream(chosen: Registered, stream: BinaryIO) -> None:
    """Refuse what cannot be written to an open stream.

    Raises:
        UsageError: saying why.
    """
    if chosen.info.target != "file":
        raise UsageError(f"{chosen.key} writes a folder: name one")
    if chosen.info.seekable and not stream.seekable():
        raise UsageError(f"{chosen.key} cannot be written to a stream: give it a file")


def load(
    path: PathLike,
    *,
    format: str | None = None,  # noqa: A002 - the contract's word
    registry: Registry | None = None,
) -> Iterator[Article]:
    """Read articles back from a lossless format, one at a time.

    >>> import nkdocs
    >>> article = nkdocs.parse("Rice prices fall").article
    >>> _ = nkdocs.export([article], "corpus.jsonl")
    >>> list(nkdocs.load("corpus.jsonl")) == [article]
    True

    Raises:
        UsageError: for a format that does not keep whole records, or that nobody knows.
        SourceError: for a file that is not there, or does not hold what it should; here or on the way.
    """
    registry = registry or Registry.default()
    chosen = exporter_for(path, registry, format)
    if not chosen.info.lossless:
        lossless = sorted(name for name, other in registry.exporters.items() if other.lossless)
        raise UsageError(f"{chosen.key} does not keep whole records; these do: {', '.join(lossless)}")
    if not Path(os.fsdecode(path)).exists():
        raise SourceError(f"{os.fsdecode(path)!r} does not exist")
    return _loaded(os.fsdecode(path), chosen.key, registry.exporter(chosen.key))


def exporter_for(path: PathLike, registry: Registry, name: str | None = None) -> Registered:
    """The exporter of this name, else the one with the longest suffix that fits, whatever the case.

    Raises:
        UsageError: where there is none; ``UnknownPlugin`` for a name.
    """
    if name is not None:
        return registry.registered(_WING, name)
    try:
        file = Path(os.fsdecode(path)).name
    except TypeError as error:
        raise UsageError(f"a path is wanted, not {path!r}") from error
    # Of two with one suffix the built-in keeps it: what is installed does not change what a script writes.
    fits = [
        (-len(suffix), not registry.registered(_WING, name).plugin.builtin, name)
        for name, info in registry.exporters.items()
        for suffix in info.suffixes
        if file.lower().endswith(suffix.lower())
    ]
    if not fits:
        raise UsageError(_unclaimed(file, registry))
    return registry.registered(_WING, min(fits)[2])


def _unclaimed(file: str, registry: Registry) -> str:
    known = sorted({suffix for info in registry.exporters.values() for suffix in info.suffixes})
    close = get_close_matches(Path(file).suffix.lower(), known, n=1)
    hint = f"did you mean {close[0]}?" if close else f"there are {' '.join(known)}, or name a format"
    return f"no format has the suffix of {file!r}; {hint}"


@attrs.define
class _Run:
    """One export: items in, calls to the exporter out, counted."""

    items: Items
    chosen: Registered
    registry: Registry
    options: dict[str, Any]
    articles: int = 0
    replaced: int = 0

    def write(self, target: BinaryIO | Path, destination: PathLike | None) -> None:
        """Write all items; what the items raise comes out as it is."""
        session = Session(self.chosen, self.registry, self.options, target, destination)
        for item in self.items:
            for piece in self._pieces(item):
                session.write(piece)
        self.replaced = session.close()

    def report(self, destination: PathLike) -> ExportReport:
        """What was written."""
        return ExportReport(
            format=self.chosen.key, destination=destination, articles=self.articles, replaced=self.replaced
        )

    def _pieces(self, item: object) -> tuple[Article | Parsed, ...]:
        """What the exporter takes of an item."""
        whole = self.chosen.info.accepts == "parsed"
        if isinstance(item, Parsed):
            self.articles += len(item.articles)
            return (item,) if whole else item.articles
        if not isinstance(item, Article):
            raise UsageError(f"items are Articles or Parsed, not {type(item).__name__}")
        if whole:
            raise UsageError(f"{self.chosen.key} needs Parsed items: an Article does not hold its document's text")
        self.articles += 1
        return (item,)


@contextmanager
def target_of(
    destination: PathLike, info: ExporterInfo, *, keep: bool = False
) -> Generator[BinaryIO | Path, None, None]:
    """What an exporter writes to: a file, or an empty folder. With ``keep``, what a killed run left is still there."""
    if info.target == "file":
        with replaced_file(destination, keep=keep) as stream:
            yield stream
    elif is_either(destination, info):
        check_either(destination)
        with TemporaryDirectory() as scratch:
            yield Path(scratch)
            _place(Path(scratch), destination)
    else:
        with replaced_folder(destination, keep=keep) as folder:
            yield folder


def is_either(destination: PathLike, info: ExporterInfo) -> bool:
    """Whether a format that writes folders may here write one file, for its only article."""
    return info.target != "file" and os.fsdecode(destination).lower().endswith(info.suffixes)


def _place(scratch: Path, destination: PathLike) -> None:
    """Make the destination a file if it is named like the only file that was written, else a folder."""
    written = sorted(scratch.iterdir())
    if any(path.suffix != Path(os.fsdecode(destination)).suffix for path in written):
        with replaced_folder(destination) as folder:
            for path in written:
                move(path, folder / path.name)
        return
    if len(written) != 1:
        raise UsageError(f"{os.fsdecode(destination)!r} holds one article, not {len(written)}: name a folder")
    with replaced_file(destination) as stream, written[0].open("rb") as source:
        copyfileobj(source, stream)


def _run(items: object, chosen: Registered, registry: Registry, options: dict[str, Any]) -> _Run:
    if isinstance(items, (Article, Parsed)) or not isinstance(items, Iterable):
        raise UsageError(f"items are several, such as [article], not one {type(items).__name__}")
    registry.exporter(chosen.key)  # one that cannot be made is told before the destination is touched
    return _Run(cast("Items", items), chosen, registry, options)


def _loaded(path: str, name: str, exporter: Exporter) -> Iterator[Article]:
    try:
        with Path(path).open("rb") as source:
            articles = answer_of(name, guarded(lambda: iter(exporter.load(source, ExportContext()))))
            while (article := answer_of(name, guarded(next, articles, _END))) is not _END:
                if not isinstance(article, Article):
                    raise PluginFailed(f"the exporter {name!r} failed: load gave {type(article).__name__}, no Article")
                yield article
    except OSError as error:
        raise SourceError(f"{path!r} cannot be read: {error.strerror or error}") from error
    except SourceError as error:
        raise SourceError(f"{path!r}: {error}") from error
