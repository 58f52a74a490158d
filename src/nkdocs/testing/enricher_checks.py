"""E: what every enricher must do."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from nkdocs.plugin.info import EnricherInfo
from nkdocs.records.article import Article, Attribution, Paragraph, Text
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.registry import Registry
from nkdocs.testing.check import Check, Named, run_checks
from nkdocs.testing.enriching import EnricherSubject, enricher_subject
from nkdocs.testing.likeness import difference, likeness
from nkdocs.testing.result import CheckResult
from nkdocs.text.span import Span

__all__ = ["ENRICHER_CHECKS", "check_enricher"]

_KEYS: Final = tuple(field.name for field in attrs.fields(Article))
_NO_WAIVERS: Final[FrozenMapping[str]] = FrozenMapping()


def _changed_originals(subject: EnricherSubject, _: Named | None) -> Iterator[str]:
    """E01: an article that is another one after it was enriched."""
    for case in subject.cases:
        article = case.article()
        subject.enriched(case, article)
        told = difference(likeness(case.article()), likeness(article))
        if told is not None:
            yield f"{case.name} itself is changed: {told}"


def _unlike_twice(subject: EnricherSubject, _: Named | None) -> Iterator[str]:
    """E02: an article that is another one after it was enriched once more."""
    for case in subject.cases:
        once = subject.enriched(case, case.article())
        twice = subject.enriched(case, subject.enriched(case, case.article()))
        told = difference(likeness(once), likeness(twice))
        if told is not None:
            yield f"{case.name}: once and twice differ: {told}"


def _undeclared(subject: EnricherSubject, _: Named | None) -> Iterator[str]:
    """E03: keys that change and are not among the declared ones, or that no record has."""
    unknown = subject.info.changes.difference(_KEYS)
    if unknown:
        yield f"changes names {', '.join(sorted(unknown))}, which no record has"
    for case in subject.cases:
        before, after = case.article(), subject.enriched(case, case.article())
        for key in _KEYS:
            if key not in subject.info.changes and getattr(before, key) != getattr(after, key):
                yield f"{case.name}: {key} is changed, and is not among the declared changes"


def _wrong_spans(subject: EnricherSubject, _: Named | None) -> Iterator[str]:
    """E04: a new value whose span leaves the text, or covers something else."""
    for case in subject.cases:
        after = subject.enriched(case, case.article())
        known = set(_parts(case.article()))
        for part in _parts(after):
            fault = None if part in known else _span_fault(part, case.text)
            if fault is not None:
                yield f"{case.name}: {fault}"


def _parts(article: Article) -> Iterator[Any]:
    """Everything in an article that has a span, parts of parts too."""
    waiting: list[Any] = [article]
    while waiting:
        part: Any = waiting.pop()
        kind: type = part.__class__
        if isinstance(part, tuple):
            waiting += part
        elif attrs.has(kind) and not isinstance(part, Span):
            if hasattr(part, "span"):
                yield part
            waiting += [getattr(part, field.name) for field in attrs.fields(kind)]


def _span_fault(part: Any, text: str) -> str | None:
    """What is wrong with the span of a part: it ends beyond the text, or what it covers is not what the part says."""
    span: Span | None = part.span
    kind = type(part).__name__
    if span is None:
        return None
    if span.end > len(text):
        return f"a {kind} has the span {span.start} to {span.end}, the text has {len(text)} characters"
    covered = span.of(text)
    if getattr(part, "raw", covered) != covered:
        return f"a {kind} says {part.raw[:60]!r} and its span covers {covered[:60]!r}"
    if isinstance(part, (Text, Paragraph)) and part.text.split() != covered.split():
        return f"a {kind} says {part.text[:60]!r} and its span covers {covered[:60]!r}"
    if isinstance(part, Attribution) and " ".join(part.speaker.split()) not in " ".join(covered.split()):
        return f"an Attribution names {part.speaker[:60]!r}, which is not in {covered[:60]!r}"
    return None


ENRICHER_CHECKS: Final[tuple[Check[EnricherSubject], ...]] = (
    Check(
        id="E01", level="M", sentence="it gives a record, and leaves the old one unchanged", faults=_changed_originals
    ),
    Check(id="E02", level="M", sentence="enriched twice is enriched once", faults=_unlike_twice),
    Check(id="E03", level="M", sentence="only what `changes` names changes", faults=_undeclared),
    Check(id="E04", level="M", sentence="spans stay valid", faults=_wrong_spans),
)


def check_enricher(
    enricher: str | EnricherInfo,
    *,
    registry: Registry | None = None,
    articles: Iterable[Any] | None = None,
    waive: Mapping[str, str] = _NO_WAIVERS,
    checks: Collection[str] | None = None,
) -> list[CheckResult]:
    """Hold an enricher to everything an enricher must do.

    >>> class Quiet:
    ...     def enrich(self, article, ctx):
    ...         return article
    >>> info = EnricherInfo(name="quiet", version="1", factory=Quiet, changes=["dates"])
    >>> [result.outcome for result in check_enricher(info)]
    ['passed', 'passed', 'passed', 'passed']

    Args:
        enricher: its name, or its description.
        registry: where the name is looked up; by default ``Registry.default()``.
        articles: what it finishes: ``Parsed``, or articles that keep their text; by default the samples.
        waive: ids of checks that need not pass, each with the reason.
        checks: ids or prefixes; by default all.

    Raises:
        UsageError: for a wrong argument; ``UnknownPlugin`` for a name.
    """
    subject = enricher_subject(enricher, registry=registry, articles=articles)
    return run_checks(ENRICHER_CHECKS, subject, waive=waive, only=checks)
