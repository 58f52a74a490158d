"""Topics of forums: one article without paragraphs, its posts as comments."""

import pytest

import nkdocs

FRAME = "<title>Ferry - Ledger forum</title><body{}><div>Board index</div><h2>Ferry</h2>{}<div>Powered by hand</div>"


def phpbb(number: int, author: str, text: str) -> str:
    """A post of phpBB 3."""
    return (
        f'<div id="p{number}" class="post has-profile bg2"><div class="inner"><dl class="postprofile'
        f'" id="profile{number}">'
        f'<dt><a href="/u" class="username">{author}</a></dt><dd class="profile-rank">Pilot</dd>'
        f'<dd class="profile-posts">Posts: 12</dd></dl><div class="postbody"><div id="post_content{number}">'
        f'<h3><a href="#p{number}">Re: Ferry</a></h3><ul class="post-buttons"><li><a href="/q">Quote</a></li></ul>'
        f'<p class="author">by <strong><a href="/u" class="username">{author}</a></strong> » Mon Jun'
        f" 02, 2014 5:12 pm</p>"
        f'<div class="content">{text}</div><div class="signature">Ice is ice</div></div></div></div></div>'
    )


def vbulletin(number: int, author: str, text: str) -> str:
    """A post of vBulletin 4."""
    return (
        f'<li class="postbitlegacy postbitim postcontainer old" id="post_{number}"><div class="posthead">'
        f'<span class="postdate old"><span class="date">06-02-2014, 05:12 PM</span></span></div>'
        f'<div class="userinfo"><a class="username" href="/u">{author}</a><span class="usertitle">Pilot</span></div>'
        f'<div class="postbody"><div id="post_message_{number}"><blockquote class="postcontent">'
        f"{text}</blockquote></div></div></li>"
    )


def xenforo(number: int, author: str, text: str) -> str:
    """A post of XenForo 2."""
    return (
        f'<article class="message message--post js-post" id="js-post-{number}"><div class="message-c'
        f'ell message-cell--user">'
        f'<h4 class="message-name"><a class="username">{author}</a></h4><h5 class="userTitle message'
        f'-userTitle">Pilot</h5>'
        f'</div><div class="message-cell message-cell--main"><header class="message-attribution"><time datetime='
        f'"2014-06-02T17:12:00+0900">Jun 2, 2014</time></header><div class="message-body"><div class'
        f'="bbWrapper">{text}</div>'
        f'</div><footer class="message-footer"><a>Like</a></footer></div></article>'
    )


def phpbb2(number: int, author: str, text: str) -> str:
    """A post of phpBB 2: two rows of a table."""
    return (
        f'<tr><td><span class="name"><a name="{number}"></a><b>{author}</b></span></td><td><span class="postdetails">'
        f'Posted: Mon Jun 02, 2014 5:12 pm</span></td></tr><tr><td><span class="postbody">{text}</span></td></tr>'
    )


def topic(name: str) -> str:
    """A topic of two posts, as one of the systems writes it."""
    make, body = {
        "phpbb": (phpbb, ' id="phpbb" class="nojs"'),
        "vbulletin": (vbulletin, ' id="vbulletin_html"'),
        "xenforo": (xenforo, ' data-app="public"'),
        "phpbb2": (phpbb2, ' class="phpbb2"'),
    }[name]
    posts = make(1, "Bora", "Does anybody know why it stopped?") + make(2, "Han", "Ice, they say.")
    return FRAME.format(body, f'<div><table class="forumline">{posts}</table></div>' if make is phpbb2 else posts)


@pytest.mark.parametrize("system", ["phpbb", "phpbb2", "vbulletin", "xenforo"])
def test_a_topic_is_a_thread(system: str):
    """Author and text of each post are its own; profiles, buttons and signatures are none of them."""
    parsed = nkdocs.parse(topic(system), media_type="text/html", registry=nkdocs.Registry(entry_points=False))
    assert parsed.kind == "thread"
    assert [(one.author, one.text, one.parent) for one in parsed.article.comments] == [
        ("Bora", "Does anybody know why it stopped?", None),
        ("Han", "Ice, they say.", None),
    ]
    assert (str(parsed.article.headline), parsed.article.paragraphs) == ("Ferry", ())
    assert all(label.role != "unknown" for label in parsed.labels)


@pytest.mark.parametrize("system", ["phpbb", "phpbb2", "xenforo"])
def test_a_topic_is_as_old_as_its_first_post(system: str):
    """The day of a post is the one beside its author."""
    article = nkdocs.parse(topic(system), media_type="text/html", registry=nkdocs.Registry(entry_points=False)).article
    assert article.published is not None
    assert str(article.published.earliest) == "2014-06-02"
    assert [str(one.posted.earliest) for one in article.comments if one.posted] == ["2014-06-02"] * 2


