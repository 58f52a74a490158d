"""Items of a list whose titles a page names by class, each with the day printed in it or beside it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Entry, Span, When
from nkdocs.rules.marked_titles import marked_day
from nkdocs.text.dates import read_when

__all__ = ["named_entries"]

_DATE_MOST: Final = 60
_TEASER_LEAST: Final = 40
_SCRIPT: Final = "javascript:"
_CUT: Final = ("...", "…", "[…]")


def named_entries(
    blocks: Sequence[Block], titles: frozenset[str], dates: frozenset[str] = frozenset(), page: str | None = None
) -> Iterator[Entry]:
    """The items in order; a block of one of the classes ``titles`` opens one, one of ``dates`` holds its day.

    Where the first day stands above the first title, each day belongs to the title under it. A link that leads to
    the ``page`` itself or runs a script is no address.

    >>> import nkdocs
    >>> page = '<ul class=news><li><a href="https://ledger.example/1">Rice falls</a> [Juche113.1.2.]</ul>'
    >>> layout = nkdocs.lay_out(page, media_type="text/html")
    >>> [(one.headline, one.url, one.published.edtf) for one in named_entries(layout.blocks, frozenset({"news"}))]
    [('Rice falls', 'https://ledger.example/1', '2024-01-02')]
    """
    either = titles | dates
    named = [block for block in blocks if not either.isdisjoint(block.classes) or _is_mark(block)]
    titled = [block for block in named if not titles.isdisjoint(block.classes) and dates.isdisjoint(block.classes)]
    linked = any(block.links for block in titled)
    opening = {id(block) for block in titled if _opens(block, linked=linked)}
    starts = [number for number, block in enumerate(named) if id(block) in opening]
    above = bool(starts) and starts[0] > 0
    for first, after in pairwise([*starts, len(named)]):
        title, under = named[first], named[first + 1 : after]
        day = _day(named[first - 1 : first]) if above else _day(under)
        yield _entry(title, [] if above else under, day, page)


def _is_mark(block: Block) -> bool:
    """Whether a block is a day in brackets and nothing else."""
    marked = marked_day(block)
    return marked is not None and not marked[0]


def _opens(block: Block, *, linked: bool) -> bool:
    """Whether a block with a title's class is a title: a link, or any line in a list without links; a day is none."""
    if _day([block]) is not None:
        return False
    return bool(block.links) or block.kind == "bullet" or block.level is not None or not linked


def _entry(title: Block, under: Sequence[Block], day: When | None, page: str | None) -> Entry:
    link = title.links[0] if title.links else None
    first, last = (link.span.start, link.span.end) if link is not None else (title.span.start, title.span.end)
    marked = marked_day(title)
    if marked is not None:
        last = min(last, title.span.start + marked[0])
        day = marked[1]
    address = link.url if link is not None and link.url.partition("#")[0] != page else None
    words = title.text[first - title.span.start : last - title.span.start]
    teaser = next((block for block in under if len(block.text) >= _TEASER_LEAST or block.text.endswith(_CUT)), None)
    end = title.span.end if teaser is None else teaser.span.end
    return Entry(
        headline=" ".join(words.split()) or None,
        url=None if address is None or address.startswith(_SCRIPT) else address,
        published=day,
        teaser=teaser.text if teaser is not None else None,
        span=Span(title.span.start, end),
    )


def _day(blocks: Sequence[Block]) -> When | None:
    """The first line that is a day and nothing else."""
    for block in blocks:
        if len(block.text) > _DATE_MOST or not any(map(str.isdigit, block.text)):
            continue
        marked = marked_day(block)
        if marked is not None and not marked[0]:
            return marked[1]
        when = read_when(block.text, block.span)
        if when is not None and when.earliest is not None:
            return when
    return None
