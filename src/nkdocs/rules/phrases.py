"""The date phrase at a place in running text, or none: the grammars, and what must not stand around a date."""

import re
from typing import Final

from nkdocs.rules.ago_phrases import ago_at
from nkdocs.rules.date_places import DAY_STEMS
from nkdocs.rules.surroundings import ALSO_NAMES, Place, leads_month, plausible
from nkdocs.text.dates.chinese import chinese, chinese_prefix
from nkdocs.text.dates.english import english_prefix
from nkdocs.text.dates.han_figures import HAN_DIGITS, from_han_figures
from nkdocs.text.dates.japanese import japanese_prefix
from nkdocs.text.dates.korean import korean_prefix
from nkdocs.text.dates.numeric import numeric_prefix
from nkdocs.text.dates.parts import Told
from nkdocs.text.dates.reading import LONGEST, plain_figures

__all__ = ["phrase_at"]

Phrase = tuple[int, int, Told]

_MONTH_LETTERS: Final = frozenset("JFMASOND")
_LEADS: Final = frozenset((
    "end", "beginning", "start", "middle",
    "early", "mid", "late", "Early", "Mid", "Late", "last", "next", "this", "Last", "Next", "This", "between",
    "Between", "to", "and", "of", "on", "On", "the", "Juche", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    "spring", "summer", "autumn", "fall", "winter", "Spring", "Summer", "Autumn", "Fall", "Winter",
    "half", "quarter", "first", "second", "third", "fourth", "latter", "First", "Second", "Third", "Fourth", "Latter",
    "1st", "2nd", "3rd", "4th", "day", "before", "after", "Q1", "Q2", "Q3", "Q4",
))  # fmt: skip
# A phrase starts with none of these: they only join a lead word to what follows it.
_JOINTS: Final = frozenset({"to", "and", "of", "the", "on", "On", "half", "quarter", "before", "after"})
# The kinds of a weekday, of which a preposition is part (on Friday last week).
_WEEKDAYS: Final = frozenset({"w", "wxu"})
_MOST_LEADS: Final = 4
# 7 a.m. on Oct. 3
_CLOCK_BEFORE: Final = re.compile(r"(?<![\d:.])\d{1,2}(?::\d\d)?\s?(?:[ap]\.m\.|[ap]m|[AP]M)\s(?:on\s)?\Z")
_CLOCK_ENDS: Final = frozenset("mM.n")
_LONGEST_CLOCK: Final = 16
_LONGEST_LEAD: Final = 9
# Signs that make the figures after them a price, a number, a part of an address or of a longer figure.
_NO_DATE_AFTER: Final = frozenset("$€£¥₩#@_/\\.,:+%=&?")
_GOES_ON: Final = re.compile(r"[A-Za-z0-9_%]|[-–./:]\d|,\d{3}|[-–]year|\s?['’]\d|,?\s(?:1[5-9]|20)\d\d")
_NEW_STYLE: Final = re.compile(r"\d{4}[-./]\s?\d{1,2}[-./]|\d{1,2}([-/.])\d{1,2}\1\d{4}")
_SIGNED: Final = re.compile(
    r"\d{1,4}\s?(?:[~∼〜\-–—]\s?\d{1,4}\s?)?(?:\(\D{0,3}\d{1,4}\)\s?)?([년월일年月日号號])|[1-4]\s?(분)기"
)
_NEAR: Final = 28
_RELATIVE: Final = re.compile(
    r"(?:[Ll]ast|[Nn]ext|[Tt]his)\s(?:week|month|year|spring|summer|autumn|fall|winter)(?![A-Za-z])"
)
_FIGURE_LEADS: Final = (
    "on the ", "On the ", "Juche ", "night of the ", "morning of the ", "evening of the ", "afternoon of the ",
    "between the ", "Between the ", "from the ", "From the ", "and the ",
)  # fmt: skip
# What may follow the figures that open an English phrase: a month, to another day, a clock before a month, a year.
_HOPEFUL: Final = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?(?:[\s/,-]{1,2}(?:of\s)?[JFMASOND][a-z]{2}"
    r"|\s?(?:to|until|through|and|-|–|—)\s?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[JFMASOND]"
    r"|(?:st|nd|rd|th)?(?:,\s\d{1,2}(?:st|nd|rd|th)?){1,8},?\sand\s\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[JFMASOND]"
    r"|:\d\d[^\n]{0,16}?[JFMASOND][a-z]{2})|(?:1[5-9]|20)\d\d(?!\d)"
)
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_GOES_ON: Final = re.compile(_MONTH + r"(?:[.,\s]{1,3}\d|[.\s]{1,2}(?:to|until|through|and|of|the)\s|\s?[-–—/])")
_BARE_MONTH: Final = re.compile(_MONTH + r"(?![A-Za-z])")
# What places a phrase without a year elsewhere than by the day of reference.
_NAME: Final = _MONTH + r"(?![a-z])"
_PLACED_BY: Final = re.compile(
    r",?\s(?:a|one|two|three|four|\d{1,2})\sweeks?\sago\b|,?\s(?:(?:of|in)\s)?(?:the\s(?:following|next|previous|preceding|same)|that)\s(?:same\s)?(?:year|month|week)\b"
    rf"|(?:,?\s(?:(?:and|or)\s)?(?:{_NAME}\.?\s)?\d{{1,2}}(?:st|nd|rd|th)?\b|,?\s(?:(?:and|"
    rf"or)\s)?{_NAME}){{1,6}},?\s(?:19|20)\d\d\b"
)
_PLACED_AFTER: Final = (
    "following ",
    "previous ",
    "preceding ",
    "same ",
    "that ",
    "That ",
    "ago on ",
    "ago, on ",
    "ago ",
)
_PLACED_AFTER_SIGNS: Final = re.compile(
    r"(?:그\s?해|이듬해|다음\s?해|같은\s?해|당해|그\s?달|同年|同月|翌年|翌月|次年|第二年|同一年)의?\s?\Z"
)
_JOINED_LEADS: Final = ("mid-", "early-", "late-", "pre-", "post-", "Mid-", "Early-", "Late-", "Pre-", "Post-")
_KOREAN_TAIL: Final = re.compile(
    r"\s?(?:간|동안|째|만에|분(?!기)|치|정도|이상|이하|가량|뒤|후|여|씩|짜리|차|밤|내로|안에|대(?!회|한|표|"
    r"의)|평균|(?<=년)(?:대|사(?![가-힣]{2})))"
)
_HAN_TAIL: Final = re.compile(
    r"\s?(?:間|间|目|後|后|前|以内|以內|連続|连续|ぶり|分|以上|余|ずつ|代|来(?!年|月|週)|內|内)"
)
_SIGNED_LEAD: Final = re.compile(
    r"(?:지난해|지난\s?달|지난|재작년|작년|올해|금년|내년|이번\s?달|이달|다음\s?달|내달|오는|주체\s?|"
    r"一昨年|昨年|去年|今年|来年|明年|先月|今月|来月|去る|来る|上个月|上個月|上月|本月|下个月|下個月|"
    r"令和|平成|昭和|大正|明治|主体|主體|チュチェ)\s?\Z"
)
# What comes again and again is no day.
_EACH: Final = re.compile(r"(?:매[주월년달해]\s|[每毎][周週月年]?)(?:\d{1,2}[월月]\s?)?\Z")
_EACH_SIGNS: Final = ("매", "每", "毎")
# A day that its month does not have is not read with it, nor as the end of a span: alone it would be another's.
_PART_BEFORE: Final = re.compile(r"\d\s?(?:[월月]|[일日号號]?\s?(?:[~∼〜\-–—至到]|から|부터|에서))\s?\Z")
# "Today" is the day of publication only where the hour says so; elsewhere it is mostly these times.
_TODAY: Final = re.compile(
    r"(?!오늘|今日|今天)|(?:오늘|今日|今天)(?:\s?(?:오전|오후|아침|저녁|새벽|정오|밤|午前|午後|未明|朝|上午|下午|早上|晚上|凌晨|中午|夜))"
)
_HAN_DATE: Final = re.compile(
    rf"[{HAN_DIGITS}]{{4}}年(?:[{HAN_DIGITS}]{{1,2}}月(?:[{HAN_DIGITS}]{{1,3}}[日号號])?)?"
    rf"|[{HAN_DIGITS}]{{1,2}}月[{HAN_DIGITS}]{{1,3}}[日号號]"
)
# What is looked for by a later sign than its first: 월요일, 金曜日, 第三季度.
_BACK: Final = {"요": 1, "曜": 1, "季": 2}
# A year named before in the sentence may be the one of a half or quarter that has none of its own.
_YEAR_BEFORE: Final = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)[^.。!?\n]{0,120}\Z")
_LONGEST_CLAUSE: Final = 140
# Days to come, where what follows shows that a day is meant and no better future.
_AHEAD: Final = re.compile(
    r"(?:내일|모레)(?=부터|까지|\s(?!위)|오전|오후|아침|저녁|밤|,)"
    r"|(?:明日|明後日)(?=[、にはもか]|まで|の(?:朝|午前|午後|夜|会議|大会))|(?:明天|后天|後天)(?![的气氣空性天然])"
)
_NO_AHEAD_BEFORE: Final = (
    "오늘",
    "오늘 ",
    "오늘도 ",
    "오늘과 ",
    "나은 ",
    "밝은 ",
    "大",
    "说",
    "說",
    "証",
    "证",
    "表",
    "声",
    "先",
)
_NO_DAY_BEFORE_YESTERDAY: Final = frozenset("从從以之目眼面空史大生")
# 3일 전: three days ago, no third day.
_COUNTED_BACK: Final = re.compile(r"\s?전(?=에|부터|의|까지|[\s,.]|\Z)")
_JOINED_QUARTERS: Final = frozenset("·∙ㆍ/~-–,")
# The last characters of those words.
_LEAD_ENDS: Final = frozenset("해달난년는체年月る和成治正体體ェ")
_PLACED_ENDS: Final = frozenset(" 해의달年月")
# What a Chinese phrase may hold and a Japanese one does not.
_CHINESE: Final = re.compile("[号號至到和与與及季个個周週底天时点點初冬夏秋春上下]")
_HANGUL: Final = re.compile("[가-힣]")


