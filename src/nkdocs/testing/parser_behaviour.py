"""P20 to P28: a parser is a pure function, wherever, whenever and in whatever company it runs."""

import base64
import pickle
import random
from collections.abc import Iterator, Sequence
from typing import Any, Final

from nkdocs.document import Document
from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records.frozen import frozen
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.check import Check, Named, NotRun
from nkdocs.testing.crowd import crowd
from nkdocs.testing.growth import Meter
from nkdocs.testing.likeness import difference, likeness
from nkdocs.testing.probe import answer_of, claimed_and_parsed
from nkdocs.testing.probing import Plan, Told, needing_parser, told
from nkdocs.testing.subject import ParserSubject, laid_out
from nkdocs.testing.variants import is_html, nested
from nkdocs.testing.watch import changed, printing, state

__all__ = ["BEHAVIOUR", "hosts"]

# Without the parser: documents laid out where none has seen them, results unpickled where none was made.
_CLEAN: Final = Plan(name="clean", tasks=("layouts", "unpickle"), parser=False, with_pickles=True)
_BASE: Final = Plan(name="PYTHONHASHSEED=0", tasks=("outputs",))
# Two things that stand in a set are in the same order in half of all processes: some seeds more than must be.
_SEEDS: Final = tuple(
    Plan(name=f"PYTHONHASHSEED={seed}", tasks=("once",), environment=(("PYTHONHASHSEED", seed),))
    for seed in ("1", "42", "7")
)
_PLACES: Final = tuple(
    Plan(name=f"{name}={value}", tasks=("once",), environment=((name, value),))
    for name, value in (("TZ", "Asia/Seoul"), ("TZ", "America/St_Johns"), ("LC_ALL", "C"))
)
# Noon of 1 March 1999 and of 20 October 2040, UTC: other years, months and days than those of corpora.
_CLOCKS: Final = (
    Plan(name="the clock at 1999", tasks=("once",), clock=920_289_600.0),
    Plan(name="the clock at 2040", tasks=("once",), clock=2_234_347_200.0),
)
_WATCHED: Final = Plan(name="watched", tasks=("watched",))
_KINDS: Final = {"network": "uses the network", "process": "starts or signals processes", "write": "writes files"}
_SHOWN: Final = 200
_HOSTS: Final = 8


def _place(subject: ParserSubject, case: Named | None) -> int:
    """The number of a case in its corpus."""
    return next(number for number, other in enumerate(subject.cases) if other is case)


def _document(subject: ParserSubject, case: Named | None) -> Document:
    return subject.cases[_place(subject, case)].document()


