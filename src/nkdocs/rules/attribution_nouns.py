"""English noun phrases that speak: sources and officials, persons by name, bodies and newsrooms."""

import re
from typing import Final, NamedTuple

from nkdocs.rules.attribution_found import NOWHERE, Place
from nkdocs.rules.attribution_names import (
    LONGEST_ACRONYM,
    NO_NAME,
    is_name,
    is_office,
    is_person,
    is_title,
    known_alone,
)
from nkdocs.rules.attribution_places import PLACE, WORD, based_in, lives_in, owner, place_in
from nkdocs.rules.attribution_words import (
    ABSTRACT,
    GROUP_WORDS,
    LONE_OUTLETS,
    NEWSROOM_WORDS,
    NOT_PEOPLE,
    PAPERS,
    PEOPLE,
    STOPPERS,
    SURNAMES,
)
from nkdocs.rules.places import known_place

__all__ = ["Speaker", "noun_phrase", "speaker_before"]

_DETERMINERS: Final = frozenset({
    "the", "a", "an", "one", "another", "this", "that", "our", "my", "his", "her", "their", "its", "two", "three",
    "four", "five", "several", "multiple", "many", "some", "most", "more", "other", "numerous", "both", "various",
    "few", "local", "anonymous", "unnamed",
})  # fmt: skip
_LONG_DETERMINERS: Final = (
    "the same ",
    "one of the ",
    "one of our ",
    "one of its ",
    "some of the ",
    "a number of ",
    "a few ",
)
_PARTS: Final = frozenset(("one", "two", "three", "four", "five", "several", "many", "some", "most", "both", "few"))
_PART_OF: Final = re.compile(
    r" of (?:the|our|its|these|those|his|her|their) (?:(?:two|three|four|five|six|seven|many) )?"
)
_LONG_FIRSTS: Final = frozenset(phrase.split()[0] for phrase in _LONG_DETERMINERS)
_LONGEST_DETERMINER: Final = max(map(len, _LONG_DETERMINERS))
_PREPOSITION: Final = re.compile(
    r"(?:in|from|at|of|inside|within|with|near|for|on|to (?=[A-Z]|the [A-Z])|under|by|"
    r"(?:based|living|residing|working|trading|staying|serving|stationed|studying|employed|dealing|travelling|traveling"
    r"|doing business) (?:in|for|at|with|near|on|as|between|across|around|outside|inside|along)|"
    r"familiar with|close to|outside|across|along|involved in|responsible for|versed in|who)(?!\w)"
)
_CLAUSE: Final = re.compile(
    r"(?:who|whom|whose|which|that|speaking|talking|asking|requesting|citing|quoting|on condition)\b"
)
# With these goes on what a noun was told apart by.
_DOING: Final = frozenset((
    "living", "residing", "working", "trading", "staying", "serving", "stationed", "studying", "employed", "dealing",
    "travelling", "traveling", "doing", "near", "inside", "outside", "across", "along", "familiar", "close", "based",
    "involved", "responsible", "versed",
))  # fmt: skip
# A verb in what should be a noun phrase shows that it is a clause.
_FINITE: Final = re.compile(
    r"(?<![\w-])(?:was|were|is|are|has|had|have|did|does|do|would|will|could|can|should|may|might|must|said|told|"
    r"and then|"
    r"went|came|fell|rose|began|stopped|opened|closed|remained|became)\b"
)
# What may follow a noun phrase that is read from its beginning.
_GOES_ON: Final = re.compile(
    r" (?:in|from|at|of|inside|within|with|near|for|on|to|under|by|based|living|residing|working|familiar|close|"
    r"outside|across|along|"
    r"trading|staying|serving|stationed|studying|employed|dealing|"
    r"who|whom|whose|which|that|and|but|when|while|as|last|this|yesterday|today|earlier|recently|during|after|"
    r"before|about|later|again|"
    r"speaking|told|said|says|citing|involved|responsible|versed|here|there|[a-z]+ly|[A-Z][a-z]+day|"
    r"[A-Z][a-z]{2}\. \d)(?!\w)|['’] | [–—-]"
)
_STOP: Final = re.compile(
    r"(?<!\bSt)\.|[,;:!?”“\"\n()—–]|['’](?!\w|(?<=s.) [a-z])| (?:and|but|that|which|who|when|while|as|"
    r"on (?:Mon|Tues|Wednes|"
    r"Thurs|Fri|Satur|Sun)day|on the \d|on [A-Z][a-z]{2}|last|this (?:week|month)|yesterday|"
    r"in (?:an? (?:[A-Za-z-]+ ){0,3}(?:report|note|e-?mail|letter|post|statement|interview|memo|column|article|essay|"
    r"opinion|message|tweet|briefing|speech)|"
    r"\d{4}|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October)\b) ?"
)
_CLAUSE_IN: Final = re.compile(r",? (?:who|whom|whose|which|that|speaking|talking|asking|requesting) ")
_AGE: Final = re.compile(r", \d{1,3}(?=,|\Z| )")
_GROUP_LEAD: Final = re.compile(
    r"(?:[A-Z][A-Za-z]+-based )?(?:(?:state-run|state-owned|official|influential|conservative|independent|local) )?"
    r"(?:(?:think tank|(?:human )?(?:rights|aid|advocacy|monitoring|civic|activist|relief) group|watchdog|charity|"
    r"news (?:agency|outlet|site|service)|newspaper|broadcaster|website) )?(?=[A-Z])"
)
_NOW_LIVES: Final = re.compile(r", (?:both |who )?(?:now |currently )?(?:liv|resid|settl|bas)[a-z]+ in ")
_PARTICIPLE: Final = re.compile(r" [a-z]+ing | [a-z]+ed ")
_OF_GROUP: Final = re.compile(r" (?:reports?|sources?)(?= |\Z|,)")
_LONGEST_PREPOSITION: Final = 12
_LONGEST_HOME: Final = 30
_APPOSED: Final = re.compile(
    r"(?:an?|the|his|her|their|our|one of|former|head|director|chief|chairman|president|professor|"
    r"(?:[a-z-]+ ){1,3}?(?:director|officer|editor|president|manager|coordinator|adviser|advisor|"
    r"correspondent|lecturer)|"
    r"(?:senior |research )?(?:researcher|fellow|analyst)|"
    r"secretary|founder|leader|editor|deputy|vice|spokes\w+|also|\d{1,3})\b"
)
_MOST_WORDS: Final = 9
_OPEN_WORDS: Final = 5
_CAPITALS: Final = re.compile(r"(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]*)(?:(?: of(?: the)?| for| and| the)? [A-Z][\w’'-]*)*")
# Minister of Mines Han Sol-ha: a Korean name told by its surname, since the office is written like a name too.
_OFFICES: Final = (
    "Minister",
    "Secretary",
    "Director",
    "Chairman",
    "President",
    "Chief",
    "Head",
    "minister",
    "director",
)
_OFFICE_OF: Final = re.compile(
    r"(?: (?:of|for) (?:the )?(?:[A-Z][a-z]+,? (?:and |of |the )*){1,6}?"
    rf"(?:{'|'.join(sorted(SURNAMES))}) [A-Z][a-z]+(?:-[A-Za-z]+| [A-Z][a-z]+)?(?![\w-]| [A-Z])"
    r"| (?:of|for) (?:the )?(?:State|Defen[cs]e|Foreign Affairs|Unification|Treasury|Homeland Security)"
    r"(?! (?:Policy|Cooperation|Affairs|Studies|Research|Office|Department|Spokes\w+)\b)"
    r"(?: [A-Z][\w’-]+){1,3}(?![\w-]| [A-Z]| of ))"
)
# minister of mines and energy Tom Berg
_SMALL_OFFICE_OF: Final = re.compile(
    r" (?:of|for) (?:the )?(?:[a-z]+,? ){1,5}(?P<name>(?:[A-Z][\w’-]+ ){1,2}[A-Z][\w’-]+)(?![\w-]| [A-Z])"
)
_LED_OFFICE: Final = re.compile(rf"(?:[\w.’'-]+ ){{0,3}}(?:{'|'.join(_OFFICES)}){_OFFICE_OF.pattern}")
_SURNAMED: Final = re.compile(r" (?:sur|nick)?named [A-Z][\w-]+(?: [A-Z][\w-]+){0,2}")
_ASIDE: Final = re.compile(r" \([^()\n]{1,40}\)")


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
    core = _with_aside(text, start, _core(text, start, end), end)
    if core is None:
        return None
    rest = text[core.end : end]
    stripped = rest.strip()
    if not stripped or _CLAUSE.match(stripped):
        return _speaker(text, start, core.end, core, end)
    clause = _CLAUSE_IN.search(rest)
    last = core.end + (clause.start() if clause else len(rest.rstrip()))
    if not _PREPOSITION.match(stripped) or _FINITE.search(text, core.end, last):
        return None
    return _speaker(text, start, last, core, end)


