"""English date phrases cut into tokens: each a kind, one letter, and a value."""

import re
from typing import Any, Final, NamedTuple

from nkdocs.text.dates.parts import Clock
from nkdocs.text.dates.zones import zone_of

__all__ = ["MONTHS", "WEEKDAYS", "Token", "clock_of", "tokens"]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# A phrase of the longest grammar has 14 tokens; the cap keeps a line of nothing but dates linear.
_MOST: Final = 16


class Token(NamedTuple):
    """A piece of a phrase: its kind, its value, and where it ends (a full stop after it not counted).

    Kinds: w v weekday in full or short, m month, n number, o ordinal, y year, Y decade, c clock, z zone,
    e early mid late, s season, x last this next, u unit, r yesterday and its like, j Juche, h the, i of,
    d on, q in, p at, f from, b between, a and, t to, and the dash and slash themselves.
    """

    kind: str
    value: Any
    end: int


def _vocabulary() -> dict[str, tuple[str, int | str]]:
    words: dict[str, tuple[str, int | str]] = {}
    for number, name in enumerate(MONTHS, start=1):
        words[name] = words[name[:3]] = ("m", number)
    words["Sept"] = ("m", 9)
    for number, name in enumerate(WEEKDAYS):
        words[name], words[name[:3]] = ("w", number), ("v", number)
    words |= {"Tues": ("v", 1), "Thur": ("v", 3), "Thurs": ("v", 3)}
    lower: dict[str, tuple[str, int | str]] = {
        "early": ("e", 1), "mid": ("e", 2), "late": ("e", 3),
        "spring": ("s", 21), "summer": ("s", 22), "autumn": ("s", 23), "fall": ("s", 23), "winter": ("s", 24),
        "last": ("x", -1), "this": ("x", 0), "next": ("x", 1),
        "week": ("u", "week"), "month": ("u", "month"), "year": ("u", "year"),
        "yesterday": ("r", -1), "today": ("r", 0), "tomorrow": ("r", 1),
        "the": ("h", ""), "of": ("i", ""), "on": ("d", ""), "in": ("q", ""), "at": ("p", ""), "from": ("f", ""),
        "between": ("b", ""), "and": ("a", ""), "to": ("t", ""), "until": ("t", ""), "till": ("t", ""), "through": ("t", ""),
    }  # fmt: skip
    capitals = {word.capitalize(): value for word, value in lower.items()}
    shouted = {word.upper(): value for word, value in words.items()}
    return words | lower | capitals | shouted


_WORDS: Final = _vocabulary()
_TOKEN: Final = re.compile(
    r"[\s,]{0,3}(?:"
    r"(?P<clock>\d{1,2}:\d{2}(?!\d)(?::\d{2}(?!\d)(?:\.\d{1,6})?)?(?:\s?[AaPp]\.?[Mm](?![A-Za-z]))?"
    r"|\d{1,2}\s?[AaPp]\.?[Mm](?![A-Za-z]))"
    r"|Juche\s?(?P<juche>\d{1,3})(?:\s?\((?P<year>\d{4})\))?(?!\d)"
    r"|(?P<number>\d{1,4})(?P<suffix>st|nd|rd|th|s)?(?![\dA-Za-z])"
    r"|(?P<zone>(?:UTC|GMT)\s?[+\-−]\d{1,2}(?::?\d{2})?(?!\d)|\+\d{2}:?\d{2}(?!\d)|(?<=\s)-\d{2}:?\d{2}(?!\d)"
    r"|Pyongyang time|Seoul time|local time)"
    r"|(?P<word>[A-Za-z]{1,9})(?![A-Za-z])|(?P<sign>[-‐‑–—~/]))"
)
_CLOCK: Final = re.compile(r"(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(?:([AaPp])\.?[Mm])?")


def clock_of(raw: str, half: str | None = None) -> Clock | None:
    """A time of day, None for one that no clock shows; ``half`` is "a" or "p" where it stands apart.

    >>> clock_of("4:15", "p"), clock_of("10:00 am"), clock_of("25:00")
    (Clock(hour=16, minute=15, second=None, microsecond=0), Clock(hour=10, minute=0, second=None, microsecond=0), None)
    """
    match = _CLOCK.fullmatch(raw)
    if match is None:
        return None
    hour, minute, second, fraction, letter = match.groups()
    number = _hour(int(hour), (letter or half or "").lower())
    if number is None or int(minute or 0) > 59 or int(second or 0) > 59:
        return None
    micro = int(fraction[:6].ljust(6, "0")) if fraction else 0
    return Clock(number, int(minute or 0), int(second) if second else None, micro)


def _hour(hour: int, half: str) -> int | None:
    if not half or hour > 12:
        # Some sites write both, "오후 13:05": the hour past twelve already says which half it is in.
        return hour if hour < 24 and half != "a" else None
    return None if hour == 0 and half == "p" else hour % 12 + (12 if half == "p" else 0)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens from ``start`` on, up to the first thing that belongs to no date.

    >>> "".join(token.kind for token in tokens("Monday 2nd June, 2014", 0, 21))
    'womy'
    """
    found: list[Token] = []
    position = start
    while len(found) < _MOST and (match := _TOKEN.match(text, position, end)) is not None:
        token = _token(match)
        if token is None:
            break
        found.append(token)
        position = token.end
        if position < end and text[position] == "." and _stops(token):
            position += 1
    return found


def _stops(token: Token) -> bool:
    """Whether a full stop may stand after a token inside a phrase (``Oct. 18``, ``March 30. 2014``, ``p.m.``)."""
    return token.kind in "mvnco"


def _token(match: re.Match[str]) -> Token | None:
    end, last = match.end(), match.lastgroup
    if last == "word":
        known = _WORDS.get(match["word"])
        if known is not None:
            return Token(known[0], known[1], end)
        zone = zone_of(match["word"])
        return None if zone is None else Token("z", zone, end)
    if last == "number" or last == "suffix":
        return _number(match["number"], match["suffix"], end)
    if last == "sign":
        sign = match["sign"]
        return Token("/" if sign == "/" else "-", sign, end)
    if last == "clock":
        clock = clock_of(match["clock"])
        return None if clock is None else Token("c", clock, end)
    if last == "zone":
        zone = zone_of(match["zone"])
        return None if zone is None else Token("z", zone, end)
    return Token("j", (int(match["juche"]), int(match["year"]) if match["year"] else None), end)


def _number(digits: str, suffix: str | None, end: int) -> Token | None:
    number = int(digits)
    if len(digits) == 4:
        kind = {None: "y", "s": "Y"}.get(suffix)
        return None if kind is None or number < 1000 or (kind == "Y" and number % 10) else Token(kind, number, end)
    if len(digits) > 2 or suffix == "s" or not 1 <= number <= 31:
        return None
    return Token("o" if suffix else "n", number, end)
