"""A news feed that was captured as text: its items without their elements."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from nkdocs.layout.block import Layout
from nkdocs.records import Entry, Span
from nkdocs.text.dates import read_when

__all__ = ["feed_entries"]

# Mon, 26 Jun 17 09:02:26 +0900
_STAMP: Final = re.compile(
    r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} (?:\d{4}|\d{2}) \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{1,4}\b)"
)
_ADDRESS: Final = re.compile(r"https?://\S+")
# What is left of the section that held a teaser.
_RESIDUE: Final = "]]>"
_RATING: Final = re.compile(r"\s*\d{1,3}(?=\s)")


class _Item(NamedTuple):
    """Where the parts of an item stand; of a part that is not there both ends are the same."""

    title: tuple[int, int]
    url: str | None
    teaser: tuple[int, int]


def feed_entries(layout: Layout) -> Iterator[Entry]:
    r"""The items of a feed whose text ran together: title, address, cut teaser, then who wrote it and when.

    A time before the first item is that of the feed.

    >>> import nkdocs
    >>> day = "Mon, 26 Jun 17 09:02:26 +0900"
    >>> text = f"Ledger {day}\nRice falls\nhttps://ledger.example/1\nPrices fell..]]>\nLedger\nHan Sol\n{day}\n5"
    >>> [(one.headline, one.url, one.teaser, one.published.edtf) for one in feed_entries(nkdocs.lay_out(text))]
    [('Rice falls', 'https://ledger.example/1', 'Prices fell..', '2017-06-26T09:02:26+09:00')]
    """
    text = layout.text
    stamps = list(_STAMP.finditer(text))
    start = 0
    if stamps and text.find(_RESIDUE, 0, stamps[0].start()) < 0:
        start = stamps.pop(0).end()
    for stamp in (*stamps, None):
        end = stamp.start() if stamp is not None else len(text)
        items = list(_items(text, start, end))
        for item in items:
            # A time belongs to the item right before it.
            last = stamp if item is items[-1] else None
            yield _entry(layout, item, last)
        start = stamp.end() if stamp is not None else end


def _items(text: str, start: int, end: int) -> Iterator[_Item]:
    """The items between two times: one, or more where a time was lost."""
    rating = _RATING.match(text, start, end)
    start = rating.end() if rating else start
    several = text.count(_RESIDUE, start, end) > 1
    first = start
    while (cut := text.find(_RESIDUE, first, end)) >= 0:
        address = _ADDRESS.search(text, first, cut)
        head = (first, address.start()) if address else _first_line(text, first, cut)
        title = _last_line(text, *head) if several and first != start else _trimmed(text, *head)
        yield _Item(title, address[0] if address else None, _trimmed(text, address.end() if address else head[1], cut))
        first = cut + len(_RESIDUE)
    address = _ADDRESS.search(text, start, end) if first == start else None
    if address is not None:
        yield _Item(_last_line(text, start, address.start()), address[0], (address.end(), address.end()))


def _first_line(text: str, start: int, end: int) -> tuple[int, int]:
    """The first of several lines; of one line nothing, since nobody can tell where its title ends."""
    start, end = _trimmed(text, start, end)
    stop = text.find("\n", start, end)
    return (start, stop) if stop >= 0 else (start, start)


def _last_line(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = _trimmed(text, start, end)
    return _trimmed(text, max(start, text.rfind("\n", start, end) + 1), end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without blanks at its ends."""
    part = text[start:end]
    words = part.strip()
    start += len(part) - len(part.lstrip()) if words else 0
    return start, start + len(words)


def _entry(layout: Layout, item: _Item, stamp: re.Match[str] | None) -> Entry:
    title, teaser = (" ".join(layout.text[slice(*place)].split()) for place in (item.title, item.teaser))
    published = read_when(stamp[0], Span(*stamp.span())) if stamp is not None else None
    start = item.title[0] if title else item.teaser[0]
    end = stamp.end() if stamp is not None else item.teaser[1]
    return Entry(
        headline=title or None, url=item.url, published=published, teaser=teaser or None, span=Span(start, end)
    )
