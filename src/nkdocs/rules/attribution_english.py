"""Attributions in English: verbs of saying with their subjects, according to, as quoted by.

The text is first asked where a verb of saying stands, by searches for literals that cost next to nothing; only
around those places a window of bounded length is read.
"""

import re
from collections.abc import Sequence
from typing import Final

from nkdocs.rules.attribution_found import NOWHERE, Found, Place
from nkdocs.rules.attribution_nouns import Speaker, noun_phrase, speaker_before
from nkdocs.rules.attribution_places import newsroom
from nkdocs.rules.attribution_stated import SAYING, SHUT, hopeful, plural, speaks
from nkdocs.rules.attribution_subject import subject_before
from nkdocs.rules.attribution_words import NO_SUBJECTS, OBJECTS

__all__ = ["english"]

_LEFT: Final = 260
_RIGHT: Final = 200
_DAY_MOST: Final = 40
_RUN: Final = 8
_RUN_LENGTH: Final = 80
# A question is put to somebody, unless it is quoted.
_ASKED: Final = "asked"
_JOINED: Final = frozenset({"and", "but"})
_TELLING: Final = frozenset({"told", "tell", "tells"})
_INVERTED: Final = frozenset({
    "reported", "said", "says", "explained", "added", "recalled", "complained", "admitted", "lamented", "recounted",
    "insisted", "claimed", "noted", "asked",
})  # fmt: skip
_LONGEST_STOP: Final = 12
_BEING: Final = re.compile(r"\s(?:are|is|were|have been|has been)(?: also| now| already)?\s\Z")
_LONGEST_BEING: Final = 20
_REPORTED_BY: Final = re.compile(r" (?:[a-z]+ly )?by ")
_REACH_OF_BY: Final = 24
# What the subject did before it spoke.
_DID: Final = re.compile(
    r",? (?:[a-z]+ed|shook|spoke|wept|held|gave|took|met|sat|stood|came|went)\b[^,.;:“”\"\n]{0,60} (?:and|but) \Z"
)
# These go on to do something: continued to work, added to the pot.
_ADDING: Final = frozenset(
    {
        "continued",
        "added",
        "answered",
        "replied",
        "joked",
        "continue",
        "continues",
        "report",
        "reported",
        "recalled",
        "agreed",
    }
)
_ORDERED: Final = re.compile(r"[^.,;\n]{0,40}? (?:not )?to [a-z]+\b")
_INTERVIEW: Final = re.compile(
    r"(?: (?:recently|separately))?,? (?:to|in an? (?:[a-z-]+ ){0,3}(?:interview|call|conversation|exchange) with|"
    r"while talking with|"
    r"when speaking (?:to|with)) (?:the )?(?=[A-Z\d])"
)
_OBJECT: Final = re.compile(
    r" (?:(?:the|a|an|state|local|foreign|South Korean|North Korean|Japanese) ){0,3}([A-Za-z]+)"
)
_AUDIENCE: Final = re.compile(
    r" (?:an?|the|his|her|its|their) (?:[a-z-]+ ){0,3}(?:briefing|conference|meeting|committee|hearing|session|forum|"
    r"seminar|audience|assembly|congress|newspaper|agency|programme|program|show)(?![a-z])"
    r"| the (?:[A-Z][A-Za-z.]* ){0,3}(?:Assembly|Council|Parliament|Congress|Committee|Diet|Senate|House)(?![a-z])"
)
_PRONOUNS: Final = frozenset({"him", "her", "them", "you", "it", "me", "himself", "herself", "themselves", "each"})
_AS_SAYING: Final = re.compile(r" as (?:saying|telling|stating|having said|claiming)\b")
_QUOTED_AS: Final = re.compile(r"(?: by [^.,;\n]{2,60}?)? as (?:saying|telling|stating)\b")
# What opens the sentence may tell when and to whom it was said: In an interview with Daily NK on Nov. 3, a source said.
_OPENING_TALK: Final = re.compile(
    r"(?:[Ii]n|[Dd]uring|[Oo]ver) an? (?:[a-z-]+ ){0,4}(?:interview|call|conversation|exchange|"
    r"chat) with (?:the )?(?=[A-Z])"
    r"|(?:[Ss]peaking|[Tt]alking) (?:by phone |on the phone |recently )?(?:to|with) (?:the )?(?=[A-Z])"
)
_OPENING_DAY: Final = re.compile(
    r"(?:[Oo]n (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:, )?|the \d{1,2}(?:st|nd|rd|th)|"
    r"[A-Z][a-z]{2,8}\.? \d{1,2}"
    r"|\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]+day, [A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?|[Yy]esterday|"
    r"[Ll]ast (?:week|month)"
    r"|(?:[Ee]arlier )?this (?:week|month)), \Z"
)
_BY_PHONE: Final = re.compile(
    r"(?:by (?:tele)?phone|over the (?:tele)?phone|via [a-z ]{3,20}?) (?=[Oo]n |[Ll]ast |yester)"
)
_DAY_BETWEEN: Final = re.compile(
    r" on (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]{2,8}\.? \d{1,2}|the \d{1,2}(?:st|nd|rd|th))\Z"
)
_LONGEST_DAY: Final = 20
_LONGEST_OPENING: Final = 90
_INTO_DAY: Final = re.compile(
    r"(?: by (?:tele)?phone| via [a-z ]{3,20}?"
    r"| in an? (?:[a-z-]+ ){0,3}(?:interview|call|conversation|statement|report|briefing|commentary|dispatch|speech"
    r"|editorial|letter)"
    r"| during an? (?:[a-z-]+ ){0,3}(?:interview|call|conversation|visit|meeting)"
    r"| at an? (?:[a-z-]+ ){0,3}(?:meeting|briefing|conference|hearing|forum|seminar|event))?,? (?=[A-Za-z\d])"
)


