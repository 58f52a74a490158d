"""The finishing step that finds who said what in the body."""

import attrs

from nkdocs.layout.context import EnrichContext
from nkdocs.records import Article
from nkdocs.rules.attributions import attributions, references

__all__ = ["Attributions"]


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
        found = attributions(ctx.layout, spans, ctx, article.published)
        if not found:
            return article
        return attrs.evolve(article, attributions=found, notes=(*article.notes, *references(found)))
