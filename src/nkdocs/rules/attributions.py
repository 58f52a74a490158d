"""Attributions: who is the source of a statement, by what verb, told to whom, when and where.

Each language has a grammar of its own; which ones are asked depends on the script of the paragraph.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final, NamedTuple

from nkdocs.layout.block import Layout
from nkdocs.layout.context import EnrichContext, ParseContext
from nkdocs.records import Attribution, Note
from nkdocs.rules.attribution_chinese import chinese
from nkdocs.rules.attribution_english import english
from nkdocs.rules.attribution_found import NOWHERE, Found, Place
from nkdocs.rules.attribution_japanese import japanese
from nkdocs.rules.attribution_korean import korean
from nkdocs.rules.attribution_verbs import verbs
from nkdocs.rules.dates import reference_day
from nkdocs.text.dates import read_when, resolve
from nkdocs.text.dates.when import When
from nkdocs.text.span import Span
from nkdocs.text.tidy import one_line

__all__ = ["attributions", "attributions_among", "references"]

_SEVERAL: Final = 2
_NO_END: Final = sys.maxsize - 1
_CITING: Final = ("citing", "quoting", "Citing", "Quoting", "인용", "援引", "引述", "引用")

_KANA: Final = re.compile("[\u3041-\u30fa]")
Grammar = Callable[[str, int, int], Iterator[Found]]
_GAP: Final = re.compile(r"\s+")
_GAPS: Final = ("\xa0", "\r", "\t", "\u3000", "\u202f")
_DAY: Final = re.compile(
    r"(?:[Oo]n |[Ii]n |[Ee]arlier |(?:late|early) (?:on )?)?(?P<day>(?P<weekday>"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:,? "
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})"
    r"(?:,? \d{4})?)?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)? (?:of "
    r")?[A-Z][a-z]{2,8}(?:,? \d{4})?|the \d{1,2}(?:st|nd|rd|th)|"
    r"(?:[Ll]ast|[Tt]his) (?:week|month|year|spring|summer|autumn|fall|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    r"Sun)day)|[Yy]esterday|(?<=[Ii]n )(?:Jan|Feb|Mar|Apr|May|Jun|Jul|"
    r"Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}(?: \d{4})?|(?<=[Ii]n )\d{4}|\d{4}[-.]\d\d[-.]\d\d)(?![\w-])"
    r"|(?P<signed>(?:지난\s?|지난달\s?|이달\s?|오는\s?)?(?:\d{4}년 )?(?:\d{1,2}월 )?\d{1,2}일(?![가-힣]{0,2}간)|"
    r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号號](?!間|间)|(?:周|星期)[一二三四五六日])"
)
# What refers back to a source named before; in which only "the" and its like, and no place, may stand.
_BACK: Final = re.compile(
    r"(?:the|this|that|our|the same|same) (?:same )?(?P<head>[a-z]+)|(?:(?:이|그|해당|같은) )?(?P<korean>소식통|"
    r"관계자|주민|간부|탈북민)"
    r"|(?:この|その|同)?(?P<japanese>消息筋|情報筋|関係者|住民|関係筋)|(?:该|這位|这位|这名|"
    r"这一)?(?P<chinese>消息人士|知情人士|官员|居民)",
    re.IGNORECASE,
)
_HEADS: Final = re.compile(
    r"\b(?P<english>source|official|resident|defector|expert|analyst|trader|diplomat|cadre|informant|insider|officer|"
    r"soldier|smuggler|broker|escapee|refugee|merchant|worker|farmer|student|activist|researcher|spokesman|woman|"
    r"man)s?\b"
    r"|(?P<cjk>소식통|관계자|주민|간부|탈북민|消息筋|情報筋|関係者|住民|関係筋|消息人士|知情人士|官员|居民)",
    re.IGNORECASE,
)


def attributions(
    layout: Layout, spans: Iterable[Span], ctx: ParseContext | EnrichContext, published: When | None = None
) -> tuple[Attribution, ...]:
    """Who is the source of a statement in some spans, in order; none overlaps another but whom somebody cites.

    A time ("on Monday") is placed by the day of publication or capture; without either it stays without bounds.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("A source in Hyesan told Daily NK that it rained.")
    >>> (found,) = attributions(layout, [layout.blocks[0].span], nkdocs.ParseContext())
    >>> found.speaker, found.named, found.place, found.verb, found.outlet
    ('A source in Hyesan', False, 'Hyesan', 'told', 'Daily NK')
    """
    return attributions_among(layout, spans, ctx, published, _NO_END)[0]


def attributions_among(
    layout: Layout, spans: Iterable[Span], ctx: ParseContext | EnrichContext, published: When | None, most: int
) -> tuple[tuple[Attribution, ...], bool]:
    """What ``attributions`` gives of the first ``most`` verbs, and whether there were more.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("A source said it rained. A farmer told us that it snowed.")
    >>> found, more = attributions_among(layout, [layout.blocks[0].span], nkdocs.ParseContext(), None, 1)
    >>> [one.speaker for one in found], more
    (['A source'], True)
    """
    within = sorted(spans, key=_start)
    if not within:
        return (), False
    text, last, reference = layout.text, 0, reference_day(ctx, published)
    flat, grammars = _flat(text), _scripts(text)
    said = verbs(flat, within[0].start, within[-1].end)
    if not said and not grammars:
        return (), False
    more = len(said) > most
    ways = _Ways(grammars, "  " in flat, most)
    answer: list[Attribution] = []
    for span, places in zip(within, _by_span(said[:most], within), strict=True):
        read = _found(flat, span, places, ways) if places or grammars else []
        if grammars and len(answer) + len(read) > most:
            read, more = read[: most - len(answer)], True
        for found in read:
            # Whom somebody cites stands inside what that somebody says: the one overlap there is.
            if min(found.speaker[0], found.verb[0]) >= last or _cited(text, found, answer):
                answer.append(_attribution(text, found, reference))
                last = max(last, (answer[-1].span or span).end)
    return tuple(answer), more


def _cited(text: str, found: Found, before: Sequence[Attribution]) -> bool:
    """Whether somebody is cited between the last speaker and what that speaker does."""
    whole = before[-1].span if before and text.startswith(_CITING, found.verb[0]) else None
    if whole is None:
        return False
    first, last = min(found.speaker[0], found.verb[0]), max(found.speaker[1], found.verb[1])
    return first >= whole.start + len(before[-1].speaker or "") and last <= whole.end - len(before[-1].verb or "")


def references(found: Sequence[Attribution]) -> tuple[Note, ...]:
    """A note for each "the source" that can be but one: exactly one such speaker was introduced before it.

    Where two were, nobody can tell, and none is noted.

    >>> first = Attribution(speaker="A source in Hyesan", verb="said", span=Span(0, 23))
    >>> again = Attribution(speaker="the source", verb="added", span=Span(40, 56))
    >>> [(note.code, note.detail) for note in references([first, again])]
    [('speaker-refers-back', 'A source in Hyesan')]
    """
    introduced: dict[str, list[str]] = {}
    notes: list[Note] = []
    for item in found:
        if item.named:
            continue
        back = _BACK.fullmatch(item.speaker)
        groups: tuple[str | None, ...] = back.groups() if back else ()
        head = next(filter(None, groups), "")
        if not head:
            _introduce(introduced, item.speaker)
        elif len(before := introduced.get(head.casefold(), [])) == 1:
            notes.append(Note(code="speaker-refers-back", span=item.span, detail=before[0]))
    return tuple(notes)


def _introduce(introduced: dict[str, list[str]], speaker: str) -> None:
    """Open a speaker for the nouns that may refer back to it: its first. Two are as good as many."""
    head = _HEADS.search(speaker)
    if head is None:
        return
    known = introduced.setdefault((head["english"] or head["cjk"]).casefold(), [])
    if len(known) < _SEVERAL and speaker not in known:
        known.append(speaker)


def _start(span: Span) -> int:
    return span.start


def _by_span(places: Sequence[Place], spans: Sequence[Span]) -> Iterator[Sequence[Place]]:
    """The places that lie in each of the spans."""
    number = 0
    for span in spans:
        while number < len(places) and places[number][0] < span.start:
            number += 1
        first = number
        while number < len(places) and places[number][1] <= span.end:
            number += 1
        yield places[first:number]


def _scripts(text: str) -> tuple[Grammar, ...]:
    """The grammars beside the English one that a text may need, by characters no such attribution is without.

    Those asked for share no byte with Latin letters: others a search stops at in every English text with a dash.
    """
    if text.isascii():
        return ()
    found: list[Grammar] = []
    if "다" in text or "에" in text:
        found.append(korean)
    if "た" in text or "る" in text or "れ" in text or "す" in text:
        found.append(japanese)
    if "，" in text or "。" in text or "：" in text:
        found.append(chinese)
    return tuple(found)


class _Ways(NamedTuple):
    """How a text is read: the grammars beside English, whether it has wide gaps, how many may be found."""

    grammars: Sequence[Grammar]
    gaps: bool
    most: int


def _flat(text: str) -> str:
    """The text with each character of white space as a blank, so that places stay what they are."""
    text = text.replace("\n", " ")
    for gap in _GAPS:
        if gap in text:
            text = text.replace(gap, " ")
    return text


def _found(text: str, span: Span, places: Sequence[Place], ways: _Ways) -> list[Found]:
    """What the grammars of the scripts in a span find, in order."""
    start, end = span.start, span.end
    if not ways.gaps or text.find("  ", start, end) < 0:
        if not ways.grammars:
            return sorted(english(text, start, end, places), key=_begin)
        return sorted(islice(_read(text, start, end, places, ways.grammars), ways.most + 1), key=_begin)
    plain, offsets = _unwrapped(text[start:end])
    found = islice(_read(plain, 0, len(plain), verbs(plain, 0, len(plain))[: ways.most], ways.grammars), ways.most + 1)
    return sorted((_moved(item, offsets, start) for item in found), key=_begin)


def _read(text: str, start: int, end: int, places: Sequence[Place], grammars: Sequence[Grammar]) -> Iterator[Found]:
    if places:
        yield from english(text, start, end, places)
    for grammar in grammars:
        if grammar is not chinese or not (korean in grammars or _KANA.search(text, start, end)):
            yield from grammar(text, start, end)


def _begin(found: Found) -> int:
    return min(found.speaker[0], found.verb[0])


def _unwrapped(raw: str) -> tuple[str, list[int]]:
    """A paragraph with each run of white space as one blank, and where each character, and the end, stood."""
    offsets: list[int] = []
    parts: list[str] = []
    last = 0
    for gap in _GAP.finditer(raw):
        parts += (raw[last : gap.start()], " ")
        offsets += range(last, gap.start() + 1)
        last = gap.end()
    parts.append(raw[last:])
    offsets += range(last, len(raw) + 1)
    return "".join(parts), offsets


def _moved(found: Found, offsets: Sequence[int], by: int) -> Found:
    """The same in the text as it was written."""

    def moved(place: Place) -> Place:
        return place if place == NOWHERE else (offsets[place[0]] + by, offsets[place[1] - 1] + 1 + by)

    return found._replace(
        speaker=moved(found.speaker),
        verb=moved(found.verb),
        place=moved(found.place),
        outlet=moved(found.outlet),
        day=moved(found.day),
        before=moved(found.before),
    )


def _attribution(text: str, found: Found, reference: date | None) -> Attribution:
    when = _when(text, found, reference)
    places = [place for place in (found.speaker, found.verb, found.place, found.outlet) if place != NOWHERE]
    if when is not None and when.span is not None:
        places.append((when.span.start, when.span.end))
    return Attribution(
        speaker=one_line(text[slice(*found.speaker)]),
        named=found.named,
        place=_words(text, found.place),
        verb=one_line(text[slice(*found.verb)]),
        outlet=_words(text, found.outlet),
        when=when,
        span=Span(min(place[0] for place in places), max(place[1] for place in places)),
    )


def _words(text: str, place: Place) -> str | None:
    return None if place == NOWHERE else one_line(text[slice(*place)])


def _when(text: str, found: Found, reference: date | None) -> When | None:
    """The date phrase that stands right after the verb and whom it was told, or opens a Korean sentence."""
    opening = _DAY.match(text, *found.day) if found.day[0] >= 0 else None
    if opening is None and found.before[0] >= 0:
        opening = _DAY.match(text, *found.before)
    if opening is None:
        return None
    first, last = opening.span("day" if opening["day"] else "signed")
    if opening["weekday"] and text.endswith(("on ", "On "), opening.start(), first):
        first -= 3
    when = read_when(text[first:last], Span(first, last))
    return when if when is None or reference is None else resolve(when, reference)