def english(text: str, start: int, end: int, places: Sequence[Place]) -> list[Found]:
    """The English attributions of ``text[start:end]``, in the order of the verbs, whose places are known.

    >>> text = "A source in Hyesan told Daily NK that it rained."
    >>> from nkdocs.rules.attribution_verbs import verbs
    >>> [text[slice(*found.speaker)] for found in english(text, 0, len(text), verbs(text, 0, len(text)))]
    ['A source in Hyesan']
    """
    answer: list[Found] = []
    for number, verb in enumerate(places):
        # A run of nothing but verbs is no sentence.
        if number >= _RUN and verb[0] - places[number - _RUN][0] < _RUN_LENGTH:
            continue
        found = _found(text, verb, start, end)
        if found is not None:
            answer.append(found)
    return answer


def _found(text: str, verb: Place, start: int, end: int) -> Found | None:
    word = text[verb[0] : verb[1]]
    if word.endswith(" to"):
        return _according(text, verb, end)
    if word in {"saying", "put it"}:
        return _saying(text, verb, start, end)
    if word.endswith("ing"):
        return _citing(text, verb, end)
    if word in {"quoted", "cited"}:
        return _quoted(text, verb, start, end)
    if text.find(" by ", verb[1], verb[1] + _REACH_OF_BY) >= 0 and _REPORTED_BY.match(text, verb[1], end):
        return _reported_by(text, verb, start, end)
    return _said(text, verb, word, start, end)


def _according(text: str, verb: Place, end: int) -> Found | None:
    speaker = noun_phrase(text, verb[1] + 1, min(end, verb[1] + _RIGHT))
    if speaker is None or (speaker.sort == "open" and not _person_like(text, speaker)):
        return None
    return _finished(text, speaker, verb, speaker.end, end=end)


def _person_like(text: str, speaker: Speaker) -> bool:
    """Whether an unknown head may be somebody: rather not, what one acts according to is mostly a thing."""
    return text[speaker.start : speaker.end].rpartition(" ")[2] in {"woman", "man", "women", "men"}


def _citing(text: str, verb: Place, end: int) -> Found | None:
    speaker = noun_phrase(text, verb[1] + 1, min(end, verb[1] + _RIGHT))
    if speaker is None or speaker.sort == "open":
        return None
    return _finished(text, speaker, verb, speaker.end, end=end)


