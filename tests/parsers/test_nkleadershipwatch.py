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


def test_a_month_page_lists_neither_its_name_nor_its_calendar():
    """Above the first title stands the masthead, under the last item what leads to other months."""
    items = "".join(
        f"{title}\n\n08/1{n}/2014 · {n} Comments\n\n{P2[:-1]} […]\n\n"
        for n, title in enumerate(["Salt Pans", "Old Boats"])
    )
    text = f"North Korea Leadership Watch\n\n{items}M T W T F S S\n\n« Jul Sep »"
    parsed = nkdocs.parse(text, url="https://nkleadershipwatch.wordpress.com/2014/08/", registry=REGISTRY)
    assert [entry.headline for entry in parsed.entries] == ["Salt Pans", "Old Boats"]


def test_a_day_that_has_lost_its_year_is_no_paragraph():
    """The address tells the whole day."""
    url = "https://nkleadershipwatch.wordpress.com/2015/04/10/salt/"
    article = nkdocs.parse(f"Salt Pans Leased\n\nApr, 10\n\n{P1}\n\n{P2}", url=url, registry=REGISTRY).article
    assert article.published is not None
    assert (article.published.edtf, article.published.basis, len(article.paragraphs)) == ("2015-04-10", "url", 2)
