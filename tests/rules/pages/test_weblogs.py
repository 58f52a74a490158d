"""Weblogs as pages: one post, several, a list; what themes put beside a title."""

import pytest

import nkdocs
from nkdocs.layout.block import Layout
from nkdocs.records import Draft, Result
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.weblogs import Weblog

LEDGER = Weblog(outlet="ledger", masthead=frozenset({"border ledger"}))


def page(body: str, head: str = "<title>Ferry Stops - Border Ledger</title>") -> Layout:
    """A page laid out."""
    return nkdocs.lay_out(f"<html><head>{head}</head><body>{body}</body></html>", media_type="text/html")


def read(body: str) -> Result:
    """What a page of the ledger gives."""
    return read_weblog(page(body), nkdocs.ParseContext(), LEDGER)


def post(beside: str) -> Draft:
    """The one post of a page with these lines beside its title."""
    body = f"<h1>Border Ledger</h1><h2>Ferry Stops</h2>{beside}<div class=entry><p>It stopped on Monday.</p></div>"
    return read(body).drafts[0]


@pytest.mark.parametrize(
    "beside",
    [
        '<p class="meta">By <a rel=author>Han Sol</a> on April 20, 2009 | 3 Comments</p>',
        '<div class="entry-meta">Posted by Han Sol on April 20, 2009 in Rice</div>',
        '<p class="byline">By <span class="author">Han Sol</span></p><p class="date">April 20, 2009</p>',
        '<small>Monday, April 20th, 2009</small><p class="byline">By Han Sol</p>',
        '<div class="byline"><a href="/author/hs/">Han Sol</a> April 20, 2009</div>',
        '<div class="byline">Han Sol | April 20, 2009</div>',
        '<span class="author vcard">Han Sol</span> <time datetime="2009-04-20">April 20</time>',
    ],
)
def test_author_and_day_beside_a_title_are_read_however_the_theme_writes_them(beside):
    """Neither is left in the body, nor is the name of the site the headline."""
    draft = post(beside)
    assert str(draft.headline) == "Ferry Stops"
    assert [byline.name for byline in draft.bylines] == ["Han Sol"]
    assert draft.published.earliest.isoformat() == "2009-04-20"
    assert [str(paragraph.text) for paragraph in draft.paragraphs] == ["It stopped on Monday."]


def test_a_byline_inside_the_text_is_that_of_what_the_post_quotes():
    """Only lines beside the title tell of the post."""
    body = "<h1>Ferry Stops</h1><div class=entry><p>It stopped.</p><p>By Han Sol</p><p>April 20, 2009</p></div>"
    draft = read(body).drafts[0]
    assert (draft.bylines, draft.published) == ((), None)


def test_the_time_of_a_comment_is_none_of_the_posts():
    """A page without a day has none, whatever its readers say."""
    body = (
        "<h1>Ferry Stops</h1><div class=entry-content><p>It stopped on Monday.</p></div><ol class=comment-list>"
        "<li class=comment id=comment-1><cite class=fn>Ann</cite> <time datetime=2014-05-12T10:00:00Z>May 12</time>"
        "<p>Again.</p></li></ol>"
    )
    draft = read(body).drafts[0]
    assert draft.published is None
    assert [comment.author for comment in draft.comments] == ["Ann"]


def test_whole_posts_are_articles_and_cut_ones_a_listing():
    """Both have their titles as links, and their text in the same element."""
    title = "<h2 class=entry-title><a href=/{0}>Story of {0}</a></h2>"
    form = f"<div class=post>{title}<div class=entry><p>{{1}}</p></div></div>"
    whole = read("".join(form.format(name, "It was told in full.") for name in ("rice", "salt")))
    cut = read("".join(form.format(name, "It was told in […]") for name in ("rice", "salt")))
    assert (whole.kind, [str(draft.headline) for draft in whole.drafts]) == (
        "articles",
        ["Story of rice", "Story of salt"],
    )
    assert (cut.kind, [entry.headline for entry in cut.entries]) == ("listing", ["Story of rice", "Story of salt"])


