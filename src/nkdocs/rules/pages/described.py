"""The objects in which a page describes its article to machines."""

import html
from collections.abc import Iterator
from typing import Any, Final, cast

from nkdocs.layout.block import Meta
from nkdocs.records.frozen import FrozenMapping
from nkdocs.text.tidy import one_line

__all__ = ["articles_described", "items_of", "section_described", "texts_of", "tidy_meta"]

_ARTICLE_KINDS: Final = frozenset(
    {
        "Article", "NewsArticle", "BlogPosting", "LiveBlogPosting", "Report", "ReportageNewsArticle",
        "OpinionNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle",
        "AdvertiserContentArticle",
        "ScholarlyArticle", "TechArticle", "SocialMediaPosting", "DiscussionForumPosting", "Recipe",
    }
)  # fmt: skip
_LONGEST: Final = 2000
_SECTION_MOST: Final = 60


def tidy_meta(value: object) -> str:
    """A value of metadata as a reader would see it: entities resolved, spaces single; ``""`` for what is no text.

    >>> tidy_meta("Rice &amp;#8211; and  salt ")
    'Rice – and salt'
    """
    if not isinstance(value, str) or len(value) > _LONGEST:
        return ""
    # Some systems escape what is already escaped.
    return one_line(html.unescape(html.unescape(value) if "&" in value else value))


def articles_described(meta: Meta) -> tuple[FrozenMapping[Any], ...]:
    """The articles among the page's JSON-LD objects and microdata items that stand for the page, in order.

    An object that belongs to another one (a teaser in a list) is none.

    >>> import nkdocs
    >>> page = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rice"}</script>'
    >>> articles_described(nkdocs.lay_out(page, media_type="text/html").meta)[0]["headline"]
    'Rice'
    """
    found = [item for item in meta.jsonld if _is_article(item)]
    found += [item for item in meta.microdata if _is_article(item) and item.get("@owner") is None]
    return tuple(found)


def section_described(meta: Meta) -> str | None:
    """The section that the page names for machines.

    >>> import nkdocs
    >>> page = '<meta property="article:section" content="Economy"><p>Rice.'
    >>> section_described(nkdocs.lay_out(page, media_type="text/html").meta)
    'Economy'
    """
    found = [tidy_meta(item.get("articleSection")) for item in articles_described(meta)]
    found.append(tidy_meta(meta.opengraph.get("article:section")))
    return next((name for name in found if name and len(name) <= _SECTION_MOST), None)


def items_of(value: object) -> Iterator[str | FrozenMapping[Any]]:
    """The texts and objects that a value is: itself, or what stands in its lists.

    >>> list(items_of(("Han Sol", ("Kim", None))))
    ['Han Sol', 'Kim']
    """
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, tuple):
            pending.extend(reversed(cast("tuple[object, ...]", item)))
        elif isinstance(item, str):
            yield item
        elif isinstance(item, FrozenMapping):
            yield cast("Any", item)


def texts_of(value: object, key: str) -> Iterator[str]:
    """The texts under a key of an object, of each object in a list, or the texts that stand in their place.

    >>> list(texts_of(FrozenMapping({"@value": "2014"}), "@value"))
    ['2014']
    """
    for item in items_of(value):
        if isinstance(item, str):
            yield item
        else:
            yield from (text for text in items_of(item.get(key)) if isinstance(text, str))


def _is_article(item: FrozenMapping[Any]) -> bool:
    kinds = (kind for kind in items_of(item.get("@type")) if isinstance(kind, str))
    return any(kind.rpartition("/")[2] in _ARTICLE_KINDS for kind in kinds)
