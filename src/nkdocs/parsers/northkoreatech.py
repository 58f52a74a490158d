"""North Korea Tech (northkoreatech.org): posts, and the lists of a tag or section."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Evidence, Result, Strength
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.weblogs import Weblog, masthead

__all__ = ["NorthKoreaTech"]

_NAMES: Final = frozenset({"north korea tech", "northkoreatech", "north korea tech - 노스코리아테크"})
_AFFILIATE: Final = "An affiliate of 38 North"
_LISTS: Final = re.compile(
    r"https?://[^/]+(?:/?(?:\?.*)?\Z|/(?:category|tag|author|page)/|/\d{4}/(?:\d{2}/)?(?:page/\d+/?)?\Z)"
)
_FURNITURE: Final = re.compile(
    r"An affiliate of 38 North|(?:Posted|Filed) (?:in|under|on):? .{1,160}|(?:Tags|Tagged|Categories):? ?.{0,160}"
    r"|(?:«|←) ?.{3,120}|.{3,120} ?(?:»|→)|No comments yet\.?|Tweet|Like this:|Share this:",
    re.IGNORECASE,
)
_CREDIT_MOST: Final = 60


class NorthKoreaTech:
    """A picture's alternative text stands doubled by its caption."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its name on top with the line that names its parent; the name of a page's site."""
        if layout.document.url is not None:
            return None
        name = masthead(layout, _NAMES)
        if name is not None and _AFFILIATE in layout.text:
            return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="masthead", span=name)])
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One post, or a list."""
        return read_weblog(layout, ctx, _HABITS)


def _take_doubles(sheet: Sheet) -> None:
    """A line that the next one repeats is the alternative text of the picture whose caption that is."""
    rest: list[Block] = []
    for number, block in enumerate(sheet.blocks):
        below = sheet.blocks[number + 1].text if number + 1 < len(sheet.blocks) else ""
        if block.text == below or (below and below.startswith(block.text) and _pictured(sheet, number + 1)):
            sheet.label("boilerplate", block.span, "alternative_text")
        else:
            rest.append(block)
    sheet.blocks = rest


def _without_doubles(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a list without its pictures' alternative texts and the captions that repeat them."""
    texts = [block.text for block in blocks]
    doubled = {text for text, below in pairwise(texts) if text == below}
    return [block for block in blocks if block.text not in doubled]


def _pictured(sheet: Sheet, number: int) -> bool:
    """Whether a line that goes on where the one before ends goes on with a credit alone."""
    block = sheet.blocks[number]
    return block.text.endswith(")") and len(block.text) <= len(sheet.blocks[number - 1].text) + _CREDIT_MOST


_HABITS: Final = Weblog(
    outlet="northkoreatech",
    masthead=_NAMES | {_AFFILIATE.casefold()},
    furniture=_FURNITURE,
    lists=_LISTS,
    items=_without_doubles,
    header=_take_doubles,
)
