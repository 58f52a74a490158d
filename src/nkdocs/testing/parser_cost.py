"""P40 to P42: what a parser costs, in a process of its own whose time can be limited."""

from collections.abc import Callable, Iterator
from typing import Final

import attrs

from nkdocs.document import Document
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.check import Check, Named, NotRun
from nkdocs.testing.growth import SHAPES, Meter, growth_fault, memory_fault, speed_fault
from nkdocs.testing.probing import Plan, told
from nkdocs.testing.subject import ParserSubject

__all__ = ["COST"]

_NO_TIME: Final = "no document of the corpus gives an article to measure"


def _host(subject: ParserSubject) -> ParserSubject:
    """The subject with one case: the one that gives most paragraphs, for what is not parsed costs nothing."""
    best = max(subject.cases, key=lambda case: _paragraphs(subject, case.document()), default=None)
    if best is None:
        raise NotRun(_NO_TIME)
    return attrs.evolve(subject, cases=(best,))


def _paragraphs(subject: ParserSubject, document: Document) -> int:
    answer = guarded(subject.answer, document)
    return -1 if isinstance(answer, Fault) else sum(len(draft.paragraphs) for draft in answer.drafts)


def _measured(subject: ParserSubject, plan: Plan, here: Callable[[Meter, Document, str], str | None]) -> Iterator[str]:
    """The faults that the tasks of a plan tell; where the factory is an object, measured in this process."""
    host = _host(subject)
    found = guarded(told, host, [plan])
    if not isinstance(found, Fault):
        yield from filter(None, (found[0].of(task) for task in plan.tasks))
    elif isinstance(found.cause, NotRun):
        meter, document = Meter(subject.fresh(), subject.context), host.cases[0].document()
        yield from filter(None, (here(meter, document, task) for task in plan.tasks))
    else:
        raise found.cause


_GROWTH: Final = Plan(name="growth", tasks=tuple(f"growth {shape}" for shape in SHAPES))
_SPEED: Final = Plan(name="speed", tasks=("speed",))
_MEMORY: Final = Plan(name="memory", tasks=("memory",))


def _linear(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P40: four times the run, at most eight times the CPU."""
    return _measured(subject, _GROWTH, lambda meter, document, task: growth_fault(meter, document, task[7:]))


def _fast(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P41: a megabyte a second."""
    return _measured(subject, _SPEED, lambda meter, document, _: speed_fault(meter, document))


def _frugal(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P42: twenty times the text."""
    return _measured(subject, _MEMORY, lambda meter, document, _: memory_fault(meter, document))


COST: Final[tuple[Check[ParserSubject], ...]] = (
    Check(id="P40", level="M", sentence="four times the size costs at most eight times the CPU", faults=_linear),
    Check(id="P41", level="S", sentence="a megabyte a second", faults=_fast),
    Check(id="P42", level="M", sentence="at most 20 times the text of memory, beyond a megabyte", faults=_frugal),
)
