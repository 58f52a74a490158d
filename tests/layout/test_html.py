"""Pages in our own words, laid out."""

import gc
import gzip
import pickle
import sys
import types
from pathlib import Path

import pytest

from nkdocs.errors import MissingExtra
from nkdocs.layout.html import HtmlPage, html_page
from nkdocs.text.tidy import is_blank

WORDPRESS = """<!DOCTYPE html><html lang="en-US"><head><title>Rice up | Border Ledger</title></head>
<body class="single single-post"><div id="page" class="site">
<article id="post-7" class="post hentry">
  <header class="entry-header"><h1 class="entry-title">Rice prices
    <em>up</em> again</h1>
    <div class="entry-meta">By <span class="author vcard"><a class="url fn" rel="author"
      href="/author/ri/">Ri Sun</a></span> on <time class="entry-date"
      datetime="2014-06-02T09:00:00+09:00">June 2, 2014</time></div></header>
  <div class="entry-content"><p>A trader in Hyesan&#8217;s market said so.</p>
  <figure class="wp-caption"><img src="a.jpg" alt="Never shown"><figcaption class="wp-caption-text">The
  market &copy; Border Ledger</figcaption></figure>
  <p>&nbsp;</p><blockquote><p>It is dear.</p></blockquote></div></article>
<ol class="comment-list">
 <li id="comment-1" class="comment depth-1"><div class="comment-body"><cite class="fn">Ann</cite>
   <span class="says">says:</span></div>
  <p>First!</p>
  <ul class="children"><li id="comment-2" class="comment depth-2"><cite class="fn">Bo</cite><p>Second.</p></li></ul>
 </li></ol></div></body></html>"""


def kinds(page: HtmlPage) -> list[tuple[str, int, str]]:
    """Kind, depth and text of each block."""
    return [(block.kind, block.depth, block.text) for block in page.blocks]


def check(page: HtmlPage) -> None:
    """The blocks hold every character of the text that is not blank, once and in order."""
    end = 0
    for block in page.blocks:
        assert block.text == page.text[block.span.start : block.span.end]
        assert block.text == block.text.strip() != ""
        assert page.text[end : block.span.start].strip() == ""
        for link in block.links:
            assert block.span.start <= link.span.start < link.span.end <= block.span.end
        end = block.span.end
    assert page.text[end:].strip() == ""


def test_a_blog_post():
    """A post of a common blog system comes out as a reader sees it, its thread as nested bullets."""
    page = html_page(WORDPRESS, url="https://borderledger.example/rice/")
    check(page)
    assert kinds(page) == [
        ("heading", 0, "Rice prices up again"),
        ("paragraph", 0, "By Ri Sun on June 2, 2014"),
        ("paragraph", 0, "A trader in Hyesan’s market said so."),
        ("paragraph", 0, "The market © Border Ledger"),
        ("quote", 0, "It is dear."),
        ("bullet", 1, "Ann says:"),
        ("paragraph", 1, "First!"),
        ("bullet", 2, "Bo"),
        ("paragraph", 2, "Second."),
    ]


def test_paths_classes_and_ids():
    """A block knows its path, and the classes and ids of its element and all around it."""
    blocks = html_page(WORDPRESS).blocks
    title, caption, reply = blocks[0], blocks[3], blocks[8]
    assert title.path == "/html/body/div[1]/article[1]/header[1]/h1[1]"
    assert title.classes == {"single", "single-post", "site", "post", "hentry", "entry-header", "entry-title"}
    assert title.ids == {"page", "post-7"}
    assert title.level == 1
    assert caption.path is not None
    assert caption.path.endswith("/figure[1]/figcaption[1]")
    assert {"wp-caption", "wp-caption-text"} <= caption.classes
    assert reply.path == "/html/body/div[1]/ol[1]/li[1]/ul[1]/li[1]/p[1]"
    assert {"depth-1", "depth-2"} <= reply.classes
    assert reply.ids == {"page", "comment-1", "comment-2"}


