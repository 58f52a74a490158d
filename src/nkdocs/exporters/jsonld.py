"""JSON-LD: schema.org ``NewsArticle`` with its ``Comment``s, for the web and for graph stores.

A thread stays flat: each comment names its ``parentItem``. Keys without a value are left out, for a null means
"remove" to some consumers; only ``headline`` always stands, empty where the page has none.
"""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article, Caption
from nkdocs.records.comment import Comment
from nkdocs.records.people import Byline
from nkdocs.text.dates.when import When

__all__ = ["JsonldExporter"]

_HEAD: Final = b'{"@context": "https://schema.org", "@graph": [\n'
_TAIL: Final = b"\n]}\n"
_BETWEEN_PARAGRAPHS: Final = "\n\n"
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class JsonldExporter:
    """Write one JSON-LD document whose graph holds every article."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> StreamSession:
        """Start writing to ``target``."""
        options_of(ctx)
        return StreamSession(target, _encode, head=_HEAD, between=b",\n", tail=_TAIL)


def _encode(article: Article) -> bytes:
    return _ENCODER.encode(_told(_news_article(article))).encode()


def _told(members: dict[str, Any]) -> dict[str, Any]:
    """The members that have a value."""
    return {key: value for key, value in members.items() if value is not None and value != []}


def _news_article(article: Article) -> dict[str, Any]:
    return {
        "@type": "NewsArticle",
        "@id": article.id,
        "headline": str(article.headline or ""),
        "alternativeHeadline": _text(article.kicker),
        "abstract": _text(article.standfirst),
        "articleBody": _BETWEEN_PARAGRAPHS.join(paragraph.text for paragraph in article.paragraphs),
        "author": [_author(byline) for byline in article.bylines],
        "datePublished": _moment(article.published),
        "dateModified": _moment(article.updated),
        "dateline": article.dateline.raw if article.dateline is not None else None,
        "inLanguage": article.language,
        "url": article.document.url,
        "publisher": _named("Organization", article.outlet),
        "provider": _named("Organization", article.via),
        "articleSection": article.section,
        "image": [_image(caption) for caption in article.captions],
        "comment": list(_comments(article)),
        "commentCount": len(article.comments),
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _named(kind: str, name: str | None) -> dict[str, Any] | None:
    return None if name is None else {"@type": kind, "name": name}


def _author(byline: Byline) -> dict[str, Any]:
    """A person, or the group that signs."""
    if byline.name is None:
        return {"@type": "Organization", "name": byline.affiliation or byline.raw}
    affiliation = _named("Organization", byline.affiliation)
    described = {"@type": "Person", "name": byline.name, "jobTitle": byline.role, "affiliation": affiliation}
    return _told(described | {"email": byline.contact, "description": byline.bio})


def _image(caption: Caption) -> dict[str, Any]:
    return _told(
        {"@type": "ImageObject", "caption": caption.text, "creditText": caption.credit, "contentUrl": caption.url}
    )


def _comments(article: Article) -> Iterable[dict[str, Any]]:
    return (_comment(article.id, comment) for comment in article.comments)


def _comment(article_id: str, comment: Comment) -> dict[str, Any]:
    parent = None if comment.parent is None else {"@id": _comment_id(article_id, comment.parent)}
    return _told(
        {
            "@type": "Comment",
            "@id": _comment_id(article_id, comment.id),
            "text": comment.text,
            "author": _named("Person", comment.author),
            "dateCreated": _moment(comment.posted),
            "parentItem": parent,
        }
    )


def _comment_id(article_id: str, number: int) -> str:
    """The n-th of several articles has a fragment already."""
    return f"{article_id}{'.' if '#' in article_id else '#'}comment-{number}"


def _moment(when: When | None) -> str | None:
    """The time, else the day, month or year, as ISO 8601 has it; of a span of days its first."""
    if when is None:
        return None
    if when.instant is not None:
        return when.instant.isoformat()
    if when.edtf is not None and when.edtf.replace("-", "").isdigit():
        return when.edtf
    return when.earliest.isoformat() if when.earliest is not None else None
