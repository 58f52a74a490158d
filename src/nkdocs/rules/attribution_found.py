"""An attribution as its places in the text: what the grammars of all languages give."""

from typing import Final, NamedTuple

__all__ = ["NOWHERE", "Found", "Place"]

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
