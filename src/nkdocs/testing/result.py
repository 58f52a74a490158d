"""What a check found, and the line that sums up a battery of them."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import attrs

__all__ = ["CheckResult", "Level", "Outcome", "summary"]

Level = Literal["M", "S"]
Outcome = Literal["passed", "failed", "waived", "not-run"]

# The outcome of a check over several documents is the first of these that any of them had.
_WORST_FIRST: Final[tuple[Outcome, ...]] = ("failed", "waived", "not-run", "passed")


@attrs.frozen(slots=True, kw_only=True)
class CheckResult:
    """How one check went, on one document where it looks at documents one by one.

    ``level`` is ``"M"`` for what must hold and ``"S"`` for what should. ``subject`` and ``documents`` tell whose
    battery it was a part of, and over how many documents.

    >>> CheckResult(id="P11", level="M", outcome="passed", document="harvest").detail
    ''
    """

    id: str
    level: Level
    outcome: Outcome
    document: str | None = None
    detail: str = ""
    subject: str = ""
    documents: int = 0

    @property
    def breaks(self) -> bool:
        """Whether this fails the battery: what should hold and does not is reported, no more."""
        return self.outcome == "failed" and self.level == "M"


def summary(results: Iterable[CheckResult]) -> str:
    """How many checks ran on how many documents, and what became of them, in one line.

    >>> summary([CheckResult(id="P01", level="M", outcome="passed", subject="ledger 1", documents=6),
    ...          CheckResult(id="P32", level="S", outcome="waived", subject="ledger 1", documents=6)])
    'nkdocs conformance ledger 1: 2 checks x 6 documents, 1 passed, 0 failed, 1 waived (P32), 0 not run'
    """
    found = list(results)
    outcomes = _by_check(found)
    subject = found[0].subject if found else ""
    documents = max((result.documents for result in found), default=0)
    counts = ", ".join(
        _counted(outcomes, outcome, words, named=outcome in {"failed", "waived"})
        for outcome, words in (("passed", "passed"), ("failed", "failed"), ("waived", "waived"), ("not-run", "not run"))
    )
    return f"nkdocs conformance {subject}: {len(outcomes)} checks x {documents} documents, {counts}"


def _by_check(results: Sequence[CheckResult]) -> dict[str, Outcome]:
    """The outcome of each check, in the order they ran."""
    seen: dict[str, set[Outcome]] = {}
    for result in results:
        seen.setdefault(result.id, set()).add(result.outcome)
    return {id_: next(each for each in _WORST_FIRST if each in outcomes) for id_, outcomes in seen.items()}


def _counted(outcomes: dict[str, Outcome], outcome: str, words: str, *, named: bool) -> str:
    ids = [id_ for id_, found in outcomes.items() if found == outcome]
    return f"{len(ids)} {words}" + (f" ({' '.join(ids)})" if named and ids else "")
