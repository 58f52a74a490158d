"""What pages print behind a byline and is no part of it: days, clocks, counters, reading times, handles."""

import re
from typing import Final

__all__ = ["dated_byline", "without_tail"]

_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_DAY: Final = (
    rf"(?:{_WEEKDAY},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},?(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:st|"
    rf"nd|rd|th)?(?:,? \d{{4}})?"
    rf"|{_MONTH},? \d{{4}}|\d{{4}}[-./]\s?\d{{1,2}}[-./]\s?\d{{1,2}}\.?|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{2,4}}"
    r"|\d{4}[년年]\s?\d{1,2}[월月]\s?\d{1,2}[일日号號](?:\s?\([월화수목금토일月火水木金土日]\))?)"
    rf"|{_WEEKDAY}"
)
_CLOCK: Final = (
    r"(?:at )?(?:(?:오전|오후|午前|午後|上午|"
    r"下午) ?)?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: (?:[A-Z]{2,4}|UTC[+-]\d{1,2}))?"
)
_COUNTER: Final = (
    r"[\d,.]+[kKmM]? (?:comments?|views?|shares?|likes?|reads|replies|words|reactions?)|(?:No|Leave a|Add a) comments?"
    r"|(?:조회수?|댓글|추천)[ :]?[\d,]+"
)
_READ: Final = (
    r"\d+[ -]?min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?|\d+ (?:second|minute|hour|day|week|month|year)s? ago"
)
_HANDLE: Final = r"\(?@\w{2,30}\)?|(?:Twitter|X|Facebook|Instagram|Telegram):? @?\w{2,30}"
# A word that announces the day; without one behind it there is nothing to announce.
_LABEL: Final = r"(?:[Ll]ast )?(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Ff]iled)(?: on| at)?:?"
_LABEL_EAST: Final = r"(?:입력|기사입력|수정|등록|승인|更新|发布|發佈)"
_TAIL: Final = re.compile(
    rf"(?:[ ,|·•∙/–—-]*[,|·•∙/–—(-][ ]*| )(?:(?:{_LABEL}|{_LABEL_EAST}) ?:? ?)?"
    rf"(?:{_DAY}|{_CLOCK}|{_COUNTER}|{_READ}|{_HANDLE})[ )]*\.?\Z"
)
# The last characters that such a tail may have: figures, and the ends of its words.
_MAYBE: Final = re.compile(r"[\d@]|ago\.?\Z|day\.?\Z|comments?\Z|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\Z")
_DATED: Final = re.compile(r"(?:[Bb][Yy]\b:?)?\s*(?P<name>[^|]*?)\s*\|\s*(?P<date>[^|]*\d[^|]*)")
# By Han Sol, 2 June 2014      한솔 기자 2014.06.02 10:20
_CLOCKED: Final = r"(?:,? (?:at )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?)?"
_DATED_PLAIN: Final = re.compile(
    r"[Bb][Yy]\b:? (?P<name>[A-Z][^|,\d]{1,60}?),? (?:[·•–—-] )?(?:(?:Updated|Published|Posted)(?: on)?:? )?"
    r"(?P<date>(?:(?:[A-Z][a-z]+day,? )?(?:\d{1,2} [A-Z][a-z]+\.?,? \d{4}|[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|"
    r"th)?,? \d{4})"
    rf"|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}\.?){_CLOCKED})"
)
_DATED_KOREAN: Final = re.compile(
    r"(?P<name>[가-힣]{2,4} ?(?:[가-힣]{2} ?)?(?:기자|특파원)) ?(?:[|·] ?)?(?:(?:입력|등록|승인) ?:? ?)?"
    rf"(?P<date>\d{{4}}[-./]\s?\d{{1,2}}[-./]\s?\d{{1,2}}\.?{_CLOCKED})"
)
_HANGUL: Final = re.compile("[가-힣]{2}")
_BYS: Final = ("By ", "by ", "BY ", "By:")
_LINE_MOST: Final = 160
_MOST: Final = 5
_SHORTEST: Final = 3


def without_tail(raw: str) -> str:
    """A byline's line without what is printed behind the names; the line itself where nothing is.

    >>> without_tail("By Han Sol, 6 August 2009 10:20"), without_tail("By Han Sol, 5 min read")
    ('By Han Sol', 'By Han Sol')
    """
    if not _MAYBE.search(raw):
        return raw
    for _ in range(_MOST):
        tail = _TAIL.search(raw)
        if tail is None or tail.start() < _SHORTEST:
            break
        raw = raw[: tail.start()]
    return raw


def dated_byline(raw: str) -> re.Match[str] | None:
    """A line ``Han Sol | 2 June 2014`` or ``By Han Sol, 2 June 2014``: its ``name`` (which may be lost) and ``date``.

    Both are groups of the match, neither read yet.

    >>> dated_byline("By | January 19, 2012")["name"], dated_byline("Han Sol  |  2011-08-20 16:34")["name"]
    ('', 'Han Sol')
    """
    if len(raw) > _LINE_MOST:
        return None
    if raw.startswith(_BYS):
        plain = _DATED_PLAIN.fullmatch(raw)
    else:
        plain = None if raw.isascii() or not _HANGUL.match(raw) else _DATED_KOREAN.fullmatch(raw)
    return plain or (_DATED.fullmatch(raw) if "|" in raw else None)
