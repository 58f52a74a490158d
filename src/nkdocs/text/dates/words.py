"""English date phrases cut into tokens: each a kind, one letter, and a value."""

import re
from collections.abc import Callable
from typing import Any, Final

from nkdocs.text.dates.juche import JUCHE_YEARS
from nkdocs.text.dates.parts import Clock
from nkdocs.text.dates.zones import zone_of

__all__ = ["MONTHS", "STOPS", "WEEKDAYS", "Token", "clock_of", "tokens"]

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
STOPS: Final = "mvnoc"
_YEAR_DIGITS: Final = 4
_LONGEST_SHORT: Final = 4
_DAY_DIGITS: Final = 2
_LAST_DAY: Final = 31
_FIRST_YEAR: Final = 1000
_YEAR_SUFFIXES: Final = (None, "s")
_SIXTY: Final = 60
_NOON: Final = 12
_MIDNIGHT: Final = 24
# Prepositions open a phrase; inside one, none of them follows, nor does a thing of one kind itself.
_FIRST_ONLY: Final = frozenset("dqfb")
# A phrase of the longest grammar has 14 tokens; the cap keeps a line of nothing but dates linear.
_MOST: Final = 14


# A token: its kind, one letter; its value; where it ends, a full stop after it not counted. A plain tuple,
# because a document's dates are read on the way of every parse. The kinds: w v weekday in full or short, m month,
# n number, o ordinal, y year, Y decade, c clock, z zone, e early mid late, E beginning middle end, s season,
# x last this next, u unit, r yesterday and its like, j Juche, h the, i of, d on, q in, p at, f from, b between,
# a and, t to, - / themselves.
Token = tuple[str, Any, int]


def _vocabulary() -> dict[str, tuple[str, int | str]]:
    words: dict[str, tuple[str, int | str]] = {}
    for number, name in enumerate(MONTHS, start=1):
        words[name] = words[name[:3]] = ("m", number)
    words["Sept"] = ("m", 9)
    for number, name in enumerate(WEEKDAYS):
        words[name], words[name[:3]] = ("w", number), ("v", number)
    words |= {"Tues": ("v", 1), "Thur": ("v", 3), "Thurs": ("v", 3)}
    lower: dict[str, tuple[str, int | str]] = {
        "beginning": ("E", 1), "start": ("E", 1), "middle": ("E", 2), "end": ("E", 3),
        "early": ("e", 1), "mid": ("e", 2), "late": ("e", 3),
        "spring": ("s", 21), "summer": ("s", 22), "autumn": ("s", 23), "fall": ("s", 23), "winter": ("s", 24),
        "last": ("x", -1), "this": ("x", 0), "next": ("x", 1),
        "week": ("u", "week"), "month": ("u", "month"), "year": ("u", "year"),
        "yesterday": ("r", -1), "today": ("r", 0), "tomorrow": ("r", 1),
        "the": ("h", ""), "of": ("i", ""), "on": ("d", ""), "in": ("q", ""), "at": ("p", ""), "from": ("f", ""),
        "between": ("b", ""), "and": ("a", ""),
        "to": ("t", ""),
        "until": ("t", ""), "till": ("t", ""), "through": ("t", ""),
    }  # fmt: skip
    capitals = {word.capitalize(): value for word, value in lower.items()}
    shouted = {word.upper(): value for word, value in words.items()}
    return words | lower | capitals | shouted


_WORDS: Final = _vocabulary()
_TOKEN: Final = re.compile(
    r"[\s,]{0,3}(?:"
    r"(?P<clock>\d{1,2}:\d{2}(?!\d)(?::\d{2}(?!\d)(?:\.\d{1,6})?)?(?:\s?(?:[AaPp]\.[Mm]\.?|[AaPp][Mm])(?![A-Za-z]))?"
    r"|\d{1,2}\s?(?:[AaPp]\.[Mm]\.?|[AaPp][Mm])(?![A-Za-z]))"
    r"|Juche\s?(?P<juche>\d{1,3})(?:\s?\((?P<year>\d{4})\))?(?!\d)"
    r"|(?P<number>\d{1,4})(?P<suffix>st|nd|rd|th|s)?(?![\dA-Za-z])"
    r"|(?P<zone>(?:UTC|GMT)\s?[+\-−]\d{1,2}(?::?\d{2})?(?!\d)|\+\d{2}:?\d{2}(?!\d)|(?<=\s)-\d{2}:?\d{2}(?!\d)"
    r"|Pyongyang time|Seoul time|local time)"
    r"|(?P<word>[A-Za-z]{1,9})(?![A-Za-z])|(?P<sign>[-‐‑–—~/]))"
)
_CLOCK: Final = re.compile(r"(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(?:([AaPp])\.?[Mm]\.?)?")


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
    if number is None or int(minute or 0) >= _SIXTY or int(second or 0) >= _SIXTY:
        return None
    micro = int(fraction[:6].ljust(6, "0")) if fraction else 0
    return Clock(number, int(minute or 0), int(second) if second else None, micro)


