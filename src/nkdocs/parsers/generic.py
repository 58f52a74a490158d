"""The fallback: any text that no outlet claims, its outlet left open."""

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Evidence, Result, Strength
from nkdocs.rules.sheet import Sheet

__all__ = ["Generic"]


class Generic:
    """Reads what every outlet shares, and names no outlet: a wrong one is worse than none."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim:
        """Any text will do."""
        return Claim(strength=Strength.FALLBACK, evidence=[Evidence(rule="any-text")])

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """Headline, date, byline, captions, dateline, body, thread, where they are plain to see."""
        sheet = Sheet.of(layout, ctx)
        sheet.unwrap()
        sheet.take_repeat()
        if sheet.is_listing:
            return sheet.listing()
        sheet.take_thread()
        sheet.take_footer()
        sheet.take_tails()
        sheet.take_header()
        sheet.take_author_note()
        sheet.take_dateline()
        sheet.take_inner_captions()
        return sheet.result()
