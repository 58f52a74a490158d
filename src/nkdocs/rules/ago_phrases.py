"""Days and weeks counted back in running text, where nothing but the day of the text can be what they count from.

"Three days ago" is such; "about three days ago" is not, nor 사고 사흘 전 and 開会の3日前, which count from elsewhere.
"""

import re
from typing import Final

from nkdocs.text.dates.ago import AGO, ago
from nkdocs.text.dates.parts import Told

__all__ = ["ago_at"]

_LONGEST: Final = 16
_NEAR: Final = 24
_SENTENCE: Final = 80
# What makes a count a rough one, or counts from elsewhere.
_ROUGH: Final = re.compile(
    r"(?:[a-z-]*(?:\b(?:about|around|some|nearly|almost|roughly|than|over|least|most|approximately|maybe|perhaps|"
    r"under|or|to|and|up|every|another|within|circa|half|of)|[-–—]))\s?\Z",
    re.IGNORECASE,
)
_WEEKDAY_AFTER: Final = re.compile(
    r",?\s(?:on\s)?(?:[A-Z][a-z]+day|today|yesterday|tomorrow|tonight|this|last|next|to\sthe)\b"
)
# The subject or object of the sentence, or nothing, before a Korean count: 사고 사흘 전 counts from the accident.
_KOREAN_BEFORE: Final = re.compile(
    r"(?:\A|[,.?!“”\"‘’(:\n]|(?:[가-힣A-Z)](?:은|는|을|를|에서)|불과|바로|이미|벌써|겨우|지금으로부터))\s?\Z"
)
_KOREAN_SUBJECT: Final = re.compile(r"([가-힣])이\s\Z")
_KOREAN_AFTER: Final = re.compile(r"(?:에(?![서])|부터|의|인(?=\s)|쯤|[\s,.”\"]|\Z)")
# 3일 전에 may be "before the 3rd" too, and 3일 전 주민 "all residents on the 3rd"; told in the past it is neither.
_KOREAN_FIGURE_AFTER: Final = re.compile(r"(?:에(?![서])|부터|의|,)")
_KOREAN_END: Final = re.compile(r"([가-힣])(?:다|습니다)(?=[.\s”\"]|\Z)")
_FEW: Final = 7
_PAST_SIGN: Final = 20
_FINALS: Final = 28
_FIRST_SYLLABLE: Final = ord("가")
_HAN_BEFORE: Final = frozenset("、。「『（(はがもをにで，；：“”【\n 　在于於就早是")
_JAPANESE_AFTER: Final = re.compile(r"(?:に(?!迫)|の|から|も|は|だ|[、。」])")
_KANA: Final = re.compile("[\u3041-\u30fa]")
_CHINESE_NOT_AFTER: Final = frozenset("后後夕线線沿")


def ago_at(text: str, place: int, floor: int, end: int) -> tuple[int, int, Told] | None:
    """The phrase whose last word begins at ``place``, from ``floor`` on: its bounds and what it tells.

    >>> ago_at("He left three days ago.", 19, 0, 23)[:2]
    (8, 22)
    """
    stop = place + (3 if text[place] == "a" else 1)
    if stop > end or text[place:stop] not in {"ago", "전", "前"}:
        return None
    low = max(floor, place - _LONGEST)
    match = _last(text, low, stop)
    if match is None:
        return None
    start = match
    before = text[max(floor, start - _NEAR) : start]
    told = ago(text[start:stop])
    if told is None or not _counts_from_the_text(text, (start, stop), before, end):
        return None
    return start, stop, told


def _last(text: str, low: int, stop: int) -> int | None:
    """Where the phrase that ends at ``stop`` begins: as far to the left as it goes on."""
    pattern = AGO["o" if text[stop - 1] == "o" else text[stop - 1]]
    for found in pattern.finditer(text, low, stop):
        if found.end() == stop:
            start = found.start()
            glued = start > 0 and text[start].isascii() and text[start - 1].isascii() and text[start - 1].isalnum()
            return None if glued else start
    return None


def _counts_from_the_text(text: str, place: tuple[int, int], before: str, end: int) -> bool:
    start, stop = place
    sign = text[stop - 1]
    if sign == "o":
        return not (_ROUGH.search(before) or _WEEKDAY_AFTER.match(text, stop, end) or text[stop : stop + 1].isalnum())
    if sign == "전":
        return _korean(text, place, before, end)
    if before and before[-1] not in _HAN_BEFORE:
        return False
    if text[start:stop].endswith(("日前", "間前")):
        near = text[max(0, start - _NEAR) : min(end, stop + _NEAR)]
        return _JAPANESE_AFTER.match(text, stop, end) is not None and _KANA.search(near) is not None
    return text[stop : stop + 1] not in _CHINESE_NOT_AFTER


def _korean(text: str, place: tuple[int, int], before: str, end: int) -> bool:
    start, stop = place
    subject = _KOREAN_SUBJECT.search(before)
    led = _KOREAN_BEFORE.search(before) or (subject is not None and _final(subject[1]) > 0)
    if not led:
        return False
    if not text[start].isdigit() or "주" in text[start:stop]:
        return _KOREAN_AFTER.match(text, stop, end) is not None
    last = _KOREAN_END.search(text, stop, min(end, stop + _SENTENCE))
    return (
        _KOREAN_FIGURE_AFTER.match(text, stop, end) is not None
        and int(text[start : start + 2].rstrip("일 ")) <= _FEW
        and last is not None
        and _final(last[1]) == _PAST_SIGN
    )


def _final(syllable: str) -> int:
    """The number of the consonant that closes a Korean syllable, 0 for none; 20 is the one of the past."""
    return (ord(syllable) - _FIRST_SYLLABLE) % _FINALS