def test_links_times_and_phrases_have_spans():
    """Links are resolved; links, times and phrases with classes know where their words stand."""
    page = html_page(WORDPRESS, url="https://borderledger.example/rice/")
    byline = page.blocks[1]
    assert [(link.span.of(page.text), link.url) for link in byline.links] == [
        ("Ri Sun", "https://borderledger.example/author/ri/")
    ]
    marks = {mark.span.of(page.text): mark for mark in byline.element.marks}
    assert marks["June 2, 2014"].classes == {"entry-date"}
    assert {"fn", "url"} in [mark.classes for mark in byline.element.marks if mark.span.of(page.text) == "Ri Sun"]
    assert "author" in marks["Ri Sun"].props | marks["Ri Sun"].classes
    [(span, value)] = page.meta.times
    assert span is not None
    assert (span.of(page.text), value) == ("June 2, 2014", "2014-06-02T09:00:00+09:00")


def test_siblings_share_their_sets():
    """Blocks side by side hold the same set of classes, not equal ones."""
    first, second = html_page("<div class='a b'><p>One.<p>Two.</div>").blocks
    assert first.classes is second.classes
    assert first.classes == {"a", "b"}


def test_a_page_is_gone_as_soon_as_nobody_asks_for_it():
    """Elements know those around them and never those inside: nothing waits for the garbage collector."""
    markup = "<ul><li><a href=/x class=y>Rice</a> up<h2>Title</h2><pre> x</pre></ul><time datetime=2014>May</time>"
    gc.collect()
    gc.disable()
    try:
        assert [block.element.values() for block in html_page(markup).blocks]
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_what_is_silent_stays_so_inside_a_link():
    """Choices of a field are no text of the page, whatever is around them."""
    page = html_page("<p><a href=/x>Rice <datalist><option>wheat</option></datalist>rose</a></p>")
    assert page.text.split() == ["Rice", "rose"]


def test_the_markup_may_come_as_bytes_too():
    """Who has it in UTF-8 hands it over, and gets the same page."""
    markup = "<h1>쌀값</h1><p>Rice <a href=/x>rose</a>."
    given, made = html_page(markup, content=markup.encode()), html_page(markup)
    assert (given.text, given.blocks, given.meta) == (made.text, made.blocks, made.meta)


def test_classes_keep_the_order_of_their_elements():
    """The outermost first; classes of one element stand together, also after pickling."""
    (block,) = html_page('<div class="a"><div><p class="b c"><span class="a">Rice</span></p></div></div>').blocks
    assert block.element.nesting == (frozenset("a"), frozenset("bc"), frozenset("a"))
    assert pickle.loads(pickle.dumps(block)).element.nesting == block.element.nesting  # noqa: S301 - our own


