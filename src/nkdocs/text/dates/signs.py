"""Dates whose numbers carry signs (2014년 6월 2일, 2014年6月2日): one grammar, three languages' words.

Every quantifier is bounded, so a match costs the same wherever it starts.
"""

import re
from itertools import pairwise
from typing import Any, Final, NamedTuple

from nkdocs.text.dates.ends import joined, shares
from nkdocs.text.dates.juche import JUCHE_YEARS, juche_year
from nkdocs.text.dates.parts import Clock, Part, Told, exists
from nkdocs.text.dates.words import clock_of
from nkdocs.text.dates.zones import zone_of

__all__ = ["Grammar", "Signs", "Words", "signed_grammar", "signed_phrase", "signed_prefix"]

Words = dict[str, int]
_DASH: Final = r"\s?[~∼〜\-–—]\s?"
_NUMBERS: Final = re.compile(r"\d+")
_ZONE: Final = r"KST|JST|UTC(?:[+\-]\d{1,2})?|GMT(?:[+\-]\d{1,2})?"


class Signs(NamedTuple):
    """The words of one language; each mapping gives the number that its words stand for.

    ``eras`` maps an era to the year before its first and its last year. ``single`` words are regular
    expressions that also look at what follows, because one syllable may begin another word. ``portions`` are halves
    and quarters of a year: the month each begins with, times a hundred, and how many months it has.
    """

    year: str
    month: str
    day: str
    hour: str
    minute: str
    juche: str
    eras: dict[str, tuple[int, int]]
    halves: dict[str, str]
    weekdays: str
    weekday_forms: str
    thirds: Words
    seasons: Words
    years: Words
    months: Words
    weeks: Words
    days: Words
    past: Words
    dashes: str
    until: str
    also: str
    portions: Words


def _one_of(words: Words | dict[str, str] | dict[str, tuple[int, int]]) -> str:
    return "|".join(sorted(words, key=len, reverse=True)) or r"(?!)"


def _side(signs: Signs, n: int) -> str:
    """The pattern of one end of a phrase; its groups carry the number of the end."""
    weeks, past, pastw = _one_of(signs.weeks), _one_of(signs.past), f"pastw{n}"
    weekday = _weekday(signs, f"weekday{n}", beside=False)
    return (
        rf"(?:(?P<reld{n}>{_one_of(signs.days)})"
        rf"|(?:(?P<weeks{n}>{weeks})\s?|(?:(?P<{pastw}>{past})\s?)?){weekday}"
        rf"|(?P<week{n}>{weeks})"
        rf"|(?:(?P<past{n}>{past})\s?)?(?:{_year_pattern(signs, n)})?"
        rf"(?:\s?[의の的]?\s?(?P<season{n}>{_one_of(signs.seasons)})"
        rf"|\s?[의の的]?\s?(?P<portion{n}>{_one_of(signs.portions)})"
        rf"|{_day_pattern(signs, n)}))"
    )


def _year_pattern(signs: Signs, n: int) -> str:
    year, juche = signs.year, signs.juche
    return (
        rf"(?:(?P<years{n}>{_one_of(signs.years)})"
        rf"|(?:{juche})\s?(?P<juche{n}>\d{{1,3}})\s?(?:\(\s?(?P<jyear{n}>\d{{4}})\s?{year}?\)\s?)?{year}"
        rf"|(?P<year{n}>\d{{4}})\s?(?:\(\s?(?:{juche})\s?(?P<yjuche{n}>\d{{1,3}}){year}?\s?\)\s?)?"
        rf"(?:{year}(?P<decade{n}>대|代)?|(?={_DASH}\d{{4}}\s?{year}))"
        rf"|(?P<era{n}>{_one_of(signs.eras)})\s?(?P<eray{n}>\d{{1,2}}|元)"
        rf"\s?(?:\((?P<erai{n}>\d{{4}})年?\)\s?)?{year}(?:\((?P<erac{n}>\d{{4}})年?\))?)"
    )


def _day_pattern(signs: Signs, n: int) -> str:
    beside = _weekday(signs, f"beside{n}", beside=True)
    return (
        rf"(?:\s?(?:(?P<months{n}>{_one_of(signs.months)})"
        rf"|(?P<month{n}>\d{{1,2}})\s?(?:{signs.month}|(?={_DASH}\d{{1,2}}\s?{signs.month}))))?"
        rf"(?:\s?(?:(?P<day{n}>\d{{1,2}})\s?(?:{signs.day}|(?={_DASH}\d{{1,2}}\s?{signs.day}))(?:\s?{beside})?"
        rf"|(?P<third{n}>{_one_of(signs.thirds)})))?"
    )


