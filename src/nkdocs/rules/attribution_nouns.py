"""English noun phrases that speak: sources and officials, persons by name, bodies and newsrooms."""

import re
from typing import Final, NamedTuple

from nkdocs.rules.attribution_found import NOWHERE, Place
from nkdocs.rules.attribution_words import (
    ABSTRACT,
    GROUP_WORDS,
    LONE_OUTLETS,
    NEWSROOM_WORDS,
    NOT_PEOPLE,
    PAPERS,
    PEOPLE,
    SURNAMES,
    TITLES,
)
from nkdocs.rules.places import known_place

__all__ = ["Speaker", "lives_in", "newsroom", "noun_phrase", "place_in", "speaker_before"]

_WORD: Final = re.compile(r"(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Rep|Sen|Gov|Rev|Maj|Capt|St|[A-Z])\.|[\w’'.&-]+(?<!\.)")
_DETERMINER: Final = re.compile(
    r"(?:the same|the|an?|one of (?:the|our|its)|one|another|this|that|our|my|his|her|their|its|two|three|four|five|"
    r"several|multiple|many|some of the|some|most|more|other|numerous|both|various|a number of|a few|few|local|"
    r"anonymous|unnamed)(?= )",
    re.IGNORECASE,
)
_PREPOSITION: Final = re.compile(
    r"(?:in|from|at|of|inside|within|with|near|for|on|to (?=[A-Z]|the [A-Z])|under|by|based in|living in|residing in|working (?:in|for|at)|"
    r"familiar with|close to|outside|across|along|involved in|responsible for|versed in|who)(?!\w)"
)
_CLAUSE: Final = re.compile(
    r"(?:who|whom|whose|which|that|speaking|talking|asking|requesting|citing|quoting|on condition)\b"
)
# A verb in what should be a noun phrase shows that it is a clause.
_FINITE: Final = re.compile(
    r"(?<![\w-])(?:was|were|is|are|has|had|have|did|does|do|would|will|could|can|should|may|might|must|said|told|and then|"
    r"went|came|fell|rose|began|stopped|opened|closed|remained|became)\b"
)
_STOPPERS: Final = frozenset({
    "and", "or", "but", "nor", "than", "as", "if", "when", "while", "because", "so", "to", "not", "never", "who", "which",
    "that", "whose", "what", "how", "why", "where", "it", "he", "she", "they", "we", "i", "you", "no", "is", "was", "are",
    "were", "has", "had", "have", "been", "be", "would", "could", "should", "might", "will", "can", "also", "of", "in", "at",
    "from", "on", "by", "for", "with", "then", "the", "a", "an", "about", "into", "over", "after", "before", "like",
    "near", "within", "under", "did", "does", "do", "there", "him", "them", "her", "being",
})  # fmt: skip
# What may follow a noun phrase that is read from its beginning.
_GOES_ON: Final = re.compile(
    r" (?:in|from|at|of|inside|within|with|near|for|on|to|under|by|based|living|residing|working|familiar|close|outside|across|along|"
    r"who|whom|whose|which|that|and|but|when|while|as|last|this|yesterday|today|earlier|recently|during|after|before|about|later|again|"
    r"speaking|told|said|says|citing|involved|responsible|versed|here|there|[a-z]+ly|[A-Z][a-z]+day|[A-Z][a-z]{2}\. \d)(?!\w)|['’] | [–—-]"
)
_MOST_WORDS: Final = 9
_OPEN_WORDS: Final = 5
_CAPITALS: Final = r"[A-Z][\w’'-]*(?:(?: of(?: the)?| for| and| the)? [A-Z][\w’'-]*)*"
_PLACE: Final = re.compile(
    r"\b(?P<how>in|inside|from|near|of|around|outside|at)(?: (?:the|northern|southern|eastern|western|central|city|town|"
    r"county|province|border|region|port|capital|of|rural|nearby|neighboring|neighbouring)\b)*"
    r" (?P<where>(?:[A-Z][\w-]*['’]s )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?:, [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)*)"
)
_BASED: Final = re.compile(r"\b(?!One |An? |The |This |Another |Two |Three |Our )([A-Z][\w’']+(?: [A-Z][\w’']+)?)-based\b")
_COUNTRIES: Final = frozenset({"North Korea", "South Korea", "Korea", "China", "Russia", "Japan", "United States", "Germany"})
_MONTHS: Final = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)
_LIVES: Final = re.compile(r"(?:live|liv|resid|settle|stay|base)[a-z]* (?=in |near |at )")
_NOT_PLACE_WORDS: Final = GROUP_WORDS | NEWSROOM_WORDS | LONE_OUTLETS | _MONTHS
_LONGEST_PLACE: Final = 4
_NO_NAME: Final = GROUP_WORDS | NEWSROOM_WORDS | LONE_OUTLETS | _MONTHS | TITLES | frozenset(
    "North South East West Korea Korea's Province City County River The A An In On At But And Central Northern Southern "
    "New Great World Border Foreign Peninsula Sea Mount Mountain Street Road Market Hall Square Palace Hotel Airport "
    "Project Human Rights Global Asian European Western Eastern Juche Dear Supreme Eternal Special Local State-run "
    "All Some Many Most Several Multiple Two Three One Another According However Meanwhile Workers’ Workers' Japan China "
    "Russia America Europe Asia Island Valley Bridge Station Train Plan Act Law Agreement Day Year".split()
)  # fmt: skip


