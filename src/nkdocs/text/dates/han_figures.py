"""Figures written in Chinese characters before the signs of a date: 二〇一四年六月二十一日."""

import re
from typing import Final

__all__ = ["HAN_DIGITS", "from_han_figures"]

HAN_DIGITS: Final = "〇零○一二三四五六七八九十"
_VALUES: Final = {"〇": 0, "零": 0, "○": 0} | {
    digit: value for value, digit in enumerate("一二三四五六七八九", start=1)
}
_FIGURES: Final = re.compile(
    r"(?<![〇零○一二三四五六七八九十百千万萬第])(?:(?P<year>[〇零○一二三四五六七八九]{4})(?=年)"
    r"|(?P<count>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号號]))"
)


def from_han_figures(phrase: str) -> str:
    """The phrase with common figures.

    >>> from_han_figures("二〇一四年十月二十一日")
    '2014年10月21日'
    """
    return _FIGURES.sub(_common, phrase)


def _common(match: re.Match[str]) -> str:
    return _year(match["year"]) if match["year"] else str(_count(match["count"]))


def _year(digits: str) -> str:
    return "".join(str(_VALUES[digit]) for digit in digits)


def _count(figures: str) -> int:
    tens, ten, ones = figures.rpartition("十")
    return (_VALUES.get(tens, 1) * 10 if ten else 0) + (_VALUES[ones] if ones else 0)
