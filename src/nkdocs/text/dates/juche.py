"""The Juche calendar: its year 1 is 1912, the months and days are the common ones."""

import re
from typing import Final

from nkdocs.text.dates.parts import Part, Told, exists

__all__ = ["JUCHE_YEARS", "juche", "juche_year"]

_BEFORE_YEAR_ONE: Final = 1911
# Up to 2099; a larger number after the word is not a year.
JUCHE_YEARS: Final = range(1, 189)
_DOTTED: Final = re.compile(r"[\[(]?Juche\s?(\d{1,3})\.\s?(\d{1,2})\.\s?(\d{1,2})\.?[\])]?")
_CONFLICT: Final = ("juche",)


def juche_year(year: int, gregorian: int | None) -> tuple[int | None, tuple[str, ...]]:
    """The common year, and ``("juche",)`` where a Juche and a common year disagree (the common one is kept).

    >>> juche_year(103, None), juche_year(103, 2015)
    ((2014, ()), (2015, ('juche',)))
    """
    counted = year + _BEFORE_YEAR_ONE
    if gregorian is None:
        return counted, ()
    return gregorian, () if counted == gregorian else _CONFLICT


def juche(phrase: str) -> Told | None:
    """What a dotted Juche day tells, as state media print it, or None.

    >>> juche("[Juche113.1.2.]").first[:3]
    (2024, 1, 2)
    """
    match = _DOTTED.fullmatch(phrase)
    if match is None or (phrase[0] in "[(") != (phrase[-1] in "])"):
        return None
    year, month, day = (int(number) for number in match.groups())
    part = Part(year + _BEFORE_YEAR_ONE, month, day)
    return Told(part) if year in JUCHE_YEARS and exists(part) else None
