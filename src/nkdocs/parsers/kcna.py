"""Korean Central News Agency: kcna.kp in three generations, kcna.co.jp, and copies that keep its dateline."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Dateline, Draft, Entry, Evidence, Result, Span, Strength, When
from nkdocs.rules.agency_days import day_in_mirror_url, take_calendar, take_head_date, take_lone_mark
from nkdocs.rules.body import take_inner_captions, take_repeat
from nkdocs.rules.captions import caption
from nkdocs.rules.datelines import dateline
from nkdocs.rules.footer import take_furniture, take_tails
from nkdocs.rules.furniture import date_prefix
from nkdocs.rules.header import take_dateline, take_header, take_leading_captions, take_page_clock
from nkdocs.rules.headlines import headline
from nkdocs.rules.marked_titles import marked_entries
from nkdocs.rules.mastheads import take_prefix
from nkdocs.rules.menus import take_opened_menu
from nkdocs.rules.pages.kinds import missing_page
from nkdocs.rules.pages.named_entries import named_entries
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.sheet import Sheet, cut, lines_of
from nkdocs.rules.source_lines import watched
from nkdocs.rules.state_reports import listed, part_broken_lines, take_address, take_article, told
from nkdocs.text.dates import read_when, resolve

__all__ = ["KCNA"]

_AGENCIES: Final = frozenset({"KCNA", "조선중앙통신", "朝鮮中央通信", "朝中社"})
_WITHIN: Final = 6
# Above the dateline, up to the first prose: a menu may have many lines.
_CLAIM_WITHIN: Final = 80
_SENTENCE_LEAST: Final = 60
_MIRROR: Final = "kcna.co.jp"
_OWN_HOSTS: Final = ("kcna.kp", _MIRROR)
# Where kcna.kp kept the text: in 2024, before and after (there also as the element ``article``).
_CONTAINERS: Final = ("content-wrapper", "article-content", "news_contents")
_TITLES: Final = frozenset({"article-link", "titlebet", "photo", "video", "gallery", "block"})
_MEDIA: Final = frozenset({"photo", "video", "gallery"})
_EDGE: Final = re.compile(r"/(?:footer|nav|aside)\[")
_DATES: Final = frozenset({"publish-time"})
_FEWEST_MARKS: Final = 2
_FEWEST_TITLES: Final = 2
# Copies appear within days.
_COPIED_WITHIN: Final = 7
_MARK_MOST: Final = 60
_HEAD: Final = 4096
_COMMON_MARK: Final = re.compile(r"\[\d{4}\. ?\d{1,2}\. ?\d{1,2}\.?\]")
# Stories without dateline still end with the agency's mark and count years from 1912.
_END: Final = "-0-"
_END_MARKS: Final = tuple(f"{stop} -0-" for stop in (".", "!", "?", '"', "”", "'", "’"))
_STOPS: Final = (".", "。", "”", '"')
_FOOT: Final = 2048
_JUCHE: Final = re.compile(r"Juche ?\d{2,3} ?\(\d{4}\)|\[Juche\d{2,3}\. ?\d{1,2}\. ?\d{1,2}\.?\]")
# What heads a page of several reports: "KCNA news for May 2, 1997", or the agency's name.
_PAGE_HEAD: Final = re.compile(r"(?=.{0,60}(?:KCNA|Korean Central News Agency|DPRK|News|NEWS)\b).{0,80}")
_FURNITURE: Final = re.compile(
    r"Copyright \(C\)|KOREA NEWS SERVICE|calendar>>|All Rights Reserved|Back to top"
    r"|^Posted by .{2,60}$|^\[?(?:\^?top|back|contents|kns|kcna|dprk)\^?\]?$",
    re.IGNORECASE,
)


class KCNA:
    """The agency's reports, wherever they were copied: the dateline says who wrote them."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """A KCNA dateline that opens the text, or the agency's end mark beside a Juche year."""
        if watched(layout):
            return None
        named = any(name in layout.text[:_HEAD] for name in _AGENCIES)
        for block in layout.blocks[:_CLAIM_WITHIN] if named else ():
            found = dateline(layout, cut(block, date_prefix(block.text), len(block.text)).span)
            if found is not None:
                return _claim_by(found)
            if _is_prose(block.text):
                break
        if layout.text[-_FOOT:].rstrip().endswith(_END_MARKS):
            juche = _JUCHE.search(layout.text)
            if juche:
                seen = Evidence(rule="end-mark-and-juche-year", span=Span(*juche.span()))
                return Claim(strength=Strength.MARKERS, evidence=[seen])
        return None

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One report, each of several on a page, or a list of titles."""
        sheet = Sheet.of(layout, ctx)
        missing = missing_page(sheet)
        if missing is not None:
            return missing
        take_prefix(sheet)
        entries = _entries(sheet)
        if entries:
            return listed(sheet, entries)
        if is_page(sheet):
            part_broken_lines(sheet)
            take_lone_mark(sheet)
            take_address(sheet)
            sheet.drop(_is_media_link, "boilerplate", "media_link")
            if not _is_mirrored(sheet):
                take_article(sheet, _CONTAINERS)
            sheet.drop(_is_at_edge, "boilerplate", "page_edge")
        take_opened_menu(sheet)
        take_repeat(sheet)
        take_calendar(sheet)
        sheet.drop(_is_furniture, "boilerplate", "mirror_furniture")
        take_address(sheet)
        sheet.published = sheet.published or day_in_mirror_url(layout.document.url)
        stories = _stories(sheet)
        if len(stories) > 1:
            drafts = [_draft(sheet, blocks) for blocks in stories]
            return Result(drafts=drafts, kind="articles", labels=sheet.labels, notes=sheet.notes)
        _read_story(sheet)
        if sheet.dateline is None and not is_page(sheet) and sheet.is_listing:
            return sheet.listing()
        return told(sheet, "kcna")


