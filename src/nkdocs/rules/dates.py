"""Date phrases in running text: where they stand, and what each says.

The text is first asked, by searches that open with one literal and so cost next to nothing, where a phrase could
be: figures, names of months, ``day``, ``last`` and its like. Only there is a grammar tried. What merely looks like
a date (counts, sections of laws, prices, versions, telephone numbers, names) is refused by what stands around it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, tzinfo

from nkdocs.layout.block import Layout
from nkdocs.layout.context import EnrichContext, ParseContext
from nkdocs.rules.date_places import date_places
from nkdocs.rules.phrases import phrase_at
from nkdocs.text.dates import Reading, read_when, resolve
from nkdocs.text.dates.parts import Told
from nkdocs.text.dates.reading import precision_of, when_of
from nkdocs.text.dates.relative import placed_by
from nkdocs.text.dates.when import When
from nkdocs.text.span import Span

__all__ = ["date_readings", "dates", "find_dates", "reference_day", "when"]

Context = ParseContext | EnrichContext


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
    return tuple([reading.when for reading in date_readings(layout, spans, ctx, published)])


def date_readings(
    layout: Layout, spans: Iterable[Span], ctx: Context, published: When | None = None
) -> Iterator[Reading]:
    """What ``dates`` gives, one at a time, each with what in it contradicts itself."""
    text, reference = layout.text, reference_day(ctx, published)
    for start, end, told in _found(text, sorted(spans, key=_start)):
        yield _reading(text, start, end, told, reference)


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
    size = min(len(text), max([span.end for span in spans]))
    coming = iter(spans)
    taken = end = -1
    for place in date_places(text, spans[0].start, size):
        while place >= end:
            span = next(coming, None)
            if span is None:
                return
            taken, end = span.start, min(span.end, size)
        if place >= taken:
            phrase = phrase_at(text, place, taken, end)
            if phrase is not None:
                yield phrase
                taken = phrase[1]
