import attrs
import pytest

from nkdocs.layout.context import EnrichContext
from nkdocs.pipeline.parsing import parse
from nkdocs.plugin import EnricherInfo, hookimpl
from nkdocs.records import Paragraph, Span
from nkdocs.registry import PluginInfo, Registry
from nkdocs.registry.contents import Registered
from nkdocs.registry.enriching import enriched
from nkdocs.registry.instances import Instances


class Step:
    """An enricher that does what it is told."""

    def __init__(self, change):
        self.enrich = change


def step(name, change=None, **fields):
    """An enricher as it is registered."""
    described = {"changes": ["section"], **fields}
    info = EnricherInfo(name=name, version="1", factory=lambda: Step(change), **described)
    return Registered(wing="enrichers", key=name, info=info, plugin=PluginInfo(name="p"))


def adding(word):
    """A step that adds a word to the section."""
    return lambda article, _: attrs.evolve(article, section=(article.section or "") + word)


@pytest.fixture
def finish(page):
    """``finish(*steps)``: the record of a page after these, and the notes."""

    def make(*steps):
        layout = page()
        article = parse(layout.text, registry=Registry(entry_points=False)).article
        done, notes = enriched(article, EnrichContext(layout=layout), steps, Instances([].append))
        return article, done, notes

    return make


def test_steps_run_one_after_the_other(finish):
    """Each sees what the one before it made; the first record is left alone."""
    before, after, notes = finish(step("a", adding("x")), step("b", adding("y")))
    assert (before.section, after.section, notes) == (None, "xy", [])


def failing(article, ctx):
    """A step that ends the program."""
    raise SystemExit("no")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (failing, "SystemExit: no"),
        (lambda _, __: None, "expected an Article, not NoneType"),
        (lambda article, _: attrs.evolve(article, outlet="x"), "it changed outlet"),
        (
            lambda article, _: attrs.evolve(article, paragraphs=[Paragraph(text="x", span=Span(0, 999))]),
            "beyond the text",
        ),
    ],
)
def test_a_step_that_fails_changes_nothing(finish, change, why):
    """The record stays as it was, the note tells who failed, the next step runs."""
    _, after, notes = finish(step("a", change, changes=["paragraphs"]), step("b", adding("y")))
    assert (after.section, after.outlet) == ("y", None)
    assert [note.code for note in notes] == ["plugin-failed"]
    assert 'enricher "a" (object p) failed' in notes[0].detail
    assert why in notes[0].detail


def test_an_enricher_runs_only_where_asked_for(page):
    """What is installed changes no record on its own."""

    class Plugin:
        @hookimpl
        def nkdocs_register_enrichers(self):
            return [EnricherInfo(name="x", version="1", factory=lambda: Step(adding("x")), changes=["section"])]

    plugin = Plugin()
    sections = [
        parse(page().text, registry=Registry([plugin], entry_points=False, enrich=names)).article.section
        for names in (("dates", "attributions"), ["x"], [])
    ]
    assert sections == [None, "x", None]


def test_a_part_changed_in_place_is_a_change(finish):
    """Past the record's being frozen, too: the stranger had a copy, and a change it did not name is refused."""

    def meddling(article, _):
        object.__setattr__(article.paragraphs[0], "text", "mine")
        return article

    before, after, notes = finish(step("a", meddling))
    assert (after, [note.code for note in notes]) == (before, ["plugin-failed"])
    assert "it changed paragraphs" in notes[0].detail