def phrase_at(text: str, place: int, floor: int, end: int) -> Phrase | None:
    """The phrase around a place, between ``floor`` and ``end``: its bounds and what it tells.

    >>> phrase_at("a four-day session from Oct. 18 to 21", 24, 0, 37)[:2]
    (24, 37)
    """
    letter = text[place]
    if letter.isdigit():
        return _figures(text, place, floor, end)
    if letter in _MONTH_LETTERS:
        return _month_name(text, place, floor, end)
    if letter == "d":
        stem = DAY_STEMS.get(text[place - 3 : place])
        if stem is None or not text.endswith(stem, floor, place):
            return None
        return _english(text, place - len(stem[0]), floor, end)
    return (_word if letter.isascii() else _sign)(text, place, floor, end)


def _sign(text: str, place: int, floor: int, end: int) -> Phrase | None:
    """The Korean, Japanese or Chinese phrase around a sign."""
    letter = text[place]
    if letter in HAN_DIGITS:
        return _han_figures(text, place, floor, end)
    if letter in "전前" and ((counted := ago_at(text, place, floor, end)) is not None or letter == "전"):
        return counted
    back = _BACK.get(letter, 0)
    if letter == "昨" and text[place - 1] == "一":
        back = 1
    return _signed(text, place - back if place - back >= floor else place, floor, end)


