"""Where the time of a document goes, by kind: ``python benchmarks/throughput.py [ROUNDS]``.

For stripped text, for the text of whole pages, for pages of outlets in three weights, and for pages of anybody:
microseconds of CPU time a document for each step of the corridor, and the share of each. Stripped texts and the pages
of anybody are those below ``NKDOCS_CORPUS``; without it the examples stand for the texts. Every step of every document
is taken ROUNDS times (5), in turns, and its least counts, so that a busy machine disturbs little. Reading is that of a
gzipped WARC file. Export is JSON Lines; what Parquet costs instead stands beside. The last column is how many such
documents one core takes an hour.
"""

import gzip
import io
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import attrs
from html_pages import heavy_pages

import nkdocs
from nkdocs.pipeline.articles import articles_of
from nkdocs.pipeline.exporting import export_stream

_ROOT: Final = Path(__file__).parents[1]
_ROUNDS: Final = 5
_MICRO: Final = 1e6
_HOUR: Final = 3600
_SAMPLE: Final = 30
_COPIES: Final = 20
_STEPS: Final = ("read", "lay out", "claim", "parse", "enrich", "export")
_REGISTRY: Final = nkdocs.Registry(entry_points=False)


@attrs.frozen
class Kind:
    """Documents of one kind."""

    name: str
    documents: tuple[nkdocs.Document, ...]

    @property
    def kilobytes(self) -> float:
        """The size of a document."""
        return sum(len(document.content) for document in self.documents) / len(self.documents) / 1000


def kinds() -> Iterator[Kind]:
    """Stripped text, the text of whole pages, pages of outlets, any pages."""
    yield Kind("stripped text", tuple(_texts()))
    pages = list(heavy_pages())
    middle = [page for page in pages if page.size == "middle"]
    shown = (nkdocs.lay_out(page.content, media_type="text/html").text for page in middle)
    yield Kind("text of a page", tuple(nkdocs.Document(text.encode(), media_type="text/plain") for text in shown))
    for size in dict.fromkeys(page.size for page in pages):
        chosen = [page for page in pages if page.size == size]
        yield Kind(f"outlet, {size}", tuple(nkdocs.Document(page.content, page.url, "text/html") for page in chosen))
    real = tuple(_real())
    if real:
        yield Kind("any page", real)


def _texts() -> Iterator[nkdocs.Document]:
    """The real documents of the corpus, where there is one, else the examples."""
    named = os.environ.get("NKDOCS_CORPUS")
    if named is None:
        for path in sorted(_ROOT.glob("examples/*.txt")):
            yield nkdocs.Document(path.read_bytes(), media_type="text/plain")
        return
    for path in sorted(Path(named, "seeds").glob("*.txt")):
        yield nkdocs.Document(path.read_bytes(), media_type="text/plain")
    with Path(named, "kcna", "sample.jsonl").open(encoding="utf-8") as file:
        for row in map(json.loads, islice(file, _SAMPLE)):
            yield nkdocs.Document(row["story_text"].encode(), row["link"], "text/plain")


def _real() -> Iterator[nkdocs.Document]:
    """Some of the real pages of the corpus, of which hardly one is an outlet's."""
    named = os.environ.get("NKDOCS_CORPUS")
    paths = sorted(Path(named, "html").rglob("*.html.gz")) if named else []
    for number, path in enumerate(paths[:: max(1, len(paths) // _SAMPLE)]):
        content = gzip.decompress(path.read_bytes())
        yield nkdocs.Document(content, f"https://any.example/{number}", "text/html")


class Watch:
    """The least time that each step of each document took."""

    def __init__(self) -> None:
        self._least: dict[tuple[str, int], float] = {}

    def time(self, step: str, number: int, work: Callable[[], Any]) -> Any:
        """Do it, and remember how long it took if it never took less."""
        start = time.process_time()
        answer = work()
        took = time.process_time() - start
        self._least[step, number] = min(self._least.get((step, number), took), took)
        return answer

    def microseconds(self, step: str, documents: int) -> float:
        """What the step takes a document."""
        return sum(took for (name, _), took in self._least.items() if name == step) / documents * _MICRO


def walk(document: nkdocs.Document, number: int, watch: Watch) -> None:
    """One document through the corridor, step by step."""
    layout = watch.time("lay out", number, lambda: nkdocs.lay_out(document))
    resolution = watch.time("claim", number, lambda: _REGISTRY.resolve(layout))

    def parse() -> tuple[nkdocs.Article, ...]:
        return articles_of(_REGISTRY.run(layout, resolution), layout, layout.document)

    drafted = watch.time("parse", number, parse)
    articles = watch.time("enrich", number, lambda: [_REGISTRY.enrich(each, layout)[0] for each in drafted])
    for step, format_ in (("export", "jsonl"), ("Parquet", "parquet")):
        many = articles * (1 if format_ == "jsonl" else _COPIES)  # a table's own beginning and end are no record's

        def export(many: list[nkdocs.Article] = many, format_: str = format_) -> None:
            export_stream(many, io.BytesIO(), format=format_, registry=_REGISTRY)

        watch.time(step, number, export)


def crawl_of(kind: Kind) -> bytes:
    """The documents as a gzipped WARC file, several times over."""
    records: list[bytes] = []
    for document in kind.documents:
        media_type, content = document.media_type or "text/plain", document.content
        raw = content if isinstance(content, bytes) else content.encode()
        body = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + raw
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2014-06-02T01:02:03Z\r\n"
            f"WARC-Target-URI: {document.url or 'http://text.example/'}\r\nContent-Type: application/http; "
            f"msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + body + b"\r\n\r\n"))
    return b"".join(records * _COPIES)


def measured(kind: Kind, rounds: int) -> Watch:
    """All steps of all documents."""
    watch = Watch()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "crawl.warc.gz")
        path.write_bytes(crawl_of(kind))
        for _ in range(rounds):
            given = watch.time("read", 0, lambda: sum(1 for _ in nkdocs.read(path, registry=_REGISTRY)))
            if given != _COPIES * len(kind.documents):
                raise SystemExit(f"{kind.name}: {given} documents were read")
            for number, document in enumerate(kind.documents):
                walk(document, number, watch)
    return watch


def show(kind: Kind, watch: Watch) -> None:
    """One line of the table."""
    count = len(kind.documents)
    took = {step: watch.microseconds(step, count) / (_COPIES if step == "read" else 1) for step in _STEPS}
    total = sum(took.values())
    shares = " ".join(f"{took[step]:8.0f} {took[step] / total:4.0%}" for step in _STEPS)
    parquet = watch.microseconds("Parquet", count) / _COPIES
    print(f"{kind.name:20} {kind.kilobytes:6.1f} {shares} {total:9.0f} {parquet:8.0f} {_HOUR * _MICRO / total:12,.0f}")


def main() -> None:
    """Measure each kind, and print a table."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else _ROUNDS
    steps = " ".join(f"{step:>13}" for step in _STEPS)
    print("Microseconds of CPU time a document, and the share of each step.")
    print(f"{'kind':20} {'kB':>6} {steps} {'all':>9} {'Parquet':>8} {'an hour':>12}")
    for kind in kinds():
        show(kind, measured(kind, rounds))


if __name__ == "__main__":
    main()