def test_posts_of_a_weblog_are_no_topic():
    """They have the same ids."""
    post = (
        '<div class="post-{0} post type-post hentry" id="post-{0}"><h2><a href="/{0}">Ice</a></h2><p>It is.</p></div>'
    )
    parsed = nkdocs.parse(f"<body class=blog>{post.format(1)}{post.format(2)}", media_type="text/html")
    assert parsed.kind != "thread"


def smf(number: int, author: str, text: str) -> str:
    """A post of Simple Machines."""
    return (
        f'<div class="windowbg"><div class="post_wrapper"><div class="poster"><h4><a href="/u">{author}</a></h4><ul>'
        f'<li class="postcount">Posts: 12</li></ul></div><div class="postarea"><div class="keyinfo"><h5><a href="#">'
        f'Re: Ferry</a></h5><div class="smalltext">« <strong>Reply #{number} on:</strong> June 02, 2014, 05:12:00 PM »'
        f'</div></div><div class="post"><div class="inner" id="msg_{number}">{text}</div></div></div></div></div>'
    )


@pytest.mark.parametrize("make", [smf, phpbb2, vbulletin])
def test_an_address_may_tell_that_a_page_is_a_topic(make):
    """Where no class, id or generator names the system."""
    posts = make(1, "Bora", "Does anybody know why it stopped?") + make(2, "Han", "Ice, they say.")
    page = FRAME.format("", f"<table>{posts}</table>" if make is phpbb2 else posts)
    parsed = nkdocs.parse(page, media_type="text/html", url="https://board.example/viewtopic.php?f=2&t=5")
    assert parsed.kind == "thread"
    assert [(one.author, one.text) for one in parsed.article.comments] == [
        ("Bora", "Does anybody know why it stopped?"),
        ("Han", "Ice, they say."),
    ]


def test_the_topic_over_each_post_is_none_of_its_text():
    """Most systems print it there, with or without "Re:"."""
    heading = '<div class="postbody"><h2 class="title">Ferry</h2>'
    page = topic("vbulletin").replace('<div class="postbody">', heading)
    assert [one.text for one in nkdocs.parse(page).article.comments] == [
        "Does anybody know why it stopped?",
        "Ice, they say.",
    ]


def test_since_when_an_author_is_a_member_dates_no_post():
    """That day stands beside each post."""
    joined = (
        '<dd class="profile-joined"><strong>Joined:</strong> Sun Jan 06, 2013 8:00 pm</dd><dd class="profile-posts">'
    )
    page = topic("phpbb").replace('<dd class="profile-posts">', joined)
    article = nkdocs.parse(page).article
    assert [str(one.posted.earliest) for one in article.comments if one.posted] == ["2014-06-02"] * 2


def test_the_subject_behind_the_day_of_a_post_is_of_neither():
    """As phpBB 2 prints both in one cell."""
    page = topic("phpbb2").replace("5:12 pm</span>", "5:12 pm&nbsp; &nbsp;Post subject: Ferry</span>")
    parsed = nkdocs.parse(page)
    assert [(one.text, str(one.posted.earliest)) for one in parsed.article.comments if one.posted] == [
        ("Does anybody know why it stopped?", "2014-06-02"),
        ("Ice, they say.", "2014-06-02"),
    ]
    assert all(label.role != "unknown" for label in parsed.labels)


POSTING = (
    '{"@type": "DiscussionForumPosting", "headline": "Ferry", "author": {"name": "Bora"}, "text": "Why did it stop?",'
    ' "comment": [{"@type": "Comment", "author": {"name": "Han"}, "text": "Ice."}]}'
)


def test_a_topic_may_be_described_to_machines_alone():
    """The posting that opens it is its first post, and what answers it its children."""
    page = (
        f'<script type="application/ld+json">{POSTING}</script><h1>Ferry</h1><div>Why did it stop?</div><div>Ice.</div>'
    )
    parsed = nkdocs.parse(page, media_type="text/html")
    assert (parsed.kind, str(parsed.article.headline), parsed.article.paragraphs) == ("thread", "Ferry", ())
    assert [(one.author, one.text, one.parent) for one in parsed.article.comments] == [
        ("Bora", "Why did it stop?", None),
        ("Han", "Ice.", 1),
    ]


def test_an_article_that_links_to_its_discussion_is_no_topic():
    """It describes itself too."""
    page = (
        f'<script type="application/ld+json">[{{"@type": "NewsArticle", "headline": "Ferry"}}, {POSTING}]</script>'
        "<h1>Ferry</h1><article><p>The ferry stopped on Monday, and nobody on the quay could say why.</p></article>"
    )
    assert nkdocs.parse(page, media_type="text/html").kind == "article"
