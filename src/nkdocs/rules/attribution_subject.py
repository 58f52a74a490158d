"""The subject of an English verb of saying: the noun phrase before it, over what is set between commas."""

import re
from typing import Final

from nkdocs.rules.attribution_found import NOWHERE, Place
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
_BEFORE_VERB: Final = re.compile(
    r"(?:,?\s(?:has|have|had|also|then|further|later|recently|again|earlier|separately|repeatedly|subsequently|"
    r"only|even|"
    r"reportedly|allegedly|went on to|[a-z]{3,12}ly)(?=\s|\Z))+\s?\Z"
)
_NO_SUBJECT: Final = re.compile(
    r"(?:(?<![\w-])(?:was|were|is|are|be|been|being|am|isn|wasn|not|never|to|would|could|should|might|may|must|"
    r"will|can|shall|don|did|"
    r"do|does|get|gets|got|hardly|rarely|of|the|a|an|and|or|as|who|which|what)|[’']t)\s*\Z"
)
_HYPOTHETICAL: Final = re.compile(
    r"(?:\A|\s)(?:[Ii]f|[Uu]nless|[Ww]hether|[Ss]uppose|[Ll]est)\s|(?:\A|\s(?:and|but)\s)(?:[Nn]o|[Nn]obody|"
    r"[Nn]either|[Ww]hat|[Ww]ho)\s"
)
_LEAD: Final = re.compile(
    r"(?:(?:and|but|while|as|because|although|though|when|since|so|yet|then|however|after|before|that|where|meanwhile|"
    r"later|still|also|indeed|even|for example),?\s+)+",
    re.IGNORECASE,
)
_CONJUNCTION: Final = re.compile(r"\s(?:and|but|as|while|when|because|although|that|so|since|where|after|before)\s")
_ADVERB: Final = re.compile(
    r"(?:however|meanwhile|though|too|in turn|for (?:his|her|their|its) part|in fact|on the other hand|for instance|"
    r"for example|moreover|also|therefore|[Oo]n [A-Z][a-z]+day|in addition)\Z"
)
_CLAUSE: Final = re.compile(
    r"(?:who|whom|whose|which|speaking|talking|asking|requesting|citing|quoting|referring|on condition|under condition|"
    r"having|when|while|in an? |in (?:response|reference|reply)|during|using|by |with|wishing|preferring|declining|"
    r"contacted)\b"
)
_APPOSED: Final = re.compile(
    r"(?:an?|the|also|former|formerly|himself|herself|one of|head|director|chief|chairman|president|professor|"
    r"researcher|fellow|"
    r"senior|analyst|secretary|founder|leader|editor|deputy|vice|aged|\d{1,3}\Z)\b|\d{1,3}\Z|spokes\w+"
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
    tail = _BEFORE_VERB.search(text, clause, verb)
    end = tail.start() if tail else verb
    end = clause + len(text[clause:end].rstrip())
    if end <= clause or _NO_SUBJECT.search(text, max(clause, end - 10), end) or _HYPOTHETICAL.search(text, clause, end):
        return None
    return _parenthetical(text, clause, end - 1) if text[end - 1] == "," else _direct(text, clause, end)


def _clause_start(text: str, first: int, verb: int) -> int:
    """After the last mark between ``first`` and the verb that ends a sentence or opens or closes a quotation."""
    clause = first
    for mark in _BREAKS:
        place = text.rfind(mark, clause, verb)
        if place >= 0:
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
    lead = _LEAD.match(text, start, end)
    first = lead.end() if lead else start
    speaker = speaker_before(text, first, end)
    if speaker is not None:
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
        if _APPOSED.match(segment) or (kept and segment[:1].islower()) or _is_place(segment):
            kept = place[1]
        else:
            return None
    return kept or None


def _is_place(segment: str) -> bool:
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
    return _housed(text, wide, end)


def _housed(text: str, speaker: Speaker, end: int) -> Speaker:
    """Where the relative clause says that somebody lives."""
    if speaker.place != NOWHERE:
        return speaker
    return speaker._replace(place=lives_in(text, speaker.end, end))
