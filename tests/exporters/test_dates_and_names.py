"""What becomes of every form of a date, a byline and an article in the formats with words of their own for them."""

import csv
import io
import json
import re
from datetime import date, datetime, timedelta, timezone
from importlib import import_module
from xml.etree import ElementTree as ET

import pytest

import nkdocs
from nkdocs.exporters import nkdocs_register_exporters
from nkdocs.plugin.protocols import ExportContext
from nkdocs.records import Byline, Caption, Comment, Dateline, Draft, Span, When
from nkdocs.testing.pages import Page

FACTORIES = {info.name: info.factory for info in nkdocs_register_exporters()}
TEI = "{http://www.tei-c.org/ns/1.0}"
KST = timezone(timedelta(hours=9))


def exported(name, *articles):
    """What an exporter writes, as text."""
    module, _, attribute = FACTORIES[name].partition(":")
    target = io.BytesIO()
    session = getattr(import_module(module), attribute)().open(target, ExportContext())
    for article in articles:
        session.write(article)
    session.close()
    return target.getvalue().decode()


def front(tmp_path, article):
    """The front matter of an article."""
    path = tmp_path / "page.md"
    nkdocs.export([article], path)
    lines = path.read_text("utf-8").split("---\n")[1].splitlines()
    return {key: json.loads(value) for key, _, value in (line.partition(": ") for line in lines)}


def bounded(first, last, precision="range", edtf=None, **more):
    """A date with these bounds."""
    return When(raw="-", earliest=first, latest=last, precision=precision, edtf=edtf, basis="stated", span=None, **more)


INSTANT = datetime(2014, 6, 2, 9, 15, 30, tzinfo=KST)
# Each form of a date: what JSON-LD, TEI, CSL, RIS, BibTeX and EDTF make of it; None is left out.
DATES = {
    "day": ("2 June 2014", "2014-06-02", {"when": "2014-06-02"}, [[2014, 6, 2]], ("2014", "2014/06/02/"), "2014-06-02"),
    "month": ("June 2014", "2014-06", {"when": "2014-06"}, [[2014, 6]], ("2014", "2014/06//"), "2014-06"),
    "year": ("2014", "2014", {"when": "2014"}, [[2014]], ("2014", None), "2014"),
    "season": ("spring 2014", "2014", {"notBefore": "2014-03", "notAfter": "2014-05"}, [[2014], 1], ("2014", None),
               "2014-21"),
    "winter": ("winter 2014", None, {"notBefore": "2013-12", "notAfter": "2015-02"}, [[2014], 4], (None, None),
               "2014-24"),
    "early": ("early June 2014", "2014-06", {"notBefore": "2014-06-01", "notAfter": "2014-06-10"},
              [[2014, 6, 1], [2014, 6, 10]], ("2014", "2014/06//"), "2014-06-01/2014-06-10"),
    "mid": ("mid-June 2014", "2014-06", {"notBefore": "2014-06-11", "notAfter": "2014-06-20"},
            [[2014, 6, 11], [2014, 6, 20]], ("2014", "2014/06//"), "2014-06-11/2014-06-20"),
    "late": ("late June 2014", "2014-06", {"notBefore": "2014-06-21", "notAfter": "2014-06-30"},
             [[2014, 6, 21], [2014, 6, 30]], ("2014", "2014/06//"), "2014-06-21/2014-06-30"),
    "range": ("June 2-3, 2014", "2014-06", {"notBefore": "2014-06-02", "notAfter": "2014-06-03"},
              [[2014, 6, 2], [2014, 6, 3]], ("2014", "2014/06//"), "2014-06-02/2014-06-03"),
    "months": ("May to June 2014", "2014", {"notBefore": "2014-05", "notAfter": "2014-06"},
               [[2014, 5], [2014, 6]], ("2014", None), "2014-05/2014-06"),
    "two years": ("Dec 30, 2013 - Jan 2, 2014", None, {"notBefore": "2013-12-30", "notAfter": "2014-01-02"},
                  [[2013, 12, 30], [2014, 1, 2]], (None, None), "2013-12-30/2014-01-02"),
    "since": (bounded(date(2012, 1, 1), None, edtf="2012/.."), None, {"notBefore": "2012"}, None, (None, None),
              "2012/.."),
    "until": (bounded(None, date(2012, 3, 5)), None, {"notAfter": "2012-03-05"}, None, (None, None), "../2012-03-05"),
    "clock": ("2014-06-02 09:15", "2014-06-02", {"when": "2014-06-02"}, [[2014, 6, 2]], ("2014", "2014/06/02/"),
              "2014-06-02T09:15"),
    "zoned": (bounded(INSTANT.date(), INSTANT.date(), "instant", instant=INSTANT), INSTANT.isoformat(),
              {"when": INSTANT.isoformat()}, [[2014, 6, 2]], ("2014", "2014/06/02/"), "2014-06-02"),
    "weekday": ("on Monday", None, {}, None, (None, None), None),
    "no year": ("Oct. 18 to 21", None, {}, None, (None, None), "XXXX-10-18/XXXX-10-21"),
    "resolved": (bounded(date(2014, 6, 2), date(2014, 6, 2), "weekday"), "2014-06-02", {"when": "2014-06-02"},
                 [[2014, 6, 2]], ("2014", "2014/06/02/"), "2014-06-02"),
}  # fmt: skip


