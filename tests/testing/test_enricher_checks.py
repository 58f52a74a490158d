"""Wrong enrichers are found out, each by the one property it breaks; right ones pass."""

import attrs
import pytest

import nkdocs
from nkdocs.errors import UsageError
from nkdocs.plugin.info import EnricherInfo
from nkdocs.records import Attribution, Note, Paragraph, Span, Text, When
from nkdocs.testing.enricher_checks import ENRICHER_CHECKS, check_enricher


class Sections:
    """Takes the first word for the section; right."""

    def enrich(self, article, ctx):
        """Only where there is none."""
        words = ctx.layout.text.split(maxsplit=1)
        return article if article.section or not words else attrs.evolve(article, section=words[0])


class Mutating:
    """Changes the article it was given, and gives it back."""

    def enrich(self, article, _):
        """In place."""
        object.__setattr__(article, "section", "north")
        return article


class MutatingDeep:
    """Changes a part of the article it was given, and gives a new one."""

    def enrich(self, article, _):
        """In its headline."""
        if article.headline is not None:
            object.__setattr__(article.headline, "text", f"{article.headline.text.strip()} ")
        return attrs.evolve(article, headline=article.headline)


class Adding:
    """Adds a note each time."""

    def enrich(self, article, _):
        """One more."""
        return attrs.evolve(article, notes=(*article.notes, Note(code="ledger-seen")))


class Counting:
    """Gives every article another section."""

    count = 0

    def enrich(self, article, _):
        """The next number."""
        Counting.count += 1
        return attrs.evolve(article, section=str(Counting.count))


class Overreaching(Sections):
    """Changes the language too, and does not say so."""

    def enrich(self, article, ctx):
        """More than the section."""
        return attrs.evolve(super().enrich(article, ctx), language="en")


class Placed:
    """Puts one value where there is none."""

    def part(self, text):
        """The value."""
        return Attribution(speaker="a source", span=Span(0, len(text) + 1))

    def enrich(self, article, ctx):
        """Once."""
        part = self.part(ctx.layout.text)
        return article if part in article.attributions else attrs.evolve(article, attributions=[part])


class Misattributed(Placed):
    """Names a speaker where nobody speaks."""

    def part(self, _):
        """The value."""
        return Attribution(speaker="somebody else", span=Span(0, 5))


class Misdated:
    """Says what is not there."""

    def enrich(self, article, _):
        """A date."""
        when = When(raw="yesterday", earliest=None, latest=None, precision="day", basis="stated", span=Span(0, 5))
        return attrs.evolve(article, dates=[when])


class Renamed:
    """Puts another headline over the same place."""

    def enrich(self, article, _):
        """A better one."""
        return attrs.evolve(article, headline=Text(text="Better than before", span=Span(0, 9)))


class Tidied:
    """Joins the lines of paragraphs; right."""

    def enrich(self, article, _):
        """Blanks are no other words."""
        tidy = [Paragraph(kind=p.kind, text=" ".join(p.text.split()), span=p.span) for p in article.paragraphs]
        return attrs.evolve(article, paragraphs=tidy)


class Nothing:
    """Gives nothing back."""

    def enrich(self, article, _):
        """Nothing."""


CHANGES: dict[type, list[str]] = {
    Sections: ["section"], Mutating: ["section"], MutatingDeep: ["headline"], Adding: ["notes"], Counting: ["section"],
    Overreaching: ["section"], Placed: ["attributions"], Misattributed: ["attributions"], Misdated: ["dates"],
    Renamed: ["headline"], Tidied: ["paragraphs"], Nothing: [],
}  # fmt: skip
PLANTED: dict[str, list[type]] = {
    "E01": [Mutating, MutatingDeep],
    "E02": [Adding, Counting],
    "E03": [Overreaching],
    "E04": [Placed, Misattributed, Misdated, Renamed],
}


def info(kind, **known):
    """The description of a planted enricher."""
    return EnricherInfo(**{"name": "planted", "version": "1", "factory": kind, "changes": CHANGES[kind]} | known)


def failed(results):
    """The ids of the checks that failed."""
    return {result.id for result in results if result.outcome == "failed"}


@pytest.mark.parametrize(("expected", "kind"), [(id_, kind) for id_, kinds in PLANTED.items() for kind in kinds])
def test_a_wrong_enricher_is_found_out_by_the_property_it_breaks(expected, kind):
    """Exactly one property is named, the one that the enricher breaks."""
    results = check_enricher(info(kind))
    assert failed(results) == {expected}, [result for result in results if result.outcome == "failed"]


@pytest.mark.parametrize("kind", [Sections, Tidied])
def test_a_right_enricher_passes(kind):
    """Nothing is held against it."""
    assert {result.outcome for result in check_enricher(info(kind))} == {"passed"}


def test_each_property_has_a_defect():
    """No property goes without an enricher that breaks it."""
    assert set(PLANTED) == {check.id for check in ENRICHER_CHECKS}


def test_changes_may_name_only_keys_of_the_record():
    """A key that no record has cannot be changed."""
    (result,) = check_enricher(info(Sections, changes=["section", "rubric"]), checks=["E03"])
    assert "rubric" in result.detail


def test_what_is_no_article_is_named():
    """An enricher that gives nothing is told so."""
    (result,) = check_enricher(info(Nothing), checks=["E01"])
    assert "NoneType" in result.detail


def test_own_articles_bring_their_text():
    """Articles that keep their text, and documents, take the place of the samples; others have no layout."""
    text = "Salt sells out\n\nThere was none on Monday."
    kept, bare = nkdocs.parse(text, keep_text=True), nkdocs.parse(text)
    for given in ([kept.article], [bare]):
        results = check_enricher(info(Sections), articles=given)
        assert {(result.outcome, result.documents) for result in results} == {("passed", 1)}
    with pytest.raises(UsageError, match="keep_text"):
        check_enricher(info(Sections), articles=[bare.article])
    with pytest.raises(UsageError, match="EnricherInfo"):
        check_enricher(7)