def _draft(sheet: Sheet, blocks: Sequence[Block]) -> Draft:
    """One of several reports; their page has one day."""
    story = Sheet.of(sheet.layout, sheet.ctx, blocks)
    story.published = sheet.published
    _read_story(story)
    return story.draft(outlet="kcna")


def _entries(sheet: Sheet) -> tuple[Entry, ...]:
    """The titles of a list, in each generation of the site; none where the page holds a report."""
    if is_page(sheet):
        if any(_is_report(sheet.layout, block) for block in sheet.blocks):
            return ()
        return tuple(named_entries(sheet.blocks, _TITLES, _DATES, sheet.layout.document.url))
    marks = sheet.layout.text.count("[Juche") + len(_COMMON_MARK.findall(sheet.layout.text, 0, _HEAD))
    if marks < _FEWEST_MARKS or any(_is_report(sheet.layout, block) for block in sheet.blocks):
        return ()
    # Titles of about the same length look like the lines of one.
    return tuple(marked_entries([line for block in sheet.blocks for line in lines_of(block)]))


def _is_report(layout: Layout, block: Block) -> bool:
    """Whether a block is a sentence of a report and no title of a list."""
    if block.kind == "bullet" or not _TITLES.isdisjoint(block.classes) or block.level is not None:
        return False
    return _is_prose(block.text) or dateline(layout, block.span) is not None


def _is_mirrored(sheet: Sheet) -> bool:
    """Whether a page is of kcna.co.jp, whose markup is a table without classes, or holds several reports."""
    blocks = sheet.blocks
    opened = sum(_opens_report(sheet.layout, blocks, number) for number in range(len(blocks)))
    return opened > 1 or _MIRROR in (sheet.layout.document.url or "") or "calendar" in sheet.layout.text[:_HEAD]


def _is_at_edge(block: Block) -> bool:
    """Whether a block stands in an element for what surrounds every article."""
    return _EDGE.search(block.path or "") is not None


def _is_media_link(block: Block) -> bool:
    """Whether a block does no more than open the pictures or the film of a report."""
    return len(block.links) == 1 and block.links[0].span == block.span and not _MEDIA.isdisjoint(block.classes)


def _claim_by(found: Dateline) -> Claim | None:
    """The claim that the first dateline of a text makes; one without a day is how others name the agency."""
    if found.agency not in _AGENCIES or found.when is None:
        return None
    return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="kcna-dateline", span=found.span)])


def _is_prose(text: str) -> bool:
    """Whether a block is more than a title, a date or a caption: a report, a byline or an introduction of another."""
    return (
        text.startswith(("By ", "by "))
        or text.endswith(":")
        or (len(text) >= _SENTENCE_LEAST and text.endswith(_STOPS))
    )


def _read_story(sheet: Sheet) -> None:
    """One report, read from its title to its end mark."""
    _take_behind_end(sheet)
    take_tails(sheet)
    take_furniture(sheet)
    take_head_date(sheet)
    posted = _posted(sheet)
    if sheet.headline is None:
        take_page_clock(sheet)
    take_header(sheet)
    take_head_date(sheet)
    take_leading_captions(sheet)
    _take_lines_above_dateline(sheet)
    take_dateline(sheet)
    take_inner_captions(sheet)
    if sheet.published is None and posted is not None:
        _date_by_blog(sheet, posted)


def _take_behind_end(sheet: Sheet) -> None:
    """Short lines behind the mark that ends a report are the page's."""
    ends = [number for number, block in enumerate(sheet.blocks) if block.text.endswith(_END)]
    behind = sheet.blocks[ends[-1] + 1 :] if ends else []
    if any(_is_prose(block.text) or block.depth for block in behind):
        return
    for block in behind:
        sheet.label("boilerplate", block.span, "behind_end_mark")
    del sheet.blocks[len(sheet.blocks) - len(behind) :]


def _posted(sheet: Sheet) -> When | None:
    """The day above the title of a copy on another host."""
    url = sheet.layout.document.url
    if url is None or not sheet.blocks or any(host in url for host in _OWN_HOSTS):
        return None
    block = sheet.blocks[0]
    when = read_when(block.text, block.span) if len(block.text) <= _MARK_MOST else None
    return when if when is not None and when.precision == "day" and when.earliest is not None else None


