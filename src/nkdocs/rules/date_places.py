"""Where in a text a date phrase could be: found by one character or a short word at a time, so for next to nothing."""

from collections.abc import Iterable, Iterator
from typing import Final

from nkdocs.text.dates.han_figures import HAN_DIGITS

__all__ = ["DAY_STEMS", "date_places"]

# Before "day" stands what makes it a weekday or "yesterday"; told by three letters, held against the whole.
DAY_STEMS: Final = {
    stem[-3:]: (stem, stem.capitalize()) for stem in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun", "yester")
} | {" to": ("to", "To")}
# What is looked for, and what must stand between two places counted from it. A capital is found in no time, whatever
# the text; "last" and "this" go without the letter that may be a capital, and "next" by its one rare letter.
_LATIN: Final = (
    ("J", 1, 3, frozenset({"an", "un", "ul"})), ("F", 1, 3, frozenset({"eb"})), ("M", 1, 3, frozenset({"ar", "ay"})),
    ("A", 1, 3, frozenset({"pr", "ug"})), ("S", 1, 3, frozenset({"ep"})), ("O", 1, 3, frozenset({"ct"})),
    ("N", 1, 3, frozenset({"ov"})), ("D", 1, 3, frozenset({"ec"})), ("day", -3, 0, frozenset(DAY_STEMS)),
    ("ast ", -1, 0, frozenset("lL")), ("his ", -1, 0, frozenset("tT")), ("x", -2, 0, frozenset({"ne", "Ne"})),
    ("ago", -1, 0, frozenset(" \n")), ("morrow", -2, 0, frozenset({"to", "To"})), ("q", -1, 7, frozenset({" quarter"})),
    ("half of the y", -1, 0, frozenset(" ")),
)  # fmt: skip
_FIGURES: Final = tuple("0123456789")
_WIDE_FIGURES: Final = tuple(chr(0xFF10 + digit) for digit in range(10))
# Syllables of nearly every Korean text, none of which a search for one byte confuses with Latin letters.
_LONGEST_FIGURES: Final = 4
_HANGUL_MARKS: Final = ("다", "에", "는", "일", "월", "년", "달", "어", "지", "초")
_HANGUL_WORDS: Final = (
    "어제", "그제", "그저께", "오늘", "지난", "작년", "올해", "내년", "이달", "내달", "이번", "다음", "요일", "금년",
    "올봄", "올여름", "올가을", "올겨울", "내일", "모레", "상반기", "하반기",
)  # fmt: skip
_HAN_MARKS: Final = ("。", "、", "，", "日", "月", "今", "去")
_HAN_WORDS: Final = (
    "昨", "今", "去年", "来年", "明年", "先月", "来月", "先週", "来週", "曜日",
    "上个月", "上個月", "本月", "下个月", "下個月", "上周", "上週", "本周", "本週",
    "下周", "下週", "前天", "星期", "明日", "明天", "明後日", "后天", "後天", "上半年", "下半年",
)  # fmt: skip
# What is told by a character and the one beside it: 사흘 전, 3日前, 来春.
_HANGUL_PAIRS: Final = (("전", -1, 0, frozenset(" 흘틀새루레주일")),)
_HAN_PAIRS: Final = (
    ("前", -1, 0, frozenset("日間天周週期")), ("来", 1, 2, frozenset("春夏秋冬")),
    ("季度", -2, 0, frozenset({"第一", "第二", "第三", "第四"})),
)  # fmt: skip
_SHOWN: Final = {"hangul": _HANGUL_MARKS, "han": _HAN_MARKS}
_WORDS: Final = {"hangul": _HANGUL_WORDS, "han": _HAN_WORDS}
_PAIRS: Final = {"hangul": _HANGUL_PAIRS, "han": _HAN_PAIRS}


def date_places(text: str, start: int, end: int) -> list[int]:
    """The places of ``text[start:end]`` at which a phrase could be looked for, in order.

    >>> date_places("It rained last May, on the 17th.", 0, 32)
    [11, 15, 27, 28]
    """
    places: list[int] = []
    find = text.find
    scripts = _scripts(text)
    for mark, low, high, wanted in (*_LATIN, *(pair for script in scripts for pair in _PAIRS[script])):
        place = find(mark, start, end)
        while place >= 0:
            if text[place + low : place + high] in wanted:
                places.append(place)
            place = find(mark, place + 1, end)
    for mark in _marks(scripts):
        place = find(mark, start, end)
        while place >= 0:
            places.append(place)
            place = find(mark, place + 1, end)
    if not text.isascii():
        places += _han_figures(text, start, end)
    places.sort()
    return places


def _han_figures(text: str, start: int, end: int) -> Iterator[int]:
    """Where figures in Chinese characters begin that a year or a month ends: 二〇一四年, 十月."""
    for sign in "年月":
        place = text.find(sign, start, end)
        while place >= 0:
            if text[place - 1] in HAN_DIGITS and place > start:
                first = max(start, place - _LONGEST_FIGURES)
                yield place - len(text[first:place]) + len(text[first:place].rstrip(HAN_DIGITS))
            place = text.find(sign, place + 1, end)


def _scripts(text: str) -> tuple[str, ...]:
    """The scripts beside the Latin one that a text shows."""
    if text.isascii():
        return ()
    return tuple([script for script, marks in _SHOWN.items() if any(mark in text for mark in marks)])


def _marks(scripts: Iterable[str]) -> Iterable[str]:
    """Figures, and the words of the scripts that the text shows."""
    words = [word for script in scripts for word in _WORDS[script]]
    return (*_FIGURES, *_WIDE_FIGURES, *words) if words else _FIGURES
