"""NK News: what the paywall leaves, and what its lists point to."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


URL = "https://www.nknews.org/2019/11/ferry-stops/"
CUT = "The ferry across the border river stopped running last week, and nobody at the"


def article(text: str) -> nkdocs.Article:
    """The one article of a text of its own."""
    return nkdocs.parse(text, url=URL, registry=REGISTRY).article


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_text_that_breaks_off_is_a_paywall_stub(newline):
    """Title, standfirst and opening are kept, the note says where the text breaks off, the clock on top is no day."""
    text = f"February 21, 2020\n\nFerry stops\n\nPier is empty as both banks wait for word\n\n{CUT}"
    read = article(text.replace("\n", newline))
    assert (str(read.headline), str(read.standfirst)) == ("Ferry stops", "Pier is empty as both banks wait for word")
    assert [note.code for note in read.notes] == ["paywall"]
    assert read.published is None
    assert [str(paragraph.text) for paragraph in read.paragraphs] == [CUT]


def test_a_whole_text_has_no_paywall():
    """Where the last paragraph ends, nothing was cut."""
    assert [note.code for note in article(f"Ferry stops\n\n{P1}\n\n{P2}").notes] == []


def test_a_standfirst_may_be_a_sentence_above_what_was_cut():
    """Where only two blocks are left, the first is the standfirst, stop or not."""
    assert str(article(f"Ferry stops\n\nThe pier is empty.\n\n{CUT}").standfirst) == "The pier is empty."


def test_a_list_gives_each_title_once_with_its_day_and_standfirst():
    """Titles stand several times, authors twice; the line that ends in a day closes the item."""
    text = (
        "February 21, 2020\n\nFerry stops\n\nFerry stops\n\nPier is empty as both banks wait\n\nHan Sol\n\n"
        "Han Sol December 10, 2019\n\nNK PRO\n\nSalt rises\n\nSalt rises\n\nHan Sol | Kim Mirae\n\n"
        "Han Sol | Kim Mirae December 9, 2019"
    )
    parsed = nkdocs.parse(text, url="https://www.nknews.org/category/news/", registry=REGISTRY)
    assert parsed.kind == "listing"
    found = [(entry.headline, entry.published.edtf, entry.teaser) for entry in parsed.entries]
    assert found == [
        ("Ferry stops", "2019-12-10", "Pier is empty as both banks wait"),
        ("Salt rises", "2019-12-09", None),
    ]


def test_a_page_that_names_it_is_not_its_own():
    """Another's text that speaks of its authors and its service stays without outlet."""
    text = f"Ferry stops\n\n{P1} More articles by 'Han Sol' are on NK PRO."
    assert nkdocs.parse(text, registry=REGISTRY).article.outlet is None


def test_an_offer_of_membership_is_a_notice_of_the_wall():
    """It stands under the cut paragraph and is none."""
    text = (
        "February 21, 2020\n\nBell tower rises in Hamhung\n\nImagery shows a new spire, but no bell\n\n"
        "A tower of about forty meters has risen beside the theatre since August, imagery shows.\n\n"
        "The purpose of the tower is not\n\nBecome a member for less than $5 per week."
    )
    article = nkdocs.parse(text, url="https://www.nknews.org/2019/11/bell-tower-rises/").article
    assert (len(article.paragraphs), str(article.standfirst)) == (2, "Imagery shows a new spire, but no bell")
    assert [note.code for note in article.notes] == ["paywall"]
