"""Where English verbs of saying stand, told by searches for literals that cost next to nothing."""

import re
from collections.abc import Iterator
from typing import Final

from nkdocs.rules.attribution_found import Place
from nkdocs.rules.attribution_words import ED_VERBS, PRESENT_VERBS

__all__ = ["verbs"]


def _third(verb: str) -> str:
    """A verb as he, she or it does it."""
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")


_ED: Final = re.compile(r"ed(?=[ ,.:\n—–“\"])")
_LITERALS: Final = (
    "said",
    "told",
    "ccording to ",
    "say",
    " tell",
    "iting ",
    "uoting ",
    " report",
    " wrote ",
    "believe",
)
# Verbs told in the present stand before "that" or beside a quotation, or the second part of this is none of them.
_THAT: Final = " that "
_QUOTES: Final = ("” ", '" ', " “", ' "')
_LONGEST_VERB: Final = 12
# The two letters before "ed" tell most other words apart.
_STEM_ENDS: Final = frozenset(word[-4:-2] for word in (*ED_VERBS, "pointed"))
_WORD: Final = re.compile(r"[A-Za-z]+")
_PRESENT: Final = frozenset({"say", "says", "tell", "tells", "report", "reports", "believe", "believes"})
_NOW: Final = PRESENT_VERBS | {_third(word) for word in PRESENT_VERBS}


def verbs(text: str, start: int, end: int) -> list[Place]:
    """Where the verbs of saying stand.

    >>> verbs("It rained, the source said.", 0, 27)
    [(22, 26)]
    """
    places: list[Place] = []
    for literal in _LITERALS:
        place = text.find(literal, start, end)
        while place >= 0:
            found = _literal(text, place, literal, start, end)
            if found is not None:
                places.append(found)
            place = text.find(literal, place + len(literal), end)
    places += _now(text, start, end)
    for match in _ED.finditer(text, start, end):
        last = match.end()
        if text[last - 4 : last - 2] not in _STEM_ENDS:
            continue
        word = text[max(start, last - _LONGEST_VERB) : last].rpartition(" ")[2]
        if word == "pointed" and text.startswith(" out", last, end):
            places.append((last - len(word), last + 4))
        elif word in ED_VERBS:
            places.append((last - len(word), last))
    places.sort()
    return places


def _now(text: str, start: int, end: int) -> Iterator[Place]:
    """Verbs of the present that other nouns and verbs are written like: before "that", beside a quotation."""
    for mark in (_THAT, *_QUOTES):
        place = text.find(mark, start, end)
        while place >= 0:
            if mark[0] == " ":
                last = place - (text[place - 1] in ",:") if place > start else place
                word = text[max(start, last - _LONGEST_VERB) : last].rpartition(" ")[2]
                first = last - len(word)
            else:
                first = place + 2
                word = text[first : first + _LONGEST_VERB].partition(" ")[0]
            if word in _NOW and word not in _PRESENT:
                yield first, first + len(word)
            place = text.find(mark, place + 2, end)


def _literal(text: str, place: int, literal: str, start: int, end: int) -> Place | None:
    """The whole word or phrase around a literal, if it is one that tells who said something."""
    if literal[0] == "c":
        return (place - 1, place + len(literal) - 1) if place > start and text[place - 1] in "Aa" else None
    if literal[0] in "iu":
        first = place - 1
        return (first, place + len(literal) - 1) if first >= start and text[first] in "cCqQ" else None
    first = place + literal.startswith(" ")
    if first > start and text[first - 1].isalnum():
        return None
    word = _WORD.match(text, first, end)
    if word is None or (word[0] not in _PRESENT and word[0] not in {"said", "told"}):
        return None
    return word.span()
