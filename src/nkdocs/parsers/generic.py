"""The fallback: any text that no outlet claims, its outlet left open."""

from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Evidence, Result, Strength
from nkdocs.rules.body import take_inner_captions, take_repeat, take_thread, unwrap
from nkdocs.rules.footer import take_author_note, take_footer, take_furniture, take_tails
from nkdocs.rules.header import take_date_prefix, take_dateline, take_header, take_name_and_clock, take_page_clock
from nkdocs.rules.mastheads import take_masthead
from nkdocs.rules.missing_pages import without_article
from nkdocs.rules.pages.forum import forum_topic
from nkdocs.rules.pages.kinds import no_single_article, take_paywall
from nkdocs.rules.pages.page import is_page, take_page
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.topics import text_topic

__all__ = ["Generic"]

# Between author and day of a post in a forum.
_SIGNS: Final = " » "
_ANY_TEXT: Final = Claim(strength=Strength.FALLBACK, evidence=[Evidence(rule="any-text")])


class Generic:
    """Reads what every outlet shares, and names no outlet: a wrong one is worse than none."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim:
        """Any text will do."""
        return _ANY_TEXT

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """Headline, date, byline, captions, dateline, body, thread, where they are plain to see."""
        sheet = Sheet.of(layout, ctx)
        if is_page(sheet):
            return _page(sheet)
        unwrap(sheet)
        if sheet.is_listing:
            return sheet.listing()
        other = without_article(sheet) or (text_topic(sheet) if _SIGNS in layout.text else None)
        if other is not None:
            return other
        take_furniture(sheet)
        take_repeat(sheet)
        take_thread(sheet)
        take_footer(sheet)
        take_tails(sheet)
        take_date_prefix(sheet)
        if not take_masthead(sheet, 1) and not take_name_and_clock(sheet):
            take_page_clock(sheet)
        take_header(sheet, doubting=True)
        take_author_note(sheet)
        take_dateline(sheet)
        take_inner_captions(sheet)
        return sheet.result()


def _page(sheet: Sheet) -> Result:
    """A page of HTML: what it says of itself, and the blocks of its article."""
    for told in (forum_topic, no_single_article):
        other = told(sheet)
        if other is not None:
            return other
    take_page(sheet)
    take_paywall(sheet)
    take_dateline(sheet)
    take_inner_captions(sheet)
    return sheet.result()
