"""Many documents, in the order they came in, in this process or in several."""

from collections.abc import Generator, Iterable, Iterator
from hashlib import sha256
from typing import Any, Final

import attrs

from nkdocs.document import Document
from nkdocs.errors import UsageError
from nkdocs.pipeline.parsing import parse
from nkdocs.pipeline.serving import Limits, Lost, Work
from nkdocs.pipeline.workers import in_order
from nkdocs.records.frozen import FrozenMapping
from nkdocs.records.parsed import Parsed
from nkdocs.registry import Registry

__all__ = ["limits_of", "lost_document", "parse_many", "worked"]

Content = str | bytes | Document


def parse_many(
    documents: Iterable[Content],
    *,
    jobs: int = 1,
    registry: Registry | None = None,
    isolate: bool = False,
    timeout: float | None = None,
    memory: int | None = None,
    **options: Any,
) -> Iterator[Parsed]:
    """Read documents one after the other; what comes out does not depend on ``jobs``.

    >>> import nkdocs
    >>> [parsed.kind for parsed in nkdocs.parse_many(["", "Rice was cheaper in Hyesan last week."])]
    ['empty', 'article']

    Args:
        documents: content as for ``parse``; taken only as fast as it is needed.
        jobs: how many processes read; more than one is worth it for thousands of documents.
        registry: as for ``parse``; with several processes it must pickle, where the system does not fork.
        isolate: lose a document that hangs or ends its process alone: it comes out as ``unreadable``, with the note
            ``time-limit``, ``memory-limit`` or ``process-ended``.
        timeout: how many seconds one document may take; 60 unless given. Isolates.
        memory: how many bytes one document may need; 2 GiB unless given. Isolates.
        **options: as for ``parse``.

    Raises:
        UsageError: for a wrong argument.
        UnknownPlugin: if no parser has the id.
        PluginFailed: on the way, if a process ends by itself and documents are not isolated.
    """
    if isinstance(documents, str | bytes | Document) or not isinstance(documents, Iterable):
        raise UsageError(f"documents is a collection of documents, not {type(documents).__name__}")
    if jobs.__class__ is not int or jobs < 1:
        raise UsageError(f"jobs is a whole number of at least 1, not {jobs!r}")
    limits = limits_of(isolate=isolate, timeout=timeout, memory=memory)
    registry = Registry.default() if registry is None else registry
    # An empty document finds wrong arguments now, not when the first result is asked for.
    parse("", registry=registry, **options)
    return worked(iter(documents), _Parse(registry, FrozenMapping(options)), jobs, limits)


def limits_of(*, isolate: bool, timeout: float | None = None, memory: int | None = None) -> Limits | None:
    """What one document may take; None where documents are not isolated.

    >>> limits_of(isolate=False, timeout=2).seconds
    2

    Raises:
        UsageError: for what is no limit.
    """
    given = {"seconds": timeout, "memory": memory}
    chosen: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return Limits(**chosen) if isolate or chosen else None


def worked(documents: Iterator[Content], work: Work, jobs: int, limits: Limits | None) -> Generator[Any, None, None]:
    """What ``work`` makes of each document, in order; in this process where one is enough."""
    if jobs == 1 and limits is None:
        yield from map(work, documents)
        return
    if limits is not None:
        _load_libraries()
    answers = in_order(documents, work, jobs, limits)
    try:
        for document, answer in answers:
            yield work.lost(document, answer) if isinstance(answer, Lost) else answer
    finally:
        answers.close()  # other processes may be at work on the next ones


def lost_document(document: Content, lost: Lost, registry: Registry) -> Parsed:
    """A document that took too much, or ended its process: unreadable, with the one note that says so."""
    known = document if isinstance(document, Document) else Document(document)
    hints: Any = {"issue": lost.code, "detail": lost.detail}
    parsed = parse(attrs.evolve(known, content=b"", hints=hints), registry=registry)
    content = known.content
    raw = content if isinstance(content, bytes) else content.encode(errors="surrogatepass")
    return attrs.evolve(parsed, document=attrs.evolve(parsed.document, sha256=sha256(raw).hexdigest()))


@attrs.frozen
class _Parse:
    """``parse`` with what is the same for all documents."""

    registry: Registry
    options: FrozenMapping[Any]

    def __call__(self, document: Content, /) -> Parsed:
        """Read one document."""
        return parse(document, registry=self.registry, **self.options)

    def lost(self, document: Content, lost: Lost, /) -> Parsed:
        """What comes out for a document that is lost."""
        return lost_document(document, lost, self.registry)


def _load_libraries() -> None:
    """Have what parsers need in memory before processes are limited; each of them shares it where they are forked."""
    registry = Registry(entry_points=False)
    for content in _SAMPLES:
        parse(content, registry=registry)


_SAMPLES: Final = (
    "Rice prices fall\n\nBy Kim\n\nRice was cheaper in Hyesan on Monday, a source said.",
    "<!doctype html><title>Rice</title><body><article><h1>Rice</h1><p>Rice was cheaper.</p></article>",
)
