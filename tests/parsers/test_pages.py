"""Real pages of no outlet that is known: how many of them are read right at least, on a sample."""

import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import nkdocs

EVERY = 8


def plain(text: object) -> str:
    """A text with single spaces."""
    return " ".join(str(text or "").split())


@pytest.fixture(scope="module")
def sample(corpus: Path) -> list[tuple[dict[str, Any], nkdocs.Parsed]]:
    """Some of the evaluation pages, each with what people or other programs expect of it."""
    registry = nkdocs.Registry(entry_points=False)
    pages: list[tuple[dict[str, Any], nkdocs.Parsed]] = []
    for name in ("fundus", "comments"):
        for path in sorted((corpus / "html" / name).glob("*.json"))[::EVERY]:
            gold = json.loads(path.read_text("utf-8"))
            raw = gzip.decompress(path.with_suffix(".html.gz").read_bytes())
            pages.append((gold, nkdocs.parse(raw, url=gold["url"], registry=registry, parser="generic")))
    return pages


def test_titles_and_days_are_right_more_often_than_not(sample: list[tuple[dict[str, Any], nkdocs.Parsed]]):
    """The share of titles to the letter, and of days of publication, stays where it was measured."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for gold, parsed in sample:
        article = parsed.article
        if gold["title"]:
            asked["title"] += 1
            right["title"] += plain(article.headline) == plain(gold["title"])
        if gold["published"]:
            asked["day"] += 1
            day = article.published.earliest if article.published else None
            right["day"] += str(day) == gold["published"][:10]
    assert right["title"] >= 0.6 * asked["title"] > 0
    assert right["day"] >= 0.85 * asked["day"] > 0


def test_comments_are_kept_out_of_the_body(sample: list[tuple[dict[str, Any], nkdocs.Parsed]]):
    """What readers wrote is in no paragraph."""
    bodies = [
        (gold["comments"] or [], plain(" ".join(p.text for p in parsed.article.paragraphs))) for gold, parsed in sample
    ]
    leaks = [snippet for snippets, body in bodies for snippet in snippets if plain(snippet) in body]
    assert len(leaks) <= 1


def test_no_page_gets_an_outlet(sample: list[tuple[dict[str, Any], nkdocs.Parsed]]):
    """None of them is of the beat."""
    assert {parsed.article.outlet for _, parsed in sample} == {None}


def test_no_built_in_outlet_claims_them(corpus: Path):
    """Left to choose, the registry takes the fallback."""
    registry = nkdocs.Registry(entry_points=False)
    for path in sorted((corpus / "html" / "fundus").glob("*.json"))[:: 2 * EVERY]:
        gold = json.loads(path.read_text("utf-8"))
        layout = nkdocs.lay_out(gzip.decompress(path.with_suffix(".html.gz").read_bytes()), url=gold["url"])
        assert registry.resolve(layout).winner == "generic"
