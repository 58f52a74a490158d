"""HRNK Insider: its staff, and pieces from elsewhere."""

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


def test_a_piece_from_elsewhere_keeps_its_author_and_place():
    """Where it appeared is the author's affiliation; the page is HRNK's; the pointer to the rest is furniture."""
    text = f"Ferry Stops\nby Ruth Okafor at The Border Ledger\n{P1}\nRead the complete article here."
    article = nkdocs.parse(text, url="http://www.hrnkinsider.org/2015/09/ferry.html", registry=REGISTRY).article
    (byline,) = article.bylines
    assert (article.outlet, byline.name, byline.affiliation) == ("hrnk", "Ruth Okafor", "The Border Ledger")
    assert [str(paragraph.text) for paragraph in article.paragraphs] == [P1]


def test_an_intern_is_evidence():
    """The byline of its staff claims without a url; a month under it is the publication."""
    article = nkdocs.parse(
        f"Ferry Stops\n\nBy Ann Orr, HRNK Research Intern\n\nSeptember 2015\n\n{P1}", registry=REGISTRY
    ).article
    assert (article.outlet, article.bylines[0].role, article.published.edtf) == ("hrnk", "Research Intern", "2015-09")


def test_who_quotes_it_is_not_it():
    """A report that cites the committee stays without outlet."""
    assert nkdocs.parse(f"Ferry stops\n\n{P1} HRNK said so.", registry=REGISTRY).article.outlet is None


def test_a_day_of_another_month_than_the_address_is_that_of_the_visit():
    """The day above a title is the post's where both agree."""
    text = "Friday, March 13, 2026\n\nCounting the Camps\n\nThe survey took two years.\n\nIt names nine of them."
    for day, month in ((None, "2018/06"), ("2026-03-13", "2026/03")):
        found = nkdocs.parse(text, url=f"https://www.hrnkinsider.org/{month}/counting.html").article.published
        assert (found.edtf if found else None) == day
