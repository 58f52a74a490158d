"""When a page says it was published and updated: its description first, then its url."""

import re
from collections.abc import Iterator
from datetime import date, tzinfo
from typing import Any, Final
from urllib.parse import urlsplit

from nkdocs.layout.block import Layout, Meta
from nkdocs.records import When
from nkdocs.records.frozen import FrozenMapping
from nkdocs.rules.pages.described import articles_described, items_of, texts_of, tidy_meta
from nkdocs.text.dates import read_when

__all__ = ["page_published", "page_updated", "published_hint", "published_in_url"]

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "published_time",
    "article_published_time", "datepublished", "pubdate", "publishdate", "publish_date", "publish-date",
    "publication_date", "published_at", "release_date", "dc.date.issued", "dcterms.issued", "dc:date.created",
    "dc.date.created", "dcterms.created", "dcterms:created", "date.created", "dcterms.date", "dc.date", "sailthru.date",
    "parsely-pub-date", "prism.publicationdate", "cxenseparse:publishtime", "cxenseparse:recs:publishtime",
    "content:publishdate", "citation_publication_date", "firstcreate", "article.published", "date",
    "originalpublicationdate",
)  # fmt: skip
_UPDATED: Final = (
    "article:modified_time", "og:updated_time", "og:modified_time", "article_modified_time", "datemodified",
    "date.modified", "date.updated", "dcterms.modified", "last-modified", "last_modified", "lastmod", "lastupdate",
    "last_updated_date",
)  # fmt: skip
# /2014/06/02/   /2014-06/02/   /2014-06-02-rice   /20140602-17.html: a part of the path opens with the day. Behind
# other words figures may be anything's (/world-asia-20131109, /ferry-of-20140416-remembered).
_URL_DAY: Final = re.compile(
    r"(?<=/)(?P<day>(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d?)[/-](?P<d>\d\d?)"
    r"|(?P<y2>(?:19|20)\d\d)(?P<m2>\d\d)(?P<d2>\d\d))(?=[/._-]|\Z)"
)
# /id/20131109: what stands behind these is a number.
_OF_NUMBER: Final = re.compile(r"/(?:id|no|num|idx|node|item|nid|aid|uid|pid|seq|doc|oid|p)/\Z", re.IGNORECASE)
_NUMBERED_MOST: Final = 6
# What a feed calls it.
_TOLD: Final = {"datePublished": "published", "dateModified": "updated"}
_PAGES: Final = frozenset({"WebPage", "ItemPage", "AboutPage"})


def page_published(layout: Layout, zone: tzinfo | None = None) -> When | None:
    """The day or time of publication as the page's metadata give it.

    >>> import nkdocs
    >>> page = '<meta property="article:published_time" content="2014-06-02T09:00:00+09:00"><p>Rice.'
    >>> page_published(nkdocs.lay_out(page, media_type="text/html")).instant.isoformat()
    '2014-06-02T09:00:00+09:00'
    """
    return _first(_stated(layout.meta, "datePublished", _PUBLISHED), zone)


def page_updated(layout: Layout, zone: tzinfo | None = None) -> When | None:
    """When the page says it was last changed."""
    return _first(_stated(layout.meta, "dateModified", _UPDATED), zone)


def published_hint(layout: Layout) -> When | None:
    """The publication as a page's metadata tell it, else its url: for days that count from it.

    >>> import nkdocs
    >>> published_hint(nkdocs.lay_out("Rice.", url="https://ledger.example/2014/06/02/rice")).edtf
    '2014-06-02'
    """
    meta, url = layout.meta, layout.document.url
    described = meta.jsonld or meta.opengraph or meta.names or meta.microdata or meta.hints
    return (page_published(layout) if described else None) or (published_in_url(url) if url else None)


def published_in_url(url: str | None) -> When | None:
    """The one whole day that opens a part of a url's path; that of an archive's copy is the copy's, and left out.

    >>> published_in_url("https://ledger.example/2014/06/02/rice").basis
    'url'
    """
    if url is None:
        return None
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    found = [day for day in _URL_DAY.finditer(path, max(0, path.find("/http"))) if not _is_number(path, day)]
    days = {day for match in found if (day := _day(match)) is not None}
    if len(days) != 1 or len(found) != 1:
        return None
    (day,) = days
    raw = found[0]["day"]
    return When(raw=raw, earliest=day, latest=day, precision="day", edtf=day.isoformat(), basis="url", span=None)


def _is_number(path: str, match: re.Match[str]) -> bool:
    """Whether figures without anything between them are the number of a page."""
    start = match.start()
    return match["y2"] is not None and _OF_NUMBER.search(path, max(0, start - _NUMBERED_MOST), start) is not None


def _day(match: re.Match[str]) -> date | None:
    parts = [match[name] or match[f"{name}2"] for name in ("y", "m", "d")]
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def _stated(meta: Meta, key: str, names: tuple[str, ...]) -> Iterator[str]:
    """What the page's description of itself says under a key, the most telling first."""
    for item in articles_described(meta):
        yield from texts_of(item.get(key), "@value")
    for name in names:
        value = meta.opengraph.get(name) or meta.names.get(name)
        if value:
            yield value
    if told := meta.hints.get(_TOLD[key]):
        yield told
    for item in (*meta.jsonld, *meta.microdata):
        if _stands_for_the_page(item):
            yield from texts_of(item.get(key), "@value")


def _stands_for_the_page(item: FrozenMapping[Any]) -> bool:
    return item.get("@owner") is None and any(kind in _PAGES for kind in items_of(item.get("@type")))


def _first(values: Iterator[str], zone: tzinfo | None) -> When | None:
    for value in values:
        found = read_when(tidy_meta(value), None, zone=zone, basis="metadata")
        if found is not None and found.earliest is not None and found.precision in {"instant", "minute", "day"}:
            return found
    return None