def _saying(text: str, verb: Place, start: int, end: int) -> Found | None:
    """Residents are saying that it rained; as one resident put it, it rained."""
    if text.startswith("put", verb[0]):
        speaker = subject_before(text, start, verb[0]) if text.startswith((",", ":"), verb[1]) else None
        as_who = speaker is not None and text.endswith(("As ", "as "), start, speaker.start)
        return _finished(text, speaker, verb, verb[1], end=end) if speaker is not None and as_who else None
    being = _BEING.search(text, max(start, verb[0] - _LONGEST_BEING), verb[0])
    speaker = subject_before(text, start, being.start()) if being is not None else None
    if speaker is None or (speaker.sort == "open" and not plural(text, speaker)):
        return None
    return _finished(text, speaker, verb, verb[1], end=end)


def _quoted(text: str, verb: Place, start: int, end: int) -> Found | None:
    """Who was quoted: the object of "quoted X as saying", the subject of "was quoted as saying"."""
    passive = _QUOTED_AS.match(text, verb[1], end)
    if passive is not None:
        left = text[max(start, verb[0] - _LEFT) : verb[0]]
        being = re.search(r"\s(?:was|were|is|are)\s\Z", left)
        speaker = subject_before(text, start, verb[0] - len(being[0])) if being else None
        return None if speaker is None else _finished(text, speaker, verb, verb[1], end=end)
    if text.startswith(" by ", verb[1]):
        return None
    until = _AS_SAYING.search(text, verb[1], min(end, verb[1] + _RIGHT))
    if until is None:
        return None
    first = verb[1] + 1
    speaker = speaker_before(text, first, until.start())
    return None if speaker is None else _finished(text, speaker, verb, speaker.end, end=end)


def _reported_by(text: str, verb: Place, start: int, end: int) -> Found | None:
    """As reported by Yonhap."""
    if not text.endswith(("as ", "As ", "first ", "was ", "were "), start, verb[0]):
        return None
    by = _REPORTED_BY.match(text, verb[1], end)
    speaker = noun_phrase(text, by.end(), min(end, verb[1] + _RIGHT)) if by else None
    if speaker is None or speaker.sort == "open":
        return None
    return _finished(text, speaker, verb, speaker.end, end=end)


def _said(text: str, verb: Place, word: str, start: int, end: int) -> Found | None:
    """Who said something, before the verb or behind it."""
    if not hopeful(text, verb, word, start, end):
        return None
    outlet, last = _told(text, verb[1], end) if word in _TELLING else _asked(text, verb[1], end)
    if last < 0 or (word in _ADDING and last == verb[1] and text.startswith(" to ", last)):
        return None
    before = text[max(start, verb[0] - _LONGEST_STOP) : verb[0] - 1].rpartition(" ")[2]
    if before in _JOINED:
        return _also_said(text, verb, last, start, end)
    if before in NO_SUBJECTS and not text.endswith(" went on to ", start, verb[0]):
        return None
    if verb[0] == start or SHUT.search(text, max(start, verb[0] - 3), verb[0]):
        return _inverted(text, verb, word, end)
    return _with_subject(text, verb, (outlet, last), start, end)


def _with_subject(text: str, verb: Place, told: tuple[Place, int], start: int, end: int) -> Found | None:
    """The verb with the subject before it; or, after words that lost their marks, with the one behind it."""
    word, (outlet, last) = text[slice(*verb)], told
    speaker = None if word == _ASKED else subject_before(text, start, verb[0])
    if speaker is None and word in _INVERTED and text.endswith(", ", start, verb[0]):
        return _inverted(text, verb, word, end, lost=True)
    to_somebody = word not in _TELLING or last > verb[1]
    if speaker is None or not speaks(text, speaker, verb, told=to_somebody, end=end):
        return None
    found = _undated(text, _finished(text, speaker, verb, last, end=end, outlet=outlet))
    return _opened(text, start, found) if text.endswith(", ", start, speaker.start) else found


