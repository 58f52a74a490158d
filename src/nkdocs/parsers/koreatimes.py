"""The Korea Times."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Caption, Claim, Result
from nkdocs.records.frozen import FrozenMapping
from nkdocs.rules.newsroom import Newsroom, read_newsroom
from nkdocs.rules.pages.weblogs import site_claim
from nkdocs.rules.sheet import Sheet

__all__ = ["KoreaTimes"]

# The depot on its first day. Yonhap      Apples / Korea Times photo by Han Sol
_BARE_CREDIT: Final = re.compile(
    r"(?P<text>\S.{8,280}?[.\])”/])\s?(?P<credit>(?:[A-Z]{2,9}-)?Yonhap|Newsis|Korea Times (?:file"
    r"|photo by [A-Z][\w -]{2,30}))"
)
_CREDITED_MOST: Final = 320
# Reports of the agency that the paper prints as they are.
_PRINTS: Final = FrozenMapping({"Yonhap": "yonhap"})
_SITE: Final = frozenset({"the korea times", "korea times", "koreatimes"})


class KoreaTimes:
    """Claims by host and by its own signatures, which are declared; by its site's name."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The name that a page without a url gives its site."""
        return site_claim(layout, _SITE)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article, or a list; what an agency's dateline opens is the agency's."""
        return read_newsroom(layout, ctx, _ROOM)


def _take_bare_credit(sheet: Sheet) -> bool:
    """A caption above the body whose credit stands behind its full stop."""
    block = sheet.blocks[0]
    found = _BARE_CREDIT.fullmatch(block.text) if len(block.text) <= _CREDITED_MOST else None
    if found is None:
        return False
    text = found["text"].rstrip(" /")
    sheet.captions.append(Caption(text=text, credit=found["credit"], span=block.span))
    sheet.blocks.pop(0)
    return True


_ROOM: Final = Newsroom(
    outlet="koreatimes",
    containers=("startts", "article-body", "view_article", "articleBody", "view_page", "article_view", "all_section"),
    aside=frozenset({"related_box", "most_popular", "sns_box", "article_sns"}),
    frame=re.compile(
        r"(?:THE KOREA TIMES|The Korea Times|KoreaTimes|National|Politics|North Korea|Home|Listen"
        r"|Share(?: icon)?|Save|Link copied!?"
        r"|text-size|font-size|Go to LIST|Copyright (?:©|ⓒ|\([cC]\)).*Times.*|(?:©|ⓒ) ?(?:The )?Korea ?Times.*"
        r"|모바일버전.*)"
    ),
    site=re.compile(r"\s*[-–|]\s*(?:The )?Korea ?Times\Z"),
    lists=re.compile(r"https?://[^/]*\bkoreatimes\.(?:co\.kr|com)/(?:$|\?|www/(?:section|sublist|nation|rss|index)[^/]*\.(?:html|asp)[^/]*$"
        r"|(?:list|search|category|tag)(?:/.*)?$)"),
    prints=_PRINTS,
    head=(_take_bare_credit,),
)  # fmt: skip
