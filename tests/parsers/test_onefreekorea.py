"""One Free Korea: posts called by their day, sources in brackets."""

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


def test_a_day_can_be_the_title():
    """Such a title is the headline, and the day of the post."""
    article = nkdocs.parse(
        f"20 April 2009\n\n{P1}\n\n{P2}", url="http://freekorea.us/daily/", registry=REGISTRY
    ).article
    assert (str(article.headline), article.published.edtf, article.outlet) == (
        "20 April 2009",
        "2009-04-20",
        "onefreekorea",
    )


def test_a_source_in_brackets_is_no_caption_and_no_dateline():
    """Agencies in brackets stay where they stand in the body."""
    text = f"Ferry Stops Again\n\nTHE PIER IS EMPTY. [Yonhap]\n\n{P1} [KCNA, July 31, 2012]"
    article = nkdocs.parse(text, url="http://freekorea.us/2012/08/01/ferry/", registry=REGISTRY).article
    assert (article.captions, article.dateline, article.published.edtf) == ((), None, "2012-08-01")
    assert [str(paragraph.text) for paragraph in article.paragraphs] == text.split("\n\n")[1:]
