"""Good Friends (goodfriendsusa.blogspot.com): newsletters with their contents on top, then one story after another."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Draft, Result, Text
from nkdocs.rules.pages.weblogs import site_claim, take_weblog
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.weblogs import Weblog, part_at_breaks

__all__ = ["GoodFriends"]

_NAMES: Final = frozenset(
    {"good friends", "good friends usa", "goodfriends usa", "good friends: centre for peace, human rights and refugees"}
)
_FURNITURE: Final = re.compile(
    r"Labels:?.{0,160}|Posted by .{1,80}|(?:No|\d{1,4}) comments?:?|Email ThisBlogThis!.*|BlogThis!.*|Share to .{1,40}"
    r"|(?:Newer|Older) Posts?|Home|Subscribe to:.{0,60}|Links to this post|Post a Comment",
    re.IGNORECASE,
)
# "[Hot Topics]", "[Women/Children/Education]": the sections of an issue.
_SECTION: Final = re.compile(r"[\[【](?P<name>[^\[\]【】]{2,60})[\]】]")
# Day, number and first section are of like length, as the lines of a wrapped paragraph would be.
_ISSUE_LINES: Final = re.compile(r"\r?\n(?=North Korea Today No|[\[【])")
_TITLE_MOST: Final = 200
_FEWEST: Final = 2


def _part_issue(sheet: Sheet) -> None:
    """The number of an issue and its sections are lines of their own."""
    part_at_breaks(sheet, _ISSUE_LINES)


_HABITS: Final = Weblog(outlet="goodfriends", masthead=_NAMES, furniture=_FURNITURE, above=True, prepare=_part_issue)


class GoodFriends:
    """An issue is as many articles as it has stories: a story starts where a title of the contents stands again."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The name of a page's site; the title of its issues is declared."""
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """The stories of an issue, or one post."""
        sheet = Sheet.of(layout, ctx)
        result = take_weblog(sheet, _HABITS)
        if result is not None:
            return result
        starts = _starts(sheet.blocks)
        return _issue(sheet, starts) if len(starts) >= _FEWEST else sheet.result(outlet=_HABITS.outlet)


def _starts(blocks: Sequence[Block]) -> list[int]:
    """Where the titles that the contents name stand again: the contents end where the first of them does."""
    named: set[str] = set()
    starts: list[int] = []
    for number, block in enumerate(blocks):
        key = _plain(block.text) if len(block.text) <= _TITLE_MOST and not _SECTION.fullmatch(block.text) else ""
        if key in named:
            starts.append(number)
            named.discard(key)
        elif key and not starts:
            named.add(key)
    return starts


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _issue(sheet: Sheet, starts: Sequence[int]) -> Result:
    """Each story as an article that the day of the issue dates."""
    blocks = sheet.blocks
    sections = _sections(blocks)
    if sheet.headline is not None and sheet.headline.span is not None:
        sheet.label("section", sheet.headline.span, "issue")
    for block in blocks[: starts[0]]:
        role = "section" if _SECTION.fullmatch(block.text) else "listing"
        sheet.label(role, block.span, "contents")
    drafts = [
        _story(sheet, blocks[first:after], sections.get(_plain(blocks[first].text)))
        for first, after in pairwise([*starts, len(blocks)])
    ]
    return Result(drafts=drafts, kind="articles", labels=sheet.labels, notes=sheet.notes)


def _sections(blocks: Sequence[Block]) -> dict[str, str]:
    """The section that each line stands under where it stands first."""
    section: str | None = None
    found: dict[str, str] = {}
    for block in blocks:
        heading = _SECTION.fullmatch(block.text)
        if heading is not None:
            section = heading["name"]
        elif section is not None:
            found.setdefault(_plain(block.text), section)
    return found


def _story(sheet: Sheet, blocks: Sequence[Block], section: str | None) -> Draft:
    title, *body = blocks
    part = Sheet.of(sheet.layout, sheet.ctx, body)
    part.drop(lambda block: _SECTION.fullmatch(block.text) is not None, "section", "section_heading")
    part.headline = Text(text=title.text, span=title.span)
    part.section = section
    part.published = sheet.published
    return part.draft(outlet=_HABITS.outlet)
