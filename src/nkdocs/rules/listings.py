"""Pages that point to articles instead of being one."""

import re
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from typing import Final

import attrs

from nkdocs.layout.block import Block
from nkdocs.records import Entry, Span, When
from nkdocs.rules.bylines import person
from nkdocs.rules.headlines import headline
from nkdocs.text.dates import read_when

__all__ = ["is_listing", "listing_entries"]

_CUT: Final = (
    "...", "…", "[…]", "[...]", "[&hellip;]", "[….]", "→", "Read more", "Read More", "[Read More]", "]]>", "»",
)  # fmt: skip
# Their last two characters, and those of one: looked up first, since no other block can be cut.
_CUT_TAILS: Final = frozenset(cut[-2:] for cut in _CUT if len(cut) > 1)
_CUT_SIGNS: Final = frozenset(cut for cut in _CUT if len(cut) == 1)
# A teaser's mark on a line of its own.
_MARKS: Final = frozenset(
    {
        "Continue reading →",
        "Read more",
        "Read More",
        "[Read More]",
        "Read more →",
        "Read More »",
        "[…]",
        "[...]",
        "…",
        "더보기",
        "続きを読む",
    }
)
# Next »   Older posts →   Page 2 of 9
_PAGES: Final = re.compile(
    r"(?:next|previous|older|newer|more|earlier|later)(?: (?:posts?|pages?|entries|articles|stories|news))?\W*"
    r"|page \d{1,5}(?: of \d{1,5})?(?:\W.{0,40})?",
    re.IGNORECASE,
)
_PAGES_MOST: Final = 60
# « Older posts   ← Previous   « Jul Sep »
_BACKWARDS: Final = frozenset("«←‹")
_MASTHEAD: Final = re.compile(
    r"(?:(?:(?:Tag|Category|Author|Daily|Monthly|Yearly) )?Archives?|Tag|Category|Author|태그|タグ"
    r"|カテゴリー|标签)\s*[:：]\s*\S|태그 \S"
    r"|(?:Archive for|Posts tagged|Posts by|Search results|Articles by|More articles by|Home Tags?)\b",
    re.IGNORECASE,
)
_MASTHEAD_WITHIN: Final = 6
_MOST_DATE: Final = 60
_FEWEST: Final = 3
_FEWEST_UNDER_MASTHEAD: Final = 2
_CUT_SHARE: Final = 0.2
# How far before its teaser a title may stand: author, date and credit come between.
_TITLE_WITHIN: Final = 4
# A paragraph of at least this length that ends in a full stop is part of a whole post.
_WHOLE_LEAST: Final = 160
_STOPS: Final = (".", ".”", '."', ".’", "。", "다", "!", "?", ".)", "?”", "!”")
# Han Sol | Kim Mirae December 10, 2019      04/28/2013 · Leave a comment
_SIGNED_DATE: Final = re.compile(
    r"(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}(?: \| |, |\s)?){1,3}?\s?(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
    r"|(?P<plain>[\d/., A-Za-z]{6,20}\d)\s?[·|]\s?(?:Leave a comment|\d+ Comments?|No Comments?)"
    # 한솔 기자 - 2018.03.16 4:15 오후      By Han Sol - July 22, 2019
    r"|(?:[가-힣]{2,4} ?기자|(?:By )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3})\s?(?:[-–|·]|on)\s?"
    r"(?P<signed>\d{4}[.년/-].{4,40}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
    # Posted on January 4, 2017 by Han Sol
    r"|(?:Posted|Published)(?: on)?:? (?P<posted>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})"
    r"(?:,? (?:by|in) .{2,40})?"
    # By | January 19, 2012: the author was lost
    r"|[Bb]y \| (?P<unsigned>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
)
# ... in the river. (Han Sol)
_SIGNED_SENTENCE: Final = re.compile(r"[.”\"’] \((?:[A-Z][\w.'’-]* ?){2,4}\)\Z")
_SIGNATURE_MOST: Final = 60
_TITLE_WORDS: Final = 4
_NAME_WORDS: Final = 3


def is_listing(blocks: Sequence[Block]) -> bool:
    r"""Whether the page lists teasers that are cut off: a tag, category, search, author or front page.

    Each teaser has its title shortly before it; a page with more whole paragraphs than teasers holds whole posts.

    >>> import nkdocs
    >>> is_listing(nkdocs.lay_out("Tag: rice\n\nRice falls\n\nPrices ...\n\nRice rises\n\nIn May ...").blocks)
    True
    """
    texts = [block.text for block in blocks]
    cuts = [number for number, text in enumerate(texts) if text[-2:] in _CUT_TAILS or text[-1:] in _CUT_SIGNS]
    cuts = [number for number in cuts if _is_cut(blocks[number])]
    headed = _is_headed(blocks)
    fewest = _FEWEST_UNDER_MASTHEAD if headed else _FEWEST
    if len(cuts) < fewest:
        return headed and _is_bare_list(blocks)
    if not headed and len(cuts) < _CUT_SHARE * len(blocks):
        return False
    titled = sum(_is_titled(blocks, number) for number in cuts)
    return titled >= fewest and titled >= _whole(blocks)


def _is_headed(blocks: Sequence[Block]) -> bool:
    """Whether one of the first blocks says that a list follows."""
    for block in blocks[:_MASTHEAD_WITHIN]:  # noqa: SIM110 - a generator in any() takes three times as long
        if _MASTHEAD.match(block.text):
            return True
    return False