def test_posts_of_one_day_share_the_day_above_the_first():
    """Blogger writes a day once."""
    form = "<h3 class=post-title><a href=/{0}>Story of {0}</a></h3><div class=post-body>It was told in full.</div>"
    body = "<h2 class=date-header>Tuesday, March 3, 2009</h2>" + form.format("rice") + form.format("salt")
    habits = Weblog(outlet="ledger", above=True)
    drafts = read_weblog(page(body), nkdocs.ParseContext(), habits).drafts
    assert [draft.published.edtf for draft in drafts] == ["2009-03-03", "2009-03-03"]


def test_a_page_names_its_site_where_no_address_tells():
    """The name counts in whatever case, and not where a canonical address stands."""
    named = '<meta property="og:site_name" content="Border  Ledger">'
    names = frozenset({"border ledger"})
    assert site_claim(page("<p>Rice.", named), names).evidence[0].rule == "site-name"
    assert site_claim(page("<p>Rice.", named + '<link rel=canonical href="https://other.example/a">'), names) is None
    assert site_claim(page("<p>Rice."), names) is None


@pytest.mark.parametrize(
    "line", ["Han Sol December 1{0}, 2019", "By | December 1{0}, 2019", "Sunday, December 1{0}, 2019"]
)
def test_the_day_of_an_item_may_stand_beside_its_author(line):
    """The site's name is no item, and a title that stands again with an arrow is no teaser."""
    title = "<h2><a href=/{0}>Story of {0}</a></h2><a href=/{0}>Story of {0} »</a>"
    form = f"{title}<p>Told in full […]</p><div>{line}</div>"
    body = "<h1><a href=/>Border Ledger</a></h1>" + "".join(map(form.format, range(3)))
    result = read(body)
    assert result.kind == "listing"
    found = [(entry.headline, entry.teaser, entry.published.edtf) for entry in result.entries]
    assert found == [(f"Story of {n}", "Told in full […]", f"2019-12-1{n}") for n in range(3)]


@pytest.mark.parametrize(
    ("title", "heading", "headline"),
    [
        ("Border Ledger", "<h1><a href=/>Border Ledger</a></h1>", None),
        ("Ferry Stops - Border Ledger", "<h1><a href=/>Border Ledger</a></h1>", "Ferry Stops"),
        ("Border Ledger » Blog Archive » Ferry Stops", "", "Ferry Stops"),
        ("Ferry Stops | Border Ledger: News of two banks", "", "Ferry Stops"),
        ("Rice - Salt - Border Ledger", "", "Rice - Salt - Border Ledger"),
    ],
)
def test_the_name_of_the_site_is_no_headline(title: str, heading: str, headline: str | None):
    """Where a page was cut above its title its description is left; the site's name in it is not the post's."""
    layout = page(f"{heading}<div class=entry><p>It stopped on Monday.</p></div>", f"<title>{title}</title>")
    draft = read_weblog(layout, nkdocs.ParseContext(), LEDGER).drafts[0]
    assert (draft.headline.text if draft.headline else None) == headline


def test_a_day_alone_is_that_of_the_visit():
    """A text that was cut behind its first line holds nothing of an article, and tells of no publication."""
    result = read_weblog(nkdocs.lay_out("March 3, 2021"), nkdocs.ParseContext(), LEDGER)
    assert (result.kind, result.drafts) == ("empty", ())


def test_a_day_under_a_title_is_not_that_of_the_next_post():
    """Each post has its own."""
    post = (
        '<div class="hentry"><h2 class="entry-title"><a href="/{0}">Salt in April, part {0}</a></h2>'
        '<div class="entry-date">April {0}, 2013</div><div class="entry-content"><p>It was dear.</p></div></div>'
    )
    page = "".join(map(post.format, (3, 2, 1)))
    parsed = nkdocs.parse(f"<body>{page}", url="http://freekorea.us/", media_type="text/html")
    assert [str(one.published.earliest) for one in parsed.articles if one.published] == [
        "2013-04-03",
        "2013-04-02",
        "2013-04-01",
    ]
