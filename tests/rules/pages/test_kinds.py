"""Pages of HTML that are no single article: lists, several posts, topics of forums, stubs and shells."""

import pytest

import nkdocs

PROSE = "The ferry stopped running last week, a pilot said at the pier, and nobody there knows when it will sail again."


def page(markup: str, url: str | None = None) -> nkdocs.Parsed:
    """A page read with the built-in parsers alone."""
    return nkdocs.parse(markup, url=url, media_type="text/html", registry=nkdocs.Registry(entry_points=False))


def assert_all_labelled(parsed: nkdocs.Parsed) -> None:
    """Every character that is no blank is in one label, and none is unknown."""
    assert all(label.role != "unknown" for label in parsed.labels)
    inside = [False] * len(parsed.text)
    for label in parsed.labels:
        assert not any(inside[label.span.start : label.span.end])
        inside[label.span.start : label.span.end] = [True] * (label.span.end - label.span.start)
    assert all(known or char.isspace() for known, char in zip(inside, parsed.text, strict=True))


def test_an_archive_of_teasers_is_a_listing():
    """Its entries have title, address, day and teaser; it has no article."""
    item = (
        '<article class="post hentry"><h2 class="entry-title"><a href="/{0}">Rice falls {0}</a></h2>'
        '<time datetime="2014-06-0{0}">June {0}, 2014</time><div class="entry-summary"><p>Prices fe'
        "ll in ...</p></div></article>"
    )
    body = "".join(item.format(number) for number in (1, 2, 3))
    parsed = page(f'<body class="archive category"><h1>Category: Rice</h1>{body}</body>', "https://ledger.example/rice")
    assert (parsed.kind, parsed.articles) == ("listing", ())
    assert [(entry.headline, entry.url) for entry in parsed.entries] == [
        (f"Rice falls {number}", f"https://ledger.example/{number}") for number in (1, 2, 3)
    ]
    assert [entry.published.edtf for entry in parsed.entries if entry.published] == [
        "2014-06-01",
        "2014-06-02",
        "2014-06-03",
    ]
    assert_all_labelled(parsed)


def test_a_front_page_needs_no_class_to_be_a_listing():
    """Many headings that are links, and no title of its own, say enough."""
    items = "".join(
        f'<h3><a href="/news/{number}">Rice falls again {number}</a></h3><p>Short.</p>' for number in range(6)
    )
    assert page(f"<title>Border Ledger</title><body>{items}", "https://ledger.example/").kind == "listing"


def test_an_article_with_pointers_beside_it_stays_one():
    """A title of its own, or a description as an article, outweighs any list."""
    items = "".join(f'<h3><a href="/news/{number}">Rice falls {number}</a></h3>' for number in range(6))
    assert page(f"<h1>Ferry stops</h1><p>{PROSE}</p><aside>{items}</aside>").kind == "article"
    described = '<meta property="og:type" content="article">'
    assert page(f"{described}<p>{PROSE}</p>{items}").kind == "article"


def test_a_title_that_links_to_its_own_page_is_no_entry():
    """Old weblogs link each title, also on its own page."""
    others = "".join(f'<h3><a href="/2014/06/rice-{number}">Rice {number}</a></h3>' for number in range(5))
    markup = f'<h2><a href="/2014/06/ferry">Ferry stops</a></h2><p>{PROSE}</p>{others}'
    assert page(markup, "https://ledger.example/2014/06/ferry").kind == "article"


def test_several_whole_posts_are_articles():
    """Each has its own title, day and text; what surrounds them is the page's."""
    post = (
        '<article class="post hentry"><h2 class="entry-title"><a href="/{0}">Ferry stops {0}</a></h2>'
        '<p class="entry-meta"><time datetime="2014-06-0{0}">June {0}, 2014</time></p>'
        '<div class="entry-content"><p>{1}</p><p>It was ice.</p><p>{1}</p></div></article>'
    )
    posts = post.format(1, PROSE) + post.format(2, PROSE)
    parsed = page(f'<body class="blog"><nav><a href="/">Home</a></nav>{posts}<footer>Ledger</footer></body>')
    assert parsed.kind == "articles"
    assert [str(article.headline) for article in parsed.articles] == ["Ferry stops 1", "Ferry stops 2"]
    assert [article.published.edtf for article in parsed.articles if article.published] == ["2014-06-01", "2014-06-02"]
    assert [one.text for one in parsed.articles[0].paragraphs] == [PROSE, "It was ice.", PROSE]
    assert_all_labelled(parsed)


def test_a_stub_says_that_the_rest_is_not_free():
    """To machines or to readers; what it shows is kept."""
    closed = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    line = "<p>This article is for subscribers only.</p>"
    for markup in (f"{closed}<h1>Ferry stops</h1><p>{PROSE}</p>", f"<h1>Ferry stops</h1><p>{PROSE}</p>{line}"):
        article = page(markup).article
        assert [note.code for note in article.notes if note.code == "paywall"] == ["paywall"]
        assert [one.text for one in article.paragraphs] == [PROSE]


def test_a_whole_article_is_no_stub():
    """Newsrooms call articles closed that stand in the page to their end."""
    closed = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
    body = "".join(f"<p>{PROSE} Day {number}.</p>" for number in range(30))
    assert "paywall" not in [note.code for note in page(f"{closed}<h1>Ferry stops</h1>{body}").article.notes]


