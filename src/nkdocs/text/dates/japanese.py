"""Japanese date phrases, eras included."""

from functools import cache
from typing import Final

from nkdocs.text.dates.parts import Told
from nkdocs.text.dates.signs import Grammar, Signs, signed_grammar, signed_phrase, signed_prefix

__all__ = ["japanese", "japanese_prefix"]

_SIGNS: Final = Signs(
    year="年", month="月", day="日", hour="時", minute="分", juche="主体|チュチェ",
    eras={"明治": (1867, 1912), "大正": (1911, 1926), "昭和": (1925, 1989), "平成": (1988, 2019), "令和": (2018, 2099)},
    halves={"午前": "a", "午後": "p"},
    weekdays="月火水木金土日", weekday_forms="{days}曜日?",
    thirds={"上旬": 1, "初旬": 1, "初め": 1, "中旬": 2, "下旬": 3, "末": 3},
    seasons={"春": 21, "夏": 22, "秋": 23, "冬": 24},
    years={"一昨年": -2, "昨年": -1, "去年": -1, "今年": 0, "来年": 1, "来(?=[春夏秋冬])": 1,
           "今(?=[春夏秋冬])": 0, "昨(?=[春夏秋冬])": -1},
    months={"先月": -1, "今月": 0, "来月": 1},
    weeks={"先週": -1, "今週": 0, "来週": 1},
    days={"一昨日": -2, "昨日": -1, "今日": 0, "明日": 1, "明後日": 2},
    past={"去る": -1, "来る": 1},
    dashes=r"\s?[~∼〜\-–—]\s?|から\s?", until="まで",
    also=r"と(?=\d)|及び|・|、(?=\d{1,2}日)",
    portions={"上半期": 106, "下半期": 706, "第?[1一]四半期": 103, "第?[2二]四半期": 403, "第?[3三]四半期": 703,
              "第?[4四]四半期": 1003},
)  # fmt: skip


@cache
def _grammar() -> Grammar:
    return signed_grammar(_SIGNS)


def japanese(phrase: str) -> Told | None:
    """What a whole Japanese phrase tells, or None.

    >>> japanese("平成26年6月2日").first[:3]
    (2014, 6, 2)
    """
    return signed_phrase(_grammar(), _SIGNS, phrase)


def japanese_prefix(text: str, start: int, end: int) -> tuple[Told, int] | None:
    """The longest Japanese phrase that begins at ``start``, and where it ends.

    >>> japanese_prefix("17日に伝えた", 0, 7)[1]
    3
    """
    return signed_prefix(_grammar(), _SIGNS, text, start, end)
