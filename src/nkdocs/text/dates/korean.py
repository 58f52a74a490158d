"""Korean date phrases."""

from functools import cache
from typing import Final

from nkdocs.text.dates.parts import Told
from nkdocs.text.dates.signs import Grammar, Signs, signed_grammar, signed_phrase, signed_prefix

__all__ = ["korean", "korean_prefix"]

_EDGE: Final = "(?=에|부터|까지|의|이|경|께|쯤)"
# "지난" belongs to a day, month, weekday or season, "지난달" and "지난주" are words of their own.
_NAMED: Final = r"(?=\s?(?:\d|[월화수목금토일]요일|봄|여름|가을|겨울))"
_SIGNS: Final = Signs(
    year="년", month="월", day="일", hour="시", minute="분", juche="주체",
    eras={},
    halves={"오전": "a", "오후": "p", "AM": "a", "PM": "p"},
    weekdays="월화수목금토일", weekday_forms="{days}요일",
    thirds={"상순": 1, "초순": 1, "초(?![가-힣])": 1, f"초{_EDGE}": 1,
            "중순": 2, "하순": 3, "말(?![가-힣])": 3, f"말{_EDGE}": 3},
    seasons={"봄": 21, "여름": 22, "가을": 23, "겨울": 24},
    years={"재작년": -2, "작년": -1, "지난해": -1, "올해": 0, "금년": 0, "올(?=\\s?[봄여가겨])": 0, "내년": 1},
    months={"지난달": -1, "지난 달": -1, "저번달": -1, "이달": 0, "이번달": 0, "이번 달": 0,
            "다음달": 1, "다음 달": 1, "내달": 1},
    weeks={"지난주": -1, "지난 주": -1, "이번주": 0, "이번 주": 0, "금주": 0, "다음주": 1, "다음 주": 1, "내주": 1},
    days={"그저께": -2, "그제": -2, "어제": -1, "오늘": 0, "내일": 1, "모레": 2},
    past={f"지난{_NAMED}": -1, f"오는{_NAMED}": 1, f"다음{_NAMED}": 1},
    dashes=r"\s?[~∼〜\-–—]\s?|부터\s?|에서\s?", until="까지",
    also=r"[과와]\s(?=\d)|\s?및\s?|\s?·\s?|,\s?(?=\d{1,2}일)",
    portions={"상반기": 106, "하반기": 706, "(?:1|1/4|1사)\\s?분기": 103, "(?:2|2/4|2사)\\s?분기": 403,
              "(?:3|3/4|3사)\\s?분기": 703, "(?:4|4/4|4사)\\s?분기": 1003, "전반기": 106, "후반기": 706},
)  # fmt: skip


@cache
def _grammar() -> Grammar:
    return signed_grammar(_SIGNS)


def korean(phrase: str) -> Told | None:
    """What a whole Korean phrase tells, or None.

    >>> korean("주체103(2014)년 4월 27일").first[:3]
    (2014, 4, 27)
    """
    return signed_phrase(_grammar(), _SIGNS, phrase)


def korean_prefix(text: str, start: int, end: int) -> tuple[Told, int] | None:
    """The longest Korean phrase that begins at ``start``, and where it ends.

    >>> korean_prefix("10월 18일부터 21일까지 열렸다", 0, 18)[1]
    15
    """
    return signed_prefix(_grammar(), _SIGNS, text, start, end)