@pytest.fixture(params=DATES)
def dated(request, make_article, make_when):
    """An article published then, and what each format makes of it."""
    told, *expected = DATES[request.param]
    when = make_when(told) if isinstance(told, str) else told
    comment = Comment(id=1, author="Ann", text="Well said.", posted=when, span=None)
    return make_article(published=when, updated=when, comments=[comment]), expected


def test_linked_data_have_the_smallest_date_that_holds_all(dated):
    """No day is written where the page names none, and no season passes for a month."""
    article, (expected, *_) = dated
    (node,) = json.loads(exported("jsonld", article))["@graph"]
    found = (node.get("datePublished"), node.get("dateModified"), node["comment"][0].get("dateCreated"))
    assert found == (expected,) * 3


def test_an_encoded_text_has_a_moment_or_both_ends(dated):
    """TEI has attributes for a day, month or year, and for the ends of a span."""
    article, (_, expected, *_) = dated
    root = ET.fromstring(exported("tei", article))  # noqa: S314 - our own output
    for element in [*root.findall(f".//{TEI}bibl/{TEI}date"), root.find(f".//{TEI}post")]:
        found = {key: element.get(key) for key in ("when", "notBefore", "notAfter") if element.get(key)}
        assert found == expected


def test_a_citation_issues_what_is_known(dated):
    """Of an open span nothing is issued: CSL would read one date as the only one."""
    article, (*_, expected, _, _) = dated
    (item,) = json.loads(exported("csl", article))
    issued = item.get("issued")
    if issued is not None and "season" in issued:
        assert [*issued["date-parts"], issued["season"]] == expected
    else:
        assert (issued and issued["date-parts"]) == expected


def test_reference_managers_get_year_and_day_as_far_as_they_are_one(dated):
    """A span of two years has no year; one of two days has no day."""
    article, (*_, expected, _) = dated
    lines = dict(line.split("  - ", 1) for line in exported("ris", article).split("\r\n") if "  - " in line)
    assert (lines.get("PY"), lines.get("DA")) == expected


def test_bibliographies_tables_and_front_matter_have_edtf(dated, tmp_path):
    """The three that know EDTF say all of it; a bibliography leaves out what has no year, and hours."""
    article, (*_, expected) = dated
    placed = None if expected is None or "XXXX" in expected else expected
    found = re.search(r"^  date = \{(.*)\}", exported("bibtex", article), re.MULTILINE)
    assert (found and found[1]) == (placed and placed.partition("T")[0])
    (row,) = csv.DictReader(io.StringIO(exported("csv", article), newline=""))
    assert (row["published"], row["updated"]) == (expected or "",) * 2
    assert front(tmp_path, article)["date"] == placed


BYLINES = {
    "Han Sol": Byline(name="Han Sol", affiliation="Ledger", role="reporter", raw="By Han Sol, Ledger", span=None),
    "Ledger": Byline(name=None, affiliation="Ledger", role="staff reporter", raw="Ledger staff reporter", span=None),
    "our reporters": Byline(name=None, raw="our reporters", span=None),
    None: Byline(name=None, raw=" ", span=None),
}


@pytest.mark.parametrize("signed", BYLINES)
def test_who_signs_is_the_name_the_group_or_the_words_of_the_page(signed, make_article, tmp_path):
    """Every format agrees on who signs; a byline that says nothing makes no author."""
    article = make_article(bylines=[BYLINES[signed]])
    expected = [] if signed is None else [signed]
    (item,) = json.loads(exported("csl", article))
    assert [author["literal"] for author in item.get("author", [])] == expected
    assert re.findall("AU  - (.*)\r\n", exported("ris", article)) == expected
    assert re.findall(r"author = \{\{(.*)\}\}", exported("bibtex", article)) == expected
    root = ET.fromstring(exported("tei", article))  # noqa: S314 - our own output
    assert [author.text for author in root.iter(f"{TEI}author")] == expected
    (row,) = csv.DictReader(io.StringIO(exported("csv", article), newline=""))
    assert row["bylines"] == (signed or "")
    assert front(tmp_path, article)["authors"] == expected


def test_nobody_is_made_a_person_or_a_group(make_article):
    """JSON-LD types who signs only where the page tells; a contact that is no address of mail is no e-mail."""
    known = Byline(name="Han Sol", contact="@hansol", raw="Han Sol", span=None)
    article = make_article(bylines=[*BYLINES.values(), known])
    (node,) = json.loads(exported("jsonld", article))["@graph"]
    assert [author.get("@type") for author in node["author"]] == ["Person", "Organization", None, None, "Person"]
    assert "email" not in node["author"][-1]
    assert node["author"][-1]["contactPoint"]["description"] == "@hansol"
    mailed = Byline(name="Han Sol", contact="hansol@ledger.example", raw="Han Sol", span=None)
    (node,) = json.loads(exported("jsonld", make_article(bylines=[mailed])))["@graph"]
    assert node["author"][0]["email"] == "hansol@ledger.example"


