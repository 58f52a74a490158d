"""North Korean Economy Watch (nkeconwatch.com): single posts, and archive pages of whole posts."""

import re
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Evidence, Result, Span, Strength, When
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.rules.weblogs import Weblog, masthead, part_at_breaks
from nkdocs.text.dates import read_when

__all__ = ["NKEconWatch"]

_NAMES: Final = frozenset(
    {"north korean economy watch", "north korea economy watch", "nk economy watch", "nkeconwatch"}
)
# The posts of its archives are dated "Saturday, July 23rd, 2011".
_FURNITURE: Final = re.compile(
    r"Share|Tweet|Posted in .{1,160}|Filed under:? .{1,160}|Tags:.{0,160}|(?:«|&laquo;|←) ?(?:Older|Previous) .{1,80}"
    r"|(?:Newer|Next) .{1,80}(?:»|→)|This entry was posted .{1,300}"
    r"|An affiliate of 38 North|.{0,60}powered by WordPress.*",
    re.IGNORECASE,
)
# Its archives hold whole posts; what a search finds is cut off.
_LISTS: Final = re.compile(r"https?://[^/]+/\?(?:.*&)?s=")
# What a post gained later stands above what it was: "UPDATE 1 (2015-4-4):" ... "ORIGINAL POST (2015-3-9):"
_DATED_PART: Final = re.compile(
    r"(?P<part>UPDATE(?: ?#?\d{1,2})?|ORIGINAL POST) ?\((?P<date>\d{4}-\d{1,2}-\d{1,2})\) ?:?"
)
# The file name of a picture, glued to the text: "kaesong-map.JPGThe zone ..."
_FILE: Final = re.compile(r"[\w%()+-]{1,80}\.(?:JPE?G|jpe?g|PNG|png|GIF|gif)(?=[A-Z“\"]|\s|\Z)")
_FILE_LINE: Final = re.compile(r"\n(?=[\w%()+-]{1,80}\.(?:JPE?G|jpe?g|PNG|png|GIF|gif))")
_HEAD: Final = 3


class NKEconWatch:
    """Its posts quote other outlets at length; what they quote is never taken for their own header."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its name above an archive or the day of a post, or as the name of a page's site."""
        if layout.document.url is not None:
            return None
        name = masthead(layout, _NAMES)
        if name is not None and any(map(_opens_posts, layout.blocks[1:_HEAD])):
            return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="masthead", span=name)])
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One post, or each of an archive page."""
        return read_weblog(layout, ctx, _HABITS)


def _opens_posts(block: Block) -> bool:
    return block.text.startswith("Archive for ") or _HABITS.day.fullmatch(block.text) is not None


def _part_lines(sheet: Sheet) -> None:
    """A line that opens with a file name in lower case is no rest of the one before."""
    part_at_breaks(sheet, _FILE_LINE)


def _take_files(sheet: Sheet) -> None:
    """Names of pictures' files before the words that they were glued to."""
    rest: list[Block] = []
    for block in sheet.blocks:
        found = _FILE.match(block.text)
        if found is None:
            rest.append(block)
            continue
        sheet.label("boilerplate", cut(block, 0, found.end()).span, "file_name")
        if found.end() < len(block.text):
            rest.append(cut(block, found.end(), len(block.text)))
    sheet.blocks = rest


def _take_parts(sheet: Sheet) -> None:
    """When the post was written and last added to, as the headings of its parts say."""
    for block in sheet.blocks:
        found = _DATED_PART.match(block.text)
        if found is None:
            continue
        start = block.span.start
        when = read_when(found["date"], Span(start + found.start("date"), start + found.end("date")))
        if when is None or when.earliest is None:
            continue
        if found["part"].startswith("ORIGINAL"):
            sheet.published = sheet.published or when
        elif sheet.updated is None or _is_later(when, sheet.updated):
            sheet.updated = when


def _is_later(when: When, other: When) -> bool:
    return when.earliest is not None and other.latest is not None and when.earliest > other.latest


def _body(sheet: Sheet) -> None:
    _take_files(sheet)
    _take_parts(sheet)


_HABITS: Final = Weblog(
    outlet="nkeconwatch", masthead=_NAMES, furniture=_FURNITURE, lists=_LISTS, prepare=_part_lines, body=_body
)
