"""Many documents, in the order they came in, in this process or in several."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, Final

from nkdocs.document import Document
from nkdocs.errors import UsageError
from nkdocs.pipeline.parsing import parse
from nkdocs.records.parsed import Parsed
from nkdocs.registry import Registry

__all__ = ["parse_many"]

Content = str | bytes | Document

_CHUNK: Final = 32
_CHUNK_SIZE: Final = 1 << 20  # characters or bytes: large documents travel alone
_WAITING: Final = 3  # chunks a worker, so that none is idle and memory stays flat


def parse_many(
    documents: Iterable[Content], *, jobs: int = 1, registry: Registry | None = None, **options: Any
) -> Iterator[Parsed]:
    """Read documents one after the other; what comes out does not depend on ``jobs``.

    >>> import nkdocs
    >>> [parsed.kind for parsed in nkdocs.parse_many(["", "Rice was cheaper in Hyesan last week."])]
    ['empty', 'article']

    Args:
        documents: content as for ``parse``; taken only as fast as it is needed.
        jobs: how many processes read; more than one is worth it for thousands of documents.
        registry: as for ``parse``; with several processes it must pickle.
        **options: as for ``parse``.

    Raises:
        UsageError: for a wrong argument.
        UnknownPlugin: if no parser has the id.
    """
    if isinstance(documents, str | bytes | Document) or not isinstance(documents, Iterable):
        raise UsageError(f"documents is a collection of documents, not {type(documents).__name__}")
    if jobs.__class__ is not int or jobs < 1:
        raise UsageError(f"jobs is a whole number of at least 1, not {jobs!r}")
    registry = Registry.default() if registry is None else registry
    # An empty document finds wrong arguments now, not when the first result is asked for.
    parse("", registry=registry, **options)
    if jobs == 1:
        return (parse(document, registry=registry, **options) for document in documents)
    return _in_processes(documents, jobs, registry, options)


def _in_processes(
    documents: Iterable[Content], jobs: int, registry: Registry, options: dict[str, Any]
) -> Iterator[Parsed]:
    """Chunks to workers, results in order; never more chunks under way than keep the workers busy."""
    chunks = _chunks(documents)
    with ProcessPoolExecutor(jobs, initializer=_settle, initargs=(registry, options)) as pool:
        waiting: deque[Future[list[Parsed]]] = deque()
        try:
            for chunk in islice(chunks, jobs * _WAITING):
                waiting.append(_submitted(pool, chunk))
            while waiting:
                yield from waiting.popleft().result()
                waiting.extend(_submitted(pool, chunk) for chunk in islice(chunks, 1))
        finally:
            for future in waiting:
                future.cancel()


def _submitted(pool: ProcessPoolExecutor, chunk: list[Content]) -> Future[list[Parsed]]:
    """A chunk on its way. Workers are started here, and leave Ctrl-C to the process that started them."""
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(_parse_chunk, chunk)
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_parse_chunk, chunk)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _chunks(documents: Iterable[Content]) -> Iterator[list[Content]]:
    chunk: list[Content] = []
    size = 0
    for document in documents:
        chunk.append(document)
        size += len(document.content if isinstance(document, Document) else document)
        if len(chunk) == _CHUNK or size >= _CHUNK_SIZE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


_SETTLED: dict[str, Any] = {}


def _settle(registry: Registry, options: dict[str, Any]) -> None:
    """Keep in a worker what is the same for all documents."""
    _SETTLED.update(options, registry=registry)


def _parse_chunk(chunk: list[Content]) -> list[Parsed]:
    return [parse(document, **_SETTLED) for document in chunk]
