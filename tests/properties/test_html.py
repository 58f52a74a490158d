"""Whatever the markup, a page is laid out, and its blocks hold its text."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nkdocs.layout.html import HtmlPage, html_page

TAGS = [
    "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<i class=x>", "</i>", "<ul>", "<li>", "</ul>", "<br>", "</a>",
    "<a href=y>", "<table>", "<tr>", "<td>", "</table>", "<h2>", "</h2>", "<pre>", "</pre>", "<script>",
    "</script>", "<svg>",
    "<title>", "<select>", "<option>", "<template>", "</template>", "<!--", "-->", "<time datetime=2014>", "</time>",
    "<blockquote>", "<span itemprop=name>", "</span>", "<object>", "<button>", "<form>", "<math><mi>", "<frameset>",
]  # fmt: skip
WORDS = ["a", "b c", " ", "\n", "&nbsp;", "\u3000", "쌀", "&amp;", "\u200b", "\x0c", "\x1c", "&#13;", "\x85", "<", "&"]


def check(page: HtmlPage) -> None:
    """The blocks hold every character of the text that is not blank, once and in order."""
    end = 0
    for block in page.blocks:
        assert block.text == page.text[block.span.start : block.span.end]
        assert block.text
        assert page.text[end : block.span.start].strip() == ""
        assert block.path is not None
        for span in [link.span for link in block.links] + [mark.span for mark in block.element.marks]:
            assert block.span.start <= span.start < span.end <= block.span.end
        end = block.span.end
    assert page.text[end:].strip() == ""


@given(st.lists(st.sampled_from([*TAGS, *WORDS, *WORDS]), max_size=40).map("".join))
def test_any_markup_is_laid_out(markup: str):
    """Markup in any order is laid out, and its blocks hold its text."""
    check(html_page(markup, url="https://h.example/a"))


@given(st.text(max_size=200))
def test_any_text_is_laid_out(markup: str):
    """Any characters at all are laid out."""
    check(html_page(markup))


@given(st.lists(st.sampled_from(["<div>", "<p>", "<b>", "<li>", "<td>", "</div>", "</p>", "</b>"]), max_size=30))
def test_no_word_is_lost(tags: list[str]):
    """Every word between tags is in the text, in order, however they nest."""
    words = [f"w{number}" for number in range(len(tags))]
    page = html_page(" ".join(f"{tag} {word}" for tag, word in zip(tags, words, strict=True)))
    assert page.text.split() == words


def test_trees_that_test_parsers(corpus: Path):
    """Every input of the public tests for tree building is laid out."""
    inputs: object = json.loads((corpus / "badinput" / "html5lib-tree-construction.json").read_text(encoding="utf-8"))
    texts = _strings(inputs)
    assert texts
    for text in texts:
        check(html_page(text))


def test_naughty_strings(corpus: Path):
    """Every naughty string is laid out, alone, in a paragraph and in an attribute."""
    for text in json.loads((corpus / "badinput" / "blns.json").read_text(encoding="utf-8")):
        check(html_page(text))
        check(html_page(f"<p class='{text}'>x <a href='{text}'>{text}</a>", url=text))


def _strings(value: object) -> list[str]:
    """All strings in a JSON value."""
    found: list[str] = []
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, dict):
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)
    return found
