"""What laying out a page costs beside parsing it: ``python benchmarks/html_layout.py [FOLDER [EVERY]]``.

For every page (``*.html.gz``) below FOLDER, or every EVERY-th, the best of a few interleaved runs of

* ``parse``: ``LexborHTMLParser(markup)``, the floor,
* ``guard``: the looks that come before it,
* ``layout``: ``html_page(markup)``: text, blocks, metadata,
* ``all``: the same, and every block asked for its path, classes and links.

FOLDER is ``html`` below ``NKDOCS_CORPUS`` unless given. Ratios are to ``parse``.
"""

import gzip
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from nkdocs.layout.guard import tame
from nkdocs.layout.html import HtmlPage, html_page

_RUNS = 9
_URL = "https://borderledger.example/news/1.html"


def _everything(page: HtmlPage) -> int:
    """Ask each block for all that its element says."""
    return sum(len(block.path or "") + len(block.classes) + len(block.links) for block in page.blocks)


def _measure(markup: str) -> dict[str, float]:
    """The best CPU time of each step, in milliseconds."""
    content = markup.encode()
    steps: dict[str, Callable[[], object]] = {
        "parse": lambda: LexborHTMLParser(markup),
        "guard": lambda: tame(content),
        "layout": lambda: html_page(markup, url=_URL),
        "all": lambda: _everything(html_page(markup, url=_URL)),
    }
    best = dict.fromkeys(steps, float("inf"))
    for _ in range(_RUNS):
        for name, step in steps.items():
            start = time.perf_counter()
            step()
            best[name] = min(best[name], (time.perf_counter() - start) * 1000)
    return best


def main() -> None:
    """Measure the pages and print one table."""
    folder, every = (*sys.argv[1:], None, None)[:2]
    root = Path(folder or Path(os.environ["NKDOCS_CORPUS"]) / "html")
    paths = sorted(root.rglob("*.html.gz"))[:: int(every or 1)]
    rows = [_measure(gzip.decompress(path.read_bytes()).decode("utf-8", "replace")) for path in paths]
    print(f"{len(rows)} pages, one core, best of {_RUNS}")
    print(f"{'step':8} {'mean ms':>8} {'ratio of sums':>14} {'median ratio':>13} {'worst ratio':>12}")
    floor = sum(row["parse"] for row in rows)
    for name in rows[0]:
        ratios = [row[name] / row["parse"] for row in rows]
        total = sum(row[name] for row in rows)
        middle = statistics.median(ratios)
        print(f"{name:8} {total / len(rows):8.3f} {total / floor:14.2f} {middle:13.2f} {max(ratios):12.2f}")


if __name__ == "__main__":
    main()
