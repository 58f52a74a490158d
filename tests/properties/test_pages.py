"""Whatever the page, it is read to the end: no exception, every character labelled, spans right."""

import gzip
import json
import tomllib
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nkdocs
from nkdocs.text.tidy import is_blank

PAGES = sorted((Path(__file__).parents[1] / "cases").glob("*/*.html"))
# Pages that are cut at every byte; the others at so many places.
EVERY_BYTE = {"english-theme", "static-disqus"}
CUTS = 60
REGISTRY = nkdocs.Registry(entry_points=False)
TAGS = [
    "<article>",
    "</article>",
    "<h1>",
    "<h2><a href=/1>",
    "</a></h2>",
    "<p>",
    "</p>",
    "<nav>",
    "</nav>",
    "<li id=comment-1>",
    "<li id=comment-2>",
    "<div class=comment>",
    "<div class=comments>",
    "<cite class=fn>",
    "</cite>",
    "<time datetime=2014-06-02>",
    "</time>",
    "<div class=post id=p1>",
    "<div class=post id=p2>",
    "<a class=username>",
    "</a>",
    "<ul>",
    "</ul>",
    "</div>",
    "<figcaption>",
    "</figcaption>",
    "<div itemscope itemtype=https://schema.org/Comment>",
    "<span itemprop=author>",
    "</span>",
    "<body class=archive>",
    "<dl>",
    "<dt id=c5 class=comment-author>",
    "<dd>",
    "</dl>",
    "<div class=entry-content>",
    '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>',
]
WORDS = [
    "Rice fell. ",
    "By Han Sol",
    "June 2, 2014",
    "says: ",
    "Reply",
    "쌀값이 내렸다. ",
    "한솔 기자",
    "Published: 2 June 2014",
    "A pilot said at the pier that nobody knows when the ferry will sail again this year. " * 2,
    "...",
    "5 ",
    "This article is for subscribers only.",
    "PYONGYANG, June 2 (KCNA) -- ",
    "Photo: Ledger",
]


def check(content: str | bytes, url: str | None = None, parser: str | None = "generic") -> nkdocs.Parsed:
    """Each character that is no blank is in exactly one label, which is known; values stand in their spans."""
    parsed = nkdocs.parse(content, url=url, media_type="text/html", registry=REGISTRY, parser=parser)
    end = 0
    for label in parsed.labels:
        assert end <= label.span.start < label.span.end
        assert label.role != "unknown"
        assert all(map(is_blank, parsed.text[end : label.span.start]))
        end = label.span.end
    assert all(map(is_blank, parsed.text[end:]))
    for article in parsed.articles:
        for comment in article.comments:
            assert comment.span is not None
            assert all(line in comment.span.of(parsed.text) for line in (comment.text or "").split("\n"))
        for byline in article.bylines:
            assert byline.span is None or byline.span.of(parsed.text) == byline.raw
        for when in (article.published, article.updated):
            assert when is None or when.span is None or when.span.of(parsed.text) == when.raw
    return parsed


@given(st.lists(st.sampled_from([*TAGS, *WORDS, *WORDS]), max_size=40).map("".join))
def test_any_page_is_read(markup: str):
    """Parts of articles, lists, threads and forums in any order."""
    check(f"<title>Rice</title>{markup}", "https://ledger.example/2014/06/02/rice")


@settings(max_examples=30)
@given(st.lists(st.sampled_from([*TAGS, *WORDS]), max_size=30).map("".join))
def test_any_page_is_read_without_the_extractor(markup: str):
    """The simple choice of the body loses nothing either."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nkdocs.layout.main_text._extractor", lambda: None)
        check(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "The deepest words of the page are these.",
        "<ul>" + "<li>rice" * 100_000,
        "<p " + " ".join(f"a{number}=1" for number in range(50_000)) + ">The ferry stopped.</p>",
        "<div class=comments>" + "<div class=comment id=comment-1>" * 3_000 + "x",
        "<ol class=commentlist>" + "".join(f"<li id=comment-{n}><cite class=fn>A</cite>b" for n in range(5_000)),
        "<p class=byline>By " + "A" * 200_000,
        "<h1>Rice</h1><p>" + "1" * 200_000 + "<p>" + "2014. " * 30_000,
        "<div id=phpbb>" + "<div class=post id=p1>by " * 1_000,
    ],
    ids=["deep", "items", "attributes", "comments-in-comments", "comments", "name", "figures", "posts"],
)
def test_floods_are_read(markup: str):
    """Their text is kept, and a limit that was met is noted."""
    parsed = check(markup)
    assert parsed.text.strip()
    if not markup.startswith(("<ol", "<p class", "<h1")):
        assert {"depth-limit", "size-limit"} & {note.code for note in parsed.notes} or parsed.kind == "thread"


def test_trees_that_test_parsers(corpus: Path):
    """Every input of the public tests for tree building is read."""
    inputs = json.loads((corpus / "badinput" / "html5lib-tree-construction.json").read_text("utf-8"))["inputs"]
    assert len(inputs) > 1000
    for item in inputs:
        check(item["data"])


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.stem}")
def test_a_page_cut_anywhere_is_read(page: Path):
    """Whatever byte a page of an outlet ends at, what is there is read, and no other outlet is named."""
    content = page.read_bytes()
    known = tomllib.loads(page.with_suffix(".meta.toml").read_text("utf-8"))
    whole = check(content, known.get("url"), parser=None)
    # A list cut early may look like an article.
    outlets = {None, *({article.outlet for article in whole.articles} or {page.parent.name})}
    for end in range(0, len(content), 1 if page.stem in EVERY_BYTE else len(content) // CUTS):
        parsed = check(content[:end], known.get("url"), parser=None)
        assert {article.outlet for article in parsed.articles} <= outlets


def test_cuts_of_real_pages(corpus: Path):
    """A page that ends anywhere is read to there."""
    paths = sorted((corpus / "html").rglob("*.html.gz"))
    cuts = 0
    for path in paths[::60]:
        content = gzip.decompress(path.read_bytes())[:40_000]
        for end in range(0, len(content), max(200, len(content) // 10)):
            check(content[:end])
            cuts += 1
    assert cuts > 30


def test_real_pages_are_labelled(corpus: Path):
    """On real pages too nothing is left over."""
    paths = sorted((corpus / "html").rglob("*.html.gz"))
    for path in islice(paths, 0, None, 12):
        check(gzip.decompress(path.read_bytes()))
    assert paths