def test_a_page_that_a_script_would_fill_is_empty():
    """Its frame and a request for scripts are no article."""
    for inside in ("Loading...", "You need to enable JavaScript to run this app.", ""):
        parsed = page(f"<title>Ledger</title><header>Border Ledger</header><div id=root><p>{inside}</p></div>")
        assert (parsed.kind, parsed.articles) == ("empty", ())
        assert_all_labelled(parsed)


def test_a_short_page_is_no_shell():
    """A title and a sentence are an article."""
    assert page("<h1>Ferry stops</h1><p>It was ice.</p>").kind == "article"


def test_a_crawl_day_on_top_of_a_page_is_not_published():
    """An archive's address holds the day of the copy; the day of the address inside it counts."""
    markup = f"<h1>Ferry stops</h1><p>{PROSE}</p>"
    archive = "https://web.archive.org/web/20160101000000/http://ledger.example"
    assert page(markup, f"{archive}/ferry").article.published is None
    inner = page(markup, f"{archive}/2014/06/02/ferry").article.published
    assert inner is not None
    assert (inner.edtf, inner.basis) == ("2014-06-02", "url")


def teaser(number: int) -> str:
    """An item of a list: title, day, cut teaser."""
    return (
        f'<div class="item"><h3><a href="/n/{number}">Rice falls {number}</a></h3><p>June {number}, 2014</p>'
        "<p>Traders blamed the …</p></div>"
    )


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("Border Ledger", "https://ledger.example/"),
        ("Border Ledger", "https://ledger.example/tag/rice/page/2/"),
        ("Rice", "https://ledger.example/en/category/rice"),
        ("Han Sol", "https://ledger.example/author/han-sol/"),
        ("Border Ledger", "https://ledger.example/2014/06/"),
        ("Border Ledger", "https://ledger.example/?s=rice"),
        ("Tag: rice", "https://ledger.example/17"),
        ("Search results for: rice", None),
        ("Posts tagged ‘rice’", None),
    ],
)
def test_an_address_or_a_title_may_say_that_a_page_is_a_list(title: str, url: str | None):
    """Without any class that says so; two items are enough."""
    parsed = page(f"<title>{title}</title><h1>{title}</h1>{teaser(1)}{teaser(2)}", url)
    assert parsed.kind == "listing"
    assert [entry.headline for entry in parsed.entries] == ["Rice falls 1", "Rice falls 2"]
    assert_all_labelled(parsed)


def test_an_article_under_such_an_address_is_one():
    """Prose outside the items is an article's, with teasers under it or not."""
    markup = f"<h1>Ferry stops again</h1><p>{PROSE * 2}</p><p>{PROSE * 2}</p><p>{PROSE * 2}</p>{teaser(1)}{teaser(2)}"
    assert page(markup, "https://ledger.example/category/ferry-stops/").kind == "article"


def test_what_stands_with_a_notice_in_its_wall_is_no_text():
    """Prices and buttons; the paragraph above is the article's."""
    page = (
        "<article><h1>Rents rise by a fifth</h1><div class=body><p>Rents have risen by a fifth since May.</p></div>"
        '<div class="paywall"><h3>Subscribe to continue reading</h3><p>Two euros a week.</p><a href=/l>Log in</a></div>'
    )
    parsed = nkdocs.parse(page, media_type="text/html", url="https://quay.example/2019/03/rents/")
    assert [str(one.text) for one in parsed.article.paragraphs] == ["Rents have risen by a fifth since May."]
    assert {note.code for note in parsed.notes} - {"missing-extra"} == {"paywall"}


@pytest.mark.parametrize(
    "line",
    [
        "이 기사는 유료 회원만 볼 수 있습니다.",
        "この記事の続きを読むにはログインが必要です。",
        "To read the full article, become a member today.",
    ],
)
def test_notices_of_a_wall_in_several_languages(line: str):
    """The line is no paragraph, and the note says that the rest is missing."""
    parsed = nkdocs.parse(
        f"<h1>부두 월세 오분의 일 올라</h1><p>부두의 세 동네에서 월세가 여름 이후 올랐다.</p><p>{line}</p>"
    )
    assert len(parsed.article.paragraphs) == 1
    assert {note.code for note in parsed.notes} - {"missing-extra"} == {"paywall"}


def test_a_short_last_paragraph_is_kept_beside_a_thread():
    """Of a short page the extractor gives one line: what stands in it beside the body is body."""
    paragraphs = (
        "Skippers blame a ban that nobody has seen in print, and a harbour master who does not answer.",
        "The boats lie three deep along the mole, and the nets hang on the railings of the bridge.",
        "An end is promised for Monday.",
    )
    comment = '<li class="comment depth-1" id="comment-1"><cite class="fn">Ola</cite><p>What ban?</p></li>'
    page = (
        "<title>Eel boats tied up</title><h1>Eel boats tied up</h1><article><div class=entry-content>"
        + "".join(f"<p>{one}</p>" for one in paragraphs)
        + f'</div></article><ol class="comment-list">{comment}</ol>'
    )
    article = nkdocs.parse(page, media_type="text/html").article
    assert tuple(one.text for one in article.paragraphs) == paragraphs
    assert [(one.author, one.text) for one in article.comments] == [("Ola", "What ban?")]
