"""Titles that carry their day in brackets: ``Song Festival Held [Juche113.3.14.]``."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from nkdocs.layout.block import Block
from nkdocs.records import Entry, Span, When
from nkdocs.text.dates import read_when
from nkdocs.text.dates.reading import plain_figures

__all__ = ["bracketed_day", "marked_day", "marked_entries"]

_MARK: Final = re.compile(r"\[(?P<year>(?:Juche|주체)\s?\d{2,3}|\d{4})\.\s?(?P<rest>\d{1,2}\.\s?\d{1,2}\.?)\]")
_MARK_MOST: Final = 24


def bracketed_day(line: str, start: int) -> When | None:
    """The day of a line that is a mark and nothing else; ``start`` is where the line stands in the text.

    >>> bracketed_day("[Juche113.3.14.]", 0).edtf, bracketed_day("［주체１１３．３．１４．］", 0).edtf
    ('2024-03-14', '2024-03-14')
    """
    plain = plain_figures(line)
    if len(line) > _MARK_MOST or not _MARK.fullmatch(plain):
        return None
    when = read_when(plain.replace("주체", "Juche"), Span(start, start + len(line)))
    return None if when is None else attrs.evolve(when, raw=line)


def marked_day(block: Block) -> tuple[int, When] | None:
    """Where the mark at the end of a title starts in its text, and the day it gives.

    >>> import nkdocs
    >>> marked_day(nkdocs.lay_out("Song Festival Held [Juche113.3.14.]").blocks[0])[1].edtf
    '2024-03-14'
    """
    if not block.text.endswith(("]", "］")):
        return None
    text = plain_figures(block.text)
    found = _MARK.search(text, max(0, len(text) - _MARK_MOST))
    if found is None or found.end() != len(text):
        return None
    when = bracketed_day(block.text[found.start() :], block.span.start + found.start())
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
