"""The enricher that is checked: its description, articles with the documents they came from, and ways to run it."""

import pickle
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from nkdocs.errors import UsageError
from nkdocs.layout.context import EnrichContext
from nkdocs.layout.opening import lay_out
from nkdocs.plugin.info import EnricherInfo
from nkdocs.plugin.protocols import Enricher
from nkdocs.records.article import Article
from nkdocs.records.frozen import frozen
from nkdocs.records.parsed import Parsed
from nkdocs.registry.contents import Registered
from nkdocs.registry.instances import implementation
from nkdocs.registry.registry import Registry
from nkdocs.testing.sample_records import parsed_samples
from nkdocs.testing.subject import alone

__all__ = ["EnricherSubject", "Finished", "enricher_subject"]


@attrs.frozen(slots=True, kw_only=True)
class Finished:
    """An article that waits for its finishing step: its name, itself, and the text its spans index."""

    name: str
    text: str
    pickled: bytes

    def article(self) -> Article:
        """The article, never enriched before."""
        made: Article = pickle.loads(self.pickled)  # noqa: S301 - pickled a moment ago, by this process
        return made


@attrs.frozen(slots=True, kw_only=True, eq=False)
class EnricherSubject:
    """A registered enricher with articles for it; every method makes what it needs anew."""

    registered: Registered
    cases: Sequence[Finished]

    @property
    def info(self) -> EnricherInfo:
        """The enricher's description."""
        described: EnricherInfo = self.registered.info
        return described

    @property
    def title(self) -> str:
        """``ledger-places 1``."""
        return f"{self.info.name} {self.info.version}"

    def enriched(self, case: Finished, article: Article) -> Article:
        """What a new instance makes of an article.

        Raises:
            TypeError: if that is no article.
        """
        made: Enricher = implementation(self.registered)
        answer: object = made.enrich(article, self._context(case, article))
        if not isinstance(answer, Article):
            raise TypeError(f"it gave {type(answer).__name__}, no Article")
        return answer

    def _context(self, case: Finished, article: Article) -> EnrichContext:
        """A layout of the article's own document."""
        document = article.document
        layout = lay_out(
            case.text, media_type="text/plain", url=document.url, captured=document.captured, name=document.name
        )
        return EnrichContext(layout=layout, captured=document.captured, options=frozen(self.registered.options))


def enricher_subject(
    enricher: str | EnricherInfo, *, registry: Registry | None = None, articles: Iterable[Any] | None = None
) -> EnricherSubject:
    """Find the enricher by its name, or take the description; by default it finishes the samples.

    ``articles`` are articles that keep their text (``parse(..., keep_text=True)``), or documents as ``parse`` gives
    them.

    Raises:
        UsageError: for an article without its text: there is nothing its spans would index.
    """
    given = parsed_samples() if articles is None else articles
    cases = [case for number, item in enumerate(given, start=1) for case in _finished(item, number)]
    return EnricherSubject(registered=_registered(enricher, registry), cases=cases)


def _registered(enricher: str | EnricherInfo, registry: Registry | None) -> Registered:
    if isinstance(enricher, str):
        return (Registry.default() if registry is None else registry).registered("enrichers", enricher)
    if not isinstance(enricher, EnricherInfo):
        raise UsageError(f"an enricher is a name or an EnricherInfo, not {enricher!r}")
    return alone(enricher, builtins=False).registered("enrichers", enricher.name)


def _finished(item: Any, number: int) -> list[Finished]:
    """The articles of an item, under names of their own."""
    if isinstance(item, Parsed):
        text, articles = item.text, item.articles
    elif isinstance(item, Article) and item.document.text is not None:
        text, articles = item.document.text, (item,)
    else:
        raise UsageError("articles are Parsed, or articles that keep their text: parse(..., keep_text=True)")
    return [
        Finished(name=f"{number} {each.document.name or 'without a name'}", text=text, pickled=pickle.dumps(each))
        for each in articles
    ]
