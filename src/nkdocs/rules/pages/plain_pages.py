"""Pages whose markup says little: the article by its container or its prose, the title by what stands above."""

from collections.abc import Collection, Sequence
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Text
from nkdocs.rules.body import take_repeat
from nkdocs.rules.headlines import headline
from nkdocs.rules.pages.captions import page_caption
from nkdocs.rules.pages.main import main_blocks
from nkdocs.rules.pages.titles import page_headline
from nkdocs.rules.sheet import Sheet

__all__ = ["take_plain_page"]

_TITLE_WORDS: Final = ("title", "subject", "headline")
_DEEPEST: Final = 4
_LINK_SHARE: Final = 0.8
# How far above the body a title without any mark may stand.
_ABOVE: Final = 3
_SEPARATORS: Final = (" | ", " - ", " – ", " :: ")


def take_plain_page(sheet: Sheet, containers: Collection[str], site_names: frozenset[str]) -> None:
    """The title, and the blocks from it to the end of the body; navigation and all else is set aside.

    A page without headings and without one of the containers is read as text.

    Args:
        sheet: of the page.
        containers: classes and ids of the elements that hold the body, the surest first.
        site_names: what sites call themselves, case-folded: never a title.
    """
    sheet.drop(_is_navigation, "boilerplate", "navigation")
    body, sure = main_blocks(sheet.layout, sheet.blocks, containers)
    described, vouched = page_headline(sheet.layout)
    words = _without_site(described.text, site_names) if described is not None else ""
    title = _title(sheet.blocks, body if sure else (), words, vouched, site_names)
    if not sure and title is None:
        _describe(sheet, words)
        return
    _keep(sheet, body, title)
    take_repeat(sheet)
    if title is None or title not in sheet.blocks:
        _describe(sheet, words)
        return
    sheet.blocks.remove(title)
    sheet.headline = Text(text=" ".join(title.text.split()), span=title.span)
    found = headline(title)
    if found is not None:
        sheet.headline, sheet.kicker = found.text, found.kicker
        sheet.label_around(title.span, found.text.span, "headline_mark")


def _is_navigation(block: Block) -> bool:
    """Whether a block is nothing but links: a menu's item, or several side by side."""
    linked = sum(link.span.end - link.span.start for link in block.links)
    return bool(linked) and linked >= _LINK_SHARE * len(block.text) and (len(block.links) > 1 or block.kind == "bullet")


def _without_site(words: str, site_names: frozenset[str]) -> str:
    """A page's own title without the site's name at either end; ``""`` if it is nothing else."""
    for separator in _SEPARATORS:
        before, found, after = words.rpartition(separator)
        if found and after.strip().casefold() in site_names:
            return before.strip()
        before, found, after = words.partition(separator)
        if found and before.strip().casefold() in site_names:
            return after.strip()
    return "" if words.strip().casefold() in site_names else words


def _title(
    blocks: Sequence[Block], body: Sequence[Block], words: str, vouched: Block | None, site_names: frozenset[str]
) -> Block | None:
    """The block that is the title: what the page calls itself, a heading, a block named a title, a line above."""
    possible = [block for block in blocks if block.text.casefold() not in site_names and headline(block) is not None]
    if vouched is not None and any(block is vouched for block in possible):
        return vouched
    named = [block for block in possible if words and block.text == words]
    if named:
        return named[0]
    first = body[0].span.start if body else blocks[-1].span.start if blocks else 0
    above = [block for block in possible if block.span.start <= first]
    for kind in (_is_heading, _is_named_title):
        found = [block for block in above if kind(block)]
        if found:
            return found[-1] if body else found[0]
    if not body:
        return None
    near = [block for block in blocks if block.span.start < first][-_ABOVE:]
    return next((block for block in (body[0], *reversed(near)) if any(block is one for one in above)), None)


def _is_heading(block: Block) -> bool:
    return block.level is not None and block.level <= _DEEPEST


def _is_named_title(block: Block) -> bool:
    """Whether the innermost classes of a block call it a title."""
    own = block.element.nesting[-1:] if block.element.nesting else ()
    return any(word in name.casefold() for names in own for name in names for word in _TITLE_WORDS)


def _keep(sheet: Sheet, body: Sequence[Block], title: Block | None) -> None:
    """Keep the body, the title and what stands between them; captions become captions."""
    kept = {id(block) for block in body}
    first = body[0].span.start if body else 0
    start = title.span.start if title is not None else first
    rest: list[Block] = []
    for block in sheet.blocks:
        if id(block) not in kept and not start <= block.span.start < first and block is not title:
            sheet.label("boilerplate", block.span, "page_furniture")
        elif block is not title and (pictured := page_caption(sheet.layout, block)) is not None:
            sheet.captions.append(pictured)
        else:
            rest.append(block)
    sheet.blocks = rest


def _describe(sheet: Sheet, words: str) -> None:
    """The title that only the page's description of itself has, where no line can be one."""
    first = headline(sheet.blocks[0]) if sheet.blocks else None
    if words and first is None:
        sheet.headline = Text(text=words, span=None)
