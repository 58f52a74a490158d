"""Small, named repairs of text; each says what it changes and nothing else changes."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from nkdocs.errors import UsageError

__all__ = ["REPLACEMENT", "is_blank", "joined_lines", "one_line", "storable", "storable_or_none"]

REPLACEMENT: Final = "\ufffd"
_UNSTORABLE: Final = re.compile("[\0\ud800-\udfff]")
_BLANK_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Cn"})
# Ideographs, kana and their commas, stops and quotes are written without spaces, so a hard wrap between two of them
# adds none. In pairs: where a range starts, and what follows it. As a pattern they took two milliseconds to compile.
_UNSPACED: Final = "\u3001\u3003\u300c\u300e\u3040\u3100\u3400\u4dc0\u4e00\ua000\uf900\ufb00\uff0c\uff0d"


def storable(text: str) -> str:
    r"""Put U+FFFD for U+0000 and lone surrogates, one for one: some sinks refuse them.

    >>> storable("a\0b")
    'a�b'

    Raises:
        UsageError: if ``text`` is no string.
    """
    if text.__class__ is not str and not isinstance(text, str):
        raise UsageError(f"expected a string, not {text!r}")
    if "\0" in text:
        return _UNSTORABLE.sub(REPLACEMENT, text)
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            return _UNSTORABLE.sub(REPLACEMENT, text)
    return text


def storable_or_none(text: str | None) -> str | None:
    """Like ``storable``, with None left as it is."""
    return None if text is None else storable(text)


def is_blank(character: str) -> bool:
    r"""Whether a character needs no label: white space, controls, format marks, surrogates, unassigned.

    >>> is_blank("\u200b"), is_blank("x")
    (True, False)
    """
    return character.isspace() or unicodedata.category(character) in _BLANK_CATEGORIES


def one_line(text: str) -> str:
    r"""Every run of white space as one space, none at the ends.

    >>> one_line(" a\n  b ")
    'a b'
    """
    return " ".join(text.split())


def joined_lines(lines: Sequence[str]) -> str:
    """Hard-wrapped lines as one: a space between them, or nothing between ideographs or kana.

    >>> joined_lines(["a hard", "wrap"])
    'a hard wrap'
    """
    words = list(filter(None, [line.strip() for line in lines]))
    spaced = " ".join(words)
    if spaced.isascii():
        return spaced
    parts: list[str] = []
    for line in words:
        if parts and not (_is_unspaced(parts[-1][-1]) and _is_unspaced(line[0])):
            parts.append(" ")
        parts.append(line)
    return "".join(parts)


def _is_unspaced(character: str) -> bool:
    return bisect_right(_UNSPACED, character) % 2 == 1
