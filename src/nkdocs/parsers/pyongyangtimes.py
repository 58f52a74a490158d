"""Pyongyang Times (pyongyangtimes.com.kp): mostly its front page, topped with the day of the visit."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Entry, Result, Span
from nkdocs.rules.mastheads import masthead_claim, take_prefix
from nkdocs.rules.pages.entries import page_entries
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.rules.source_lines import watched
from nkdocs.rules.state_reports import listed, read_report
from nkdocs.text.dates import read_when

__all__ = ["PyongyangTimes"]

_CONTAINERS: Final = ("article-content", "article-body", "news-content", "entry-content")
# "Sunday, November 10, 2024Latest News": the reader's day, glued to the first heading.
_VISIT: Final = re.compile(r"(?P<day>(?:[A-Z][a-z]+day, )?[A-Z][a-z]+ \d{1,2}, \d{4})(?P<rest>\s?Latest News)?")
_HEADINGS: Final = frozenset({"Latest News", "Latest news", "Top News", "Most Read", "News"})
_DAY: Final = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}")
_WITHIN: Final = 6
_FEWEST: Final = 2


class PyongyangTimes:
    """The weekly in English."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its masthead at the opening."""
        claim = masthead_claim(layout, "pyongyangtimes")
        return None if claim is not None and watched(layout) else claim

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """The front page as a list, or one article."""
        sheet = Sheet.of(layout, ctx)
        take_prefix(sheet)
        fronted = _take_visit(sheet)
        days = sum(_DAY.fullmatch(block.text) is not None for block in sheet.blocks)
        if fronted or days >= _FEWEST or sheet.is_listing:
            return listed(sheet, _entries(sheet))
        return read_report(sheet, "pyongyangtimes", _CONTAINERS)


def _entries(sheet: Sheet) -> Iterator[Entry]:
    """The items of the front page; in markup by their links, where the titles are headings, however short a teaser."""
    printed = list(_printed_entries(sheet.blocks))
    found = tuple(page_entries(sheet.layout, sheet.blocks)) if is_page(sheet) else ()
    whole = {entry.headline: entry for entry in printed if entry.teaser is not None}
    for entry in found or printed:
        told = whole.get(entry.headline) if entry.teaser is None else None
        yield entry if told is None else attrs.evolve(entry, teaser=told.teaser, span=told.span)


def _printed_entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    """The lead story, then the items: title, day, teaser; a teaser need not look cut."""
    days = [number for number, block in enumerate(blocks) if number and _DAY.fullmatch(block.text)]
    if days and days[0] > 1:
        yield _entry(blocks[: days[0] - 1])
    for day, after in pairwise([*days, len(blocks) + 1]):
        yield _entry(blocks[day - 1 : after - 1], dated=True)


def _entry(blocks: Sequence[Block], *, dated: bool = False) -> Entry:
    title, *rest = blocks
    published = read_when(rest[0].text, rest[0].span) if dated else None
    teaser = next(iter(rest[1:] if dated else rest), None)
    return Entry(
        headline=title.text,
        published=published,
        teaser=teaser.text if teaser is not None else None,
        span=Span(title.span.start, blocks[-1].span.end),
    )


def _take_visit(sheet: Sheet) -> bool:
    """The day of the visit and the heading of the list; whether the heading was there."""
    headed = False
    rest: list[Block] = []
    for number, block in enumerate(sheet.blocks):
        found = _VISIT.fullmatch(block.text) if number < _WITHIN and not rest else None
        if found is not None and (found["rest"] or "day," in found["day"] or number + 1 < len(sheet.blocks)):
            sheet.label("date", cut(block, 0, found.end("day")).span, "page_clock")
            if found["rest"]:
                headed = True
                sheet.label("boilerplate", cut(block, found.end("day"), len(block.text)).span, "list_heading")
        elif block.text in _HEADINGS:
            headed = headed or (number < _WITHIN and block.text.startswith("Latest"))
            sheet.label("boilerplate", block.span, "list_heading")
        else:
            rest.append(block)
    sheet.blocks = rest
    return headed