def bare():
    """An article with nothing in it."""
    return Page(None).parsed(Draft()).article


@pytest.mark.parametrize(
    "name", sorted(FACTORIES.keys() - {"annotations", "html", "markdown", "jsonl", "parquet", "sqlite"})
)
def test_what_an_article_lacks_is_not_made_up(name):
    """Without headline, date, outlet or author none is written: no ``None``, no day, no author."""
    written = exported(name, bare())
    assert "None" not in written
    assert not re.search(r"\b(19|20)\d\d\b", written.replace(bare().id, "").replace("1999/02", ""))
    assert '"author"' not in written
    assert "AU  -" not in written
    assert "author =" not in written


def test_a_lost_body_is_told_from_an_empty_one(make_article, tmp_path):
    """What the page lost is marked as lost; a comment of blanks is not."""
    lost = Comment(id=1, author="Ann", missing=["body"], span=Span(0, 3))
    empty = Comment(id=2, author="", text="", span=Span(0, 0))
    article = make_article(comments=[lost, empty])
    root = ET.fromstring(exported("tei", article))  # noqa: S314 - our own output
    assert [post.find(f"{TEI}p/{TEI}gap") is not None for post in root.iter(f"{TEI}post")] == [True, False]
    nodes = json.loads(exported("jsonld", article))["@graph"][0]["comment"]
    assert [node.get("text") for node in nodes] == [None, ""]
    path = tmp_path / "one.md"
    nkdocs.export([article], path)
    assert path.read_text("utf-8").endswith("\n- **Ann**: (text lost)\n\n- : \n")


def test_a_thread_in_markdown_nests_by_its_parents(make_article, tmp_path):
    """A comment stands under the one it answers; one that lost its parent stands under nobody's, and says so."""
    comments = [
        Comment(id=1, author="Ann", text="one", span=None),
        Comment(id=2, depth=3, author="Bo", text="two", missing=["parent"], span=None),
        Comment(id=3, parent=2, depth=4, author="Cy", text="three", span=None),
    ]
    path = tmp_path / "one.md"
    nkdocs.export([make_article(comments=comments)], path)
    assert path.read_text("utf-8").endswith(
        "\n- **Ann**: one\n\n- **Bo** (parent lost): two\n\n  - **Cy** (depth 4): three\n"
    )


def test_a_deep_thread_stays_small(make_article, tmp_path):
    """Ten thousand answers one under the other are not set in ten thousand times; their depth is told."""
    comments = [
        Comment(id=n, parent=n - 1 or None, depth=n - 1, text="x", author="A", span=None) for n in range(1, 5001)
    ]
    path = tmp_path / "one.md"
    nkdocs.export([make_article(comments=comments)], path)
    assert path.stat().st_size < 100 * len(comments)
    assert "**A** (depth 4999): x" in path.read_text("utf-8")


def test_an_address_with_a_blank_is_one_pointer(make_article):
    """TEI parts pointers at blanks."""
    caption = Caption(text="A market.", url="http://ledger.example/a b.jpg", span=None)
    root = ET.fromstring(exported("tei", make_article("http://x.example/a\u3000b", captions=[caption])))  # noqa: S314 - our own output
    assert root.find(f".//{TEI}ptr").get("target") == "http://x.example/a%E3%80%80b"
    assert root.find(f".//{TEI}graphic").get("url") == "http://ledger.example/a%20b.jpg"


def test_ids_that_look_like_numbered_ones_stay_apart(make_article):
    """A key is nobody else's, even where one article is named as another's second copy would be."""
    ids = ["a", "a~2", "a", "a", "a_2", "a, b}", "a, b}"]
    articles = [make_article(id=each) for each in ids]
    items = json.loads(exported("csl", *articles))
    assert len({item["id"] for item in items}) == len(ids)
    keys = re.findall(r"^@article\{(.*),$", exported("bibtex", *articles), re.MULTILINE)
    assert len(set(keys)) == len(ids)
    assert all(re.fullmatch("[0-9A-Za-z_-]+", key) for key in keys)


def test_a_dateline_and_a_credit_are_where_they_belong(make_article):
    """The place of a dateline is the citation's, a credit is no part of the caption."""
    dateline = Dateline(raw="PYONGYANG (KCNA) --", place="PYONGYANG", agency="KCNA", span=None)
    article = make_article(dateline=dateline, captions=[Caption(text="A market.", credit="Ledger", span=None)])
    (item,) = json.loads(exported("csl", article))
    assert item["publisher-place"] == "PYONGYANG"
    (node,) = json.loads(exported("jsonld", article))["@graph"]
    assert node["image"] == [{"@type": "ImageObject", "caption": "A market.", "creditText": "Ledger"}]
