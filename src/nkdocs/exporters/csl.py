"""CSL-JSON: what Zotero, pandoc and citation processors read."""

import json
from datetime import date
from typing import Any, BinaryIO, Final

from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article
from nkdocs.text.dates.when import When

__all__ = ["CslExporter"]

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)
# How many parts of a day each precision knows.
_PARTS: Final = {"year": 1, "month": 2}


class CslExporter:
    """Write an array of CSL items, one an article; dates carry no more than the page says."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> "StreamSession":
        """Start writing to ``target``."""
        options_of(ctx)
        return StreamSession(target, _Items().encode, head=b"[\n", between=b",\n", tail=b"\n]\n")


class _Items:
    """Encodes items under ids of their own: a record written twice is cited twice."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def encode(self, article: Article) -> bytes:
        """One article as an item."""
        return _ENCODER.encode(_item(article, self._own(article.id))).encode()

    def _own(self, name: str) -> str:
        count = self._seen[name] = self._seen.get(name, 0) + 1
        return name if count == 1 else f"{name}~{count}"


def _item(article: Article, own_id: str) -> dict[str, Any]:
    captured = article.document.captured
    members: dict[str, Any] = {
        "id": own_id,
        "type": "article-newspaper" if article.outlet is not None else "webpage",
        "title": str(article.headline or ""),
        "author": [{"literal": byline.name or byline.affiliation or byline.raw} for byline in article.bylines],
        "issued": _issued(article.published),
        "container-title": article.outlet,
        "section": article.section,
        "publisher-place": article.dateline.place if article.dateline is not None else None,
        "URL": article.document.url,
        "accessed": {"date-parts": [_parts(captured, 3)]} if captured is not None else None,
        "language": article.language,
    }
    return {key: value for key, value in members.items() if value is not None and value != []}


def _issued(when: When | None) -> dict[str, Any] | None:
    """The day, month or year; two of them for a span of days; None where the year is unknown."""
    if when is None or when.earliest is None:
        return None
    known = _PARTS.get(when.precision, 3)
    days = [when.earliest]
    if when.latest is not None and when.latest != when.earliest and when.precision not in _PARTS:
        days.append(when.latest)
    return {"date-parts": [_parts(day, known) for day in days]}


def _parts(day: date, known: int) -> list[int]:
    return [day.year, day.month, day.day][:known]
