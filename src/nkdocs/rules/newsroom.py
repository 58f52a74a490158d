"""The corridor of a newsroom's site: list or report, header lines, body, foot; the same for text and for markup."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, tzinfo
from itertools import pairwise
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Byline, Result, Text, When
from nkdocs.records.frozen import FrozenMapping
from nkdocs.rules.body import take_repeat, take_thread, unwrap
from nkdocs.rules.footer import take_furniture, take_menu, take_tails
from nkdocs.rules.furniture import opens_pointers
from nkdocs.rules.headlines import headline
from nkdocs.rules.pages.entries import page_entries
from nkdocs.rules.pages.kinds import missing_page, take_paywall
from nkdocs.rules.pages.linked_entries import linked_entries
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.pages.region import PLUGINS, fill_described, part_header, take_region
from nkdocs.rules.pages.times import published_in_url
from nkdocs.rules.pages.titles import headline_block
from nkdocs.rules.parted_lines import part_own_lines
from nkdocs.rules.report_body import take_text
from nkdocs.rules.report_head import Step, take_head
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.rules.signatures import is_address, take_crew
from nkdocs.rules.stamps import STAMP_MOST, stamps, take_stamps
from nkdocs.rules.title_lists import heads_ranking, is_title_list, title_entries, unranked
from nkdocs.text.dates.zones import KST

__all__ = ["Newsroom", "read_newsroom"]

_FRAME_MOST: Final = 240
_PREFIX: Final = re.compile(r"date \d{4}-\d{2}-\d{2}\s+(?=\S)")
_PROSE_LEAST: Final = 80
_SENTENCE_LEAST: Final = 40
_STOPS: Final = (".", "。", "다", ".”", '."', ".’", "?", "!")
_ENTRIES_FEWEST: Final = 3
_PROSE_FEWEST: Final = 2
# What phrases beside a title are called that tell who and when.
_TELLING: Final = re.compile(
    r"(?:^|[-_])(?:author|byline|writer|reporter|date|time|published|updated|posted|modified)(?:$|[-_])"
)
_PHRASES_FEWEST: Final = 2
_ABOVE: Final = 6


def _nothing(_: Sheet) -> None:
    """No step."""


@attrs.frozen(slots=True, kw_only=True)
class Newsroom:
    """What the pages of one newsroom have in common.

    Attributes:
        outlet: its id.
        containers: classes and ids of the body's element, the surest first.
        aside: classes of what is never the article's.
        frame: whole lines that every page has.
        site: what a page's title has behind the article's.
        lists: addresses of lists.
        url_day: the day in an address (groups ``y``, ``m``, ``d``, ``raw``).
        zone: of its clocks, None where nobody knows.
        prints: outlets whose reports it prints as they are, by the agency in the dateline.
        prepare: parts what extractors joined.
        opening: reads what stands anywhere, once the frame is set aside.
        head: read lines above the body, each tried before the steps that all newsrooms share.
        header: reads what stands between these lines and the body.
        body: reads what is left.
    """

    outlet: str
    containers: tuple[str, ...]
    aside: frozenset[str] = frozenset()
    frame: re.Pattern[str]
    site: re.Pattern[str]
    lists: re.Pattern[str]
    url_day: re.Pattern[str] | None = None
    zone: tzinfo | None = KST
    prints: Mapping[str, str] = FrozenMapping[str]()
    prepare: Callable[[Sheet], object] = _nothing
    opening: Callable[[Sheet], object] = _nothing
    head: tuple[Step, ...] = ()
    header: Callable[[Sheet], object] = _nothing
    body: Callable[[Sheet], object] = _nothing


def read_newsroom(layout: Layout, ctx: ParseContext, room: Newsroom) -> Result:
    """One report, or a list; what the dateline of an agency opens is the agency's."""
    sheet = Sheet.of(layout, ctx)
    room.prepare(sheet)
    found = missing_page(sheet) or _read_list(sheet, room)
    if found is not None:
        return found
    _open_report(sheet, room)
    room.opening(sheet)
    take_crew(sheet)
    take_head(sheet, room.zone, *room.head)
    room.header(sheet)
    take_text(sheet)
    room.body(sheet)
    if is_page(sheet):
        take_paywall(sheet)
    return _close_report(sheet, room)