def _weekday(signs: Signs, name: str, *, beside: bool) -> str:
    full = signs.weekday_forms.format(days=rf"(?P<{name}>[{signs.weekdays}])")
    if not beside:
        return full
    short = rf"\((?:周|星期)?(?P<{name}s>[{signs.weekdays}])(?:요일|曜日?)?\)"
    return rf"(?:{short}|{full})"


class Grammar(NamedTuple):
    """Two patterns of one language: any phrase, and the commonest one, days that nothing follows, read at once."""

    phrase: re.Pattern[str]
    plain: re.Pattern[str]


def signed_grammar(signs: Signs) -> Grammar:
    """The patterns of a language: a side, or two with what joins them, and a clock."""
    half = _one_of(signs.halves)
    clock = (
        rf"\s?(?:(?P<half>{half})\s?)?(?:(?P<clock>\d{{1,2}}:\d{{2}}(?!\d)(?::\d{{2}}(?!\d))?)"
        rf"|(?P<hour>\d{{1,2}})\s?(?:{signs.hour})(?:\s?(?P<minute>\d{{1,2}})\s?(?:{signs.minute}))?)"
        rf"(?:\s?(?P<after>{half}))?(?:\s?\(?(?P<zone>{_ZONE})\)?)?"
    )
    between = rf"(?P<between>(?:\d{{1,2}}\s?{signs.day}(?:{signs.also})){{0,8}})"
    joint = rf"(?:(?P<joint>{signs.dashes})|(?P<also>{signs.also}){between})"
    phrase = rf"{_side(signs, 1)}(?:(?:{clock})|{joint}{_side(signs, 2)}(?:{signs.until})?)?"
    # Possessive: what matched is never given back, so that "6월 2" of "6월 2~3일" is not read as a month.
    plain = (
        rf"(?:(\d{{4}})\s?{signs.year})?+(?:\s?(\d{{1,2}})\s?{signs.month})?+(?:\s?(\d{{1,2}})\s?{signs.day})?+"
        rf"(?!\s?(?:{signs.dashes}|{signs.also}|{half}|{_one_of(signs.thirds)}|{_one_of(signs.seasons)}|"
        rf"{_one_of(signs.portions)}"
        rf"|\d{{1,4}}\s?(?:{signs.hour}|[:~∼〜\-–—])|[({signs.weekdays}의の的대代周星週]))"
    )
    return Grammar(re.compile(phrase), re.compile(plain))


def signed_phrase(grammar: Grammar, signs: Signs, phrase: str) -> Told | None:
    """What a whole phrase tells, or None."""
    found = signed_prefix(grammar, signs, phrase, 0, len(phrase))
    return found[0] if found is not None and found[1] == len(phrase) else None


def signed_prefix(grammar: Grammar, signs: Signs, text: str, start: int, end: int) -> tuple[Told, int] | None:
    """The longest phrase that begins at ``start``, and where it ends."""
    match = grammar.plain.match(text, start, end)
    if match is not None and match.end() > start:
        year, month, day = (int(number) if number else None for number in match.groups())
        if month is None and year is not None and day is not None:
            return None
        part = Part(year, month, day)
        return (Told(part), match.end()) if exists(part) else None
    match = grammar.phrase.match(text, start, end)
    if match is None or match.end() == start:
        return None
    return _matched(match, signs)


def _matched(match: re.Match[str], signs: Signs) -> tuple[Told, int] | None:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    told = _side_told(groups, "1", signs)
    if told is None:
        return None
    if "joint" in groups:
        last = _side_told(groups, "2", signs, lent=told.first.third is not None)
        if last is None:
            return told, match.start("joint")
        told = joined(told, last)
    elif "also" in groups:
        both = _beside(told, _side_told(groups, "2", signs), groups.get("between", ""))
        return (told, match.start("also")) if both is None else (both, match.end())
    elif "clock" in groups or "hour" in groups:
        told = _timed(told, groups, signs)
    return None if told is None else (told, match.end())


def _beside(told: Told, last: Told | None, between: str) -> Told | None:
    """Days or months of which the later leave year or month to the first, else None: each stands alone."""
    if last is None or not shares(told.first, last.first):
        return None
    first = told.first
    if last.first.month is not None and first.unit == "year":
        last = last._replace(first=last.first._replace(unit=first.unit, step=first.step))
    both = joined(told, last)
    days = tuple([int(number) for number in _NUMBERS.findall(between)])
    if both is None or both.last is None or not _rising((first.day, *days, both.last.day) if days else ()):
        return None
    return both._replace(apart=True, between=days)


def _rising(days: tuple[int | None, ...]) -> bool:
    """Whether several days follow one another."""
    return all(day is not None and after is not None and day < after for day, after in pairwise(days))


