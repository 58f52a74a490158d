"""The headline of a page: as printed where a heading is it, else as the page describes itself."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from nkdocs.layout.block import Block, Layout, Meta
from nkdocs.records import Text
from nkdocs.rules.pages.described import articles_described, tidy_meta

__all__ = ["headline_block", "meta_headline", "page_headline"]

_TITLE_NAMES: Final = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title")
_SEPARATOR: Final = re.compile(r"\s+[|–—»«•·:~/›:-]+\s+|\s*[|»«•]\s*|(?<=\w): | - ")
_WORD: Final = re.compile(r"\w+")
_DEEPEST_HEADING: Final = 3
_LONGEST: Final = 300
_TITLE_CLASSES: Final = frozenset(
    {"entry-title", "post-title", "article-title", "headline", "article__title", "article-headline", "articleheadline"}
)
_TITLE_MARKS: Final = frozenset({"headline"})
# Words that a heading shares with the page's own title, at least: half of either.
_ALIKE: Final = 0.5


def page_headline(layout: Layout) -> tuple[Text | None, Block | None]:
    """The headline, and the block it is printed in where it is.

    A heading that the page's description repeats is the headline; so is a lone first-level heading much like it.

    >>> import nkdocs
    >>> page = "<title>Rice is cheap again - The Ledger</title><h2>The Ledger</h2><h2>Rice is cheap again</h2>"
    >>> page_headline(nkdocs.lay_out(page, media_type="text/html"))[0].text
    'Rice is cheap again'
    """
    block = headline_block(layout)
    if block is not None:
        return Text(text=" ".join(block.text.split()), span=block.span), block
    described = meta_headline(layout.meta)
    return (Text(text=described, span=None), None) if described else (None, None)


def headline_block(layout: Layout) -> Block | None:
    """The heading that is the headline."""
    titles = list(_titles(layout.meta))
    parts = {_plain(part): rank for rank, part in reversed(list(enumerate(_parts(titles))))}
    site = _plain(tidy_meta(layout.meta.opengraph.get("og:site_name")))
    headings = [block for block in layout.blocks if _is_heading(block)]
    vouched = [(parts[key], block) for block in headings if (key := _plain(block.text)) in parts and key != site]
    if vouched:
        return min(
            vouched, key=lambda pair: (-len(_plain(pair[1].text)) if pair[0] else -_LONGEST, pair[1].span.start)
        )[1]
    return _lone(headings, titles)


def meta_headline(meta: Meta) -> str:
    """The headline as the page describes itself, without the site's name; ``""`` if it does not."""
    for item in articles_described(meta):
        if title := tidy_meta(item.get("headline")):
            return title
    site = tidy_meta(meta.opengraph.get("og:site_name"))
    title = tidy_meta(meta.opengraph.get("og:title")) or tidy_meta(meta.title)
    return _without_site(title, site, tidy_meta(meta.title))


def _lone(headings: list[Block], titles: list[str]) -> Block | None:
    """The only first-level heading, if it is much like a title of the page, or the page has none.

    Where that tells nothing, a lone heading that is called the title may be it.
    """
    first = [block for block in headings if block.level == 1]
    called = [block for block in headings if not _TITLE_CLASSES.isdisjoint(block.classes)]
    return _alike(first, titles) or (_alike(called, titles) if titles else None)


def _alike(first: list[Block], titles: list[str]) -> Block | None:
    """The only one of these headings, if it is much like a title of the page, or the page has none."""
    if len(first) != 1:
        return None
    words = set(_WORD.findall(first[0].text.casefold()))
    if not titles:
        return first[0]
    for title in titles:
        others = set(_WORD.findall(title.casefold()))
        if words and len(words & others) >= _ALIKE * min(len(words), len(others)) and len(words) > 1:
            return first[0]
    return None


def _titles(meta: Meta) -> Iterator[str]:
    """What the page calls itself, the most telling first."""
    for item in articles_described(meta):
        for key in ("headline", "name", "alternativeHeadline"):
            if title := tidy_meta(item.get(key)):
                yield title
    for name in _TITLE_NAMES:
        if title := tidy_meta(meta.opengraph.get(name) or meta.names.get(name)):
            yield title
    if title := tidy_meta(meta.title):
        yield title


def _parts(titles: Iterable[str]) -> Iterator[str]:
    """The titles, and what stands before and after each separator in them."""
    several = list(titles)
    yield from several
    for title in several:
        for found in _SEPARATOR.finditer(title[:_LONGEST]):
            yield title[: found.start()]
            yield title[found.end() :]


def _without_site(title: str, site: str, page_title: str) -> str:
    """A title without the site's name before or after it."""
    for found in _SEPARATOR.finditer(title[:_LONGEST]):
        before, after = title[: found.start()], title[found.end() :]
        if site and _plain(after) == _plain(site):
            return before
        if site and _plain(before) == _plain(site):
            return after
    return title or page_title


def _is_heading(block: Block) -> bool:
    if len(block.text) > _LONGEST:
        return False
    if block.level is not None:
        return block.level <= _DEEPEST_HEADING
    return block.kind == "paragraph" and not block.depth and bool(_TITLE_CLASSES & block.classes)


def _plain(text: str) -> str:
    """Letters and figures alone, so that quotes, dashes and case do not tell titles apart."""
    return "".join(_WORD.findall(text.casefold()))
