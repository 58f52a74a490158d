"""The subject of an English verb of saying: the noun phrase before it, over what is set between commas."""

import re
from typing import Final

from nkdocs.rules.attribution_found import NOWHERE, Place
from nkdocs.rules.attribution_names import is_person
from nkdocs.rules.attribution_nouns import Speaker, noun_phrase, speaker_before
from nkdocs.rules.attribution_places import lives_in, place_in
from nkdocs.rules.places import known_place

__all__ = ["subject_before"]

_LEFT: Final = 260
_MOST_SEGMENTS: Final = 5
_RELATIVE: Final = re.compile(r",? (?:who|whose|which) ")
# Where a clause ends, and what only looks like its end.
_BREAKS: Final = ("”", "“", '"', "; ", ": ", "? ", "! ", "—", "–", "…", "(", "‘", " - ")
_SHUTS: Final = ("’ ", "' ")
_ABBREVIATED: Final = re.compile(r"(?:\b(?:Mr|Ms|Dr|Mrs|Gen|Prof|Col|Rep|Sen|Lt|St|No|Gov|[A-Z]))\Z")
# What may stand between a subject and its verb, and words in "ly" that are subjects themselves.
_AUXILIARIES: Final = frozenset({
    "has", "have", "had", "also", "then", "further", "later", "recently", "again", "earlier", "separately",
    "repeatedly", "subsequently", "only", "even", "reportedly", "allegedly",
})  # fmt: skip
_NO_ADVERBS: Final = frozenset({"family", "assembly", "ally", "monopoly", "bully", "daily", "weekly", "monthly"})
_ADVERB_LENGTHS: Final = range(5, 15)
_WENT_ON: Final = (" went on to", "\nwent on to")
_LONGEST_ADVERB: Final = 16
_NO_SUBJECT: Final = frozenset({
    "was", "were", "is", "are", "be", "been", "being", "am", "isn", "wasn", "not", "never", "to", "would", "could",
    "should", "might", "may", "must", "will", "can", "shall", "don", "did", "do", "does", "get", "gets", "got",
    "hardly", "rarely", "of", "the", "a", "an", "and", "or", "as", "who", "which", "what",
})  # fmt: skip
_SIGNS: Final = "“”‘’\"'(,;:–—"
_DOUBTS: Final = frozenset({
    "if", "If", "unless", "Unless", "whether", "Whether", "suppose", "Suppose", "lest", "Lest", "no", "No", "nobody",
    "Nobody", "neither", "Neither", "what", "What", "who", "Who",
})  # fmt: skip
_HYPOTHETICAL: Final = re.compile(
    r"(?:\A|\s)(?:[Ii]f|[Uu]nless|[Ww]hether|[Ss]uppose|[Ll]est)\s|(?:\A|\s(?:and|but|that)\s)(?:[Nn]o|[Nn]obody|"
    r"[Nn]either|[Ww]hat|[Ww]ho)\s"
)
_LEADS: Final = frozenset({
    "and", "but", "while", "as", "because", "although", "though", "when", "since", "so", "yet", "then", "however",
    "after", "before", "that", "where", "meanwhile", "later", "still", "also", "indeed", "even",
})  # fmt: skip
_CONJUNCTIONS: Final = frozenset({
    "and", "but", "as", "while", "when", "because", "although", "that", "so", "since", "where", "after", "before",
})  # fmt: skip
_CONJUNCTION: Final = re.compile(r"\s(?:and|but|as|while|when|because|although|that|so|since|where|after|before)\s")
# A third source, in Sakju
_WHERE: Final = ("in ", "from ", "near ", "outside ")
_EXAMPLE: Final = "for example"
_ADVERB: Final = re.compile(
    r"(?:however|meanwhile|though|too|in turn|for (?:his|her|their|its) part|in fact|on the other hand|for instance|"
    r"for example|moreover|also|therefore|[Oo]n [A-Z][a-z]+day|in addition)\Z"
)
_CLAUSE: Final = re.compile(
    r"(?:who|whom|whose|which|speaking|talking|asking|requesting|citing|quoting|referring|on condition|under condition|"
    r"having|when|while|in an? |in (?:response|reference|reply)|during|using|by |with|wishing|preferring|declining|"
    r"contacted|reached|seen|written|sent|made|[a-z]{3,12}ed)\b"
)
_APPOSED: Final = re.compile(
    r"(?:an?|the|also|former|formerly|himself|herself|one of|head|director|chief|chairman|president|professor|"
    r"researcher|fellow|"
    r"(?:[a-z-]+ ){1,3}?(?:director|officer|editor|president|manager|coordinator|adviser|advisor|"
    r"correspondent|lecturer)|"
    r"senior|analyst|secretary|founder|leader|editor|deputy|vice|aged|both|all|each|\d{1,3}\Z)\b|\d{1,3}\Z|spokes\w+"
)


