"""Stripped text to blocks: paragraphs, bullets with depth, hard wraps, gaps where a line was lost."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

from nkdocs.layout.block import NO_ELEMENT, Block
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
_NO_MARK: Final = ("", 0)
_OPENERS: Final = _MARKS | {_NESTED_MARK} | frozenset("0123456789")
_EXACT_UNIT: Final = 2
_UNSHIFTED_MARK: Final = "•"
_NEW: Final[Callable[[type[Block], tuple[Any, ...]], Block]] = tuple[Any, ...].__new__


# A line that is not blank: where its words start, its column, blank lines before it, its bullet mark, its words.
# Plain tuples: making them is most of what laying out costs.
_Line = tuple[int, int, int, str, str]
_START: Final = 0
_INDENT: Final = 1
_GAP: Final = 2
_MARK: Final = 3
_WORDS: Final = 4


def plain_blocks(text: str) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    r"""Cut stripped text into blocks, and say in notes what had to be decided.

    Whether a newline inside a run of lines is a hard wrap or a paragraph break is decided by ``hard_wraps``.

    >>> blocks, notes = plain_blocks("A first line.\n\n  • Ann\n\n    A reply.")
    >>> [(block.kind, block.depth, block.text) for block in blocks]
    [('paragraph', 0, 'A first line.'), ('bullet', 1, 'Ann'), ('paragraph', 1, 'A reply.')]
    """
    lines, listed = _lines(text)
    depths = _depths(lines) if listed else [0] * len(lines)
    blocks: list[Block] = []
    notes: list[Note] = []
    first, count = 0, len(lines)
    while first < count:
        after = first + 1
        line = lines[first]
        if line[_MARK] or after == count or lines[after][_GAP] or lines[after][_MARK]:
            blocks.append(_block(line, depths[first]))
        else:
            after = _run_end(lines, depths, first) if listed else _gap_after(lines, after)
            _add_run(text, lines[first:after], depths[first], blocks, notes)
        first = after
    notes.extend(_lost_lines(lines))
    return tuple(blocks), tuple(notes)


def hard_wraps(run: Sequence[str]) -> list[bool]:
    """For each newline between the lines of ``run``: True for a hard wrap, False for a paragraph break.

    A newline is a paragraph break unless (a) the run is hard-wrapped: three lines or more, none over 100
    characters, all but the last within 20 % of the longest; or (b) the next line starts in lower case.

    >>> hard_wraps(["It ended there.", "Another began."]), hard_wraps(["It ended", "here."])
    ([False], [True])
    """
    if len(run) >= _WRAP_LINES and len(run[0]) <= _WRAP_MOST:
        longest = max(map(len, run))
        if longest <= _WRAP_MOST and min(map(len, run[:-1])) >= _WRAP_SHARE * longest:
            return [True] * (len(run) - 1)
    return [line[0].islower() for line in run[1:]]


def _lines(text: str) -> tuple[list[_Line], bool]:
    """The lines that are not blank, whatever ends them; and whether some have bullets."""
    found: list[_Line] = []
    offset = gap = 0
    in_list = False
    for raw in text.splitlines(keepends=True):
        if raw == "\n":
            gap += 1
            offset += 1
            continue
        words = raw.strip()
        if words and not (words[0].isprintable() and words[-1].isprintable()):
            words = _visible(words)
        if words:
            head = words[0]
            # What stands before the first word is blank, so the first such character is the word's.
            lead = 0 if raw[0] == head else raw.index(head)
            column = lead if not lead or raw.find("\t", 0, lead) < 0 else len(raw[:lead].expandtabs(_TAB))
            mark, skipped = _mark(words, lead, in_list=in_list) if head in _OPENERS else _NO_MARK
            if skipped:
                in_list = True
                words = words[skipped:]
            found.append((offset + lead + skipped, column, gap, mark, words))
            gap = 0
        else:
            gap += 1
        offset += len(raw)
    return found, in_list


def _visible(words: str) -> str:
    """The words without blank characters (zero-widths, controls, marks) at their ends."""
    first, last = 0, len(words)
    while first < last and is_blank(words[first]):
        first += 1
    while last > first and is_blank(words[last - 1]):
        last -= 1
    return words[first:last]


def _mark(words: str, indent: int, *, in_list: bool) -> tuple[str, int]:
    """The bullet mark a line opens with, and how many characters it and its space take; none: zero."""
    head = words[0]
    if head.isdigit():
        number = _NUMBER.match(words) if indent else None
        return (number[1], number.end()) if number else _NO_MARK
    if head == _NESTED_MARK and not (in_list and indent):
        return _NO_MARK
    if len(words) == 1:
        return (head, 1) if head in _EXACT_MARKS and indent else _NO_MARK
    return (head, len(words) - len(words[1:].lstrip())) if words[1].isspace() else _NO_MARK


def _depths(lines: Sequence[_Line]) -> list[int]:
    """The list depth of every line: a bullet's own, a continuation's that of its bullet, else 0."""
    depths = [0] * len(lines)
    exact = _is_exact(lines)
    levels: list[int] = []
    opened: list[tuple[int, int]] = []
    for number, (_, indent, _, mark, _) in enumerate(lines):
        while opened and opened[-1][0] >= indent:
            opened.pop()
        if mark:
            while levels and levels[-1] >= indent:
                levels.pop()
            levels.append(indent)
            depth = indent // _EXACT_UNIT if exact else len(levels)
            opened.append((indent, depth))
            depths[number] = depth
        elif opened:
            depths[number] = opened[-1][1]
    return depths


def _is_exact(lines: Sequence[_Line]) -> bool:
    """Whether columns tell depths absolutely: bullets at 2, 4, 6 ..., text two columns after its bullet."""
    bullets = [line for line in lines if line[_MARK]]
    if any(line[_INDENT] % _EXACT_UNIT or not line[_INDENT] for line in bullets):
        return False
    if not all(line[_MARK] in _EXACT_MARKS or line[_MARK][0].isdigit() for line in bullets):
        return False
    if any(line[_INDENT] == _EXACT_UNIT for line in bullets):
        return True
    # None at the first column: one extractor alone is known never to shift a whole list.
    steps = [b[_INDENT] - a[_INDENT] for a, b in pairwise(lines) if a[_MARK] and not b[_MARK] and b[_INDENT]]
    return all(line[_MARK] == _UNSHIFTED_MARK for line in bullets) and bool(steps) and min(steps) == _EXACT_UNIT


def _gap_after(lines: Sequence[_Line], after: int) -> int:
    """The next line with a blank one before it."""
    while after < len(lines) and not lines[after][_GAP]:
        after += 1
    return after


def _run_end(lines: Sequence[_Line], depths: Sequence[int], first: int) -> int:
    """The end of the run of lines that starts at ``first``: no blank line, bullet or other depth in between."""
    depth, indent = depths[first], lines[first][_INDENT]
    after = first + 1
    while after < len(lines):
        line = lines[after]
        if line[_GAP] or line[_MARK] or depths[after] != depth or (depth and line[_INDENT] != indent):
            break
        after += 1
    return after


def _block(line: _Line, depth: int) -> Block:
    """The block of a line that stands alone."""
    start, indent, gap, mark, words = line
    kind = "bullet" if mark else "paragraph"
    # A tuple made directly takes half the time of the class called: there is one to a paragraph.
    return _NEW(Block, (kind, words, Span(start, start + len(words)), depth, None, indent, gap, 1, NO_ELEMENT))


def _add_run(text: str, run: Sequence[_Line], depth: int, blocks: list[Block], notes: list[Note]) -> None:
    """The paragraphs of one run of lines, and a note on each that was wrapped."""
    wraps = hard_wraps([line[_WORDS] for line in run])
    if True not in wraps:
        blocks.extend([_block(line, depth) for line in run])
        return
    head = 0
    for number, wrapped in enumerate([*wraps, False], 1):
        if wrapped:
            continue
        lines = number - head
        block = _block(run[head], depth)
        if lines > 1:
            end = run[number - 1][_START] + len(run[number - 1][_WORDS])
            block = block._replace(text=text[block.span.start : end], span=Span(block.span.start, end), lines=lines)
            notes.append(Note(code="joined-lines", span=block.span, detail=f"{lines} lines"))
        blocks.append(block)
        head = number


def _lost_lines(lines: Sequence[_Line]) -> Iterator[Note]:
    """Two blank lines or more where one is the habit: a line stood there."""
    gaps = [line[_GAP] for line in lines[1:]]
    if not gaps or max(gaps) <= 1:
        return
    wide = [line[_START] for line in lines[1:] if line[_GAP] > 1]
    if 2 * len(wide) <= gaps.count(1) + (lines[0][_GAP] == 1):
        for start in wide:
            yield Note(code="lost-line", span=Span(start, start))
