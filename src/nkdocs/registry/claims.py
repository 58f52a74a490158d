"""What each parser says to a document: declared claims for all at once, then each parser's own answer."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple

import attrs

from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.plugin.outlet import OutletRules
from nkdocs.records.claim import Candidate, Claim, Evidence, Reject, Strength
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import Fault, answering, guarded, lamented
from nkdocs.registry.hosts import HostTable, host_of
from nkdocs.registry.instances import Instances
from nkdocs.registry.markers import MarkerTable
from nkdocs.registry.seals import Seal
from nkdocs.text.span import Span

__all__ = ["Panel", "failed", "told_context"]

_ClaimCall = Callable[[Layout, ParseContext], object]

_UNASKED: Final = "not asked: it does not read documents of this kind"

_BY_NAME: Final = Claim(strength=Strength.DECLARED, evidence=[Evidence(rule="explicit", detail="named by the caller")])


class _Ready(NamedTuple):
    """The parsers that are asked, each with its ``claim``.

    ``own`` are those of nkdocs. They are held by their tests to change nothing; to look after each of them would cost a
    quarter of the resolution. Of ``others`` a claim is None where it is not the same for all threads or needs options.
    """

    own: Sequence[tuple[Registered, _ClaimCall]]
    others: Sequence[tuple[Registered, _ClaimCall | None]]

    def without(self, item: Registered | None) -> "_Ready":
        """The same but for one parser."""
        if item is None:
            return self
        own = [pair for pair in self.own if pair[0] is not item]
        return _Ready(own, [pair for pair in self.others if pair[0] is not item])


class Panel:
    """The parsers for documents of one media type, asked together.

    Args:
        parsers: those that are asked.
        unasked: the others, which are listed as having nothing to say.
        instances: makes those that must be asked one by one.
    """

    def __init__(self, parsers: Sequence[Registered], unasked: Sequence[Registered], instances: Instances) -> None:
        self._parsers = {item.key: item for item in parsers}
        self._hosts = HostTable({item.key: item.info.hosts for item in parsers if item.info.hosts})
        self._markers = MarkerTable({item.key: item.info.markers for item in parsers if item.info.markers})
        # What OutletRules claim is all declared: nothing of theirs need run.
        self._asked = [item for item in parsers if not isinstance(item.info, OutletRules)]
        self._instances = instances
        self._ready: _Ready | None = None
        nothing = [_candidate(item, "none") for item in parsers]
        nothing += [_candidate(item, "none", detail=_UNASKED) for item in unasked]
        self._silent = sorted(nothing, key=lambda candidate: candidate.id)

    def answers(
        self, layout: Layout, context: ParseContext, explicit: Registered | None = None
    ) -> dict[str, Candidate]:
        """The answers of all parsers that have something to say, by key; the explicit one is not asked."""
        declared = self._declared(layout)
        said: dict[str, Candidate] = {}
        if explicit is not None:
            said[explicit.key] = _claiming(explicit, _BY_NAME)
        ready = (self._ready or self._readied()).without(explicit)
        length = len(layout.text)
        for item, answer in chain(answering(ready.own, layout, context), self._others(ready, layout, context)):
            said[item.key] = _heard(item, answer, declared.get(item.key), length)
        for key, claim in declared.items():
            if key not in said:
                said[key] = _claiming(self._parsers[key], claim)
        return said

    def _readied(self) -> "_Ready":
        own: list[tuple[Registered, _ClaimCall]] = []
        others: list[tuple[Registered, _ClaimCall | None]] = []
        for item in self._asked:
            made: Any = self._instances.of(item)
            if not item.info.thread_safe or item.options or made.__class__ is Fault:
                others.append((item, None))
            elif item.plugin.builtin:
                own.append((item, made.claim))
            else:
                others.append((item, made.claim))
        self._ready = _Ready(own, others)
        return self._ready

    def _others(self, ready: "_Ready", layout: Layout, context: ParseContext) -> Iterator[tuple[Registered, object]]:
        """What those answer that are looked after: whatever one of them changes, the next does not see."""
        seal = Seal(layout, context)
        for item, ask in ready.others:
            answer = self._slowly(item, layout, context) if ask is None else guarded(ask, layout, context)
            if seal.broken():
                answer = Fault(seal.fault())
            if answer is not None:
                yield item, answer

    def _slowly(self, item: Registered, layout: Layout, context: ParseContext) -> object:
        made = self._instances.of(item)
        return made if isinstance(made, Fault) else guarded(made.claim, layout, told_context(context, item))

    def silent(self, said: dict[str, Candidate]) -> list[Candidate]:
        """The others, by key."""
        return [candidate for candidate in self._silent if candidate.id not in said]

    def _declared(self, layout: Layout) -> dict[str, Claim]:
        """Claims that hosts and markers make.

        Where the url has a host no marker counts: the host is the parser's own and says more, or it is
        another's and makes the marker a quotation.
        """
        claims: dict[str, Claim] = {}
        host = host_of(layout.document.url)
        canonical = host_of(layout.meta.canonical)
        for rule, place in (("host", host), ("canonical", canonical)):
            for key, suffix in self._hosts.claims(place) if place else ():
                claims.setdefault(key, _claim(Strength.SOURCE, Evidence(rule=rule, detail=suffix)))
        if host is None:
            for key, match in self._markers.hits(layout.text).items():
                evidence = Evidence(rule="marker", span=Span(*match.span()), detail=match.re.pattern)
                claims.setdefault(key, _claim(Strength.MARKERS, evidence))
        return claims


def told_context(context: ParseContext, item: Registered) -> ParseContext:
    """The context with the options of the parser's own plugin."""
    return attrs.evolve(context, options=item.options) if item.options else context


