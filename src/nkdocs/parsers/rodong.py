"""Rodong Sinmun: copies of its Korean pages under its masthead, and the English pages of rodong.rep.kp."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urljoin

import attrs

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Entry, Evidence, Result, Span, Strength, When
from nkdocs.rules.mastheads import masthead_claim
from nkdocs.rules.pages.named_entries import named_entries
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.source_lines import day_in_rodong_url, original_url, watched
from nkdocs.rules.state_reports import listed, read_report

__all__ = ["RodongSinmun"]

_CONTAINERS: Final = ("ArticleContent", "ArticleContent_Content", "article-content", "entry-content")
_TITLES: Final = frozenset({"ListNewsLineTitle", "centerArticleFirstTitle"})
# Titles of lists open their articles by a script that is given the address.
_OPENED: Final = re.compile(r"javascript:\s?article_open\(['\"](?P<address>[^'\"]+)['\"]")
_OWN: Final = re.compile(r"https?://(?:[\w-]+\.)?rodong\.rep\.kp(?=[/?:]|\Z)")


class RodongSinmun:
    """The paper of the Workers' Party: its Korean masthead gives the day, its English addresses carry it."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its masthead, or a copy's word that it was taken from its site."""
        found = original_url(layout.text)
        if found is not None and _OWN.match(found["url"]):
            seen = Evidence(rule="originally-posted", span=Span(*found.span()))
            claim: Claim | None = Claim(strength=Strength.MARKERS, evidence=[seen])
        else:
            claim = masthead_claim(layout, "rodong")
        return None if claim is not None and watched(layout) else claim

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article, or the list of an issue's."""
        sheet = Sheet.of(layout, ctx)
        if is_page(sheet):
            opened = {block.span.start: block.links[0].url for block in sheet.blocks if block.links}
            url = layout.document.url or ""
            listed_here = named_entries(sheet.blocks, _TITLES)
            entries = tuple(_addressed(entry, opened, url) for entry in listed_here)
            if entries and not any(_CONTAINERS[0] in block.classes for block in sheet.blocks):
                return listed(sheet, entries)
        elif sheet.is_listing:
            return sheet.listing()
        found = original_url(layout.text)
        day = day_in_rodong_url(layout.document.url) or (_stated(found) if found else None)
        return read_report(sheet, "rodong", _CONTAINERS, day=day)


def _addressed(entry: Entry, opened: Mapping[int, str], page: str) -> Entry:
    """An item with the address that the script of its link opens, and the day that the address carries."""
    found = _OPENED.match(opened.get(entry.span.start, "")) if entry.span is not None else None
    if found is None:
        return entry
    address = urljoin(page, found["address"])
    return attrs.evolve(entry, url=address, published=entry.published or day_in_rodong_url(address))


def _stated(found: re.Match[str]) -> When | None:
    """The day in the address that a copy prints."""
    when = day_in_rodong_url(found["url"])
    if when is None or when.raw not in found["url"]:
        return None
    start = found.start("url") + found["url"].index(when.raw)
    return attrs.evolve(when, basis="stated", span=Span(start, start + len(when.raw)))