def test_classes_of_a_phrase_around_the_whole_block():
    """Classes of an inline element that holds all of a block's text are the block's own."""
    [whole, part] = html_page("<p><span class=date><i>2 June</i></span></p><p><b class=x>By</b> Ri</p>").blocks
    assert whole.classes == {"date"}
    assert part.classes == frozenset()
    assert part.element.marks[0].classes == {"x"}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a<b>b</b>c <i>d</i> <u>e</u>", "abc d e"),
        ("<b>a</b>\n  <b>b</b>", "a b"),
        ("<span><b>a</b> </span><i>b</i>", "a b"),
        ("<b>a</b><script>x</script> <b>b</b>", "a b"),
        ("a<script>x</script>b<style>y</style>c<!-- z -->d", "abcd"),
        ("a <br> b<br>\nc", "a\nb\nc"),
        ("a<br><br>b", "a\n\nb"),
        ("a<div>b</div>c", "a\n\nb\n\nc"),
        ("a<hr>b", "a\n\nb"),
        ("a<div></div>b", "a\n\nb"),
        ("<div>a<p>b</div>", "a\n\nb"),
        ("<a href=x>a</a><a href=y>b</a>", "a b"),
        ("<a href=x>a</a><a href=y>b</a>c", "a bc"),
        ("<table><tr><td>a<td>b<tr><th>c</table>", "a\nb\nc"),
        ("<dl><dt>a<dd>b</dl>", "a\nb"),
        ("<select><option>a<option>b</select>", "a\nb"),
        ("a&nbsp;&amp;\xa0b &lt;c&gt; &#x4e2d;&eacute;", "a\xa0&\xa0b <c> 中é"),
        ("\u3000혜산시  장마당 쌀값이\n내렸다。", "혜산시 장마당 쌀값이 내렸다。"),
        ("<p>\u200b</p><p>&nbsp;</p>a<p>\ufeff", "a"),
        ("<p>a\u200bb</p>", "a\u200bb"),
        ("<noscript>no</noscript><iframe>no</iframe><template>no</template><svg><title>no</title></svg>yes", "yes"),
        ("<p hidden>kept</p><p style='display:none'>kept too</p>", "kept\n\nkept too"),
        ("<button>Share</button><button>Print</button>", "Share\n\nPrint"),
        ("x<sub>2</sub>", "x2"),
        ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "漢(kan)"),
        ("", ""),
        (" \n ", ""),
        ("<p", ""),
        ("a <img alt=no> b", "a b"),
    ],
)
def test_white_space_as_a_reader_sees_it(markup: str, text: str):
    """Phrases do not glue words, blocks do not run together, and what no reader sees is left out."""
    page = html_page(markup)
    check(page)
    assert page.text == text


def test_preformatted_text_keeps_its_lines():
    """Preformatted text keeps line ends and indents, also between phrases."""
    page = html_page("<p>x<pre>\n  a\n\n   b <b>c</b>\n<i>d</i></pre>")
    assert page.text == "x\n\n  a\n\n   b c\nd"
    assert page.blocks[1].kind == "preformatted"
    assert page.blocks[1].text == "a\n\n   b c\nd"
    check(page)


def test_line_ends_inside_a_block():
    """One line end stays in the block, two begin another with the same path."""
    blocks = html_page("<p>a<br>b<br><br>c").blocks
    assert [(block.text, block.path) for block in blocks] == [("a\nb", "/html/body/p[1]"), ("c", "/html/body/p[1]")]


def test_lists_nest():
    """A bullet's depth counts the lists around it; what follows in the item has its depth."""
    page = html_page("<ul><li>a<ul><li><p>b<p>c</ul>d<li>e</ul>f")
    check(page)
    assert kinds(page) == [
        ("bullet", 1, "a"),
        ("bullet", 2, "b"),
        ("paragraph", 2, "c"),
        ("paragraph", 1, "d"),
        ("bullet", 1, "e"),
        ("paragraph", 0, "f"),
    ]


def test_headings_and_quotes_inside_items():
    """A heading or quote in an item stays one, with the item's depth."""
    page = html_page(
        "<ul><li><h3>T</h3><p>x</li><li><blockquote>q</blockquote></ul><blockquote><ul><li>b</ul></blockquote>"
    )
    assert kinds(page) == [("heading", 1, "T"), ("paragraph", 1, "x"), ("quote", 1, "q"), ("bullet", 1, "b")]


def test_a_block_inside_a_link():
    """A link around whole blocks is a link of each of them."""
    page = html_page("<a href=/x><div>a</div><h2>b</h2></a><p>c", url="https://h.example/y/")
    assert [[link.url for link in block.links] for block in page.blocks] == [["https://h.example/x"]] * 2 + [[]]
    assert page.blocks[0].path == "/html/body/a[1]/div[1]"


def test_the_base_element_and_broken_addresses():
    """Links start from the page's base; an address that is none stays as it is written."""
    page = html_page(
        "<base href=/deep/er/><a href=a>1</a> <a href='http://[::1'>2</a> <a>3</a>", url="https://h.example/"
    )
    assert [link.url for link in page.blocks[0].links] == ["https://h.example/deep/er/a", "http://[::1"]
    assert html_page("<a href='../a b'>x</a>").blocks[0].links[0].url == "../a b"
    assert html_page("<a href=a>x</a>", url="http://[::1").blocks[0].links[0].url == "a"


