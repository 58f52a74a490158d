"""TEI, read by an XML parser."""

import io
import os
from xml.etree import ElementTree as ET

import pytest

import nkdocs
from nkdocs.exporters.tei import TeiExporter
from nkdocs.plugin.protocols import ExportContext
from nkdocs.testing import samples

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def corpus(articles):
    """The root of what is written."""
    target = io.BytesIO()
    session = TeiExporter().open(target, ExportContext())
    for article in articles:
        session.write(article)
    session.close()
    return ET.fromstring(target.getvalue())  # noqa: S314 - our own output


def test_every_article_is_a_text(hostile_articles):
    """Whatever the texts hold, the corpus is well-formed and has one ``TEI`` an article behind its header."""
    root = corpus(hostile_articles)
    assert root.tag == f"{TEI}teiCorpus"
    assert [child.tag for child in root] == [f"{TEI}teiHeader"] + [f"{TEI}TEI"] * len(hostile_articles)


def test_line_ends_and_tabs_survive(make_article):
    """XML would turn a carriage return into a line feed; it is written as a reference."""
    root = corpus([make_article("one\r\ntwo\tthree\rfour")])
    assert root.find(f".//{TEI}body/{TEI}div/{TEI}p").text == "one\r\ntwo\tthree\rfour"


def test_a_thread_is_flat_and_its_posts_point_to_one_another():
    """Posts stand in one division, name the post they answer, how deep they are, and who wrote them."""
    root = corpus(samples())
    known = {element.get(XML_ID) for element in root.iter() if element.get(XML_ID)}
    for article, text in zip(samples(), root.iter(f"{TEI}TEI"), strict=True):
        posts = text.findall(f".//{TEI}div[@type='comments']/{TEI}post")
        own = text.get(XML_ID)
        assert [post.get("indentLevel") for post in posts] == [str(one.depth) for one in article.comments]
        assert [post.get("replyTo") for post in posts] == [
            None if one.parent is None else f"#{own}.c{one.parent}" for one in article.comments
        ]
        for post in posts:
            assert {pointer.removeprefix("#") for pointer in (post.get("replyTo"), post.get("who")) if pointer} <= known


def test_what_xml_refuses_is_replaced_and_counted(tmp_path, make_article):
    """ESC has no place in XML 1.0: U+FFFD stands for it, and the report says how often."""
    path = tmp_path / "corpus.tei"
    article = make_article(headline=nkdocs.Text(text="red \x1b[31m", span=None))
    report = nkdocs.export([article], path)
    assert report.replaced == path.read_text("utf-8").count("\ufffd") > 0


def test_dates_are_what_the_page_says(make_article, make_when):
    """A day is a ``when``; of a span of days both ends stand."""
    root = corpus([make_article(published=make_when("June 2-3, 2014"), updated=make_when("June 2014"))])
    published, updated = root.findall(f".//{TEI}bibl/{TEI}date")
    assert (published.get("notBefore"), published.get("notAfter")) == ("2014-06-02", "2014-06-03")
    assert updated.get("when") == "2014-06"


def test_the_schema_of_the_guidelines_takes_it(tmp_path, make_article):
    """The RELAX NG schema ``tei_all``, which ``NKDOCS_TEI_SCHEMA`` names, finds nothing wrong.

    The schema is not part of this project: https://tei-c.org/release/xml/tei/custom/schema/relaxng/tei_all.rng.
    """
    schema = os.environ.get("NKDOCS_TEI_SCHEMA")
    if not schema:
        pytest.skip("NKDOCS_TEI_SCHEMA names no RELAX NG schema of TEI")
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    path = tmp_path / "corpus.tei"
    nkdocs.export([make_article("http://ledger.example/a b"), *samples()], path)
    rules = etree.RelaxNG(etree.parse(schema))
    assert rules.validate(etree.parse(path)), rules.error_log