def _hour(hour: int, half: str) -> int | None:
    if not half or hour > _NOON:
        # Some sites write both, "오후 13:05": the hour past twelve already says which half it is in.
        return hour if hour < _MIDNIGHT and half != "a" else None
    return None if hour == 0 and half == "p" else hour % _NOON + (_NOON if half == "p" else 0)


def tokens(text: str, start: int, end: int, stops: str = STOPS) -> list[Token]:
    """The tokens from ``start`` on, up to the first thing that belongs to no date.

    ``stops`` are the kinds after which a full stop may stand inside a phrase.

    >>> "".join(token[0] for token in tokens("Monday 2nd June, 2014", 0, 21))
    'womy'
    """
    found: list[Token] = []
    kinds, position = "", start
    while len(kinds) < _MOST and (match := _TOKEN.match(text, position, end)) is not None:
        token = _READERS[match.lastgroup or ""](match)
        if token is None or _ends(token[0], kinds):
            break
        found.append(token)
        kinds += token[0]
        position = token[2]
        if position < end and text[position] == "." and token[0] in stops and (stops is STOPS or _short(match)):
            position += 1
    return found


def _short(match: re.Match[str]) -> bool:
    """Whether a name is cut short: in running text only then does its full stop not end the sentence."""
    return len(match["word"]) <= _LONGEST_SHORT and match["word"] not in {"June", "July", "May"}


def _ends(kind: str, kinds: str) -> bool:
    """Whether a kind cannot go on a phrase: no grammar has it there, and a line of nothing else stays cheap."""
    if not kinds or kind == "-":
        return False
    if kind == "d" and kinds[-1] in "cz":
        return False
    return kind in _FIRST_ONLY or (kind == kinds[-1] != "n") or kinds.count(kind) > 1


def _word(match: re.Match[str]) -> Token | None:
    word = match["word"]
    known = _WORDS.get(word)
    if known is not None:
        return (*known, match.end())
    zone = zone_of(word)
    return None if zone is None else ("z", zone, match.end())


def _zone(match: re.Match[str]) -> Token | None:
    zone = zone_of(match["zone"])
    return None if zone is None else ("z", zone, match.end())


def _clock(match: re.Match[str]) -> Token | None:
    clock = clock_of(match["clock"])
    return None if clock is None else ("c", clock, match.end())


def _sign(match: re.Match[str]) -> Token:
    sign = match["sign"]
    return "/" if sign == "/" else "-", sign, match.end()


def _juche(match: re.Match[str]) -> Token | None:
    year = match["year"]
    if int(match["juche"]) not in JUCHE_YEARS:
        return None
    return "j", (int(match["juche"]), int(year) if year else None), match.end()


def _number(match: re.Match[str]) -> Token | None:
    digits, suffix = match["number"], match["suffix"]
    number = int(digits)
    if len(digits) == _YEAR_DIGITS:
        if number < _FIRST_YEAR or suffix not in _YEAR_SUFFIXES or (suffix and number % 10):
            return None
        return "Y" if suffix else "y", number, match.end()
    if len(digits) > _DAY_DIGITS or suffix == "s" or not 1 <= number <= _LAST_DAY:
        return None
    return "o" if suffix else "n", number, match.end()


_READERS: Final[dict[str, Callable[[re.Match[str]], Token | None]]] = {
    "word": _word, "number": _number, "suffix": _number, "sign": _sign, "clock": _clock, "zone": _zone,
    "juche": _juche, "year": _juche,
}  # fmt: skip
