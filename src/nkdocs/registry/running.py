"""The winner parses; where it hands the document back or fails, somebody else may."""

from collections.abc import Mapping
from typing import Final

import attrs

from nkdocs.errors import NotMine, ParseError
from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records.claim import Candidate, Resolution, Strength
from nkdocs.records.note import Note
from nkdocs.records.parsed import Result
from nkdocs.registry.checking import valid_result
from nkdocs.registry.claims import told_context
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import Fault, guarded, lamented
from nkdocs.registry.instances import Instances
from nkdocs.registry.resolution import Bench, resolved, tied
from nkdocs.registry.seals import Seal
from nkdocs.text.span import Span

__all__ = ["Outcome", "run"]


@attrs.frozen(slots=True, kw_only=True)
class Outcome:
    """What became of a document: the result and the parser that gave it, both None if nobody did.

    ``resolution`` tells who handed back or failed; ``failures`` are the notes on parsers that failed; ``remarks`` are
    notes on the document's candidates that are no concern of the record.
    """

    result: Result | None = None
    parser: Registered | None = None
    strength: Strength | None = None
    resolution: Resolution
    failures: tuple[Note, ...] = ()
    remarks: tuple[Note, ...] = ()


@attrs.frozen(slots=True)
class _Attempt:
    """How one parser fared: a result, a reason to hand the document back, or a note on its failure."""

    result: Result | None = None
    handed_back: str | None = None
    failure: Note | None = None


def run(layout: Layout, resolution: Resolution, bench: Bench, instances: Instances, context: ParseContext) -> Outcome:
    """Let candidates parse, best first, until one gives a result.

    After a failure only a ``FALLBACK`` parser may, and names no outlet: a wrong outlet is worse than a partial
    record.
    """
    failures: list[Note] = []
    remarks = [Note(code="plugin-failed", detail=c.detail) for c in resolution.candidates if c.answer == "error"]
    result = parser = candidate = None
    while result is None and (candidate := _next(resolution, failed=bool(failures))) is not None:
        parser = bench.parsers[candidate.id]
        attempt = _attempt(parser, layout, instances, context, named=candidate.id == bench.explicit)
        result = _anonymous(attempt.result) if attempt.result is not None and failures else attempt.result
        if result is None:
            resolution = _after(resolution, candidate, attempt, bench)
        if attempt.failure is not None:
            failures.append(attempt.failure)
    if resolution.ambiguous:
        detail = f"equal claims: {', '.join(tied(resolution, bench))}"
        remarks.append(Note(code="ambiguous-parser", detail=detail))
    return Outcome(
        result=result,
        parser=parser if candidate is not None else None,
        strength=candidate.strength if candidate is not None else None,
        resolution=resolution,
        failures=tuple(failures),
        remarks=tuple(remarks),
    )


def _next(resolution: Resolution, *, failed: bool) -> Candidate | None:
    """The best candidate that still claims; after a failure the best that claims no outlet."""
    for candidate in resolution.candidates:
        if candidate.answer == "claim" and (not failed or candidate.strength is Strength.FALLBACK):
            return candidate
    return None


def _attempt(
    parser: Registered, layout: Layout, instances: Instances, context: ParseContext, *, named: bool
) -> _Attempt:
    made = instances.of(parser)
    if made.__class__ is Fault:
        return _failed(parser, made, layout)
    seal = Seal(layout, context)
    answer = guarded(made.parse, layout, told_context(context, parser))
    if seal.broken():
        answer = Fault(seal.fault())
    if not isinstance(answer, Fault):
        answer = guarded(valid_result, answer, len(layout.text), anew=not parser.plugin.builtin)
    if not isinstance(answer, Fault):
        return _Attempt(result=answer)
    if isinstance(answer.cause, NotMine) and not named:
        return _Attempt(handed_back=answer.why.removeprefix("NotMine: "))
    return _failed(parser, answer, layout)


def _failed(parser: Registered, fault: Fault, layout: Layout) -> _Attempt:
    """The note on a failure: ``parse-failed`` where the parser itself said that it cannot read the document."""
    said_so = isinstance(fault.cause, ParseError)
    span = getattr(fault.cause, "span", None) if said_so else None
    fits = isinstance(span, Span) and span.end <= len(layout.text)
    detail = f"{parser.title} failed: {lamented(fault, parser.title)}"
    return _Attempt(failure=Note(code=_CODES[said_so], span=span if fits else None, detail=detail))


_CODES: Final[Mapping[bool, str]] = {True: "parse-failed", False: "plugin-failed"}


def _after(resolution: Resolution, candidate: Candidate, attempt: _Attempt, bench: Bench) -> Resolution:
    """The resolution, told how the candidate fared.

    Who hands a document back has rejected it, and the others are decided anew. Who failed has won all the same.
    """
    if attempt.failure is not None:
        told = attrs.evolve(candidate, answer="error", detail=attempt.failure.detail)
        return attrs.evolve(resolution, candidates=[_instead(c, candidate, told) for c in resolution.candidates])
    told = attrs.evolve(candidate, answer="reject", detail=attempt.handed_back)
    now = [_instead(c, candidate, told) for c in resolution.candidates]
    said = [each for each in now if each.answer != "none"]
    again = resolved(said, [each for each in now if each.answer == "none"], bench)
    failed = any(each.id == resolution.winner and each.answer == "error" for each in now)
    return attrs.evolve(resolution, candidates=again.candidates) if failed else again


def _instead(each: Candidate, old: Candidate, new: Candidate) -> Candidate:
    return new if each is old else each


def _anonymous(result: Result) -> Result:
    """The result without an outlet."""
    if all(draft.outlet is None for draft in result.drafts):
        return result
    return attrs.evolve(result, drafts=[attrs.evolve(draft, outlet=None) for draft in result.drafts])
