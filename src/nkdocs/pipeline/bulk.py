"""Bulk runs: documents into one output, in one process or several, from the start or from where a run was killed."""

import io
import json
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

import attrs

from nkdocs.document import Document
from nkdocs.pipeline.exporting import ExportReport, check_stream, exporter_for, is_either, target_of
from nkdocs.pipeline.journal import Done, Journal, Tally, document_key
from nkdocs.pipeline.many import lost_document, worked
from nkdocs.pipeline.parsing import parse
from nkdocs.pipeline.serving import Limits, Lost
from nkdocs.pipeline.sessions import Session, answer_of
from nkdocs.pipeline.writing import PathLike
from nkdocs.plugin.protocols import ExportContext
from nkdocs.records.article import Article
from nkdocs.records.convert import from_dict
from nkdocs.records.frozen import FrozenMapping
from nkdocs.records.parsed import Parsed
from nkdocs.registry import Registry
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import guarded
from nkdocs.version import VERSION

__all__ = ["Judge", "Run", "run_to_file", "run_to_stream"]

Judge = Callable[[Parsed], dict[str, Any]]
Seen = Callable[[Done], object]
Marked = Callable[[Iterator[Parsed]], Iterator[Parsed]]

_NOTHING_MORE: Final[FrozenMapping[Any]] = FrozenMapping()
_STREAM: Final = "-"
_ARTICLE: Final = "article"
_RECORDS: Final = "jsonl"
# How articles go from who parses to who writes: as bytes of the format, as records in bytes, or as what was parsed.
_BYTES, _AS_RECORDS, _WHOLE = "bytes", "records", "whole"


@attrs.frozen(slots=True, kw_only=True)
class Run:
    """One bulk run.

    Args:
        registry: whose plugins.
        format: the name of an exporter; by default the suffix of the destination chooses.
        parser: the id of the parser to use.
        keep_text: whether records keep the document's text.
        judge: what the run has to say of a document, as JSON; it runs where the document is parsed.
        seen: called with each document that is done, in order.
        jobs: how many processes parse.
        limits: what one document may take of a process of its own.
        resume: whether a killed run with this destination is continued.
        marked: what is done to all documents in their order, in one place; nothing is kept for a next run then.
        about: what the output depends on beside the documents, the format and the options above.
    """

    registry: Registry
    format: str | None = None
    parser: str | None = None
    keep_text: bool = False
    judge: Judge
    seen: Seen
    jobs: int = 1
    limits: Limits | None = None
    resume: bool = False
    marked: Marked | None = None
    about: Mapping[str, Any] = _NOTHING_MORE


def run_to_file(run: Run, documents: Iterator[Document], destination: PathLike) -> ExportReport:
    """Parse documents into a file or folder: all of it or nothing, or what the next run takes over if it is killed.

    A format that takes what was parsed, not articles, keeps nothing for a next run: it is always a normal one.

    Raises:
        UsageError: for a suffix nobody knows.
        OutputError: for a destination that cannot be written.
    """
    chosen = exporter_for(destination, run.registry, run.format)
    kept = chosen.info.accepts == _ARTICLE and run.marked is None and not is_either(destination, chosen.info)
    with target_of(destination, chosen.info, keep=kept) as target:
        file = None if isinstance(target, Path) else target
        if file is not None and not (run.resume and _stands_alone(run, chosen)):
            file.truncate(0)  # what a killed run wrote is written again
        tally = None if file is None else Tally(file)
        session = Session(chosen, run.registry, {}, cast("Any", tally or target), destination)
        work = _Work.of(run, chosen, session, kept=kept)
        with _journal(run, chosen, destination, file if work.way == _BYTES else None, kept) as journal:
            return _written(run, documents, _Writer(session, work, tally, journal, run.seen), destination)


def _stands_alone(run: Run, chosen: Registered) -> bool:
    """Whether the bytes of an article stand alone in this format, so that a file of them can be gone on with."""
    return Session(chosen, run.registry, {}, io.BytesIO(), None).encode is not None


def run_to_stream(run: Run, documents: Iterator[Document], stream: BinaryIO) -> ExportReport:
    """Parse documents into an open stream, such as standard output; it is neither flushed nor closed."""
    chosen = exporter_for(_STREAM, run.registry, run.format or _RECORDS)
    check_stream(chosen, stream)
    session = Session(chosen, run.registry, {}, stream, None)
    work = _Work.of(run, chosen, session, kept=False)
    return _written(run, documents, _Writer(session, work, None, None, run.seen), _STREAM)


def _written(run: Run, documents: Iterator[Document], writer: "_Writer", destination: PathLike) -> ExportReport:
    """Take over what a killed run has done, then do the rest."""
    left = writer.taken_over(documents)
    with closing(worked(left, writer.work, run.jobs, run.limits)) as found:
        for done in found if run.marked is None else _marked(run, run.marked, found, writer.work):
            writer.put(done)
    replaced = writer.session.close()
    return ExportReport(format=writer.work.format, destination=destination, articles=writer.articles, replaced=replaced)


