"""Sino-NK (sinonk.com): essays, their author often lost from "By … | January 19, 2012"."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Result
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.rules.weblogs import Weblog, part_at_breaks

__all__ = ["SinoNK"]

_NAMES: Final = frozenset({"sino-nk", "sinonk", "sino nk"})
_LISTS: Final = re.compile(
    r"https?://[^/]+(?:/?(?:\?.*)?\Z|/(?:category|tag|author|page)/|/\d{4}/(?:\d{2}/)?(?:page/\d+/?)?\Z)"
)
_FURNITURE: Final = re.compile(
    r"No Comments?(?: Yet)?|\d{1,4} Comments?|Read More ?[»→]?|(?:Posted|Filed) (?:in|under|on):? .{1,160}"
    r"|(?:Tags|Tagged|Categories|Category):? ?.{0,160}|(?:«|←) ?.{3,120}|.{3,120} ?(?:»|→)",
    re.IGNORECASE,
)
# By Han Sol | January 19, 2012 | No Comments
_COUNTED: Final = re.compile(r"(?P<byline>[Bb]y\b[^|]{0,80}\|[^|]{6,30}\d{4}) \| (?:No|\d{1,4}) Comments?.{0,10}")
_BYLINE_BREAK: Final = re.compile(r"\r?\n(?=by (?:[A-Z]|\|))")
_LEADING: Final = 8


class SinoNK:
    """A lost author stays lost: the day behind the bar is kept."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The name of a page's site."""
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One essay, or a list."""
        return read_weblog(layout, ctx, _HABITS)


def _part_counts(sheet: Sheet) -> None:
    """A byline in lower case is no part of the title above it; the number of comments behind a bar is none of it."""
    part_at_breaks(sheet, _BYLINE_BREAK)
    for number, block in enumerate(sheet.blocks[:_LEADING]):
        found = _COUNTED.fullmatch(block.text)
        if found is not None:
            sheet.label("boilerplate", cut(block, found.end("byline"), len(block.text)).span, "comment_count")
            sheet.blocks[number] = cut(block, 0, found.end("byline"))


_HABITS: Final = Weblog(outlet="sinonk", masthead=_NAMES, furniture=_FURNITURE, lists=_LISTS, prepare=_part_counts)