def subject_before(text: str, start: int, verb: int) -> Speaker | None:
    """The noun phrase before a verb, over what is set between commas."""
    first = max(start, verb - _LEFT)
    clause = _clause_start(text, first, verb)
    if clause == first > start:
        comma = text.find(", ", first, verb)
        if comma < 0:
            return None
        clause = comma + 2
    end = _subject_end(text, clause, verb)
    if end <= clause or _hypothetical(text, clause, end):
        return None
    return _parenthetical(text, clause, end - 1) if text[end - 1] == "," else _direct(text, clause, end)


def _subject_end(text: str, clause: int, end: int) -> int:
    """Where the subject ends once adverbs and auxiliaries are set aside; no farther than ``clause`` if it is none."""
    end = clause + len(text[clause:end].rstrip())
    while True:
        word = text[max(clause, end - _LONGEST_ADVERB) : end].rpartition(" ")[2]
        first = end - len(word)
        if text.endswith(_WENT_ON, clause, end):
            first = end - len(_WENT_ON[0]) + 1
        elif not (word in _AUXILIARIES or _adverb(word)):
            break
        if first <= clause:
            break
        end = clause + len(text[clause:first].rstrip())
        if text.startswith((" ", "\n"), end) and text.endswith(",", clause, end) and end - 1 > clause:
            end -= 1
    word = word.strip(_SIGNS) if word[:1] in _SIGNS else word
    return clause if word in _NO_SUBJECT or word.endswith(("’t", "'t")) else end


def _adverb(word: str) -> bool:
    if not word.endswith("ly") or len(word) not in _ADVERB_LENGTHS or word in _NO_ADVERBS:
        return False
    return word.isascii() and word.isalpha() and word.islower()


def _hypothetical(text: str, start: int, end: int) -> bool:
    """Whether nobody surely said it: "if", "whether", "nobody" before; words are looked up before a pattern is."""
    return not _DOUBTS.isdisjoint(text[start:end].split()) and _HYPOTHETICAL.search(text, start, end) is not None


def _clause_start(text: str, first: int, verb: int) -> int:
    """After the last mark between ``first`` and the verb that ends a sentence or opens or closes a quotation."""
    clause = first
    for mark in _BREAKS:
        place = text.rfind(mark, clause, verb)
        # What a bracket held shut before the verb stands inside the sentence.
        if place >= 0 and not (mark == "(" and text.find(")", place, verb) >= 0):
            clause = place + len(mark)
    for mark in _SHUTS:
        place = text.rfind(mark, clause, verb)
        while place > clause and text[place - 1] not in ",.?!":
            place = text.rfind(mark, clause, place)
        if place > clause:
            clause = place + 2
    place = text.rfind(". ", clause, verb)
    while place >= 0 and _ABBREVIATED.search(text, max(clause, place - 6), place):
        place = text.rfind(". ", clause, place)
    clause = place + 2 if place >= 0 else clause
    return clause + (text[clause : clause + 1] == " ")


def _direct(text: str, clause: int, end: int) -> Speaker | None:
    """The subject right before the verb: what follows the last comma, or a place that a comma sets off."""
    first = _last_comma(text, clause, end)
    speaker = _led(text, first, end)
    if first > clause and (speaker is None or speaker.sort == "group") and _is_place(text[first:end]):
        before = _last_comma(text, clause, first - 2)
        longer = _led(text, before, end) or _set_off(text, before, first - 2, end)
        if longer is not None and longer.end == end:
            return longer
    return None if speaker is None else _named_before(text, clause, speaker)


def _named_before(text: str, clause: int, speaker: Speaker) -> Speaker:
    """The same with the name before it, where it only tells what that person is: Han Sol, a trader in Dandong."""
    if speaker.named or not text.startswith(("a ", "an ", "the "), speaker.start) or speaker.start - 2 <= clause:
        return speaker
    first = _last_comma(text, clause, speaker.start - 2)
    person = _led(text, first, speaker.start - 2)
    if person is None or person.sort != "name" or person.end != speaker.start - 2:
        return speaker
    return speaker._replace(start=person.start, named=True, sort="name")


