"""Where a container is cut, and what a reader makes of each cut."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import attrs

from nkdocs.document import Document
from nkdocs.testing.reading import Container, Given, ReaderSubject

__all__ = ["Cut", "appearances", "cuts"]

_PLACES: Final = 48
_RECORDS: Final = 4  # at either end of the container
_SMALL: Final = 1 << 16  # bytes; each cut of a larger container is a long reading, so there are fewer
_FEW: Final = 6


@attrs.frozen(slots=True, kw_only=True)
class Cut:
    """The first ``length`` bytes of a container, and what a reader gives of them."""

    length: int
    given: Given


def cuts(subject: ReaderSubject, container: Container) -> list[Cut]:
    """Cuts at many places, in order of length, the whole container last.

    They are evenly spread, and for the first and the last records at their very ends and one byte before those.
    Small containers are cut at more places than large ones.
    """
    size = len(container.content)
    places, records = (_PLACES, _RECORDS) if size <= _SMALL else (_FEW, 1)
    made = {length: _cut(subject, container, length) for length in {*range(1, size, max(1, size // places)), size}}
    evenly = [made[length] for length in sorted(made)]
    grown = [pair for pair in pairwise(evenly) if _many(pair[0]) < _many(pair[1])]
    for shorter, longer in (*grown[:records], *grown[records:][-records:]):
        for cut in _around(subject, container, shorter, longer):
            made.setdefault(cut.length, cut)
    return [made[length] for length in sorted(made)]


def appearances(found: list[Cut]) -> list[Document]:
    """Documents in the order in which they first appear while the cuts grow: that of the file."""
    return list(dict.fromkeys(document for cut in found for document in cut.given.documents))


def _around(subject: ReaderSubject, container: Container, shorter: Cut, longer: Cut) -> Iterator[Cut]:
    """The cut at which there is a document more, and the one a byte before it."""
    while longer.length - shorter.length > 1:
        middle = _cut(subject, container, (shorter.length + longer.length) // 2)
        if _many(middle) > _many(shorter):
            longer = middle
        else:
            shorter = middle
    yield shorter
    yield longer


def _cut(subject: ReaderSubject, container: Container, length: int) -> Cut:
    return Cut(length=length, given=subject.given(container.content[:length], container.name))


def _many(cut: Cut) -> int:
    return len(cut.given.documents)
