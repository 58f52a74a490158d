"""Whether an English verb, with what stands around it, tells what somebody said."""

import re
from typing import Final

from nkdocs.rules.attribution_found import Place
from nkdocs.rules.attribution_nouns import Speaker
from nkdocs.rules.attribution_words import DECLARING, PEOPLE, SOUNDING

__all__ = ["SAYING", "SHUT", "hopeful", "plural", "speaks"]

_LEFT: Final = 260
_WILL: Final = r"(?! (?:has|had|is|was|will|would|can|could))"
SAYING: Final = frozenset({"said", "says", "say", "told", "tell", "tells", "explained", "complained", "recalled"})
_BELIEVING: Final = frozenset({"believe", "believes"})
_PLAINLY: Final = frozenset({"said", "say", "says", "told"})
_NOUNS_TOO: Final = frozenset({"report", "reports", "claim", "claims"})
SHUT: Final = re.compile(r"[”\"’'][,]?\s?\Z|[,.?!][”\"’']\s?\Z")
_NOT_SAID: Final = re.compile(
    r" (?:to (?:be|have)\b|(?:the|a) (?:tale|story|stories|truth|lie|difference|time|joke)\b|a word|"
    rf"(?:nothing|little)\b{_WILL}|so\b(?! many| much)|goodbye|hello|prayers?\b|yes\b|no to\b|by\b)|-|’|'"
)
_NOTHING: Final = re.compile(rf" (?:(?:nothing|little|everything)\b{_WILL}|it to |themselves|himself|herself)")
_QUOTES: Final = re.compile(r",? that\b|[,:]? [“\"]")
_WROTE: Final = re.compile(r" (?:(?:in|on) [^.,;\n]{2,40}? )?that\b")
_DESCRIBED: Final = re.compile(r" [^.,;:\n]{2,60}? as \b")
_SUBJECT_REACH: Final = 90
_COMPLEMENT: Final = re.compile(
    r",? that\b|[,.:]|[”“\"]| (?:[“\"‘]|there\b|it (?:is|was|will|would|has|had)\b|they\b|he\b|she\b|on [A-Z]|on "
    r"the \d|last |this |in (?:a|an|its|his|her) |(?:Mon|Tues|"
    r"Wednes|Thurs|Fri|Satur|Sun)day)|\Z| (?:to|how|why|what|whether) "
    r"| [^.,;:\n]{2,40}? (?:was|were|is|are|has|had|have|would|will|could|can|must)\b"
)
# What shows that somebody declared something, whoever it was.
_STATED: Final = re.compile(
    r",? that\b|[,:]? [“\"‘]| (?:on|last|this|in) [^,.;\n]{2,30}? that\b"
    r"| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: that)?\b"
)
# One may also recall a spring, and agree to a plan.
_STRICTER: Final = frozenset({"recalled", "agreed"})
_DOING: Final = re.compile(
    r" (?!(?:spring|morning|evening|\w{2,5}thing|building|meeting|wedding|king|wing|ring|string|thing|"
    r"being)\b)[a-z]{2,12}ing\b"
)


def hopeful(text: str, verb: Place, word: str, start: int, end: int) -> bool:
    """Whether a look at what stands around a verb leaves it possible that it tells what somebody said.

    >>> hopeful("He said nothing.", (3, 7), "said", 0, 16), hopeful("He said no.", (3, 7), "said", 0, 11)
    (False, True)
    """
    if word in _PLAINLY:
        return _NOT_SAID.match(text, verb[1], end) is None
    if _NOTHING.match(text, verb[1], end):
        return False
    if word in SOUNDING:
        return _beside_quotation(text, verb, start, end)
    if word == "wrote":
        return _beside_quotation(text, verb, start, end) or _WROTE.match(text, verb[1], end) is not None
    if word == "described":
        return _DESCRIBED.match(text, verb[1], end) is not None
    return word in SAYING or _may_report(text, verb, start, end)


