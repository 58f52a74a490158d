"""Sino-NK (sinonk.com): essays, their author often lost from "By … | January 19, 2012"."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Result
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.weblogs import Weblog

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


class SinoNK:
    """A lost author stays lost: the day behind the bar is kept."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The name of a page's site."""
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One essay, or a list."""
        return read_weblog(layout, ctx, _HABITS)


_HABITS: Final = Weblog(outlet="sinonk", masthead=_NAMES, furniture=_FURNITURE, lists=_LISTS)
