"""KBS World: the title twice, then when it was written and changed, glued together."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Evidence, Result, Span, Strength
from nkdocs.rules.newsroom import Newsroom, read_newsroom
from nkdocs.rules.pages.weblogs import site_claim

__all__ = ["KBSWorld"]

_HEAD: Final = 4096
_WITHIN: Final = 12
_STAMP: Final = re.compile(r"Written: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\s?Updated: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
# Some archives put the day of their record before the first words.
_PREFIX: Final = re.compile(r"\Adate \d{4}-\d{2}-\d{2}\s+")
_SITE: Final = frozenset({"kbs world", "kbs world radio"})


class KBSWorld:
    """Times are Korean, to the second."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its own line of times under a title that stands twice, where no url is known."""
        if layout.document.url is not None:
            return site_claim(layout, _SITE)
        found = _STAMP.search(layout.text[:_HEAD]) if "Written: " in layout.text[:_HEAD] else None
        if found is None:
            return site_claim(layout, _SITE)
        above = [_PREFIX.sub("", b.text) for b in layout.blocks[:_WITHIN] if b.span.end <= found.start()]
        if len(set(above)) == len(above):
            return site_claim(layout, _SITE)
        seen = Evidence(rule="title-twice-and-times", span=Span(*found.span()))
        return Claim(strength=Strength.MARKERS, evidence=[seen])

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One report, or a list."""
        return read_newsroom(layout, ctx, _ROOM)


_ROOM: Final = Newsroom(
    outlet="kbsworld",
    containers=("body_txt", "con_body", "news_body", "article_body", "contents_view", "txt_area", "view_txt"),
    aside=frozenset({"editors_pick", "related", "btn_wrap"}),
    frame=re.compile(
        r"(?:KBS WORLD(?: Radio)?|Menu Content|Go to Main|Home|List|Print|Inquiry|Close|News|North Korea"
        r"|(?:This|Our) (?:web)?site uses cookies.*|Continu(?:ous|ed) usage of the website.*"
        r"|.{0,120}(?:use of cookies|Cookie policy|cookie policy).{0,120}"
        r"|For further details ?>?|Copyright (?:©|ⓒ|\([cC]\)).*KBS.*|.*the policy of KBS.*)"
    ),
    site=re.compile(r"\s*[-–|l:]\s(?:KBS ?WORLD|KBS World)(?: Radio)?.*\Z"),
    lists=re.compile(r"https?://[^/]*\bkbs\.co\.kr/(?:$|\?|.*(?:_list|/list|list\.(?:htm|do))[^/]*$)"),
)  # fmt: skip
