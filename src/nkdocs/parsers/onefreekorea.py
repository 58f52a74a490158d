"""One Free Korea (freekorea.us): posts without day or author in their text, citations in square brackets."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Result, Text
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.weblogs import Weblog
from nkdocs.text.dates import read_when

__all__ = ["OneFreeKorea"]

_NAMES: Final = frozenset({"one free korea", "onefreekorea", "freekorea.us"})
_LISTS: Final = re.compile(r"https?://[^/]+/(?:(?:category|tag|author)/|\?(?:.*&)?s=)")
_FURNITURE: Final = re.compile(
    r"(?:«|←) ?.{3,120}|.{3,120} ?(?:»|→)|(?:Posted|Filed) (?:in|under|on):? .{1,160}|(?:Tags|Tagged):? ?.{0,160}"
    r"|You may also like.{0,5}|Follow:?|Search for:|Print Friendly.{0,40}|Previous (?:post|story).{0,120}"
    r"|Next (?:post|story).{0,120}",
    re.IGNORECASE,
)
# Digests are called by their day: "20 April 2009".
_DAY_TITLE: Final = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d")


class OneFreeKorea:
    """The agencies it names in brackets are its sources, and no datelines."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The name of a page's site."""
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One post, or each of an archive page."""
        return read_weblog(layout, ctx, _HABITS)


def _take_day_title(sheet: Sheet) -> None:
    """A title that is a day is the title, and the day of the post."""
    if sheet.headline is None and len(sheet.blocks) > 1 and _DAY_TITLE.fullmatch(sheet.blocks[0].text):
        block = sheet.blocks.pop(0)
        sheet.headline = Text(text=block.text, span=block.span)
    if sheet.headline is not None and sheet.published is None and _DAY_TITLE.fullmatch(sheet.headline.text):
        sheet.published = read_when(sheet.headline.text, sheet.headline.span)


_HABITS: Final = Weblog(
    outlet="onefreekorea", masthead=_NAMES, furniture=_FURNITURE, lists=_LISTS, opening=_take_day_title
)
