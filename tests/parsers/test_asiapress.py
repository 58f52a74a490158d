"""ASIAPRESS: genres, captions, who edited."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


EDIT = "Edit by KANG Sol, defector reporter, Rimjin-gang"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_editor_is_evidence_and_byline(newline):
    """The line under the body names editor, role and house, and claims without a url."""
    text = f"A pier. (Taken by Asia Press on October 2013)\n\n\n{P1}\n\n{P2}\n\n{EDIT}".replace("\n", newline)
    article = nkdocs.parse(text, registry=REGISTRY).article
    (byline,) = article.bylines
    assert (article.outlet, byline.name, byline.role, byline.affiliation) == (
        "asiapress",
        "KANG Sol",
        "defector reporter",
        "Rimjin-gang",
    )
    assert [(str(found.text), found.credit) for found in article.captions] == [("A pier.", "Asia Press")]
    assert article.headline is None


def test_the_genre_is_the_kicker():
    """It stays in the headline, which is kept as printed."""
    text = f"<Inside N.Korea> Ferry Stops\n\n2015/December/13\n\n{P1}"
    article = nkdocs.parse(text, url="https://www.asiapress.org/rimjin-gang/2015/12/x/", registry=REGISTRY).article
    assert (str(article.headline), str(article.kicker)) == ("<Inside N.Korea> Ferry Stops", "Inside N.Korea")
    assert article.published.edtf == "2015-12-13"


def test_a_credit_is_no_evidence():
    """Others print its pictures."""
    assert nkdocs.parse(f"Ferry stops\n\nA pier. (ASIAPRESS)\n\n{P1}", registry=REGISTRY).article.outlet is None
