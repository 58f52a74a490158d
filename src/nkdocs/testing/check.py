"""A check is a name, a sentence and a function that yields what is wrong; a battery runs them in order."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Generic, Protocol, TypeVar

import attrs

from nkdocs.errors import UsageError
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.result import CheckResult, Level

__all__ = ["Check", "NotRun", "Subject", "check_waivers", "chosen", "looked", "run_check", "run_checks"]


class NotRun(Exception):  # noqa: N818 - named by what happened, like the errors of the library
    """Raised by a check that cannot be made here; the message says why."""


class Named(Protocol):
    """A document of a corpus."""

    @property
    def name(self) -> str:
        """What results call it."""
        ...


class Subject(Protocol):
    """What is checked: ``title`` is its id and version, ``cases`` are the documents of its corpus."""

    @property
    def title(self) -> str:
        """``ledger 1``."""
        ...

    @property
    def cases(self) -> Sequence[Named]:
        """The documents that checks look at one by one."""
        ...


S = TypeVar("S", bound=Subject)


@attrs.frozen(slots=True, kw_only=True)
class Check(Generic[S]):
    """One property.

    ``faults`` gets the subject and, where ``each`` is true, one case at a time, else None; it yields a sentence for
    everything that is wrong, and raises ``NotRun`` where the check cannot be made. Whatever else it raises is a fault.
    """

    id: str
    level: Level
    sentence: str
    faults: Callable[[S, "Named | None"], Iterable[str]]
    each: bool = False


def run_checks(
    checks: Sequence[Check[S]], subject: S, *, waive: Mapping[str, str], only: Collection[str] | None
) -> list[CheckResult]:
    """Run those of the checks whose ids, or a prefix of them, are in ``only``; all, if that is None.

    Raises:
        UsageError: if ``waive`` or ``only`` names no check, or a waiver has no reason.
    """
    check_waivers(checks, waive)
    return [result for check in chosen(checks, only) for result in run_check(check, subject, waive.get(check.id))]


def run_check(check: Check[S], subject: S, reason: str | None = None) -> list[CheckResult]:
    """One check, on each document if it looks at them one by one; with a ``reason`` it is waived.

    A waiver is strict: where nothing is wrong, it is itself what is wrong. A check that looks at documents fails where
    there are none.
    """
    places: Sequence[Named | None] = subject.cases if check.each and subject.cases else [None]
    found = [looked(check, subject, place) for place in places]
    if reason is None:
        return found
    if any(result.outcome == "failed" for result in found):
        return [
            attrs.evolve(result, outcome="waived", detail=f"{reason}: {result.detail}")
            if result.outcome == "failed"
            else result
            for result in found
        ]
    if all(result.outcome == "not-run" for result in found):
        return found
    return [attrs.evolve(found[0], outcome="failed", detail=f"waived ({reason}), but it passes: drop the waiver")]


def chosen(checks: Sequence[Check[S]], only: Collection[str] | None) -> Iterator[Check[S]]:
    """The checks that ids or prefixes name."""
    if only is None:
        yield from checks
        return
    if isinstance(only, str):
        raise UsageError(f"checks is a collection of ids or prefixes, not {only!r}")
    for name in only:
        if not any(check.id.startswith(name) for check in checks):
            raise _unknown(name, checks)
    yield from (check for check in checks if check.id.startswith(tuple(only)))


def looked(check: Check[S], subject: S, place: "Named | None") -> CheckResult:
    """One check, on one document or, where ``place`` is None, on all there is."""
    told = CheckResult(
        id=check.id,
        level=check.level,
        outcome="passed",
        document=place.name if place is not None else None,
        subject=subject.title,
        documents=len(subject.cases),
    )
    if check.each and place is None:
        return attrs.evolve(told, outcome="failed", detail="the corpus holds no document")
    faults = guarded(lambda: list(check.faults(subject, place)))
    if isinstance(faults, Fault):
        not_run = isinstance(faults.cause, NotRun)
        detail = str(faults.cause) if not_run else faults.why
        return attrs.evolve(told, outcome="not-run" if not_run else "failed", detail=detail)
    return attrs.evolve(told, outcome="failed", detail="; ".join(faults)) if faults else told


def check_waivers(checks: Sequence[Check[S]], waive: Mapping[str, str]) -> None:
    """Refuse a waiver of what is no check, or without a reason.

    Raises:
        UsageError: naming it.
    """
    for name, reason in waive.items():
        if not any(check.id == name for check in checks):
            raise _unknown(name, checks)
        if not isinstance(reason, str) or not reason.strip():
            raise UsageError(f"waive[{name!r}] must say why")


def _unknown(name: str, checks: Sequence[Check[S]]) -> UsageError:
    close = get_close_matches(name, [check.id for check in checks], n=3)
    return UsageError(f"no check is called {name!r}" + (f"; close: {', '.join(close)}" if close else ""))
