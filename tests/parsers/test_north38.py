"""38 North: exclusives, figures, front pages."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


def read(text: str, url: str | None = None) -> nkdocs.Parsed:
    """What the text gives."""
    return nkdocs.parse(text, url=url, registry=REGISTRY)


@pytest.mark.parametrize(
    "names", [["Ruth Okafor"], ["Ruth Okafor", "Jin Pell"], ["Ruth Okafor", "Jin Pell", "Ann Orr"]]
)
def test_an_exclusive_tells_outlet_and_analysts(names):
    """The line is evidence without a url, and names who analysed."""
    line = " and ".join([", ".join(names[:-1]), names[-1]]) if names[1:] else names[0]
    article = read(f"New Sheds at the Pier\n\nA 38 North exclusive with analysis by {line}\n\n{P1}[1]\n\n{P2}").article
    assert article.outlet == "38north"
    assert [byline.name for byline in article.bylines] == names
    assert str(article.paragraphs[0].text) == f"{P1}[1]"


def test_a_figure_is_a_caption():
    """The number tells the caption; the year beside the sign of the credit is no part of it."""
    text = (
        f"New Sheds at the Pier\n\n{P1}\n\nFigure 2. The pier. Image © 2013 Border Imaging.\n\nFigure 2 shows it all."
    )
    article = read(text, "https://www.38north.org/2013/12/sheds/").article
    assert [(str(found.text), found.credit) for found in article.captions] == [
        ("Figure 2. The pier.", "Border Imaging")
    ]
    assert str(article.paragraphs[-1].text) == "Figure 2 shows it all."


@pytest.mark.parametrize("title", ["{0}\n\n{0} »", "{0} »\n\n{0} »", "{0} {0} »"])
def test_a_front_page_gives_each_title_once(title):
    """Titles are doubled, with an arrow behind them; the day on top is the reader's."""
    items = [title.format(words) + f"\n\n{P2} [Read More]" for words in ("New Sheds", "Old Boats", "Salt Pans")]
    parsed = read("Sunday February 14th 2016\n\n" + "\n\n".join(items), "http://38north.org/")
    assert parsed.kind == "listing"
    assert [entry.headline for entry in parsed.entries] == ["New Sheds", "Old Boats", "Salt Pans"]
    assert all(entry.published is None for entry in parsed.entries)


def test_who_cites_it_is_not_it():
    """Others say that an exclusive was theirs."""
    assert read(f"Ferry stops\n\n{P1} It was a 38 North exclusive, said 38 North.").article.outlet is None
