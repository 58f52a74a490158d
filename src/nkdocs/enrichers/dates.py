"""The date phrases of the body, for timelines."""

import attrs

from nkdocs.layout.context import EnrichContext
from nkdocs.records import Article, Note
from nkdocs.rules.dates import date_readings

__all__ = ["Dates"]


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
        readings = date_readings(ctx.layout, spans, ctx, article.published)
        if not readings:
            return article
        doubts = [
            Note(code="date-conflict", span=reading.when.span, detail=", ".join(reading.conflicts))
            for reading in readings
            if reading.conflicts
        ]
        notes = tuple(dict.fromkeys((*article.notes, *doubts))) if doubts else article.notes
        return attrs.evolve(article, dates=tuple(reading.when for reading in readings), notes=notes)
