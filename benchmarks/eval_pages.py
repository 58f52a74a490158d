"""How right any page is read, on public evaluation pages, beside trafilatura in the same run.

Run: ``NKDOCS_CORPUS=FOLDER python benchmarks/eval_pages.py``, or ``make eval``; without the folder nothing is measured.
Exit code 1 where a figure is below its bound.
"""

import gzip
import json
import os
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction, extract, extract_metadata

import nkdocs

_SETS = ("aeb", "fundus", "comments")
# Of nkdocs, below what was measured, above trafilatura's figure where that is promised.
_BOUNDS = {
    "fundus title": 0.69, "comments title": 0.79, "fundus authors": 0.84, "comments authors": 0.58, "fundus day": 0.97,
    "fundus instant": 0.9, "aeb body": 0.97, "fundus body": 0.92, "comments given": 0.62,
}  # fmt: skip
_AT_MOST = {"comments leaking": 0.03, "comments invented": 0.05}
_OFFSET = re.compile(r"(?:[+-]\d\d:\d\d|Z)\Z")
_PARTS = re.compile(r", | and |/|;")
Figures = dict[str, list[float]]


def plain(text: str | None) -> str:
    """A text with single spaces."""
    return " ".join((text or "").split())


def likeness(one: str, other: str) -> float:
    """F1 of the words of two texts; of their characters where they are not written in Latin letters."""
    first, second = (Counter(_words(text)) for text in (one, other))
    shared = sum((first & second).values())
    return 2 * shared / (sum(first.values()) + sum(second.values())) if shared else 0.0


def _words(text: str) -> list[str]:
    low = text.lower()
    return re.findall(r"\w+", low) if re.search("[a-z]", low) else list(re.sub(r"\s", "", low))


def by_nkdocs(raw: bytes, url: str, registry: nkdocs.Registry) -> dict[str, Any]:
    """What nkdocs reads of a page."""
    articles = nkdocs.parse(raw, url=url, registry=registry, parser="generic").articles
    if not articles:
        return {"title": "", "authors": set(), "day": None, "instant": None, "body": "", "comments": "", "count": 0}
    one = articles[0]
    published = one.published
    return {
        "title": str(one.headline or ""),
        "authors": {plain(byline.name or byline.affiliation) for byline in one.bylines},
        "day": str(published.earliest) if published else None,
        "instant": published.instant if published else None,
        "body": "\n\n".join([*([str(one.standfirst)] if one.standfirst else []), *(p.text for p in one.paragraphs)]),
        "comments": "\n".join(f"{comment.author or ''}\n{comment.text or ''}" for comment in one.comments),
        "count": len(one.comments),
    }


def by_trafilatura(raw: bytes, url: str) -> dict[str, Any]:
    """What trafilatura reads of it."""
    meta: Any = extract_metadata(raw, default_url=url)
    whole: Any = bare_extraction(raw, include_comments=True)
    comments = whole.comments if whole else ""
    return {
        "title": meta.title,
        "authors": {plain(name) for name in (meta.author or "").split(";") if name},
        "day": meta.date,
        "instant": None,
        "body": extract(raw, include_comments=False, include_tables=True) or "",
        "comments": comments or "",
        "count": int(bool(comments)),
    }


def judged(name: str, gold: dict[str, Any], told: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Each figure that a page adds to, with what it adds."""
    if name != "aeb" and gold["title"] is not None:
        yield f"{name} title", plain(told["title"]) == plain(gold["title"])
    if name != "aeb" and gold["authors"] is not None:
        wanted = {plain(author) for author in gold["authors"]}
        parts = {part for author in wanted for part in _PARTS.split(author)}
        yield f"{name} authors", told["authors"] in ([wanted, parts] if name == "comments" else [wanted])
    if gold["published"]:
        yield f"{name} day", told["day"] == gold["published"][:10]
        if _OFFSET.search(gold["published"]):
            yield f"{name} instant", told["instant"] == datetime.fromisoformat(gold["published"])
    if gold["body"]:
        yield f"{name} body", likeness(told["body"], gold["body"])
    yield from _judged_comments(gold, told)


def _judged_comments(gold: dict[str, Any], told: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """How many snippets are in the comments, how many leak into the body, whether comments were invented."""
    body, comments = plain(told["body"]), plain(told["comments"])
    for snippet in gold["comments"] or ():
        yield "comments given", plain(snippet) in comments
        yield "comments leaking", plain(snippet) in body
    if gold["comments"] == []:
        yield "comments invented", told["count"] > 0
    for snippet in gold["body_with"] or ():
        yield "comments body with", plain(snippet) in body
    for snippet in gold["body_without"] or ():
        yield "comments body without", plain(snippet) not in body


def measured(folder: Path) -> tuple[Figures, Figures]:
    """The figures of nkdocs and of trafilatura, by name."""
    registry = nkdocs.Registry(entry_points=False)
    ours: Figures = defaultdict(list)
    theirs: Figures = defaultdict(list)
    for name in _SETS:
        for path in sorted((folder / name).glob("*.json")):
            gold = json.loads(path.read_text("utf-8"))
            raw = gzip.decompress(path.with_suffix(".html.gz").read_bytes())
            pairs = ((ours, by_nkdocs(raw, gold["url"], registry)), (theirs, by_trafilatura(raw, gold["url"])))
            for figures, told in pairs:
                for figure, value in judged(name, gold, told):
                    figures[figure].append(value)
    return ours, theirs


def main() -> int:
    """Print the figures and judge them."""
    corpus = os.environ.get("NKDOCS_CORPUS")
    if not corpus:
        print("pages: not measured, for NKDOCS_CORPUS names no folder of evaluation pages")
        return 0
    ours, theirs = measured(Path(corpus) / "html")
    shares = {name: sum(values) / len(values) for name, values in ours.items()}
    print(f"{'pages':24}{'number':>8}{'nkdocs':>9}{'trafilatura':>13}")
    for name, values in sorted(ours.items()):
        print(f"{name:24}{len(values):8}{shares[name]:9.3f}{sum(theirs[name]) / len(theirs[name]):13.3f}")
    low = [name for name, bound in _BOUNDS.items() if shares[name] < bound]
    high = [name for name, bound in _AT_MOST.items() if shares[name] > bound]
    for name in (*low, *high):
        print(f"{name} misses its bound")
    return int(bool(low or high))


if __name__ == "__main__":
    sys.exit(main())
