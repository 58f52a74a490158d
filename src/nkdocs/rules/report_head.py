"""The lines of a newsroom's report above its body: title, standfirst, times, authors, captions."""

from collections.abc import Callable, Iterable
from datetime import tzinfo
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Byline, Text
from nkdocs.rules.byline_forms import signed_forms
from nkdocs.rules.header import take_byline, take_headline, take_leading_captions, take_standfirst
from nkdocs.rules.headlines import headline
from nkdocs.rules.report_body import CAPTION_MOST, add_caption
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.signatures import take_labelled_author
from nkdocs.rules.stamps import stamps, take_stamps

__all__ = ["Step", "take_head"]

Step = Callable[[Sheet], bool]

_HEAD: Final = 14
_NAME_MOST: Final = 4
# Some of them look like names.
_SECTIONS: Final = frozenset({"한반도", "남북관계", "북한", "정치", "경제", "사회", "국제", "세계", "문화", "이산가족"})
_MARKS: Final = frozenset("[【<〈■▲◆◇(#")


def take_head(sheet: Sheet, zone: tzinfo | None, *steps: Step) -> None:
    """Headline, standfirst, times, authors and captions above the body, in any order.

    Args:
        sheet: of the report, whose frame is set aside.
        zone: of clocks that name none; None where nobody knows.
        steps: the outlet's own, tried before the others on each line.
    """
    _take_lines(sheet, zone, steps)
    if sheet.standfirst is None and sheet.blocks and not _is_marked(sheet.blocks[0]) and take_standfirst(sheet):
        _take_lines(sheet, zone, steps)


def _is_marked(block: Block) -> bool:
    """Whether a line opens with a sign that no standfirst has."""
    return block.kind == "heading" or block.text[0] in _MARKS


def _take_lines(sheet: Sheet, zone: tzinfo | None, steps: Iterable[Step]) -> None:
    tried: tuple[Step, ...] = (
        *steps,
        lambda sheet: take_stamps(sheet, zone, bare=sheet.headline is not None or bool(sheet.bylines)),
        take_labelled_author,
        lambda sheet: take_byline(sheet, zone),
        _take_title_again,
        _take_section,
        _take_name_beside_day,
        _take_doubled_caption,
        _take_captions,
        take_headline,
    )
    for _ in range(_HEAD):
        if len(sheet.blocks) < 2 or not any(step(sheet) for step in tried):  # noqa: PLR2004 - a line and the body under it
            return


def _take_section(sheet: Sheet) -> bool:
    """The section's name, above the title or under it."""
    block = sheet.blocks[0]
    if block.text not in _SECTIONS:
        return False
    sheet.section = sheet.section or block.text
    sheet.label("section", block.span, "section_line")
    sheet.blocks.pop(0)
    return True


def _take_name_beside_day(sheet: Sheet) -> bool:
    """A Korean name alone under the title, right above or below the time; words of other scripts may be a section."""
    name, below = sheet.blocks[:2]
    if sheet.headline is None or sheet.bylines or len(name.text) > _NAME_MOST:
        return False
    if sheet.published is None and not stamps(below.text):
        return False
    if not signed_forms(f"글 {name.text}"):
        return False
    sheet.bylines.append(Byline(name=name.text, raw=name.text, span=name.span))
    sheet.blocks.pop(0)
    return True


def _take_captions(sheet: Sheet) -> bool:
    before = len(sheet.blocks)
    take_leading_captions(sheet)
    return len(sheet.blocks) < before


def _take_title_again(sheet: Sheet) -> bool:
    """The title printed a second time."""
    title = sheet.headline.text if sheet.headline is not None else None
    block = sheet.blocks[0]
    if title is None or (block.text != title and _title_of(block) != title):
        return False
    if sheet.headline is not None and sheet.headline.span is None:
        sheet.headline = Text(text=block.text, span=block.span)
    else:
        sheet.label("boilerplate", block.span, "title_again")
    sheet.blocks.pop(0)
    return True


def _title_of(block: Block) -> str | None:
    found = headline(block)
    return found.text.text if found is not None else None


def _take_doubled_caption(sheet: Sheet) -> bool:
    """A line that stands twice under the title is the picture's: its alternative text and its caption.

    Above the title it is the title that stands twice.
    """
    block, again = sheet.blocks[:2]
    if sheet.headline is None or block.text != again.text or len(block.text) > CAPTION_MOST or block.depth:
        return False
    add_caption(sheet, again)
    sheet.label("boilerplate", block.span, "alternative_text")
    del sheet.blocks[:2]
    return True
