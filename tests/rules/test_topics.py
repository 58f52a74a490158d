"""Topics of a forum as stripped text."""

import pytest

import nkdocs

POSTS = [
    ("Ferry", "Bora", "Mon Jun 02, 2014 5:12 pm", "Does anybody know why it stopped?"),
    ("Re: Ferry", "Han Sol", "Mon Jun 02, 2014 6:40 pm", "Ice, they say.\n\nIt was so last year."),
    ("Re: Ferry", "Bora", "Tue Jun 03, 2014 7:00 am", "Thank you."),
]
SAID = ["Does anybody know why it stopped?", "Ice, they say.\nIt was so last year.", "Thank you."]


def topic(blank: str) -> str:
    """The page, with what phpBB prints around its posts."""
    posts = [f"{title}{blank}by {name} » {day}{blank}{text}" for title, name, day, text in POSTS]
    return blank.join(["Board index", "Ferry", "Post a reply", *posts, "Top", "3 posts • Page 1 of 1", "Who is online"])


@pytest.mark.parametrize("blank", ["\n\n", "\n", "\r\n\r\n"])
def test_signed_posts_are_a_thread(blank: str):
    """Each with its author and time; the topic over them is the headline, once."""
    parsed = nkdocs.parse(topic(blank).replace("\n\n", blank) if blank == "\r\n\r\n" else topic(blank))
    article = parsed.article
    assert (parsed.kind, str(article.headline), article.outlet, article.paragraphs) == ("thread", "Ferry", None, ())
    assert [one.author for one in article.comments] == ["Bora", "Han Sol", "Bora"]
    assert [one.text for one in article.comments] == SAID
    assert [one.posted.edtf[:10] for one in article.comments if one.posted] == [
        "2014-06-02",
        "2014-06-02",
        "2014-06-03",
    ]
    assert all(label.role != "unknown" for label in parsed.labels)


def test_profiles_beside_posts_are_no_text():
    """Their author again, how many posts, since when."""
    text = topic("\n\n").replace("Thank you.", "Thank you.\n\nBora\n\nPosts: 12\n\nJoined: Sun Jan 06, 2013 8:00 pm")
    assert nkdocs.parse(text).article.comments[-1].text == "Thank you."


def test_one_signature_makes_no_topic():
    """A column may be signed so."""
    text = "Ferry stops\n\nby Bora » Mon Jun 02, 2014 5:12 pm\n\nThe ferry stopped on Monday, and nobody said why."
    assert nkdocs.parse(text).kind == "article"