def listing_entries(blocks: Sequence[Block], zone: tzinfo | None = None, order: str | None = None) -> Iterator[Entry]:
    """What each item points to, in order: its title, the date under it, the teaser itself.

    A clock that names no zone is in ``zone``; ``order`` is that of day and month in figures.
    """
    days: list[When] = []
    entries = list(_items(blocks, zone, order, days))
    return iter(_dated_behind(entries, days))


def _dated_behind(entries: Sequence[Entry], days: Sequence[When]) -> Sequence[Entry]:
    """The items with the days that stand behind their teasers, if one stands behind each and none before the first."""
    if not entries or len(days) != len(entries) or any(entry.published for entry in entries):
        return entries
    edges = [entry.span.end for entry in entries if entry.span is not None]
    starts = [*(entry.span.start for entry in entries[1:] if entry.span is not None), None]
    dated: list[Entry] = []
    for entry, day, after, before in zip(entries, days, edges, starts, strict=True):
        if day.span is None or entry.span is None or day.span.start < after or (before and day.span.end > before):
            return entries
        dated.append(attrs.evolve(entry, published=day, span=Span(entry.span.start, day.span.end)))
    return dated


def _items(blocks: Sequence[Block], zone: tzinfo | None, order: str | None, days: list[When]) -> Iterator[Entry]:
    """The items; ``days`` are filled with those that stand under no title."""
    title: Block | None = None
    published: When | None = None
    for number, block in enumerate(blocks):
        kind = _kind(block, title, order)
        if kind == "date":
            published = _date(block, zone, order)
            if title is None and published is not None:
                days.append(published)
                published = None
        elif kind == "title":
            if title is not None and published is None and _is_author(title, blocks[number : number + 2]):
                continue
            yield from _without_teaser(title, published)
            title, published = block, None
        elif kind == "teaser":
            yield _entry(title, published, block)
            title = published = None
    yield from _without_teaser(title, published)


def _kind(block: Block, title: Block | None, order: str | None = None) -> str:
    """What a block is in a list, where ``title`` is the one that waits for its teaser."""
    if (
        block.text[:1] in _BACKWARDS
        or block.text in _MARKS
        or _MASTHEAD.match(block.text)
        or (len(block.text) <= _PAGES_MOST and _PAGES.fullmatch(block.text))
        or (title is not None and _repeats(title, block))
    ):
        return "furniture"
    if _is_cut(block):
        return "teaser"
    if _date(block, order=order) is not None or _SIGNED_DATE.fullmatch(block.text[:_MOST_DATE]):
        return "date"
    if title is not None and _SIGNED_SENTENCE.search(block.text[-_SIGNATURE_MOST:]):
        return "teaser"
    if headline(block):
        return "title"
    return "teaser" if title is not None and block.text.endswith(_STOPS) else "furniture"


def _without_teaser(title: Block | None, published: When | None) -> Iterator[Entry]:
    """An item of a title and its day; a title alone may be anything."""
    if title is not None and published is not None:
        yield _entry(title, published, None)


def _is_cut(block: Block) -> bool:
    return block.text.endswith(_CUT)


def _repeats(title: Block, block: Block) -> bool:
    """Whether a block is its title again, with or without an arrow behind it."""
    return block.text.rstrip(" »→") == title.text


def _entry(title: Block | None, published: When | None, teaser: Block | None) -> Entry:
    found = headline(title) if title is not None else None
    known = [block.span for block in (title, teaser) if block is not None]
    if published is not None and published.span is not None:
        known.append(published.span)
    return Entry(
        headline=found.text.text if found else None,
        published=published,
        teaser=teaser.text if teaser is not None else None,
        span=Span(known[0].start, max(place.end for place in known)),
    )


def _is_author(title: Block, line: Sequence[Block]) -> bool:
    """Whether the first of two lines under a title is a name, and the second a day."""
    words = line[0].text.split()
    named = len(words) <= _NAME_WORDS and len(title.text.split()) >= _TITLE_WORDS and person(line[0].text)
    return named and len(line) > 1 and _date(line[1]) is not None


def _date(block: Block, zone: tzinfo | None = None, order: str | None = None) -> When | None:
    """The day that a line gives, alone or beside an author or a count of comments."""
    text = block.text
    if len(text) > _MOST_DATE or not any(map(str.isdigit, text)):
        return None
    found = _SIGNED_DATE.fullmatch(text)
    group = next((name for name in ("date", "signed", "posted", "unsigned") if found and found[name]), "plain")
    first, last = found.span(group) if found else (0, len(text))
    start = block.span.start
    return read_when(text[first:last].strip(), Span(start + first, start + last), zone=zone, order=order)


def _is_titled(blocks: Sequence[Block], number: int) -> bool:
    """Whether a title stands shortly before the teaser, and no whole paragraph between them."""
    for before in reversed(blocks[max(0, number - _TITLE_WITHIN) : number]):
        if len(before.text) >= _WHOLE_LEAST and blocks[number].text not in _MARKS:
            return False
        if not _is_cut(before) and headline(before) and not _MASTHEAD.match(before.text):
            return True
    return False


def _whole(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) >= _WHOLE_LEAST and block.text.endswith(_STOPS) for block in blocks)


def _is_bare_list(blocks: Sequence[Block]) -> bool:
    """Whether a page under a masthead has nothing but titles with their dates."""
    if _whole(blocks):
        return False
    return sum(entry.published is not None for entry in listing_entries(blocks)) >= _FEWEST_UNDER_MASTHEAD
