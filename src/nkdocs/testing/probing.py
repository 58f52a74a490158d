"""Start other processes for a parser under check, and remember what they told."""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from signal import Signals
from typing import Any, Final
from weakref import WeakKeyDictionary

import attrs

from nkdocs.plugin.outlet import OutletRules
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.check import Named, NotRun
from nkdocs.testing.probe import Errand
from nkdocs.testing.subject import ParserSubject

__all__ = ["Plan", "Told", "needing_parser", "told"]

_PROGRAM: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.stdin.buffer.readline()); "
    "from nkdocs.testing.probe import main; main()"
)
_SECONDS: Final = 40
_PATIENCE: Final = 900
# What the surroundings may say that would change what a process prints or does.
_LEFT_OUT: Final = frozenset({"PYTHONWARNINGS", "PYTHONDEVMODE", "PYTHONSTARTUP", "PYTHONHASHSEED", "TZ", "LC_ALL"})
_AT_ONCE: Final = 2


@attrs.frozen(slots=True, kw_only=True)
class Plan:
    """One other process: what it is told of the world, and its tasks.

    Without ``parser`` it is given the documents alone; ``with_pickles`` hands results over to it.
    """

    name: str
    tasks: tuple[str, ...]
    environment: tuple[tuple[str, str], ...] = ()
    clock: float | None = None
    parser: bool = True
    with_pickles: bool = False


@attrs.frozen(slots=True)
class Told:
    """What a process told, task by task, and how it ended; and the results that it was given to unpickle."""

    plan: Plan
    lines: Mapping[str, Mapping[str, Any]]
    ending: str
    pickles: Sequence[bytes] = ()

    def of(self, task: str) -> Any:
        """The answer of a task.

        Raises:
            RuntimeError: if the task raised, or the process ended in the middle of it.
            NotRun: if the process had ended before.
        """
        line = self.lines.get(task)
        if line is None:
            if task == next(each for each in self.plan.tasks if each not in self.lines):
                raise RuntimeError(f"the process {self.ending} during this check")
            raise NotRun(f"the process {self.ending} before this check")
        if "error" in line:
            raise RuntimeError(line["error"])
        return line["answer"]


Faults = Callable[[ParserSubject, Named | None], Iterator[str]]


def needing_parser(faults: Faults) -> Faults:
    """The same check, not run where there is no parser to run: that is for P01 to tell, once."""

    def with_parser(subject: ParserSubject, case: Named | None) -> Iterator[str]:
        subject.fresh()
        yield from faults(subject, case)

    return with_parser


_KNOWN: Final[WeakKeyDictionary[ParserSubject, dict[str, Told | Fault]]] = WeakKeyDictionary()


def told(subject: ParserSubject, plans: Sequence[Plan], pickles: Callable[[], Sequence[bytes]] = tuple) -> list[Told]:
    """What processes by these plans told; each runs once for a subject, two at a time.

    Raises:
        NotRun: where the parser is an object and cannot be handed to another process.
    """
    known = _KNOWN.setdefault(subject, {})
    missing = [plan for plan in plans if plan.name not in known]
    if missing:
        if any(plan.parser for plan in missing):
            _refuse_objects(subject)
        errands = [_errand(subject, plan, pickles) for plan in missing]
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            known.update(zip((plan.name for plan in missing), pool.map(_guarded_run, missing, errands), strict=True))
    return [_sound(known[plan.name]) for plan in plans]


def _sound(found: Told | Fault) -> Told:
    if isinstance(found, Fault):
        raise found.cause
    return found


def _refuse_objects(subject: ParserSubject) -> None:
    info = subject.info
    if not isinstance(info, OutletRules) and not isinstance(info.factory, str):
        raise NotRun("another process cannot make this parser: its factory is an object, not a string")


def _errand(subject: ParserSubject, plan: Plan, pickles: Callable[[], Sequence[bytes]]) -> Errand:
    return Errand(
        tasks=plan.tasks,
        documents=[case.document() for case in subject.cases],
        registered=subject.registered if plan.parser else None,
        options=subject.options,
        pickles=pickles() if plan.with_pickles else (),
    )


def _standard_input(plan: Plan, errand: Errand) -> bytes:
    """``sys.path``, the terms and the errand, as the probe reads them."""
    packed = guarded(pickle.dumps, errand)
    if isinstance(packed, Fault):
        raise NotRun(f"the parser's description or options cannot be handed to another process: {packed.why}")
    terms = {"clock": plan.clock, "seconds": _SECONDS}
    return b"\n".join([json.dumps([str(place) for place in sys.path]).encode(), json.dumps(terms).encode(), packed])


def _guarded_run(plan: Plan, errand: Errand) -> Told | Fault:
    return guarded(_run, plan, errand)


def _run(plan: Plan, errand: Errand) -> Told:
    """One process from start to end."""
    given = _standard_input(plan, errand)
    kept = {name: value for name, value in os.environ.items() if name not in _LEFT_OUT}
    environment = {**kept, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", **dict(plan.environment)}
    program = [sys.executable, "-c", _PROGRAM]
    with subprocess.Popen(  # noqa: S603 - this very interpreter, and a program that stands above
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        try:
            output, errors = process.communicate(given, timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
    return Told(plan, _lines(output.decode().splitlines()), _ending(process.returncode, errors), errand.pickles)


def _lines(output: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """Whole lines by task; a process that was ended may have left half a line."""
    found: dict[str, Mapping[str, Any]] = {}
    for line in output:
        read = guarded(json.loads, line)
        if isinstance(read, dict) and "task" in read:
            found[read["task"]] = read
    return found


def _ending(code: int, errors: bytes) -> str:
    """How the process ended, in words."""
    if code >= 0:
        last = errors.decode(errors="replace").strip().rpartition("\n")[2]
        return f"ended with exit code {code} ({last})" if last else f"ended with exit code {code}"
    name = Signals(-code).name
    if name in {"SIGXCPU", "SIGKILL"}:
        return f"was ended after {_SECONDS} s of CPU time"
    return f"was ended by {name}"