def _undated(text: str, found: Found) -> Found:
    """The same with a day between subject and verb as the day: the premier on Monday admitted."""
    first, last = found.speaker
    day = (
        _DAY_BETWEEN.search(text, max(first, last - _LONGEST_DAY), last)
        if text.find(" on ", first, last) >= 0
        else None
    )
    return found if day is None else found._replace(speaker=(first, day.start()), before=(day.start() + 1, last))


def _also_said(text: str, verb: Place, last: int, start: int, end: int) -> Found | None:
    """The second thing that the subject of a sentence does: an official shook his head and said."""
    first = _sentence(text, start, verb[0])
    speaker = noun_phrase(text, first, verb[0]) if first >= 0 else None
    if speaker is None or speaker.sort == "open" or not _DID.match(text, speaker.end, verb[0]):
        return None
    return _finished(text, speaker, verb, last, end=end)


def _sentence(text: str, start: int, last: int) -> int:
    """Where the sentence begins, or -1 where that is too far back."""
    low = max(start, last - _LONGEST_OPENING)
    point = text.rfind(". ", low, last)
    while point >= 0 and text[point + 2].isdigit():
        point = text.rfind(". ", low, point)
    stop = max(point, text.rfind("” ", low, last), text.rfind('" ', low, last))
    if stop >= 0:
        return stop + 2
    return start if low == start else -1


def _opened(text: str, start: int, found: Found) -> Found:
    """The same with what the sentence opens with: a day, an interview with a newsroom."""
    last = found.speaker[0]
    first = _sentence(text, start, last)
    if first < 0:
        return found
    talk = _OPENING_TALK.match(text, first, last) if found.outlet == NOWHERE else None
    if talk is not None and (stop := newsroom(text, talk.end(), last)) is not None:
        found = found._replace(outlet=(talk.end(), stop))
        first = stop + 1
        if (phone := _BY_PHONE.match(text, first)) is not None:
            first = phone.end()
    if _OPENING_DAY.match(text, first, last):
        return found._replace(before=(first, last))
    return found


def _inverted(text: str, verb: Place, word: str, end: int, *, lost: bool = False) -> Found | None:
    """Said Mr Kim, after the words he said; without a quotation mark only those who surely speak."""
    if not text.startswith(" ", verb[1]) or text.startswith((" that ", " this "), verb[1]):
        return None
    speaker = noun_phrase(text, verb[1] + 1, min(end, verb[1] + _RIGHT))
    if speaker is None or (speaker.sort == "open" and (lost or word not in SAYING)):
        return None
    return _finished(text, speaker, verb, speaker.end, end=end)


def _told(text: str, start: int, end: int) -> tuple[Place, int]:
    """Whom it was told, if a newsroom, and where that ends; (…, -1) where nothing was told to anybody who reports."""
    article = 4 if text.startswith(" the ", start) else 0
    first = start + 1 + article
    last = newsroom(text, first, min(end, start + _RIGHT))
    if last is not None:
        return (first, last), last
    to = _OBJECT.match(text, start, end)
    if to is None or to[1] in _PRONOUNS:
        mine = to is not None and to[1] == "me" and not _ORDERED.match(text, start, end)
        return NOWHERE, start if mine else -1
    if to[1] in OBJECTS:
        return NOWHERE, to.end()
    if _ORDERED.match(text, start, end):
        return NOWHERE, -1
    audience = _AUDIENCE.match(text, start, end)
    return NOWHERE, audience.end() if audience else start


def _asked(text: str, start: int, end: int) -> tuple[Place, int]:
    """The newsroom that was spoken to: said in an interview with Daily NK."""
    lead = _INTERVIEW.match(text, start, end)
    last = newsroom(text, lead.end(), min(end, lead.end() + _RIGHT)) if lead else None
    if lead is None or last is None:
        return NOWHERE, start
    return (lead.end(), last), last


def _finished(text: str, speaker: Speaker, verb: Place, last: int, *, end: int, outlet: Place = NOWHERE) -> Found:
    """The record of a speaker and a verb, and where behind ``last`` a time may stand."""
    into = _INTO_DAY.match(text, last, end)
    day = (into.end(), min(end, into.end() + _DAY_MOST)) if into else NOWHERE
    return Found((speaker.start, speaker.end), speaker.named, verb, speaker.place, outlet, day)
