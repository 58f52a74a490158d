import pytest

from nkdocs.layout.context import ParseContext
from nkdocs.layout.opening import lay_out
from nkdocs.pipeline.parsing import parse
from nkdocs.plugin import EnricherInfo, hookimpl
from nkdocs.records import Strength
from nkdocs.registry import Registry
from nkdocs.registry.seals import CHANGED, Seal

TEXT = "Rice prices fall\n\nRice was cheaper in Hyesan last week."


@pytest.mark.parametrize("name", ["text", "blocks", "meta", "document", "notes"])
def test_a_changed_layout_is_put_back(name):
    """What was changed is noticed once, and is then as it was."""
    layout = lay_out(TEXT)
    before = getattr(layout, name)
    seal = Seal(layout, ParseContext())
    assert not seal.broken()
    object.__setattr__(layout, name, None)
    assert seal.broken()
    assert getattr(layout, name) is before
    assert not seal.broken()


@pytest.mark.parametrize("name", ["name", "url", "sha256", "captured"])
def test_a_changed_document_is_put_back(name):
    """What the layout says of the document decides claims and stands in the record."""
    layout = lay_out(TEXT, name="a.txt", url="http://ledger.example/1")
    before = getattr(layout.document, name)
    seal = Seal(layout, ParseContext())
    object.__setattr__(layout.document, name, "http://www.dailynk.com/english/")
    assert seal.broken()
    assert getattr(layout.document, name) is before
    assert not seal.broken()


def gone(layout, ctx):
    """A change past what is frozen, and nothing to say for it."""
    object.__setattr__(layout, "text", "gone")
    object.__setattr__(layout, "blocks", ())
    object.__setattr__(layout.document, "url", "http://www.dailynk.com/english/")
    object.__setattr__(ctx, "captured", 7)
    object.__setattr__(ctx, "published_hint", 7)


def gone_and_failed(layout, ctx):
    """The same, and a failure after it."""
    gone(layout, ctx)
    raise RuntimeError("not my day")


@pytest.mark.parametrize("change", [gone, gone_and_failed])
def test_a_claim_that_changes_the_document_costs_nothing(registry_of, parser_info, change):
    """The record is that of a registry without the parser; the note names it."""
    parsed = parse(TEXT, registry=registry_of([parser_info(claim=change)], builtins=True))
    plain = parse(TEXT, registry=Registry(entry_points=False))
    assert (parsed.articles, parsed.text, parsed.labels) == (plain.articles, plain.text, plain.labels)
    assert [note.code for note in parsed.notes if CHANGED in str(note.detail)] == ["plugin-failed"]


@pytest.mark.parametrize("change", [gone, gone_and_failed])
def test_a_parse_that_changes_the_document_has_failed(registry_of, parser_info, change):
    """The fallback reads what was there before."""
    parsed = parse(TEXT, registry=registry_of([parser_info(claim=Strength.MARKERS, parse=change)], builtins=True))
    assert (parsed.article.parser.id, parsed.text) == ("generic", TEXT)
    assert parsed.article.headline.text == "Rice prices fall"
    assert CHANGED in str(parsed.article.notes[-1].detail)


def spoil(article, ctx):
    """A change of the record it was given, and of the document."""
    object.__setattr__(article, "headline", None)
    object.__setattr__(ctx.layout, "text", "gone")
    return article


def spoil_quietly(article, _):
    """A change of a record's field that it did not announce."""
    object.__setattr__(article, "headline", None)
    return article


@pytest.mark.parametrize("change", [spoil, spoil_quietly])
def test_an_enricher_that_changes_what_it_was_given_changes_nothing(change):
    """The record stays as it was; the fault is told."""

    class Step:
        enrich = staticmethod(change)

    class Plugin:
        @hookimpl
        def nkdocs_register_enrichers(self):
            return [EnricherInfo(name="spoil", version="1", factory=Step, changes=["section"])]

    parsed = parse(TEXT, registry=Registry([Plugin()], entry_points=False, enrich=["spoil"]))
    assert str(parsed.article.headline) == "Rice prices fall"
    assert parsed.text == TEXT
    assert "plugin-failed" in [note.code for note in parsed.notes]


def test_what_one_document_s_metadata_are_made_to_say_reaches_no_other():
    """Documents share no part that a parser could change past its being frozen."""
    first, second = lay_out("A line."), lay_out("A line.")
    object.__setattr__(first.meta, "canonical", "http://kcna.kp/1")
    assert second.meta.canonical is None
    assert lay_out("A line.").meta.canonical is None
