"""38 North (38north.org): analyses with footnotes, comments of its WordPress years, front pages."""

import re
from collections.abc import Sequence
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Caption, Claim, Result
from nkdocs.rules.captions import caption
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.paragraphs import block_text
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.rules.weblogs import Weblog

__all__ = ["North38"]

_NAMES: Final = frozenset(
    {"38 north", "38 north: informed analysis of north korea", "informed analysis of north korea"}
)
_LISTS: Final = re.compile(
    r"https?://[^/]+(?:/?(?:\?.*)?\Z|/(?:category|tag|author|page|topics?|articles)/|/\d{4}/(?:\d{2}/)?(?:page/\d+/?)?\Z)"
)
_FURNITURE: Final = re.compile(
    r"(?:Reprint Permissions|Receive 38 North.{0,60}|Found in section:? .{1,80}|Tagged with:? .{1,120}"
    r"|Stay informed.{0,120}"
    r"|(?:«|←) ?.{3,120}|.{3,120} ?(?:→)|Print|\[Read More\]|Filed under:? .{1,120}|Posted in .{1,120})",
    re.IGNORECASE,
)
# "Figure 2. The reactor building in May." stands under its picture.
_FIGURE: Final = re.compile(r"Fig(?:ure|\.) ?\d{1,2}[a-z]?[.:] ?\S")
_IMAGED: Final = re.compile(
    r"(?P<text>.{3,}?)[\s(]+Images? (?:©|\([Cc]\)|[Cc]opyright) ?(?:\d{4},? )?(?P<credit>[A-Z][^()]{1,80}?)\)?\.?"
)
_ARROW: Final = "»"
_FIGURE_MOST: Final = 500
_SENTENCES_MOST: Final = 3


class North38:
    """Its bylines are often lost; those of satellite pieces stand in the line that calls them exclusive."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The name of a page's site; the wording of its exclusives is declared."""
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One analysis with its comments, or a list."""
        return read_weblog(layout, ctx, _HABITS)


def _take_figures(sheet: Sheet) -> None:
    """Captions that are told by the number of their figure."""
    sheet.captions = [_credited(found) for found in sheet.captions]
    rest: list[Block] = []
    for block in sheet.blocks:
        text = block.text
        short = len(text) <= _FIGURE_MOST and text.count(". ") <= _SENTENCES_MOST and not block.depth
        if short and text[:3] == "Fig" and _FIGURE.match(text):
            sheet.captions.append(_figure(sheet, block))
        else:
            rest.append(block)
    sheet.blocks = rest


def _without_arrows(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a front page, its titles without the arrow behind them and once each."""
    found: list[Block] = []
    for block in blocks:
        title = _title(block) if block.text.endswith(_ARROW) else block
        if not found or found[-1].text != title.text:
            found.append(title)
    return found


def _title(block: Block) -> Block:
    """A title without its arrow; one that stands twice on its line, once."""
    words = block.text.removesuffix(_ARROW).rstrip()
    half = len(words) // 2
    doubled = len(words) % 2 and words[:half] == words[half + 1 :]
    return cut(block, 0, half if doubled else len(words))


def _figure(sheet: Sheet, block: Block) -> Caption:
    found = caption(sheet.layout, block.span) or Caption(text=block_text(block), span=block.span)
    return _credited(found)


def _credited(found: Caption) -> Caption:
    """A caption whose credit has a year between its sign and its name."""
    told = _IMAGED.fullmatch(found.text) if found.credit is None else None
    return found if told is None else attrs.evolve(found, text=told["text"].strip(), credit=told["credit"])


_HABITS: Final = Weblog(
    outlet="38north", masthead=_NAMES, furniture=_FURNITURE, lists=_LISTS, items=_without_arrows, body=_take_figures
)
