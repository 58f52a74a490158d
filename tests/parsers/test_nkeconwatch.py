"""NK Economy Watch: whole posts, what they quote, when they grew."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
P1 = "The ferry across the border river stopped running last week, and nobody at the pier can say why."
P2 = "Traders wait on both banks with their sacks."


URL = "http://www.nkeconwatch.com/2015/03/09/ferry-stops/"


def read(text: str, url: str | None = URL) -> nkdocs.Parsed:
    """What the text gives under its address."""
    return nkdocs.parse(text, url=url, registry=REGISTRY)


def test_what_a_post_cites_is_none_of_its_header():
    """Title, outlet, author and day at the end of a quotation stay body."""
    cited = ["Read the full story here:", "Ferry Stops Again", "The Border Ledger", "Han Sol", "4/28/2011"]
    article = read("\n\n".join(["Ferry stops", P1, *cited])).article
    assert (article.outlet, article.bylines, article.published.edtf) == ("nkeconwatch", (), "2015-03-09")
    assert [str(paragraph.text) for paragraph in article.paragraphs] == [P1, *cited]


def test_parts_say_when_a_post_was_written_and_last_added_to():
    """The original post gives the day of publication, the latest update that of the change."""
    text = f"Ferry stops\n\nUPDATE 1 (2015-4-4): {P2}\n\nUPDATE 2 (2015-4-9): {P2}\n\nORIGINAL POST (2015-3-9): {P1}"
    article = read(text, "http://www.nkeconwatch.com/ferry/").article
    assert (article.published.edtf, article.updated.edtf) == ("2015-03-09", "2015-04-09")


def test_a_file_name_is_cut_from_the_words_it_was_glued_to():
    """Also where it opens in lower case under another line."""
    text = f"Saturday, March 7th, 2015\nmap-of-pier.JPG{P1}\n{P2}"
    assert str(read(f"Ferry stops\n{text}").article.paragraphs[0].text) == P1


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_archive_gives_each_post(newline):
    """The day under a title starts a post, whatever the title is."""
    first = f"Ferry stops\n\nSaturday, July 23rd, 2011\n\n{P1}\n\nShare"
    posts = f"{first}\n\nFloods\n\nFriday, July 22nd, 2011\n\n{P2}\n\nShare"
    parsed = read(f"Archive for July, 2011\n\n{posts}".replace("\n", newline), "http://www.nkeconwatch.com/2011/07/")
    assert parsed.kind == "articles"
    assert [(str(one.headline), one.published.edtf, len(one.paragraphs)) for one in parsed.articles] == [
        ("Ferry stops", "2011-07-23", 1),
        ("Floods", "2011-07-22", 1),
    ]


def test_half_an_archive_is_read_as_far_as_it_goes():
    """Cut in the middle of a post, the posts before stay whole."""
    first = f"North Korean Economy Watch\n\nFerry stops\n\nSaturday, July 23rd, 2011\n\n{P1}\n\nShare"
    text = f"{first}\n\nSalt\n\nFriday, July 22nd, 2011\n\nSalt is"
    parsed = read(text, None)
    assert [str(one.headline) for one in parsed.articles][:1] == ["Ferry stops"]
    assert all(one.outlet == "nkeconwatch" for one in parsed.articles)


def test_a_weekday_and_an_ordinal_are_no_evidence():
    """Other weblogs date their posts alike."""
    assert read(f"Ferry stops\n\nSaturday, July 23rd, 2011\n\n{P1}", None).article.outlet is None


def test_what_a_search_found_is_a_list_however_it_was_cut():
    """Its address tells, where too few teasers are left to tell."""
    text = (
        "Search Results\n\nRail bridge surveyed again\n\nMonday, March 9th, 2015\n\n"
        "A third team was seen beside the [...]\n\nMarket hall opens\n\nSaturday, March 7th, 2015\n\nThe hall is tw"
    )
    parsed = nkdocs.parse(text, url="http://www.nkeconwatch.com/?s=bridge")
    assert (parsed.kind, [one.headline for one in parsed.entries]) == (
        "listing",
        ["Rail bridge surveyed again", "Market hall opens"],
    )
