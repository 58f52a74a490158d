"""Places: which words name one, by the gazetteer of North Korea and by a short list of those around it."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from nkdocs.rules.gazetteer import CITIES, COUNTIES, DISTRICTS, PROVINCES

__all__ = ["county", "han_place", "hangul_place", "known_place"]

_LONGEST_COUNTY: Final = 5
# Countries, and towns across the border from which reports come.
_TOWNS: Final = """
    China Russia Japan Korea Mongolia Vietnam Thailand Laos Cambodia Malaysia Singapore Indonesia Germany France
    Britain Switzerland Kuwait Qatar Poland Dandong Shenyang Yanji Yanbian Tumen Hunchun Changbai Changchun Dalian Jilin
    Liaoning Heilongjiang Beijing Shanghai Harbin Ji'an Linjiang Helong Longjing Vladivostok Khabarovsk Moscow Seoul
    Busan Incheon Paju Tokyo Osaka Bangkok Hanoi Washington Geneva London Berlin Vienna
    """
_ABROAD: Final = frozenset(_TOWNS.split()) | {
    "North Korea",
    "South Korea",
    "Hong Kong",
    "New York",
    "United States",
    "Ulan Bator",
    "Kuala Lumpur",
}
_SUFFIX: Final = re.compile(
    r"(?: (?:[Pp]rovince|[Cc]ity|[Cc]ounty|[Dd]istrict|[Rr]egion|[Pp]refecture|[Tt]ownship|[Ss]pecial City)"
    r"|[ -](?:do|to|bukdo|namdo|si|gun|guyok|ri|dong))\Z"
)
_HANGUL_ABROAD: Final = (
    "중국", "러시아", "일본", "단둥", "선양", "옌볜", "연변", "옌지", "연길", "투먼", "도문", "훈춘", "창바이", "장백",
    "지린성", "길림성", "랴오닝성", "요녕성", "베이징", "서울", "도쿄", "블라디보스토크", "모스크바",
)  # fmt: skip
_HAN_ABROAD: Final = (
    "中国", "中國", "俄罗斯", "ロシア", "日本", "丹东", "丹東", "沈阳", "瀋陽", "延边", "延辺", "延吉", "图们", "図們",
    "珲春", "长白", "長白", "吉林省", "辽宁省", "遼寧省", "北京", "ソウル", "首尔", "东京", "東京",
)  # fmt: skip


# The same few names are asked for again and again.
@lru_cache(maxsize=4096)
def known_place(name: str) -> bool:
    """Whether a name, with or without ``Province``, ``-do`` and the like, is one the gazetteer has.

    >>> known_place("Ryanggang-do"), known_place("Hyesan City"), known_place("Rice County")
    (True, True, False)
    """
    return name in _ABROAD or _bare(name) in _romanised()


def hangul_place(text: str, start: int, end: int) -> int | None:
    """Where the Korean place that begins at ``start`` ends, or None.

    >>> hangul_place("양강도 혜산시의 한 소식통", 0, 14)
    7
    """
    return _end(_hangul(), text, start, end)


def han_place(text: str, start: int, end: int) -> int | None:
    """Where the place written in Chinese characters or kana that begins at ``start`` ends, or None.

    >>> han_place("両江道の消息筋", 0, 7)
    3
    """
    return _end(_han(), text, start, end)


def county(text: str, start: int, end: int, signs: str) -> int | None:
    """Where a county's bare name in Chinese characters ends that one of some signs follows, or None.

    >>> county("茂山の住民", 0, 5, "の"), county("公園の住民", 0, 5, "の")
    (2, None)
    """
    for last in range(start + 2, min(end, start + _LONGEST_COUNTY)):
        if text[last] in signs:
            name = text[start:last] + "郡"
            return last if han_place(name, 0, len(name)) == len(name) else None
    return None


def _end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    found = pattern.match(text, start, end)
    return None if found is None or found.end() == start else found.end()


def _bare(name: str) -> str:
    return _SUFFIX.sub("", name).casefold().replace("’", "'")


def _forms(table: str, column: int) -> Iterable[str]:
    for line in table.strip().splitlines():
        for form in line.split("|")[column].split():
            yield form.replace("_", " ")


def _either(forms: Iterable[str]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(set(forms), key=len, reverse=True))) + ")"


@cache
def _romanised() -> frozenset[str]:
    tables = (PROVINCES, CITIES, COUNTIES, DISTRICTS)
    return frozenset(_bare(form) for table in tables for form in _forms(table, 0))


def _composed(column: int, signs: tuple[str, str, str], abroad: Iterable[str], gap: str) -> re.Pattern[str]:
    """A province, a city or county, or both; a county's short name is a word of its own too and wants its sign."""
    of_province, of_city, of_county = signs
    province = _either(_forms(PROVINCES, column)) + of_province
    city = f"{_either([*_forms(CITIES, column), *_forms(DISTRICTS, column)])}(?:{of_city})?"
    county = f"{_either(_forms(COUNTIES, column))}{of_county}"
    town = f"(?:{city}|{county})"
    beyond = _either(abroad)
    return re.compile(f"{province}(?:{gap}{town})?|{town}|{beyond}(?:{gap}(?:{beyond}|{town}))*")


@cache
def _hangul() -> re.Pattern[str]:
    return _composed(1, ("(?:도|(?<=[함평황][남북]))", "시|구역", "군"), _HANGUL_ABROAD, r"\s?")


@cache
def _han() -> re.Pattern[str]:
    return _composed(2, ("道", "市|區域|区域", "[郡县縣]"), _HAN_ABROAD, "[の・]?")
