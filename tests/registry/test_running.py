import pytest

from nkdocs.errors import NotMine, ParseError
from nkdocs.records import Draft, Label, Paragraph, Result, Span, Strength
from nkdocs.registry.guard import Fault

SHAPE, MARKERS, FALLBACK = Strength.SHAPE, Strength.MARKERS, Strength.FALLBACK


def raising(error):
    """A parse that raises it."""

    def parse(layout, ctx):
        raise error

    return parse


@pytest.fixture
def outcome(registry_of, page):
    """``outcome(*infos, parser=None)``: what becomes of a page."""

    def make(*infos, parser=None):
        registry = registry_of(list(infos))
        layout = page()
        return registry.run(layout, registry.resolve(layout, parser=parser))

    return make


def answers(outcome):
    """Candidates as ids and answers."""
    return [(each.id, each.answer) for each in outcome.resolution.candidates]


def test_the_winner_parses(outcome, parser_info):
    """Its result, its strength, and nothing to remark."""
    done = outcome(parser_info("a", claim=MARKERS), parser_info("b", claim=FALLBACK))
    assert (done.parser.key, done.strength, done.failures, done.remarks) == ("a", MARKERS, (), ())
    assert done.result.drafts[0].outlet == "stub"


def test_who_hands_back_makes_room(outcome, parser_info):
    """After ``NotMine`` the next candidate parses; the others are decided anew, with the reason told."""
    done = outcome(
        parser_info("a", claim=MARKERS, parse=raising(NotMine("a forum page"))),
        parser_info("b", claim=SHAPE),
        parser_info("c", claim=FALLBACK),
    )
    assert (done.parser.key, done.resolution.winner, done.resolution.rule) == ("b", "b", "strength")
    assert done.failures == done.remarks == ()
    assert answers(done) == [("b", "claim"), ("c", "claim"), ("a", "reject")]
    assert done.resolution.candidates[2].detail == "a forum page"


def test_where_all_hand_back_nobody_wins(outcome, parser_info):
    """There is no result, and no failure."""
    done = outcome(parser_info("a", claim=MARKERS, parse=raising(NotMine("no"))))
    assert (done.result, done.parser, done.resolution.winner, done.failures) == (None, None, None, ())


@pytest.mark.parametrize(
    ("parse", "code", "words"),
    [
        (raising(ValueError("no headline")), "plugin-failed", "ValueError: no headline"),
        (raising(SystemExit(1)), "plugin-failed", "SystemExit: 1"),
        (raising(ParseError("a torn page", Span(0, 7))), "parse-failed", "a torn page"),
        (raising(ParseError("a torn page", Span(0, 999))), "parse-failed", "a torn page"),
        ({"headline": "x"}, "plugin-failed", "expected a Draft or a Result, not dict"),
        (Draft(labels=[Label(role="bio", span=Span(0, 999), rule="x")]), "plugin-failed", "beyond the text"),
    ],
)
def test_after_a_failure_only_a_fallback_may_parse(outcome, parser_info, parse, code, words):
    """The record is the fallback's, names no outlet, and the note names who failed; the next best is not asked."""
    done = outcome(
        parser_info("a", claim=MARKERS, parse=parse), parser_info("b", claim=SHAPE), parser_info("c", claim=FALLBACK)
    )
    assert (done.parser.key, done.strength) == ("c", FALLBACK)
    assert done.result.drafts[0].outlet is None
    (note,) = done.failures
    assert note.code == code
    assert words in note.detail
    assert 'parser "a" (object Plugin0) failed' in note.detail
    assert (done.resolution.winner, answers(done)[0]) == ("a", ("a", "error"))


def test_a_place_is_told_only_where_the_text_has_it(outcome, parser_info):
    """The span of a ``ParseError`` is the note's, unless it lies beyond the text."""
    inside = outcome(parser_info("a", claim=MARKERS, parse=raising(ParseError("torn", Span(0, 7)))))
    beyond = outcome(parser_info("a", claim=MARKERS, parse=raising(ParseError("torn", Span(0, 999)))))
    assert (inside.failures[0].span, beyond.failures[0].span) == (Span(0, 7), None)


def test_without_a_fallback_a_failure_leaves_nothing(outcome, parser_info):
    """The winner failed, and nobody else may speak for it."""
    done = outcome(parser_info("a", claim=MARKERS, parse=raising(ValueError())), parser_info("b", claim=SHAPE))
    assert (done.result, done.parser, done.resolution.winner) == (None, None, "a")
    assert len(done.failures) == 1


def test_a_fallback_that_fails_gives_way_to_another(outcome, parser_info):
    """Each failure is told."""
    done = outcome(parser_info("a", claim=FALLBACK, parse=raising(ValueError())), parser_info("b", claim=FALLBACK))
    assert (done.parser.key, len(done.failures)) == ("b", 1)


def test_the_named_parser_may_not_hand_back(outcome, parser_info):
    """Who was named by the caller and raises ``NotMine`` has failed."""
    done = outcome(parser_info("a", parse=raising(NotMine("no"))), parser_info("c", claim=FALLBACK), parser="a")
    assert (done.parser.key, done.failures[0].code, done.resolution.rule) == ("c", "plugin-failed", "explicit")


def test_a_candidate_that_failed_to_claim_is_remarked(outcome, parser_info):
    """The remark is the document's, not the record's: the parser did not win."""
    done = outcome(parser_info("a", claim=True), parser_info("c", claim=FALLBACK))
    assert done.failures == ()
    assert [note.code for note in done.remarks] == ["plugin-failed"]
    assert "object Plugin0" in done.remarks[0].detail


def test_a_factory_that_fails_is_a_candidate_that_raised(registry_of, parser_info, page):
    """It costs a remark on each document, and one problem."""
    registry = registry_of([parser_info("a", factory="nkdocs_missing:A"), parser_info("c", claim=FALLBACK)])
    layout = page()
    outcomes = [registry.run(layout, registry.resolve(layout)) for _ in range(2)]
    assert [len(each.remarks) for each in outcomes] == [1, 1]
    assert [each.stage for each in registry.problems] == ["factory"]
    assert isinstance(registry._instances.of(registry.registered("parsers", "a")), Fault)


def test_a_named_parser_that_cannot_be_made_has_failed(outcome, parser_info):
    """The fallback supplies the record."""
    done = outcome(parser_info("a", factory="nkdocs_missing:A"), parser_info("c", claim=FALLBACK), parser="a")
    assert (done.parser.key, done.failures[0].code) == ("c", "plugin-failed")


def test_a_tie_is_remarked(registry_of, parser_info, page):
    """Both ids are told."""
    registry = registry_of([parser_info("b", claim=SHAPE)], [parser_info("a", claim=SHAPE)])
    layout = page()
    done = registry.run(layout, registry.resolve(layout))
    assert [(note.code, note.detail) for note in done.remarks] == [("ambiguous-parser", "equal claims: a, b")]


def test_all_drafts_of_a_fallback_lose_their_outlet(outcome, parser_info):
    """Several articles as one."""
    drafts = [Draft(outlet="x", paragraphs=[Paragraph(text="A", span=Span(0, 1))]), Draft()]
    done = outcome(
        parser_info("a", claim=MARKERS, parse=raising(ValueError())),
        parser_info("c", claim=FALLBACK, parse=Result(drafts=drafts)),
    )
    assert [draft.outlet for draft in done.result.drafts] == [None, None]
