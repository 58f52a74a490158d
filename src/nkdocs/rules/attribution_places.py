"""What English names stand for: places, newsrooms, the possessive of a body."""

import re
from typing import Final

from nkdocs.rules.attribution_found import NOWHERE, Place
from nkdocs.rules.attribution_words import GROUP_WORDS, LONE_OUTLETS, MONTHS, NEWSROOM_WORDS, PEOPLE
from nkdocs.rules.places import known_place

__all__ = ["PLACE", "WORD", "based_in", "lives_in", "newsroom", "owner", "place_in"]

WORD: Final = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Rep|Sen|Gov|Rev|Maj|Capt|St|(?:[A-Z]\.)*[A-Z])\.|[\w’'.&-]+(?<!\.)"
)
PLACE: Final = re.compile(
    r"\b(?P<how>in|inside|from|near|of|around|outside|at|with)(?: (?:the|northern|southern|eastern|western|"
    r"central|city|"
    r"town|"
    r"county|province|border|region|port|capital|of|rural|nearby|neighboring|neighbouring)\b)*"
    r" (?P<where>(?:[A-Z][\w-]*['’]s )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)*)"
)
_BASED: Final = re.compile(
    r"\b(?!One |An? |The |This |Another |Two |Three |Our )([A-Z][\w’']+(?: [A-Z][\w’']+)?)-based\b"
)
_COUNTRIES: Final = frozenset(
    {"North Korea", "South Korea", "Korea", "China", "Russia", "Japan", "United States", "Germany"}
)
_LIVES: Final = re.compile(r"(?:live|liv|resid|settle|stay|base)[a-z]* (?=in |near |at )")
_NOT_PLACE_WORDS: Final = GROUP_WORDS | NEWSROOM_WORDS | LONE_OUTLETS | MONTHS
# RFA's Korean service
_SERVICE: Final = " service"
_LONGEST_PLACE: Final = 4
_GROUP_NAME: Final = re.compile(r"[A-Z\d][\w’'-]*(?:(?: of)? [A-Z][\w’'-]*)*")


def place_in(text: str, start: int, end: int) -> Place:
    """The place that a phrase names, if it names one: in Hyesan, of Musan County, Seoul-based, a Hyesan source."""
    based = based_in(text, start, end)
    if based != NOWHERE:
        return based
    for found in PLACE.finditer(text, start, end):
        if found["how"] == "of" and text[start : found.start() - 1].rpartition(" ")[2] in GROUP_WORDS:
            continue
        # Committee for Human Rights in North Korea: the country is a part of the name.
        if found["where"] in _COUNTRIES and text[start : found.start()].rstrip().rpartition(" ")[2][:1].isupper():
            continue
        last = _place_end(text, found.start("where"), found.end("where"), found["how"])
        if last is not None:
            return found.start("where"), last
    return _compound(text, start, end)


def based_in(text: str, start: int, end: int) -> Place:
    """The place that somebody is based in: Seoul-based.

    >>> based_in("the Tokyo-based paper", 0, 21)
    (4, 9)
    """
    based = _BASED.search(text, start, end) if text.find("-based", start, end) >= 0 else None
    return NOWHERE if based is None else based.span(1)


def lives_in(text: str, start: int, end: int) -> Place:
    """The place where a relative clause says that somebody lives."""
    lives = _LIVES.search(text, start, end)
    return NOWHERE if lives is None else place_in(text, lives.end(), min(end, lives.end() + 60))


def _place_end(text: str, start: int, end: int, how: str) -> int | None:
    """Where a place ends that was let run over commas; None for a body's name."""
    parts = text[start:end].split(", ")
    first = parts[0]
    words = first.split()
    if how in {"of", "at", "with"} and not known_place(first):
        return None
    if any(owner(word) in _NOT_PLACE_WORDS for word in words):
        return None
    # Somebody "from" several words that no gazetteer has, either way round, is rather from a body.
    if how == "from" and len(words) > 1 and not (known_place(first) or known_place(" ".join(reversed(words)))):
        return None
    last = start + len(owner(first))
    if last < start + len(first):
        return last
    for part in parts[1:]:
        if not known_place(part) and not part.endswith(("Province", "County", "City", "Prefecture")):
            break
        last += 2 + len(part)
    return last


def _compound(text: str, start: int, end: int) -> Place:
    """A place right before those who speak: a North Hamgyong Province source."""
    if text[start + 1 : end].islower():
        return NOWHERE
    words = list(WORD.finditer(text, start, end))
    head = next((number for number, word in enumerate(words) if word[0] in PEOPLE), 0)
    for first in range(max(0, head - _LONGEST_PLACE), head):
        for last in range(head, first, -1):
            a, b = words[first].start(), words[last - 1].end()
            name = text[a:b]
            if name[0].isupper() and known_place(name) and name not in _COUNTRIES:
                return a, b
    return NOWHERE


def newsroom(text: str, start: int, end: int) -> int | None:
    """Where the newsroom's name that begins at ``start`` ends, or None.

    >>> newsroom("Daily NK on Monday", 0, 18)
    8
    """
    found = _GROUP_NAME.match(text, start, end)
    if found is None:
        return None
    words = found[0].split()
    while words and words[-1] in MONTHS:
        words.pop()
    if not words or not any(owner(word) in LONE_OUTLETS or word in NEWSROOM_WORDS for word in words):
        return None
    last = start + len(" ".join(words))
    return last + len(_SERVICE) if text.startswith(_SERVICE, last, end) else last


def owner(word: str) -> str:
    """A word without the possessive: whose it is.

    >>> owner("China’s")
    'China'
    """
    return word.removesuffix("’s").removesuffix("'s")
