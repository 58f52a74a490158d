"""What the sections of the report say."""

from datetime import date

import pytest

import nkdocs
from nkdocs.records import Attribution, Byline, Comment, Note, When
from nkdocs.report.listed import row
from nkdocs.report.markup import element, link, section, shown, table
from nkdocs.report.tables import authors, notes, outlets, parsers, sources, threads
from nkdocs.report.tally import Tally
from nkdocs.report.timeline import timeline
from nkdocs.testing import samples


def tallied(*articles):
    """The counts of these articles."""
    tally = Tally()
    for article in articles:
        tally.add(article)
    return tally


def published(year, month=None, day=None):
    """A date as exact as it is given."""
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)]
    first = date(year, month or 1, day or 1)
    last = first if day else date(year, month or 12, 28 if month else 31)
    precision = ("year", "month", "day")[len(parts) - 1]
    edtf = "-".join(parts)
    return When(raw=edtf, earliest=first, latest=last, precision=precision, edtf=edtf, basis="stated", span=None)


def test_markup_in_text_is_text():
    """Nothing of a value is taken for an element, an attribute or a line end."""
    assert shown("<script>&'\"\r") == "&lt;script&gt;&amp;&#x27;&quot;&#13;"
    assert element("a", "x", href='" onclick="y') == '<a href="&quot; onclick=&quot;y">x</a>'


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " javascript:x", "//x", "http://[", "ftp://x", "", None]
)
def test_only_addresses_of_web_and_mail_become_links(url):
    """Any other address is left out, and its text stands alone."""
    assert link(url, "words") == "<bdi>words</bdi>"
    assert 'href="https://x.example/?a=1&amp;b=2"' in link("https://x.example/?a=1&b=2", "words")


def test_what_is_empty_has_no_section():
    """A report of nothing has no headings over nothing; a table has its heads and rows."""
    assert section("a", "A", "", "") == ""
    nothing = Tally()
    assert "".join(part(nothing) for part in (outlets, authors, sources, threads, notes, parsers, timeline)) == ""
    assert table(["a", "b"], [["x", "1"]]).count("<td") == 2


def test_outlets_say_how_much_is_known(make_article):
    """Articles, what they have, comments, languages, first and last day; the largest first."""
    known = [make_article("x", outlet="ledger", published=published(2014, 6, day), comments=[]) for day in (2, 3)]
    bare = make_article("x", outlet=None, headline=None, bylines=[], published=None, language=None)
    lines = [line for line in outlets(tallied(bare, *known)).splitlines() if line.startswith("<tr>")]
    assert len(lines) == 2
    assert ["ledger" in line for line in lines] == [True, False]
    assert "2014-06-02</td><td>2014-06-03" in lines[0]
    assert lines[0].count("100 %") == 4
    assert lines[1].count("0 %</td>") == 4
    assert lines[1].count("<i>unknown</i>") == 2


def test_months_between_the_first_and_the_last_have_a_bar(make_article):
    """Also those without articles; a year alone is told and stands in the table."""
    days = [published(2014, 1, 5), published(2014, 1, 9), published(2014, 4, 1), published(2014), None]
    found = timeline(tallied(*(make_article(published=day) for day in days)))
    assert found.count("<rect") == 4
    assert "2014-01: 2" in found
    assert "2014-02: 0" in found
    assert "Of 4 of 5 articles" in found
    assert "Of 1 only the year is known" in found
    assert "<tr><td>2014</td>" in found


def test_many_months_are_shown_as_years(make_article):
    """Sixty months are the most; years without articles have their place; too many years are those there are."""
    found = timeline(tallied(*(make_article(published=published(year, 6, 1)) for year in (2001, 2014))))
    assert found.count("<rect") == 14
    found = timeline(tallied(*(make_article(published=published(year, 6, 1)) for year in (1014, 2014))))
    assert found.count("<rect") == 2


def test_names_and_sources_are_counted_as_written(make_article):
    """The most frequent first, those of equal count by name; beyond twenty-five it is said how many there are."""
    signed = [Byline(name=f"Name {n:02}", raw="-", span=None) for n in range(30)]
    quoted = [
        Attribution(speaker="a source", place="Hyesan", span=None),
        Attribution(speaker="Han Sol", named=True, span=None),
    ]
    tally = tallied(*(make_article(bylines=[*signed, signed[7]], attributions=quoted) for _ in range(2)))
    found = authors(tally)
    assert found.index("Name 07") < found.index("Name 00") < found.index("Name 01")
    assert "and 5 more" in found
    assert "4 attributions, 50 %" in sources(tally)
    assert "Hyesan" in sources(tally)


def test_losses_and_notes_are_counted(make_article):
    """Comments by what the page lost of them; notes by the articles that have them, each once."""
    lost = Comment(id=1, missing=["author", "body"], span=None)
    noted = make_article(comments=[lost], notes=[Note(code="joined-lines"), Note(code="joined-lines")])
    tally = tallied(noted)
    assert 'without body</td><td class="number">1' in threads(tally)
    assert '<bdi>joined-lines</bdi></td><td class="number">1' in notes(tally)
    assert "ledger 1" in parsers(tally)


def test_every_article_has_a_row():
    """Whatever it holds and lacks; its id is the row's title."""
    for number, article in enumerate(samples(), start=1):
        found = row(number, article)
        assert found.startswith(f'<tr title="{article.id}"><td>{number}</td>')
        assert found.count("<td>") == 10
    assert "(no headline)" in row(1, nkdocs.parse("Rice was cheaper in Hyesan last week.").article)
