"""Attributions in English: verbs of saying with their subjects, according to, as quoted by.

The text is first asked where a verb of saying stands, by searches for literals that cost next to nothing; only
around those places a window of bounded length is read.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from nkdocs.rules.attribution_found import NOWHERE, Found, Place
from nkdocs.rules.attribution_nouns import Speaker, newsroom, noun_phrase, speaker_before
from nkdocs.rules.attribution_words import ABSTRACT, ED_VERBS, OBJECTS, PEOPLE

__all__ = ["english", "verbs"]

_LEFT: Final = 260
_RIGHT: Final = 200
_DAY_MOST: Final = 40
_ED: Final = re.compile(r"ed(?=[ ,.:\n—–“\"])")
_LITERALS: Final = ("said", "told", "ccording to ", "say", " tell", "iting ", "uoting ", " report", " claim", " argue")
_LONGEST_VERB: Final = 12
_WORD: Final = re.compile(r"[A-Za-z]+")
_PRESENT: Final = frozenset({"say", "says", "tell", "tells", "report", "reports", "claim", "claims", "argue", "argues"})
_SAYING: Final = frozenset({"said", "says", "say", "told", "tell", "tells", "explained", "complained", "recalled"})
_INVERTED: Final = frozenset({"said", "says", "explained", "added", "recalled", "complained"})
_NOUNS_TOO: Final = frozenset({"report", "reports", "claim", "claims"})
# Where a clause ends, and what only looks like its end.
_BREAKS: Final = ("”", "“", '"', "; ", ": ", "? ", "! ", "—", "–", "…", "(", "‘", " - ")
_SHUTS: Final = ("’ ", "' ")
_ABBREVIATED: Final = re.compile(r"(?:\b(?:Mr|Ms|Dr|Mrs|Gen|Prof|Col|Rep|Sen|Lt|St|No|Gov|[A-Z]))\Z")
_BEFORE_VERB: Final = re.compile(
    r"(?:,?\s(?:has|have|had|also|then|further|later|recently|again|earlier|separately|repeatedly|subsequently|only|even|"
    r"reportedly|allegedly|went on to|[a-z]{3,12}ly)(?=\s|\Z))+\s?\Z"
)
_NO_SUBJECT: Final = re.compile(
    r"(?:(?<![\w-])(?:was|were|is|are|be|been|being|am|isn|wasn|not|never|to|would|could|should|might|may|must|will|can|shall|don|did|"
    r"do|does|get|gets|got|hardly|rarely|of|the|a|an|and|or|as|who|which|what)|[’']t)\s*\Z"
)
# Words right before a verb that make it no statement of a source: pronouns, modals, negations, the verb itself.
_LONGEST_STOP: Final = 12
_NEVER: Final = frozenset(
    """
    he she it they we I you He She It They We You who Who what to not never was were is are be been being would could
    should might may must will can did do does of the a an and or said told say says
    """.split()
)
_HYPOTHETICAL: Final = re.compile(
    r"(?:\A|\s)(?:[Ii]f|[Uu]nless|[Ww]hether|[Ss]uppose|[Ll]est)\s|(?:\A|\s(?:and|but)\s)(?:[Nn]o|[Nn]obody|[Nn]either|[Ww]hat|[Ww]ho)\s"
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
    r"having|when|while|in an? |in (?:response|reference|reply)|during|using|by |with|wishing|preferring|declining|contacted)\b"
)
_APPOSED: Final = re.compile(
    r"(?:an?|the|also|former|formerly|himself|herself|one of|head|director|chief|chairman|president|professor|researcher|fellow|"
    r"senior|analyst|secretary|founder|leader|editor|deputy|vice|aged|\d{1,3}\Z)\b|\d{1,3}\Z|spokes\w+"
)
_SHUT: Final = re.compile(r"[”\"’'][,]?\s?\Z|[,.?!][”\"’']\s?\Z")
_NOT_SAID: Final = re.compile(
    r" (?:to (?:be|have)\b|(?:the|a) (?:tale|story|stories|truth|lie|difference|time|joke)\b|nothing\b|a word|so\b(?! many| much)|little\b|goodbye|hello|prayers?\b|yes\b|no to\b|by\b)|-|’|'"
)
_REPORTED_BY: Final = re.compile(r" (?:[a-z]+ly )?by ")
_COMPLEMENT: Final = re.compile(
    r",? that\b|[,.:]|[”“\"]| (?:[“\"‘]|there\b|it (?:is|was|will|would|has|had)\b|they\b|he\b|she\b|on [A-Z]|on the \d|last |this |in (?:a|an|its|his|her) |(?:Mon|Tues|"
    r"Wednes|Thurs|Fri|Satur|Sun)day)|\Z| (?:to|how|why|what|whether) "
)
_ORDERED: Final = re.compile(r"[^.,;\n]{0,40}? (?:not )?to [a-z]+\b")
_INTERVIEW: Final = re.compile(
    r"(?: (?:recently|separately))?,? (?:to|in an? (?:[a-z-]+ ){0,3}(?:interview|call|conversation|exchange) with|while talking with|"
    r"when speaking (?:to|with)) (?:the )?(?=[A-Z\d])"
)
_OBJECT: Final = re.compile(r" (?:(?:the|a|an|state|local|foreign|South Korean|North Korean|Japanese) ){0,3}([A-Za-z]+)")
_PRONOUNS: Final = frozenset({"him", "her", "them", "you", "it", "me", "himself", "herself", "themselves", "each"})
_AS_SAYING: Final = re.compile(r" as (?:saying|telling|stating|having said|claiming)\b")
_QUOTED_AS: Final = re.compile(r"(?: by [^.,;\n]{2,60}?)? as (?:saying|telling|stating)\b")
_INTO_DAY: Final = re.compile(
    r"(?: by (?:tele)?phone| via [a-z ]{3,20}?| in an? (?:[a-z-]+ ){0,3}(?:interview|call|conversation|statement|report|briefing|"
    r"commentary|dispatch|telephone interview)| during an? (?:[a-z-]+ ){0,3}(?:interview|call|conversation))?,? (?=[A-Za-z\d])"
)


def english(text: str, start: int, end: int, places: Iterable[Place]) -> Iterator[Found]:
    """The English attributions of ``text[start:end]``, in the order of the verbs, whose places are known.

    >>> text = "A source in Hyesan told Daily NK that it rained."
    >>> [text[slice(*found.speaker)] for found in english(text, 0, len(text), verbs(text, 0, len(text)))]
    ['A source in Hyesan']
    """
    for verb in places:
        found = _found(text, verb, start, end)
        if found is not None:
            yield found


def verbs(text: str, start: int, end: int) -> list[Place]:
    """Where the verbs of saying stand.

    >>> verbs("It rained, the source said.", 0, 27)
    [(22, 26)]
    """
    places: list[Place] = []
    for literal in _LITERALS:
        place = text.find(literal, start, end)
        while place >= 0:
            found = _literal(text, place, literal, start, end)
            if found is not None:
                places.append(found)
            place = text.find(literal, place + len(literal), end)
    for match in _ED.finditer(text, start, end):
        last = match.end()
        first = max(start, last - _LONGEST_VERB)
        word = text[first:last].rpartition(" ")[2]
        if word == "pointed" and text.startswith(" out", last, end):
            places.append((last - len(word), last + 4))
        elif word in ED_VERBS:
            places.append((last - len(word), last))
    places.sort()
    return places


def _literal(text: str, place: int, literal: str, start: int, end: int) -> Place | None:
    """The whole word or phrase around a literal, if it is one that tells who said something."""
    if literal[0] == "c":
        return (place - 1, place + len(literal) - 1) if place > start and text[place - 1] in "Aa" else None
    if literal[0] in "iu":
        first = place - 1
        return (first, place + len(literal) - 1) if first >= start and text[first] in "cCqQ" else None
    first = place + literal.startswith(" ")
    if first > start and text[first - 1].isalnum():
        return None
    word = _WORD.match(text, first, end)
    if word is None or (word[0] not in _PRESENT and word[0] not in {"said", "told"}):
        return None
    return word.span()


def _found(text: str, verb: Place, start: int, end: int) -> Found | None:
    word = text[verb[0] : verb[1]]
    if word.endswith(" to"):
        return _according(text, verb, end)
    if word.endswith("ing"):
        return _citing(text, verb, end)
    if word in {"quoted", "cited"}:
        return _quoted(text, verb, start, end)
    if _REPORTED_BY.match(text, verb[1], end):
        return _reported_by(text, verb, start, end)
    if word in {"informed"}:
        return None
    return _said(text, verb, word, start, end)


def _according(text: str, verb: Place, end: int) -> Found | None:
    speaker = noun_phrase(text, verb[1] + 1, min(end, verb[1] + _RIGHT))
    if speaker is None or speaker.sort == "open" and not _person_like(text, speaker):
        return None
    return _finished(text, speaker, verb, speaker.end, end)


def _person_like(text: str, speaker: Speaker) -> bool:
    """Whether an unknown head may be somebody: rather not, what one acts according to is mostly a thing."""
    return text[speaker.start : speaker.end].split()[-1] in {"woman", "man", "women", "men"}


def _citing(text: str, verb: Place, end: int) -> Found | None:
    speaker = noun_phrase(text, verb[1] + 1, min(end, verb[1] + _RIGHT))
    if speaker is None or speaker.sort == "open":
        return None
    return _finished(text, speaker, verb, speaker.end, end)


def _quoted(text: str, verb: Place, start: int, end: int) -> Found | None:
    """Who was quoted: the object of "quoted X as saying", the subject of "was quoted as saying"."""
    passive = _QUOTED_AS.match(text, verb[1], end)
    if passive is not None:
        left = text[max(start, verb[0] - _LEFT) : verb[0]]
        being = re.search(r"\s(?:was|were|is|are)\s\Z", left)
        speaker = _subject(text, start, verb[0] - len(being[0])) if being else None
        return None if speaker is None else _finished(text, speaker, verb, verb[1], end)
    if text.startswith(" by ", verb[1]):
        return None
    until = _AS_SAYING.search(text, verb[1], min(end, verb[1] + _RIGHT))
    if until is None:
        return None
    first = verb[1] + 1
    speaker = speaker_before(text, first, until.start())
    return None if speaker is None else _finished(text, speaker, verb, speaker.end, end)


def _reported_by(text: str, verb: Place, start: int, end: int) -> Found | None:
    """As reported by Yonhap."""
    if not text.endswith(("as ", "As ", "first ", "was ", "were "), start, verb[0]):
        return None
    by = _REPORTED_BY.match(text, verb[1], end)
    speaker = noun_phrase(text, by.end(), min(end, verb[1] + _RIGHT)) if by else None
    if speaker is None or speaker.sort == "open":
        return None
    return _finished(text, speaker, verb, speaker.end, end)


def _said(text: str, verb: Place, word: str, start: int, end: int) -> Found | None:
    if _NOT_SAID.match(text, verb[1], end) and word in {"said", "say", "says", "told"}:
        return None
    outlet, last = _told(text, verb[1], end) if word in {"told", "tell", "tells"} else _asked(text, verb[1], end)
    if last < 0 or text[max(start, verb[0] - _LONGEST_STOP) : verb[0] - 1].rpartition(" ")[2] in _NEVER:
        return None
    shut = _SHUT.search(text, max(start, verb[0] - 3), verb[0]) is not None
    comma = text[max(start, verb[0] - 2) : verb[0]] == ", "
    if shut or verb[0] == start:
        return _inverted(text, verb, word, end)
    speaker = _subject(text, start, verb[0])
    if speaker is None and comma and word in _INVERTED:
        return _inverted(text, verb, word, end, lost=True)
    if speaker is None or not _speaks(text, speaker, verb, word, outlet, last, end):
        return None
    return _finished(text, speaker, verb, last, end, outlet)


def _inverted(text: str, verb: Place, word: str, end: int, *, lost: bool = False) -> Found | None:
    """Said Mr Kim, after the words he said; without a quotation mark only those who surely speak."""
    if not text.startswith(" ", verb[1]) or text.startswith((" that ", " this "), verb[1]):
        return None
    speaker = noun_phrase(text, verb[1] + 1, min(end, verb[1] + _RIGHT))
    if speaker is None or (speaker.sort == "open" and (lost or word not in _SAYING)):
        return None
    return _finished(text, speaker, verb, speaker.end, end)


def _told(text: str, start: int, end: int) -> tuple[Place, int]:
    """Whom it was told, if a newsroom, and where that ends; (…, -1) where nothing was told to anybody who reports."""
    article = 4 if text.startswith(" the ", start) else 0
    first = start + 1 + article
    last = newsroom(text, first, min(end, start + _RIGHT))
    if last is not None:
        return (first, last), last
    to = _OBJECT.match(text, start, end)
    if to is None or to[1] in _PRONOUNS:
        return NOWHERE, -1
    if to[1] in OBJECTS:
        return NOWHERE, to.end()
    if _ORDERED.match(text, start, end):
        return NOWHERE, -1
    return NOWHERE, start


def _asked(text: str, start: int, end: int) -> tuple[Place, int]:
    """The newsroom that was spoken to: said in an interview with Daily NK."""
    lead = _INTERVIEW.match(text, start, end)
    last = newsroom(text, lead.end(), min(end, lead.end() + _RIGHT)) if lead else None
    if lead is None or last is None:
        return NOWHERE, start
    return (lead.end(), last), last


def _speaks(text: str, speaker: Speaker, verb: Place, word: str, outlet: Place, last: int, end: int) -> bool:
    """Whether this subject with this verb is the source of a statement."""
    if word in _NOUNS_TOO and not _reports(text, speaker, word):
        return False
    told = word in {"told", "tell", "tells"}
    if told and outlet == NOWHERE and last == verb[1] and speaker.sort == "open":
        return False
    if word in _SAYING:
        return speaker.sort != "open" or word not in {"say", "tell"} or _plural(text, speaker)
    if speaker.sort == "open":
        return False
    if _COMPLEMENT.match(text, verb[1], end):
        return True
    if "ource" in text[speaker.start : speaker.end]:
        return True
    return word in {"reported", "report", "reports"} and speaker.sort == "group" and not text.startswith(" to ", verb[1])


def _plural(text: str, speaker: Speaker) -> bool:
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


def _subject(text: str, start: int, verb: int) -> Speaker | None:
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
    joint: re.Match[str] | None = None
    for joint in _CONJUNCTION.finditer(text, first, end):
        pass
    if joint is None:
        return None
    speaker = speaker_before(text, joint.end(), end)
    if speaker is None or joint[0].strip() != "and":
        return speaker
    other = speaker_before(text, first, joint.start())
    return speaker if other is None else speaker._replace(start=other.start, named=other.named or speaker.named)


def _parenthetical(text: str, clause: int, end: int) -> Speaker | None:
    """The subject before what stands between commas: a relative clause, an apposition, a place."""
    segments = [(end, end)]
    last = end
    for _ in range(5):
        first = _last_comma(text, clause, last)
        segments.append((first, last))
        if first == clause:
            break
        last = first - 2
    segments = segments[1:]
    for number in range(1, len(segments)):
        between = [segments[index] for index in range(number - 1, -1, -1)]
        kept = _kept(text, between)
        if kept is None:
            continue
        speaker = _led(text, *segments[number])
        if speaker is None or speaker.sort == "open" and number > 2:
            continue
        speaker = _named_before(text, clause, speaker)
        return _widened(text, speaker, kept, end)
    return None


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
    from nkdocs.rules.places import known_place

    return known_place(segment) or segment.endswith((" Province", " County", " City"))


def _widened(text: str, speaker: Speaker, kept: int, end: int) -> Speaker:
    if kept < 0:
        return _housed(text, speaker, end)
    from nkdocs.rules.attribution_nouns import place_in

    last = kept
    clause = re.compile(r",? (?:who|whose|which) ").search(text, speaker.end, last)
    if clause is not None:
        last = clause.start()
    place = place_in(text, speaker.start, last)
    wide = speaker._replace(end=last, place=place if place != NOWHERE else speaker.place)
    return _housed(text, wide, end)


def _housed(text: str, speaker: Speaker, end: int) -> Speaker:
    """Where the relative clause says that somebody lives."""
    if speaker.place != NOWHERE:
        return speaker
    from nkdocs.rules.attribution_nouns import lives_in

    return speaker._replace(place=lives_in(text, speaker.end, end))


def _finished(
    text: str, speaker: Speaker, verb: Place, last: int, end: int, outlet: Place = NOWHERE
) -> Found:
    into = _INTO_DAY.match(text, last, end)
    day = (into.end(), min(end, into.end() + _DAY_MOST)) if into else NOWHERE
    return Found((speaker.start, speaker.end), speaker.named, verb, speaker.place, outlet, day)
