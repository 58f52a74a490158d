"""Sections, for records of a newspaper that prints none."""

import attrs

from nkdocs import Article, EnrichContext

__all__ = ["Sections"]


class Sections:
    """Files the newspaper's records under its only section, where the page names it."""

    def enrich(self, article: Article, ctx: EnrichContext) -> Article:
        """The record with a section, if it has none and its text holds the word."""
        if article.section is not None or "Harbour" not in ctx.layout.text:
            return article
        return attrs.evolve(article, section="Harbour")
