"""What finding, reading and placing the dates of a document costs, as a multiple of one anchored look at each line.

Run: ``python benchmarks/dates.py [FILE ...]``; without files, the seeds of ``NKDOCS_CORPUS`` or ``examples/``.
The second table shows how the cost of bad input grows: seconds a megabyte, and the exponent between two sizes.
"""

import math
import os
import re
import sys
import timeit
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time

import nkdocs
from nkdocs.rules.date_places import date_places
from nkdocs.rules.dates import dates, find_dates

_LINE = re.compile(r"\s*(?:•|\d+\.)\s")
_CONTEXT = nkdocs.ParseContext(captured=date(2020, 1, 1))
_PLAIN = nkdocs.Registry(entry_points=False, enrich=())
_REPEAT = 40
_NUMBER = 50
_SMALL = 2**17
_FACTOR = 8
_ATOMS = (
    "1", "2014", "20 ", "2014-06-02 ", "June ", "June 2, ", "Oct. 18 to 21, ", "Monday ", "May", "J", "day", "last ",
    "the 17th ", "“", "'", "June 2 and ", "early ", "from late May to ", "17일 ", "지난 ", "6月", "2013년 6월과 ", "１",
    " ", "Juche ", "between 1998 and ", "10:30 ", "-", "1年間", "May 2 Measures ",
)  # fmt: skip


def best(work: Callable[[], object]) -> float:
    """Microseconds of one call: the least of many runs, which noise only adds to."""
    return min(timeit.repeat(work, timer=process_time, number=_NUMBER, repeat=_REPEAT)) / _NUMBER * 1e6


def floor(text: str) -> list[object]:
    """The least any line-wise reader does."""
    return [_LINE.match(line) for line in text.splitlines()]


def documents() -> list[Path]:
    """The files to measure."""
    if sys.argv[1:]:
        return [Path(name) for name in sys.argv[1:]]
    corpus = os.environ.get("NKDOCS_CORPUS")
    folder = Path(corpus) / "seeds" if corpus else Path(__file__).parents[1] / "examples"
    return sorted(folder.glob("*.txt"))


def measure(path: Path) -> None:
    """One line of the first table: of the document's paragraphs, as the enricher sees them."""
    text = path.read_text("utf-8")
    layout = nkdocs.lay_out(text)
    spans = [part.span for article in nkdocs.parse(text, registry=_PLAIN).articles for part in article.paragraphs]
    placed = [span for span in spans if span is not None]
    least = best(partial(floor, text))
    places = best(partial(date_places, layout.text, 0, len(layout.text)))
    whole = best(partial(dates, layout, placed, _CONTEXT))
    count = len(dates(layout, placed, _CONTEXT))
    print(f"{path.name[:32]:32} {len(text):6} {count:6} {least:9.1f} {places / least:7.1f} {whole / least:7.1f}")


def cost(text: str) -> float:
    """CPU seconds of finding the dates of one line: the least of three."""
    times = []
    for _ in range(3):
        start = process_time()
        find_dates(text, 0, len(text))
        times.append(process_time() - start)
    return min(times)


def grown() -> None:
    """The second table, the worst last."""
    rows = []
    for atom in _ATOMS:
        small, large = (atom * (size // len(atom.encode())) + "\x01" for size in (_SMALL, _SMALL * _FACTOR))
        least, most = cost(small), cost(large)
        sizes = len(large.encode()) / len(small.encode())
        rows.append((math.log(most / least) / math.log(sizes), most / len(large.encode()) * 1e6, repr(atom)))
    for exponent, speed, name in sorted(rows):
        print(f"{name:24} exponent {exponent:5.2f}   {speed:6.3f} s/MB")


def main() -> None:
    """Print both tables."""
    print("The last two columns are multiples of the floor.")
    print(f"{'document':32} {'chars':>6} {'dates':>6} {'floor us':>9} {'search':>7} {'all':>7}")
    for path in documents():
        measure(path)
    grown()


if __name__ == "__main__":
    main()
