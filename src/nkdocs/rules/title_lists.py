"""Lists of titles without cut teasers: rankings, section pages, search results of newspapers."""

import re
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import Final

import attrs

from nkdocs.layout.block import Block
from nkdocs.records import Entry, Span, When
from nkdocs.rules.headlines import headline
from nkdocs.rules.stamps import STAMP_MOST, stamps
from nkdocs.text.dates import read_when

__all__ = ["heads_ranking", "is_title_list", "title_entries", "unranked"]

_HEADING: Final = re.compile(
    r"(?:the )?(?:most (?:popular|read|viewed|shared|saved|commented)(?: (?:articles?|stories|news))?"
    r"|top (?:stories|news|\d{1,2})|latest (?:news|articles?|stories)|editor['’]s picks?|trending(?: now)?|headlines)"
    r"|(?:가장 )?많이 본 (?:기사|뉴스)|인기 ?(?:기사|뉴스)|주요 ?(?:기사|뉴스)|최신 ?(?:기사|뉴스)|실시간 ?랭킹",
    re.IGNORECASE,
)
_HEADING_MOST: Final = 40
_HEADED_WITHIN: Final = 6
# "-", "1", "1." between the titles of a ranking, or before one.
_BETWEEN: Final = re.compile(r"[-–—•·|\d.) ]{1,6}")
_RANK: Final = re.compile(r"(?:[-–—•]\s*)?(?:\d{1,2}[.)]?\s+(?=[A-Z\"“‘'가-힣])|[-–—•]\s+)")
_SECTION_WORDS: Final = 3
_PROSE_LEAST: Final = 160
_SHORT_LEAST: Final = 40
_STOPS: Final = (".", ".”", '."', ".’", "。", "다", "!", "?", ".)", "…", "...")
_FEWEST: Final = 3
_FEWEST_HEADED: Final = 2


def heads_ranking(text: str) -> bool:
    """Whether a line heads a list of titles.

    >>> heads_ranking("Most Popular"), heads_ranking("Most popular songs were banned.")
    (True, False)
    """
    return len(text) <= _HEADING_MOST and _HEADING.fullmatch(text) is not None


def is_title_list(blocks: Sequence[Block]) -> bool:
    r"""Whether a page holds titles with their days or ranks, and no report.

    >>> import nkdocs
    >>> page = "Most Popular\n\n-\n\n1\n\nRice falls again\n\n-\n\n2\n\nBridge opens to carts"
    >>> is_title_list(nkdocs.lay_out(page).blocks)
    True
    """
    if any(len(block.text) >= _PROSE_LEAST and block.text.endswith(_STOPS) for block in blocks):
        return False
    titles = [entry for entry in title_entries(blocks) if entry.headline is not None]
    if _is_headed(blocks):
        return len(titles) >= max(_FEWEST_HEADED, sum(map(_is_sentence, blocks)))
    return sum(entry.published is not None for entry in titles) >= _FEWEST


def _is_headed(blocks: Sequence[Block]) -> bool:
    """Whether a heading of lists stands on top, and neither a sentence nor a time above it."""
    for block in blocks[:_HEADED_WITHIN]:
        if heads_ranking(block.text):
            return True
        if _is_sentence(block) or stamps(block.text):
            return False
    return False


def _is_sentence(block: Block) -> bool:
    return len(block.text) >= _SHORT_LEAST and block.text.endswith(_STOPS)


def title_entries(blocks: Sequence[Block], zone: tzinfo | None = None) -> Iterator[Entry]:
    """Each title once, with its address, the day and the teaser that stand before the next title.

    A line of one to three words without a day under it is a section's name.
    """
    seen: set[str] = set()
    title: Block | None = None
    under: list[Block] = []
    for block in blocks:
        text = block.text
        if heads_ranking(text) or _BETWEEN.fullmatch(text):
            continue
        if _is_title(block):
            if title is not None:
                yield from _entry(title, under, zone, seen)
            title, under = block, []
        elif title is not None:
            under.append(block)
    if title is not None:
        yield from _entry(title, under, zone, seen)


def _is_title(block: Block) -> bool:
    if stamps(block.text):
        return False
    flat = block._replace(depth=0)
    return headline(_unranked(flat)) is not None


def _unranked(block: Block) -> Block:
    """The block without the rank before its title."""
    found = _RANK.match(block.text)
    if found is None:
        return block
    start = block.span.start + found.end()
    return block._replace(text=block.text[found.end() :], span=Span(start, block.span.end))


def _entry(title: Block, under: Sequence[Block], zone: tzinfo | None, seen: set[str]) -> Iterator[Entry]:
    found = headline(_unranked(title._replace(depth=0)))
    published, dated = _published(under, zone)
    teaser = next((block for block in under if block is not dated and _is_teaser(block)), None)
    words = found.text.text if found else title.text
    if words in seen or (published is None and teaser is None and _is_section(words)):
        return
    seen.add(words)
    ends = [block.span.end for block in (title, dated, teaser) if block is not None]
    yield Entry(
        headline=words,
        url=title.links[0].url if title.links else None,
        published=published,
        teaser=teaser.text if teaser is not None else None,
        span=Span(title.span.start, max(ends)),
    )


def unranked(entry: Entry) -> Entry:
    """The entry without the rank before its title.

    >>> unranked(Entry(headline="3. Bridge opens", url=None, published=None, teaser=None, span=Span(0, 15))).headline
    'Bridge opens'
    """
    found = _RANK.match(entry.headline or "")
    return entry if found is None else attrs.evolve(entry, headline=(entry.headline or "")[found.end() :])


def _is_section(words: str) -> bool:
    return words.isascii() and len(words.split()) < _SECTION_WORDS


def _is_teaser(block: Block) -> bool:
    return block.text.endswith(_STOPS) and len(block.text) >= _SHORT_LEAST // 2


def _published(under: Sequence[Block], zone: tzinfo | None) -> tuple[When | None, Block | None]:
    for block in under:
        if len(block.text) > STAMP_MOST:
            continue
        for stamp in stamps(block.text)[:1]:
            span = Span(block.span.start + stamp.start, block.span.start + stamp.end)
            when = read_when(block.text[stamp.start : stamp.end], span, zone=zone)
            if when is not None and when.earliest is not None:
                return when, block
    return None, None
