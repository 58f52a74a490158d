"""Comments in the JSON-LD of a page: nested, listed, referred to, and where the page prints them."""

import json
from typing import Any

import nkdocs
from nkdocs.records.comment import check_thread

PROSE = "The ferry stopped running last week, a pilot said at the pier, and nobody there knows when it will sail again."


def said(key: str | None, text: str | None, author: object = None, **more: object) -> dict[str, Any]:
    """A comment as an object."""
    told = {"@type": "Comment", "@id": key, "text": text, "author": author, **more}
    return {name: value for name, value in told.items() if value is not None}


def article(described: object, printed: str = "") -> nkdocs.Article:
    """The article of a page that describes itself so."""
    script = f'<script type="application/ld+json">{json.dumps(described)}</script>'
    page = f"{script}<h1>Ferry stops again</h1><div class=article-body><p>{PROSE}</p></div>{printed}"
    found = nkdocs.parse(page, media_type="text/html", registry=nkdocs.Registry(entry_points=False)).article
    check_thread(found.comments)
    return found


def told(found: nkdocs.Article) -> list[tuple[str | None, int | None, str | None]]:
    """Author, parent and text of each comment."""
    return [(one.author, one.parent, one.text) for one in found.comments]


def test_a_list_of_comments_says_what_answers_what():
    """``parentItem`` names the comment that one answers, in whatever order they stand."""
    found = article(
        {
            "@type": "NewsArticle",
            "headline": "Ferry stops again",
            "comment": [
                said("#2", "By whom?", {"@type": "Person", "name": "Oleg"}, parentItem={"@id": "#1"}),
                said("#1", "It was repaired.", "Bora", dateCreated="2014-06-02T09:00:00+09:00"),
            ],
        }
    )
    assert told(found) == [("Bora", None, "It was repaired."), ("Oleg", 1, "By whom?")]
    posted = found.comments[0].posted
    assert posted is not None
    assert (posted.basis, posted.edtf) == ("metadata", "2014-06-02T09:00:00+09:00")
    assert [one.span for one in found.comments] == [None, None]
    assert [paragraph.text for paragraph in found.paragraphs] == [PROSE]


def test_comments_nest_in_comments():
    """One object where there is one comment; answers stand inside what they answer."""
    inner = said(None, "By whom?", {"name": "Oleg"})
    found = article({"@type": "BlogPosting", "comment": said(None, "It was repaired.", "Bora", comment=[inner])})
    assert told(found) == [("Bora", None, "It was repaired."), ("Oleg", 1, "By whom?")]


def test_a_graph_refers_to_comments_and_authors():
    """An object that only has an ``@id`` stands for the one that is described elsewhere; each comment counts once."""
    graph = [
        {"@type": "Article", "@id": "#a", "comment": [{"@id": "#1"}]},
        {"@type": "Person", "@id": "#p", "name": "Bora"},
        said("#1", "It was repaired.", {"@id": "#p"}, parentItem={"@id": "#a", "@type": "Article"}),
    ]
    assert told(article({"@graph": graph})) == [("Bora", None, "It was repaired.")]


def test_losses_are_told():
    """No author, no text, an answer to a comment that is not there, answers in a ring."""
    found = article(
        {
            "@type": "Article",
            "comment": [
                said("#1", "It was repaired."),
                said("#2", None, "Oleg"),
                said("#3", "Indeed.", "Bora", parentItem={"@type": "Comment", "@id": "#gone"}),
                said("#4", "Ring.", "Han", parentItem={"@id": "#5"}),
                said("#5", "Ring again.", "Pak", parentItem={"@id": "#4"}),
            ],
        }
    )
    assert [one.missing for one in found.comments] == [("author",), ("body",), ("parent",), ("parent",), ()]
    assert found.comments[4].parent == 4


def test_markup_in_texts_is_no_text():
    """Breaks and paragraphs part lines; entities are read once."""
    found = article({"@type": "Article", "comment": [said(None, "<p>One &amp; two.</p><p>3 < 4<br>yes</p>", "Bora")]})
    assert told(found) == [("Bora", None, "One & two.\n3 < 4\nyes")]


