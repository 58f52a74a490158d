"""The date phrase at a place in running text, or none: the grammars, and what must not stand around a date."""

import re
from functools import lru_cache
from typing import Final

from nkdocs.text.dates.chinese import chinese_prefix
from nkdocs.text.dates.english import english_prefix
from nkdocs.text.dates.japanese import japanese_prefix
from nkdocs.text.dates.korean import korean_prefix
from nkdocs.text.dates.numeric import numeric_prefix
from nkdocs.text.dates.parts import Told
from nkdocs.text.dates.reading import LONGEST, plain_figures

__all__ = ["phrase_at"]

Phrase = tuple[int, int, Told]

_MONTH_LETTERS: Final = frozenset("JFMASOND")
_DAY_STEMS: Final = {
    stem[-3:]: (stem, stem.capitalize()) for stem in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun", "yester")
}
_LEADS: Final = frozenset((
    "early", "mid", "late", "Early", "Mid", "Late", "last", "next", "this", "Last", "Next", "This", "between",
    "Between", "to", "and", "of", "on", "On", "the", "Juche", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
    "spring", "summer", "autumn", "fall", "winter", "Spring", "Summer", "Autumn", "Fall", "Winter",
))  # fmt: skip
# A phrase starts with none of these: they only join a lead word to what follows it.
_JOINTS: Final = frozenset({"to", "and", "of", "the", "on", "On"})
_MOST_LEADS: Final = 4
_LONGEST_LEAD: Final = 9
# Signs that make the figures after them a price, a number, a part of an address or of a longer figure.
_NO_DATE_AFTER: Final = frozenset("$€£¥₩#@_/\\.,:+%=&?")
_GOES_ON: Final = re.compile(r"[A-Za-z0-9_%]|[-–./:]\d|,\d{3}|[-–]year|(?:'|’)\d")
_NEW_STYLE: Final = re.compile(r"\d{4}[-./]\s?\d{1,2}[-./]|\d{1,2}([-/.])\d{1,2}\1\d{4}")
_SIGNED: Final = re.compile(r"\d{1,4}\s?(?:[~∼〜\-–—]\s?\d{1,4}\s?)?(?:\(\D{0,3}\d{1,4}\)\s?)?([년월일年月日号號])")
_CAPITAL: Final = re.compile(r"\s+[A-Z]")
_BEFORE_NAME: Final = re.compile(
    r"(?:\b(?:[Oo]n|[Ii]n|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter|[Ll]ast|[Bb]y|of))\s\Z"
)
_NEAR: Final = 28
_RELATIVE: Final = re.compile(
    r"(?:[Ll]ast|[Nn]ext|[Tt]his)\s(?:week|month|year|spring|summer|autumn|fall|winter)(?![A-Za-z])"
)
_FIGURE_LEADS: Final = ("on the ", "On the ", "Juche ")
# What may follow the figures that open an English phrase: a month, to another day, a clock before a month, a year.
_HOPEFUL: Final = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?(?:[\s/,-]{1,2}(?:of\s)?[JFMASOND][a-z]{2}"
    r"|\s?(?:to|until|through|-|–|—)\s?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[JFMASOND]"
    r"|:\d\d[^\n]{0,16}?[JFMASOND][a-z]{2})|(?:1[5-9]|20)\d\d(?!\d)"
)
_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_MONTH_GOES_ON: Final = re.compile(_MONTH + r"(?:[.,\s]{1,3}\d|[.\s]{1,2}(?:to|until|through|and|of|the)\s|\s?[-–—/])")
_BARE_MONTH: Final = re.compile(_MONTH + r"(?![A-Za-z])")
_LEADS_MONTH: Final = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Tt]hrough|[Bb]efore|[Aa]fter|of|to|[Tt]his|[Ll]ast|[Nn]ext|"
    r"[Ee]arly|[Mm]id|[Ll]ate|[Bb]etween)[\s-]\Z"
)
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Ff]rom|[Tt]hrough|[Bb]efore|[Aa]fter|of|to|this|[Ll]ast|next)\s\Z"
)
_SHORT_OR_NAME: Final = frozenset((
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
))  # fmt: skip
_ALSO_NAMES: Final = frozenset({"March", "April", "May", "June", "August"})
_YEARS: Final = range(1800, 2100)
_JOINED_LEADS: Final = ("mid-", "early-", "late-", "pre-", "post-", "Mid-", "Early-", "Late-", "Pre-", "Post-")
_NAMED_DAYS: Final = ("Black ", "Bloody ", "Good ", "Easter ", "Palm ", "Ash ", "Super ")
_SORTS: Final = (
    ("year", re.compile("[dq]?y")),
    ("years", re.compile("y[t-]y|byay")),
    ("month", re.compile("[dq]?m")),
    ("day", re.compile("d?[wv]?(?:mh?[no]|h?[no]i?m)")),
    ("weekday", re.compile("w")),
    ("ordinal", re.compile("ho")),
    ("count", re.compile("x[ums]|r")),
)
_BEFORE_YEAR: Final = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]rom|[Bb]efore|[Aa]fter|[Yy]ear|[Tt]he|of|to|through|late|early|[Pp]re-|[Pp]ost-|mid-))\s?\Z"
)
# Had the figure before been a year too, the range would have been taken whole.
_AFTER_FIGURE: Final = re.compile(r"\d\s(?:(?:to|through)\s)?\Z")
_ABOUT: Final = re.compile(
    r"\b(?:[Aa]bout|[Oo]ver|[Ss]ome|[Nn]early|than|[Aa]round|[Aa]lmost|[Uu]p to|"
    r"[Rr]oughly|No\.|[Nn]umber|[Pp]ages?|[Aa]rticles?|"
    r"[Ss]ection|[Rr]oom|[Uu]nits?|[Ll]aw|KPW|USD|RMB|[Ll]east|[Mm]ost|[Ff]light|[Mm]odel|[Vv]ersion|[Ss]uite|[Ee]xtension|ISO|No)\s\Z"
)
_COUNTED: Final = re.compile(
    r"\s(?:won|yuan|people|men|women|dollars|USD|KPW|RMB|yen|euros|kg|km|cm|mm|ha|MHz|percent|per\b|degrees|children)\b|\s(?:[a-z]+(?<!wa)(?<!ha)(?<!thi)"
    r"(?<!\sa)(?<!\si)(?<!hi)(?<!it)(?<!acros)(?<!plu)(?<!unles)(?<!doe)(?<!perhap)(?<!alway)(?<!toward)(?<!afterward)(?<!beside)s\b)"
)
_AFTER_YEAR: Final = re.compile(
    r"\Z|[.,;:)\]!?'’”\"…—–-]|\s(?:[A-Z(\[“\"—–-]|(?:and|or|but|the|a|an|when|to|as|was|were|is|are|has|had|by|with|for|after|at|in|on|that|which|while|"
    r"he|she|it|they|we|through|until|from|before|because|since|under|during|following|alone|onwards?|where|who|over|there|his|her|its|their|of|not|also|did|does|saw|would|will|could)\b)"
)
_AFTER_ORDINAL: Final = re.compile(
    r"\Z|[.,;:)!?”\"’]|\s(?:and|that|when|said|at|in|after|to|by|while|for|as|with|but|the|from|because|where|before|during|of)\b"
)
_KOREAN_TAIL: Final = re.compile(
    r"\s?(?:간|동안|째|만에|분(?!기)|치|정도|이상|이하|가량|뒤|후|여|씩|짜리|차|밤|내로|안에|대(?!회|한|표|의)|평균)"
)
_HAN_TAIL: Final = re.compile(
    r"\s?(?:間|间|目|後|后|前|以内|以內|連続|连续|ぶり|分|以上|余|ずつ|代|来(?!年|月|週)|內|内)"
)
_SIGNED_LEAD: Final = re.compile(
    r"(?:지난해|지난\s?달|지난|재작년|작년|올해|금년|내년|이번\s?달|이달|다음\s?달|내달|오는|주체\s?|"
    r"一昨年|昨年|去年|今年|来年|明年|先月|今月|来月|去る|来る|上个月|上個月|上月|本月|下个月|下個月|"
    r"令和|平成|昭和|大正|明治|主体|主體|チュチェ)\s?\Z"
)
# The last characters of those words,.
_LEAD_ENDS: Final = frozenset("해달난년는체年月る和成治正体體ェ")
# What a Chinese phrase may hold and a Japanese one does not.
_CHINESE: Final = re.compile("[号號至到个個周週底天时点點初冬夏秋春上下]")
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
        stem = _DAY_STEMS.get(text[place - 3 : place])
        if stem is None or not text.endswith(stem, floor, place):
            return None
        return _english(text, place - len(stem[0]), floor, end)
    if letter.isascii():
        # "last", "next" and "this" were looked for without their first letters: their middle is at ``place``.
        begin = place - (2 if letter == "x" else 1)
        return _english(text, begin, floor, end) if begin >= floor and _RELATIVE.match(text, begin, end) else None
    return _signed(text, place - 1 if letter in "요曜" and place > floor else place, floor, end)


