"""What a page of HTML points to: titles that are links, each with the day and the teaser under it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from itertools import pairwise
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Entry, Span, When
from nkdocs.text.dates import read_when

__all__ = ["page_entries"]

# What a title of a list is called, beside being a heading.
_TITLE: Final = frozenset({"entry-title", "td-module-title", "post-title", "article-title"})
_TEASER: Final = re.compile(r"(?:^|[-_])(?:excerpt|summary|teaser|entry-content|desc(?:ription)?)(?:$|[-_])")
_CUT: Final = ("...", "…", "[…]", "[...]", "»", "→")
# A teaser that nothing calls one is a sentence, or cut off.
_TEASER_LEAST: Final = 40
_DATE_MOST: Final = 60
# By Han Sol on January 4, 2017      Posted on January 4, 2017 by Han Sol
_DAY: Final = (
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|\d{4}[-.]\d{1,2}[-.]\d{1,2})"
)
_NAME: Final = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_SIGNED: Final = re.compile(
    rf"(?:(?:[Pp]osted |[Pp]ublished |[Ww]ritten )?[Bb]y:? {_NAME}|{_NAME})\s?(?:on|[-–—|·•,])\s?{_DAY}"
    rf"|(?:[Pp]osted|[Pp]ublished)(?: on)?:? {_DAY.replace('day', 'posted', 1)}(?:,? (?:by|in) .{{2,40}})?"
)
_SIGNED_MOST: Final = 100
_LINK_SHARE: Final = 0.8
# The name of a site leads to its front page.
_ROOT: Final = re.compile(r"https?://[^/?#]+/?|/")
_Times = Sequence[tuple[int, int, str]]


def page_entries(layout: Layout, blocks: Sequence[Block], zone: tzinfo | None = None) -> Iterator[Entry]:
    """The items of a list, in order; a title that stands again under the same address is the same item.

    >>> import nkdocs
    >>> page = '<h3><a href="https://ledger.example/1">Rice falls</a></h3><p>June 2, 2014</p><p>Prices fell in ...'
    >>> layout = nkdocs.lay_out(page, media_type="text/html")
    >>> [(one.headline, one.url, one.published.edtf, one.teaser) for one in page_entries(layout, layout.blocks)]
    [('Rice falls', 'https://ledger.example/1', '2014-06-02', 'Prices fell in ...')]
    """
    times = sorted((span.start, span.end, value) for span, value in layout.meta.times if span is not None)
    starts = [number for number, block in enumerate(blocks) if _is_title(block)]
    seen: set[tuple[str, str]] = set()
    for first, after in pairwise([*starts, len(blocks)]):
        title = blocks[first]
        key = (title.links[0].url, title.text)
        if key not in seen:
            seen.add(key)
            yield _entry(title, blocks[first + 1 : after], times, zone)


def _is_title(block: Block) -> bool:
    """Whether a block is a heading whose words are a link."""
    if block.level is None and _TITLE.isdisjoint(block.classes):
        return False
    links = block.links
    first = next(iter(links), None)
    if first is None or (block.level is None and len(links) > 1) or _ROOT.fullmatch(first.url):
        return False
    return sum(link.span.end - link.span.start for link in links) >= _LINK_SHARE * len(block.text)


def _entry(title: Block, under: Sequence[Block], times: _Times, zone: tzinfo | None) -> Entry:
    published, dated = _published(under, times, zone)
    teaser = next((block for block in under if any(map(_TEASER.search, block.classes - title.classes))), None)
    if teaser is None:
        teaser = next((block for block in under if block is not dated and _reads_as_teaser(block)), None)
    end = max(block.span.end for block in (title, teaser, dated) if block is not None)
    return Entry(
        headline=" ".join(title.text.split()),
        url=title.links[0].url,
        published=published,
        teaser=teaser.text if teaser is not None else None,
        span=Span(title.span.start, end),
    )


def _reads_as_teaser(block: Block) -> bool:
    return block.level is None and (len(block.text) >= _TEASER_LEAST or block.text.endswith(_CUT))


def _published(under: Sequence[Block], times: _Times, zone: tzinfo | None) -> tuple[When | None, Block | None]:
    """When an item was published, and the block that says so: a ``time`` under its title, else a line that is a day."""
    for block in under:
        at = bisect_left(times, (block.span.start,))
        if at < len(times) and times[at][1] <= block.span.end:
            when = read_when(times[at][2], None, zone=zone, basis="metadata")
            if _is_day(when):
                return when, block
    found = ((_read_day(block, zone), block) for block in under)
    return next(((when, block) for when, block in found if when is not None), (None, None))


def _read_day(block: Block, zone: tzinfo | None) -> When | None:
    """The day of a line that says nothing else, or beside it who wrote the item."""
    text = block.text
    if len(text) > _SIGNED_MOST or not any(map(str.isdigit, text)):
        return None
    signed = _SIGNED.fullmatch(text)
    group = next((name for name in ("day", "posted") if signed and signed[name]), None)
    first, last = signed.span(group) if signed and group else (0, len(text))
    if last - first > _DATE_MOST:
        return None
    start = block.span.start
    when = read_when(text[first:last], Span(start + first, start + last), zone=zone)
    return when if _is_day(when) else None


def _is_day(when: When | None) -> bool:
    """Whether a time is that of one day; the month over a calendar, or a year, dates no item."""
    return when is not None and when.earliest is not None and when.earliest == when.latest
