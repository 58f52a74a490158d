"""What type checkers must know of the public functions; checked, never run."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, assert_type

import nkdocs

parsed = nkdocs.parse("Rice prices fall", url="https://example.org/", captured=date(2020, 1, 1))
assert_type(parsed, nkdocs.Parsed)
assert_type(parsed.article, nkdocs.Article)
assert_type(parsed.articles, tuple[nkdocs.Article, ...])
assert_type(parsed.labels, tuple[nkdocs.Label, ...])
assert_type(parsed.kind, str)
assert_type(parsed.resolution.winner, str | None)

article = parsed.article
assert_type(article.headline, nkdocs.Text | None)
assert_type(article.bylines, tuple[nkdocs.Byline, ...])
assert_type(article.published, nkdocs.When | None)
assert_type(article.comments[0].parent, int | None)
assert_type(article.comments[0].missing, tuple[str, ...])
if article.published is not None:
    assert_type(article.published.earliest, date | None)
    assert_type(article.published.instant, datetime | None)

assert_type(nkdocs.parse_file("a.txt"), nkdocs.Parsed)
assert_type(nkdocs.read("a.txt"), Iterator[nkdocs.Document])
assert_type(nkdocs.parse_many(nkdocs.read("a.txt")), Iterator[nkdocs.Parsed])
assert_type(nkdocs.export([article], "a.jsonl"), nkdocs.ExportReport)
assert_type(nkdocs.load("a.jsonl"), Iterator[nkdocs.Article])
assert_type(nkdocs.to_dict(article), dict[str, Any])
assert_type(nkdocs.from_dict({}), nkdocs.Article)
assert_type(nkdocs.lay_out("a"), nkdocs.Layout)
assert_type(nkdocs.Registry.default(), nkdocs.Registry)
