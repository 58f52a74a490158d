"""Chinese date phrases, in simplified and traditional characters."""

from functools import cache
from typing import Final

from nkdocs.text.dates.parts import Told
from nkdocs.text.dates.signs import Grammar, Signs, signed_grammar, signed_phrase, signed_prefix

__all__ = ["chinese", "chinese_prefix"]

_SIGNS: Final = Signs(
    year="年", month="月", day="[日号號]", hour="[时時点點]", minute="分", juche="主体|主體",
    eras={},
    halves={"上午": "a", "下午": "p"},
    weekdays="一二三四五六日", weekday_forms="(?:星期|周|週|礼拜|禮拜|(?<=周)|(?<=週)){days}",
    thirds={"上旬": 1, "初": 1, "中旬": 2, "下旬": 3, "底": 3, "末": 3},
    seasons={"春天": 21, "春季": 21, "春": 21, "夏天": 22, "夏季": 22, "夏": 22,
             "秋天": 23, "秋季": 23, "秋": 23, "冬天": 24, "冬季": 24, "冬": 24},
    years={"前年": -2, "去年": -1, "今年": 0, "明年": 1},
    months={"上个月": -1, "上個月": -1, "上月": -1, "本月": 0,
            "这个月": 0, "這個月": 0, "下个月": 1, "下個月": 1, "下月": 1},
    weeks={"上周": -1, "上週": -1, "本周": 0, "本週": 0, "这周": 0, "這週": 0, "下周": 1, "下週": 1},
    days={"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "明天": 1, "后天": 2, "後天": 2},
    past={"上(?=星期|礼拜|禮拜)": -1, "下(?=星期|礼拜|禮拜)": 1},
    dashes=r"\s?[~∼〜\-–—]\s?|至\s?|到\s?", until="(?!)",
    also=r"[和与與及、](?=\d)",
    portions={"上半年": 106, "下半年": 706, "第?[1一]季度": 103, "第?[2二]季度": 403, "第?[3三]季度": 703,
              "第?[4四]季度": 1003},
)  # fmt: skip


@cache
def _grammar() -> Grammar:
    return signed_grammar(_SIGNS)


def chinese(phrase: str) -> Told | None:
    """What a whole Chinese phrase tells, or None.

    >>> chinese("2026年11月22日").first[:3]
    (2026, 11, 22)
    """
    return signed_phrase(_grammar(), _SIGNS, phrase)


def chinese_prefix(text: str, start: int, end: int) -> tuple[Told, int] | None:
    """The longest Chinese phrase that begins at ``start``, and where it ends.

    >>> chinese_prefix("6月2日至5日举行", 0, 9)[1]
    7
    """
    return signed_prefix(_grammar(), _SIGNS, text, start, end)
