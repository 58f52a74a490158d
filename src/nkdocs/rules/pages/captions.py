"""Captions that the markup of a page names as such."""

import re
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Caption
from nkdocs.rules.captions import caption
from nkdocs.rules.paragraphs import block_text

__all__ = ["page_caption"]

_CAPTION_CLASSES: Final = frozenset(
    {"wp-caption-text", "caption-text", "caption", "image-caption", "gallery-caption", "td-caption"}
)
_CAPTION: Final = re.compile(
    r"(?:[a-z]+[-_])?(?:img|image|photo|pic|picture|figure|media|article)[-_]?caption(?:[-_]?text)?", re.IGNORECASE
)
_NEAREST: Final = 2
_CAPTION_MOST: Final = 600


def page_caption(layout: Layout, block: Block) -> Caption | None:
    """The block as a caption, if the page calls it one.

    >>> import nkdocs
    >>> page = "<figure><img src=a.png><figcaption>A pier. Image: Border Ledger</figcaption></figure>"
    >>> layout = nkdocs.lay_out(page, media_type="text/html")
    >>> page_caption(layout, layout.blocks[0]).credit
    'Border Ledger'
    """
    if len(block.text) > _CAPTION_MOST or not _is_called(block):
        return None
    return caption(layout, block.span) or Caption(text=block_text(block), span=block.span)


def _is_called(block: Block) -> bool:
    if "/figcaption" in (block.path or "") or not _CAPTION_CLASSES.isdisjoint(block.classes):
        return True
    return any(_CAPTION.fullmatch(name) for step in block.element.steps[-_NEAREST:] for name in step.classes)