class Speaker(NamedTuple):
    """Who speaks: where the phrase stands, how sure it is, where its relative clause ends."""

    start: int
    end: int
    named: bool
    # "people" and "name" speak whatever the verb; "group" and "open" only by some.
    sort: str
    place: Place
    stop: int


class _Core(NamedTuple):
    end: int
    named: bool
    sort: str


def speaker_before(text: str, start: int, end: int) -> Speaker | None:
    """The noun phrase that fills ``text[start:end]``, with its prepositions and its relative clause; or None."""
    core = _core(text, start, end)
    if core is None:
        return None
    rest = text[core.end : end]
    stripped = rest.strip()
    if not stripped:
        return _speaker(text, start, core.end, core, end)
    if rest[0] != " " and not rest.startswith(", "):
        return None
    if _CLAUSE.match(stripped):
        return _speaker(text, start, core.end, core, end)
    if not _PREPOSITION.match(stripped):
        return None
    clause = re.search(r",? (?:who|whom|whose|which|that|speaking|talking|asking|requesting) ", rest)
    last = core.end + (clause.start() if clause else len(rest.rstrip()))
    if _FINITE.search(text, core.end, last):
        return None
    return _speaker(text, start, last, core, end)


def noun_phrase(text: str, start: int, end: int) -> Speaker | None:
    """The noun phrase that begins at ``start``, as far as it goes before ``end``."""
    core = _core(text, start, end)
    if core is None:
        return None
    last = core.end
    stop = _stop(text, last, end)
    if stop > last and not _GOES_ON.match(text, last, end):
        return None
    if _PREPOSITION.match(text, last + 1, stop) and text[last] == " " and not text.startswith(" who", last):
        last = _prepositions(text, last, stop)
    if text.startswith(", ", last):
        last = _apposition(text, last, end, named=core.named)
    return _speaker(text, start, last, core, last)


def newsroom(text: str, start: int, end: int) -> int | None:
    """Where the newsroom's name that begins at ``start`` ends, or None.

    >>> newsroom("Daily NK on Monday", 0, 18)
    8
    """
    found = _GROUP_NAME.match(text, start, end)
    if found is None:
        return None
    words = found[0].split()
    while words and words[-1] in _MONTHS:
        words.pop()
    if not words or not any(_bare(word) in LONE_OUTLETS or word in NEWSROOM_WORDS for word in words):
        return None
    return start + len(" ".join(words))


_GROUP_NAME: Final = re.compile(r"[A-Z\d][\w’'-]*(?:(?: of)? [A-Z][\w’'-]*)*")


def place_in(text: str, start: int, end: int) -> Place:
    """The place that a phrase names, if it names one: in Hyesan, of Musan County, Seoul-based, a Hyesan source."""
    based = _BASED.search(text, start, end)
    if based is not None:
        return based.span(1)
    for found in _PLACE.finditer(text, start, end):
        if found["how"] == "of" and text[start : found.start() - 1].rpartition(" ")[2] in GROUP_WORDS:
            continue
        last = _place_end(text, found.start("where"), found.end("where"), found["how"])
        if last is not None:
            return found.start("where"), last
    return _compound(text, start, end)


