"""The enricher of attributions."""

import attrs
import pytest

import nkdocs
from nkdocs.enrichers.attributions import Attributions
from nkdocs.layout.context import EnrichContext

_TEXT = """Rice is cheaper

A source in Hyesan told Daily NK on Monday that rice is cheaper.

The source added that oil is dear.
"""


def _drafted() -> tuple[nkdocs.Article, EnrichContext]:
    article = nkdocs.parse(_TEXT, registry=nkdocs.Registry(entry_points=False, enrich=())).article
    return article, EnrichContext(layout=nkdocs.lay_out(_TEXT))


def test_it_fills_attributions_and_says_who_is_meant() -> None:
    """The source of the second paragraph refers back to the first."""
    article, context = _drafted()
    found = Attributions().enrich(article, context)
    assert [item.speaker for item in found.attributions] == ["A source in Hyesan", "The source"]
    assert [(note.code, note.detail) for note in found.notes] == [("speaker-refers-back", "A source in Hyesan")]
    assert found.attributions[0].when.raw == "on Monday"


def test_it_changes_nothing_else() -> None:
    """Only attributions and notes; the old record stays as it was."""
    article, context = _drafted()
    found = Attributions().enrich(article, context)
    assert article.attributions == ()
    assert attrs.evolve(found, attributions=(), notes=article.notes) == article


def test_twice_is_once() -> None:
    """A record that has attributions is left alone."""
    article, context = _drafted()
    once = Attributions().enrich(article, context)
    assert Attributions().enrich(once, context) is once


@pytest.mark.parametrize("text", ["", "Rice is cheaper\n\nNobody knows why it is."])
def test_a_text_without_sources_stays_as_it_is(text: str) -> None:
    """The very record comes back."""
    parsed = nkdocs.parse(text, registry=nkdocs.Registry(entry_points=False, enrich=()))
    context = EnrichContext(layout=nkdocs.lay_out(text))
    assert all(Attributions().enrich(article, context) is article for article in parsed.articles)


def test_it_runs_by_default_and_can_be_left_out() -> None:
    """Registered through the hook every plugin uses."""
    assert "attributions" in nkdocs.Registry(entry_points=False).enrichers
    without = nkdocs.Registry(entry_points=False, enrich=())
    assert nkdocs.parse(_TEXT, registry=without).article.attributions == ()


def test_of_a_text_of_nothing_but_sources_the_first_are_given() -> None:
    """The rest is named by a note, so nothing is lost in silence."""
    text = "Rice is cheaper\n\n" + "A source said it rained. " * 7_000
    article = nkdocs.parse(text, registry=nkdocs.Registry(entry_points=False, enrich=("attributions",))).article
    (note,) = [note for note in article.notes if note.code == "size-limit"]
    assert len(article.attributions) < 7_000
    assert note.detail == f"only the first {len(article.attributions)} verbs are looked at"