@needing_parser
def _same_output(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    """P20: here twice and on a new instance; in other processes with other seeds, zones and locales."""
    document = _document(subject, case)
    parser = subject.fresh()
    first, again, anew = (_said(subject, document, one) for one in (parser, parser, subject.fresh()))
    yield from _differences(first, {"the second time": again, "on a new instance": anew})
    if first == again == anew:
        here = _place(subject, case)
        base, *others = told(subject, [_BASE, *_SEEDS, *_PLACES])
        outputs = base.of("outputs")
        told_here = {"the second time": outputs["again"][here], "on a new instance": outputs["anew"][here]}
        elsewhere = {other.plan.name: other.of("once")[here] for other in others}
        yield from _differences(outputs["first"][here], {**told_here, **elsewhere})


@needing_parser
def _same_years(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    """P21: in processes that believe in another year."""
    here = _place(subject, case)
    base, *others = told(subject, [_BASE, *_CLOCKS])
    first, *same = (base.of("outputs")[time][here] for time in ("first", "again", "anew"))
    if any(each != first for each in same):
        raise NotRun("see P20: the output is another each time")
    yield from _differences(first, {other.plan.name: other.of("once")[here] for other in others})


def _said(subject: ParserSubject, document: Document, parser: Any) -> Any:
    layout = laid_out(document)
    return claimed_and_parsed(parser, layout, subject.context(layout))


def _differences(first: Any, others: dict[str, Any]) -> Iterator[str]:
    for name, other in others.items():
        differs = difference(first, other)
        if differs is not None:
            yield f"another output with {name}: {differs}"


@needing_parser
def _unchanged(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    """P22: compared with a layout, a context and options that this process has never shown to a parser."""
    clean = _clean(subject)
    packed = base64.b64decode(clean.of("layouts")[_place(subject, case)])
    for method in ("claim", "parse"):
        used, unused = (_pristine(subject, packed) for _ in range(2))
        layout, context = used
        guarded(getattr(subject.fresh(), method), layout, context)
        for name, one, other in zip(("the layout", "the context"), unused, used, strict=True):
            differs = difference(likeness(one), likeness(other))
            if differs is not None:
                yield f"{method} changes {name}: {differs}"


def _clean(subject: ParserSubject) -> Told:
    return told(subject, [_CLEAN], lambda: [_packed(subject, case) for case in subject.cases])[0]


def _pristine(subject: ParserSubject, packed: bytes) -> tuple[Layout, ParseContext]:
    layout: Layout = pickle.loads(packed)  # noqa: S301 - pickled by a process that this one started
    return layout, ParseContext(captured=layout.document.captured, options=frozen(subject.options))


@needing_parser
def _harmless(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P23: nothing is written, started or sent, and on the second pass nothing read outside the package."""
    (watched,) = told(subject, [_WATCHED])
    seen = watched.of("watched")
    events = [(number, *event) for number, events in enumerate(seen["passes"]) for event in events]
    for kind, words in _KINDS.items():
        names = sorted({f"{name} {path}".strip() for _number, what, name, path in events if what == kind})
        if names:
            yield f"{words}: {', '.join(names)[:_SHOWN]}"
    reads = sorted({path for number, what, _, path in events if number and what == "read"})
    outside = [path for path in reads if not any(_within(path, home) for home in seen["home"])]
    if outside:
        yield f"reads outside its package: {', '.join(outside)[:_SHOWN]}"


def _within(path: str, home: str) -> bool:
    return path == home or path.startswith((f"{home}/", f"{home}\\"))


@needing_parser
def _tidy(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P24: in a process of its own; with a factory that is an object, in this one."""
    watched = guarded(told, subject, [_WATCHED])
    if not isinstance(watched, Fault):
        seen = watched[0].of("watched")
        names, printed = seen["changed"], watched[0].lines["watched"]["printed"] + seen["printed"]
    elif isinstance(watched.cause, NotRun):
        names, printed = _left_behind(subject)
    else:
        raise watched.cause
    yield from (f"changes {name}" for name in names)
    if printed:
        yield f"prints {printed[:_SHOWN]!r}"


def _left_behind(subject: ParserSubject) -> tuple[list[str], str]:
    """What parsing changes and prints in this process."""
    with printing() as printed:
        before = state()
        _all_said(subject, [case.document() for case in subject.cases])
        after = state()
    return changed(before, after), printed()


@needing_parser
def _any_order(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P25: forwards, backwards and shuffled, each time on one new instance."""
    documents = [case.document() for case in subject.cases]
    places = list(range(len(documents)))
    shuffled = random.Random(len(documents)).sample(places, len(places))  # noqa: S311 - an order, no secret
    alone = [_said(subject, document, subject.fresh()) for document in documents]
    for name, order in (("forwards", places), ("backwards", places[::-1]), ("shuffled", shuffled)):
        said = _all_said(subject, [documents[place] for place in order])
        for place, answer in zip(order, said, strict=True):
            differs = difference(alone[place], answer)
            if differs is not None:
                yield f"{name}, {subject.cases[place].name} is not what it is alone: {differs}"


def _all_said(subject: ParserSubject, documents: Sequence[Document]) -> list[Any]:
    parser = subject.fresh()
    return [_said(subject, document, parser) for document in documents]


@needing_parser
def _many_threads(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P26: eight threads on one instance say what one says."""
    if not subject.info.thread_safe:
        raise NotRun("thread_safe is False: each thread has an instance of its own")
    layouts = [laid_out(case.document()) for case in subject.cases]
    alone = [claimed_and_parsed(subject.fresh(), layout, subject.context(layout)) for layout in layouts]
    for place, answer in crowd(subject.fresh(), [(layout, subject.context(layout)) for layout in layouts]):
        differs = difference(alone[place], answer)
        if differs is not None:
            yield f"with eight threads {subject.cases[place].name} is not what it is with one: {differs}"
            return


@needing_parser
def _survives(subject: ParserSubject, case: Named | None) -> Iterator[str]:
    """P27: pickled and unpickled here, and unpickled in another process."""
    given = _given(subject, case)
    if isinstance(given, Fault):
        return
    packed = guarded(pickle.dumps, given)
    if isinstance(packed, Fault):
        yield f"its result cannot be pickled: {packed.why}"
        return
    here = difference(likeness(given), answer_of(pickle.loads, packed))
    if here is not None:
        yield f"unpickled here, its result differs: {here}"
    clean, place = _clean(subject), _place(subject, case)
    differs = difference(answer_of(pickle.loads, clean.pickles[place]), clean.of("unpickle")[place])
    if differs is not None:
        yield f"unpickled in another process, its result differs: {differs}"


def _given(subject: ParserSubject, case: Named | None) -> Any:
    layout = laid_out(_document(subject, case))
    return guarded(subject.fresh().parse, layout, subject.context(layout))


def _packed(subject: ParserSubject, case: Named) -> bytes:
    """A pickled result; of one that raised or cannot be pickled a pickled None, for the place in the list."""
    given = _given(subject, case)
    packed = guarded(pickle.dumps, None if isinstance(given, Fault) else given)
    return pickle.dumps(None) if isinstance(packed, Fault) else packed


def hosts(subject: ParserSubject) -> list[int]:
    """The numbers of the case with most text, and of the page with most text: what something is grown in."""
    sizes: dict[bool, tuple[int, int]] = {}
    for number, case in enumerate(subject.cases):
        document = case.document()
        size = (len(laid_out(document).text), number)
        page = is_html(document)
        sizes[page] = max(size, sizes.get(page, size))
    return sorted(number for _, number in sizes.values())


@needing_parser
def _deep(subject: ParserSubject, _: Named | None) -> Iterator[str]:
    """P28: in a process of its own, for what overflows a stack may take the process down."""
    numbers = range(min(_HOSTS, len(subject.cases)))
    plan = Plan(name="nested", tasks=tuple(f"nested {number}" for number in numbers))
    found = guarded(told, subject, [plan])
    if not isinstance(found, Fault):
        faults = [found[0].of(task) for task in plan.tasks]
    elif isinstance(found.cause, NotRun):
        faults = [_nested_fault(subject, number) for number in numbers]
    else:
        raise found.cause
    for number, fault in zip(numbers, faults, strict=True):
        if fault is not None:
            yield f"2,000 nested bullets after {subject.cases[number].name}: {fault}"


def _nested_fault(subject: ParserSubject, number: int) -> str | None:
    layout = laid_out(nested(subject.cases[number].document()))
    return Meter(subject.fresh(), subject.context).fault(layout)


BEHAVIOUR: Final[tuple[Check[ParserSubject], ...]] = (
    Check(id="P20", level="M", sentence="the same output each time, everywhere", faults=_same_output, each=True),
    Check(id="P21", level="M", sentence="the same output at any time", faults=_same_years, each=True),
    Check(id="P22", level="M", sentence="layout, context and options stay as they are", faults=_unchanged, each=True),
    Check(id="P23", level="M", sentence="no sockets, processes or writes; reads in the package", faults=_harmless),
    Check(id="P24", level="M", sentence="the process is left as it was, nothing is printed", faults=_tidy),
    Check(id="P25", level="M", sentence="the same output in any order", faults=_any_order),
    Check(id="P26", level="M", sentence="the same output from eight threads", faults=_many_threads),
    Check(id="P27", level="M", sentence="results survive pickling and another process", faults=_survives, each=True),
    Check(id="P28", level="M", sentence="2,000 nested bullets overflow nothing", faults=_deep),
)
