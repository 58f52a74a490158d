"""Sino-NK: the author behind the bar, or the gap that is left."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


@pytest.mark.parametrize(
    ("line", "names"), [("By | January 19, 2012", []), ("By Ruth Okafor | January 19, 2012", ["Ruth Okafor"])]
)
@pytest.mark.parametrize("title", ["Ferrymen of Dandong", "Ferries"])
def test_the_day_is_kept_where_the_author_is_lost(line, names, title):
    """A bar parts author and day; a single word above it is the title."""
    article = nkdocs.parse(f"{title}\n\n{line}\n\n{P1}", url="http://sinonk.com/x/", registry=REGISTRY).article
    assert (str(article.headline), article.published.edtf) == (title, "2012-01-19")
    assert [byline.name for byline in article.bylines] == names


def test_a_category_is_a_listing():
    """Each item has its title, day and cut teaser."""
    text = "".join(
        f"{title}\n\nBy | May {n}, 2013\n\n{P2[:-1]} […]\n\n"
        for n, title in enumerate(["Salt Pans", "New Sheds", "Old Boats"], 1)
    )
    parsed = nkdocs.parse(text, url="http://sinonk.com/category/river/", registry=REGISTRY)
    assert [(entry.headline, entry.published.edtf) for entry in parsed.entries] == [
        ("Salt Pans", "2013-05-01"),
        ("New Sheds", "2013-05-02"),
        ("Old Boats", "2013-05-03"),
    ]


def test_a_byline_in_lower_case_is_no_part_of_the_title():
    """Also where no blank line parts them."""
    text = (
        "A Week without Squid\nby Mei Gray | March 8, 2013 | No Comments\nThe stalls sold less than before, and slowly."
    )
    article = nkdocs.parse(text, url="http://sinonk.com/2013/03/08/a-week-without-squid/").article
    assert (str(article.headline), [one.name for one in article.bylines]) == ("A Week without Squid", ["Mei Gray"])


def test_commas_are_what_is_left_of_several_authors():
    """The day behind them is kept."""
    text = "A Week without Squid\n\nBy , and | March 8, 2013\n\nThe stalls sold less than before, and slowly."
    article = nkdocs.parse(text, url="http://sinonk.com/2013/03/08/a-week-without-squid/").article
    assert (article.bylines, article.published.edtf, len(article.paragraphs)) == ((), "2013-03-08", 1)
