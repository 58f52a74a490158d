import pytest

from nkdocs.plugin import OutletRules
from nkdocs.records import Claim, Evidence, Reject, Span, Strength

TOLD = "A trader told the Border Ledger that prices fell."


def answer(registry, page, key="ledger"):
    """A parser's answer to a page."""
    return next(each for each in registry.resolve(page).candidates if each.id == key)


@pytest.fixture
def ledger(registry_of):
    """A registry of one declared outlet."""
    return registry_of(
        [OutletRules(id="ledger", version="1", hosts=["ledger.example"], markers=["the (Border )?Ledger"])]
    )


def test_a_host_is_a_claim_of_its_own(ledger, page):
    """The url's host claims at ``source``, with the declared host as evidence; nothing of the plugin runs."""
    found = answer(ledger, page(url="https://www.ledger.example/a"))
    assert (found.strength, found.evidence) == (Strength.SOURCE, (Evidence(rule="host", detail="ledger.example"),))


def test_a_canonical_url_counts_as_a_host(ledger, page):
    """Where the page says it belongs is evidence as good as the url."""
    link = '<link rel="canonical" href="http://ledger.example/a">'
    markup = f"<html><head>{link}</head><body><p>Prices fell.</p></body></html>"
    pytest.importorskip("selectolax")
    found = answer(ledger, page(markup))
    assert (found.strength, found.evidence[0].rule) == (Strength.SOURCE, "canonical")


def test_a_marker_claims_with_its_place(ledger, page):
    """The first hit is the evidence."""
    found = answer(ledger, page(TOLD))
    (evidence,) = found.evidence
    assert found.strength is Strength.MARKERS
    assert evidence.span.of(TOLD) == "the Border Ledger"
    assert evidence.detail == "the (Border )?Ledger"


def test_a_marker_in_another_s_page_is_a_quotation(ledger, page):
    """Where the url has a host that is not the outlet's, its wording proves nothing."""
    assert answer(ledger, page(TOLD, url="http://herald.example/")).answer == "none"


def test_a_url_without_host_leaves_markers_in_force(ledger, page):
    """A file name is no host."""
    assert answer(ledger, page(TOLD, url="file:///a.txt")).strength is Strength.MARKERS


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        (Strength.SHAPE, (Strength.MARKERS, ["marker"])),
        (Strength.MARKERS, (Strength.MARKERS, ["marker", "told"])),
        (Strength.SOURCE, (Strength.SOURCE, ["told"])),
        (Strength.DECLARED, (Strength.SOURCE, ["told"])),
        (None, (Strength.MARKERS, ["marker"])),
    ],
)
def test_the_stronger_of_both_claims_counts(registry_of, parser_info, page, own, expected):
    """What is declared and what ``claim`` says are both heard; nobody but the caller declares."""
    found = answer(registry_of([parser_info(markers=["Border"], claim=own)]), page(TOLD))
    assert found.answer == "claim"
    assert (found.strength, [each.rule for each in found.evidence]) == expected


def test_a_rejection_goes_before_what_was_declared(registry_of, parser_info, page):
    """A parser that rejects is out, whatever its host says."""
    registry = registry_of([parser_info(hosts=["ledger.example"], claim=Reject(reason="an index"))])
    found = answer(registry, page(url="http://ledger.example/"))
    assert (found.answer, found.detail, found.strength) == ("reject", "an index", None)


def broken(layout, ctx):
    """A claim that raises."""
    raise SystemExit("no claim")


@pytest.mark.parametrize(
    ("claim", "detail"),
    [
        (broken, "SystemExit: no claim"),
        (True, "it answered with bool"),
        (Claim(strength=Strength.SHAPE, evidence=[Evidence(rule="r", span=Span(0, 999))]), "beyond the end"),
        (Reject(reason=None), "it answered with Reject"),  # type: ignore[arg-type]  # what a careless plugin gives
    ],
)
def test_a_claim_that_fails_is_an_error(registry_of, parser_info, page, claim, detail):
    """It says so of the plugin, and keeps the parser out."""
    registry = registry_of([parser_info(hosts=["ledger.example"], claim=claim)])
    found = answer(registry, page(url="http://ledger.example/"))
    assert found.answer == "error"
    assert detail in found.detail
    assert 'parser "ledger" (object Plugin0)' in found.detail
    assert registry.resolve(page()).winner is None


def test_a_parser_is_told_its_plugin_s_options(registry_of, parser_info, page):
    """``ctx.options`` holds what the caller gave for the plugin, and nothing of others."""
    told = []
    info = parser_info(claim=lambda _, ctx: told.append(ctx.options))
    registry_of([info], [parser_info("other")], options={"Plugin0": {"depth": [1, 2]}}).resolve(page())
    assert told == [{"depth": (1, 2)}]
