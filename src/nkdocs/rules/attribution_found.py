"""An attribution as its places in the text: what the grammars of all languages give."""

from typing import Final, NamedTuple

__all__ = ["NOWHERE", "Found", "Place", "sentence_start"]

Place = tuple[int, int]
NOWHERE: Final[Place] = (-1, -1)


class Found(NamedTuple):
    """Who (with what belongs to it), the verb, whom it was told, and where a date phrase may stand."""

    speaker: Place
    named: bool
    verb: Place
    place: Place = NOWHERE
    outlet: Place = NOWHERE
    # Where the phrase of the time may begin, and how far to look; nothing but a comma and blanks may stand before it.
    day: Place = NOWHERE


def sentence_start(text: str, first: int, place: int, stops: tuple[str, ...], quotes: tuple[str, ...]) -> int | None:
    """Where the sentence that holds ``place`` begins, no earlier than ``first``; None where it begins before.

    What is quoted is passed over: a sentence inside it ends nothing. ``quotes`` are pairs such as ``"“”"``.

    >>> sentence_start("눈이 왔다. 그는 “간다. 꼭.”고 말했다", 0, 18, (". ",), ("“”",))
    7
    """
    while True:
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