def _word(text: str, place: int, floor: int, end: int) -> Phrase | None:
    """The phrase around a word that was looked for without its first letters: last, next, this, tomorrow, ago."""
    if text.startswith("ago", place):
        return ago_at(text, place, floor, end)
    # Before these stands which of them: the third quarter, the first half of the year.
    if text.startswith(("quarter", "half"), place):
        return _english(text, place, floor, end)
    begin = place - (2 if text[place] in "xm" else 1)
    if begin < floor or not (text[place] == "m" or _RELATIVE.match(text, begin, end)):
        return None
    return _english(text, begin, floor, end)


def _figures(text: str, place: int, floor: int, end: int) -> Phrase | None:
    """A phrase that begins with the figure at ``place``, unless that is the middle of something else."""
    before = text[place - 1] if place > floor else " "
    if before.isdigit() or before in _NO_DATE_AFTER:
        return None
    if before.isascii() and before.isalpha():
        juche = text.endswith("Juche", floor, place)
        return _english(text, place - len("Juche"), floor, end) if juche else None
    near = text[place : min(end, place + _NEAR)]
    if not near.isascii():
        near = plain_figures(near)
        if (sign := _SIGNED.match(near)) is not None:
            return _signed(text, place, floor, end, hangul=(sign[1] or sign[2]) in "년월일분")
    if _NEW_STYLE.match(near):
        return _numeric(text, place, min(end, place + LONGEST))
    if before in "-–" and not text.endswith(_JOINED_LEADS, floor, place):
        return None
    hopeful = _HOPEFUL.match(near) or text.endswith(_FIGURE_LEADS, floor, place)
    return _english(text, place, floor, end) if hopeful else None


