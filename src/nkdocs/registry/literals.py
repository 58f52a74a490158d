"""Words that a text must hold for a regular expression to match anywhere in it."""

import re
from typing import Final

__all__ = ["required_words"]

# Flags that change what a literal character means, comments, conditions; escapes that name a character by a number.
_UNREADABLE: Final = re.compile(r"\(\?(?:[ms]*[aiLux-]|#|\()|\\[xuUN0-9]")
_REPEAT: Final = re.compile(r"\{\d*,?\d*\}")
_CLASS: Final = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]", re.DOTALL)
_QUANTIFIERS: Final = "?*{"
_SHORTEST: Final = 3
_SHORTEST_WIDE: Final = 2  # two Hangul syllables or ideographs are a word
_COMMON: Final = " etaoinshrdlcumwfgyp,.bvk"  # from the most frequent on; a capital or another sign is rarer than all
_USUAL: Final = 12


def required_words(pattern: str) -> tuple[str, ...] | None:
    r"""Literals of which any text that ``pattern`` matches holds at least one; None where none can be named.

    It reads no more of the syntax than it is sure of: plain characters outside groups and classes. Of each
    alternative the literal that is rarest by its start counts.

    >>> required_words(r"told (the )?Border Ledger"), required_words(r"\d+|Photo: X")
    (('Border Ledger',), None)
    """
    if _UNREADABLE.search(pattern):
        return None
    found: list[str] = []
    for runs in _alternatives(pattern):
        word = _rarest(runs)
        if not word:
            return None
        found.append(word)
    return tuple(found)


def _alternatives(pattern: str) -> list[list[str]]:
    """For each alternative of the whole pattern the runs of characters it cannot match without."""
    alternatives: list[list[str]] = [[]]
    run, at = "", 0
    while at < len(pattern):
        character = pattern[at]
        literal, after = _element(pattern, at)
        if literal:
            run, at = run + literal, after
            continue
        # A quantifier that allows none takes back the character it stands after.
        alternatives[-1].append(run[:-1] if character in _QUANTIFIERS else run)
        if character == "|":
            alternatives.append([])
        run, at = "", after
    alternatives[-1].append(run)
    return alternatives


def _element(pattern: str, at: int) -> tuple[str, int]:
    """The literal character at a place, or nothing for what is none; and where the next element starts."""
    character = pattern[at]
    if character == "\\":
        escaped = pattern[at + 1]
        return ("" if escaped.isalnum() else escaped), at + 2
    if character == "[":
        found = _CLASS.match(pattern, at)
        return "", found.end() if found else len(pattern)
    if character == "(":
        return "", _after_group(pattern, at)
    if character == "{":
        found = _REPEAT.match(pattern, at)
        return "", found.end() if found else at + 1
    return ("" if character in "^$.|?*+)" else character), at + 1


def _after_group(pattern: str, at: int) -> int:
    """The place after the group that opens here."""
    depth = 0
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            at += 2
            continue
        if character == "[":
            found = _CLASS.match(pattern, at)
            at = found.end() if found else len(pattern)
            continue
        depth += (character == "(") - (character == ")")
        at += 1
        if depth == 0:
            return at
    return len(pattern)


def _rarest(runs: list[str]) -> str:
    """The end of a run that starts with the character rarest in running text; of equals the longest, then the rarest.

    A search skips to the first characters of what it looks for, so these decide what it costs.
    """
    ends = [run[start:] for run in runs for start in range(len(run)) if _is_word(run[start:])]
    return max(ends, key=_rarity, default="")


def _rarity(end: str) -> tuple[bool, bool, int, int]:
    rank = _COMMON.find(end[0])
    return rank == -1, rank >= _USUAL, len(end), sum(character not in _COMMON for character in end)


def _is_word(end: str) -> bool:
    return len(end) >= (_SHORTEST if end.isascii() else _SHORTEST_WIDE)
