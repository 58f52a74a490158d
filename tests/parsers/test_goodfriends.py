"""Good Friends: newsletters and their stories."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


URL = "http://goodfriendsusa.blogspot.com/2009/06/x.html"
ISSUE = (
    "Saturday, June 27, 2009\n\nNorth Korea Today No.283\n\n[Hot Topics]\n\nFerry Stops\n\n[Food]\n\nSalt Rises\n\n"
    f"____\n\nFerry Stops\n\n{P1}\n\nSalt Rises\n\n{P2}"
)


@pytest.mark.parametrize("url", [URL, None])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_issue_is_as_many_articles_as_it_has_stories(url, newline):
    """Each has the day of the issue and the section of the contents."""
    parsed = nkdocs.parse(ISSUE.replace("\n", newline), url=url, registry=REGISTRY)
    found = [(one.outlet, str(one.headline), one.section, one.published.edtf) for one in parsed.articles]
    assert parsed.kind == "articles"
    assert found == [
        ("goodfriends", "Ferry Stops", "Hot Topics", "2009-06-27"),
        ("goodfriends", "Salt Rises", "Food", "2009-06-27"),
    ]


def test_an_issue_whose_titles_do_not_return_is_one_article():
    """Without the second titles nobody can tell where a story starts."""
    article = nkdocs.parse(ISSUE.partition("____")[0] + P1, url=URL, registry=REGISTRY).article
    assert (str(article.headline), article.published.edtf) == ("North Korea Today No.283", "2009-06-27")
    assert P1 in [str(paragraph.text) for paragraph in article.paragraphs]


def test_a_citation_of_an_issue_is_no_evidence():
    """Others cite it by its number."""
    text = f"Ferry stops\n\n{P1}\n\nNorth Korea Today No. 283\n\nGood Friends\n\n2009-6-27"
    assert nkdocs.parse(text, registry=REGISTRY).article.outlet is None
