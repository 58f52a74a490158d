"""Korean broadcasts: what they say aloud is polite, what stands under their pictures is not."""

from typing import Final

from nkdocs.records import Caption
from nkdocs.rules.captions import caption
from nkdocs.rules.paragraphs import block_text
from nkdocs.rules.sheet import Sheet

__all__ = ["take_plain_caption"]

_POLITE: Final = ("니다", "니다.", "니까?", "요.", "요")
_PLAIN: Final = ("다.", "다", "모습.", "모습", "사진.", "장면.", "장면")
_MOST: Final = 250
_WITHIN: Final = 6


def take_plain_caption(sheet: Sheet) -> bool:
    """A sentence in the plain style under the title of a broadcast whose own sentences are all polite."""
    if sheet.headline is None or len(sheet.blocks) < 2:  # noqa: PLR2004 - a caption stands above a body
        return False
    block = sheet.blocks[0]
    text = block.text
    if block.depth or len(text) > _MOST or not text.endswith(_PLAIN) or text.endswith(_POLITE) or "니다" in text:
        return False
    following = [below for below in sheet.blocks[1:_WITHIN] if below.text != text]
    if not following or not any(below.text.endswith(_POLITE[:2]) for below in following):
        return False
    if any(below.text.endswith("다.") and not below.text.endswith("니다.") for below in following[1:]):
        return False
    sheet.captions.append(caption(sheet.layout, block.span) or Caption(text=block_text(block), span=block.span))
    sheet.blocks.pop(0)
    if sheet.blocks[0].text == text:
        sheet.label("boilerplate", sheet.blocks.pop(0).span, "alternative_text")
    return True