def _read_list(sheet: Sheet, room: Newsroom) -> Result | None:
    """The document as a listing, if it is one."""
    if is_page(sheet):
        return _page_list(sheet, room)
    _take_date_prefix(sheet)
    if sheet.is_listing:
        found = sheet.listing(room.zone)
        return attrs.evolve(found, labels=[*sheet.labels, *found.labels])
    blocks = [block for block in sheet.blocks if not _is_frame(room, block)]
    addressed = room.lists.match(sheet.layout.document.url or "") is not None
    if not (addressed and _prose(blocks) < _PROSE_FEWEST) and not is_title_list(blocks):
        return None
    return sheet.listed(title_entries(blocks, room.zone))


def _page_list(sheet: Sheet, room: Newsroom) -> Result | None:
    names = frozenset(room.containers)
    if any(not names.isdisjoint(block.classes) or not names.isdisjoint(block.ids) for block in sheet.blocks):
        return None
    entries = tuple(map(unranked, page_entries(sheet.layout, sheet.blocks, room.zone)))
    addressed = room.lists.match(sheet.layout.document.url or "") is not None
    if addressed and not entries:
        entries = tuple(map(unranked, linked_entries(sheet.layout, sheet.blocks, room.zone)))
    if _prose(sheet.blocks) >= _PROSE_FEWEST and not (addressed and len(entries) >= _ENTRIES_FEWEST):
        return None
    if len(entries) >= _ENTRIES_FEWEST or (addressed and entries):
        return sheet.listed(entries)
    blocks = [block for block in sheet.blocks if not _is_frame(room, block)]
    return sheet.listed(title_entries(blocks, room.zone)) if addressed or is_title_list(blocks) else None


def _prose(blocks: Iterable[Block]) -> int:
    return sum(len(b.text) >= _PROSE_LEAST and b.level is None and b.text.endswith(_STOPS) for b in blocks)


def _open_report(sheet: Sheet, room: Newsroom) -> None:
    """Set aside what surrounds the report: the page's frame, pointers, a thread, marks and addresses at the foot."""
    if is_page(sheet):
        title = headline_block(sheet.layout) or _lone_heading(sheet, room)
        _take_times_above(sheet, room, title)
        take_region(sheet, room.containers, room.aside | PLUGINS, room.zone, title)
        _take_site_name(sheet, room)
        _part_phrases(sheet)
        part_header(sheet)
        _level_header(sheet)
    else:
        unwrap(sheet)
    part_own_lines(sheet, lambda line: _is_line_of_frame(room, line) or is_address(line))
    take_menu(sheet)
    sheet.drop(lambda block: _is_frame(room, block), "boilerplate", "site_frame")
    _take_ranking(sheet)
    take_furniture(sheet)
    if not is_page(sheet):
        take_repeat(sheet)
        take_thread(sheet)
    take_tails(sheet)


def _is_frame(room: Newsroom, block: Block) -> bool:
    return _is_line_of_frame(room, block.text)


def _is_line_of_frame(room: Newsroom, line: str) -> bool:
    return len(line) <= _FRAME_MOST and room.frame.fullmatch(line) is not None


def _lone_heading(sheet: Sheet, room: Newsroom) -> Block | None:
    """The only first-level heading, where the page's own title is that of a section or of the site."""
    first = [block for block in sheet.blocks if block.level == 1]
    if len(first) != 1 or first[0].links or headline(first[0]) is None:
        return None
    return None if room.site.fullmatch(f" - {first[0].text}") else first[0]


def _level_header(sheet: Sheet) -> None:
    """Author and time that the markup puts into a list above the body are lines like any other."""
    for number, block in enumerate(sheet.blocks[:_ABOVE]):
        if len(block.text) > STAMP_MOST or block.text.endswith(_STOPS):
            return
        if block.depth:
            sheet.blocks[number] = block._replace(depth=0, kind="paragraph")


def _part_phrases(sheet: Sheet) -> None:
    """Author and times that stand in one line above the body, each a phrase that the markup names, are lines."""
    head, rest = sheet.blocks[:_ABOVE], sheet.blocks[_ABOVE:]
    sheet.blocks = [part for block in head for part in _phrases(block)] + rest


