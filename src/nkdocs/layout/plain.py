"""Stripped text to blocks: paragraphs, bullets with depth, hard wraps, gaps where a line was lost."""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from nkdocs.layout.block import Block
from nkdocs.records.note import Note
from nkdocs.text.span import Span
from nkdocs.text.tidy import is_blank

__all__ = ["hard_wraps", "plain_blocks"]

# Marks that open a bullet wherever a space follows; "o" is one only inside a list (inscriptis' third level).
_MARKS: Final = frozenset("•◦▪‣∙●○·*+-–")
_NESTED_MARK: Final = "o"
_NUMBER: Final = re.compile(r"(\d{1,3}[.)])\s+(?=\S)")
_WRAP_MOST: Final = 100
_WRAP_SHARE: Final = 0.8
_WRAP_LINES: Final = 3
_TAB: Final = 8
# Two extractors are known to write their bullets at the columns 2, 4, 6 ...
_EXACT_MARKS: Final = frozenset("•*")
_EXACT_UNIT: Final = 2


class _Line(NamedTuple):
    """A line that is not blank: where its words stand, its column, blank lines before it, its bullet mark."""

    start: int
    end: int
    indent: int
    gap: int
    mark: str


def plain_blocks(text: str) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    r"""Cut stripped text into blocks, and say in notes what had to be decided.

    Whether a newline inside a run of lines is a hard wrap or a paragraph break is decided by ``hard_wraps``.

    >>> blocks, notes = plain_blocks("A first line.\\n\\n  • Ann\\n\\n    A reply.")
    >>> [(block.kind, block.depth, block.text) for block in blocks]
    [('paragraph', 0, 'A first line.'), ('bullet', 1, 'Ann'), ('paragraph', 1, 'A reply.')]
    """
    lines = _lines(text)
    depths = _depths(lines)
    blocks: list[Block] = []
    notes: list[Note] = []
    first = 0
    while first < len(lines):
        line = lines[first]
        after = first + 1
        if line.mark:
            blocks.append(_block(text, lines, first, after, depths[first]))
        else:
            after = _run_end(lines, depths, first)
            for head, tail in _paragraphs(text, lines, first, after):
                block = _block(text, lines, head, tail, depths[first])
                blocks.append(block)
                if tail - head > 1:
                    notes.append(Note(code="joined-lines", span=block.span, detail=f"{tail - head} lines"))
        first = after
    notes.extend(_lost_lines(blocks))
    return tuple(blocks), tuple(notes)


def hard_wraps(run: Sequence[str]) -> list[bool]:
    """For each newline between the lines of ``run``: True for a hard wrap, False for a paragraph break.

    A newline is a paragraph break unless (a) the run is hard-wrapped: three lines or more, none over 100
    characters, all but the last within 20 % of the longest; or (b) the next line starts in lower case.

    >>> hard_wraps(["It ended there.", "Another began."]), hard_wraps(["It ended", "here."])
    ([False], [True])
    """
    if len(run) >= _WRAP_LINES:
        longest = max(map(len, run))
        if longest <= _WRAP_MOST and all(len(line) >= _WRAP_SHARE * longest for line in run[:-1]):
            return [True] * (len(run) - 1)
    return [line[0].islower() for line in run[1:]]


def _lines(text: str) -> list[_Line]:
    """The lines that are not blank, whatever ends them."""
    found: list[_Line] = []
    offset = gap = 0
    in_list = False
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        start = offset
        offset += len(raw)
        if words and not (words[0].isprintable() and words[-1].isprintable()):
            words = _visible(words)
        if not words:
            gap += 1
            continue
        lead = raw.index(words)
        mark, skipped = _mark(words, lead, in_list)
        in_list = in_list or mark != ""
        column = len(raw[:lead].expandtabs(_TAB)) if "\t" in raw[:lead] else lead
        start += lead
        found.append(_Line(start + skipped, start + len(words), column, gap, mark))
        gap = 0
    return found


