"""New Focus International (newfocusintl.com): headline, sometimes a date line, body, a thread of comments."""

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Result
from nkdocs.rules.body import take_inner_captions, take_repeat, take_thread
from nkdocs.rules.footer import take_footer, take_furniture
from nkdocs.rules.header import take_header
from nkdocs.rules.sheet import Sheet

__all__ = ["NewFocus"]


class NewFocus:
    """Claims by host alone: its pages carry no wording of their own, and others cite its name."""

    def claim(self, layout: Layout, ctx: ParseContext) -> None:
        """Nothing beyond the declared hosts."""

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article with its thread, or a tag page."""
        sheet = Sheet.of(layout, ctx)
        take_repeat(sheet)
        if sheet.is_listing:
            return sheet.listing()
        take_thread(sheet)
        take_footer(sheet)
        take_furniture(sheet)
        take_header(sheet)
        take_inner_captions(sheet)
        return sheet.result(outlet="newfocus")