def _month_name(text: str, place: int, floor: int, end: int) -> Phrase | None:
    """A phrase around a month's name, which alone is a date only where something vouches for it."""
    if not _MONTH_GOES_ON.match(text, place, end):
        name = _BARE_MONTH.match(text, place, end)
        if name is None or (name[0] in ALSO_NAMES and not leads_month(text, floor, place)):
            return None
    return _english(text, place, floor, end)


def _numeric(text: str, place: int, limit: int) -> Phrase | None:
    found = numeric_prefix(plain_figures(text[place:limit]), 0, limit - place)
    if found is None:
        return None
    told, length = found
    # The full stop belongs to 2014.06.02. but after 2014-06-02. it ends the sentence.
    stop = place + length - (text[place + length - 1] == "." and text[place + 4] != ".")
    return None if _GOES_ON.match(text, stop, limit) else (place, stop, told)


def _english(text: str, begin: int, floor: int, end: int) -> Phrase | None:
    for start in _starts(text, begin, floor):
        found = _read(text, start, floor, end)
        if found is None or found[1] <= begin:
            continue
        told, stop, kinds = found
        place = Place(text, floor, start, stop, end)
        if not _stands_alone(place) or not plausible(kinds, place):
            return None
        if told.first.year is None and told.first.unit is None and _placed_elsewhere(place):
            told = told._replace(loose=True)
        if kinds in _WEEKDAYS and text.endswith(("on ", "On "), floor, start):
            return start - 3, stop, told
        return start, stop, told
    return None


def _read(text: str, start: int, floor: int, end: int) -> tuple[Told, int, str] | None:
    """The longest phrase from ``start`` on; of a pair whose second figure may count something else, the first."""
    found = english_prefix(text, start, min(end, start + LONGEST))
    if found is None or not found[0].apart or plausible(found[2], Place(text, floor, start, found[1], end)):
        return found
    return english_prefix(text, start, text.index("and", start))


def _placed_elsewhere(place: Place) -> bool:
    """Whether other words than the phrase say in which year or month it lies."""
    if place.text.endswith(_PLACED_AFTER, place.floor, place.start):
        return True
    if place.text.startswith(("quarter", "half"), place.text.find(" ", place.start, place.stop) + 1):
        return _year_before(place.text, 0, place.start)
    return _PLACED_BY.match(place.text, place.stop, place.end) is not None


def _starts(text: str, begin: int, floor: int) -> list[int]:
    """Where the phrase may begin: at the words that lead up to ``begin``, the farthest first, then there.

    "the" comes last: it belongs to a phrase only before an ordinal ("the 17th").
    """
    starts: list[int] = []
    articles: list[int] = []
    edge = begin
    for _ in range(_MOST_LEADS):
        if edge <= floor or text[edge - 1] not in " -\n":
            break
        # "July, 2014" and "on Friday, 3 May": a lead may end in a comma.
        word = text[max(floor, edge - 1 - _LONGEST_LEAD) : edge - 1].replace("-", " ").replace("\n", " ")
        word = word.rpartition(" ")[2]
        start = edge - 1 - len(word)
        word = word.rstrip(",")
        if word not in _LEADS:
            break
        edge = start
        if word == "the":
            articles.append(start)
        elif word not in _JOINTS:
            starts.append(start)
    if edge > floor and text[edge - 2 : edge - 1] in _CLOCK_ENDS:
        near = max(floor, edge - _LONGEST_CLOCK)
        clock = _CLOCK_BEFORE.search(text, near, edge)
        if clock is not None:
            starts.append(clock.start())
    starts.reverse()
    return [*starts, begin, *articles]


