"""Comments whose element lost the id that those around it have."""

import re

import pytest

import nkdocs
from nkdocs.rules.pages.comments import page_thread


def thread(markup: str) -> list[tuple[str | None, str | None, int | None]]:
    """Author, text and parent of the comments of a page."""
    layout = nkdocs.lay_out(markup, media_type="text/html")
    return [(one.author, one.text, one.parent) for one in page_thread(layout, layout.blocks).comments]


def disqus(number: int, author: str, message: str, replies: str = "", depth: int = 1) -> str:
    """A comment of a static Disqus thread."""
    inner = f'<ul class="children">{replies}</ul>' if replies else ""
    return (
        f'<li class="comment depth-{depth}" id="dsq-comment-{number}"><div class="dsq-comment-header"><cite>{author}'
        f'</cite></div><div class="dsq-comment-body"><div class="dsq-comment-message">{message}</div></div>{inner}</li>'
    )


DISQUS = (
    "<h1>Ferry stops</h1><p>The ferry stopped running last week.</p><div id=disqus_thread><ul id=dsq-comments>"
    + disqus(1, "Ann", "Who steers now?", disqus(2, "Oleg", "", disqus(3, "Pak", "Nobody.", depth=3), 2))
    + disqus(4, "Hana", "Thanks.<ul><li>one</li><li>two</li></ul>")
    + "</ul></div>"
)
WHOLE = [
    ("Ann", "Who steers now?", None),
    ("Oleg", None, 1),
    ("Pak", "Nobody.", 2),
    ("Hana", "Thanks.\none\ntwo", None),
]


def test_a_thread_with_all_its_ids_is_as_ever():
    """A list inside a message is part of the message."""
    assert thread(DISQUS) == WHOLE


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize(
    "pattern", [r'(<li class="[^"]*") id="dsq-comment-%d"', r'(<li) class="[^"]*" id="dsq-comment-%d"']
)
def test_one_without_id_is_a_comment_still(number, pattern):
    """Whichever lost it, and its class with it: author, text and the replies to it are its own."""
    markup = re.sub(pattern % number, r"\1", DISQUS)
    assert markup != DISQUS
    assert thread(markup) == WHOLE


def test_one_id_is_enough():
    """All others are told by what they are called."""
    assert thread(re.sub(r' id="dsq-comment-[2-4]"', "", DISQUS)) == WHOLE


def test_what_is_called_the_text_of_a_comment_is_one_without_author():
    """An item that lost its id, its class and its author keeps its text, and says what it lacks."""
    item = '<li class="comment depth-3" id="dsq-comment-3">'
    assert thread(DISQUS.replace(item, "<li>").replace("<cite>Pak</cite>", "")) == [
        *WHOLE[:2],
        (None, "Nobody.", 2),
        WHOLE[3],
    ]


def test_every_loss_is_noted_there_too():
    """A reply without message and without id counts among the losses of the article."""
    markup = DISQUS.replace(' id="dsq-comment-2"', "")
    notes = nkdocs.parse(markup, media_type="text/html").article.notes
    assert [note.code for note in notes].count("comment-without-body") == 1


def wordpress(outer: str, inner: str) -> str:
    """A thread of a theme that numbers two elements of each comment; a reply between two others."""

    def comment(names: str, article: str, author: str, rest: str = "") -> str:
        return (
            f'<li class="comment"{names}><article class="comment-body"{article}><b class="fn">{author}</b>'
            f'<div class="comment-content"><p>So says {author}.</p></div></article>{rest}</li>'
        )

    last = f"<ol class=children>{comment(' id=comment-3', ' id=div-comment-3', 'Cho')}</ol>"
    middle = f"<ol class=children>{comment(outer, inner, 'Bob', last)}</ol>"
    first = comment(" id=comment-1", " id=div-comment-1", "Ann", middle)
    return f"<h1>Ferry stops</h1><p>The ferry stopped.</p><ol class=comment-list>{first}</ol>"


@pytest.mark.parametrize("outer", [" id=comment-2", ""])
@pytest.mark.parametrize("inner", [" id=div-comment-2", ""])
def test_either_of_two_ids_may_be_lost(outer, inner):
    """What answers the comment answers it, not the one above."""
    assert thread(wordpress(outer, inner)) == [
        ("Ann", "So says Ann.", None),
        ("Bob", "So says Bob.", 1),
        ("Cho", "So says Cho.", 2),
    ]


def boxes(*inner: str) -> str:
    """A thread of boxes."""
    return f"<h1>Ferry stops</h1><p>The ferry stopped.</p><div class=comments>{''.join(inner)}</div>"


def box(author: str, names: str = "") -> str:
    """A comment in a box."""
    text = f"<p class=comment-text>So says {author}.</p>"
    return f"<div class=comment{names}><i class=comment-author>{author}</i>{text}</div>"


def test_a_box_among_boxes_is_a_comment_if_it_has_an_author():
    """A notice in a box of its own is none."""
    notice = "<div class=comment>Comments are closed.</div>"
    found = thread(boxes(box("Ann", " id=comment-1"), box("Bob"), notice, box("Cho", " id=comment-3")))
    assert [author for author, _, _ in found] == ["Ann", "Bob", "Cho"]


def test_a_box_in_a_box_is_its_text():
    """Themes call the text what they call the comment."""
    numbered = [
        f"<div class=comment id=comment-{n}><i class=comment-author>{n}th</i><div class=comment>So it is.</div></div>"
        for n in (5, 6)
    ]
    assert thread(boxes(*numbered)) == [("5th", "So it is.", None), ("6th", "So it is.", None)]


def test_an_item_of_the_list_without_author_is_no_comment():
    """An advertisement between comments stays out of them."""
    item = '<li class="comment depth-1" id="dsq-comment-4">'
    assert thread(DISQUS.replace(item, f"<li>Buy boots.</li>{item}")) == WHOLE
