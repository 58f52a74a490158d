"""The list of all articles: a row each."""

from collections.abc import Sequence
from typing import Final

from nkdocs.records.article import Article
from nkdocs.records.people import signatures
from nkdocs.report.markup import element, link, shown
from nkdocs.text.dates.extent import edtf_of

__all__ = ["HEADS", "row"]

HEADS: Final = ("", "headline", "outlet", "published", "by", "section", "language", "comments", "notes", "document")
_NO_HEADLINE: Final = "(no headline)"


def row(number: int, article: Article) -> str:
    """The row of an article: what it says of itself, and the address where it stood."""
    url = article.document.url
    return _cells(
        [
            str(number),
            link(url, article.headline.text) if article.headline else link(url, _NO_HEADLINE),
            shown(article.outlet or "") + (f" via {shown(article.via)}" if article.via else ""),
            shown(edtf_of(article.published) or (article.published.raw if article.published else "")),
            "; ".join(f"<bdi>{shown(signed)}</bdi>" for signed in signatures(article.bylines)),
            f"<bdi>{shown(article.section or '')}</bdi>",
            shown(article.language or ""),
            str(len(article.comments) or ""),
            str(len(article.notes) or ""),
            f"<bdi>{shown(article.document.name or '')}</bdi>",
        ],
        article,
    )


def _cells(cells: Sequence[str], article: Article) -> str:
    return element("tr", "".join(f"<td>{cell}</td>" for cell in cells), title=article.id) + "\n"
