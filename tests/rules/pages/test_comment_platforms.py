"""Comments as each platform writes them into pages: authors, times, what answers what, what was lost."""

import nkdocs
from nkdocs.rules.pages.comments import page_thread


def thread(markup: str) -> list[nkdocs.Comment]:
    """The comments of a page."""
    layout = nkdocs.lay_out(f"<h1>Ferry stops</h1><p>The ferry stopped.</p>{markup}", media_type="text/html")
    found = page_thread(layout, layout.blocks)
    for one in found.comments:
        for value in filter(None, (one.author, *(one.text or "").split("\n"))):
            assert value in one.span.of(layout.text)
    return found.comments


def told(markup: str) -> list[tuple[str | None, str | None, int | None, int]]:
    """Author, text, parent and depth of each comment of a page."""
    return [(one.author, one.text, one.parent, one.depth) for one in thread(markup)]


def wordpress(number: int, author: str, text: str, replies: str = "", depth: int = 1) -> str:
    """A comment as WordPress itself writes it."""
    inner = f'<ol class="children">{replies}</ol>' if replies else ""
    return (
        f'<li id="comment-{number}" class="comment even depth-{depth}">'
        f'<article id="div-comment-{number}" class="comment-body"><footer class="comment-meta">'
        f'<div class="comment-author vcard"><b class="fn">{author}</b> <span class="says">says:</span></div>'
        f'<div class="comment-metadata"><a href="#c"><time datetime="2014-06-0{depth}T09:00:00+09:00'
        f'">June {depth}, 2014'
        f'</time></a> <span class="edit-link"><a href="/e">Edit</a></span></div></footer>'
        f'<div class="comment-content"><p>{text}</p></div><div class="reply"><a href="/r">Reply</a></div></article>'
        f"{inner}</li>"
    )


def test_wordpress_nests_replies_in_lists():
    """A reply is in the list inside the comment it answers; times and buttons are no text."""
    reply = wordpress(8, "Oleg_K", "On the second boat.", depth=2)
    markup = (
        f'<ol class="comment-list">{wordpress(7, "Bora", "Who told you?", reply)}{wordpress(9, "Han", "Thanks.")}</ol>'
    )
    assert told(markup) == [
        ("Bora", "Who told you?", None, 0),
        ("Oleg_K", "On the second boat.", 1, 1),
        ("Han", "Thanks.", None, 0),
    ]
    posted = [one.posted.instant.isoformat() for one in thread(markup) if one.posted and one.posted.instant]
    assert posted == ["2014-06-01T09:00:00+09:00", "2014-06-02T09:00:00+09:00", "2014-06-01T09:00:00+09:00"]


def test_a_body_that_the_page_lost_is_null():
    """Its author and its replies stay."""
    (one,) = thread(f'<ol class="comment-list">{wordpress(7, "Bora", "")}</ol>')
    assert (one.author, one.text, one.missing) == ("Bora", None, ("body",))


def test_pingbacks_are_no_comments():
    """Another page's link to this one is told by its class or by its first word."""
    links = (
        '<li id="comment-3" class="pingback"><p>Pingback: <a href="https://ledger.example">Ledger</a></p></li>'
        '<li id="comment-4" class="comment"><p>Trackback: <a href="https://ledger.example">Ledger</a></p></li>'
    )
    assert told(f'<ol class="comment-list">{links}{wordpress(7, "Bora", "So it is.")}</ol>') == [
        ("Bora", "So it is.", None, 0)
    ]


def test_the_form_for_comments_is_boilerplate():
    """Where nobody has written, the invitation to write is neither comment nor body."""
    form = '<div id="comments"><div id="respond" class="form"><h3>Leave a Reply</h3><p>Your name</p></div></div>'
    markup = f"<h1>Ferry stops</h1><p>The ferry stopped running last week, a pilot said at the pier.</p>{form}"
    parsed = nkdocs.parse(markup, media_type="text/html")
    assert not parsed.article.comments
    assert [label.role for label in parsed.labels][-2:] == ["boilerplate", "boilerplate"]


def test_a_head_of_name_day_and_button_gives_a_clean_name():
    """Themes write all three into one line, in the language of the site."""
    markup = (
        '<div id="comments"><div class="comment" id="comment-5"><div class="comment-author">'
        "Uwe Fischer 19. Juni 2018 um 15:28 Uhr - Antworten</div><p>Das glaube ich nicht.</p></div></div>"
    )
    (one,) = thread(markup)
    assert (one.author, one.text, one.posted.edtf if one.posted else None) == (
        "Uwe Fischer",
        "Das glaube ich nicht.",
        "2018-06-19T15:28",
    )
    assert one.posted is not None
    assert one.posted.raw == "19. Juni 2018 um 15:28 Uhr"


def test_a_theme_without_nested_lists_says_how_deep_a_comment_is():
    """It then answers the latest one before it that is less deep by one; where that is lost, so is the parent."""
    markup = (
        '<div id="comments"><div id="comment-1" class="comment depth-1"><cite class="fn">Bora</cite><p>Why?</p></div>'
        '<div id="comment-2" class="comment depth-2"><cite class="fn">Han</cite><p>Ice.</p></div>'
        '<div id="comment-3" class="comment depth-4"><cite class="fn">Pak</cite><p>Thin ice.</p></div></div>'
    )
    assert told(markup) == [("Bora", "Why?", None, 0), ("Han", "Ice.", 1, 1), ("Pak", "Thin ice.", None, 3)]
    assert thread(markup)[2].missing == ("parent",)


