"""Markdown, its front matter read by a YAML reader."""

import pytest

import nkdocs
from nkdocs.errors import OutputError, UsageError
from nkdocs.testing import samples


def pages(folder):
    """The files of an export, in the order of their names."""
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.md"))]


def test_sorted_names_are_in_the_order_of_the_articles(tmp_path, make_article):
    """More articles than a figure has room for come out in order."""
    folder = tmp_path / "stories"
    articles = [make_article(headline=nkdocs.Text(text=f"number {n}", span=None)) for n in range(12)]
    assert nkdocs.export(articles, folder, format="markdown").articles == 12
    assert [f'title: "number {n}"' in page for n, page in enumerate(pages(folder))] == [True] * 12


def test_a_reader_of_front_matter_gets_the_values_back(tmp_path, hostile_articles):
    """Whatever the texts hold, the front matter is YAML with the keys that were promised."""
    frontmatter = pytest.importorskip("frontmatter", reason="python-frontmatter is not installed")
    folder = tmp_path / "stories"
    nkdocs.export(hostile_articles, folder, format="markdown")
    for article, page in zip(hostile_articles, pages(folder), strict=True):
        found = frontmatter.loads(page).metadata
        assert list(found) == ["id", "title", "outlet", "authors", "date", "url", "language", "section"]
        assert (found["id"], found["title"], found["url"]) == (article.id, str(article.headline), article.document.url)


def test_text_is_no_markup(tmp_path, make_article):
    """What would be a heading, a list or emphasis in Markdown stays text."""
    path = tmp_path / "one.md"
    words = "# no heading\n- no item\n*no* [link](x)"
    nkdocs.export([make_article(paragraphs=[nkdocs.Paragraph(text=words, span=None)])], path, format="markdown")
    assert "\\# no heading\n\\- no item\n\\*no\\* \\[link\\](x)" in path.read_text("utf-8")


def test_an_export_replaces_an_export(tmp_path, make_article):
    """The folder of an earlier export is replaced as a whole; nothing is left beside it."""
    folder = tmp_path / "stories"
    nkdocs.export([make_article()] * 3, folder, format="markdown")
    nkdocs.export([make_article()], folder, format="markdown")
    assert len(pages(folder)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["stories"]


def test_a_folder_of_somebody_elses_is_refused(tmp_path, make_article):
    """A folder that no export made is left as it is."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.md").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="no export made this folder"):
        nkdocs.export([make_article()], folder, format="markdown")
    assert [path.name for path in folder.iterdir()] == ["notes.md"]
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_failing_export_leaves_the_old_folder(tmp_path, make_article):
    """When the items raise, what stood there stays, and nothing else is left."""
    folder = tmp_path / "stories"
    nkdocs.export([make_article()], folder, format="markdown")
    before = pages(folder)

    def broken():
        yield make_article("another")
        raise ValueError("the source dried up")

    with pytest.raises(ValueError, match="dried up"):
        nkdocs.export(broken(), folder, format="markdown")
    assert pages(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["stories"]


def test_a_single_article_may_be_a_file(tmp_path):
    """One article goes to ``.md``; two do not."""
    path = tmp_path / "one.md"
    nkdocs.export(samples()[:1], path)
    assert path.read_text("utf-8").startswith("---\nid: ")
    with pytest.raises(UsageError, match="name a folder"):
        nkdocs.export(samples()[:2], path)
    assert path.read_text("utf-8").startswith("---\nid: ")