def _beside_quotation(text: str, verb: Place, start: int, end: int) -> bool:
    """Whether a quotation stands before the verb or its subject or behind it, or "that" behind it."""
    if _QUOTES.match(text, verb[1], end):
        return True
    first = max(start, verb[0] - _SUBJECT_REACH)
    shut = max(text.rfind("” ", first, verb[0]), text.rfind('" ', first, verb[0]))
    return shut > first and text[shut - 1] in ",.?!" and text.find(". ", shut, verb[0]) < 0


def _may_report(text: str, verb: Place, start: int, end: int) -> bool:
    """A cheap look at what stands around a verb that has other uses: whether it can open a statement at all."""
    if text.startswith(("report", "believe"), verb[0]) or _COMPLEMENT.match(text, verb[1], end):
        return True
    if SHUT.search(text, max(start, verb[0] - 3), verb[0]) or text.endswith(", ", start, verb[0]):
        return True
    return text.find("ource", max(start, verb[0] - _LEFT), verb[0]) >= 0


def speaks(text: str, speaker: Speaker, verb: Place, *, told: bool, end: int) -> bool:
    """Whether this subject with this verb is the source of a statement.

    >>> from nkdocs.rules.attribution_nouns import speaker_before
    >>> text = "A trader noted that it rained."
    >>> speaks(text, speaker_before(text, 0, 8), (9, 14), told=True, end=len(text))
    True
    """
    word = text[verb[0] : verb[1]]
    if (word in _NOUNS_TOO and not _reports(text, speaker, word)) or (
        word in _STRICTER and not _stated(text, speaker, verb, end)
    ):
        return False
    if word in SAYING or word == "described":
        return speaker.sort != "open" or (told and (word not in {"say", "tell", "described"} or plural(text, speaker)))
    if speaker.sort == "open" and not (
        _quoted_before(text, speaker) or (word in DECLARING and _STATED.match(text, verb[1], end))
    ):
        return False
    if word in _BELIEVING and not text.startswith(" in ", verb[1]):
        return True
    if _COMPLEMENT.match(text, verb[1], end) or "ource" in text[speaker.start : speaker.end]:
        return True
    return word.startswith("report") and speaker.sort == "group" and not text.startswith((" to ", " as "), verb[1])


def _stated(text: str, speaker: Speaker, verb: Place, end: int) -> bool:
    """Whether a quotation ends before the subject, or a statement follows a verb that can be about other things."""
    if _quoted_before(text, speaker):
        return True
    if text.startswith("agree", verb[0]):
        return text.startswith((" that ", ", “", ': "', ": “"), verb[1])
    return _COMPLEMENT.match(text, verb[1], end) is not None or _DOING.match(text, verb[1], end) is not None


def _quoted_before(text: str, speaker: Speaker) -> bool:
    return text[max(0, speaker.start - 2) : speaker.start].strip() in {"”", '"'}


def plural(text: str, speaker: Speaker) -> bool:
    """Whether several speak: the farmers, no single one of them.

    >>> from nkdocs.rules.attribution_nouns import speaker_before
    >>> plural("the farmers", speaker_before("the farmers", 0, 11))
    True
    """
    words = text[speaker.start : speaker.end].split()
    return any(word.endswith("s") or word in {"people", "men", "women", "children"} for word in words[1:])


def _reports(text: str, speaker: Speaker, word: str) -> bool:
    """Whether "report" is what the subject does, and no noun after it: sources report, KCNA reports."""
    plural = any(part.endswith("s") and part.casefold() in PEOPLE for part in text[speaker.start : speaker.end].split())
    if word.endswith("s"):
        return not plural and speaker.sort in {"people", "group"} and _determined(text, speaker)
    return plural


def _determined(text: str, speaker: Speaker) -> bool:
    return speaker.sort == "people" or text[speaker.start].isupper()
