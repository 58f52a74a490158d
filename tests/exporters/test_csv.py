"""Tables."""

import csv
import io

import pytest

from nkdocs.exporters.csv import CsvExporter, TsvExporter
from nkdocs.plugin.protocols import ExportContext
from nkdocs.records import Byline, Caption, Paragraph
from nkdocs.records.frozen import FrozenMapping

HEADER = (
    "id,name,url,outlet,via,language,section,headline,kicker,standfirst,bylines,published,updated,dateline,"
    "captions,comments,notes,text"
)
FORMULAS = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"]
TABLES = pytest.mark.parametrize(("exporter", "separator"), [(CsvExporter, ","), (TsvExporter, "\t")])


def written(exporter, articles, **options):
    """The bytes of an export."""
    target = io.BytesIO()
    session = exporter().open(target, ExportContext(options=FrozenMapping(options)))
    for article in articles:
        session.write(article)
    session.close()
    return target.getvalue()


def rows(content, separator=","):
    """The rows as a spreadsheet sees them, without the header."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), delimiter=separator))


@TABLES
def test_the_header_is_there_without_articles(exporter, separator):
    """An empty table has its header, in the order that is promised."""
    assert written(exporter, []).decode() == HEADER.replace(",", separator) + "\r\n"


def test_a_row_holds_what_the_header_says(make_article):
    """Texts as they are, authors and captions joined, dates as EDTF, comments and notes counted."""
    span = make_article().headline.span
    article = make_article(
        "Rice",
        bylines=[
            Byline(name="Han Sol", raw="By Han Sol", span=span),
            Byline(name=None, affiliation="Unification Desk", raw="Unification Desk", span=span),
            Byline(name=None, raw="our reporters", span=span),
        ],
        captions=[Caption(text="A market.", span=span), Caption(text="A road.", credit="Ledger", span=span)],
        paragraphs=[Paragraph(text="One.", span=span), Paragraph(text="Two\nlines.", span=span)],
        published=None,
    )
    (row,) = rows(written(CsvExporter, [article]))
    assert row == {
        "id": f"sha256:{'0' * 64}", "name": "Rice", "url": "Rice", "outlet": "Rice", "via": "Rice", "language": "ko",
        "section": "Rice", "headline": "Rice", "kicker": "Rice", "standfirst": "Rice",
        "bylines": "Han Sol; Unification Desk; our reporters", "published": "", "updated": "2014-06-02",
        "dateline": "Rice", "captions": "A market.; A road.", "comments": "2", "notes": "1",
        "text": "One.\n\nTwo\nlines.",
    }  # fmt: skip


@TABLES
def test_every_text_comes_back_from_its_cell(exporter, separator, hostile, hostile_articles):
    """Quotes, separators and line ends of every kind survive; the rows stay in order."""
    found = rows(written(exporter, hostile_articles, raw=True), separator)
    assert [row["headline"] for row in found] == list(hostile)
    assert [row["text"].removesuffix("\n\nA second one.") for row in found] == list(hostile)


@TABLES
def test_no_cell_starts_a_formula(exporter, separator, make_article):
    """A cell that a spreadsheet would compute gets an apostrophe; nothing else does."""
    found = rows(written(exporter, [make_article(text) for text in [*FORMULAS, "1-1", "'=1", " =1"]]), separator)
    assert [row["headline"] for row in found] == [f"'{text}" for text in FORMULAS] + ["1-1", "'=1", " =1"]
    assert not any(cell[:1] in "=+-@＝＋－＠\t\r" for row in found for cell in row.values() if cell)


def test_raw_leaves_formulas_alone(make_article):
    """Who asks for raw cells gets them."""
    found = rows(written(CsvExporter, [make_article(text) for text in FORMULAS], raw=True))
    assert [row["headline"] for row in found] == FORMULAS


@TABLES
def test_data_frames_read_the_table(exporter, separator, hostile_articles, hostile):
    """The library that most analysts use reads the same rows."""
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    content = io.BytesIO(written(exporter, hostile_articles, raw=True))
    frame = pandas.read_csv(content, sep=separator, keep_default_na=False, dtype=str)
    assert list(frame.columns) == HEADER.split(",")
    assert list(frame["headline"]) == list(hostile)