def _figures(text: str, place: int, floor: int, end: int) -> Phrase | None:
    """A phrase that begins with the figure at ``place``, unless that is the middle of something else."""
    before = text[place - 1] if place > floor else " "
    if before.isdigit() or before in _NO_DATE_AFTER:
        return None
    if before.isascii() and before.isalpha():
        juche = text.endswith("Juche", floor, place)
        return _english(text, place - len("Juche"), floor, end) if juche else None
    near = plain_figures(text[place : min(end, place + _NEAR)])
    if (sign := _SIGNED.match(near)) is not None:
        return _signed(text, place, floor, end, hangul=sign[1] in "년월일")
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
        if name is None or (name[0] in _ALSO_NAMES and not _LEADS_MONTH.search(text[max(floor, place - 12) : place])):
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
        found = english_prefix(text, start, min(end, start + LONGEST))
        if found is None or found[1] <= begin:
            continue
        told, stop, kinds = found
        sort = _sort(kinds)
        if not _stands_alone(text, start, stop, floor, end) or not _plausible(sort, text, start, stop, end):
            return None
        if sort == "weekday" and text.endswith(("on ", "On "), floor, start):
            start -= 3  # noqa: PLW2901 - the phrase begins three characters earlier, and the loop ends here
        return start, stop, told
    return None


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
        low = max(floor, edge - 1 - _LONGEST_LEAD)
        gap = max(text.rfind(" ", low, edge - 1), text.rfind("-", low, edge - 1), text.rfind("\n", low, edge - 1))
        start = gap + 1 if gap >= 0 else low
        word = text[start : edge - 1].rstrip(",")
        if word not in _LEADS:
            break
        edge = start
        if word == "the":
            articles.append(start)
        elif word not in _JOINTS:
            starts.append(start)
    starts.reverse()
    return [*starts, begin, *articles]


