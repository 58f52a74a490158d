"""JSON-LD: schema.org ``NewsArticle`` with its ``Comment``s, for the web and for graph stores.

A thread stays flat: each comment names its ``parentItem``. Keys without a value are left out, for a null means
"remove" to some consumers; only ``headline`` always stands, empty where the page has none.
"""

import json
import re
from collections.abc import Iterable
from typing import Any, BinaryIO, Final

from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article, Caption
from nkdocs.records.comment import Comment
from nkdocs.records.people import Byline
from nkdocs.text.dates.extent import extent, iso
from nkdocs.text.dates.when import When

__all__ = ["JsonldExporter"]

_HEAD: Final = b'{"@context": "https://schema.org", "@graph": [\n'
_TAIL: Final = b"\n]}\n"
_BETWEEN_PARAGRAPHS: Final = "\n\n"
_ADDRESS: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)


class JsonldExporter:
    """Write one JSON-LD document whose graph holds every article."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> StreamSession:
        """Start writing to ``target``."""
        options_of(ctx)
        return StreamSession(target, _encode, head=_HEAD, between=b",\n", tail=_TAIL, independent=True)


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
    return {"@type": kind, "name": name} if name else None


def _author(byline: Byline) -> dict[str, Any]:
    """A person, or the group that signs; where the page tells neither, its words without a type."""
    if not byline.name:
        return _named("Organization", byline.affiliation) or {"name": byline.raw}
    affiliation = _named("Organization", byline.affiliation)
    described = {"@type": "Person", "name": byline.name, "jobTitle": byline.role, "affiliation": affiliation}
    return _told(described | _reached(byline.contact) | {"description": byline.bio})


def _reached(contact: str | None) -> dict[str, Any]:
    """A contact is an address of mail only where it is written like one."""
    if contact is None or _ADDRESS.fullmatch(contact):
        return {"email": contact}
    return {"contactPoint": {"@type": "ContactPoint", "description": contact}}


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
    """The time, else the smallest day, month or year that holds all that is meant: schema.org knows no spans."""
    if when is None or when.instant is not None:
        return None if when is None or when.instant is None else when.instant.isoformat()
    known = extent(when)
    return None if known is None or known.hull is None else iso(known.hull)
