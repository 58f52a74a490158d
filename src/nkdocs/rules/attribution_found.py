"""An attribution as its places in the text: what the grammars of all languages give, and how they mask quotations."""

import re
from typing import Final, NamedTuple

__all__ = ["MASK", "NOWHERE", "Found", "Place", "Quoting", "masked", "sentence_start"]

Place = tuple[int, int]
NOWHERE: Final[Place] = (-1, -1)
# What stands for each character of a quotation.
MASK: Final = "■"
# No sentence quotes as often; a text of nothing but quotations stays cheap.
_MOST_QUOTED: Final = 12
_MARKS: Final = re.compile('[“「『"‘《]')


class Found(NamedTuple):
    """Who (with what belongs to it), the verb, whom it was told, and where a date phrase may stand."""

    speaker: Place
    named: bool
    verb: Place
    place: Place = NOWHERE
    outlet: Place = NOWHERE
    # Where the phrase of the time may begin, and how far to look; nothing but a comma and blanks may stand before it.
    day: Place = NOWHERE
    # Where else it may stand: at the head of the sentence.
    before: Place = NOWHERE


class Quoting(NamedTuple):
    """How a language ends sentences and quotes: stops, pairs of marks, what is quoted, how far back to look."""

    stops: tuple[str, ...]
    pairs: tuple[str, ...]
    quoted: re.Pattern[str]
    back: int


def sentence_start(text: str, first: int, place: int, stops: tuple[str, ...], quotes: tuple[str, ...]) -> int | None:
    """Where the sentence that holds ``place`` begins, no earlier than ``first``; None where it begins before.

    What is quoted is passed over: a sentence inside it ends nothing. ``quotes`` are pairs such as ``"“”"``.

    >>> sentence_start("눈이 왔다. 그는 “간다. 꼭.”고 말했다", 0, 18, (". ",), ("“”",))
    7
    """
    for _ in range(_MOST_QUOTED):
        stop, begin = -1, -1
        for mark in stops:
            found = text.rfind(mark, first, place)
            if found > stop:
                stop, begin = found, found + len(mark)
        shut, opening = -1, ""
        for pair in quotes:
            found = text.rfind(pair[1], first, place)
            if found > shut:
                shut, opening = found, pair[0]
        if shut < 0 or shut < stop:
            return begin if stop >= 0 else None
        place = text.rfind(opening, first, shut)
        if place < 0:
            return None
    return None


def masked(text: str, start: int, place: int, quoting: Quoting) -> tuple[str, int] | None:
    """The sentence up to ``place`` with what is quoted masked, and where it begins; None where that is too far back.

    >>> quoting = Quoting((". ",), ("“”",), re.compile("“[^”]*”"), 800)
    >>> masked("눈이 왔다. 그는 “간다. 꼭.”고 말했다", 0, 19, quoting)
    ('그는 ■■■■■■■■고', 7)
    """
    low = max(start, place - quoting.back)
    first = sentence_start(text, low, place, quoting.stops, quoting.pairs)
    if first is None:
        if low > start:
            return None
        first = start
    sentence = text[first:place]
    return (quoting.quoted.sub(_blanked, sentence) if _MARKS.search(sentence) else sentence), first


def _blanked(match: re.Match[str]) -> str:
    return MASK * len(match[0])
