"""The one guard around plugin code: whatever it raises becomes a ``Fault`` with a name."""

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final, ParamSpec, TypeVar

import attrs

from nkdocs.text.tidy import one_line, storable

__all__ = ["Fault", "answering", "guarded", "in_words", "lamented", "listening", "watching"]

P = ParamSpec("P")
T = TypeVar("T")
K = TypeVar("K")
A = TypeVar("A")
B = TypeVar("B")

_LONGEST: Final = 300
# Where an object lies in memory differs from run to run, and records must not.
_ADDRESS: Final = re.compile(r"\b0x[0-9A-Fa-f]{4,}\b")


@attrs.frozen(slots=True, eq=False)
class Fault:
    """What a plugin raised instead of answering."""

    cause: BaseException

    @property
    def why(self) -> str:
        """The exception in one line: ``ValueError: no headline``."""
        return in_words(self.cause)


def guarded(call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | Fault:
    """Call plugin code; give back what it returns, or the fault it ended in.

    ``SystemExit`` is contained too, and whatever else a plugin derives from ``BaseException``: it may not end the
    program. ``KeyboardInterrupt`` is the user's.

    >>> guarded(int, "7"), guarded(int, "seven").why
    (7, "ValueError: invalid literal for int() with base 10: 'seven'")
    """
    try:
        if _WATCHERS:
            return _watched(call, args, kwargs)
        return call(*args, **kwargs)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return Fault(error)


def answering(calls: Iterable[tuple[K, Callable[[A, B], T | None]]], first: A, second: B) -> list[tuple[K, T | Fault]]:
    """``guarded`` for many calls of the same two arguments, each with its key; what answers None is passed over.

    Most parsers have nothing to say: to guard each by a call of its own would cost a third of asking it.

    >>> answering([("a", divmod), ("b", lambda one, other: None)], 7, 2)
    [('a', (3, 1))]
    """
    if _WATCHERS:
        given = [(key, guarded(call, first, second)) for key, call in calls]
        return [(key, answer) for key, answer in given if answer is not None]
    answers: list[tuple[K, T | Fault]] = []
    begun: list[K] = []
    waiting = iter(calls)
    # A fault ends the loop in there; what comes after the call that raised is called in the next one.
    while (fault := guarded(_all_called, waiting, begun, answers, first, second)) is not None:
        answers.append((begun[-1], fault))
    return answers


def _all_called(
    waiting: Iterator[tuple[K, Callable[[A, B], T | None]]],
    begun: list[K],
    answers: list[tuple[K, T | Fault]],
    first: A,
    second: B,
) -> None:
    for key, call in waiting:
        begun.append(key)
        answer = call(first, second)
        if answer is not None:
            answers.append((key, answer))


Watcher = Callable[[object, tuple[object, ...]], None]

_WATCHERS: Final[list[Watcher]] = []
_UNDER_WAY: Final[list[tuple[object, tuple[object, ...]]]] = [(None, ())]


@contextmanager
def watching(watcher: Watcher) -> Generator[None, None, None]:
    """Have the watcher told what is called, and with what, before each guarded call; and after it what calls that.

    A process that is ended in the middle of a call has then left word of it. Outermost nothing calls: ``None, ()``.
    """
    _WATCHERS.append(watcher)
    try:
        yield
    finally:
        _WATCHERS.remove(watcher)


def _watched(call: Callable[..., T], args: tuple[object, ...], kwargs: dict[str, Any]) -> T:
    watcher = _WATCHERS[-1]
    _UNDER_WAY.append((call, args))
    watcher(call, args)
    try:
        return call(*args, **kwargs)
    finally:
        _UNDER_WAY.pop()
        watcher(*_UNDER_WAY[-1])


def in_words(error: BaseException) -> str:
    """An exception as one line, without addresses in memory; even one whose ``str`` raises."""
    message = guarded(str, error)
    name = type(error).__name__
    if not isinstance(message, str) or not message.strip():
        return name
    told = one_line(storable(_ADDRESS.sub("0x…", message)))
    return f"{name}: {told if len(told) <= _LONGEST else told[:_LONGEST] + '…'}"


_LISTENERS: Final[list[Callable[[BaseException, str], None]]] = []


@contextmanager
def listening(listener: Callable[[BaseException, str], None]) -> Generator[None, None, None]:
    """Have each fault that becomes a note or an issue told to ``listener`` too: the exception, and whose it is.

    A record holds what an exception says, not where it was raised. Processes that are started meanwhile listen too
    where they are forked.
    """
    _LISTENERS.append(listener)
    try:
        yield
    finally:
        _LISTENERS.remove(listener)


def lamented(fault: Fault, whose: str) -> str:
    """The fault in one line, told to whoever listens."""
    for listener in _LISTENERS:
        listener(fault.cause, whose)
    return fault.why
