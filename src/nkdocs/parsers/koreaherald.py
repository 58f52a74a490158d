"""The Korea Herald: its own pages, and copies that name it as their source."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Dateline, Evidence, Result, Span, Strength
from nkdocs.records.frozen import FrozenMapping
from nkdocs.rules.newsroom import Newsroom, read_newsroom
from nkdocs.rules.pages.weblogs import site_claim
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.text.dates import read_when

__all__ = ["KoreaHerald"]

_HEAD: Final = 4096
# The Asia News Network prints who wrote what it copies: "Written by" / "The Korea Herald", "(The Korea Herald/ANN)".
_COPIED: Final = re.compile(
    r"^(?:[Ww]ritten by|[Bb]y|Author"
    r"|Source):?\s+(?:[A-Z][\w.-]+(?: [A-Z][\w.-]+){1,3},? )?(?:The )?Korea Herald\s*$"
    r"|\((?:The )?Korea Herald/(?:ANN|Asia News Network)\)",
    re.MULTILINE,
)
# SEOUL (The Korea Herald/ANN) -
_DATELINE: Final = re.compile(
    r"(?P<place>[A-Z][A-Za-z'-]{2,20}(?:[ /][A-Z][A-Za-z'-]{2,20}){0,2})(?:, (?P<when>[A-Z][a-z]{2,8}\.? \d{1,2}))?"
    r" \((?P<agency>(?:The )?Korea Herald)(?:/(?:ANN|Asia News Network))?\)\s?[-–—]{1,2}"
)
# Reports of the agency that the paper prints as they are.
_PRINTS: Final = FrozenMapping({"Yonhap": "yonhap"})
_SITE: Final = frozenset({"the korea herald", "korea herald"})


class KoreaHerald:
    """Claims by host and by its own signatures, which are declared, and copies that name it."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """A copy that says who wrote it."""
        head = layout.text[:_HEAD]
        found = _COPIED.search(head) if "Korea Herald" in head else None
        if found is None:
            return site_claim(layout, _SITE)
        seen = Evidence(rule="copied-from-korea-herald", span=Span(*found.span()))
        return Claim(strength=Strength.MARKERS, evidence=[seen])

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article, or a list; what an agency's dateline opens is the agency's."""
        return read_newsroom(layout, ctx, _ROOM)


def _take_dateline(sheet: Sheet) -> None:
    """The dateline of the network that copies it, or of the paper itself."""
    block = sheet.blocks[0] if sheet.blocks else None
    found = _DATELINE.match(block.text) if block is not None else None
    if block is None or found is None:
        return
    start = block.span.start
    when = (
        read_when(found["when"], Span(start + found.start("when"), start + found.end("when")))
        if found["when"]
        else None
    )
    sheet.dateline = Dateline(
        place=found["place"], agency=found["agency"], when=when, raw=found[0], span=Span(start, start + found.end())
    )
    rest = cut(block, found.end(), len(block.text))
    sheet.blocks[0:1] = [rest] if rest.text else []


_ROOM: Final = Newsroom(
    outlet="koreaherald",
    containers=(
        "articleText", "article-body", "view_con_t", "news_text_area", "news_content", "view_con", "article_view",
        "entry-content",
    ),
    aside=frozenset({"news_btn_list", "most_popular", "related_news", "news_journalist_area"}),
    frame=re.compile(
        r"(?:THE KOREA HERALD|National|Politics|North Korea|Home|Subscribe|Link copied!?"
        r"|Copyright (?:©|ⓒ|\([cC]\)).*Herald.*|(?:©|ⓒ) ?(?:The )?Korea Herald.*|지금 구독하기|기사공유|본문 글씨.*)"
    ),
    site=re.compile(r"\s*[-–|]\s*(?:The )?Korea Herald\Z"),
    lists=re.compile(r"https?://[^/]*\bkoreaherald\.com/(?:$|\?|(?:list|search|category|tag|index)[^/]*(?:/.*|\.php.*)?$"
        r"|(?:National|Business|Opinion)?(?:/[A-Za-z-]+)?/?$)"),
    # view.php?ud=20240125000712
    url_day=re.compile(r"[?&]ud=(?P<raw>(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d))\d{3,12}"),
    prints=_PRINTS,
    header=_take_dateline,
)  # fmt: skip