def failed(item: Registered, fault: Fault, doing: str = "claim") -> Candidate:
    """The candidate of a parser that raised; its detail names plugin and version."""
    return _candidate(item, "error", detail=f"{item.title} failed in {doing}: {lamented(fault, item.title)}")


def _claim(strength: Strength, evidence: Evidence) -> Claim:
    return Claim(strength=strength, evidence=(evidence,))


def _heard(item: Registered, answer: object, declared: Claim | None, length: int) -> Candidate:
    """A parser's own answer beside what it declared: the stronger counts, a rejection counts most."""
    if isinstance(answer, Claim):
        if any(evidence.span is not None and evidence.span.end > length for evidence in answer.evidence):
            return _wrong(item, "evidence beyond the end of the text")
        return _claiming(item, _stronger(answer, declared))
    if isinstance(answer, Reject) and isinstance(answer.reason, str):
        return _candidate(item, "reject", detail=answer.reason)
    if isinstance(answer, Fault):
        return failed(item, answer)
    return _wrong(item, type(answer).__name__)


def _stronger(answer: Claim, declared: Claim | None) -> Claim:
    """The stronger of two claims, or one with the evidence of both; ``DECLARED`` is not a plugin's to say."""
    if answer.strength > Strength.SOURCE:
        answer = Claim(strength=Strength.SOURCE, evidence=answer.evidence)
    if declared is None or answer.strength > declared.strength:
        return answer
    if answer.strength < declared.strength:
        return declared
    return Claim(strength=answer.strength, evidence=(*declared.evidence, *answer.evidence))


def _wrong(item: Registered, what: str) -> Candidate:
    return _candidate(item, "error", detail=f"{item.title} failed in claim: it answered with {what}")


def _claiming(item: Registered, claim: Claim) -> Candidate:
    return _candidate(item, "claim", strength=claim.strength, evidence=claim.evidence)


def _candidate(item: Registered, answer: str, **more: Any) -> Candidate:
    plugin = item.plugin
    return Candidate(id=item.key, version=item.info.version, distribution=plugin.distribution, answer=answer, **more)