def lives_in(text: str, start: int, end: int) -> Place:
    """The place where a relative clause says that somebody lives."""
    lives = _LIVES.search(text, start, end)
    return NOWHERE if lives is None else place_in(text, lives.end(), min(end, lives.end() + 60))


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _place_end(text: str, start: int, end: int, how: str) -> int | None:
    """Where a place ends that was let run over commas; None for a body's name."""
    parts = text[start:end].split(", ")
    first = parts[0]
    words = first.split()
    if how in {"of", "at"} and not known_place(first):
        return None
    if any(_bare(word) in _NOT_PLACE_WORDS for word in words):
        return None
    last = start + len(first)
    for part in parts[1:]:
        if not known_place(part) and not part.endswith(("Province", "County", "City", "Prefecture")):
            break
        last += 2 + len(part)
    return last


def _compound(text: str, start: int, end: int) -> Place:
    """A place right before those who speak: a North Hamgyong Province source."""
    words = list(_WORD.finditer(text, start, end))
    head = next((number for number, word in enumerate(words) if word[0] in PEOPLE), 0)
    for first in range(max(0, head - _LONGEST_PLACE), head):
        for last in range(head, first, -1):
            a, b = words[first].start(), words[last - 1].end()
            name = text[a:b]
            if name[0].isupper() and known_place(name) and name not in _COUNTRIES:
                return a, b
    return NOWHERE


def _speaker(text: str, start: int, last: int, core: _Core, stop: int) -> Speaker:
    place = place_in(text, start, last) if core.sort != "group" or core.end < last else NOWHERE
    if place == NOWHERE and last < stop:
        place = lives_in(text, last, stop)
    return Speaker(start, last, core.named, core.sort, place, stop)


def _core(text: str, start: int, end: int) -> _Core | None:
    """The phrase up to its head: those who speak, a name, a body; whatever fits first and longest."""
    determiner = _DETERMINER.match(text, start, end)
    first = determiner.end() + 1 if determiner else start
    words: list[re.Match[str]] = []
    place = first
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, place, end)
        if word is None or word[0].casefold() in _STOPPERS:
            break
        words.append(word)
        place = word.end() + 1
        if text[word.end() : place] != " ":
            break
    if not words:
        return None
    return _name(text, words, end) or _people(words, determiner) or _group(text, first, end, determiner) or _open(words, determiner)


def _people(words: list[re.Match[str]], determiner: re.Match[str] | None) -> _Core | None:
    """An unnamed source or official, with what qualifies them; papers and their like only with an article."""
    for number in range(len(words) - 1, -1, -1):
        word = words[number][0]
        if word in PEOPLE or (number == 0 and word.casefold() in PEOPLE):
            if number + 1 < len(words) and words[number + 1][0][0].islower() and not _CLAUSE.match(words[number + 1][0]) and not _PREPOSITION.match(_rest(words, number + 1)):
                return None
            return _Core(words[number].end(), named=False, sort="people")
        if word.casefold() in PAPERS and (determiner is not None or number > 0) and word[0].islower():
            return _Core(words[number].end(), named=False, sort="group")
    return None


def _rest(words: list[re.Match[str]], number: int) -> str:
    return words[number].string[words[number].start() : words[-1].end() + 12]


def _name(text: str, words: list[re.Match[str]], end: int) -> _Core | None:
    """A person by name, with the office before it: Mr Kim, ministry spokesman Lee Jae-ho, Han Sol."""
    number = 0
    titled = False
    while number < len(words) and (words[number][0] in TITLES or words[number][0].casefold() in PEOPLE or _office(words, number)):
        titled = titled or words[number][0] in TITLES or words[number][0].casefold() in PEOPLE
        number += 1
    name = []
    while number < len(words) and words[number][0][0].isupper() and _bare(words[number][0]) not in _NO_NAME:
        name.append(words[number])
        number += 1
        if name[-1][0].endswith(("’s", "'s")):
            return None
    if not name or (number < len(words) and words[number][0][0].isupper()):
        return None
    full = text[name[0].start() : name[-1].end()]
    if known_place(full) or known_place(name[-1][0]):
        return None
    lone = len(name) == 1
    if lone and not (titled and _titled(words, name[0])) and full not in SURNAMES and not _introduced(text, name[0]):
        return None
    if not all(any(letter.islower() for letter in word[0]) or word[0] in {"KIM", "LEE", "PARK"} or len(word[0]) > 2 for word in name[1:]):
        return None
    last = name[-1].end()
    if number < len(words) and words[number][0][0].islower() and not _PREPOSITION.match(words[number][0]) and not _CLAUSE.match(words[number][0]):
        return None
    age = re.compile(r", \d{1,3}(?=,|\Z| )").match(text, last, end)
    return _Core(age.end() if age else last, named=True, sort="name")