def _side_told(groups: dict[str, str], n: str, signs: Signs, *, lent: bool = False) -> Told | None:
    """One end; ``lent`` where the other end has the month that "middle" and "end" are said of."""
    fields, conflicts = _year(groups, n, signs)
    fields |= _counted(groups, n, signs, fields.get("step") or 0)
    for name in ("month", "day"):
        if (raw := groups.get(name + n)) is not None:
            fields[name] = int(raw)
    fields |= _named(groups, n, signs, thirds=lent or "month" in fields or fields.get("unit") == "month")
    if not fields:
        return None
    past = groups.get("past" + n) or groups.get("pastw" + n)
    if past is not None and "year" not in fields and "unit" not in fields:
        fields["step"] = _number_of(past, signs.past)
    part = Part(**fields)
    beside = groups.get("beside" + n) or groups.get(f"beside{n}s")
    weekday = None if beside is None else signs.weekdays.index(beside)
    return Told(part, weekday=weekday, conflicts=conflicts) if exists(part) else None


def _counted(groups: dict[str, str], n: str, signs: Signs, step: int) -> dict[str, Any]:
    """Words that count from the day of reference: last month, this week, yesterday."""
    for name, unit, words in (
        ("months", "month", signs.months),
        ("weeks", "week", signs.weeks),
        ("week", "week", signs.weeks),
        ("reld", "day", signs.days),
    ):
        if (raw := groups.get(name + n)) is not None:
            return {"unit": unit, "step": _number_of(raw, words) + step}
    return {}


def _named(groups: dict[str, str], n: str, signs: Signs, *, thirds: bool) -> dict[str, Any]:
    """Seasons, weekdays and, of a month only, its early, middle and late days."""
    named: dict[str, Any] = {}
    if (raw := groups.get("season" + n)) is not None:
        named["season"] = _number_of(raw, signs.seasons)
    if (raw := groups.get("portion" + n)) is not None:
        named["month"], named["months"] = divmod(_number_of(raw, signs.portions), 100)
    if thirds and (raw := groups.get("third" + n)) is not None:
        named["third"] = _number_of(raw, signs.thirds)
    if (raw := groups.get("weekday" + n)) is not None:
        named["weekday"] = signs.weekdays.index(raw)
    return named


def _number_of(raw: str, words: Words) -> int:
    """The number of a word; the words are patterns where what follows matters, so a plain look-up may miss."""
    if raw in words:
        return words[raw]
    return next(number for word, number in words.items() if word.startswith(raw) or re.fullmatch(word, raw))


def _year(groups: dict[str, str], n: str, signs: Signs) -> tuple[dict[str, Any], tuple[str, ...]]:
    if (raw := groups.get("years" + n)) is not None:
        return {"unit": "year", "step": _number_of(raw, signs.years)}, ()
    juche = groups.get("juche" + n) or groups.get("yjuche" + n)
    stated = groups.get("year" + n) or groups.get("jyear" + n)
    common = None if stated is None else int(stated)
    if juche is not None:
        # A number that the calendar has not reached names no year; 0 is a year that no calendar has.
        year, conflicts = juche_year(int(juche), common) if int(juche) in JUCHE_YEARS else (0, ())
        return {"year": year}, conflicts
    if common is not None:
        if "decade" + n not in groups:
            return {"year": common}, ()
        return {"year": 0 if common % 10 else common, "decade": True}, ()
    if (era := groups.get("era" + n)) is not None:
        return _era_year(signs.eras[era], groups["eray" + n], groups.get("erac" + n) or groups.get("erai" + n))
    return {}, ()


def _era_year(era: tuple[int, int], raw: str, common: str | None) -> tuple[dict[str, Any], tuple[str, ...]]:
    before, last = era
    year = before + (1 if raw == "元" else int(raw))
    if common is not None:
        return {"year": int(common)}, () if int(common) == year else ("era",)
    # An era that had ended by then names no year; 0 is a year that no calendar has.
    return {"year": year if before < year <= last else 0}, ()


def _timed(told: Told, groups: dict[str, str], signs: Signs) -> Told | None:
    halves = [signs.halves[groups[name]] for name in ("half", "after") if name in groups]
    if told.first.day is None or len(halves) > 1:
        return None
    raw = groups.get("clock") or f"{groups['hour']}:{int(groups.get('minute', '0')):02}"
    clock: Clock | None = clock_of(raw, halves[0] if halves else None)
    zone = zone_of(groups["zone"]) if "zone" in groups else None
    if clock is None or ("zone" in groups and zone is None):
        return None
    return told._replace(clock=clock, zone=zone)
