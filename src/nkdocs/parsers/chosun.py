"""Chosun Ilbo in English (english.chosun.com): the whole article inside one list item, byline and clock first."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Result
from nkdocs.rules.newsroom import Newsroom, read_newsroom
from nkdocs.rules.pages.weblogs import site_claim
from nkdocs.rules.sheet import Sheet

__all__ = ["Chosun"]

_ITEM_LEAST: Final = 3
_SITE: Final = frozenset({"the chosun ilbo", "chosun ilbo", "the chosunilbo", "chosunilbo"})


class Chosun:
    """Claims by host and by its copyright line, which are declared; by its site's name."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The name that a page without a url gives its site."""
        return site_claim(layout, _SITE)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article, or a list."""
        return read_newsroom(layout, ctx, _ROOM)


def _unwrap_item(sheet: Sheet) -> None:
    """The item that holds the article, though a title may stand above it and controls under it."""
    inside = [block for block in sheet.blocks if block.depth == 1]
    items = [block for block in inside if block.kind == "bullet"]
    if len(items) != 1 or len(inside) < _ITEM_LEAST:
        return
    sheet.blocks = [
        block._replace(depth=block.depth - 1, kind="paragraph" if block.depth == 1 else block.kind)
        if block.depth
        else block
        for block in sheet.blocks
    ]


_ROOM: Final = Newsroom(
    outlet="chosun",
    containers=("news_body_id", "news_body", "article-body", "par", "article_body", "art_cont", "news_text"),
    aside=frozenset({"news_btm", "news_sns", "related"}),
    frame=re.compile(
        r"(?:Previous|Next|Previous Next|All Headlines|Back to Top|All Headlines Back to Top|Print|Font Size|Share|Home"
        r"|Copyright (?:©|ⓒ|\([cC]\)) ?(?:www\.)?Chosun.*|englishnews@chosun\.com"
        r"|(?:이전|다음|목록|맨 위로|본문으로))"
    ),
    site=re.compile(r"\s[-–|>]\s(?:The )?(?:Chosun ?[Ii]lbo|조선일보)(?: \(English Edition\))?.*\Z"),
    lists=re.compile(r"https?://[^/]*\bchosun\.com/(?:$|\?|svc/list_in/.*|site/data/category/.*|(?:list|north"
        r"|national)/?(?:list\.html)?(?:\?.*)?$)"),
    # /site/data/html_dir/2020/03/18/2020031801234.html
    url_day=re.compile(r"/(?P<raw>(?P<y>20\d\d)/(?P<m>\d\d)/(?P<d>\d\d))/\d{12,14}\.html"),
    prepare=_unwrap_item,
)  # fmt: skip