def _set_off(text: str, start: int, core_end: int, end: int) -> Speaker | None:
    """A source in Dandong, China: the country belongs to the place before it."""
    speaker = _led(text, start, core_end)
    if speaker is None or speaker.place == NOWHERE or speaker.place[1] != core_end or speaker.end != core_end:
        return None
    whole = noun_phrase(text, speaker.start, end)
    return whole if whole is not None and whole.end == end else None


def _last_comma(text: str, start: int, end: int) -> int:
    place = text.rfind(", ", start, end)
    return start if place < 0 else place + 2


def _led(text: str, start: int, end: int) -> Speaker | None:
    """The phrase that fills a segment, once words that lead to it are set aside."""
    first = _led_to(text, start, end)
    speaker = speaker_before(text, first, end)
    if speaker is not None or _CONJUNCTIONS.isdisjoint(text[first:end].split()):
        return speaker
    joints = list(_CONJUNCTION.finditer(text, first, end))
    if not joints:
        return None
    joint = joints[-1]
    speaker = speaker_before(text, joint.end(), end)
    if speaker is None or joint[0].strip() != "and":
        return speaker
    other = speaker_before(text, first, joint.start())
    return speaker if other is None else speaker._replace(start=other.start, named=other.named or speaker.named)


def _led_to(text: str, start: int, end: int) -> int:
    """Where a phrase begins after words such as "but" and "meanwhile"."""
    while True:
        blank = text.find(" ", start, end)
        word = text[start:blank].rstrip(",").lower() if blank >= 0 else ""
        if word == "for" and text[start : start + len(_EXAMPLE)].lower() == _EXAMPLE:
            blank = start + len(_EXAMPLE)
            blank += text.startswith(",", blank)
        elif word not in _LEADS:
            return start
        start = end - len(text[blank:end].lstrip())


def _parenthetical(text: str, clause: int, end: int) -> Speaker | None:
    """The subject before what stands between commas: a relative clause, an apposition, a place."""
    segments = _segments(text, clause, end)
    for number in range(1, len(segments)):
        kept = _kept(text, segments[number - 1 :: -1])
        speaker = _led(text, *segments[number]) if kept is not None else None
        if speaker is not None and kept is not None and (speaker.sort != "open" or number == 1):
            return _widened(text, _named_before(text, clause, speaker), kept, end)
    return None


def _segments(text: str, clause: int, end: int) -> list[Place]:
    """What stands between commas, the last first; no more than an insertion may have."""
    segments: list[Place] = []
    while len(segments) < _MOST_SEGMENTS:
        first = _last_comma(text, clause, end)
        segments.append((first, end))
        if first == clause:
            break
        end = first - 2
    return segments


def _kept(text: str, between: list[Place]) -> int | None:
    """How far the phrase goes on over segments between commas; None where they are no insertion."""
    kept = 0
    for place in between:
        segment = text[place[0] : place[1]]
        if _CLAUSE.match(segment) or _ADVERB.match(segment):
            return kept or -1
        if _APPOSED.match(segment) or (kept and segment[:1].islower()) or _is_place(segment) or is_person(segment):
            kept = place[1]
        else:
            return None
    return kept or None


def _is_place(segment: str) -> bool:
    if segment.startswith(_WHERE):
        segment = segment.partition(" ")[2]
    return known_place(segment) or segment.endswith((" Province", " County", " City"))


def _widened(text: str, speaker: Speaker, kept: int, end: int) -> Speaker:
    if kept < 0:
        return _housed(text, speaker, end)
    last = kept
    clause = _RELATIVE.search(text, speaker.end, last)
    if clause is not None:
        last = clause.start()
    place = place_in(text, speaker.start, last)
    wide = speaker._replace(end=last, place=place if place != NOWHERE else speaker.place)
    if not wide.named and is_person(text[_last_comma(text, wide.start, last) : last]):
        wide = wide._replace(named=True)
    return _housed(text, wide, end)


def _housed(text: str, speaker: Speaker, end: int) -> Speaker:
    """Where the relative clause says that somebody lives."""
    if speaker.place != NOWHERE:
        return speaker
    return speaker._replace(place=lives_in(text, speaker.end, end))
