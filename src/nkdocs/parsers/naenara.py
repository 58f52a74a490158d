"""Naenara, the portal naenara.com.kp; most of its reports are known from copies."""

from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Result
from nkdocs.rules.mastheads import masthead_claim
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.source_lines import watched
from nkdocs.rules.state_reports import read_report

__all__ = ["Naenara"]

_CONTAINERS: Final = ("article-content", "news_content", "entry-content")


class Naenara:
    """Reports and features in nine languages."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its masthead at the opening."""
        claim = masthead_claim(layout, "naenara")
        return None if claim is not None and watched(layout) else claim

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article, or a list."""
        sheet = Sheet.of(layout, ctx)
        return sheet.listing() if sheet.is_listing else read_report(sheet, "naenara", _CONTAINERS)
