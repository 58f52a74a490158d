r"""What a parser costs on documents in which one run grows.

Repeating a document hides what is quadratic in one of its runs: ``\s+$`` costs the square of a run of blanks, and a
text repeated four times has runs no longer than before. So each shape grows one run of one thing in one document.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable, Mapping
from math import isqrt
from typing import Final

from nkdocs.document import Document
from nkdocs.errors import NotMine, ParseError
from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.plugin.protocols import Parser
from nkdocs.registry.checking import valid_result
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.subject import laid_out
from nkdocs.testing.variants import Grown, nested_bullets, nested_items

__all__ = ["SHAPES", "Meter", "growth_fault", "memory_fault", "speed_fault"]

_TIMES: Final = 4
_AT_MOST: Final = 8.0
_SMALLEST: Final = 1 << 12
_LARGEST: Final = 1 << 19
# Seconds: below the first a ratio tells nothing; from the second on a square would long have shown.
_TELLING: Final = 0.06
_ENOUGH: Final = 0.1
_TICK: Final = 0.002  # what some clocks of CPU time cannot tell from nothing
_AFFORDABLE: Final = 0.03
_TRIES: Final = 3

_SENTENCE: Final = "In week {0} the price of rice, maize and oil rose again in the market. "
_BULLET: Final = "River Watcher {0}\n\n    Good piece. Who signed circular {0} in the end?"


def _run(unit: str) -> Callable[[int], str]:
    """A unit over and over; its braces hold a number, so that no two paragraphs are the same."""
    length = len(unit)
    if "{" not in unit:
        return lambda size: unit * (size // length)
    return lambda size: "".join(unit.format(number) for number in range(size // length))


def _levels(size: int) -> int:
    """How many nested bullets of plain text make a run of that size: each is indented by one more."""
    return max(1, isqrt(2 * size))


# What grows inside a paragraph.
_INSIDE: Final[Mapping[str, Callable[[int], str]]] = {
    "blanks": _run(" "),
    "blank lines": _run("\n"),
    "a paragraph": _run(_SENTENCE),
    "digits": _run("1"),
    "a word": _run("a"),
    "names": _run("Kim Chol, "),
    "a quote": lambda size: "“" + _run("so ")(size),
    "quotes": _run('"so '),
}
# What grows after the document: as text and as markup.
_AFTER: Final[Mapping[str, tuple[Callable[[int], str], Callable[[int], str]]]] = {
    "paragraphs": (_run(f"{_SENTENCE * 4}\n\n"), _run(f"<p>{_SENTENCE * 4}</p>\n")),
    "bullets": (_run(f"  • {_BULLET}\n\n"), lambda size: f"<ul>{_run(f'<li>{_BULLET}</li>')(size)}</ul>"),
    "nesting": (
        lambda size: nested_bullets(_levels(size)),
        lambda size: nested_items(size // len(nested_items(1))),
    ),
}
SHAPES: Final = (*_INSIDE, *_AFTER)


class Meter:
    """One parser and a stopwatch of CPU time: what else runs on the machine does not count."""

    def __init__(self, parser: Parser, context: Callable[[Layout], ParseContext]) -> None:
        self._parser = parser
        self._context = context

    def fault(self, layout: Layout) -> str | None:
        """Why the answer to a document is none that a parser may give; None for a valid one."""
        answer = guarded(self._parser.parse, layout, self._context(layout))
        if not isinstance(answer, Fault):
            answer = guarded(valid_result, answer, len(layout.text), anew=True)
        if isinstance(answer, Fault) and not isinstance(answer.cause, (NotMine, ParseError)):
            return answer.why
        return None

    def seconds(self, layout: Layout, runs: int = 3) -> float:
        """CPU seconds of one claim and one parse: the least of several runs, the collector of garbage at rest."""
        enabled = gc.isenabled()
        gc.collect()
        gc.disable()
        try:
            return max(_TICK, min(self._second(layout) for _ in range(runs)))
        finally:
            if enabled:
                gc.enable()

    def _second(self, layout: Layout) -> float:
        context = self._context(layout)
        start = time.process_time()
        guarded(self._parser.claim, layout, context)
        guarded(self._parser.parse, layout, context)
        return time.process_time() - start

    def peak(self, layout: Layout) -> int:
        """Bytes of memory that one parse needs at most, what it gives back included."""
        tracing = tracemalloc.is_tracing()
        if not tracing:
            tracemalloc.start()
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        kept = guarded(self._parser.parse, layout, self._context(layout))
        _, peak = tracemalloc.get_traced_memory()
        del kept
        if not tracing:
            tracemalloc.stop()
        return peak - before


def grown(document: Document, shape: str, size: int) -> Layout:
    """The document with a run of that shape and size in it."""
    host = Grown(document)
    if shape in _INSIDE:
        return laid_out(host.inside(_INSIDE[shape](size)))
    text, markup = _AFTER[shape]
    return laid_out(host.at_end(text(size), markup(size)))


def growth_fault(meter: Meter, document: Document, shape: str) -> str | None:
    """Say so if four times the size costs more than eight times the CPU; None if it does not.

    The run grows until its cost can be told from noise. A ratio that is too high is measured again, up to three
    times and where possible on a larger run: what is quadratic stays so, what was noise does not.
    """
    size = _SMALLEST
    small = meter.seconds(grown(document, shape, size))
    while True:
        layout = grown(document, shape, size * _TIMES)
        large = meter.seconds(layout, runs=1)
        if large > _AT_MOST * small and large >= _TELLING:
            return _confirmed(meter, document, shape, size * _TIMES if large < _AFFORDABLE else size)
        if large >= _ENOUGH or size * _TIMES >= _LARGEST:
            return None
        size, small = size * _TIMES, min(large, meter.seconds(layout, runs=2))


def _confirmed(meter: Meter, document: Document, shape: str, size: int) -> str | None:
    """The fault, if the ratio is too high each time it is looked at."""
    small, large = (grown(document, shape, each) for each in (size, size * _TIMES))
    ratio = seconds = 0.0
    for _ in range(_TRIES):
        least = meter.seconds(small)
        seconds = meter.seconds(large, runs=1)
        ratio = seconds / least
        if ratio <= _AT_MOST or seconds < _TELLING:
            return None
    told = f"{seconds:.2f} s of CPU for {size * _TIMES:,} characters"
    return f"{shape}: four times the size costs {ratio:.0f} times the CPU ({told})"


def speed_fault(meter: Meter, document: Document) -> str | None:
    """Say so if a quarter of a megabyte costs more than a quarter of a second each time it is tried."""
    layout = grown(document, "paragraphs", 250_000)
    allowed = len(layout.text) / 1e6
    seconds = allowed + 1.0
    for _ in range(_TRIES):
        seconds = min(seconds, meter.seconds(layout, runs=1))
        if seconds <= allowed:
            return None
    return f"{len(layout.text):,} characters cost {seconds:.2f} s of CPU, {allowed / seconds:.2f} MB/s"


def memory_fault(meter: Meter, document: Document) -> str | None:
    """Say so if parsing takes more than 20 times the text, and a megabyte on top of that."""
    for shape in ("paragraphs", "a paragraph", "bullets"):
        meter.seconds(grown(document, shape, 1_000), runs=1)  # what is imported now is not counted
        layout = grown(document, shape, 100_000)
        size = len(layout.text.encode(errors="replace"))
        peak = meter.peak(layout)
        if peak > 20 * size + 1_000_000:
            return f"{shape}: {size:,} bytes of text take {peak:,} bytes of memory, {peak / size:.0f} times as much"
    return None
