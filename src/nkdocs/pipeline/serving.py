"""A process that works for another: items in, answers out, until its parent has no more or is gone."""

import os
import pickle
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from time import perf_counter
from typing import Any, Final, Protocol

import attrs

from nkdocs.errors import NkdocsError, UsageError
from nkdocs.pipeline.confining import confine, grown
from nkdocs.registry import Registry
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import Fault, guarded, listening, watching
from nkdocs.text.tidy import storable

__all__ = ["NAMED_WITHIN", "Answers", "Limits", "Lost", "Raised", "Work", "pickled", "serve"]

# How many bytes there are for a name in shared memory, its end included.
NAMED_WITHIN: Final = 256

_MEGABYTE: Final = 1 << 20
_LEAST_MEMORY: Final = 16 * _MEGABYTE
# A process that still holds so much of what a document was allowed is not the one to read the next.
_KEPT: Final = 0.25


@attrs.frozen(slots=True, kw_only=True)
class Limits:
    """What one document may take of a process of its own: seconds, and bytes of memory beyond what it had.

    >>> Limits(seconds=2.5).memory // 2**20
    2048

    Raises:
        UsageError: for what is no such number.
    """

    seconds: float = 60.0
    memory: int = 2048 * _MEGABYTE

    def __attrs_post_init__(self) -> None:
        """Refuse what is no limit."""
        if self.seconds.__class__ not in (int, float) or not 0 < self.seconds < float("inf"):
            raise UsageError(f"a timeout is a number of seconds over 0, not {self.seconds!r}")
        if self.memory.__class__ is not int or self.memory < _LEAST_MEMORY:
            raise UsageError(f"a limit of memory is a number of bytes, at least {_LEAST_MEMORY}, not {self.memory!r}")


class Work(Protocol):
    """What is done with each item; it pickles where processes are not forked."""

    @property
    def registry(self) -> Registry:
        """Whose plugins do it."""
        ...

    def __call__(self, item: Any, /) -> Any:
        """The answer, which pickles."""
        ...

    def lost(self, item: Any, lost: "Lost", /) -> Any:
        """The answer for an item that is lost."""
        ...


@attrs.frozen(slots=True)
class Lost:
    """Instead of an answer: the item cost its process, or took too much. A note's code, and words for people."""

    code: str
    detail: str


@attrs.frozen(slots=True)
class Raised:
    """Instead of an answer: what the work raised. It is raised again where the answer is taken."""

    cause: BaseException


@attrs.frozen(slots=True)
class Answers:
    """What became of some items, how many seconds they took, and whether the process is still fit for more."""

    given: tuple[Any, ...]
    seconds: float = 0.0
    fit: bool = True


def pickled(thing: object) -> bytes:
    """The bytes that go through a pipe."""
    return pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)


def serve(  # noqa: PLR0917 - a new process gets them by place
    connection: Connection,
    lifeline: Connection,
    others: Iterable[Connection],
    work: Work,
    limits: Limits | None,
    busy_with: Any,
) -> None:
    """Answer each list of items that comes through the connection: all at once, or with ``limits`` one by one.

    Args:
        connection: to the parent.
        lifeline: what ends when the parent does.
        others: ends of pipes that belong to the parent alone, where a fork left copies of them.
        work: what to do with an item.
        limits: what an item may take.
        busy_with: shared memory where whoever is at work is named, for when the process ends in the middle.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for other in others:
        other.close()
    sys.stdout = sys.stderr  # standard output is for data, and what a plugin prints is none
    _end_with(lifeline)
    with suppress(OSError):  # the parent is gone: nobody is there to be told
        if limits is None:
            for items in _lists(connection):
                connection.send_bytes(_bytes(_answers(work, items)))
        else:
            _serve_isolated(connection, work, limits, busy_with)


def _serve_isolated(connection: Connection, work: Work, limits: Limits, busy_with: Any) -> None:
    """Answer items one by one, each within the limits, until one of them has spoilt this process for the others."""
    baseline = confine(limits.memory)
    starved = _Starved()
    with watching(_Named(busy_with, work.registry)), listening(starved):
        for items in _lists(connection):
            for item in items:
                answers = _answers(work, (item,))
                if starved.whose is not None:
                    answers = attrs.evolve(answers, given=(_too_much(limits, starved.whose),))
                fit = starved.whose is None and grown(baseline) < limits.memory * _KEPT
                connection.send_bytes(_bytes(attrs.evolve(answers, fit=fit)))
                if not fit:
                    return


class _Starved:
    """Listens for code that got no more memory: what it would have said of the document nobody knows."""

    def __init__(self) -> None:
        self.whose: str | None = None

    def __call__(self, cause: BaseException, whose: str) -> None:
        """Remember whose code it was."""
        if isinstance(cause, MemoryError):
            self.whose = whose


def _too_much(limits: Limits, whose: str) -> Lost:
    where = f" in {whose}" if whose else ""
    return Lost("memory-limit", f"it needed more than {limits.memory // _MEGABYTE} MiB of memory{where}")


def _lists(connection: Connection) -> Iterator[list[Any]]:
    """What the parent sends, until it has no more."""
    while True:
        try:
            items = connection.recv_bytes()
        except (EOFError, OSError):
            return
        yield pickle.loads(items)  # noqa: S301 - our own parent sends it


class _Named:
    """Writes whose code is at work where the parent can read it."""

    def __init__(self, place: Any, registry: Registry) -> None:
        self._place = place
        self._registry = registry
        self._titles: dict[int, tuple[object, bytes]] = {}

    def __call__(self, call: object, given: tuple[object, ...]) -> None:
        """Write the title of the plugin's item that is called, or called on behalf of; nothing for our own code."""
        item = next((each for each in given if isinstance(each, Registered)), None)
        owner = getattr(call, "__self__", None)
        known = self._titles.get(id(owner))
        if item is not None:
            title = _cut(item.title)
        elif known is not None:
            title = known[1]
        else:
            title = _cut(self._registry.title_of(owner) or "") if owner is not None else b""
            self._titles[id(owner)] = owner, title  # held, so that no other gets its id
        self._place.value = title


def _cut(title: str) -> bytes:
    return storable(title).encode()[: NAMED_WITHIN - 1]


def _answers(work: Work, items: Iterable[Any]) -> Answers:
    start = perf_counter()
    given = tuple(_answer(work, item) for item in items)
    return Answers(given, perf_counter() - start)


def _answer(work: Work, item: Any) -> Any:
    try:
        answer = guarded(work, item)
    except KeyboardInterrupt as error:  # not the user's, whose signal is ignored here
        return Raised(error)
    if not isinstance(answer, Fault):
        return answer
    if isinstance(answer.cause, MemoryError):
        return Lost("memory-limit", "it needed more memory than its process may have")
    return Raised(answer.cause)


def _bytes(answers: Answers) -> bytes:
    """The answers as bytes; an exception that does not pickle goes as its words."""
    made = guarded(pickled, answers)
    if isinstance(made, bytes):
        return made
    words = [Raised(NkdocsError(repr(each.cause))) if isinstance(each, Raised) else each for each in answers.given]
    return pickled(attrs.evolve(answers, given=tuple(words)))


def _end_with(lifeline: Connection) -> None:
    """Have the system end this process when the other end of the lifeline closes, whatever it is doing then.

    A thread would not do: code that holds the interpreter would keep it from running.
    """
    try:
        import fcntl

        descriptor = lifeline.fileno()
        fcntl.fcntl(descriptor, fcntl.F_SETOWN, os.getpid())
        flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_ASYNC)
    except (ImportError, AttributeError, OSError):  # another system: it ends when it next asks for items
        return
