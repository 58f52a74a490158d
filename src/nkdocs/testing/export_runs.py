"""X02, X03, X04 and X06: how an exporter behaves towards bytes, target, memory and articles."""

import json
import os
import pickle
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from typing import Any, BinaryIO, Final, cast

import attrs

from nkdocs.plugin.protocols import ExportContext, ExportSession
from nkdocs.records.article import Paragraph
from nkdocs.records.parsed import Draft, Parsed
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.check import Named
from nkdocs.testing.exporting import ExporterSubject, content_of, digest, exporter_subject
from nkdocs.testing.faked_clock import clock_at
from nkdocs.testing.likeness import difference, likeness
from nkdocs.testing.pages import Page
from nkdocs.testing.streams import Target
from nkdocs.text.span import Span

__all__ = ["changed_articles", "tell_digest", "unlike_bytes", "untidy_closing", "weighty_output"]

_YEARS: Final = (1999, 2040)
_SEEDS: Final = (("0", "Asia/Seoul"), ("1", "America/St_Johns"))
_ELSEWHERE: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.stdin.buffer.readline()); "
    "from nkdocs.testing.export_runs import tell_digest; tell_digest()"
)
_PATIENCE: Final = 120
# Memory: this many articles of this many characters; what streams holds less than half of them at any time.
_MANY: Final = 768
_LONG: Final = 16 * 1024


def unlike_bytes(subject: ExporterSubject, _: Named | None) -> Iterator[str]:
    """Outputs of the same articles that differ: a second time, from a new instance, at other times, elsewhere."""
    exporter = subject.fresh()
    first = subject.written(subject.items(), exporter)
    if subject.written(subject.items(), exporter) != first:
        yield "the second output of an instance differs from its first"
    if subject.written(subject.items()) != first:
        yield "a new instance writes something else"
    for year in _YEARS:
        items = subject.items()
        with clock_at(year):
            told = subject.written(items)
        if told != first:
            yield f"in {year} it writes something else"
    if isinstance(subject.info.factory, str):
        for seed, zone in _SEEDS:
            if _digest_elsewhere(subject, seed, zone) != digest(first):
                yield f"with hash seed {seed}, in the zone {zone}, it writes something else"


def _digest_elsewhere(subject: ExporterSubject, seed: str, zone: str) -> str:
    """The digest of what another process writes."""
    path = json.dumps([str(place) for place in sys.path]).encode()
    done = subprocess.run(  # noqa: S603 - this very interpreter, and a program that stands above
        [sys.executable, "-c", _ELSEWHERE],
        input=path + b"\n" + pickle.dumps((subject.info, subject.pickled)),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=_PATIENCE,
    )
    if done.returncode != 0:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise RuntimeError(f"another process could not export: {lines[-1] if lines else done.returncode}")
    return done.stdout.decode().strip().rpartition("\n")[2]


def tell_digest() -> None:
    """The other process: export what comes through the standard input, print the digest of it."""
    info, pickled = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - written by the process that started this one
    subject = attrs.evolve(exporter_subject(info, articles=()), pickled=pickled)
    sys.stdout.write(f"\n{digest(subject.written(subject.items()))}\n")


def untidy_closing(subject: ExporterSubject, _: Named | None) -> Iterator[str]:
    """A target that is closed, a second ``close`` that does something, a failure that is kept quiet or written over."""
    yield from _closed_twice(subject)
    if subject.info.target == "file":
        with subject.target() as target:
            _run(subject, target)
            writes = target.writes
        for fatal in sorted({1, writes // 2 + 1, writes} & set(range(1, writes + 1))):
            yield from _after_a_full_disk(subject, fatal)
    else:
        yield from _after_no_article(subject)


def _closed_twice(subject: ExporterSubject) -> Iterator[str]:
    with subject.target() as target:
        session = _run(subject, target)
        once = content_of(target)
        if isinstance(target, Target) and target.closed:
            yield "it closes the target"
        again = guarded(session.close)
        if isinstance(again, Fault):
            yield f"a second close raises {again.why}"
        elif content_of(target) != once:
            yield "a second close writes once more"


def _run(subject: ExporterSubject, target: Any) -> ExportSession:
    """A whole export."""
    session = subject.fresh().open(target, ExportContext())
    for item in subject.items():
        session.write(item)
    session.close()
    return session


def _after_a_full_disk(subject: ExporterSubject, fatal: int) -> Iterator[str]:
    """A failure of the target comes out of the call it happens in, and that was the last there was to write."""
    with subject.target(fatal) as target:
        session = guarded(subject.fresh().open, target, ExportContext())
        raised = isinstance(session, Fault)
        if not isinstance(session, Fault):
            faults = [*(guarded(session.write, item) for item in subject.items()), guarded(session.close)]
            raised = any(isinstance(fault, Fault) for fault in faults)
            guarded(session.close)
        if target.failed and not raised:
            yield f"the disk is full at write {fatal}, and nothing is raised"
        if target.after_failure:
            yield f"the disk is full at write {fatal}, and it writes on"


def _after_no_article(subject: ExporterSubject) -> Iterator[str]:
    """What is no article cannot be written; then nothing more is."""
    with subject.target() as target:
        session = subject.fresh().open(target, ExportContext())
        items = subject.items()
        session.write(items[0])
        if not isinstance(guarded(session.write, object()), Fault):
            yield "it writes what is no article"
            return
        before = content_of(target)
        guarded(session.write, items[0])
        guarded(session.close)
        if content_of(target) != before:
            yield "after a failure it writes on"


def weighty_output(subject: ExporterSubject, _: Named | None) -> Iterator[str]:
    """An export of nothing that fails or cannot be read; memory that grows with what is written."""
    content = subject.written([])
    if subject.info.lossless and subject.loaded(content):
        yield "an export of nothing is loaded as something"
    subject.read_back(content)
    if subject.info.streaming and subject.info.target == "file":
        held = _held(subject)
        if held > _MANY * _LONG // 2:
            yield f"it says it streams, yet holds {held >> 20} MB of {_MANY * _LONG >> 20} MB that were written"


def _held(subject: ExporterSubject) -> int:
    """The most memory that was in use between two writes."""
    target = Target(seekable=subject.info.seekable, kept=False)
    session = subject.fresh().open(cast("BinaryIO", target), ExportContext())
    pages = _heavy_pages()
    most = 0
    session.write(*subject.taken([next(pages)]))
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for page in pages:
            session.write(*subject.taken([page]))
            del page
            most = max(most, tracemalloc.get_traced_memory()[0] - before)
    finally:
        tracemalloc.stop()
    session.close()
    return most


def _heavy_pages() -> Iterator[Parsed]:
    """Documents of one long paragraph, each a string of its own."""
    page = Page("heavy.txt").parsed(Draft())
    for number in range(_MANY):
        words = f"{number:8}" * (_LONG // 8)
        paragraph = Paragraph(text=words, span=Span(0, len(words)))
        article = attrs.evolve(page.article, paragraphs=[paragraph])
        yield attrs.evolve(page, articles=[article], text=words)


def changed_articles(subject: ExporterSubject, _: Named | None) -> Iterator[str]:
    """Articles that are others after they were exported."""
    items = subject.items()
    subject.written(items)
    for case, used, unused in zip(subject.cases, items, subject.items(), strict=True):
        told = difference(likeness(unused), likeness(used))
        if told is not None or used != unused:
            yield f"{case.name} is changed: {told}"
