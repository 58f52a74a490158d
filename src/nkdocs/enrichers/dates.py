"""The date phrases of the body, for timelines."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import attrs

from nkdocs.layout.context import EnrichContext
from nkdocs.records import Article, Note
from nkdocs.rules.dates import date_readings
from nkdocs.text.dates import Reading

__all__ = ["Dates"]

# So many dates are kept of any document, and one more for so many characters: real prose never comes near it, and a
# megabyte of nothing but dates stays cheap.
_ANYWAY: Final = 5_000
_CHARACTERS: Final = 100


class Dates:
    """Fills an empty ``dates`` with the date phrases of all paragraphs, one entry a phrase.

    Captions, comments and the dateline are no part of the body. A phrase without a year or day of its own is placed
    by the day of publication, else of capture, else not at all; one that contradicts itself also gets a note.
    """

    def enrich(self, article: Article, ctx: EnrichContext) -> Article:
        r"""The article with its dates; the article itself where it has some already, or the body names none.

        >>> import nkdocs
        >>> parsed = nkdocs.parse("A ferry stops\n\nThe ferry stopped on Monday 2 June, 2014, said its captain.")
        >>> [when.edtf for when in parsed.article.dates]
        ['2014-06-02']
        """
        if article.dates:
            return article
        spans = [part.span for part in article.paragraphs if part.span is not None]
        most = _ANYWAY + len(ctx.layout.text) // _CHARACTERS
        readings = tuple(islice(date_readings(ctx.layout, spans, ctx, article.published), most + 1))
        if not readings:
            return article
        notes = tuple(dict.fromkeys((*article.notes, *_doubts(readings[:most], most, cut=len(readings) > most))))
        return attrs.evolve(article, dates=tuple([reading.when for reading in readings[:most]]), notes=notes)


def _doubts(readings: Iterable[Reading], most: int, *, cut: bool) -> Iterator[Note]:
    for reading in readings:
        if reading.conflicts:
            yield Note(code="date-conflict", span=reading.when.span, detail=", ".join(reading.conflicts))
    if cut:
        yield Note(code="size-limit", detail=f"only the first {most} dates are given")