def _visible(words: str) -> str:
    """The words without blank characters (zero-widths, controls, marks) at their ends."""
    first, last = 0, len(words)
    while first < last and is_blank(words[first]):
        first += 1
    while last > first and is_blank(words[last - 1]):
        last -= 1
    return words[first:last]


def _mark(words: str, indent: int, in_list: bool) -> tuple[str, int]:
    """The bullet mark a line opens with, and how many characters it and its space take."""
    head = words[0]
    if head in _MARKS or (head == _NESTED_MARK and in_list and indent):
        if len(words) == 1:
            return (head, 1) if head in _EXACT_MARKS and indent else ("", 0)
        if words[1].isspace():
            return head, len(words) - len(words[1:].lstrip())
    elif indent and head.isdigit():
        number = _NUMBER.match(words)
        if number:
            return number[1], number.end()
    return "", 0


def _depths(lines: Sequence[_Line]) -> list[int]:
    """The list depth of every line: a bullet's own, a continuation's that of its bullet, else 0."""
    if not any(line.mark for line in lines):
        return [0] * len(lines)
    exact = _is_exact(lines)
    depths: list[int] = []
    levels: list[int] = []
    opened: list[tuple[int, int]] = []
    for line in lines:
        while opened and opened[-1][0] >= line.indent:
            opened.pop()
        if line.mark:
            while levels and levels[-1] >= line.indent:
                levels.pop()
            levels.append(line.indent)
            depth = line.indent // _EXACT_UNIT if exact else len(levels)
            opened.append((line.indent, depth))
        else:
            depth = opened[-1][1] if opened else 0
        depths.append(depth)
    return depths


def _is_exact(lines: Sequence[_Line]) -> bool:
    """Whether columns tell depths absolutely: bullets at 2, 4, 6 ..., text two columns after its bullet."""
    bullets = [line for line in lines if line.mark]
    if any(line.indent % _EXACT_UNIT or not line.indent for line in bullets):
        return False
    if not all(line.mark in _EXACT_MARKS or line.mark[0].isdigit() for line in bullets):
        return False
    if any(line.indent == _EXACT_UNIT for line in bullets):
        return True
    after = [b.indent - a.indent for a, b in itertools.pairwise(lines) if a.mark and not b.mark and b.indent]
    return bool(after) and min(after) == _EXACT_UNIT


def _run_end(lines: Sequence[_Line], depths: Sequence[int], first: int) -> int:
    """The end of the run of lines that starts at ``first``: no blank line, bullet or other depth in between."""
    depth, indent = depths[first], lines[first].indent
    after = first + 1
    while after < len(lines):
        line = lines[after]
        if line.gap or line.mark or depths[after] != depth or (depth and line.indent != indent):
            break
        after += 1
    return after


def _paragraphs(text: str, lines: Sequence[_Line], first: int, after: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of one run, as ranges of lines."""
    if after - first == 1:
        yield first, after
        return
    head = first
    for number, wrapped in enumerate(
        hard_wraps([text[line.start : line.end] for line in lines[first:after]]), first + 1
    ):
        if not wrapped:
            yield head, number
            head = number
    yield head, after


def _block(text: str, lines: Sequence[_Line], head: int, tail: int, depth: int) -> Block:
    """The block of the lines ``head`` to ``tail``."""
    line = lines[head]
    start, end = line.start, lines[tail - 1].end
    return Block(
        kind="bullet" if line.mark else "paragraph",
        text=text[start:end],
        span=Span(start, end),
        depth=depth,
        indent=line.indent,
        gap=line.gap,
    )


def _lost_lines(blocks: Sequence[Block]) -> Iterator[Note]:
    """Two blank lines or more where one is the habit: a line stood there."""
    wide = [block for block in blocks[1:] if block.gap > 1]
    if wide and 2 * len(wide) <= sum(block.gap == 1 for block in blocks):
        for block in wide:
            yield Note(code="lost-line", span=Span(block.span.start, block.span.start))
