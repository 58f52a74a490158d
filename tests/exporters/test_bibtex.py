"""BibTeX, read by bibtexparser."""

import io

import pytest

from nkdocs.exporters.bibtex import BibtexExporter
from nkdocs.plugin.protocols import ExportContext

bibtexparser = pytest.importorskip("bibtexparser", reason="bibtexparser is not installed")


def written(articles):
    """What is written, as text."""
    target = io.BytesIO()
    session = BibtexExporter().open(target, ExportContext())
    for article in articles:
        session.write(article)
    session.close()
    return target.getvalue().decode()


def test_every_article_is_one_entry_with_a_key_of_its_own(hostile_articles):
    """Whatever the texts hold, the file is read whole."""
    library = bibtexparser.parse_string(written(hostile_articles * 2))
    assert library.failed_blocks == []
    assert len({entry.key for entry in library.entries}) == 2 * len(hostile_articles)


def test_braces_are_in_balance(make_article):
    """Braces in a text are written as commands, and count for none."""
    text = written([make_article("a { b } c }} \\ d")])
    plain = text.replace("\\{", "").replace("\\}", "")
    assert plain.count("{") == plain.count("}")
    assert r"a \{ b \} c \}\} \textbackslash{} d" in text


def test_the_fields_say_what_the_record_says(make_article, make_when):
    """An outlet makes an article of it; a span of days is a range."""
    entry = bibtexparser.parse_string(
        written([make_article(outlet="dailynk", published=make_when("June 2-3, 2014"))])
    ).entries[0]
    assert (entry.entry_type, entry["date"], entry["journaltitle"]) == ("article", "2014-06-02/2014-06-03", "dailynk")
    bare = make_article(outlet=None, headline=None, published=None)
    entry = bibtexparser.parse_string(written([bare])).entries[0]
    assert (entry.entry_type, entry["title"], "date" in entry.fields_dict) == ("online", "{}", False)