def _date_by_blog(sheet: Sheet, posted: When) -> None:
    """A blog's day is that of the copy, not of a visit, where the report's own day is one of those before it."""
    told = sheet.dateline.when if sheet.dateline is not None else None
    if sheet.dateline is None or told is None or posted.latest is None:
        return
    fresh = read_when(told.raw, told.span)
    placed = resolve(fresh, posted.latest) if fresh is not None else None
    if placed is None or placed.earliest is None or not 0 <= (posted.latest - placed.earliest).days <= _COPIED_WITHIN:
        return
    sheet.published = posted
    sheet.dateline = attrs.evolve(sheet.dateline, when=placed)


def _take_lines_above_dateline(sheet: Sheet) -> None:
    """What a blog puts between title and dateline: a section, the name of the poster."""
    for number, block in enumerate(sheet.blocks[:_WITHIN]):
        if dateline(sheet.layout, block.span) is not None:
            for line in _without_title(sheet, sheet.blocks[:number]):
                pictured = caption(sheet.layout, line.span)
                if pictured is not None:
                    sheet.captions.append(pictured)
                else:
                    sheet.label("boilerplate", line.span, "above_dateline")
            del sheet.blocks[:number]
            return
        # A sentence, however short, is the report's and no furniture.
        if block.depth or _is_prose(block.text) or block.text.endswith(_STOPS):
            return


def _without_title(sheet: Sheet, above: Sequence[Block]) -> Sequence[Block]:
    """The lines above a dateline; where no title was found yet, the last that can be one is it."""
    if sheet.headline is None:
        for number in reversed(range(len(above))):
            found = headline(above[number])
            if found is not None and caption(sheet.layout, found.span) is None:
                sheet.headline, sheet.kicker = found.text, found.kicker
                sheet.label_around(found.span, found.text.span, "headline_mark")
                return [*above[:number], *above[number + 1 :]]
    return above


def _stories(sheet: Sheet) -> list[Sequence[Block]]:
    """The blocks of each report: one starts at each title that the page's contents name, and before each dateline."""
    _take_page_head(sheet)
    layout, blocks = sheet.layout, sheet.blocks
    contents = _contents(blocks)
    for block in blocks[: len(contents)]:
        sheet.label("boilerplate", block.span, "contents")
    sheet.blocks = blocks = blocks[len(contents) :]
    titles = {block.text for block in contents}
    if not contents and sum(map(layout.text.count, _AGENCIES)) < 2:  # noqa: PLR2004 - one dateline is one report
        return [blocks]
    starts: list[int] = []
    titled = False
    for number, block in enumerate(blocks):
        if block.text in titles:
            titles.remove(block.text)
            starts.append(number)
            titled = True
        elif _opens_report(layout, blocks, number):
            if not titled:
                before = number - 1
                starts.append(before if before >= 0 and headline(blocks[before]) else number)
            titled = False
    if len(starts) < 2:  # noqa: PLR2004 - one dateline is one report
        return [blocks]
    edges = [0, *starts[1:], len(blocks)]
    return [blocks[a:b] for a, b in itertools.pairwise(edges)]


def _take_page_head(sheet: Sheet) -> None:
    """The name of the page above several reports or their contents; the title of the first is no such name."""
    if len(sheet.blocks) < 2 or not _PAGE_HEAD.fullmatch(sheet.blocks[0].text):  # noqa: PLR2004 - it stands above something
        return
    below = sheet.blocks[1:]
    if _contents(below) or (not _opens_report(sheet.layout, sheet.blocks, 1) and _is_several(sheet.layout, below)):
        sheet.label("boilerplate", sheet.blocks.pop(0).span, "page_head")


def _is_several(layout: Layout, blocks: Sequence[Block]) -> bool:
    """Whether a page's second line is the title of the first of several reports."""
    opened = (number for number in range(len(blocks)) if _opens_report(layout, blocks, number))
    return next(opened, None) == 1 and next(opened, None) is not None


def _opens_report(layout: Layout, blocks: Sequence[Block], number: int) -> bool:
    """Whether a block opens with a dateline of the agency that the line before it does not introduce."""
    block = blocks[number]
    opens = dateline(layout, block.span) if any(name in block.text[:60] for name in _AGENCIES) else None
    quoted = number > 0 and blocks[number - 1].text.endswith(":")
    return opens is not None and opens.agency in _AGENCIES and not quoted


def _contents(blocks: Sequence[Block]) -> Sequence[Block]:
    """The first lines of a page, if they are titles that each stand again further down."""
    again = Counter(block.text for block in blocks)
    number = 0
    while number < len(blocks) and again[blocks[number].text] > 1:
        again[blocks[number].text] = 0
        number += 1
    return blocks[:number] if number >= _FEWEST_TITLES else ()


def _is_furniture(block: Block) -> bool:
    return len(block.text) < 120 and _FURNITURE.search(block.text) is not None  # noqa: PLR2004 - a line
