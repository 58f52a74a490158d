"""From what a parser gave to records: who they are, where they came from, which notes are theirs."""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, Final

import attrs

from nkdocs.layout.block import Layout
from nkdocs.records.article import Article, DocumentInfo, Provenance
from nkdocs.records.claim import Strength
from nkdocs.records.label import Label
from nkdocs.records.note import Note
from nkdocs.records.parsed import Draft, Result
from nkdocs.registry.contents import Registered
from nkdocs.registry.hosts import host_of
from nkdocs.registry.running import Outcome
from nkdocs.rules.told import told_draft

__all__ = ["articles_of", "given_labels"]

_SHARED: Final = tuple(field.name for field in attrs.fields(Draft) if field.name not in {"labels", "notes", "via"})
_SHARED_OF: Final = attrgetter(*_SHARED)
_STRENGTHS: Final = {strength: strength.name.lower() for strength in Strength}


def articles_of(outcome: Outcome, layout: Layout, info: DocumentInfo) -> tuple[Article, ...]:
    """The records of a document, in its order.

    Each carries the notes of the layout that concern it, those on parsers that failed before, and its own. What a
    feed says of an entry fills the fields that its one article leaves empty.
    """
    if outcome.result is None or outcome.parser is None or outcome.strength is None:
        return ()
    drafts = outcome.result.drafts
    several = len(drafts) > 1
    if layout.meta.hints and not several:
        drafts = tuple(told_draft(draft, layout) for draft in drafts)
    identity = f"sha256:{info.sha256}"
    common: dict[str, Any] = {"document": info, "parser": _provenance(outcome.parser, outcome.strength)}
    return tuple(
        Article(
            id=f"{identity}#{number}" if several else identity,
            via=draft.via or _via(draft, outcome.parser, info),
            notes=(*_concerning(draft, layout.notes, alone=not several), *outcome.failures, *draft.notes),
            **common,
            **dict(zip(_SHARED, _SHARED_OF(draft), strict=True)),
        )
        for number, draft in enumerate(drafts, start=1)
    )


def given_labels(result: Result) -> tuple[Label, ...]:
    """The labels that the parser set itself."""
    return (*result.labels, *(label for draft in result.drafts for label in draft.labels))


def _provenance(parser: Registered, strength: Strength) -> Provenance:
    return Provenance(
        id=parser.key,
        version=parser.info.version,
        distribution=parser.plugin.distribution,
        distribution_version=parser.plugin.version,
        strength=_STRENGTHS[strength],
    )


def _via(draft: Draft, parser: Registered, info: DocumentInfo) -> str | None:
    """The host a document was captured from, where its outlet is known and the host is none of the outlet's."""
    host = host_of(info.url)
    if host is None or draft.outlet is None or not parser.info.hosts:
        return None
    own = any(host == declared or host.endswith("." + declared) for declared in parser.info.hosts)
    return None if own else host.removeprefix("www.")


def _concerning(draft: Draft, notes: Sequence[Note], *, alone: bool) -> Iterable[Note]:
    """Notes on the whole document, and those on a place inside the draft."""
    if alone or not notes:
        return notes
    spans = [part.span for part in (draft.headline, *draft.paragraphs, *draft.comments) if part and part.span]
    start = min((span.start for span in spans), default=0)
    end = max((span.end for span in spans), default=0)
    return [note for note in notes if note.span is None or start <= note.span.start < end]
