"""RIS, read by rispy."""

import io

import pytest

from nkdocs.exporters.ris import RisExporter
from nkdocs.plugin.protocols import ExportContext

rispy = pytest.importorskip("rispy", reason="rispy is not installed")


def written(articles):
    """What is written, as text."""
    target = io.BytesIO()
    session = RisExporter().open(target, ExportContext())
    for article in articles:
        session.write(article)
    session.close()
    return target.getvalue().decode()


def test_every_article_is_one_record(hostile_articles):
    """No text can end a record early or begin another."""
    assert len(rispy.loads(written(hostile_articles))) == len(hostile_articles)


def test_the_tags_say_what_the_record_says(make_article, make_when):
    """Title, authors, year and day stand under their tags."""
    article = make_article(published=make_when("2 June 2014"))
    (entry,) = rispy.loads(written([article]))
    assert entry["title"] == str(article.headline)
    assert (entry["year"], entry["date"]) == ("2014", "2014/06/02/")
    assert entry["authors"] == [byline.name or byline.affiliation for byline in article.bylines]


def test_lines_are_tags(hostile_articles):
    """Each line is two capitals or a capital and a figure, two blanks, a hyphen and a blank."""
    for line in written(hostile_articles).split("\r\n"):
        assert not line or (line[:2].isupper() and line[2:6] == "  - "), line


def test_a_month_has_no_day(make_article, make_when):
    """Parts of the date that the page does not say are empty."""
    assert "DA  - 2014/06//" in written([make_article(published=make_when("June 2014"))])
    assert "PY  - " not in written([make_article(published=make_when("June 2"))])
