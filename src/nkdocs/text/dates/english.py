"""English date phrases: an order of tokens is looked up in a grammar, and read only where it fits whole."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from nkdocs.text.dates.ends import joined
from nkdocs.text.dates.juche import juche_year
from nkdocs.text.dates.parts import Part, Told, exists
from nkdocs.text.dates.words import MONTHS, WEEKDAYS, Token, tokens

__all__ = ["english", "english_prefix"]

_DAY: Final = (
    r"(?:[wv]?(?:mh?[no](?:i?y)?j?|h?[no]i?m(?:i?y)?j?)|[no](?:-m-|/m/)y|y(?:-m-|/m/)[no]|ym[no]|jmh?[no]"
    r"|r|d?ho|h?oi(?:xu|xm)|xw|d?w(?:i?xu)?|[wv]?mh?[no]i?xu|h?[no]i?mi?xu)"
)
_MONTH: Final = r"(?:h?(?:e-?|Ei)(?:mi?[yj]|mi?xu|m|xu)|m-?i?[yj]|mi?xu|ym(?![no])|m|xm)"
_SEASON: Final = r"(?:h?e?-?s(?:i?y|i?xu)?|xs)"
_YEAR: Final = r"(?:h?e?-?[yY]|h?Ei(?:y|xu)|xu|j)"
_SIDE: Final = rf"(?:{_DAY}|{_MONTH}|{_SEASON}|{_YEAR})"
_STAMP: Final = r"(?:[wv]?(?:m[no]y?|[no]my?)|ym[no])"
# Both ends of a range, the shorter ones leaving to the other what they share.
_ENDS: Final = (
    rf"(?P<l1>[wv]?m[no])[t-](?P<r1>[no]i?y?)(?![-/]?m)|(?P<l2>h?[no])[t-](?P<r2>h?[no]i?mi?y?)|"
    rf"(?P<l3>e)(?:-?t-?|-)(?P<r3>e-?m(?:i?y)?)"
    rf"|(?P<l4>{_SIDE})[t-](?P<r4>{_SIDE})|b(?P<l5>{_SIDE})a(?P<r5>{_SIDE})"
    # Two days or months that share what the second of them says, or the first: May and June 2013.
    rf"|(?P<l6>[wv]?m[no])a(?P<r6>[no]i?y?)(?![-/]?m)|(?P<l7>h?[no])a(?P<r7>h?[no]i?mi?y?)|(?P<l8>m)[a/](?P<r8>mi?y)"
    rf"|(?P<l9>[wv]?m[no])a(?P<r9>[wv]?m[no]y)|(?P<l10>[wv]?[no]i?m)a(?P<r10>[wv]?[no]i?mi?y)"
)
_GRAMMAR: Final = re.compile(
    rf"(?:(?P<c1>c)z?(?P<s1>[dq]?{_STAMP})|(?P<s2>d?{_STAMP})p?(?P<c2>c)z?)"
    rf"|[fdq]?(?:{_ENDS})|[dq]?(?P<one>{_SIDE})"
)
_TO: Final = 5
_PAIRS: Final = tuple((f"l{number}", f"r{number}", number > _TO) for number in range(1, 11))
_FIELDS: Final = {
    "m": "month",
    "n": "day",
    "o": "day",
    "y": "year",
    "e": "third",
    "E": "third",
    "s": "season",
    "x": "step",
    "u": "unit",
}


# The commonest phrases, where nothing follows that could belong to them: read at once, without tokens.
_PLAIN: Final = re.compile(
    r"(?:(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?:(?:(?<![a-z]{4})\.)?\s([1-9]\d?)(?!\d)(?:\s?(?:-|–|to|until|"
    r"through)\s?([1-9]\d?)(?!\d))?+)?+"
    r"(?:[,.]?\s([12]\d{3}))?+(?![\s,]{0,3}(?:[-‐‑–—~/\d]|Juche)|\.\s(?:\d|Juche)|\sand\s[\dA-Z])"
    r"|((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?![\s,.]{0,3}(?:[-‐‑–—~/\d]|(?:J[au]|Feb|Ma[ry]|A[pu]|Sep|"
    r"Oct|Nov|Dec)))"
    r"|((?:1[5-9]|20)\d\d)(?![\s,]{0,3}(?:[-‐‑–—~/]|[JFMASOND][a-z]{2}|\d{1,2}\s[JFMASOND])))"
    r"(?![A-Za-z0-9:/]|[\s,.]{0,3}(?:(?:to|until|till|through)\s(?:\d|[A-Z]|early|mid|late|the\s|last|this|next)"
    r"|(?:at|of|the)\s(?:the\s)?[\dA-Z]|(?:of\s)?(?:last|this|next)\s(?:week|year)))"
)
# What is no order of tokens, told by its first letters: parts of a year or month, several days of a month.
_NAME: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_PORTION: Final = re.compile(
    r"(?:[Tt]he )?([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]atter|1st|2nd|3rd|4th) (half|quarter) of "
    rf"(?:([12]\d{{3}})(?![\d-])|(last|this|next) year\b|({_NAME})\b(?:\.? ([12]\d{{3}})(?!\d))?)"
)
# Without its year: the latest such; of a half only where its year is spoken of.
_YEARLESS: Final = re.compile(
    r"(?:([Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th) (quarter)(?: of the year)?"
    r"|([Ff]irst|[Ss]econd|[Ll]atter) (half) of the year)\b"
)
_QUARTER: Final = re.compile(r"Q([1-4]),? ([12]\d{3})(?![\d-])")
_FIGURE: Final = r"[1-9]\d?(?:st|nd|rd|th)?"
_LIST: Final = re.compile(
    rf"({_NAME})\.? ({_FIGURE}(?:, {_FIGURE}){{1,8}}),? and ({_FIGURE})(?![\d:])(?:,? ([12]\d{{3}})(?!\d))?"
    rf"|({_FIGURE}(?:, {_FIGURE}){{1,8}}),? and ({_FIGURE}) (?:of )?({_NAME})(?![a-z])(?:,? ([12]\d{{3}})(?!\d))?"
)
_DAY_BESIDE: Final = re.compile(r"(?:[Tt]he )?[Dd]ay (?:before (yesterday)|after tomorrow)\b")
_PORTION_LETTERS: Final = frozenset("tTfFsSlL1234Q")
_LIST_LETTERS: Final = frozenset("JFMASOND123456789")
_BESIDE_LETTERS: Final = frozenset("tTdD")
_NUMBERS: Final = re.compile(r"\d+")
_ORDINALS: Final = {"f": 1, "1": 1, "s": 2, "2": 2, "l": 2, "t": 3, "3": 3, "4": 4}
_STEPS: Final = {"last": -1, "this": 0, "next": 1}
_HALVES: Final = 2
_MONTHS: Final = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_WEEKDAYS: Final = {name[:3]: number for number, name in enumerate(WEEKDAYS)}


class _Shape(NamedTuple):
    """What the grammar makes of an order of kinds: how far it fits, and which tokens are which end."""

    end: int
    left: slice
    right: slice | None
    stamp: bool
    apart: bool = False


def english(phrase: str) -> Told | None:
    """What a whole English phrase tells, or None.

    >>> told = english("Monday 2nd June, 2014")
    >>> told.first.year, told.first.month, told.first.day
    (2014, 6, 2)
    """
    opening = len("on ") if phrase.startswith(("on ", "On ")) else 0
    plain = _PLAIN.match(phrase, opening)
    if plain is not None and plain.end() == len(phrase) and (told := _plain(plain)) is not None:
        return told[0]
    if (other := _other(phrase, opening, len(phrase))) is not None:
        return other[0] if other[1] == len(phrase) else None
    cut = tokens(phrase, 0, len(phrase))
    if not cut or not _whole(phrase, cut[-1]):
        return None
    shape = _shape("".join([token[0] for token in cut]), whole=True)
    return None if shape is None else _told(shape, cut)


def _whole(phrase: str, last: Token) -> bool:
    """Whether nothing is left after the last token but the full stop of an abbreviation."""
    rest = phrase[last[2] :]
    return not rest or (rest == "." and last[0] in "mvc")


def english_prefix(text: str, start: int, end: int) -> tuple[Told, int, str] | None:
    """The longest phrase that begins at ``start``: what it tells, where it ends, its kinds.

    A full stop counts as part of it only after an abbreviation: elsewhere in running text it ends a sentence.

    >>> english_prefix("Oct. 18 to 21, the source", 0, 25)[1:]
    (13, 'mn-n')
    """
    plain = _PLAIN.match(text, start, end)
    if plain is not None:
        return _plain(plain)
    if (other := _other(text, start, end)) is not None:
        return other
    cut = tokens(text, start, end, "mv")
    kinds = "".join([token[0] for token in cut])
    shape = _shape(kinds, whole=False)
    if shape is None:
        return None
    told = _told(shape, cut)
    if told is None and shape.right is not None:
        # No range after all ("on Monday - June 2"): what came first may stand alone.
        shape = _shape(kinds[: shape.left.stop], whole=False)
        told = None if shape is None else _told(shape, cut)
    return None if told is None or shape is None else (told, cut[shape.end - 1][2], kinds[: shape.end])


def _plain(match: re.Match[str]) -> tuple[Told, int, str] | None:
    month, day, last, year, weekday, alone = match.groups()
    if alone is not None:
        return Told(Part(int(alone))), match.end(), "y"
    if weekday is not None:
        return Told(Part(weekday=_WEEKDAYS[weekday[:3]])), match.end(), "w"
    if day is None:
        return Told(Part(int(year) if year else None, _MONTHS[month[:3]])), match.end(), "my" if year else "m"
    begin = Part(int(year) if year else None, _MONTHS[month[:3]], int(day))
    if last is None:
        return (Told(begin), match.end(), "mny" if year else "mn") if exists(begin) else None
    end = begin._replace(day=int(str(last)))
    return (Told(begin, end), match.end(), "mn-n") if exists(end) and int(day) <= int(str(last)) else None


def _other(text: str, start: int, end: int) -> tuple[Told, int, str] | None:
    """What no order of tokens tells, and where it ends."""
    letter = text[start : start + 1]
    if letter in _PORTION_LETTERS and (portion := _portion_at(text, start, end)) is not None:
        return portion
    several = _LIST.match(text, start, end) if letter in _LIST_LETTERS else None
    if several is not None:
        told = _several(several)
        return None if told is None else (told, several.end(), "mnan")
    beside = _DAY_BESIDE.match(text, start, end) if letter in _BESIDE_LETTERS else None
    return None if beside is None else (Told(Part(unit="day", step=-2 if beside[1] else 2)), beside.end(), "R")


def _portion_at(text: str, start: int, end: int) -> tuple[Told, int, str] | None:
    """A half or quarter, with its year or without."""
    portion = _PORTION.match(text, start, end)
    if portion is not None:
        told = _portion(portion)
        return None if told is None else (told, portion.end(), "P")
    quarter = _QUARTER.match(text, start, end)
    if quarter is not None:
        return Told(Part(int(quarter[2]), int(quarter[1]) * 3 - 2, months=3)), quarter.end(), "P"
    yearless = _YEARLESS.match(text, start, end)
    if yearless is None:
        return None
    number, length = _ordinal(yearless[1] or yearless[3]), 3 if yearless[2] else 6
    return Told(Part(None, (number - 1) * length + 1, months=length)), yearless.end(), "P"


def _ordinal(word: str) -> int:
    return 4 if word[:2].lower() == "fo" else _ORDINALS[word[0].lower()]


def _portion(match: re.Match[str]) -> Told | None:
    """The second half of 2013, the third quarter of last year, the first half of May."""
    which, what, year, step, month, years = match.groups()
    number = _ordinal(which)
    halves = what == "half"
    if (halves and number > _HALVES) or (month and not halves):
        return None
    if month:
        part = Part(int(years) if years else None, _MONTHS[month[:3]], third=number + 3)
        return Told(part)
    length = 6 if halves else 3
    begin = Part(int(year) if year else None, (number - 1) * length + 1, months=length)
    return Told(begin._replace(unit="year", step=_STEPS[step]) if step else begin)


def _several(match: re.Match[str]) -> Told | None:
    """Three days of a month or more, in order."""
    groups = match.groups()
    month, (days, last, year) = (groups[0], groups[1:4]) if groups[0] else (groups[6], (*groups[4:6], groups[7]))
    numbers = [int(number) for number in _NUMBERS.findall(f"{days} {last}")]
    parts = [Part(int(year) if year else None, _MONTHS[month[:3]], number) for number in numbers]
    if not all(map(exists, parts)) or numbers != sorted(set(numbers)):
        return None
    return Told(parts[0], parts[-1], apart=True, between=tuple(numbers[1:-1]))


@lru_cache(maxsize=512)
def _shape(kinds: str, *, whole: bool) -> _Shape | None:
    """The grammar looked up once for each order of kinds; texts use few."""
    match = _GRAMMAR.fullmatch(kinds) if whole else _GRAMMAR.match(kinds)
    if match is None:
        return None
    for left, right, apart in _PAIRS:
        if match[left]:
            return _Shape(match.end(), slice(*match.span(left)), slice(*match.span(right)), stamp=False, apart=apart)
    for stamp in ("s1", "s2"):
        if match[stamp]:
            return _Shape(match.end(), slice(*match.span(stamp)), None, stamp=True)
    return _Shape(match.end(), slice(*match.span("one")), None, stamp=False)


def _told(shape: _Shape, cut: Sequence[Token]) -> Told | None:
    if shape.right is not None:
        told = _range(cut[shape.left], cut[shape.right])
        return told._replace(apart=True) if told is not None and shape.apart else told
    told = _single(cut[shape.left])
    if told is None or not shape.stamp:
        return told
    written = {kind: value for kind, value, _ in cut[: shape.end]}
    return told._replace(clock=written["c"], zone=written.get("z"))


def _single(side: Sequence[Token]) -> Told | None:
    fields: dict[str, Any] = {}
    weekday: int | None = None
    conflicts: tuple[str, ...] = ()
    for kind, value, _ in side:
        if kind in _FIELDS:
            fields[_FIELDS[kind]] = value
        elif kind in "wv":
            weekday = value
        elif kind in "rY":
            fields |= {"unit": "day", "step": value} if kind == "r" else {"year": value, "decade": True}
        elif kind == "j":
            fields["year"], conflicts = juche_year(value[0], value[1] or fields.get("year"))
    if weekday is not None and (fields.keys() <= {"step"} or fields.get("unit") == "week"):
        fields["weekday"], weekday = weekday, None
    if not _countable(fields):
        return None
    part = _part(fields)
    return Told(part, weekday=weekday, conflicts=conflicts) if exists(part) else None


def _countable(fields: dict[str, Any]) -> bool:
    """Whether what is counted from the day of reference holds what is named beside it: May last year, not last week."""
    if "unit" not in fields:
        return True
    held = "year" if "month" in fields or "season" in fields else "week" if "weekday" in fields else fields["unit"]
    return bool(fields["unit"] == held)


def _part(fields: dict[str, Any]) -> Part:
    # "early 2014" and "late last year" name no months: what is sure is the year.
    if "third" in fields and "month" not in fields and fields.get("unit") != "month":
        del fields["third"]
    return Part(**fields)


def _range(left: Sequence[Token], right: Sequence[Token]) -> Told | None:
    last = _single(right)
    if last is None:
        return None
    if len(left) == 1 and left[0][0] == "e":
        return joined(Told(last.first._replace(third=left[0][1])), last)
    first = _single(left)
    return None if first is None else joined(first, last)
