"""P01 to P06: what a parser says of itself, and which documents it says are its own."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

import attrs

from nkdocs.document import Document
from nkdocs.layout.block import Layout
from nkdocs.plugin.info import ParserInfo
from nkdocs.plugin.outlet import OutletRules
from nkdocs.records import Claim, Draft, Reject, Strength
from nkdocs.registry.guard import Fault, guarded
from nkdocs.registry.instances import implementation
from nkdocs.testing.check import Check, Named, NotRun
from nkdocs.testing.foreign import foreign_documents
from nkdocs.testing.registering import heavy_imports
from nkdocs.testing.subject import ParserSubject, case_of, laid_out
from nkdocs.version import API_VERSION

__all__ = ["CLAIM"]

_FIELDS: Final = frozenset(field.name for field in attrs.fields(Draft))
# What claims may be asked about beside the corpus and foreign documents.
_ODD: Final = (
    "", " \n\t\n", "x", "\x00", "\ud800", "•", "\u2028", "\ufeff", "  • \n    • a\n", "a" * 9000, "\n" * 9000,
    "<p>", "<!doctype html><title>Rice</title><p>Prices fell.", "<ul><li><li></ul>",
)  # fmt: skip
_HEAD: Final = 4096
_TAIL: Final = 2048
# Short paragraphs: who looks at the first or last twenty blocks of such a text still looks at its head or tail.
_FILLER: Final = "\n\nThe road was long and the day was warm."


def _valid_description(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    info = subject.info
    again = guarded(attrs.evolve, info)
    if isinstance(again, Fault):
        yield f"the description is not valid: {again.why}"
    if info.api_version != API_VERSION:
        yield f"it needs plugin API {info.api_version}, this nkdocs offers {API_VERSION}"
    elif not subject.known:
        yield "the registry does not take it in"
    yield from _misnomers(info)
    for _attempt in range(2):  # an instance for each thread may be wanted
        made = guarded(implementation, subject.registered)
        if isinstance(made, Fault):
            yield f"its factory does not give a parser: {made.why}"
            return


def _misnomers(info: ParserInfo | OutletRules) -> Iterator[str]:
    for name in sorted(info.produces - _FIELDS) if isinstance(info, ParserInfo) else ():
        yield f"produces names {name!r}, which is no field of a Draft"
    for host in sorted(info.hosts):
        if "/" in host or host != host.strip():
            yield f"hosts has {host!r}, which is no name of a host"


def _light_registration(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    for name in heavy_imports(subject):
        yield f"registering imports {name}, before any document needs it"


def _claims_its_own(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    if not subject.known:
        raise NotRun("see P01: the registry does not take this parser in")
    subject.fresh()
    candidate = next(c for c in subject.resolved(case_of(case)).candidates if c.id == subject.registered.key)
    layout = laid_out(case_of(case).document())
    if candidate.answer == "claim" and candidate.strength is not None:
        if candidate.strength < Strength.MARKERS:
            yield f"it claims no more than {candidate.strength.name}, where its own wording or host is wanted"
    else:
        yield f"it does not claim this document: {candidate.answer} {candidate.detail or ''}".rstrip()
    own = guarded(_claim, subject, layout) if subject.asked(layout) else None
    if isinstance(own, Claim):
        for evidence in own.evidence:
            if evidence.span is not None and evidence.span.end > len(layout.text):
                yield f"the evidence {evidence.rule!r} ends beyond the text, at {evidence.span.end}"


def _claims_nothing_foreign(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    if not subject.known:
        raise NotRun("see P01: the registry does not take this parser in")
    subject.fresh()
    for document in (*foreign_documents(subject), *subject.foreign):
        resolution = subject.registry.resolve(laid_out(document))
        candidate = next(c for c in resolution.candidates if c.id == subject.registered.key)
        if candidate.strength is not None and candidate.strength > Strength.SHAPE:
            rules = ", ".join(evidence.rule for evidence in candidate.evidence) or "no evidence"
            yield f"it claims {_called(document)} at {candidate.strength.name} ({rules})"


def _steady_claim(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    mine = (case.document() for case in subject.cases)
    for document in chain(mine, foreign_documents(subject), subject.foreign, map(Document, _ODD)):
        layout = laid_out(document)
        if not subject.asked(layout):
            continue
        parser = subject.fresh()
        answers = [guarded(each.claim, layout, subject.context(layout)) for each in (parser, parser, subject.fresh())]
        fault = next((_wrong(answer) for answer in answers if _wrong(answer) is not None), None)
        if fault is not None:
            yield f"claim {fault} for {_called(document)}"
        elif any(answer != answers[0] for answer in answers):
            yield f"claim answers {_called(document)} differently when asked again"


def _wrong(answer: object) -> str | None:
    """What is wrong with an answer, if anything."""
    if isinstance(answer, Fault):
        return f"raised {answer.why}"
    if isinstance(answer, Reject):
        return None if isinstance(answer.reason, str) else "gave a rejection whose reason is no string"
    if answer is None or isinstance(answer, Claim):
        return None
    return f"answered with {type(answer).__name__}"


def _cheap_claim(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """The same head and tail around two middles must be answered alike.

    The claims of ``OutletRules`` are the core's.
    """
    if isinstance(subject.info, OutletRules):
        return
    for case in subject.cases:
        text = laid_out(case.document()).text
        quiet = _quiet(len(text) + 2)
        for head, tail in ((text[:_HEAD], text[-_TAIL:]), ("", text[-_TAIL:]), (text[:_HEAD], ""), ("", "")):
            opening, ending = _padded(head, _HEAD, before=False), _padded(tail, _TAIL, before=True)
            answers = {
                repr(guarded(_claim, subject, _anonymous(f"{opening}\n{middle}\n{ending}", subject)))
                for middle in (quiet, f"\n{text}\n")
            }
            if len(answers) > 1:
                yield f"claim reads beyond head and tail: what {case.name!r} says in the middle changes its answer"
                return


def _quiet(length: int) -> str:
    """Paragraphs that say nothing, of that many characters."""
    return (_FILLER * (length // len(_FILLER) + 1))[:length]


def _padded(part: str, length: int, *, before: bool) -> str:
    """The part with neutral text up to a length, so that what comes next is in the middle."""
    filler = _quiet(max(0, length - len(part)))
    return f"{filler}{part}" if before else f"{part}{filler}"


def _anonymous(text: str, subject: ParserSubject) -> Layout:
    """A text without a url, as plain text if the parser reads that."""
    return laid_out(Document(text, media_type="text/plain" if "text/plain" in subject.info.media_types else None))


def _claim(subject: ParserSubject, layout: Layout) -> object:
    return subject.fresh().claim(layout, subject.context(layout))


def _called(document: Document) -> str:
    return repr(document.name) if document.name else f"{document.content[:24]!r}"


CLAIM: Final[tuple[Check[ParserSubject], ...]] = (
    Check(
        id="P01",
        level="M",
        sentence="The description is valid, its factory imports, its API version is offered.",
        faults=_valid_description,
    ),
    Check(
        id="P02",
        level="M",
        sentence="Registering is light: no heavy library is imported before a document needs it.",
        faults=_light_registration,
    ),
    Check(
        id="P03",
        level="M",
        sentence="Its own documents are claimed at MARKERS or more, with evidence that lies in the text.",
        faults=_claims_its_own,
        each=True,
    ),
    Check(
        id="P04",
        level="M",
        sentence="No foreign document is claimed above SHAPE.",
        faults=_claims_nothing_foreign,
    ),
    Check(
        id="P05",
        level="M",
        sentence="claim never raises, returns what it may, and the same twice.",
        faults=_steady_claim,
    ),
    Check(
        id="P06",
        level="S",
        sentence="claim reads only the head and the tail of a document.",
        faults=_cheap_claim,
    ),
)
