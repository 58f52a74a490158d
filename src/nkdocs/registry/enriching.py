"""Finishing steps, one after the other; one that fails leaves the record as it was."""

from collections.abc import Sequence
from copy import deepcopy

import attrs

from nkdocs.errors import UsageError
from nkdocs.layout.context import EnrichContext
from nkdocs.records.article import Article
from nkdocs.records.note import Note
from nkdocs.registry.checking import check_article
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import Fault, guarded, lamented
from nkdocs.registry.instances import Instances
from nkdocs.registry.seals import Seal

__all__ = ["enriched"]

_FIELDS = tuple(field.name for field in attrs.fields(Article))


def enriched(
    article: Article, context: EnrichContext, enrichers: Sequence[Registered], instances: Instances
) -> tuple[Article, list[Note]]:
    """The article after all enrichers, and a note on each that failed."""
    notes: list[Note] = []
    for item in enrichers:
        told = attrs.evolve(context, options=item.options) if item.options else context
        seal = Seal(context.layout, told)
        answer = guarded(_step, article, told, item, instances)
        if seal.broken():
            answer = Fault(seal.fault())
        if isinstance(answer, Fault):
            notes.append(Note(code="plugin-failed", detail=f"{item.title} failed: {lamented(answer, item.title)}"))
        else:
            article = answer
    return article, notes


def _step(article: Article, context: EnrichContext, item: Registered, instances: Instances) -> Article:
    made = instances.of(item)
    if isinstance(made, Fault):
        raise made.cause
    # A stranger gets a copy, parts and all: what it is given is not its to change, even past its being frozen.
    given = article if item.plugin.builtin else deepcopy(article)
    answer: object = made.enrich(given, context)
    if answer is article:
        return article
    if not isinstance(answer, Article):
        raise UsageError(f"expected an Article, not {type(answer).__name__}")
    # Tests hold the built-in steps to this; a stranger's are held to it each time.
    if item.plugin.builtin:
        return answer
    for name in _FIELDS:
        old, new = getattr(article, name), getattr(answer, name)
        if new is not old and name not in item.info.changes and new != old:
            raise UsageError(f"it changed {name}, which is not among its changes")
    check_article(answer, len(context.layout.text))
    return answer
