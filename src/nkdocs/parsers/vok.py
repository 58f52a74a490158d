"""Voice of Korea (vok.rep.kp): a section after a slash, the title, and a body of short indented lines."""

import re
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Result
from nkdocs.rules.mastheads import masthead_claim, take_prefix
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.rules.source_lines import watched
from nkdocs.rules.state_reports import read_report

__all__ = ["VoiceOfKorea"]

_CONTAINERS: Final = ("article-content", "news_content", "entry-content")
# "/ 보 도" stands above the title.
_SECTION: Final = re.compile(r"/\s?(?P<name>\S[^/.]{0,30})")
_WITHIN: Final = 5
_INDENT: Final = 2


class VoiceOfKorea:
    """The broadcaster for listeners abroad."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its masthead at the opening."""
        claim = masthead_claim(layout, "vok")
        return None if claim is not None and watched(layout) else claim

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One report, or a list."""
        sheet = Sheet.of(layout, ctx)
        if sheet.is_listing:
            return sheet.listing()
        take_prefix(sheet)
        _take_section(sheet)
        sheet.blocks = [part for block in sheet.blocks for part in _indented(block)]
        return read_report(sheet, "vok", _CONTAINERS)


def _indented(block: Block) -> list[Block]:
    """Each indented line of a block by itself: here two blanks open a paragraph, however long its neighbours are."""
    if block.lines == 1 or block.indent not in {0, _INDENT} or block.depth:
        return [block]
    lines: list[Block] = []
    start = 0
    for line in block.text.splitlines(keepends=True):
        if start and line[:_INDENT].strip():
            return [block]
        lines.append(cut(block, start, start + len(line))._replace(lines=1))
        start += len(line)
    return lines


def _take_section(sheet: Sheet) -> None:
    within = len(sheet.blocks) if is_page(sheet) else _WITHIN
    for number, block in enumerate(sheet.blocks[:within]):
        found = _SECTION.fullmatch(block.text)
        if found is not None and sheet.blocks[number + 1 :]:
            sheet.section = found["name"]
            sheet.label("boilerplate", cut(block, 0, found.start("name")).span, "section_mark")
            sheet.label("section", cut(block, found.start("name"), len(block.text)).span, "section")
            del sheet.blocks[number]
            return
