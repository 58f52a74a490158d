"""Titles that carry their day in brackets: ``Song Festival Held [Juche113.3.14.]``."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.records import Entry, Span, When
from nkdocs.text.dates import read_when

__all__ = ["marked_day", "marked_entries"]

_MARK: Final = re.compile(r"\[(?P<year>(?:Juche|주체)\s?\d{2,3}|\d{4})\.\s?(?P<rest>\d{1,2}\.\s?\d{1,2}\.?)\]")
_MARK_MOST: Final = 24


def marked_day(block: Block) -> tuple[int, When] | None:
    """Where the mark at the end of a title starts in its text, and the day it gives.

    >>> import nkdocs
    >>> marked_day(nkdocs.lay_out("Song Festival Held [Juche113.3.14.]").blocks[0])[1].edtf
    '2024-03-14'
    """
    if not block.text.endswith("]"):
        return None
    found = _MARK.search(block.text, max(0, len(block.text) - _MARK_MOST))
    if found is None or found.end() != len(block.text):
        return None
    span = Span(block.span.start + found.start(), block.span.start + found.end())
    when = read_when(found[0].replace("주체", "Juche"), span)
    return None if when is None else (found.start(), when)


def marked_entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    r"""The titles of a list, each with the day in brackets behind it or on the next line.

    >>> import nkdocs
    >>> blocks = nkdocs.lay_out("Song Festival Held [Juche113.3.14.]\n\nRoads Built\n\n[2024.02.11.]").blocks
    >>> [(one.headline, one.published.edtf) for one in marked_entries(blocks)]
    [('Song Festival Held', '2024-03-14'), ('Roads Built', '2024-02-11')]
    """
    title: Block | None = None
    for block in blocks:
        found = marked_day(block)
        if found is None:
            title = block
            continue
        first, when = found
        words = block.text[:first].strip()
        if words:
            yield Entry(headline=words, published=when, span=block.span)
        elif title is not None:
            yield Entry(headline=title.text, published=when, span=Span(title.span.start, block.span.end))
        title = None
