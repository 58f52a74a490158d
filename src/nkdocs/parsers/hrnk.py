"""HRNK Insider (hrnkinsider.org) and nkhiddengulag.org: essays of its staff, openings of pieces from elsewhere."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Result
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.weblogs import Weblog, part_at_breaks

__all__ = ["HRNK"]

_NAMES: Final = frozenset({"hrnk insider", "hrnk", "nk hidden gulag", "north korea: the hidden gulag"})
_LISTS: Final = re.compile(r"https?://[^/]+/(?:search[/?]|\d{4}/(?:\d{2}/)?\Z|category/|tag/)")
# Blogger's controls, and the pointers to the rest of pieces from elsewhere.
_FURNITURE: Final = re.compile(
    r"Read the (?:complete|full|entire|rest of the) (?:article|piece|story|essay|post|op-ed) (?:here|at .{1,60})\.?"
    r"|Labels:?.{0,160}|Posted by .{1,80}|(?:No|\d{1,4}) comments?:?|E-?mail This|Email ThisBlogThis!.*|BlogThis!.*"
    r"|Share to .{1,40}|(?:Newer|Older) Posts?|Home|Subscribe to:.{0,60}|Links to this post|Post a Comment|Reactions:?",
    re.IGNORECASE,
)
# "by Han Sol at Border Ledger", in lower case as the rest of a line would be.
_BYLINE: Final = re.compile(r"\n(?=by [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3} (?:at|for|in) [A-Z])")


class HRNK:
    """A piece from elsewhere keeps its author and where it appeared; the page is still HRNK's."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The name of a page's site; the byline of its staff is declared."""
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One essay, or each post of a page."""
        return read_weblog(layout, ctx, _HABITS)


def _part_bylines(sheet: Sheet) -> None:
    """A byline in lower case is no rest of the title."""
    part_at_breaks(sheet, _BYLINE)


_HABITS: Final = Weblog(
    outlet="hrnk", masthead=_NAMES, furniture=_FURNITURE, lists=_LISTS, above=True, prepare=_part_bylines
)
