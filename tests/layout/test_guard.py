"""Markup made tame before it is parsed."""

import pytest

from nkdocs.layout import guard
from nkdocs.layout.guard import tame


def tamed(markup: str) -> tuple[str, list[str]]:
    """The tame markup read tag by tag, and the codes of the notes."""
    tamer = guard._Tamer(markup.encode())
    content = tamer.run().decode()
    return content, ["depth-limit"] * tamer.deep + ["size-limit"] * tamer.wide


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "no markup at all, 3 < 4",
        "<!doctype html><html><body><p>a<p>b<ul><li>c<li>d</ul><!-- <div> --><br/><img a=1>",
        "<ul>" + "<li>x" * 3_000,
        "<table>" + "<tr><td>x<td>y</tr>" * 1_000,
        "<dl>" + "<dt>a<dd>b" * 1_000,
        "<select>" + "<option>x" * 3_000,
        "<p>x" * 3_000,
        "<p><b>x</b>" * 3_000,
        "<h2>x" * 1_000,
        "<svg>" + "<path d='M0'/>" * 3_000 + "</svg>",
        "<div>x</div>" * 3_000,
        "<script>" + "if (a<b) {'<div>'}" * 1_000 + "</script><style><b></style>",
        "<a href=x>y" * 3_000,
        "<!-- never closed " + "<div>" * 1_000,
        "<textarea>" + "<div>" * 1_000,
    ],
)
def test_what_nests_little_stays_as_it_is(markup: str):
    """Pages of any length whose elements a parser would close on its own are not changed."""
    assert tamed(markup) == (markup, [])


def test_deep_blocks_become_paragraphs():
    """Beyond the depth blocks become paragraphs, so that their texts stay apart, and phrases vanish."""
    markup, codes = tamed("<div>" * 300 + "a<span>b</span><div>c</div>d" + "</div>" * 300)
    assert codes == ["depth-limit"]
    assert "ab<p>c<p>d" in markup
    assert markup.count("<div>") == 256
    assert markup.count("</div>") == 256


@pytest.mark.parametrize("ignored", ["</span>", "</p>", "</li>", "<br></section>"])
def test_end_tags_that_end_nothing(ignored: str):
    """An end tag that a parser ignores does not hide how deep the elements are."""
    markup, codes = tamed(f"<div>{ignored}" * 1_000)
    assert codes == ["depth-limit"]
    assert markup.count("<div>") <= 256


def test_walls():
    """An end tag inside an object does not reach the elements outside."""
    markup, codes = tamed("<div><object></div></object>" * 200 + "<div>" * 100)
    assert codes == ["depth-limit"]
    assert markup.count("<div>") == 256


def test_phrases_that_would_be_copied():
    """Phrases that are never closed, and would be copied into each paragraph, end after a few."""
    markup, codes = tamed("".join(f"<p><b id={number}>x" for number in range(1_000)))
    assert codes == ["depth-limit"]
    assert markup.count("<b ") == 16
    assert markup.count("x") == 1_000


def test_the_looks_that_come_first():
    """Floods of tags, phrases and attributes are found by the cheap looks, ordinary markup passes them."""
    assert tame(b"<p>x</p>" * 900) == (b"<p>x</p>" * 900, ())
    floods = {
        "depth-limit": [b"<div>" * 12_000, b"".join(b"<p><b id=%d>x" % number for number in range(1_500))],
        "size-limit": [
            b"<p>x<p " + b" ".join(b"a%d" % number for number in range(9_000)) + b">y",
            b"<p " + b" ".join(b'a%d="<"' % number for number in range(9_000)) + b">y",
            b"<p " + b" ".join(b'a%d=">"' % number for number in range(9_000)) + b">y",
        ],
    }
    for code, contents in floods.items():
        for content in contents:
            assert [note.code for note in tame(content)[1]] == [code], content[:40]


def test_attributes_are_cut_after_the_first():
    """Of too many attributes the first are kept, with values that hold brackets."""
    markup, codes = tamed("<p class='a > b' " + " ".join(f"x{number}='<>'" for number in range(500)) + ">y")
    assert codes == ["size-limit"]
    assert markup.startswith("<p class='a > b' x0='<>'")
    assert "x254=" in markup
    assert "x255=" not in markup
    assert markup.endswith(">y")
