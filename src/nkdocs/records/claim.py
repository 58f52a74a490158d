"""Who claims a document, how surely, and who won."""

from enum import IntEnum

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.check import each, flag, optional, several, span_or_none
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
    span: Span | None = attrs.field(default=None, validator=span_or_none)
    detail: str | None = None


@attrs.frozen(slots=True, kw_only=True)
class Claim:
    """A parser's answer "this is mine".

    >>> Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="told-ledger")]).strength.name
    'MARKERS'
    """

    strength: Strength = attrs.field()
    evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=several, validator=each(Evidence))

    def __attrs_post_init__(self) -> None:
        """Refuse a strength without a name."""
        if not isinstance(self.strength, Strength):
            raise UsageError(f"strength is a Strength, not {self.strength!r}")


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
    strength: Strength | None = attrs.field(default=None, validator=optional(Strength))
    evidence: tuple[Evidence, ...] = attrs.field(default=(), converter=several, validator=each(Evidence))
    detail: str | None = None


@attrs.frozen(slots=True, kw_only=True)
class Resolution:
    """Who parses and why: ``rule`` is the step that decided, ``candidates`` are all parsers, best first."""

    winner: str | None
    rule: str | None
    ambiguous: bool = attrs.field(default=False, validator=flag)
    candidates: tuple[Candidate, ...] = attrs.field(default=(), converter=several, validator=each(Candidate))
