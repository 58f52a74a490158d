"""The corpus report, read by a parser of HTML."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

import nkdocs
from nkdocs.errors import UsageError
from nkdocs.testing import samples

NEEDED = {"href", "src", "srcset", "action", "data", "poster", "background"}


class Read(HTMLParser):
    """The elements of a page with their attributes, and whether they are closed in order."""

    def __init__(self):
        super().__init__()
        self.found, self.open, self.words = [], [], []

    def handle_starttag(self, tag, attrs):
        """Remember the element."""
        self.found.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Hold it to be the last that was opened."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Remember the text."""
        self.words.append(data)


def report(path, articles, **options):
    """The report of these articles, read."""
    assert nkdocs.export(articles, path, **options).format == "html"
    page = Read()
    page.feed(path.read_bytes().decode())
    page.close()
    assert page.open == []
    return page


def test_no_value_becomes_markup(tmp_path, hostile_articles):
    """Whatever the texts hold, the page has the elements it has for plain ones, and shows them all."""
    path = tmp_path / "report.html"
    plain = {tag for tag, _ in report(path, list(samples())[:1]).found}
    page = report(path, hostile_articles)
    assert {tag for tag, _ in page.found} <= plain | {
        "a",
        "details",
        "summary",
        "svg",
        "rect",
        "text",
        "title",
        "p",
        "i",
    }
    assert "script" not in {tag for tag, _ in page.found}
    assert not any(name.startswith("on") or name == "style" for _, attributes in page.found for name in attributes)
    assert "</script>" in page.words


def test_the_page_loads_nothing(tmp_path, make_article):
    """No element names another file but links, and the page forbids all but its own style."""
    path = tmp_path / "report.html"
    page = report(path, [make_article("http://ledger.example/1"), make_article("javascript:alert(1)")])
    needs = [(tag, attributes[key]) for tag, attributes in page.found for key in NEEDED & attributes.keys()]
    assert set(needs) == {("a", "http://ledger.example/1")}
    (policy,) = [attributes["content"] for _, attributes in page.found if "http-equiv" in attributes]
    style = re.search("<style>(.*)</style>", path.read_bytes().decode(), re.DOTALL)[1]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'"


def test_every_article_is_listed_in_order(tmp_path):
    """A row each, numbered, with its id; nothing is left out however many there are."""
    articles = list(samples())
    rows = [
        attributes["title"]
        for tag, attributes in report(tmp_path / "r.html", articles).found
        if attributes.get("title")
    ]
    assert rows == [article.id for article in articles]


def test_the_title_is_the_callers(tmp_path, make_article):
    """It stands above the report and on the tab; it is text, like everything else."""
    page = report(tmp_path / "r.html", [make_article()], title="Rice & <salt>")
    assert page.words.count("Rice & <salt>") == 2
    with pytest.raises(UsageError, match="title"):
        nkdocs.export([], tmp_path / "r.html", title=7)


def test_a_report_of_nothing_is_a_page(tmp_path):
    """It says that there are no articles."""
    assert "0" in report(tmp_path / "r.html", []).words


def test_nothing_but_the_report_is_left(tmp_path, make_article):
    """Also where an article fails, the old report stays and nothing stands beside it."""
    path = tmp_path / "r.html"
    report(path, [make_article()])
    before = path.read_bytes()
    with pytest.raises(UsageError, match="items"):
        nkdocs.export([make_article(), "no article"], path)  # type: ignore[list-item]  # which is refused
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["r.html"]