def test_paths_number_elements_as_the_tree_has_them():
    """Path numbers count every sibling of the name, those without text too."""
    page = html_page("<div></div><div><i></i><i><div></div><div>a</div></i></div>")
    assert page.blocks[0].path == "/html/body/div[2]/i[2]/div[2]"


def test_replaced_characters_are_noted():
    """U+0000 and lone surrogates become U+FFFD, with a note."""
    page = html_page("<p>a\0b\ud800c")
    assert page.text == "a\ufffdb\ufffdc"
    assert [note.code for note in page.notes] == ["replaced-characters"]


def test_a_laid_out_page_pickles():
    """Blocks, whose elements are worked out when asked, are equal after pickling and hash alike."""
    page = html_page(WORDPRESS, url="https://borderledger.example/")
    again = pickle.loads(pickle.dumps(page))  # noqa: S301 - made on this very line
    assert again == page
    assert again.blocks[1].links == page.blocks[1].links
    assert hash(again) == hash(page)
    assert html_page(WORDPRESS, url="https://borderledger.example/") == page


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch):
    """Without selectolax the error names the extra to install."""
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    monkeypatch.setitem(sys.modules, "selectolax", None)
    with pytest.raises(MissingExtra, match=r"nkdocs\[html\]"):
        html_page("<p>x")


def test_a_broken_library_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch):
    """One that is there and cannot be imported, as after an upgrade of Python, is named as missing too."""
    broken = types.ModuleType("selectolax.lexbor")
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", broken)
    with pytest.raises(MissingExtra, match=r"nkdocs\[html\]"):
        html_page("<p>x")


def test_every_truncation_of_a_page():
    """A page cut anywhere is laid out without an error, and its blocks hold its text."""
    for end in range(len(WORDPRESS)):
        check(html_page(WORDPRESS[:end]))


def test_floods_keep_their_text():
    """Nests and floods are laid out with the deepest text, or with a note that says what was cut."""
    many = 20_000
    nests = [
        "<div>",
        "<ul><li>",
        "<b><i>",
        "<font><p>",
        "<span class=x>",
        "<blockquote>x",
        "<table><tr><td>",
        "<dl><dd>x",
    ]
    for nest in nests:
        page = html_page(nest * many + "deepest")
        assert page.text.endswith("deepest"), nest
        assert {note.code for note in page.notes} <= {"depth-limit"}
    page = html_page("<ul>" + "<li>x" * many + "<li>deepest")
    assert len(page.blocks) == many + 1
    assert page.notes == ()
    for filler in ("a{0}=1 ", "a{0} ", "a{0}='<>' "):
        page = html_page("<p " + "".join(filler.format(number) for number in range(many)) + ">deepest")
        assert page.text == "deepest"
        assert [note.code for note in page.notes] == ["size-limit"]


def test_deep_nests_that_are_small_enough_for_the_parser():
    """Elements too deep for their paths keep their text, and paths end where a note says."""
    page = html_page("<div class=c>x" * 3_000 + "deepest")
    check(page)
    assert page.text.endswith("deepest")
    assert [note.code for note in page.notes] == ["depth-limit"]
    assert page.blocks[-1].path == page.blocks[-2].path


def test_real_pages(corpus: Path):
    """On every real page the blocks hold the text, and none is empty."""
    paths = sorted((corpus / "html").rglob("*.html.gz"))[::5]
    assert paths
    for path in paths:
        page = html_page(gzip.decompress(path.read_bytes()).decode("utf-8", "replace"), url="https://h.example/a/b")
        check(page)
        assert not any(all(map(is_blank, block.text)) for block in page.blocks)
        assert page.notes == ()
