"""Who wins depends on what is claimed, never on who was installed first."""

from functools import partial
from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nkdocs.layout.opening import lay_out
from nkdocs.plugin import ParserInfo, hookimpl
from nkdocs.records import Claim, Reject, Strength
from nkdocs.registry import Registry

IDS = ("a", "b", "c", "d")
PAGE = lay_out("Rice was cheaper in Hyesan last week.")
ANSWERS = st.sampled_from([None, Reject(reason="no"), *(Claim(strength=each) for each in Strength), "nonsense"])
PARSERS = st.fixed_dictionaries(
    {key: st.tuples(ANSWERS, st.sampled_from([None, *IDS]), st.integers(0, 2)) for key in IDS}
)


class Answering:
    """A parser with one answer."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def claim(self, *_: Any) -> Any:
        """The answer."""
        return self.answer

    def parse(self, layout: Any, ctx: Any) -> Any:
        """Never called here."""


def plugins(parsers: Any) -> list[Any]:
    """The parsers as three plugins, by their number."""

    def registering(number: int) -> Any:
        infos = [
            ParserInfo(id=key, version="1", factory=partial(Answering, answer), produces=[], replaces=replaces)
            for key, (answer, replaces, owner) in parsers.items()
            if owner == number
        ]
        hook = staticmethod(hookimpl(specname="nkdocs_register_parsers")(lambda: infos))
        return type(f"Plugin{number}", (), {"register": hook})()

    return [registering(number) for number in range(3)]


def resolution(given_plugins: Any, prefer: Any) -> Any:
    """Who parses the page."""
    return Registry(given_plugins, entry_points=False, builtins=False, prefer=prefer).resolve(PAGE)


@given(PARSERS, st.lists(st.sampled_from(IDS), max_size=2, unique=True))
def test_the_order_of_plugins_does_not_show(parsers, prefer):
    """Any order of the same plugins gives the same resolution, candidates included."""
    found = {resolution(order, prefer) for order in permutations(plugins(parsers))}
    assert len(found) == 1


@given(PARSERS, st.lists(st.sampled_from(IDS), max_size=2, unique=True))
def test_every_parser_is_listed_once_best_first(parsers, prefer):
    """The winner leads, claims are before everything else, and somebody wins if anybody claims."""
    found = resolution(plugins(parsers), prefer)
    assert sorted(each.id for each in found.candidates) == sorted(IDS)
    answers = [each.answer for each in found.candidates]
    assert answers == sorted(answers, key=["claim", "reject", "error", "none"].index)
    claims = [each.id for each in found.candidates if each.answer == "claim"]
    assert found.winner == (claims[0] if claims else None)
    assert (found.rule is None) == (found.winner is None)


@given(PARSERS)
def test_nobody_weaker_wins_unasked(parsers):
    """Without a preference the winner's claim is as strong as any, and no plugin declares."""
    found = resolution(plugins(parsers), [])
    strengths = [each.strength for each in found.candidates if each.answer == "claim"]
    assert strengths == sorted(strengths, reverse=True)
    assert Strength.DECLARED not in strengths


@given(PARSERS)
def test_a_toss_up_is_told_only_between_plugins(parsers):
    """``ambiguous`` comes with the rule ``id`` alone."""
    found = resolution(plugins(parsers), [])
    assert not found.ambiguous or found.rule == "id"