def noun_phrase(text: str, start: int, end: int) -> Speaker | None:
    """The noun phrase that begins at ``start``, as far as it goes before ``end``."""
    core = _with_aside(text, start, _core(text, start, end), end)
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
        if last > core.end and not core.named and is_person(text[core.end + 2 : last]):
            core = core._replace(named=True, sort="name")
    lives = _NOW_LIVES.match(text, last, end) if text.startswith(", ", last) else None
    return _speaker(text, start, last, core, min(end, lives.end() + _LONGEST_HOME) if lives else last)


def _speaker(text: str, start: int, last: int, core: _Core, stop: int) -> Speaker:
    """The phrase with the place it tells; of a body's name itself only where that is based somewhere."""
    place = place_in(text, start, last) if core.sort != "group" or core.end < last else based_in(text, start, last)
    if place == NOWHERE and last < stop:
        place = lives_in(text, last, stop)
    return Speaker(start, last, core.named, core.sort, place, stop)


def _with_aside(text: str, start: int, core: _Core | None, end: int) -> _Core | None:
    """The same with what stands behind it: a name behind an office (Minister of Mines Han Sol), a bracket."""
    if core is None:
        return None
    if core.sort == "people" and text.startswith((" of ", " for "), core.end):
        office = _OFFICE_OF.match(text, core.end, end)
        if office is None and (small := _SMALL_OFFICE_OF.match(text, core.end, end)) is not None:
            office = small if is_person(small["name"]) else None
        if office is not None and text.endswith(_OFFICES, 0, core.end):
            core = _Core(office.end(), named=True, sort="name")
    elif core.sort == "group" and text.find(" of ", start, core.end) >= 0:
        office = _LED_OFFICE.match(text, start, core.end)
        core = core if office is None or office.end() < core.end else core._replace(named=True, sort="name")
    named = _SURNAMED.match(text, core.end, end) if text.find("named ", core.end, core.end + 12) >= 0 else None
    if named is not None and core.sort in {"people", "open"}:
        core = _Core(named.end(), named=True, sort="name")
    aside = _ASIDE.match(text, core.end, end) if text.startswith(" (", core.end) else None
    return core if aside is None else core._replace(end=aside.end())


