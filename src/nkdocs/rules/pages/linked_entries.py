"""What a list of links points to, where no title is a heading: each link that opens a line, with the day behind it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from itertools import pairwise
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Entry, Span, When
from nkdocs.text.dates import read_when

__all__ = ["linked_entries"]

# Where menus stand.
_FRAME: Final = re.compile(r"/(?:nav|header|footer|aside|form)(?:\[|/|\Z)")
_WORDS_LEAST: Final = 3
_SIGNS_LEAST: Final = 6
_SHARE: Final = 0.5
_DATE_MOST: Final = 60
_TEASER_LEAST: Final = 20
_AROUND: Final = " ()[]-–—|·•,"


def linked_entries(layout: Layout, blocks: Sequence[Block], zone: tzinfo | None = None) -> Iterator[Entry]:
    """The items in order, each once; one or two words are a menu's.

    >>> import nkdocs
    >>> page = "<ul><li><a href=https://ledger.example/1>Rice falls in Hyesan</a> (June 2, 2014)</ul>"
    >>> layout = nkdocs.lay_out(page, media_type="text/html")
    >>> [(one.headline, one.url, one.published.edtf) for one in linked_entries(layout, layout.blocks)]
    [('Rice falls in Hyesan', 'https://ledger.example/1', '2014-06-02')]
    """
    times = sorted((span.start, span.end, value) for span, value in layout.meta.times if span is not None)
    opening = [number for number, block in enumerate(blocks) if _opens_item(block)]
    seen: set[tuple[str, str]] = set()
    for first, after in pairwise([*opening, len(blocks)]):
        link = blocks[first].links[0]
        words = " ".join(link.span.of(layout.text).split())
        if (link.url, words) in seen:
            continue
        seen.add((link.url, words))
        yield _entry(words, blocks[first : min(after, first + 3)], times, zone)


def _opens_item(block: Block) -> bool:
    """Whether a line opens with a link of several words, and is a list's item or little else."""
    if not block.links or block.level is not None or _FRAME.search(block.path or ""):
        return False
    link = block.links[0].span
    words = block.text[link.start - block.span.start : link.end - block.span.start]
    if not words.strip() or not _is_day(block.text[: link.start - block.span.start]):
        return False
    several = len(words.split()) >= _WORDS_LEAST or (not words.isascii() and len(words) >= _SIGNS_LEAST)
    return several and (block.kind == "bullet" or len(words) >= _SHARE * len(block.text))


def _is_day(lead: str) -> bool:
    """Whether nothing stands before a link, or only a day."""
    lead = lead.strip(_AROUND)
    if not lead:
        return True
    when = read_when(lead, None) if len(lead) <= _DATE_MOST and any(map(str.isdigit, lead)) else None
    return when is not None and when.earliest is not None and when.earliest == when.latest


def _entry(words: str, lines: Sequence[Block], times: Sequence[tuple[int, int, str]], zone: tzinfo | None) -> Entry:
    """The item whose first line opens with these words."""
    title = lines[0]
    link = title.links[0]
    published, last = _published(lines, times, zone)
    behind = title.text[link.span.end - title.span.start :].strip(_AROUND)
    raw = published.raw if published is not None else ""
    teaser = behind.removesuffix(raw).rstrip(_AROUND) if raw else behind
    return Entry(
        headline=words,
        url=link.url,
        published=published,
        teaser=teaser if len(teaser) >= _TEASER_LEAST else None,
        span=Span(title.span.start, last.span.end),
    )


def _published(
    lines: Sequence[Block], times: Sequence[tuple[int, int, str]], zone: tzinfo | None
) -> tuple[When | None, Block]:
    """When an item was published, and its last line: a time for machines, a phrase, or all behind the title."""
    for line in lines:
        at = bisect_left(times, (line.span.start,))
        if at < len(times) and times[at][1] <= line.span.end:
            when = read_when(times[at][2], None, zone=zone, basis="metadata")
            if when is not None and when.earliest is not None:
                return when, line
    for line in lines:
        for span in _phrases(line, lines[0]):
            raw = line.text[span.start - line.span.start : span.end - line.span.start]
            when = read_when(raw, span, zone=zone) if any(map(str.isdigit, raw)) else None
            if when is not None and when.earliest is not None:
                return when, line
    return None, lines[0]


def _phrases(line: Block, title: Block) -> Iterator[Span]:
    """What may be a day: each phrase that markup names, and all that stands behind the title or on its own line."""
    yield from (mark.span for mark in line.element.marks if mark.span.end - mark.span.start <= _DATE_MOST)
    if line is title and line.links[0].span.start > line.span.start:
        yield Span(
            line.span.start,
            line.span.start + len(line.text[: line.links[0].span.start - line.span.start].rstrip(_AROUND)),
        )
    first = line.links[0].span.end - line.span.start if line is title else 0
    words = line.text[first:]
    start = line.span.start + first + len(words) - len(words.lstrip(_AROUND))
    words = words.strip(_AROUND)
    if words and len(words) <= _DATE_MOST:
        yield Span(start, start + len(words))
