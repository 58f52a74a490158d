"""Threads that platforms write into pages: who said what, and what answers what."""

import nkdocs
from nkdocs.rules.pages.comments import page_thread


def disqus(number: int, author: str, message: str, replies: str = "", depth: int = 1) -> str:
    """A comment as the old Disqus plugin of WordPress wrote it into the page."""
    inner = f'<ul class="children">{replies}</ul>' if replies else ""
    return (
        f'<li class="comment even depth-{depth}" id="dsq-comment-{number}">'
        f'<div id="dsq-comment-header-{number}" class="dsq-comment-header">'
        f'<cite id="dsq-cite-{number}">{author}</cite></div>'
        f'<div id="dsq-comment-body-{number}" class="dsq-comment-body">'
        f'<div id="dsq-comment-message-{number}" class="dsq-comment-message">{message}</div></div>'
        f"{inner}</li><!-- #comment-## -->"
    )


def page(*items: str) -> str:
    """An article with a thread under it."""
    return (
        "<h1>Ferry stops</h1><div class=entry><p>The ferry stopped running last week.</p></div>"
        f'<div id="disqus_thread"><div id="dsq-content"><ul id="dsq-comments">{"".join(items)}</ul></div></div>'
    )


def thread(markup: str) -> list[nkdocs.Comment]:
    """The comments of a page."""
    layout = nkdocs.lay_out(markup, media_type="text/html")
    return page_thread(layout, layout.blocks).comments


def test_a_static_disqus_thread_has_authors_beside_their_messages():
    """The name is linked or not; the message is what stands in its own element, line by line."""
    reply = disqus(12, '<span id="dsq-author-user-12">Oleg_K</span>', "A mate.<br>On the second boat.", depth=2)
    first = disqus(
        11, '<a id="dsq-author-user-11" href="/u">river watcher</a>', "<p>Who told you?</p><p>A pilot?</p>", reply
    )
    found = thread(page(first, disqus(13, '<span id="dsq-author-user-13">Pak</span>', "<p>Thanks.</p>")))
    assert [(one.author, one.text, one.parent, one.depth) for one in found] == [
        ("river watcher", "Who told you?\nA pilot?", None, 0),
        ("Oleg_K", "A mate.\nOn the second boat.", 1, 1),
        ("Pak", "Thanks.", None, 0),
    ]
    assert [one.missing for one in found] == [(), (), ()]


def test_an_empty_message_is_a_comment_without_body():
    """Its replies stay its own, and the article carries a note for each loss."""
    reply = disqus(22, "<span>quiet reader</span>", "", depth=2)
    markup = page(disqus(21, "<span>HANA</span>", "<p></p>", reply))
    assert [(one.author, one.text, one.missing, one.parent) for one in thread(markup)] == [
        ("HANA", None, ("body",), None),
        ("quiet reader", None, ("body",), 1),
    ]
    notes = nkdocs.parse(markup, media_type="text/html").article.notes
    assert [note.code for note in notes].count("comment-without-body") == 2


def test_a_message_without_its_author_keeps_its_text():
    """A name that was lost is null; the message is no name."""
    (one,) = thread(page(disqus(31, "", "<p>Nobody sails in March.</p>")))
    assert (one.author, one.text, one.missing) == (None, "Nobody sails in March.", ("author",))


def test_names_and_messages_of_disqus_are_taken_as_they_are():
    """A reader may be called what elsewhere is a phrase, and say what elsewhere is a button."""
    found = thread(page(disqus(41, "<span>The man on</span>", "Like"), disqus(42, "<span>2014</span>", "<p>+1</p>")))
    assert [(one.author, one.text) for one in found] == [("The man on", "Like"), ("2014", "+1")]


def test_an_empty_place_for_a_thread_is_none():
    """Later plugins leave the element for a script to fill."""
    assert thread('<p>The ferry stopped.</p><div id="disqus_thread"></div>') == []


def wordpress(head: str) -> nkdocs.Comment:
    """The one comment of a page whose theme heads comments with an element and calls nothing an author."""
    body = f'<article><footer>{head}</footer><div class="comment-content"><p>So it is.</p></div></article>'
    (one,) = thread(f'<p>Ferry.</p><ol class="comment-list"><li class="comment" id="comment-5">{body}</li></ol>')
    return one


def test_a_head_gives_name_and_time_whatever_they_are_called():
    """The name is what stands before the link of the time, or before the time itself."""
    stated = wordpress('<cite>Bora</cite> <a class="comment-link" href="#5"><time>March 4, 2020 at 1:02 pm</time></a>')
    marked = wordpress('Bora <time datetime="2020-03-04T13:02:00">4 March</time>')
    for one in (stated, marked):
        assert (one.author, one.text) == ("Bora", "So it is.")
        assert one.posted is not None
        assert one.posted.earliest is not None
        assert one.posted.earliest.isoformat() == "2020-03-04"
    assert wordpress("<cite>Teo</cite>").author == "Teo"
