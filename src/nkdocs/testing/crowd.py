"""Eight threads at one parser, made to get into each other's way."""

import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import FrameType
from typing import Any, Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.plugin.protocols import Parser
from nkdocs.testing.probe import claimed_and_parsed

__all__ = ["crowd"]

_THREADS: Final = 8
_ROUNDS: Final = 2
_INTERVAL: Final = 1e-5
# A thread makes way this often in a document: loops over characters would take all day.
_PAUSES: Final = 300


def crowd(parser: Parser, given: Sequence[tuple[Layout, ParseContext]]) -> list[tuple[int, Any]]:
    """What eight threads get from one instance: pairs of the number of a document and the answers to it.

    Threads change rarely, and a race shows only where one is interrupted between two lines of the parser. So in the
    first round every line of the parser's own package makes way for another thread; in the others all run freely.
    """
    barrier = Barrier(_THREADS)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(_INTERVAL)
    try:
        with ThreadPoolExecutor(_THREADS) as pool:
            runs = [pool.submit(_rounds, number, parser, given, barrier) for number in range(_THREADS)]
            return [pair for run in runs for pair in run.result()]
    finally:
        sys.setswitchinterval(interval)


def _rounds(
    number: int, parser: Parser, given: Sequence[tuple[Layout, ParseContext]], barrier: Barrier
) -> list[tuple[int, Any]]:
    """One thread: all documents in each round, each thread beginning with another one."""
    told: list[tuple[int, Any]] = []
    home = type(parser).__module__.partition(".")[0]
    for round_ in range(_ROUNDS):
        barrier.wait()
        for step in range(len(given)):
            place = (number + step) % len(given)
            previous = sys.gettrace()
            sys.settrace(_making_way(home) if not round_ else previous)
            answer = claimed_and_parsed(parser, *given[place])
            sys.settrace(previous)
            told.append((place, answer))
    return told


def _making_way(home: str) -> Callable[[FrameType, str, object], Any]:
    """A trace function that lets other threads run at each line of a package."""
    left = _PAUSES

    def at_line(_: FrameType, __: str, ___: object) -> Any:
        nonlocal left
        left -= 1
        time.sleep(0)
        return at_line if left > 0 else None

    def at_call(frame: FrameType, _: str, __: object) -> Any:
        name = str(frame.f_globals.get("__name__"))
        return at_line if left > 0 and (name == home or name.startswith(f"{home}.")) else None

    return at_call
