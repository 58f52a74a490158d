"""New Focus International: what its cases do not say."""

import pytest

import nkdocs

REGISTRY = nkdocs.Registry(entry_points=False)
URL = "http://newfocusintl.com/exclusive-couriers-told-to-walk/"
BODY = "The couriers who carry circulars between ministries have been told to leave their bicycles at home."
THREAD = "  • river watcher\n\n    Who has them now?\n\n    • Oleg_K\n\n      The ministry.\n"


def read(content: str, url: str | None = URL) -> nkdocs.Parsed:
    """A document as parsed."""
    return nkdocs.parse(content, url=url, registry=REGISTRY)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_day_may_be_lost(newline: str):
    """Two captures of a page differ in one line."""
    without = f"Exclusive: Couriers told to walk\n\n{BODY}\n\n{THREAD}".replace("\n", newline)
    dated = f"Exclusive: Couriers told to walk\n\nMonday 2nd June, 2014\n\n{BODY}\n\n{THREAD}".replace("\n", newline)
    one, other = read(without).article, read(dated).article
    assert one.published is None
    assert other.published is not None
    assert other.published.edtf == "2014-06-02"
    for article in (one, other):
        assert article.kicker is not None
        assert article.kicker.text == "Exclusive"
        assert [paragraph.text for paragraph in article.paragraphs] == [BODY]
        assert [(comment.author, comment.depth) for comment in article.comments] == [
            ("river watcher", 0),
            ("Oleg_K", 1),
        ]


@pytest.mark.parametrize(
    "shell",
    [
        '<div class="post"><h1 class="entry-title">{title}</h1>{day}<div class="entry-content">{body}</div></div>',
        '<div class="post"><h2><a href="{url}">{title}</a></h2>{day}<div class="entry">{body}</div></div>',
        "<article><h1>{title}</h1>{day}{body}</article>",
    ],
)
def test_a_page_reads_the_same_whatever_elements_hold_it(shell: str):
    """Nothing is known of its markup but its comments."""
    markup = shell.format(
        title="Exclusive: Couriers walk", day="<p>Monday 2nd June, 2014</p>", body=f"<p>{BODY}</p>", url=URL
    )
    article = nkdocs.parse(f"<html><body>{markup}</body></html>", url=URL, registry=REGISTRY).article
    assert article.headline is not None
    assert article.headline.text == "Exclusive: Couriers walk"
    assert article.kicker is not None
    assert article.published is not None
    assert article.published.edtf == "2014-06-02"
    assert [paragraph.text for paragraph in article.paragraphs] == [BODY]


def test_what_the_comment_system_leaves_is_no_body():
    """Its credit stands under the thread, or alone in its place."""
    article = read(f"Couriers told to walk\n\n{BODY}\n\nblog comments powered by Disqus").article
    assert [paragraph.text for paragraph in article.paragraphs] == [BODY]
    assert article.comments == ()


@pytest.mark.parametrize(
    "text", [f"Exclusive: Couriers told to walk\n\n{BODY}\n\n{THREAD}", f"New Focus reports.\n\n{BODY}"]
)
def test_without_address_nothing_tells_the_outlet(text: str):
    """Its pages carry no wording of their own."""
    assert read(text, None).article.outlet is None


def test_a_tag_page_is_a_listing_by_its_address():
    """Even with one item."""
    parsed = read("Notes from Rason\n\nThe market opens at ten and […]", "http://newfocusintl.com/tag/rason/")
    assert parsed.kind == "listing"
    assert [entry.headline for entry in parsed.entries] == ["Notes from Rason"]
