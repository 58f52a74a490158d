"""The other process: it makes a parser, lets it do what is asked, and tells line by line what came of it.

``nkdocs.testing.probing`` starts it. One line of the standard input holds ``sys.path``, the time it is to be and how
much CPU time there is; then follows a pickled ``Errand``. Each task answers with one line of JSON, so that what was
done is known even where a parser takes the process down.
"""

import base64
import io
import json
import os
import pickle
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any, BinaryIO, Final

import attrs

from nkdocs.document import Document
from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.plugin.protocols import Parser
from nkdocs.records.frozen import FrozenMapping, frozen
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import Fault, guarded
from nkdocs.registry.instances import implementation
from nkdocs.testing.clock import set_clock
from nkdocs.testing.growth import Meter, growth_fault, memory_fault, speed_fault
from nkdocs.testing.likeness import likeness
from nkdocs.testing.subject import laid_out
from nkdocs.testing.variants import long_lines, nested
from nkdocs.testing.watch import Watch, changed, printing, state

__all__ = ["Errand", "answer_of", "claimed_and_parsed", "main"]


@attrs.frozen(slots=True, kw_only=True)
class Errand:
    """What the other process is to do: tasks by name, on these documents, with this parser (None: with none)."""

    tasks: Sequence[str]
    documents: Sequence[Document]
    registered: Registered | None = None
    options: FrozenMapping[Any] = attrs.field(factory=FrozenMapping[Any])
    pickles: Sequence[bytes] = ()

    def fresh(self) -> Parser:
        """A new instance of the parser."""
        made: Parser = implementation(self._described)
        return made

    def context(self, layout: Layout) -> ParseContext:
        """A context of its own for each layout."""
        return ParseContext(captured=layout.document.captured, options=frozen(self.options))

    @property
    def home(self) -> str | None:
        """The top-level package of the factory; None for a parser that is data alone."""
        factory = getattr(self._described.info, "factory", None)
        return factory.partition(":")[0].partition(".")[0] if isinstance(factory, str) else None

    @property
    def _described(self) -> Registered:
        if self.registered is None:
            raise RuntimeError("this errand came without a parser")
        return self.registered


def main() -> None:
    """Read the errand, run it, tell what came of each task."""
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    terms = json.loads(sys.stdin.buffer.readline())
    _limit(terms["seconds"])
    if terms["clock"] is not None:
        set_clock(terms["clock"])
    errand = _unpickled(sys.stdin.buffer)
    for task in errand.tasks:
        name, _, argument = task.partition(" ")
        with printing() as printed:
            answer = guarded(TASKS[name], errand, argument)
        line = {"error": answer.why} if isinstance(answer, Fault) else {"answer": answer}
        print(json.dumps({"task": task, "printed": printed(), **line}), file=told, flush=True)


def _unpickled(stream: BinaryIO) -> Errand:
    errand: Errand = pickle.load(io.BytesIO(stream.read()))  # noqa: S301 - written by the process that started this one
    return errand


def _limit(seconds: int) -> None:
    """End this process once it has used that much CPU time: a busy machine does not count against the parser."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def answer_of(call: Callable[..., object], *arguments: object) -> Any:
    """What a parser's method gives, or what it raises, as a likeness."""
    given = guarded(call, *arguments)
    return {"raised": given.why} if isinstance(given, Fault) else likeness(given)


def claimed_and_parsed(parser: Parser, layout: Layout, context: ParseContext) -> Any:
    """Both answers of a parser to one document."""
    return {"claim": answer_of(parser.claim, layout, context), "parse": answer_of(parser.parse, layout, context)}


def _layouts(errand: Errand, _: str) -> list[str]:
    """The documents laid out, in a process where no parser has seen one."""
    return [base64.b64encode(pickle.dumps(laid_out(each))).decode() for each in errand.documents]


def _outputs(errand: Errand, _: str) -> dict[str, list[Any]]:
    """What a new instance says of each document, what it says once more, and what another new one says."""
    found: dict[str, list[Any]] = {"first": [], "again": [], "anew": []}
    for document in errand.documents:
        parser = errand.fresh()
        for time, instance in (("first", parser), ("again", parser), ("anew", errand.fresh())):
            layout = laid_out(document)
            found[time].append(claimed_and_parsed(instance, layout, errand.context(layout)))
    return found


def _once(errand: Errand, _: str) -> list[Any]:
    """What a new instance says of each document."""
    layouts = [laid_out(document) for document in errand.documents]
    return [claimed_and_parsed(errand.fresh(), layout, errand.context(layout)) for layout in layouts]


def _watched(errand: Errand, _: str) -> dict[str, Any]:
    """What two passes over the documents did to the machine and to the process."""
    watch = Watch()
    watch.listen()
    parser = errand.fresh()
    layouts = [laid_out(document) for document in errand.documents]
    passes: list[list[list[str]]] = []
    with printing() as printed:
        before = state()
        for _number in (1, 2):
            for layout in layouts:
                context = errand.context(layout)
                watch.on = True
                guarded(parser.claim, layout, context)
                guarded(parser.parse, layout, context)
                watch.on = False
            passes.append([[event.kind, event.name, event.path] for event in watch.events])
            watch.events.clear()
        after = state()
    names = sorted({*changed(before, after), *watch.repeated})
    return {"passes": passes, "changed": names, "printed": printed(), "home": _places(errand.home)}


def _places(home: str | None) -> list[str]:
    """Where the parser's package lies: its folders, or the file of a single module; and nkdocs itself."""
    places = [os.path.dirname(os.path.realpath(str(import_module("nkdocs").__file__)))]  # noqa: PTH120 - as realpath
    if home is not None:
        module = import_module(home)
        places += [os.path.realpath(each) for each in getattr(module, "__path__", None) or [str(module.__file__)]]
    return places


def _unpickle(errand: Errand, _: str) -> list[Any]:
    """What results that another process pickled say here."""
    return [answer_of(pickle.loads, each) for each in errand.pickles]


def _deep(errand: Errand, argument: str) -> str | None:
    """The fault, if any, that nesting 2,000 bullets brings out."""
    return _fault(errand, nested(errand.documents[int(argument)]))


def _long(errand: Errand, argument: str) -> str | None:
    """The fault, if any, that one line of a megabyte brings out."""
    faults = (_fault(errand, each) for each in long_lines(errand.documents[int(argument)]))
    return next(filter(None, faults), None)


def _fault(errand: Errand, document: Document) -> str | None:
    layout = laid_out(document)
    return Meter(errand.fresh(), errand.context).fault(layout)


def _growth(errand: Errand, argument: str) -> str | None:
    number, _, shape = argument.partition(" ")
    return growth_fault(Meter(errand.fresh(), errand.context), errand.documents[int(number)], shape)


def _speed(errand: Errand, number: str) -> str | None:
    return speed_fault(Meter(errand.fresh(), errand.context), errand.documents[int(number)])


def _memory(errand: Errand, number: str) -> str | None:
    return memory_fault(Meter(errand.fresh(), errand.context), errand.documents[int(number)])


TASKS: Final[Mapping[str, Callable[[Errand, str], object]]] = {
    "layouts": _layouts,
    "outputs": _outputs,
    "once": _once,
    "watched": _watched,
    "unpickle": _unpickle,
    "nested": _deep,
    "long-line": _long,
    "growth": _growth,
    "speed": _speed,
    "memory": _memory,
}