def test_tagdiv_themes_nest_as_wordpress_does():
    """The Newspaper theme has its own markup inside the same list."""
    markup = (
        '<div class="comments" id="comments"><ol class="comment-list"><li class="comment" id="comment-11"><article>'
        '<footer><cite><a href="/u">Kim Mirae</a></cite> <a class="comment-link" href="#c">'
        '<time pubdate="11">2018.03.16 4:15 오후</time></a></footer>'
        '<div class="comment-content"><p>좋은 기사입니다.</p></div>'
        "</article></li></ol></div>"
    )
    assert told(markup) == [("Kim Mirae", "좋은 기사입니다.", None, 0)]


def test_blogger_threads_have_replies_in_their_own_element():
    """Ids are a letter and a number; name and time stand in the head of the block."""

    def comment(number: int, author: str, text: str, replies: str = "") -> str:
        return (
            f'<li class="comment" id="c{number}"><div class="comment-block"><div class="comment-header">'
            f'<cite class="user"><a href="/p">{author}</a></cite><span class="datetime secondary-text"><a href="/t">'
            f'June 2, 2014 at 3:15 PM</a></span></div><p class="comment-content">{text}</p>'
            f'<span class="comment-actions secondary-text"><a>Reply</a><a>Delete</a></span></div>'
            f'<div class="comment-replies"><div class="comment-thread inline-thread"><ol>{replies}</ol><'
            f"/div></div></li>"
        )

    first = comment(4265235981837780782, "Bora", "Who told you?", comment(4265235981837780783, "Oleg", "A mate."))
    markup = f'<div class="comments" id="comments"><div id="comment-holder"><ol>{first}</ol></div></div>'
    assert told(markup) == [("Bora", "Who told you?", None, 0), ("Oleg", "A mate.", 1, 1)]
    assert [one.posted.edtf for one in thread(markup) if one.posted] == ["2014-06-02T15:15", "2014-06-02T15:15"]


def test_old_blogger_pages_list_comments_as_terms():
    """Only the term has an id; the text and the time are the descriptions after it."""
    markup = (
        '<div class="comments" id="comments"><dl id="comments-block">'
        '<dt class="comment-author" id="c115"><a href="/p">Bora</a> said...</dt><dd class="comment-'
        'body"><p>So it is.</p></dd>'
        '<dd class="comment-footer"><span class="comment-timestamp"><a>June 2, 2014 at 3:15 PM</a></span></dd>'
        '<dt class="comment-author" id="c116">Anonymous said...</dt><dd class="comment-body"><p>No.</p></dd></dl></div>'
    )
    assert told(markup) == [("Bora", "So it is.", None, 0), ("Anonymous", "No.", None, 0)]
    assert thread(markup)[0].posted is not None


def test_comments_of_microdata_are_told_by_their_type():
    """Neither ids nor classes are needed."""
    item = (
        '<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><span itemprop="author" itemscope '
        'itemtype="https://schema.org/Person"><b itemprop="name">{}</b></span> '
        '<time itemprop="dateCreated" datetime="2014-06-02">2 June</time><div itemprop="text">{}</div></div>'
    )
    markup = f'<section id="comments">{item.format("Bora", "So it is.")}{item.format("Han", "It is not.")}</section>'
    assert told(markup) == [("Bora", "So it is.", None, 0), ("Han", "It is not.", None, 0)]
    assert [one.posted.edtf for one in thread(markup) if one.posted] == ["2014-06-02", "2014-06-02"]


def test_ids_may_say_what_a_comment_answers():
    """One plugin writes the number of the parent behind the comment's own."""
    markup = (
        '<div id="comments"><div class="wpd-comment" id="wpd-comm-5_0"><div class="wpd-comment-author">Bora</div>'
        '<div class="wpd-comment-text">Why?</div></div><div class="wpd-comment" id="wpd-comm-6_5">'
        '<div class="wpd-comment-author">Han</div><div class="wpd-comment-text">Ice.</div></div></div>'
    )
    assert told(markup) == [("Bora", "Why?", None, 0), ("Han", "Ice.", 1, 1)]


def test_a_list_of_what_was_said_elsewhere_is_no_thread():
    """Sidebars show the latest comments of the whole site."""
    markup = (
        '<div id="recent-comments-3" class="widget"><h2>Recent Comments</h2><ul><li class="recentcomments">'
        '<span class="comment-author-link">Bora</span> on <a href="/x">Ferry stops</a></li></ul></div>'
    )
    assert told(markup) == []


def test_a_comment_inside_one_block_is_parted_from_its_author():
    """Nothing but the name's own element tells where the text begins."""
    markup = '<ul class="commentlist"><li id="comment-1"><cite class="fn">Bora</cite> says: So it is.</li></ul>'
    assert told(markup) == [("Bora", "So it is.", None, 0)]


def test_authors_and_times_of_comments_are_not_the_articles():
    """Short pages have them near the headline."""
    markup = (
        f'<h1>Ferry stops</h1><p>The ferry stopped.</p><ol class="comment-list">{wordpress(7, "Bora", "Why?")}</ol>'
    )
    article = nkdocs.parse(markup, media_type="text/html").article
    assert (article.bylines, article.published) == ((), None)