def _stands_alone(text: str, start: int, stop: int, floor: int, end: int) -> bool:
    before = text[start - 1] if start > floor else " "
    if before.isalnum() or before in _NO_DATE_AFTER:
        return False
    return _GOES_ON.match(text, stop, end) is None


@lru_cache(maxsize=512)
def _sort(kinds: str) -> str:
    """What a phrase is, as far as its surroundings must vouch for it."""
    return next((sort for sort, pattern in _SORTS if pattern.fullmatch(kinds)), "sure")


def _plausible(sort: str, text: str, start: int, stop: int, end: int) -> bool:
    """Whether what stands around a phrase lets it be a date."""
    if sort == "sure":
        return True
    before = text[max(0, start - 12) : start]
    if sort in {"year", "years"}:
        return _countless(text, before, stop, end) and (sort == "years" or _vouched_year(text, before, stop, end))
    if sort == "month":
        return _month(text[start:stop], text, before, stop, end)
    if sort == "ordinal":
        return before.endswith(("on ", "On ")) and _AFTER_ORDINAL.match(text, stop, end) is not None
    if sort == "count":
        return not before.endswith(("the ", "The ", "day before ")) and not text.startswith(" of ", stop)
    return not (sort == "weekday" and before.endswith(_NAMED_DAYS)) and _unnamed(text, before, stop, end)


def _unnamed(text: str, before: str, stop: int, end: int) -> bool:
    """Whether a day or weekday is not part of a name, as before a capital it often is (May 24 Measures)."""
    return _CAPITAL.match(text, stop, end) is None or _BEFORE_NAME.search(before) is not None


def _month(name: str, text: str, before: str, stop: int, end: int) -> bool:
    if name.rstrip(".") in _SHORT_OR_NAME:
        return False
    vouched = _BEFORE_MONTH.search(before) is not None
    if name in _ALSO_NAMES:
        return vouched and _CAPITAL.match(text, stop, end) is None
    return vouched or _CAPITAL.match(text, stop, end) is None


def _countless(text: str, before: str, stop: int, end: int) -> bool:
    """Whether four figures are neither a count nor the number of something, nor part of a number in groups."""
    if int(text[stop - 4 : stop]) not in _YEARS or _AFTER_FIGURE.search(before):
        return False
    return _ABOUT.search(before) is None and _COUNTED.match(text, stop, end) is None


def _vouched_year(text: str, before: str, stop: int, end: int) -> bool:
    """Whether what is around four figures says that they are a year, and does not only allow it."""
    if _BEFORE_YEAR.search(before) is not None:
        return True
    return text[stop - 2 : stop] != "00" and _AFTER_YEAR.match(text, stop, end) is not None


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
    tail = _KOREAN_TAIL if hangul else _HAN_TAIL
    return None if stop <= place or tail.match(text, stop, end) else (start, stop, told)


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
