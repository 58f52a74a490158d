"""Which blocks of a page are its article."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from nkdocs.layout.block import Block, Layout

__all__ = ["main_blocks"]

_WORD: Final = re.compile(r"[a-z0-9]+|[^\W_]")
# Runs of words of this length that two texts share are hardly chance.
_RUN: Final = 4
# The share of a block's runs that the main text has where the block is a part of it.
_SHARE: Final = 0.75
_CONTAINERS: Final = frozenset(
    {
        "articlebody", "article-body", "article__body", "article-content", "article_body", "articletext",
        "entry-content",
        "post-content", "post-body", "post_content", "story-body", "story-content", "td-post-content", "article-text",
    }
)  # fmt: skip
_BODY_PROP: Final = "articleBody"
_LINK_SHARE: Final = 0.5
_SHORTEST: Final = 40
# Lines and blocks that are looked through, at most.
_MERGED_MOST: Final = 5000
_MERGED_SHORT_MOST: Final = 100


def main_blocks(layout: Layout, blocks: Sequence[Block], containers: Collection[str] = ()) -> tuple[list[Block], bool]:
    """Those of ``blocks`` that are the article, and whether anything better than their places has told.

    Of an outlet that is known, the blocks inside the first of its ``containers`` (class names or ids) that the page
    has; of any other page what a general extractor takes for the article. Where none is installed, the blocks of
    a container that is called the article's, else those that stand where most of the prose stands.

    >>> import nkdocs
    >>> page = "<nav><a href=/>Home</a></nav><div class=entry-content><p>Rice was cheap in Hyesan.</div>"
    >>> layout = nkdocs.lay_out(page, media_type="text/html")
    >>> [block.text for block in main_blocks(layout, layout.blocks)[0]]
    ['Rice was cheap in Hyesan.']
    """
    names = frozenset(containers)
    among = [b for b in blocks if not (names.isdisjoint(b.classes) and names.isdisjoint(b.ids))] if names else []
    for name in containers if among else ():
        inside = [block for block in among if name in block.classes] or [b for b in among if name in b.ids]
        if inside:
            return inside, True
    lines = layout.main.lines() if layout.main is not None and not containers else ()
    if lines:
        return _judged(blocks, lines), True
    called = _called(blocks)
    return called or _densest(blocks), bool(called)


def _judged(blocks: Sequence[Block], lines: Iterable[str]) -> list[Block]:
    """The blocks that the main text repeats: whole lines, or all but all of their words in the same order.

    Each line and each run of words counts once, for some pages hold the article once for each width of the screen,
    and parts of it in lists beside it: those among the others of the article are taken first.
    """
    told = [words for line in lines for words in _cells(line)]
    runs = Counter(_runs([word for words in told for word in words]))
    said = [_words(block.text) for block in blocks]
    long = [number for number, words in enumerate(said) if len(words) >= 2 * _RUN and _share(words, runs) >= _SHARE]
    kept = {number for number in _main_first(blocks, long) if _take_runs(said[number], runs)}
    lone = Counter(map(tuple, told))
    lone.subtract(tuple(said[number]) for number in kept)
    short = [number for number, words in enumerate(said) if 0 < len(words) < 2 * _RUN and lone[tuple(words)] > 0]
    for number in _inside_first(short, kept):
        key = tuple(said[number])
        if lone[key] > 0:
            lone[key] -= 1
            kept.add(number)
    kept.update(_merged(blocks, said, told, kept))
    return [blocks[number] for number in sorted(kept)]


def _merged(
    blocks: Sequence[Block], said: Sequence[list[str]], told: Sequence[list[str]], kept: Collection[int]
) -> list[int]:
    """The short blocks beside those kept that are in a line of the main text which holds several paragraphs.

    Of a short page the extractor may give but one line.
    """
    longest = max((len(said[number]) for number in kept), default=0)
    lines = [f" {' '.join(words)} " for words in told if longest < len(words) <= _MERGED_MOST]
    if not lines:
        return []
    beside = {_around(blocks[number]) for number in kept if len(said[number]) >= 2 * _RUN}
    left = (n for n, words in enumerate(said) if 0 < len(words) < 2 * _RUN and n not in kept)
    short = [number for number in left if _around(blocks[number]) in beside][:_MERGED_SHORT_MOST]
    return [number for number in short if any(f" {' '.join(said[number])} " in line for line in lines)]


def _cells(line: str) -> Iterator[list[str]]:
    """The words of a line; of each cell, if it is the row of a table."""
    row = line.strip()
    cells = row.strip("|").split("|") if row.startswith("|") else [row]
    yield from filter(None, map(_words, cells))


def _words(text: str) -> list[str]:
    # The extractor composes letters that the page may spell with combining marks.
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _runs(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _share(words: list[str], runs: Counter[tuple[str, ...]]) -> float:
    """The share of a text's runs that are among those of the main text."""
    found = _runs(words)
    return sum(run in runs for run in found) / len(found)


def _take_runs(words: list[str], runs: Counter[tuple[str, ...]]) -> bool:
    """Take a text's runs out of those of the main text, if enough of them are left."""
    found = _runs(words)
    left = [run for run in found if runs[run] > 0]
    if len(left) < _SHARE * len(found):
        return False
    runs.subtract(left)
    return True


def _main_first(blocks: Sequence[Block], numbers: Sequence[int]) -> list[int]:
    """The numbers in order, those before the others that stand where most of the text stands."""
    weights: Counter[str] = Counter()
    for number in numbers:
        weights[_around(blocks[number])] += len(blocks[number].text)
    best = max(weights, key=weights.__getitem__, default="")
    return sorted(numbers, key=lambda number: (_around(blocks[number]) != best, number))


def _inside_first(numbers: Sequence[int], kept: Collection[int]) -> list[int]:
    """The numbers in order, those before the others that are among the ones kept, then those near them."""
    first, last = min(kept, default=0), max(kept, default=0)
    return sorted(numbers, key=lambda number: (max(first - number, number - last, 0), number))


def _called(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in a container that is called the article's body."""
    return [
        block
        for block in blocks
        if _BODY_PROP in block.element.props or not _CONTAINERS.isdisjoint(map(str.casefold, block.classes))
    ]


def _densest(blocks: Sequence[Block]) -> list[Block]:
    """The blocks beside most of the page's prose: under the element that holds the most of it."""
    prose = [block for block in blocks if _is_prose(block)]
    weights: Counter[str] = Counter()
    for block in prose:
        weights[_around(block)] += len(block.text)
    if not weights:
        return [block for block in blocks if not _is_links(block)] or list(blocks)
    best = max(weights, key=lambda path: (weights[path], -len(path)))
    # Words of the element itself, before those of the elements inside it, have its own path.
    return [block for block in blocks if f"{block.path or ''}/".startswith(f"{best}/") and not _is_links(block)]


def _around(block: Block) -> str:
    return (block.path or "").rpartition("/")[0]


def _is_prose(block: Block) -> bool:
    # A syllable or an ideograph says what takes two letters and more.
    least = _SHORTEST if block.text.isascii() else _SHORTEST // 2
    return len(block.text) >= least and block.level is None and not _is_links(block)


def _is_links(block: Block) -> bool:
    linked = sum(link.span.end - link.span.start for link in block.links)
    return linked > _LINK_SHARE * len(block.text)
