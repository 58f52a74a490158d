"""Tongil Sinbo: its masthead, with its own name or that of the kind of article, gives the day."""

from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Result
from nkdocs.rules.mastheads import masthead_claim
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.source_lines import watched
from nkdocs.rules.state_reports import read_report

__all__ = ["TongilSinbo"]

_CONTAINERS: Final = ("articleContent", "article-content", "entry-content")


class TongilSinbo:
    """The weekly for compatriots in the South and abroad."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its masthead at the opening."""
        claim = masthead_claim(layout, "tongilsinbo")
        return None if claim is not None and watched(layout) else claim

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article, or a list."""
        sheet = Sheet.of(layout, ctx)
        return sheet.listing() if sheet.is_listing else read_report(sheet, "tongilsinbo", _CONTAINERS)
