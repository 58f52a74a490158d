"""P40 to P42: what a parser costs, in a process of its own whose time can be limited."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from nkdocs.document import Document
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.check import Check, Named, NotRun
from nkdocs.testing.growth import SHAPES, Meter, growth_fault, memory_fault, speed_fault
from nkdocs.testing.probing import Plan, Told, needing_parser, told
from nkdocs.testing.subject import ParserSubject

__all__ = ["COST"]

_MEASURES: Final[Mapping[str, Callable[[Meter, Document], str | None]]] = {
    "speed": speed_fault,
    "memory": memory_fault,
}


@needing_parser
def _linear(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P40: four times the run, at most eight times the CPU."""
    number = _host(subject)
    plan = Plan(name="growth", tasks=tuple(f"growth {number} {shape}" for shape in SHAPES))
    found = _told(subject, plan)
    if found is not None:
        yield from filter(None, (found.of(task) for task in plan.tasks))
        return
    document = subject.cases[number].document()
    meter = Meter(subject.fresh(), subject.context)
    yield from filter(None, (growth_fault(meter, document, shape) for shape in SHAPES))


@needing_parser
def _fast(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P41: a megabyte a second."""
    yield from _size(subject, "speed")


@needing_parser
def _frugal(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P42: twenty times the text."""
    yield from _size(subject, "memory")


def _size(subject: ParserSubject, measure: str) -> Iterator[str]:
    number = _host(subject)
    plan = Plan(name="size", tasks=tuple(f"{each} {number}" for each in _MEASURES))
    found = _told(subject, plan)
    if found is not None:
        fault = found.of(f"{measure} {number}")
    else:
        document = subject.cases[number].document()
        fault = _MEASURES[measure](Meter(subject.fresh(), subject.context), document)
    if fault is not None:
        yield fault


def _host(subject: ParserSubject) -> int:
    """The number of the case that gives most paragraphs: what is not parsed costs nothing."""
    counts = [_paragraphs(subject, case.document()) for case in subject.cases]
    if max(counts, default=-1) < 0:
        raise NotRun("no document of the corpus gives an article to measure")
    return counts.index(max(counts))


def _paragraphs(subject: ParserSubject, document: Document) -> int:
    answer = guarded(subject.answer, document)
    return -1 if isinstance(answer, Fault) else sum(len(draft.paragraphs) for draft in answer.drafts)


def _told(subject: ParserSubject, plan: Plan) -> Told | None:
    """What a process told; None where the parser's factory is an object, and it must be measured in this one."""
    found = guarded(told, subject, [plan])
    if not isinstance(found, Fault):
        return found[0]
    if isinstance(found.cause, NotRun):
        return None
    raise found.cause


COST: Final[tuple[Check[ParserSubject], ...]] = (
    Check(id="P40", level="M", sentence="four times the size costs at most eight times the CPU", faults=_linear),
    Check(id="P41", level="S", sentence="a megabyte a second", faults=_fast),
    Check(id="P42", level="M", sentence="at most 20 times the text of memory, beyond a megabyte", faults=_frugal),
)
