"""CSL-JSON: what Zotero, pandoc and citation processors read."""

import json
from typing import Any, BinaryIO, Final

from nkdocs.plugin.own_names import OwnNames
from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article
from nkdocs.records.people import signatures
from nkdocs.text.dates.extent import Parts, extent
from nkdocs.text.dates.when import When

__all__ = ["CslExporter"]

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class CslExporter:
    """Write an array of CSL items, one an article; dates carry no more than the page says."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> "StreamSession":
        """Start writing to ``target``."""
        options_of(ctx)
        return StreamSession(target, _Items().encode, head=b"[\n", between=b",\n", tail=b"\n]\n")


class _Items:
    """Encodes items under ids of their own: a record written twice is cited twice."""

    def __init__(self) -> None:
        self._ids = OwnNames("~")

    def encode(self, article: Article) -> bytes:
        """One article as an item."""
        return _ENCODER.encode(_item(article, self._ids.of(article.id))).encode()


def _item(article: Article, own_id: str) -> dict[str, Any]:
    captured = article.document.captured
    members: dict[str, Any] = {
        "id": own_id,
        "type": "article-newspaper" if article.outlet is not None else "webpage",
        "title": str(article.headline or ""),
        "author": [{"literal": signed} for signed in signatures(article.bylines)],
        "issued": _issued(article.published),
        "container-title": article.outlet,
        "section": article.section,
        "publisher-place": article.dateline.place if article.dateline is not None else None,
        "URL": article.document.url,
        "accessed": {"date-parts": [[captured.year, captured.month, captured.day]]} if captured is not None else None,
        "language": article.language,
    }
    return {key: value for key, value in members.items() if value is not None and value != []}


def _issued(when: When | None) -> dict[str, Any] | None:
    """The day, month, season or year; two of them for a span; None for what CSL has no way to say."""
    known = extent(when)
    if known is None or known.first is None or known.last is None:
        return None
    if known.season is not None:
        year, season = known.season
        return {"date-parts": [[year]], "season": season}
    ends: list[Parts] = [known.first] if known.single is not None else [known.first, known.last]
    return {"date-parts": [list(parts) for parts in ends]}
