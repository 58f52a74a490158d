"""The wording that parsers declare, looked for once for all of them."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from nkdocs.registry.literals import required_words

__all__ = ["MarkerTable"]

_UPTO: Final = 8  # so few words are found faster one by one


class MarkerTable:
    """Markers of all parsers: one pass finds the words any of them needs, then only those that can match are run.

    >>> table = MarkerTable({"ledger": [r"told (the )?Border Ledger"]})
    >>> table.hits("A trader told Border Ledger.")["ledger"].span()
    (9, 27)
    """

    def __init__(self, declared: Mapping[str, Sequence[str]]) -> None:
        self._markers = [(key, re.compile(pattern)) for key, patterns in declared.items() for pattern in patterns]
        self._always: set[int] = set()
        needing: dict[str, set[int]] = {}
        for number, (_, marker) in enumerate(self._markers):
            words = required_words(marker.pattern)
            if words is None:
                self._always.add(number)
            for word in words or ():
                needing.setdefault(word, set()).add(number)
        self._words = sorted(needing)
        self._scan = re.compile(_by_first_character(self._words)) if len(needing) > _UPTO else None
        self._wanted = {word: _together(word, needing) for word in needing}

    def hits(self, text: str) -> dict[str, re.Match[str]]:
        """For each parser the match of its first marker that matches anywhere in the text."""
        found: dict[str, re.Match[str]] = {}
        # In the order they were declared: of one parser's the first that matches counts.
        for number in sorted(self._possible(text)):
            key, marker = self._markers[number]
            match = None if key in found else marker.search(text)
            if match is not None:
                found[key] = match
        return found

    def _possible(self, text: str) -> set[int]:
        """Numbers of the markers that the words of the text allow."""
        if self._scan is None:
            present = {word for word in self._words if word in text}
        else:
            present = set(self._scan.findall(text))
        return self._always.union(*(self._wanted[word] for word in present))


def _by_first_character(words: Sequence[str]) -> str:
    """Alternatives grouped by first character, the longest first: the engine skips by a set of those characters."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


def _together(word: str, needing: Mapping[str, set[int]]) -> set[int]:
    """What a find of ``word`` makes possible: also whatever lies or starts inside it and was passed over with it.

    A longer word that starts at the same place would have been found instead.
    """
    wanted: set[int] = set()
    for other, numbers in needing.items():
        if other in word or any(other.startswith(word[start:]) for start in range(1, len(word))):
            wanted |= numbers
    return wanted
