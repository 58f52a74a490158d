"""North Korea Leadership Watch (nkleadershipwatch.wordpress.com, .org): posts, and front pages of cut ones."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Evidence, Result, Strength
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.weblogs import Weblog, masthead

__all__ = ["NKLeadershipWatch"]

_NAMES: Final = frozenset({"north korea leadership watch", "nk leadership watch"})
_TAGLINES: Final = frozenset(
    {"research and analysis on the dprk leadership", "research and analysis of the dprk leadership",
     "an affiliate of 38 north"}
)  # fmt: skip
_LISTS: Final = re.compile(
    r"https?://[^/]+(?:/?(?:\?.*)?\Z|/(?:category|tag|author|page)/|/\d{4}/(?:\d{2}/)?(?:page/\d+/?)?\Z)"
)
# The calendar of its side column, what WordPress puts under a post, the lists of its foot.
_FURNITURE: Final = re.compile(
    r"M T W T F S S|[MTWFS]|\d{1,2}|(?:«|←) ?\w{3}(?: .{0,20})?|\w{3} ?(?:»|→)|(?:\d{1,2} ?){2,7}"
    r"|An affiliate of 38 North|Leave a comment|(?:\d{1,4}|No) Comments?|(?:«|←) .{1,120}|.{1,120} (?:»|→)"
    r"|(?:Posted|Filed) (?:in|under):? .{1,160}|(?:Categories|Tags|Tagged):? ?.{0,160}|Follow .{0,60}"
    r"|Like this:|Like Loading.*"
    r"|Share this:|(?:Archives|Recent Posts|Blogroll|Blog Stats|Meta|Search|Top Posts.*)",
    re.IGNORECASE,
)
_LIKE_DAY: Final = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}")
_SHORT_DAY: Final = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec), \d{1,2}")
_HEAD: Final = 4


class NKLeadershipWatch:
    """Days are written 04/28/2013, the month first."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its name on top, with its tagline or the line under its titles; the name of a page's site."""
        if layout.document.url is not None:
            return None
        name = masthead(layout, _NAMES)
        if name is not None and any(_is_under_name(block.text) for block in layout.blocks[1:_HEAD]):
            return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="masthead", span=name)])
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One post, or a list of cut ones."""
        return read_weblog(layout, ctx, _HABITS)


def _is_under_name(text: str) -> bool:
    """Whether a line is the tagline, or the day of a post as WordPress shows it."""
    return text.casefold() in _TAGLINES or (" · " in text and _LIKE_DAY.match(text) is not None)


def _opening(sheet: Sheet) -> None:
    """``Apr, 10`` in a corner of the title: a day that has lost its year."""
    corner = {id(block) for block in sheet.blocks[:_HEAD] if _SHORT_DAY.fullmatch(block.text)}
    if corner:
        sheet.drop(lambda block: id(block) in corner, "date", "short_day")


_HABITS: Final = Weblog(
    outlet="nkleadershipwatch",
    masthead=_NAMES | _TAGLINES,
    furniture=_FURNITURE,
    lists=_LISTS,
    day=_LIKE_DAY,
    order="mdy",
    opening=_opening,
)
