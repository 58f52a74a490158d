"""What feeds say of an entry fills the fields that the entry leaves empty, and no other."""

from datetime import date

import pytest

import nkdocs

BODY = "<p>Rice was cheaper in the market of Hyesan last week, two traders said.</p><p>Nobody could say why.</p>"


def _article(content=BODY, **hints):
    return nkdocs.parse(nkdocs.Document(content, url="http://ledger.example/1", hints=hints)).article


def test_title_author_and_time_are_the_records():
    """They stand in metadata, so none has a span."""
    told = {
        "title": "Rice &amp; salt",
        "author": "desk@ledger.example (Han Sol)",
        "published": "2014-06-02T09:00:00+09:00",
    }
    article = _article(**told)
    assert (str(article.headline), article.headline.span) == ("Rice & salt", None)
    assert [(byline.name, byline.span) for byline in article.bylines] == [("Han Sol", None)]
    assert (article.published.earliest, article.published.basis) == (date(2014, 6, 2), "metadata")
    assert article.published.span is None
    assert article.updated is None


def test_what_the_entry_says_itself_wins():
    """A heading is the headline as printed, and a stated day the day."""
    page = (
        '<html><head><meta property="article:published_time" content="2014-06-01T08:00:00+09:00"></head>'
        f"<body><h1>Rice is cheap again</h1>{BODY}</body></html>"
    )
    article = _article(page, title="Rice", published="2014-06-02T09:00:00+09:00")
    assert str(article.headline) == "Rice is cheap again"
    assert article.headline.span is not None
    assert article.published.earliest == date(2014, 6, 1)


@pytest.mark.parametrize(
    "author", ["ledger", "Ledger Staff", "admin", "desk@ledger.example", "https://ledger.example/a"]
)
def test_newsrooms_accounts_and_addresses_are_no_authors(author):
    """Who publishes is no author."""
    assert _article(author=author).bylines == ()


@pytest.mark.parametrize("published", ["last week", "2014", "June", ""])
def test_a_time_that_is_no_day_stays_out(published):
    """Null beats a guess."""
    assert _article(published=published).published is None


def test_a_change_is_no_publication():
    """The time of a change alone says nothing of the publication."""
    article = _article(updated="2014-06-03T09:00:00+09:00")
    assert article.published is None
    assert article.updated.earliest == date(2014, 6, 3)


def test_days_of_the_text_count_from_the_feeds_day():
    """A weekday is the latest before it."""
    content = "Rice was cheaper in the market of Hyesan on Friday, two traders said.\n\nNobody could say why."
    (when,) = _article(content, published="2014-06-02T09:00:00+09:00").dates
    assert (when.earliest, when.basis) == (date(2014, 5, 30), "resolved")


def test_plain_entries_are_told_of_too():
    """A title serves text as it serves a page."""
    assert str(_article("Rice was cheaper in Hyesan, two traders said.", title="Rice").headline) == "Rice"
