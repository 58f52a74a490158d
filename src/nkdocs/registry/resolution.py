"""Who parses: one total order of claims, so that nothing depends on what was installed first."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from nkdocs.records.claim import Candidate, Resolution
from nkdocs.registry.contents import Registered

__all__ = ["NOBODY", "Bench", "resolved", "tied"]

NOBODY: Final = Resolution(winner=None, rule=None)
_RANKS: Final = {"claim": 0, "reject": 1, "error": 2, "none": 3}


@attrs.frozen(slots=True)
class Bench:
    """What the order of candidates looks at: the parsers by key, those the caller prefers, the one it names."""

    parsers: Mapping[str, Registered]
    prefer: Sequence[str] = ()
    explicit: str | None = None


def resolved(said: Iterable[Candidate], silent: Iterable[Candidate], bench: Bench) -> Resolution:
    """The order of all candidates, the winner, and the step that decided.

    The steps: ``explicit``, ``prefer``, ``strength``, ``replaces``, ``third-party``, ``id``. Who has nothing to say
    comes last, in the order given.
    """
    claims: list[Candidate] = []
    others: list[Candidate] = []
    for candidate in said:
        (claims if candidate.answer == "claim" else others).append(candidate)
    others.sort(key=_rank)
    if not claims:
        return Resolution(winner=None, rule=None, candidates=(*others, *silent))
    retreating = _retreating(claims, bench.parsers)
    claims.sort(key=lambda claim: _order(claim, bench, retreating))
    rule, ambiguous = _deciding_step(claims, bench, retreating)
    return Resolution(winner=claims[0].id, rule=rule, ambiguous=ambiguous, candidates=(*claims, *others, *silent))


def _rank(candidate: Candidate) -> tuple[int, str]:
    return _RANKS[candidate.answer], candidate.id


def _order(claim: Candidate, bench: Bench, retreating: frozenset[str]) -> tuple[bool, int, int, bool, bool, str]:
    """The place of a claim; each part is one step, in the order of the steps."""
    preferred = bench.prefer.index(claim.id) if claim.id in bench.prefer else len(bench.prefer)
    return (
        claim.id != bench.explicit,
        preferred,
        -(claim.strength or 0),
        claim.id in retreating,
        bench.parsers[claim.id].plugin.builtin,
        claim.id,
    )


def _retreating(claims: Sequence[Candidate], parsers: Mapping[str, Registered]) -> frozenset[str]:
    """Parsers that an equal names in ``replaces``; none of those that only replace each other."""
    retreating: set[str] = set()
    strengths = {claim.strength for claim in claims}
    for strength in strengths if len(strengths) < len(claims) else ():
        equals = {claim.id for claim in claims if claim.strength == strength}
        named = {parsers[key].info.replaces for key in equals if parsers[key].info.replaces != key}
        stepping = {key for key in equals if key in named}
        if stepping != equals:
            retreating |= stepping
    return frozenset(retreating)


def _deciding_step(claims: Sequence[Candidate], bench: Bench, retreating: frozenset[str]) -> tuple[str, bool]:
    """Which step left one claim, and whether the last one told two distributions apart by name alone."""
    best = claims[0]
    if best.id == bench.explicit:
        return "explicit", False
    if best.id in bench.prefer:
        return "prefer", False
    equals = [claim.id for claim in claims if claim.strength == best.strength]
    if len(equals) == 1:
        return "strength", False
    staying = [key for key in equals if key not in retreating]
    if len(staying) == 1:
        return "replaces", False
    last = _strangers(staying, bench)
    if len(last) == 1:
        return "third-party", False
    return "id", len({bench.parsers[key].plugin.owner for key in last}) > 1


def _strangers(keys: Sequence[str], bench: Bench) -> list[str]:
    """The third-party parsers of these, or all if there is none."""
    return [key for key in keys if not bench.parsers[key].plugin.builtin] or list(keys)


def tied(resolution: Resolution, bench: Bench) -> list[str]:
    """The ids between which only their spelling decided."""
    claims = [candidate for candidate in resolution.candidates if candidate.answer == "claim"]
    retreating = _retreating(claims, bench.parsers)
    equals = [claim.id for claim in claims if claim.strength == claims[0].strength and claim.id not in retreating]
    return _strangers(equals, bench)
