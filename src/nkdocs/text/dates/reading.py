"""Whole phrases: which language reads one, and how what it tells becomes a ``When``."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

from nkdocs.text.dates.ago import AGO, ago
from nkdocs.text.dates.answer import Reading
from nkdocs.text.dates.chinese import chinese
from nkdocs.text.dates.edtf import edtf, edtf_clock, edtf_range, edtf_set
from nkdocs.text.dates.ends import weekday_conflict
from nkdocs.text.dates.english import english
from nkdocs.text.dates.han_figures import HAN_DIGITS, from_han_figures
from nkdocs.text.dates.japanese import japanese
from nkdocs.text.dates.juche import juche
from nkdocs.text.dates.korean import korean
from nkdocs.text.dates.numeric import numeric
from nkdocs.text.dates.parts import Clock, Part, Told, bounds
from nkdocs.text.dates.when import When
from nkdocs.text.dates.zones import offset_minutes
from nkdocs.text.span import Span

__all__ = ["LONGEST", "plain_figures", "precision_of", "reading_of", "told_by", "when_of"]

# No date phrase is longer; a cap keeps a megabyte on one line from being looked at as one.
LONGEST: Final = 100
_HANGUL: Final = re.compile("[가-힣]")
_IDEOGRAPH: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
# Full-width figures and signs for plain ones, one for one, so that places in the text stay right.
_WIDE: Final = re.compile("[\uff01-\uff5e\u3000\xa0\u202f]")
_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x202F: 0x20}


def plain_figures(text: str) -> str:
    """Full-width figures and signs, and fixed spaces, as plain ones, one for one.

    >>> plain_figures("２０１４년")
    '2014년'
    """
    return text if text.isascii() or not _WIDE.search(text) else text.translate(_FULL_WIDTH)


def reading_of(
    raw: str, span: Span | None, *, zone: tzinfo | None = None, basis: str = "stated", order: str | None = None
) -> Reading | None:
    """Read a whole phrase, or nothing; the arguments are those of ``nkdocs.text.dates.read``.

    >>> reading_of("7 years ago", None) is None
    True
    """
    told = told_by(raw, order)
    return None if told is None else when_of(told, raw, span, zone, basis)


def told_by(raw: str, order: str | None = None) -> Told | None:
    """What the first language that reads the whole phrase says it tells."""
    phrase = plain_figures(raw).strip()
    if not phrase or len(phrase) > LONGEST:
        return None
    if phrase[-1] in AGO and (counted := ago(phrase)) is not None:
        return counted
    if phrase[0] in "0123456789[(" and (figures := numeric(phrase, order)) is not None:
        return figures
    if phrase[0] in HAN_DIGITS:
        phrase = from_han_figures(phrase)
    for reader in _readers(phrase):
        told = reader(phrase)
        if told is not None:
            return told
    return numeric(phrase, order)


def _readers(phrase: str) -> tuple[Callable[[str], Told | None], ...]:
    if phrase.isascii():
        return (english, juche) if "Juche" in phrase else (english,)
    if _HANGUL.search(phrase):
        return (korean,)
    return (japanese, chinese) if _IDEOGRAPH.search(phrase) else (english,)


def when_of(
    told: Told,
    raw: str,
    span: Span | None,
    zone: tzinfo | None = None,
    basis: str = "stated",
    *,
    precision: str | None = None,
) -> Reading:
    """The ``When`` of what a phrase tells, with its conflicts; ``precision`` is given where the phrase was resolved.

    >>> when_of(told_by("Oct. 18"), "Oct. 18", None).when.edtf
    'XXXX-10-18'
    """
    first, last = told.first, told.last
    days = bounds(first) if last is None else _outer(first, last)
    written = (
        edtf(first) if last is None else edtf_set(first, last, told.between) if told.apart else edtf_range(first, last)
    )
    instant, exact = None, None
    if told.clock is not None:
        written, instant, exact = _timed(first, told.clock, told.zone, zone)
    when = When(
        raw=raw,
        earliest=days[0] if days else None,
        latest=days[1] if days else None,
        instant=instant,
        precision=precision or exact or precision_of(told),
        edtf=written,
        basis=basis,
        span=span,
    )
    return Reading(when, told.conflicts + weekday_conflict(first, told.weekday))


def precision_of(told: Told) -> str:
    """How exact a phrase is, whatever it is resolved to.

    >>> precision_of(Told(Part(weekday=0)))
    'weekday'
    """
    if told.clock is not None:
        return "minute"
    part = told.first
    if told.last is not None or part.third is not None or part.decade or part.months is not None:
        return "range"
    if part.weekday is not None:
        return "weekday"
    if part.season is not None:
        return "season"
    return _grain(part)


def _grain(part: Part) -> str:
    if part.day is not None or part.unit == "day":
        return "day"
    if part.unit == "week":
        return "range"
    return "month" if part.month is not None or part.unit == "month" else "year"


def _outer(first: Part, last: Part) -> tuple[date, date] | None:
    begin, end = bounds(first), bounds(last)
    return None if begin is None or end is None else (begin[0], end[1])


def _timed(
    part: Part, clock: Clock, written: int | str | None, assumed: tzinfo | None
) -> tuple[str | None, datetime | None, str]:
    """EDTF, instant and precision of a day with a clock."""
    days = bounds(part)
    if days is None:
        return None, None, "minute"
    local = datetime.combine(days[0], time(clock.hour, clock.minute, clock.second or 0, clock.microsecond))
    offset = offset_minutes(written, assumed, local)
    text = edtf_clock(part, clock, offset)
    if offset is None:
        return text, None, "minute"
    exact = "minute" if clock.second is None else "instant"
    return text, local.replace(tzinfo=timezone(timedelta(minutes=offset))), exact
