"""What a full record of a stripped-text document costs, as a multiple of one anchored look at each line.

Run: ``python benchmarks/text_record.py [FILE ...]``; without files, the seeds of ``NKDOCS_CORPUS`` or ``examples/``.
"""

import os
import re
import sys
import timeit
from collections.abc import Callable
from functools import partial
from pathlib import Path

import nkdocs

_LINE = re.compile(r"\s*(?:•|\d+\.)\s")
_REPEAT = 25
_NUMBER = 100
_MORE_PARSERS = 30


def best(work: Callable[[], object]) -> float:
    """Microseconds of one call: the least of many runs, which noise only adds to."""
    return min(timeit.repeat(work, number=_NUMBER, repeat=_REPEAT)) / _NUMBER * 1e6


def floor(text: str) -> list[object]:
    """The least any line-wise reader does."""
    return [_LINE.match(line) for line in text.splitlines()]


def crowd() -> nkdocs.Registry:
    """A registry of thirty parsers more, each with a host and two markers of its own."""

    class Crowd:
        @staticmethod
        @nkdocs.hookimpl
        def nkdocs_register_parsers() -> list[nkdocs.ParserInfo]:
            return [
                nkdocs.ParserInfo(
                    id=f"outlet{number}",
                    version="1",
                    factory=_Silent,
                    produces=["headline"],
                    hosts=[f"outlet{number}.example"],
                    markers=[rf"told (the )?Outlet {number} Daily", rf"Photo: Outlet {number} Desk"],
                )
                for number in range(_MORE_PARSERS)
            ]

    return nkdocs.Registry(plugins=[Crowd], entry_points=False)


class _Silent:
    def claim(self, layout: nkdocs.Layout, ctx: nkdocs.ParseContext) -> None:
        """Nothing to say."""

    def parse(self, layout: nkdocs.Layout, ctx: nkdocs.ParseContext) -> nkdocs.Draft:
        """Never asked."""
        return nkdocs.Draft()


def documents() -> list[Path]:
    """The files to measure."""
    if sys.argv[1:]:
        return [Path(name) for name in sys.argv[1:]]
    corpus = os.environ.get("NKDOCS_CORPUS")
    folder = Path(corpus) / "seeds" if corpus else Path(__file__).parents[1] / "examples"
    return sorted(folder.glob("*.txt"))


def main() -> None:
    """Print the ratios of each document and of all together."""
    plain, crowded = nkdocs.Registry(entry_points=False), crowd()
    print("The last three columns are multiples of the floor.")
    print(f"{'document':32} {'chars':>6} {'floor us':>9} {'layout':>7} {'record':>7} {'+30':>7}")
    sums = [0.0, 0.0, 0.0, 0.0]
    for path in documents():
        text = path.read_text("utf-8")
        nkdocs.parse(text, registry=plain), nkdocs.parse(text, registry=crowded)
        figures = [
            best(partial(floor, text)),
            best(partial(nkdocs.lay_out, text)),
            best(partial(nkdocs.parse, text, registry=plain)),
            best(partial(nkdocs.parse, text, registry=crowded)),
        ]
        sums = [a + b for a, b in zip(sums, figures, strict=True)]
        show(path.name, len(text), figures)
    show("all", 0, sums)


def show(name: str, size: int, figures: list[float]) -> None:
    """One line of the table."""
    base, *rest = figures
    print(f"{name[:32]:32} {size:6} {base:9.1f} " + " ".join(f"{figure / base:7.1f}" for figure in rest))


if __name__ == "__main__":
    main()
