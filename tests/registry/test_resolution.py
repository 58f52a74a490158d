import pytest

from nkdocs.errors import AmbiguousParser
from nkdocs.records import Reject, Strength

SHAPE, MARKERS, SOURCE, FALLBACK = Strength.SHAPE, Strength.MARKERS, Strength.SOURCE, Strength.FALLBACK


def decided(registry, page, **named):
    """The winner, the deciding step, whether it was a toss-up."""
    resolution = registry.resolve(page, **named)
    return resolution.winner, resolution.rule, resolution.ambiguous


def test_the_strongest_claim_wins(registry_of, parser_info, page):
    """Also where it is the only one."""
    registry = registry_of([parser_info("a", claim=SHAPE)], [parser_info("b", claim=MARKERS)])
    assert decided(registry, page()) == ("b", "strength", False)
    assert decided(registry_of([parser_info("a", claim=FALLBACK)]), page()) == ("a", "strength", False)


def test_the_caller_s_choice_goes_first(registry_of, parser_info, page):
    """The named parser is not even asked, and its strength is ``declared``."""
    registry = registry_of([parser_info("a", claim=Reject(reason="no"))], [parser_info("b", claim=SOURCE)])
    resolution = registry.resolve(page(), parser="a")
    assert (resolution.winner, resolution.rule) == ("a", "explicit")
    assert resolution.candidates[0].strength is Strength.DECLARED
    assert [each.id for each in resolution.candidates] == ["a", "b"]


def test_the_caller_s_choice_may_be_for_another_kind(registry_of, parser_info, page):
    """A parser that would not be asked runs where it is named."""
    registry = registry_of([parser_info("a", media_types=["text/html"])])
    assert decided(registry, page(), parser="a") == ("a", "explicit", False)


def test_a_preferred_parser_wins_where_it_claims(registry_of, parser_info, page):
    """The first of ``prefer`` that claims at all, however weakly; one that does not claim is passed over."""
    infos = [parser_info("a", claim=SOURCE)], [parser_info("b", claim=SHAPE), parser_info("c", claim=MARKERS)]
    silent = [parser_info("d")]
    assert decided(registry_of(*infos, silent, prefer=["d", "b", "c"]), page()) == ("b", "prefer", False)
    assert decided(registry_of(*infos, silent, prefer=["d"]), page()) == ("a", "strength", False)


def test_a_replaced_parser_steps_back_among_equals(registry_of, parser_info, page):
    """``replaces`` decides between equals, and only there."""
    old, new = parser_info("a", claim=MARKERS), parser_info("b", claim=MARKERS, replaces="a")
    assert decided(registry_of([old], [new]), page()) == ("b", "replaces", False)
    weaker = parser_info("b", claim=SHAPE, replaces="a")
    assert decided(registry_of([old], [weaker]), page()) == ("a", "strength", False)


def test_parsers_that_replace_each_other_stay(registry_of, parser_info, page):
    """Where all would step back, none does; nor does one that names itself."""
    one, two = parser_info("a", claim=MARKERS, replaces="b"), parser_info("b", claim=MARKERS, replaces="a")
    assert decided(registry_of([one], [two]), page()) == ("a", "id", True)
    selfish = parser_info("a", claim=MARKERS, replaces="a")
    assert decided(registry_of([selfish, parser_info("b", claim=MARKERS)]), page()) == ("a", "id", False)


def test_a_third_party_parser_goes_before_a_built_in(registry_of, parser_info, page):
    """Who installs a plugin wants it."""
    registry = registry_of([parser_info("zz", claim=FALLBACK)], builtins=True)
    assert decided(registry, page()) == ("zz", "third-party", False)


def test_a_tie_between_plugins_is_told(registry_of, parser_info, page):
    """Ids decide in ascending order; between two plugins that is ambiguous, inside one it is not."""
    one, two = parser_info("b", claim=MARKERS), parser_info("a", claim=MARKERS)
    assert decided(registry_of([one], [two]), page()) == ("a", "id", True)
    assert decided(registry_of([one, two]), page()) == ("a", "id", False)


def test_a_strict_registry_refuses_a_tie(registry_of, parser_info, page):
    """``strict=True`` names both."""
    registry = registry_of([parser_info("b", claim=MARKERS)], [parser_info("a", claim=MARKERS)], strict=True)
    with pytest.raises(AmbiguousParser, match="a and b claim equally"):
        registry.resolve(page())


def test_all_candidates_are_listed_best_first(registry_of, parser_info, page):
    """Claims by rank, then rejections, errors, and those with nothing to say."""
    infos = [
        parser_info("a"),
        parser_info("b", claim=7),
        parser_info("c", claim=Reject(reason="no")),
        parser_info("d", claim=SHAPE),
        parser_info("e", claim=SOURCE),
    ]
    resolution = registry_of(infos).resolve(page())
    assert [each.id for each in resolution.candidates] == ["e", "d", "c", "b", "a"]
    assert [each.answer for each in resolution.candidates] == ["claim", "claim", "reject", "error", "none"]


def test_nobody_wins_where_nobody_claims(registry_of, parser_info, page):
    """Winner and rule are None."""
    assert decided(registry_of([parser_info("a")]), page()) == (None, None, False)
    assert decided(registry_of(), page()) == (None, None, False)
