"""Days and weeks counted back from the day of the text: three days ago, 사흘 전, 3日前, 两周前.

Months and years so counted are mostly round, and no day of reference places what is round.
"""

import re
from typing import Final

from nkdocs.text.dates.parts import Part, Told

__all__ = ["AGO", "ago"]

_ENGLISH: Final = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
_KOREAN: Final = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "한": 1, "두": 2, "세": 3, "네": 4, "일": 1, "이": 2, "삼": 3,
}  # fmt: skip
_HAN: Final = {figure: number for number, figure in enumerate("一二三四五六七八九十", start=1)} | {"两": 2, "兩": 2}
_NUMBERS: Final = _ENGLISH | _KOREAN | _HAN
# By the last sign of the phrase: how many, of what.
AGO: Final = {
    "o": re.compile(rf"(?P<count>{'|'.join(_ENGLISH)}|\d{{1,2}})\s(?P<unit>day|week)s?\sago", re.IGNORECASE),
    "전": re.compile(
        r"(?:(?P<count>(?:하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘)|\d{1,2}(?=[일주])|[한두세네](?=\s?주)|"
        r"[일이삼](?=주일))(?:(?P<unit>\s?주일?)|일)?)\s?전"
    ),
    "前": re.compile(r"(?P<count>\d{1,2}|[一二三四五六七八九十两兩])(?:日|天|(?P<unit>週間|周|週|[个個]?星期))前"),
}
_MOST_DAYS: Final = 31
_MOST_WEEKS: Final = 10


def ago(phrase: str) -> Told | None:
    """What a whole phrase of this sort tells, or None; a week is the one of the calendar that lies so far back.

    >>> ago("three days ago").first.step, ago("2주 전").first.unit, ago("두 달 전")
    (-3, 'week', None)
    """
    pattern = AGO.get(phrase[-1:])
    match = None if pattern is None else pattern.fullmatch(phrase)
    if match is None:
        return None
    count, unit = match["count"], match["unit"]
    number = int(count) if count.isdigit() else _NUMBERS[count.lower()]
    week = unit is not None and unit.lower() != "day"
    if not 0 < number <= (_MOST_WEEKS if week else _MOST_DAYS):
        return None
    return Told(Part(unit="week" if week else "day", step=-number))
