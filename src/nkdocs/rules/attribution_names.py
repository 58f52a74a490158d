"""Persons by name: which capitalised words are one, and which belong to the office named before it."""

import re
from typing import Final

from nkdocs.rules.attribution_places import owner
from nkdocs.rules.attribution_words import (
    GROUP_WORDS,
    LONE_OUTLETS,
    MONTHS,
    NEWSROOM_WORDS,
    NO_NAME_WORDS,
    PEOPLE,
    SURNAMES,
    TITLES,
)
from nkdocs.rules.places import known_place

__all__ = ["LONGEST_ACRONYM", "NO_NAME", "is_name", "is_office", "is_person", "is_title", "known_alone"]

_LAST_WORD: Final = re.compile(r"[\w’'-]+\Z")
# How far back a name is remembered, so that the search for it stays short.
_MEMORY: Final = 20_000
LONGEST_ACRONYM: Final = 2
NO_NAME: Final = GROUP_WORDS | NEWSROOM_WORDS | LONE_OUTLETS | MONTHS | TITLES | NO_NAME_WORDS  # fmt: skip
# The name of whom the words before it tell: the mayor of Dandong, Liu Wenbin.
_PERSON: Final = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]*\.?){1,2}\Z")


def is_person(segment: str) -> bool:
    """Whether what stands between commas is somebody's name and nothing else.

    >>> is_person("Liu Wenbin"), is_person("North Korea")
    (True, False)
    """
    return _PERSON.match(segment) is not None and NO_NAME.isdisjoint(map(owner, segment.split()))


def is_title(word: str) -> bool:
    """Whether a word is a title or tells what somebody is.

    >>> is_title("Minister"), is_title("Trader"), is_title("Hyesan")
    (True, True, False)
    """
    return word in TITLES or word.casefold() in PEOPLE


def is_name(text: str, name: list[re.Match[str]]) -> bool:
    r"""Whether capitalised words may be a person's: no place, no possessive, no abbreviation of a body.

    >>> is_name("Liu Wenbin", list(re.finditer(r"\w+", "Liu Wenbin")))
    True
    """
    full = text[name[0].start() : name[-1].end()]
    if known_place(full) or known_place(name[-1][0]) or any(owner(word[0]) != word[0] for word in name):
        return False
    return all(not word[0].isupper() or len(word[0]) > LONGEST_ACRONYM for word in name[1:])


def known_alone(text: str, name: re.Match[str], *, titled: bool) -> bool:
    """Whether a surname may stand for somebody: behind a title, a usual one, or given in full before.

    >>> text = "Liu Wenbin agreed, and Liu left."
    >>> known_alone(text, re.compile("Liu(?= left)").search(text), titled=False)
    False
    """
    return titled or name[0] in SURNAMES or _introduced(text, name)


def _introduced(text: str, name: re.Match[str]) -> bool:
    """Whether a surname was given with its first name before."""
    place = text.find(" " + name[0], max(0, name.start() - _MEMORY), name.start())
    if place < 0 or text[place + 1 + len(name[0]) : place + 2 + len(name[0])].isalnum():
        return False
    before = _LAST_WORD.search(text, max(0, place - 24), place)
    return before is not None and before[0][0].isupper() and before[0] not in NO_NAME


def is_office(words: list[re.Match[str]], number: int) -> bool:
    r"""Whether a word belongs to an office named before a person: ministry, unification, vice, a country.

    >>> is_office(list(re.finditer(r"\w+", "foreign minister Han")), 0)
    True
    """
    later = [word[0] for word in words[number + 1 : number + 5]]
    return any(word in TITLES or word.casefold() in PEOPLE for word in later) and (
        words[number][0][0].islower()
        or words[number][0] in NO_NAME
        or owner(words[number][0]) in NO_NAME
        or number < len(later)
    )
