"""Where English verbs of saying stand, told by searches for literals that cost next to nothing."""

import re
from collections.abc import Iterator, Sequence
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
    "ting ",
    " report",
    " wrote ",
    " saying that ",
    " put it",
    "believe",
)
_CITING: Final = "ting "
# These are what they are; told by where the verb ends.
_WHOLE: Final = {" saying that ": len(" saying"), " put it": len(" put it")}
_CITINGS: Final = frozenset({"citing", "Citing", "quoting", "Quoting"})
_LONGEST_CITING: Final = 4
# Verbs told in the present stand before "that" or beside a quotation, of which one sign tells that there is any.
_MARKS: Final = ((" that ", "t"), ("” ", "”"), (" “", "”"), ('" ', '"'), (' "', '"'))
_LONGEST_VERB: Final = 12
# The two letters before "ed" tell most other words apart.
_STEM_ENDS: Final = frozenset(word[-4:-2] for word in (*ED_VERBS, "pointed"))
_WORD: Final = re.compile(r"[A-Za-z]+")
_PRESENT: Final = frozenset({"say", "says", "tell", "tells", "report", "reports", "believe", "believes"})
_PAST: Final = frozenset({"said", "told", "wrote"})
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
    for mark, lead in _MARKS:
        if lead in text:
            parts = text[start:end].split(mark)
            # What stands beside a mark is looked up at once; only where it holds a verb its places are worked out.
            if mark[0] == " ":
                words = [part.rpartition(" ")[2].rstrip(",:") for part in parts[:-1]]
            else:
                words = [part.partition(" ")[0] for part in parts[1:]]
            if not _NOW.isdisjoint(words):
                yield from _beside(parts, words, mark, start)


def _beside(parts: Sequence[str], words: Sequence[str], mark: str, start: int) -> Iterator[Place]:
    """Where the verbs stand that end the parts before a mark, or begin those behind it."""
    for part, following, word in zip(parts, parts[1:], words, strict=False):
        start += len(part)
        if word in _NOW and word not in _PRESENT:
            before = mark[0] == " "
            first = start - len(part) + part.rindex(word) if before else start + len(mark) + following.index(word)
            yield first, first + len(word)
        start += len(mark)


def _literal(text: str, place: int, literal: str, start: int, end: int) -> Place | None:
    """The whole word or phrase around a literal, if it is one that tells who said something."""
    if literal in _WHOLE:
        return place + 1, place + _WHOLE[literal]
    if literal[0] == "c":
        return (place - 1, place + len(literal) - 1) if place > start and text[place - 1] in "Aa" else None
    if literal == _CITING:
        stem, last = text[max(start, place - _LONGEST_CITING) : place].rpartition(" ")[2], place + len(literal) - 1
        return (place - len(stem), last) if stem + "ting" in _CITINGS else None
    first = place + literal.startswith(" ")
    if first > start and text[first - 1].isalnum():
        return None
    word = _WORD.match(text, first, end)
    if word is None or (word[0] not in _PRESENT and word[0] not in _PAST):
        return None
    return word.span()
