"""Date phrases in running text: where they stand, and what each says.

The text is first asked, by searches that open with one literal and so cost next to nothing, where a phrase could
be: figures, names of months, ``day``, ``last`` and its like. Only there is a grammar tried. What merely looks like
a date (counts, sections of laws, prices, versions, telephone numbers, names) is refused by what stands around it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, tzinfo
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import EnrichContext, ParseContext
from nkdocs.rules.phrases import phrase_at
from nkdocs.text.dates import Reading, read_when, resolve
from nkdocs.text.dates.parts import Told
from nkdocs.text.dates.reading import precision_of, when_of
from nkdocs.text.dates.relative import placed_by
from nkdocs.text.dates.when import When
from nkdocs.text.span import Span

__all__ = ["date_readings", "dates", "find_dates", "reference_day", "when"]

Context = ParseContext | EnrichContext

# A capital is found in no time, whatever the text; two letters after it tell whether a month's name may begin there.
_MONTHS: Final = {
    "J": ("an", "un", "ul"), "F": ("eb",), "M": ("ar", "ay"), "A": ("pr", "ug"),
    "S": ("ep",), "O": ("ct",), "N": ("ov",), "D": ("ec",),
}  # fmt: skip
# Weekdays and "yesterday"; "last", "next" and "this" without the letter that may be a capital, "next" by its rare one.
_WORDS: Final = ("day", "ast ", "x", "his ")
_FIGURES: Final = "0123456789"
_WIDE_FIGURES: Final = "".join(chr(0xFF10 + digit) for digit in range(10))
# Syllables of nearly every Korean text, none of which a search for one byte confuses with Latin letters.
_HANGUL_MARKS: Final = ("다", "에", "는", "일", "월", "년", "달", "어", "지", "초")
_HANGUL_WORDS: Final = (
    "어제",
    "지난",
    "작년",
    "올해",
    "내년",
    "이달",
    "이번",
    "다음",
    "요일",
    "금년",
    "올봄",
    "올여름",
    "올가을",
    "올겨울",
)
_HAN_MARKS: Final = ("。", "、", "，", "日", "月", "今", "去")
_HAN_WORDS: Final = (
    "昨年", "昨日", "去年", "今年", "来年", "明年", "先月", "今月", "来月", "先週", "今週", "来週", "曜日",
    "上个月", "上個月", "本月", "下个月", "下個月", "上周", "上週", "本周", "本週",
    "下周", "下週", "昨天", "前天", "星期",
)  # fmt: skip


def find_dates(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the date phrases of ``text[start:end]`` stand, in order.

    >>> find_dates("They met from Oct. 18 to 21, about 90 of them.", 0, 46)
    [(14, 27)]
    """
    return [(begin, stop) for begin, stop, _ in _found(text, (Span(start, end),))]


def dates(layout: Layout, spans: Iterable[Span], ctx: Context, published: When | None = None) -> tuple[When, ...]:
    """The date phrases of some spans, one entry a phrase, placed by the day of publication or capture.

    A phrase that needs a day of reference stays without bounds where neither is known to the day.
    """
    return tuple(reading.when for reading in date_readings(layout, spans, ctx, published))


def date_readings(
    layout: Layout, spans: Iterable[Span], ctx: Context, published: When | None = None
) -> tuple[Reading, ...]:
    """What ``dates`` gives, each with what in it contradicts itself."""
    text, reference = layout.text, reference_day(ctx, published)
    return tuple(_reading(text, *found, reference) for found in _found(text, sorted(spans, key=_start)))


def when(
    layout: Layout, span: Span, ctx: Context, *, zone: tzinfo | None = None, order: str | None = None
) -> When | None:
    """The date that a whole slice says, or None; a relative one is placed by the day of publication or capture."""
    found = read_when(span.of(layout.text), span, zone=zone, order=order)
    reference = reference_day(ctx, None)
    return found if found is None or reference is None else resolve(found, reference)


def reference_day(ctx: Context, published: When | None) -> date | None:
    """The day that relative phrases count from: the publication's, else the capture's, else none.

    A publication known only to the month gives none: the capture may be years away from it.
    """
    for stated in (published, ctx.published_hint):
        if stated is not None and stated.earliest is not None:
            return stated.earliest if stated.earliest == stated.latest else None
    captured = ctx.captured
    return captured.date() if isinstance(captured, datetime) else captured


def _start(span: Span) -> int:
    return span.start


def _reading(text: str, start: int, end: int, told: Told, reference: date | None) -> Reading:
    known = reference is None or (told.first.absolute and (told.last is None or told.last.absolute))
    placed = None if known or reference is None else placed_by(told, reference)
    if placed is None:
        return when_of(told, text[start:end], Span(start, end))
    span, precision = Span(start, end), precision_of(told)
    return when_of(placed, text[start:end], span, basis="resolved", precision=precision)


def _found(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, Told]]:
    """Every phrase inside the spans: where it begins and ends, and what it tells."""
    if not spans:
        return
    places = _places(text, spans[0].start, max(span.end for span in spans))
    number, last = 0, len(places)
    for span in spans:
        taken, end = span.start, min(span.end, len(text))
        while number < last and places[number] < end:
            if places[number] >= taken:
                phrase = phrase_at(text, places[number], taken, end)
                if phrase is not None:
                    yield phrase
                    taken = phrase[1]
            number += 1


def _places(text: str, start: int, end: int) -> list[int]:
    """Where a phrase could be, in order."""
    places: list[int] = []
    for capital, rests in _MONTHS.items():
        place = text.find(capital, start, end)
        while place >= 0:
            if text[place + 1 : place + 3] in rests:
                places.append(place)
            place = text.find(capital, place + 1, end)
    for word in _needles(text):
        place = text.find(word, start, end)
        while place >= 0:
            places.append(place)
            place = text.find(word, place + 1, end)
    places.sort()
    return places


def _needles(text: str) -> Iterable[str]:
    """What to look for beside names: figures and relative words, of the scripts the text shows."""
    needles: tuple[str, ...] = (*_FIGURES, *_WORDS)
    if text.isascii():
        return needles
    hangul, han = any(mark in text for mark in _HANGUL_MARKS), any(mark in text for mark in _HAN_MARKS)
    if hangul or han:
        needles += tuple(_WIDE_FIGURES)
    return needles + (_HANGUL_WORDS if hangul else ()) + (_HAN_WORDS if han else ())
