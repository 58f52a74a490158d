"""North Korea Leadership Watch: months first, masthead, cut posts."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


HEAD = "North Korea Leadership Watch\n\nResearch and Analysis on the DPRK Leadership\n\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("prefix", ["", " date 2020-11-06 "])
def test_its_masthead_and_day_line_are_evidence(newline, prefix):
    """Without a url the name on top of tagline and day claims; the month stands first in its days."""
    text = prefix + HEAD + f"Cabinet Meets\n\n04/05/2013 · Leave a comment\n\n{P1}\n\n{P2}"
    article = nkdocs.parse(text.replace("\n", newline), registry=REGISTRY).article
    assert (article.outlet, str(article.headline), article.published.edtf) == (
        "nkleadershipwatch",
        "Cabinet Meets",
        "2013-04-05",
    )
    assert len(article.paragraphs) == 2


def test_a_page_about_it_is_not_its_own():
    """Its name alone, or in a citation at the foot, is no evidence."""
    for text in (
        f"North Korea Leadership Watch\n\n{P1}",
        f"Ferry stops\n\n{P1}\n\nNorth Korea Leadership Watch\n\n04/28/2013",
    ):
        assert nkdocs.parse(text, registry=REGISTRY).article.outlet is None


def test_days_of_a_list_have_the_month_first():
    """A front page of cut posts is a listing."""
    items = "".join(
        f"{title}\n\n0{n}/05/2013 · {n} Comments\n\n{P2[:-1]} […]\n\n"
        for n, title in enumerate(["Salt Pans", "New Sheds", "Old Boats"], 2)
    )
    parsed = nkdocs.parse(HEAD + items + "M T W T F S S", registry=REGISTRY)
    assert parsed.kind == "listing"
    assert [entry.published.edtf for entry in parsed.entries] == ["2013-02-05", "2013-03-05", "2013-04-05"]
