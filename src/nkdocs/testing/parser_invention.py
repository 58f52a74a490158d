"""P13: nothing is invented."""

from collections.abc import Iterator
from urllib.parse import urljoin

import attrs

from nkdocs.layout.block import Layout
from nkdocs.records import Result
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.agreement import Passage, bare, drawn_from, footers, passages, said_of
from nkdocs.testing.case import Case
from nkdocs.testing.check import Named
from nkdocs.testing.subject import ParserSubject, case_of, laid_out

__all__ = ["invented"]


def invented(subject: ParserSubject, named: Named | None) -> Iterator[str]:
    """Strings that stand neither where they should nor anywhere they may."""
    case = case_of(named)
    result = subject.result(case)
    layout = laid_out(case.document())
    whole, meta = bare(layout.text), said_of(layout)
    foot = footers(layout, result)
    for passage in passages(result):
        if not _is_found(passage, layout, whole, foot, meta):
            yield f"{passage.field} is {passage.words!r}, which the document does not say"
    for draft in result.drafts:
        if draft.section is not None and bare(draft.section) not in whole and bare(draft.section) not in meta:
            yield f"section is {draft.section!r}, which the document does not say"
    yield from (f"{field} is {url!r}, which leads nowhere in the document" for field, url in _lost(layout, result))
    yield from _headless(subject, case, layout)


def _is_found(passage: Passage, layout: Layout, whole: str, foot: str, meta: str) -> bool:
    """Whether words are in the document; of a wrong place and of dropped characters P11 tells."""
    words = bare(passage.words)
    if passage.span is None:
        return words in meta
    if words in whole or (passage.kind == "footer" and words in foot):
        return True
    return passage.kind in {"raw", "whole"} and drawn_from(words, passage.span.of(layout.text))


def _lost(layout: Layout, result: Result) -> Iterator[tuple[str, str]]:
    """Urls that neither a link, nor the text, nor the metadata have."""
    base = layout.document.url or ""
    links = {url for block in layout.blocks for link in block.links for url in (link.url, urljoin(base, link.url))}
    said = {*said_of(layout).split(), layout.text}
    given = [("entries.url", entry.url) for entry in result.entries]
    for draft in result.drafts:
        given += [("editions.url", edition.url) for edition in draft.editions]
        given += [("captions.url", caption.url) for caption in draft.captions]
    for field, url in given:
        if url is not None and url not in links and not any(url in words for words in said):
            yield field, url


def _headless(subject: ParserSubject, case: Case, layout: Layout) -> Iterator[str]:
    """With the first block taken away, no headline may appear that is not in what is left."""
    if not layout.blocks:
        return
    first = layout.blocks[0].span
    text = layout.text[: first.start] + " " * (first.end - first.start) + layout.text[first.end :]
    left = attrs.evolve(layout, text=text, blocks=layout.blocks[1:])
    found = guarded(subject.held, left)
    if isinstance(found, Fault):
        return
    whole, meta = bare(text), said_of(layout)
    for draft in found.drafts:
        words = bare(draft.headline.text) if draft.headline is not None else ""
        if words and words not in whole and words not in meta:
            yield f"with the first block of {case.name!r} taken away, the headline is {str(draft.headline)!r}"