def _introduced(text: str, name: re.Match[str]) -> bool:
    """Whether a surname was given with its first name before."""
    place = text.find(" " + name[0], 0, name.start())
    if place < 0 or text[place + 1 + len(name[0]) : place + 2 + len(name[0])].isalnum():
        return False
    before = re.compile(r"[\w’'-]+\Z").search(text, max(0, place - 24), place)
    return before is not None and before[0][0].isupper() and before[0] not in _NO_NAME


def _titled(words: list[re.Match[str]], name: re.Match[str]) -> bool:
    before = [word[0] for word in words if word.end() <= name.start()]
    return bool(before) and (before[-1] in TITLES or before[-1].casefold() in PEOPLE)


def _office(words: list[re.Match[str]], number: int) -> bool:
    """Whether a word belongs to an office named before a person: ministry, unification, vice, a country."""
    later = [word[0] for word in words[number + 1 : number + 5]]
    return any(word in TITLES or word.casefold() in PEOPLE for word in later) and (
        words[number][0][0].islower() or words[number][0] in _NO_NAME or _bare(words[number][0]) in _NO_NAME
        or number < len(later)
    )


def _group(text: str, first: int, end: int, determiner: re.Match[str] | None) -> _Core | None:
    """A body or newsroom by name: KCNA, the Ministry of Unification, South Korea’s Joint Chiefs of Staff."""
    lead = re.compile(r"(?:state-run|state-owned|official|influential|conservative) ").match(text, first, end)
    place = lead.end() if lead else first
    found = re.compile(_CAPITALS).match(text, place, end)
    if found is None:
        return None
    words = [_bare(word) for word in found[0].split()]
    known = any(word in GROUP_WORDS or word in LONE_OUTLETS or word in NEWSROOM_WORDS for word in words)
    acronym = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
    if not known and not acronym and not (determiner is None and known_place(found[0])):
        return None
    last = found.end()
    if re.compile(r" [a-z]+ing | [a-z]+ed ").match(text, last, end):
        return None
    tail = re.compile(r" (?:reports?|sources?)(?= |\Z|,)").match(text, last, end)
    return _Core(tail.end() if tail else last, named=False, sort="group")


def _open(words: list[re.Match[str]], determiner: re.Match[str] | None) -> _Core | None:
    """Anybody with an article: the farmer, one woman, a man in his thirties; no signs, letters and laws."""
    if determiner is None or len(words) > _OPEN_WORDS:
        return None
    if not all(word[0][0].islower() and word[0].replace("-", "").isalpha() for word in words):
        return None
    head = words[-1][0].casefold()
    if head in NOT_PEOPLE or head in ABSTRACT or head.endswith(("ly", "ing")):
        return None
    return _Core(words[-1].end(), named=False, sort="open")


def _stop(text: str, start: int, end: int) -> int:
    """Where a phrase that goes on must end: a mark, or a word that opens a clause."""
    found = re.compile(r"(?<!\bSt)\.|[,;:!?”“\"\n()—–]|['’](?!\w)| (?:and|but|that|which|who|when|while|as|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on the \d|on [A-Z][a-z]{2}|last|this (?:week|month)|yesterday) ?").search(text, start, end)
    return end if found is None else found.start()


def _prepositions(text: str, start: int, stop: int) -> int:
    verb = _FINITE.search(text, start, stop)
    if verb is None:
        return start + len(text[start:stop].rstrip())
    place = _PLACE.match(text, start + 1, stop)
    return start if place is None else place.end()


def _apposition(text: str, last: int, end: int, *, named: bool) -> int:
    """Where a place after a comma, or what a named person is, ends."""
    stop = _stop(text, last + 2, end)
    segment = text[last + 2 : stop].rstrip()
    if segment and segment[0].isupper() and (known_place(segment) or segment.endswith((" Province", " County"))):
        return last + 2 + len(segment)
    if named and segment and not _FINITE.search(segment) and _APPOSED.match(segment) and text[stop : stop + 1] in {",", ".", "”", '"', ""}:
        return last + 2 + len(segment)
    return last


_APPOSED: Final = re.compile(
    r"(?:an?|the|one of|former|head|director|chief|chairman|president|professor|(?:senior |research )?(?:researcher|fellow|analyst)|"
    r"secretary|founder|leader|editor|deputy|vice|spokes\w+|also|\d{1,3})\b"
)
