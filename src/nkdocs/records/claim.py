"""Who claims a document, how surely, and who won."""

from enum import IntEnum

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.check import check_each, flag, several, wrong_span
from nkdocs.text.span import Span

__all__ = ["Candidate", "Claim", "Evidence", "Reject", "Resolution", "Strength"]


class Strength(IntEnum):
    """How sure a claim is; the names are part of the contract.

    >>> Strength.SOURCE > Strength.MARKERS
    True
    """

    FALLBACK = 10
    SHAPE = 20
    MARKERS = 30
    SOURCE = 40
    DECLARED = 50


@attrs.frozen(slots=True, kw_only=True)
class Evidence:
    """Why a parser claims: the rule that held, where, and words for people."""

    rule: str
    span: Span | None = None
    detail: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no span."""
        if self.span is not None and self.span.__class__ is not Span:
            raise wrong_span(self.span)


@attrs.frozen(slots=True, kw_only=True)
class Claim:
    """A parser's answer "this is mine".

    >>> Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="told-ledger")]).strength.name
    'MARKERS'
    """

    strength: Strength
    evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=several)

    def __attrs_post_init__(self) -> None:
        """Refuse a strength without a name."""
        if not isinstance(self.strength, Strength):
            raise UsageError(f"strength is a Strength, not {self.strength!r}")
        if self.evidence:
            check_each(self, "evidence", Evidence)


@attrs.frozen(slots=True, kw_only=True)
class Reject:
    """A parser's answer "this is not mine, and not to be given to me"."""

    reason: str


@attrs.frozen(slots=True, kw_only=True)
class Candidate:
    """One parser's answer to one document: ``claim``, ``reject``, ``none`` or ``error``."""

    id: str
    version: str
    distribution: str | None
    answer: str
    strength: Strength | None = None
    evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=several)
    detail: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a strength without a name, and evidence that is none."""
        if self.strength is not None and not isinstance(self.strength, Strength):
            raise UsageError(f"strength is a Strength or None, not {self.strength!r}")
        if self.evidence:
            check_each(self, "evidence", Evidence)


@attrs.frozen(slots=True, kw_only=True)
class Resolution:
    """Who parses and why: ``rule`` is the step that decided, ``candidates`` are all parsers, best first."""

    winner: str | None
    rule: str | None
    ambiguous: bool = attrs.field(default=False, validator=flag)
    candidates: tuple[Candidate, ...] = attrs.field(default=(), converter=several)

    def __attrs_post_init__(self) -> None:
        """Refuse candidates that are none."""
        if self.candidates:
            check_each(self, "candidates", Candidate)
