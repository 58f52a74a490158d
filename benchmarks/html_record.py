"""What a record of a page costs beside its bare parse, and beside peers: ``python benchmarks/html_record.py [EVERY]``.

The pages are those of ``html_pages.py``: articles of six outlets in three sizes; with ``NKDOCS_CORPUS``, every EVERY-th
real page too (40 unless given), into which an outlet's article was put. For each, in CPU time, the best of a few
interleaved runs of

* ``lexbor``: ``LexborHTMLParser(bytes)``, the floor,
* ``layout``: ``nkdocs.lay_out``: text, blocks and metadata,
* ``record``: ``nkdocs.parse`` by the outlet's own parser, without enrichers,
* ``enriched``: the same with the enrichers that run by default,
* ``resiliparse``, ``trafilatura``, ``newspaper4k``: title and main text, for resiliparse the text alone,
* ``fundus``: the record of its own parser, on the pages of its own publishers.

What is not installed is named. A record without the page's headline, and main text without a phrase of the article,
are counted as wrong; the exit code is 1 where a record is. Bar: a record in 2.5 times the floor.
"""

import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from importlib import import_module

from html_pages import Page, heavy_pages, real_pages
from selectolax.lexbor import LexborHTMLParser

import nkdocs

_BAR = 2.5
_RUNS = 15
# Peers take tens of milliseconds, where noise hardly tells.
_PEER_RUNS = 3
_EVERY = 40
_OURS = ("lexbor", "layout", "record", "enriched")
_PEERS = ("resiliparse", "trafilatura", "newspaper4k", "fundus")
_PLAIN = nkdocs.Registry(entry_points=False, enrich=())
_ENRICHED = nkdocs.Registry(entry_points=False)

# One run on a page; whether what came of it holds what the page says.
Work = Callable[[], bool]


def _floor(page: Page) -> bool:
    return LexborHTMLParser(page.content).root is not None


def _layout(page: Page) -> bool:
    layout = nkdocs.lay_out(page.content, url=page.url, media_type="text/html")
    return page.phrase in layout.text


def _record(page: Page, registry: nkdocs.Registry) -> bool:
    parsed = nkdocs.parse(page.content, url=page.url, media_type="text/html", parser=page.parser, registry=registry)
    headline = parsed.articles[0].headline if parsed.articles else None
    return headline is not None and headline.text == page.headline


def _resiliparse() -> Callable[[Page], bool]:
    trees, texts = import_module("resiliparse.parse.html"), import_module("resiliparse.extract.html2text")

    def work(page: Page) -> bool:
        tree = trees.HTMLTree.parse_from_bytes(page.content, "utf-8")
        return page.phrase in texts.extract_plain_text(tree, main_content=True)

    return work


def _trafilatura() -> Callable[[Page], bool]:
    trafilatura = import_module("trafilatura")

    def work(page: Page) -> bool:
        found = trafilatura.bare_extraction(page.content, with_metadata=True)
        return found is not None and page.phrase in (found.text or "")

    return work


def _newspaper() -> Callable[[Page], bool]:
    newspaper = import_module("newspaper")

    def work(page: Page) -> bool:
        article = newspaper.Article(page.url or "https://site.example/", language="en")
        article.download(input_html=page.content.decode())
        article.parse()
        return page.phrase in article.text

    return work


def _fundus() -> Callable[[Page], bool]:
    publishers = import_module("fundus").PublisherCollection

    def work(page: Page) -> bool:
        country, name, day = page.name.removesuffix(".html.gz").split("-")
        publisher = getattr(getattr(publishers, country), name)
        parser = publisher.parser(date(*map(int, day.split("_"))))
        return bool(parser.parse(page.content.decode(), "suppress").get("title"))

    return work


def peers() -> dict[str, Callable[[Page], bool]]:
    """The peers that are installed; the others are named."""
    makers = dict(zip(_PEERS, (_resiliparse, _trafilatura, _newspaper, _fundus), strict=True))
    found: dict[str, Callable[[Page], bool]] = {}
    for name, maker in makers.items():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found[name] = maker()
        except ImportError as error:
            print(f"{name} is not here: {error}")
    return found


def works(page: Page, others: dict[str, Callable[[Page], bool]]) -> dict[str, Work]:
    """What is measured on a page, by name."""
    ours: tuple[Work, ...] = (
        partial(_floor, page),
        partial(_layout, page),
        partial(_record, page, _PLAIN),
        partial(_record, page, _ENRICHED),
    )
    # fundus reads the pages of its own publishers alone, whose names tell which.
    known = {name: work for name, work in others.items() if name != "fundus" or page.name.count("-") > 1}
    return dict(zip(_OURS, ours, strict=True)) | {name: partial(work, page) for name, work in known.items()}


def measured(page: Page, others: dict[str, Callable[[Page], bool]]) -> tuple[dict[str, float], list[str]]:
    """The least CPU time of each, in milliseconds, and who did not find what the page says."""
    todo = works(page, others)
    wrong = [name for name, work in todo.items() if not work()]
    best = dict.fromkeys(todo, float("inf"))
    for number in range(_RUNS):
        for name, work in todo.items():
            if number >= _PEER_RUNS and name in _PEERS:
                continue
            start = time.process_time()
            work()
            best[name] = min(best[name], (time.process_time() - start) * 1000)
    return best, wrong


def show(size: str, pages: list[Page], rows: list[dict[str, float]], wrong: Counter[str]) -> None:
    """The table of one size: sums over its pages, as multiples of the floor on the same pages."""
    kilobytes = sum(len(page.content) for page in pages) / len(pages) / 1000
    print(f"\n{size}: {len(pages)} pages, {kilobytes:.0f} kB")
    for name in (*_OURS, *_PEERS):
        held = [row for row in rows if name in row]
        if not held:
            continue
        spent, floor = sum(row[name] for row in held), sum(row["lexbor"] for row in held)
        over = " over the bar" if name == "record" and spent > _BAR * floor else ""
        missed = f" wrong on {wrong[name]}" if wrong[name] else ""
        print(f"  {name:12} {spent / len(held):9.3f} ms {spent / floor:8.2f}{over}{missed}")


def main() -> int:
    """Measure all pages and print a table for each size."""
    warnings.simplefilter("ignore")
    every = int(sys.argv[1]) if sys.argv[1:] else _EVERY
    others = peers()
    by_size: dict[str, list[Page]] = {}
    for page in (*heavy_pages(), *real_pages(every)):
        by_size.setdefault(page.size, []).append(page)
    print(f"CPU time, best of {_RUNS}; the last column is a multiple of lexbor's bare parse; bar for a record: {_BAR}")
    failed = False
    for size, pages in by_size.items():
        results = [measured(page, others) for page in pages]
        wrong = Counter(name for _, names in results for name in names)
        show(size, pages, [row for row, _ in results], wrong)
        failed = failed or any(wrong[name] for name in _OURS)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
