"""The finishing step that finds who said what in the body."""

from typing import Final

import attrs

from nkdocs.layout.context import EnrichContext
from nkdocs.records import Article, Note
from nkdocs.rules.attributions import attributions_among, references

__all__ = ["Attributions"]

# So many verbs of saying are looked at in any document, and one more for so many characters: real prose never comes
# near it, and a megabyte of nothing but sources stays cheap.
_ANYWAY: Final = 5_000
_CHARACTERS: Final = 100


class Attributions:
    """Fills ``article.attributions`` where it is empty, with a note on each "the source" that refers back."""

    def enrich(self, article: Article, ctx: EnrichContext) -> Article:
        r"""The article with the sources of its paragraphs; subheads attribute nothing.

        >>> import nkdocs
        >>> text = "Rice prices fall\n\nRice was cheaper, a source in Hyesan said. Nobody knows why, the source added."
        >>> [found.speaker for found in nkdocs.parse(text).article.attributions]
        ['a source in Hyesan', 'the source']
        """
        if article.attributions:
            return article
        spans = [part.span for part in article.paragraphs if part.span is not None and part.kind != "subhead"]
        most = _ANYWAY + len(ctx.layout.text) // _CHARACTERS
        found, more = attributions_among(ctx.layout, spans, ctx, article.published, most)
        if not found and not more:
            return article
        cut = (Note(code="size-limit", detail=f"only the first {most} verbs are looked at"),) if more else ()
        return attrs.evolve(article, attributions=found, notes=(*article.notes, *references(found), *cut))
