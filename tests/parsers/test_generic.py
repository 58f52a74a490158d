"""The fallback reads what is plain to see, and leaves open what is not."""

import pytest

import nkdocs

BODY = "The ferry across the border river stopped running last week, and nobody at the pier can say when it sails."


def read(text: str) -> nkdocs.Article:
    """The article of a text that nobody vouches for."""
    return nkdocs.parse(text, registry=nkdocs.Registry(entry_points=False)).article


@pytest.mark.parametrize(
    "line", ["Han Sol", "World News", "Home", "Článek", "완료되었습니다", "박준석 기자 외 1명", "完了しました"]
)
def test_a_name_a_section_or_a_message_is_no_headline(line: str):
    """Null beats a guess: the line stays in the text."""
    article = read(f"{line}\n\n{BODY}")
    assert article.headline is None
    assert article.outlet is None


@pytest.mark.parametrize("below", ["By Han Sol", "June 2, 2014", "SEOUL (Yonhap) -- " + BODY])
def test_a_short_title_is_known_by_what_stands_under_it(below: str):
    """A byline, a date or a dateline stands under a title."""
    article = read(f"Harbour Report\n\n{below}\n\n{BODY}")
    assert article.headline is not None
    assert article.headline.text == "Harbour Report"


def test_a_date_above_the_headline_is_not_the_day_of_publication():
    """It may be the day of the reader's visit."""
    article = read(f"February 21, 2020\n\nWhy the ferry stopped\n\n{BODY}")
    assert article.headline is not None
    assert article.published is None


def test_a_date_under_the_headline_is():
    """There it belongs to the report."""
    article = read(f"Why the ferry stopped\n\nFebruary 21, 2020\n\n{BODY}")
    assert article.published is not None
    assert article.published.edtf == "2020-02-21"


def test_a_weekday_that_contradicts_its_date_is_noted():
    """The date is kept."""
    article = read(f"Why the ferry stopped\n\nTuesday 2nd June, 2014\n\n{BODY}")
    assert article.published is not None
    assert article.published.edtf == "2014-06-02"
    assert [note.code for note in article.notes] == ["date-conflict"]


def test_pointers_and_paywalls_are_no_body():
    """What points elsewhere is boilerplate; a wall leaves a note."""
    article = read(
        f"Why the ferry stopped\n\n{BODY}\n\nSubscribe to read the rest\n\nRelated posts:\n\nWhy the ferry sails"
    )
    assert [paragraph.text for paragraph in article.paragraphs] == [BODY]
    assert [note.code for note in article.notes] == ["paywall"]


def test_the_same_article_twice_is_given_once():
    """The copy is set aside, and noted."""
    text = f"Why the ferry stopped\n\n{BODY}\n\nTickets are still being sold.\n"
    article = read(text + "\n" + text)
    assert len(article.paragraphs) == 2
    assert [note.code for note in article.notes] == ["duplicate-article"]


@pytest.mark.parametrize("line", ["2014", "Spring 2014", "2 to 5 June 2014"])
def test_a_year_a_season_or_a_range_is_no_day_of_publication(line: str):
    """It may be what the report is about."""
    assert read(f"Why the ferry stopped\n\n{line}\n\n{BODY}").published is None


def test_the_article_goes_on_behind_a_pointer_between_its_paragraphs():
    """Only what follows at the foot points elsewhere."""
    article = read(f"Why the ferry stopped\n\n{BODY}\n\nRead also:\n\nWhy the ferry sails\n\n{BODY[:-1]}, he said.")
    assert article.paragraphs[-1].text.endswith(", he said.")


def test_a_thread_behind_pointers_is_kept():
    """Readers speak below the links, too."""
    article = read(
        f"Why the ferry stopped\n\n{BODY}\n\nRelated posts:\n\nWhy the ferry sails\n\n  • Ann\n\n    I know.\n"
    )
    assert [comment.author for comment in article.comments] == ["Ann"]
    assert [paragraph.text for paragraph in article.paragraphs] == [BODY]


def test_a_sites_name_and_a_day_above_title_and_author_are_the_visits():
    """The article's own day stands beside its author."""
    article = read(
        f"Slate News\n\nJuly 4, 2021\n\nFerry stops for a week\n\nBy Han Sol | June 7, 2018\n\n{BODY}\n\n{BODY}"
    )
    assert article.headline is not None
    assert article.published is not None
    assert (article.headline.text, article.published.edtf) == ("Ferry stops for a week", "2018-06-07")


def test_a_title_of_two_words_may_stand_over_its_day():
    """Nobody signs below, so the day is the article's."""
    article = read(f"Ferry Stops\n\nJune 7, 2018\n\n{BODY}\n\n{BODY}")
    assert article.headline is not None
    assert article.published is not None
    assert (article.headline.text, article.published.edtf) == ("Ferry Stops", "2018-06-07")


def test_a_change_and_an_author_that_words_tell_are_no_body():
    """A label without a name has lost it."""
    article = read(f"Ferry stops for a week\n\nWritten by\n\nUpdated: August 1, 2019\n\n{BODY}\n\n{BODY}")
    assert article.updated is not None
    assert (article.updated.edtf, article.published, article.bylines) == ("2019-08-01", None, ())
    assert len(article.paragraphs) == 2


def test_lines_that_breaks_part_tell_author_and_day_of_a_page():
    """In one element above the body; the day of the address that is printed too is the printed one."""
    page = (
        "<title>Ferry stops for a week - Ledger</title><h2>Ferry stops for a week</h2>"
        "<div>By Han Sol<br>June 7, 2018</div>"
        f"<div><p>{BODY}</p><p>Nobody at the pier knows when it will sail again, and nobody there asks.</p></div>"
    )
    article = nkdocs.parse(
        page,
        url="https://ledger.example/2018/06/07/ferry/",
        media_type="text/html",
        registry=nkdocs.Registry(entry_points=False),
    ).article
    assert [one.name for one in article.bylines] == ["Han Sol"]
    assert article.published is not None
    assert (article.published.edtf, article.published.basis) == ("2018-06-07", "stated")
