"""P10 to P17: what a parser gives must be a record of its document."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from nkdocs.layout.block import Layout
from nkdocs.plugin.info import ParserInfo
from nkdocs.records import Draft, Result, Span
from nkdocs.registry.guard import Fault
from nkdocs.testing.agreement import Passage, bare, footers, passages, same_words, spans
from nkdocs.testing.check import Check, Named, NotRun
from nkdocs.testing.parser_invention import invented
from nkdocs.testing.parser_thread import torn_thread
from nkdocs.testing.parser_times import borrowed_times
from nkdocs.testing.subject import ParserSubject, case_of, laid_out, raised_in
from nkdocs.text.tidy import is_blank

__all__ = ["SHAPE", "misplaced"]

_SHOWN: Final = 40


def _no_result(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    found = subject.found(case_of(case))
    if isinstance(found, Fault):
        yield f"parse gives no valid Draft or Result: {found.why}"


def _misplaced(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    found = subject.found(case_of(case))
    if raised_in(found, "nkdocs.text.span"):
        yield "parse makes a span that is none"
        return
    yield from misplaced(laid_out(case_of(case).document()), subject.result(case_of(case)))


def misplaced(layout: Layout, result: Result) -> Iterator[str]:
    """What stands elsewhere than its span says."""
    length = len(layout.text)
    for field, span in _all_spans(result):
        if not 0 <= span.start <= span.end <= length:
            yield f"{field} has the span {_ends(span)}, in a text of {length} characters"
    whole, foot = bare(layout.text), footers(layout, result)
    for passage in passages(result):
        if passage.span is not None and passage.span.end <= length and _disagrees(passage, layout, whole, foot):
            there = passage.span.of(layout.text)
            yield f"{passage.field} is {_shown(passage.words)}, and its span holds {_shown(there)}"
    for draft in result.drafts:
        for field, several in spans(draft):
            yield from _overlaps(field, several)


def _disagrees(passage: Passage, layout: Layout, whole: str, foot: str) -> bool:
    """Whether words are not those of their span; of parts of a span only those that stand elsewhere (see P13)."""
    there = passage.span.of(layout.text) if passage.span is not None else ""
    if passage.kind == "raw":
        return passage.words != there and passage.words != there.replace("\r\n", "\n").replace("\r", "\n")
    if passage.kind == "whole":
        return not same_words(passage.words, there)
    words = bare(passage.words)
    return words not in bare(there) and words in whole and not (passage.kind == "footer" and words in foot)


def _all_spans(result: Result) -> Iterator[tuple[str, Span]]:
    """Every span that a parser gave, by field."""
    for passage in passages(result):
        if passage.span is not None:
            yield passage.field, passage.span
    for draft in result.drafts:
        for field, several in spans(draft):
            yield from ((field, span) for span in several)
        yield from (("labels", label.span) for label in draft.labels)
        yield from (("notes", note.span) for note in draft.notes if note.span is not None)
    yield from (("labels", label.span) for label in result.labels)
    yield from (("entries", entry.span) for entry in result.entries if entry.span is not None)
    yield from (("notes", note.span) for note in result.notes if note.span is not None)


def _overlaps(field: str, several: Sequence[Span]) -> Iterator[str]:
    for one, other in itertools.pairwise(sorted(several, key=_ends)):
        if other.start < one.end and other.end > other.start:
            yield f"{field} has spans that overlap: {_ends(one)} and {_ends(other)}"


def _unlabelled(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    if any(_misplaced(subject, case)):
        raise NotRun("see P11: spans that are wrong leave characters behind")
    parsed = subject.record(case_of(case))
    covered = 0
    for label in parsed.labels:
        if label.span.start < covered or label.span.end > len(parsed.text):
            yield f"the label {label.role} at {_ends(label.span)} overlaps another"
        if any(not is_blank(character) for character in parsed.text[covered : label.span.start]):
            yield f"{_shown(parsed.text[covered : label.span.start])} is in no label"
        covered = max(covered, label.span.end)
        if label.role == "unknown":
            yield f"{_shown(label.span.of(parsed.text))} at {_ends(label.span)} is left unknown"


def _other_fields(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    if not isinstance(subject.info, ParserInfo):
        return
    results = [found for found in map(subject.found, subject.cases) if not isinstance(found, Fault)]
    given = {name for result in results for draft in result.drafts for name in _set_fields(draft)}
    for name in sorted(given - subject.info.produces):
        yield f"{name} is set, and not among what it produces"
    if len(results) < len(subject.cases) and not given - subject.info.produces:
        raise NotRun("see P10: a document without a valid result may be the one where a field is set")
    for name in sorted(subject.info.produces - given - _UNDECLARED) if len(results) == len(subject.cases) else ():
        yield f"{name} is among what it produces, and set in no document of the corpus"


# What a draft may hold whether it is declared or not.
_UNDECLARED: Final = frozenset({"labels", "notes"})


def _set_fields(draft: Draft) -> Iterator[str]:
    for field in attrs.fields(Draft):
        if field.name not in _UNDECLARED and getattr(draft, field.name) not in {None, ()}:
            yield field.name


def _no_provenance(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    subject.result(case_of(case))
    if not subject.known:
        raise NotRun("see P01: the registry does not take this parser in")
    document = case_of(case).document()
    parsed = subject.parsed(document)
    digest = laid_out(document).document.sha256
    for article in parsed.articles:
        if (article.parser.id, article.parser.version) != (subject.registered.key, subject.info.version):
            yield f"the record is by {article.parser.id} {article.parser.version}, not by this parser"
        if article.document.sha256 != digest or digest not in article.id:
            yield "the record is of another document"


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")


SHAPE: Final[tuple[Check[ParserSubject], ...]] = (
    Check(id="P10", level="M", sentence="parse gives a valid Draft or Result.", faults=_no_result, each=True),
    Check(
        id="P11",
        level="M",
        sentence="Spans lie in the text and hold the words they are given for; those of one field do not overlap.",
        faults=_misplaced,
        each=True,
    ),
    Check(id="P12", level="M", sentence="Every character has a label, none is unknown.", faults=_unlabelled, each=True),
    Check(id="P13", level="M", sentence="Nothing is invented.", faults=invented, each=True),
    Check(
        id="P14", level="M", sentence="A thread holds every comment, where it stands.", faults=torn_thread, each=True
    ),
    Check(
        id="P15",
        level="M",
        sentence="Times are aware, and no year comes from elsewhere than the document and its reference.",
        faults=borrowed_times,
        each=True,
    ),
    Check(
        id="P16",
        level="M",
        sentence="Only what the description says it produces is set, and each of it somewhere in the corpus.",
        faults=_other_fields,
    ),
    Check(
        id="P17",
        level="M",
        sentence="Every record says which parser made it, and of which document.",
        faults=_no_provenance,
        each=True,
    ),
)
