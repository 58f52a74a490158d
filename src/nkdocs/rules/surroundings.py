"""What stands around an English phrase: it may vouch for a date, or tell that it is a count, a name or a number.

Words are looked up, one before the phrase and one after it: a pattern of the same words costs ten times that.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from nkdocs.text.dates.words import MONTHS

__all__ = ["ALSO_NAMES", "Place", "leads_month", "plausible"]

# Months whose names are also words or given names.
ALSO_NAMES: Final = frozenset({"March", "April", "May", "June", "August"})
_SHORT: Final = frozenset({"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"})
_YEARS: Final = range(1800, 2100)
_NEAR: Final = 24
_FIGURE_NEAR: Final = 12
_NEXT: Final = re.compile(r"\s([A-Za-z]+)\b")
_CAPITAL: Final = re.compile(r"\s+[A-Z]")
# Had the figure before been a year too, the range would have been taken whole.
_AFTER_FIGURE: Final = re.compile(r"\d\s(?:(?:to|through)\s)?\Z")


class Place(NamedTuple):
    """Where a phrase stands: ``text[start:stop]``, of which only ``text[floor:end]`` is looked at."""

    text: str
    floor: int
    start: int
    stop: int
    end: int

    @property
    def before(self) -> str:
        """A few words before the phrase."""
        return self.text[max(self.floor, self.start - _NEAR) : self.start]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _either(words: str) -> frozenset[str]:
    """Words as they are, and at the head of a sentence."""
    return frozenset(words.split()) | {word.capitalize() for word in words.split()}


_TO_NAME: Final = _either("on in since until from before after last by of")
_TO_MONTH: Final = _either("in since until till by during from through before after of to this last next")
_TO_BARE_MONTH: Final = _TO_MONTH | _either("early mid late between")
_TO_YEAR: Final = _either("in since until by during from before after year the of to through late early")
_GLUED_TO_YEAR: Final = ("re-", "ost-", "mid-", "Mid-")
_PARTS_OF_DAY: Final = ("night of ", "morning of ", "evening of ", "afternoon of ")
_ORDINAL_ENDS: Final = frozenset({"st", "nd", "rd", "th"})
_TOLD_TODAY: Final = frozenset({"earlier", "Earlier", "later", "early", "late", "said", "told", "held", "met", "left"})
_NOT_TODAY: Final = frozenset({"used", "needed", "called", "named", "divided", "United", "limited", "based"})
_LIST_JOINTS: Final = frozenset({", ", " and ", ", and ", " or ", ", or "})
_COUNTS: Final = _either(
    "about over some nearly than around almost roughly number page pages article articles section room unit units law "
    "least most flight model version suite extension bus train no. nos. approximately exactly only"
) | {"KPW", "USD", "RMB", "ISO", "No"}
_EACH: Final = _either("every each a any one")
_COUNTED: Final = _words(
    "won yuan people men women dollars usd kpw rmb yen euros kg km cm mm ha mhz percent per degrees children tons "
    "tonnes metre meter kilos acres cadres households"
)
# Words in -s that are no plurals, so what stands before them is not counted.
_NO_PLURALS: Final = _words(
    "was has this as is levels his its across plus unless does perhaps always towards afterwards besides"
)
_AFTER_YEAR_SIGNS: Final = frozenset(".,;:)]!?'’”\"…—–-")
_OPENING: Final = frozenset('([“"—–-')
_AFTER_YEAR: Final = _words(
    "and or but the a an when to as was were is are has had by with for after at in on that which while he she it they "
    "we through until from before because since under during following alone onward onwards where who over there his "
    "her its their of not also did does saw would will could"
)
_AFTER_ORDINAL: Final = _words(
    "and that when said at in after to by while for as with but the from because where before during of"
)
_ENDING: Final = frozenset('.,;:)!?”"’')
_NAMED_DAYS: Final = frozenset({"Black", "Bloody", "Good", "Easter", "Palm", "Ash", "Super"})
_NO_DAY_AHEAD: Final = _either("of better brighter no a for and or like new the another every happy happier our into")
_TO_QUARTER: Final = tuple(f"{word} the " for word in _either("in during for from since by until over of"))
_GAME: Final = re.compile(r"\b(?:points?|scor(?:ed|ing|es)|games?|goals?|half-?time|touchdowns?|yards?|teams?|match)\b")
_FAR: Final = 80
_AFTER_QUARTER: Final = _words("was were fell rose compared according than over will would this last")
_NOT_BEFORE_COUNT: Final = ("the ", "The ", "day before ")


def leads_month(text: str, floor: int, place: int) -> bool:
    """Whether what stands before a name that is also a word makes it a month.

    >>> leads_month("in May", 0, 3), leads_month("Mrs May", 0, 4)
    (True, False)
    """
    before = text[max(floor, place - _NEAR) : place].replace("-", " ")
    return _word_before(before) in _TO_BARE_MONTH or _goes_on_list(text, floor, place)


def plausible(kinds: str, place: Place) -> bool:
    """Whether what stands around a phrase of these kinds of tokens lets it be a date.

    >>> plausible("y", Place("about 2014 men", 0, 6, 10, 14)), plausible("y", Place("in 2014", 0, 3, 7, 7))
    (False, True)
    """
    judge = _judge(kinds)
    return judge is None or judge(place)


def _word_before(before: str) -> str:
    """The word that one space parts from the phrase, without the sign it opens with; else nothing."""
    if not before[-1:].isspace():
        return ""
    words = before.split()
    return words[-1].lstrip("(“\"‘'") if words else ""


def _goes_on_list(text: str, floor: int, start: int) -> bool:
    """Whether a month goes on a list (July, August and September); ``floor`` is where the phrase before ended."""
    return text[floor:start] in _LIST_JOINTS and text[max(0, floor - 10) : floor].rpartition(" ")[2] in MONTHS


def _word_after(place: Place) -> str:
    match = _NEXT.match(place.text, place.stop, place.end)
    return match[1] if match is not None else ""


def _capital_follows(place: Place) -> bool:
    return _CAPITAL.match(place.text, place.stop, place.end) is not None


def _month(place: Place) -> bool:
    name = place.text[place.start : place.stop].rstrip(".")
    if name in _SHORT:
        return False
    vouched = _word_before(place.before) in _TO_MONTH or _goes_on_list(place.text, place.floor, place.start)
    if name in ALSO_NAMES:
        return vouched and not _capital_follows(place)
    return vouched or not _capital_follows(place)


def _named(place: Place) -> bool:
    """Whether a day is not part of a name, as before a capital it often is (May 24 Measures)."""
    return not _capital_follows(place) or _word_before(place.before) in _TO_NAME


def _weekday(place: Place) -> bool:
    word = _word_before(place.before)
    # The Friday market comes again and again.
    if word == "other" or (word in {"the", "The"} and not _closes(place)):
        return False
    return word not in _NAMED_DAYS and word not in _EACH and _named(place)


def _ordinal(place: Place) -> bool:
    led = _word_before(place.before) in {"on", "On"} or place.before.endswith(_PARTS_OF_DAY) or _after_ordinal(place)
    return led and _closes(place)


def _after_ordinal(place: Place) -> bool:
    """Whether another such day stands right before: on the 4th and the 11th."""
    text, floor = place.text, place.floor
    return text[floor : place.start] in _LIST_JOINTS and text[max(0, floor - 2) : floor] in _ORDINAL_ENDS


def _today(place: Place) -> bool:
    """Whether "today" is the day of the text, and not these times: what happened "earlier today", was said today."""
    word = _word_before(place.before)
    if place.text.startswith(("’", "'"), place.stop):
        return False
    return word in _TOLD_TODAY or (word.endswith("ed") and word not in _NOT_TODAY)


def _tomorrow(place: Place) -> bool:
    """Whether "tomorrow" is the day after the text, and no better future, title or owner."""
    text, before = place.text, place.before
    if text.startswith(("’", "'"), place.stop) or _capital_follows(place):
        return False
    return before[-1:] not in {"“", '"', "‘"} and _word_before(before) not in _NO_DAY_AHEAD


def _portion(place: Place) -> bool:
    """Whether a quarter without its year is one of a year: in the third quarter, and not of the game."""
    text, stop = place.text, place.stop
    if not text.endswith("quarter", place.start, stop):
        return True
    if not place.before.endswith(_TO_QUARTER) or text.startswith(" of ", stop):
        return False
    if _GAME.search(text, max(place.floor, place.start - _FAR), min(place.end, stop + _FAR)):
        return False
    return _closes(place) or _word_after(place) in _AFTER_QUARTER


def _closes(place: Place) -> bool:
    """Whether the sentence goes on without a noun that the figures before could count."""
    text, stop = place.text, place.stop
    return stop >= place.end or text[stop] in _ENDING or _word_after(place) in _AFTER_ORDINAL


def _counted_time(place: Place) -> bool:
    """Whether last month and its like are days on a calendar, and no span of time (over the last month)."""
    if place.text.startswith(("today", "Today"), place.start):
        return _today(place)
    if place.text.startswith(("tomorrow", "Tomorrow"), place.start):
        return _tomorrow(place)
    return not place.before.endswith(_NOT_BEFORE_COUNT) and not place.text.startswith(" of ", place.stop)


def _years(place: Place) -> bool:
    """Whether four figures are neither a count nor the number of something, nor part of a number in groups."""
    before = place.before
    if int(place.text[place.stop - 4 : place.stop]) not in _YEARS:
        return False
    if _AFTER_FIGURE.search(before, max(0, len(before) - _FIGURE_NEAR)):
        return False
    word = _word_before(before)
    if word in _COUNTS or before.endswith(("up to ", "Up to ")):
        return False
    after = _word_after(place)
    counted = after.lower() in _COUNTED or (after.endswith("s") and after.islower() and after not in _NO_PLURALS)
    return not counted


def _year(place: Place) -> bool:
    """Whether what is around four figures says that they are a year, and does not only allow it."""
    if not _years(place):
        return False
    before = place.before
    if _word_before(before) in _TO_YEAR or before.endswith(_GLUED_TO_YEAR):
        return True
    return place.text[place.stop - 2 : place.stop] != "00" and _after_year(place)


def _after_year(place: Place) -> bool:
    text, stop = place.text, place.stop
    if stop >= place.end or text[stop] in _AFTER_YEAR_SIGNS:
        return True
    following = text[stop + 1 : stop + 2]
    if text[stop].isspace() and (following.isupper() or following in _OPENING):
        return True
    return _word_after(place) in _AFTER_YEAR


_Judge = Callable[[Place], bool]
_SORTS: Final[tuple[tuple[_Judge, re.Pattern[str]], ...]] = (
    (_year, re.compile("[dq]?y")),
    (_years, re.compile("y[t-]y|byay")),
    (_month, re.compile("[dq]?m")),
    (_named, re.compile("d?[wv]?(?:mh?[no]|h?[no]i?m)")),
    (_weekday, re.compile("w")),
    (_ordinal, re.compile("ho")),
    (_closes, re.compile("[wv]?m[no]a[no]|mnan|[bf]?ho[at-]h?o")),
    (_counted_time, re.compile("x[ums]|r")),
    (_portion, re.compile("P")),
)


@lru_cache(maxsize=512)
def _judge(kinds: str) -> _Judge | None:
    """Who judges a phrase of these kinds; None where nothing around it can make it anything but a date."""
    return next((judge for judge, pattern in _SORTS if pattern.fullmatch(kinds)), None)
