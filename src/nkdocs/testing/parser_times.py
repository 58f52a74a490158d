"""P15: times are aware, and no year is borrowed."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.records import Draft, Result, When
from nkdocs.testing.agreement import said_of, times
from nkdocs.testing.check import Named
from nkdocs.testing.subject import ParserSubject, case_of, laid_out, raised_in

__all__ = ["borrowed_times"]

_NUMBERS: Final = re.compile(r"\d+")
_NUMERALS: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")
# Where years are counted from, by the words that say so: the first year is one more.
_ERAS: Final = (
    (re.compile(r"juche|주체|主体|主體|チュチェ", re.IGNORECASE), 1911),
    (re.compile(r"民國|民国", re.IGNORECASE), 1911),
    (re.compile(r"令和|reiwa", re.IGNORECASE), 2018),
    (re.compile(r"平成|heisei", re.IGNORECASE), 1988),
    (re.compile(r"昭和|showa", re.IGNORECASE), 1925),
    (re.compile(r"大正|taisho", re.IGNORECASE), 1911),
    (re.compile(r"단기|檀紀|dangi", re.IGNORECASE), -2333),
)
_DECADES: Final = re.compile(r"\d0['’]?s\b|(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b|년대|年代", re.IGNORECASE)
_CENTURIES: Final = re.compile(r"centur|세기|世紀|世纪", re.IGNORECASE)
_DECADE: Final = 9
_CENTURY: Final = 99
_FORWARD: Final = 10
_BACKWARD: Final = 150


def borrowed_times(subject: ParserSubject, named: Named | None) -> Iterator[str]:
    """Times without a zone, and years that neither the document says nor its reference gives."""
    case = case_of(named)
    if raised_in(subject.found(case), "nkdocs.text.dates.when"):
        yield "parse makes a time that is none: naive, or of an unknown precision or basis"
        return
    result = subject.result(case)
    layout = laid_out(case.document())
    said = _Years(layout)
    for field, when, draft in _all_times(result):
        if when.instant is not None and when.instant.utcoffset() is None:
            yield f"{field} has a time without a zone"
        for year in sorted(_borrowed(when, draft, layout, said)):
            yield f"{field} says {year} ({when.raw!r}), a year that the document does not give"


def _all_times(result: Result) -> Iterator[tuple[str, When, Draft | None]]:
    for draft in result.drafts:
        yield from ((field, when, draft) for field, when in times(draft))
    yield from (("entries.published", e.published, None) for e in result.entries if e.published is not None)


def _borrowed(when: When, draft: Draft | None, layout: Layout, said: "_Years") -> set[int]:
    """The years of a time that come from elsewhere.

    One that is given vouches for those it reaches to: a winter starts or ends in another year, a decade ends nine years
    later, a century ninety-nine; and a time of the night may be of another year in its own zone.
    """
    years = _years(when)
    between = range(min(years), max(years) + 1) if years else ()
    given = {year for year in between if said.allows(year, when) or _is_derived(year, when, draft, layout)}
    reach = _CENTURY if _CENTURIES.search(when.raw) else _DECADE if _DECADES.search(when.raw) else 1
    if not given and reach > 1:
        return set()
    return {year for year in years if not any(abs(year - other) <= reach for other in given)}


def _years(when: When) -> set[int]:
    """The years of a time."""
    return {day.year for day in (when.earliest, when.latest, when.instant) if day is not None}


class _Years:
    """The years that a document, its url and its metadata give."""

    def __init__(self, layout: Layout) -> None:
        text = _plain(layout.text)
        self._numbers = frozenset(map(int, (number for number in _NUMBERS.findall(text) if len(number) <= 4)))  # noqa: PLR2004 - a year
        self._long = " ".join(number for number in _NUMBERS.findall(text) if len(number) > 4)  # noqa: PLR2004 - 20140602
        self._eras = [before for words, before in _ERAS if words.search(text)]
        self._meta = said_of(layout)

    def allows(self, year: int, when: When) -> bool:
        """Whether a year is written anywhere, in full, in an era's count, or short in the phrase itself."""
        written = str(year)
        if year in self._numbers or written in self._long or written in self._meta:
            return True
        if any(year - before in self._numbers for before in self._eras):
            return True
        return _is_short(year, when) or self._is_short_in_url(year, when)

    def _is_short_in_url(self, year: int, when: When) -> bool:
        """``9705`` in a url, where the time is May 1997."""
        return when.earliest is not None and f"{year % 100:02}{when.earliest.month:02}" in self._meta


def _plain(text: str) -> str:
    """A text with its digits in ASCII."""
    return unicodedata.normalize("NFKC", text).translate(_NUMERALS)


def _is_short(year: int, when: When) -> bool:
    """Whether the phrase has the last two digits of the year, beside those of the day."""
    numbers = [int(number) for number in _NUMBERS.findall(_plain(when.raw)) if len(number) == 2]  # noqa: PLR2004 - '14
    for day in (when.earliest, when.latest):
        if day is not None and day.day in numbers and when.precision not in {"month", "year", "season"}:
            numbers.remove(day.day)
    return year % 100 in numbers


def _is_derived(year: int, when: When, draft: Draft | None, layout: Layout) -> bool:
    """Whether a resolved time may have that year, seen from what it was resolved against."""
    if when.basis != "resolved":
        return False
    published = draft.published if draft is not None and draft.published is not when else None
    bounds = (published.earliest, published.latest) if published is not None else ()
    references = [day.year for day in (*bounds, layout.document.captured) if day is not None]
    return any(reference - _BACKWARD <= year <= reference + _FORWARD for reference in references)
