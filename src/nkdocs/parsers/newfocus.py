"""New Focus International (newfocusintl.com): headline, sometimes a date line, body, a thread of comments."""

import re
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Result, Text
from nkdocs.rules.body import take_inner_captions, take_repeat, take_thread
from nkdocs.rules.captions import caption
from nkdocs.rules.footer import take_footer, take_furniture
from nkdocs.rules.header import take_date_prefix, take_header
from nkdocs.rules.pages.entries import page_entries
from nkdocs.rules.pages.kinds import missing_page
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.pages.region import fill_described, take_region
from nkdocs.rules.pages.titles import headline_block
from nkdocs.rules.sheet import Sheet

__all__ = ["NewFocus"]

_LIST_URL: Final = re.compile(r"https?://[^/]+(?:/?|/(?:(?:tag|category|author|page)/.*|\d{4}/\d{2}/?))")
_NAME: Final = "new focus international"
_SITE_NAME: Final = re.compile(r"\s[-–|»]\s(?:New Focus International|New Focus)\Z")
_CONTAINERS: Final = ("entry-content", "post-content", "entry", "post-entry")
_ASIDE: Final = frozenset({"sharedaddy", "jp-relatedposts", "postmetadata", "navigation", "dsq-brlink"})
# What the comment system leaves around its thread, and in its place.
_DISQUS: Final = re.compile(
    r"(?:blog )?comments powered by Disqus\.?|Please enable JavaScript to view the(?: comments powered by Disqus\.?)?",
    re.IGNORECASE,
)
_DISQUS_MOST: Final = 80
_FEWEST_ENTRIES: Final = 2
_PROSE_LEAST: Final = 160
_STOPS: Final = (".", "”", "’", '"', "!", "?")


class NewFocus:
    """Claims by host alone: its pages carry no wording of their own, and others cite its name."""

    def claim(self, layout: Layout, ctx: ParseContext) -> None:
        """Nothing beyond the declared hosts."""

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article with its thread, or a tag page."""
        sheet = Sheet.of(layout, ctx)
        missing = missing_page(sheet)
        if missing is not None:
            return missing
        if is_page(sheet):
            return _page(sheet)
        take_repeat(sheet)
        # Another day above the body is the report's: the site shows none for the visit.
        take_date_prefix(sheet)
        if _LIST_URL.fullmatch(layout.document.url or "") or sheet.is_listing:
            return _listing(sheet)
        sheet.drop(_is_disqus, "boilerplate", "comment_system")
        take_thread(sheet)
        _take_article(sheet)
        return sheet.result(outlet="newfocus")


def _listing(sheet: Sheet) -> Result:
    """A front or tag page: the site's name and the captions before its items are of no item."""
    named = sheet.blocks[:1]
    if named and named[0].text.casefold() == _NAME:
        sheet.label("boilerplate", sheet.blocks.pop(0).span, "masthead")
    sheet.drop(lambda block: caption(sheet.layout, block.span) is not None, "caption", "caption_of_item")
    return sheet.listing()


def _take_article(sheet: Sheet) -> None:
    """Everything but the thread."""
    take_footer(sheet)
    take_furniture(sheet)
    take_header(sheet)
    take_inner_captions(sheet)


def _is_disqus(block: Block) -> bool:
    return len(block.text) <= _DISQUS_MOST and _DISQUS.fullmatch(block.text) is not None


def _page(sheet: Sheet) -> Result:
    """A page of HTML; whatever elements hold it, its header lines read as in text."""
    if _is_list_page(sheet):
        entries = tuple(page_entries(sheet.layout, sheet.blocks))
        return sheet.listed(entries) if entries else sheet.listing()
    sheet.drop(_is_disqus, "boilerplate", "comment_system")
    take_region(sheet, _CONTAINERS, _ASIDE)
    _take_article(sheet)
    take_repeat(sheet)
    fill_described(sheet)
    if sheet.headline is not None and sheet.headline.span is None:
        sheet.headline = Text(text=_SITE_NAME.sub("", sheet.headline.text), span=None)
    return sheet.result(outlet="newfocus")


def _is_list_page(sheet: Sheet) -> bool:
    """Whether a page points to articles instead of holding one."""
    if _LIST_URL.fullmatch(sheet.layout.document.url or "") or sheet.is_listing:
        return True
    title = headline_block(sheet.layout)
    if title is not None and not title.links:
        return False
    whole = sum(len(block.text) >= _PROSE_LEAST and block.text.endswith(_STOPS) for block in sheet.blocks)
    linked = sum(1 for _ in page_entries(sheet.layout, sheet.blocks))
    return linked >= _FEWEST_ENTRIES and linked > whole