def _marked(run: Run, marked: Marked, found: Iterator[Done], work: "_Work") -> Iterator[Done]:
    """The same after what is done to all documents in one place; only then they are judged."""
    for parsed in marked(done.whole[0] for done in found if done.whole is not None):
        whole = (parsed,) if work.takes_parsed else parsed.articles
        yield Done(told=run.judge(parsed), articles=len(parsed.articles), whole=whole)


@contextmanager
def _journal(
    run: Run, chosen: Registered, destination: PathLike, partial: BinaryIO | None, kept: bool
) -> Generator[Journal | None, None, None]:
    if not kept:
        yield None
        return
    plugins = run.registry.plugins.values()
    about = {
        **run.about,
        "nkdocs": VERSION,
        "format": [chosen.key, chosen.info.version, chosen.plugin.title],
        "parser": run.parser,
        "keep_text": run.keep_text,
        "plugins": sorted(f"{info.title} {info.state}" for info in plugins),
    }
    words = json.dumps(about, sort_keys=True)
    with closing(Journal(destination, words, repr(run.limits), partial, resume=run.resume)) as journal:
        yield journal


@attrs.frozen
class _Work:
    """Parses one document, and makes of it what is written; where it is not here, in bytes."""

    registry: Registry
    way: str
    format: str
    options: FrozenMapping[Any]
    judge: Judge
    takes_parsed: bool
    kept: bool
    here: bool

    @classmethod
    def of(cls, run: Run, chosen: Registered, session: Session, *, kept: bool) -> "_Work":
        """The work of a run."""
        takes_parsed = chosen.info.accepts != _ARTICLE
        way = _AS_RECORDS if session.encode is None else _BYTES
        if takes_parsed or run.marked is not None:
            way = _WHOLE
        options = FrozenMapping({"parser": run.parser, "keep_text": run.keep_text})
        here = run.jobs == 1 and run.limits is None
        return cls(run.registry, way, chosen.key, options, run.judge, takes_parsed, kept, here)

    def __call__(self, document: Document, /) -> Done:
        """Parse a document."""
        return self._done(document, parse(document, registry=self.registry, **self.options))

    def lost(self, document: Document, lost: Lost, /) -> Done:
        """What there is of a document that is lost."""
        return attrs.evolve(self._done(document, lost_document(document, lost, self.registry)), lost=True)

    def _done(self, document: Document, parsed: Parsed) -> Done:
        pieces: tuple[bytes, ...] = ()
        whole: tuple[Any, ...] | None = None
        if self.way == _WHOLE:
            whole = (parsed,)
        elif self.way == _BYTES:
            pieces = tuple(map(_encoder(self.registry, self.format), parsed.articles))
        else:
            whole = parsed.articles if self.here else None
            if self.kept or not self.here:
                pieces = tuple(map(_encoder(self.registry, None), parsed.articles))
        key = document_key(document) if self.kept else ""
        return Done(key=key, told=self.judge(parsed), articles=len(parsed.articles), pieces=pieces, whole=whole)


class _Writer:
    """Puts what was parsed where it belongs, and keeps the journal."""

    def __init__(self, session: Session, work: _Work, tally: Tally | None, journal: Journal | None, seen: Seen) -> None:
        self.session, self.work, self.articles = session, work, 0
        self._tally, self._journal, self._seen = tally, journal, seen

    def taken_over(self, documents: Iterator[Document]) -> Iterator[Document]:
        """Count, or write again, what a killed run has done of these documents; the others are left."""
        if self._journal is None or not self._journal.resumable:
            return documents
        for done in self._journal.replayed(documents):
            self.articles += done.articles
            for article in done.whole or ():
                self.session.write(article)
            self._seen(done)
        if self.articles and self.work.way == _BYTES:
            self.session.go_on()
        if self._tally is not None:
            self._tally.counted()
        return chain(self._journal.undone, documents)

    def put(self, done: Done) -> None:
        """Write the articles of a document."""
        self.articles += done.articles
        if done.whole is not None:
            for item in done.whole:
                self.session.write(item)
        elif self.work.way == _BYTES:
            for piece in done.pieces:
                self.session.write_encoded(piece)
        else:
            for piece in done.pieces:
                self.session.write(from_dict(json.loads(piece)))
        if self._journal is not None:
            self._journal.add(done, *(self._tally.counted() if self._tally is not None else ()))
        self._seen(done)


@lru_cache(maxsize=8)
def _encoder(registry: Registry, name: str | None) -> Callable[[Article], bytes]:
    """What makes the bytes of an article in a format whose articles stand alone; without a name, of its record."""
    from nkdocs.exporters.jsonl import JsonlExporter  # not at the top: most of what is imported there is its own

    exporter: Any = JsonlExporter() if name is None else registry.exporter(name)
    session = answer_of(name or _RECORDS, guarded(exporter.open, io.BytesIO(), ExportContext()))
    encode: Callable[[Article], bytes] = session.encode
    return lambda article: answer_of(name or _RECORDS, guarded(encode, article))