def test_what_is_printed_is_told_once_and_has_its_place():
    """In markup that nothing names, comments are found by author and text, and are no part of the body."""
    comments = [said(None, "It was repaired, I hear.", "Bora"), said(None, "Which one?", "Oleg")]
    printed = "".join(f"<div><b>{one['author']}</b><div><p>{one['text']}</p></div></div>" for one in comments)
    found = article({"@type": "Article", "headline": "Ferry stops again", "comment": comments}, printed)
    assert told(found) == [("Bora", None, "It was repaired, I hear."), ("Oleg", None, "Which one?")]
    assert all(one.span is not None for one in found.comments)
    assert [paragraph.text for paragraph in found.paragraphs] == [PROSE]


def test_a_reader_who_quotes_the_article_takes_nothing_from_it():
    """A paragraph of the body without an author beside it stays body."""
    found = article({"@type": "Article", "headline": "Ferry stops again", "comment": [said(None, PROSE, "Bora")]})
    assert [paragraph.text for paragraph in found.paragraphs] == [PROSE]
    assert told(found) == [("Bora", None, PROSE)]


def test_marked_comments_count_once():
    """Where markup and description tell the same thread the markup's is taken, with its places."""
    printed = (
        '<ol class="commentlist"><li id="comment-1" class="comment"><cite class="fn">Bora</cite>'
        "<div class=comment-content><p>It was repaired.</p></div></li></ol>"
    )
    found = article({"@type": "Article", "comment": [said("#1", "It was repaired.", "Bora")]}, printed)
    assert told(found) == [("Bora", None, "It was repaired.")]
    assert found.comments[0].span is not None


def test_a_description_may_know_more_than_the_page_prints():
    """All comments are given then; those that are printed keep their places."""
    printed = (
        '<ol class="commentlist"><li id="comment-1" class="comment"><cite class="fn">Bora</cite>'
        "<div class=comment-content><p>It was repaired.</p></div></li></ol>"
    )
    comments = [said("#1", "It was repaired.", "Bora"), said("#2", "By whom?", "Oleg", parentItem={"@id": "#1"})]
    found = article({"@type": "Article", "comment": comments}, printed)
    assert told(found) == [("Bora", None, "It was repaired."), ("Oleg", 1, "By whom?")]
    assert [one.span is None for one in found.comments] == [False, True]


def test_items_of_microdata_are_comments_without_any_class():
    """``itemprop=comment`` with an item of the type; one inside another answers it."""
    inner = (
        '<div itemprop=comment itemscope itemtype="https://schema.org/Comment"><span itemprop=author>Oleg</span>'
        "<p itemprop=text>By whom?</p></div>"
    )
    printed = (
        '<div itemprop=comment itemscope itemtype="https://schema.org/Comment"><span itemprop=author>Bora</span>'
        f"<p itemprop=text>It was repaired.</p>{inner}</div>"
    )
    page = f'<div itemscope itemtype="https://schema.org/Article"><h1>Ferry stops</h1><p>{PROSE}</p>{printed}</div>'
    found = nkdocs.parse(page, media_type="text/html", registry=nkdocs.Registry(entry_points=False)).article
    assert told(found) == [("Bora", None, "It was repaired."), ("Oleg", 1, "By whom?")]


def test_terms_without_ids_are_comments_of_their_own():
    """Blogger's old list: of two terms one may have lost its id."""
    page = (
        f"<h1>Ferry stops</h1><div class=post-body><p>{PROSE}</p></div><div id=comments><dl id=comments-block>"
        "<dt class=comment-author id=c1>Bora said...</dt><dd class=comment-body><p>It was repaired.</p></dd>"
        "<dt class=comment-author>Oleg said...</dt><dd class=comment-body><p>By whom?</p></dd></dl></div>"
    )
    found = nkdocs.parse(page, media_type="text/html", registry=nkdocs.Registry(entry_points=False)).article
    assert told(found) == [("Bora", None, "It was repaired."), ("Oleg", None, "By whom?")]