def _stands_alone(place: Place) -> bool:
    text, start = place.text, place.start
    before = text[start - 1] if start > place.floor else " "
    if before.isalnum() or before in _NO_DATE_AFTER:
        return False
    return _GOES_ON.match(text, place.stop, place.end) is None


def _signed(text: str, place: int, floor: int, end: int, *, hangul: bool | None = None) -> Phrase | None:
    """A Korean, Japanese or Chinese phrase around ``place``, with the words that lead up to it."""
    low = max(floor, place - _LONGEST_LEAD)
    near = text[low:place]
    lead = _SIGNED_LEAD.search(near) if near.rstrip()[-1:] in _LEAD_ENDS else None
    start = place if lead is None else low + lead.start()
    window = plain_figures(text[start : min(end, start + LONGEST)])
    if hangul is None:
        hangul = _HANGUL.match(text[place]) is not None
    before = text[start - 1] if start > floor else " "
    if before.isdigit() or before in _NO_DATE_AFTER or (hangul and _HANGUL.match(before)):
        return None
    found = _longest(window, hangul=hangul)
    if found is None:
        return None
    told, length = found
    stop = start + length
    if _each(text[max(floor, start - _LONGEST_LEAD) : start]) or not _meant(text, (start, stop), floor, end, told):
        return None
    if (
        told.first.year is None
        and told.first.month is None
        and _PART_BEFORE.search(text[max(0, start - _LONGEST_LEAD) : start])
    ):
        return None
    tail = _KOREAN_TAIL if hangul else _HAN_TAIL
    if stop <= place or ((hangul or told.first.unit != "day") and tail.match(text, stop, end)):
        return None
    elsewhere = before in _PLACED_ENDS and _PLACED_AFTER_SIGNS.search(text[low:start])
    if told.first.year is None and (elsewhere or (told.first.months and _year_before(text, 0, start))):
        told = told._replace(loose=True)
    return start, stop, told


def _meant(text: str, place: tuple[int, int], floor: int, end: int, told: Told) -> bool:
    """Whether a phrase that only the day of the text can place is one, and no other word or part of one."""
    (start, stop), part, before = place, told.first, text[max(floor, place[0] - 4) : place[0]]
    if part.unit == "day":
        if (part.step or 0) > 0:
            return _AHEAD.match(text, start, end) is not None and not before.endswith(_NO_AHEAD_BEFORE)
        if text.startswith("前天", start):
            return before[-1:] not in _NO_DAY_BEFORE_YESTERDAY and text[stop : stop + 1] not in set("气氣空然")
        return _TODAY.match(text, start, end) is not None
    if part.year is not None or part.unit is not None or told.last is not None:
        return True
    if part.months is not None:
        # In Japan a half or quarter mostly is one of the year of account, which begins in April.
        return "半期" not in text[start:stop] and before[-1:] not in _JOINED_QUARTERS
    counted = part.day is not None and part.month is None and _COUNTED_BACK.match(text, stop, end) is not None
    return not counted


def _year_before(text: str, floor: int, start: int) -> bool:
    return _YEAR_BEFORE.search(text, max(floor, start - _LONGEST_CLAUSE), start) is not None


def _each(before: str) -> bool:
    return any(sign in before for sign in _EACH_SIGNS) and _EACH.search(before) is not None


def _han_figures(text: str, place: int, floor: int, end: int) -> Phrase | None:
    """A year, or a month with its day, in Chinese figures; no bare month or day, for 三日 may be three days."""
    match = None if place > floor and text[place - 1] in HAN_DIGITS else _HAN_DATE.match(text, place, end)
    if match is None or _HAN_TAIL.match(text, match.end(), end):
        return None
    told = chinese(from_han_figures(match[0]))
    return None if told is None else (place, match.end(), told)


def _longest(window: str, *, hangul: bool) -> tuple[Told, int] | None:
    if hangul:
        return korean_prefix(window, 0, len(window))
    japanese = japanese_prefix(window, 0, len(window))
    if not _CHINESE.search(window, 0, _NEAR):
        return japanese
    chinese = chinese_prefix(window, 0, len(window))
    return max((answer for answer in (japanese, chinese) if answer is not None), key=_length, default=None)


def _length(answer: tuple[Told, int]) -> int:
    return answer[1]