def _core(text: str, start: int, end: int) -> _Core | None:
    """The phrase up to its head: those who speak, a name, a body; whatever fits first and longest."""
    first = _determined(text, start, end)
    determiner = first > start
    words: list[re.Match[str]] = []
    place = first
    for _ in range(_MOST_WORDS):
        word = WORD.match(text, place, end)
        if word is None or word[0].casefold() in STOPPERS:
            break
        words.append(word)
        place = word.end() + 1
        if text[word.end() : place] != " ":
            break
    if not words:
        return None
    return (
        _name(text, words, start, end)
        or _people(words, determiner)
        or _group(text, first, end, determiner)
        or _open(words, determiner)
    )


def _determined(text: str, start: int, end: int) -> int:
    """Where the phrase goes on after its article or number; ``start`` if it has none."""
    blank = text.find(" ", start, end)
    word = text[start:blank].lower() if blank > 0 else ""
    if word in _LONG_FIRSTS:
        near = text[start : min(end, start + _LONGEST_DETERMINER)].lower()
        for phrase in _LONG_DETERMINERS:
            if near.startswith(phrase):
                return start + len(phrase)
    if word not in _DETERMINERS:
        return start
    part = _PART_OF.match(text, blank, end) if text.startswith(" of ", blank) else None
    return part.end() if part is not None and word in _PARTS else blank + 1


def _people(words: list[re.Match[str]], determiner: bool) -> _Core | None:
    """An unnamed source or official, with what qualifies them; papers and their like only with an article."""
    for number in range(len(words) - 1, -1, -1):
        word = words[number][0]
        if word in PEOPLE or (number == 0 and word.casefold() in PEOPLE):
            return _Core(words[number].end(), named=False, sort="people") if _closes(words, number) else None
        if word in PAPERS and (determiner or number > 0) and _closes(words, number):
            return _Core(words[number].end(), named=False, sort="group")
    return None


def _closes(words: list[re.Match[str]], number: int) -> bool:
    """Whether nothing after a head shows that another noun is: a source code, an official visit."""
    if number + 1 == len(words) or not words[number + 1][0][0].islower():
        return True
    following = words[number + 1]
    rest = following.string[following.start() : words[-1].end() + _LONGEST_PREPOSITION]
    return (_CLAUSE.match(rest) or _PREPOSITION.match(rest)) is not None


