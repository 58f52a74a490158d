"""How far a run is, on one line of a terminal that is written over again and again."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from time import monotonic
from typing import Final, TextIO

from nkdocs.cli.screen import show_status
from nkdocs.pipeline.extent import Extent
from nkdocs.pipeline.journal import Done

__all__ = ["Progress", "duration", "progress"]

_EVERY: Final = 0.2
_MINUTE: Final = 60
_HOUR: Final = 3600


@contextmanager
def progress(extent: Extent, *, to_stdout: bool) -> Generator[Callable[[Done], object], None, None]:
    """What is to be called with each document that is done; afterwards no line is left.

    Args:
        extent: how much there is to read.
        to_stdout: whether records go to standard output: there is no line among them on one screen.
    """
    if not _is_terminal(sys.stderr) or (to_stdout and _is_terminal(sys.__stdout__)):
        yield lambda _: None
        return
    try:
        yield Progress(extent).seen
    finally:
        show_status("")


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


class Progress:
    """Counts documents, and shows how many, how fast and how long still."""

    def __init__(self, extent: Extent) -> None:
        self._extent = extent
        self._count = self._before = self._read_before = 0
        self._start = self._next = monotonic()

    def seen(self, done: Done) -> None:
        """Count a document."""
        self._count += 1
        if done.before:  # what was taken over says nothing of how fast the rest will be
            self._before, self._start, self._read_before = self._count, monotonic(), self._extent.read
        now = monotonic()
        if now >= self._next:
            self._next = now + _EVERY
            show_status(self._line(now - self._start))

    def _line(self, seconds: float) -> str:
        parts = [f"{self._count:,} document{'' if self._count == 1 else 's'}"]
        if seconds > 0 and self._count > self._before:
            parts.append(f"{(self._count - self._before) / seconds:,.0f}/s")
        total, read = self._extent.total, self._extent.read
        if total:
            parts.append(f"{min(100, read * 100 // total)} %")
            gone = read - self._read_before
            if gone > 0:
                parts.append(f"{duration(seconds * (total - min(read, total)) / gone)} left")
        return ", ".join(parts)


def duration(seconds: float) -> str:
    """Seconds as people read them.

    >>> duration(7.2), duration(125), duration(7384)
    ('0:07', '2:05', '2:03:04')
    """
    whole = int(seconds)
    hours, minutes = divmod(whole // _MINUTE, _HOUR // _MINUTE)
    return f"{hours}:{minutes:02}:{whole % _MINUTE:02}" if hours else f"{minutes}:{whole % _MINUTE:02}"
