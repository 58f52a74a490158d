"""A menu above an article whose names nobody knows: a run of short lines that opens with ``Home`` or the like."""

from collections.abc import Sequence
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.rules.datelines import dateline
from nkdocs.rules.sheet import Sheet

__all__ = ["opens_menu", "take_opened_menu"]

# What menus open with; nothing else stands alone on a line above a title so often.
_OPENINGS: Final = frozenset(
    {
        "home", "menu", "main menu", "top", "top news", "latest news", "skip to content", "skip to main content",
        "홈", "메뉴", "전체메뉴", "처음", "처음으로", "ホーム", "メニュー", "トップ", "首页", "首頁",
    }
)  # fmt: skip
_WITHIN: Final = 3
_FEWEST: Final = 3
_MOST: Final = 80
_LINE_MOST: Final = 30
_WORDS_MOST: Final = 3
_PROSE_LEAST: Final = 60


def opens_menu(blocks: Sequence[Block]) -> bool:
    """Whether one of the first lines is one that menus open with."""
    return any(block.text.casefold() in _OPENINGS for block in blocks[:_WITHIN])


def take_opened_menu(sheet: Sheet) -> None:
    r"""Three short lines or more that open a text, one of the first being ``Home`` or the like.

    What stands right above the body or its dateline is its title, however short.

    >>> import nkdocs
    >>> text = "Home\n\nPolitics\n\nAbout us\n\nRice falls for a third week in Hyesan\n\nIt fell."
    >>> sheet = Sheet.of(nkdocs.lay_out(text), nkdocs.ParseContext())
    >>> take_opened_menu(sheet)
    >>> sheet.blocks[0].text
    'Rice falls for a third week in Hyesan'
    """
    if not opens_menu(sheet.blocks):
        return
    size = 0
    while size < min(len(sheet.blocks) - 1, _MOST) and _is_item(sheet.blocks[size]):
        size += 1
    if _is_body(sheet, sheet.blocks[size]):
        size -= 1
    if size < _FEWEST:
        return
    for block in sheet.blocks[:size]:
        sheet.label("boilerplate", block.span, "menu")
    del sheet.blocks[:size]


def _is_item(block: Block) -> bool:
    text = block.text
    if len(text) > _LINE_MOST or block.depth > 1 or block.lines > 1 or len(text.split()) > _WORDS_MOST:
        return False
    return text[-1].isalnum() and not any(map(str.isdigit, text))


def _is_body(sheet: Sheet, block: Block) -> bool:
    return len(block.text) >= _PROSE_LEAST or dateline(sheet.layout, block.span) is not None