def _phrases(block: Block) -> Iterator[Block]:
    marks = [mark for mark in block.element.marks if any(map(_TELLING.search, mark.classes | mark.props))]
    if len(marks) < _PHRASES_FEWEST or len(block.text) > _FRAME_MOST:
        yield block
        return
    edges = [0]
    for mark in sorted(marks, key=lambda mark: mark.span.start):
        first, last = mark.span.start - block.span.start, mark.span.end - block.span.start
        if first >= edges[-1]:
            edges += [first, last]
    for first, last in pairwise([*edges, len(block.text)]):
        part = cut(block, first, last)
        if part.text:
            yield part


def _take_times_above(sheet: Sheet, room: Newsroom, title: Block | None) -> None:
    """A section with its clock, or a time with its label, right above the printed title."""
    at = next((number for number, block in enumerate(sheet.blocks) if block is title), 0)
    for number in range(max(0, at - _ABOVE), at):
        block = sheet.blocks[number]
        if len(block.text) > STAMP_MOST or block.text[:1].isdigit() or not stamps(block.text):
            continue
        blocks, sheet.blocks = sheet.blocks, [block]
        take_stamps(sheet, room.zone, bare=False)
        sheet.blocks = [*blocks[:number], *blocks[number + 1 :]]
        return


def _take_site_name(sheet: Sheet, room: Newsroom) -> None:
    if sheet.headline is None or sheet.headline.span is not None:
        return
    words = sheet.headline.text
    # A page whose title is the site's name alone has lost its own.
    alone = room.site.fullmatch(f" - {words}") is not None
    sheet.headline = None if alone else Text(text=room.site.sub("", words), span=None)


def _take_date_prefix(sheet: Sheet) -> None:
    """``date 2020-11-06`` before the first words is the archive's."""
    found = _PREFIX.match(sheet.blocks[0].text) if sheet.blocks else None
    if found is not None:
        block = sheet.blocks[0]
        sheet.label("date", cut(block, 0, found.end()).span, "date_prefix")
        sheet.blocks[0] = cut(block, found.end(), len(block.text))


def _take_ranking(sheet: Sheet) -> None:
    """A list of titles behind the report, wherever it starts: nothing in it is a sentence."""
    sentences = [number for number, block in enumerate(sheet.blocks) if _is_sentence(block)]
    if not sentences:
        return
    for number, block in enumerate(sheet.blocks[sentences[-1] + 1 :], sentences[-1] + 1):
        if heads_ranking(block.text) or opens_pointers(block.text):
            for pointer in sheet.blocks[number:]:
                sheet.label("boilerplate", pointer.span, "pointers")
            del sheet.blocks[number:]
            return


def _is_sentence(block: Block) -> bool:
    return len(block.text) >= _SENTENCE_LEAST and block.text.endswith(_STOPS)


def _close_report(sheet: Sheet, room: Newsroom) -> Result:
    """The record; what nothing printed gave comes from the page's description and from the address."""
    if is_page(sheet):
        fill_described(sheet, room.zone)
    sheet.bylines = _merged(sheet.bylines)
    if sheet.published is None:
        sheet.published = _day_in_url(sheet.layout.document.url or sheet.layout.meta.canonical, room)
    agency = sheet.dateline.agency if sheet.dateline is not None else None
    printed = room.prints.get(agency) if agency is not None else None
    return sheet.result(outlet=printed or room.outlet, via=room.outlet if printed else None)


def _merged(authors: list[Byline]) -> list[Byline]:
    """Each author once, with what any of the places that name him adds."""
    merged: dict[str | None, Byline] = {}
    for author in authors:
        key = author.name or author.affiliation
        known = merged.get(key)
        merged[key] = author if known is None else _completed(known, author)
    return list(merged.values())


def _completed(known: Byline, again: Byline) -> Byline:
    return attrs.evolve(
        known,
        role=known.role or again.role,
        affiliation=known.affiliation or again.affiliation,
        contact=known.contact or again.contact,
        bio=known.bio or again.bio,
    )


def _day_in_url(url: str | None, room: Newsroom) -> When | None:
    found = room.url_day.search(url) if room.url_day is not None and url else None
    if found is None:
        return published_in_url(url)
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
    raw = found["raw"]
    return When(raw=raw, earliest=day, latest=day, precision="day", edtf=day.isoformat(), basis="url", span=None)