def _name(text: str, words: list[re.Match[str]], start: int, end: int) -> _Core | None:
    """A person by name, with the office before it: Mr Kim, ministry spokesman Lee Jae-ho, Han Sol."""
    first = 0
    while first < len(words) and (is_title(words[first][0]) or is_office(words, first)):
        first += 1
    while first < len(words) - LONGEST_ACRONYM and _plain(words[first]) and words[0].start() > start:
        first += 1
    last = first
    while last < len(words) and words[last][0][0].isupper() and owner(words[last][0]) not in NO_NAME:
        last += 1
    name = words[first:last]
    if not name or not _ends_there(words, last) or not is_name(text, name):
        return None
    if len(name) == 1 and not known_alone(text, name[0], titled=first > 0 and is_title(words[first - 1][0])):
        return None
    age = _AGE.match(text, name[-1].end(), end)
    return _Core(age.end() if age else name[-1].end(), named=True, sort="name")


def _ends_there(words: list[re.Match[str]], last: int) -> bool:
    """Whether what follows a name leaves it whole: nothing, a preposition, a relative clause."""
    if last == len(words):
        return True
    word = words[last][0]
    return word[0].islower() and (_PREPOSITION.match(word) or _CLAUSE.match(word)) is not None


def _group(text: str, first: int, end: int, determiner: bool) -> _Core | None:
    """A body or newsroom by name: KCNA, the Ministry of Unification, South Korea’s Joint Chiefs of Staff."""
    lead = _GROUP_LEAD.match(text, first, end)
    place = lead.end() if lead else first
    found = _CAPITALS.match(text, place, end)
    if found is None:
        return None
    words = [owner(word) for word in found[0].split()]
    known = any(word in GROUP_WORDS or word in LONE_OUTLETS or word in NEWSROOM_WORDS for word in words)
    acronym = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
    if not known and not acronym and not (not determiner and known_place(found[0])):
        return None
    last = found.end()
    if _PARTICIPLE.match(text, last, end):
        return None
    tail = _OF_GROUP.match(text, last, end)
    return _Core(tail.end() if tail else last, named=False, sort="group")


def _open(words: list[re.Match[str]], determiner: bool) -> _Core | None:
    """Anybody with an article: the farmer, one woman, a man in his thirties; no signs, letters and laws."""
    if not determiner:
        return None
    cut = next((number for number, word in enumerate(words) if number and word[0] in _DOING), len(words))
    words = words[:cut]
    if len(words) > _OPEN_WORDS or not all(map(_plain, words)):
        return None
    head = words[-1][0].casefold()
    if head in NOT_PEOPLE or head in ABSTRACT or head.endswith(("ly", "ing")):
        return None
    return _Core(words[-1].end(), named=False, sort="open")


def _plain(word: re.Match[str]) -> bool:
    """Whether a word is written small and of letters alone, but for hyphens and whose it is."""
    if word[0].endswith(("-based", "-year-old", "-year-olds")):
        return True
    return word[0][0].islower() and owner(word[0]).replace("-", "").removesuffix("’").removesuffix("'").isalpha()


def _stop(text: str, start: int, end: int) -> int:
    """Where a phrase that goes on must end: a mark, or a word that opens a clause."""
    found = _STOP.search(text, start, end)
    return end if found is None else found.start()


def _prepositions(text: str, start: int, stop: int) -> int:
    verb = _FINITE.search(text, start, stop)
    if verb is None:
        return start + len(text[start:stop].rstrip())
    place = PLACE.match(text, start + 1, stop)
    return start if place is None else place.end()


def _apposition(text: str, last: int, end: int, *, named: bool) -> int:
    """Where a place after a comma, or what a named person is, ends."""
    stop = _stop(text, last + 2, end)
    segment = text[last + 2 : stop].rstrip()
    if segment and segment[0].isupper() and (known_place(segment) or segment.endswith((" Province", " County"))):
        return last + 2 + len(segment)
    if not named and text.startswith(",", stop) and is_person(segment) and not known_place(segment):
        return last + 2 + len(segment)
    if (
        named
        and segment
        and not _FINITE.search(segment)
        and _APPOSED.match(segment)
        and text[stop : stop + 1] in {",", ".", "”", '"', ""}
    ):
        return last + 2 + len(segment)
    return last
