"""Pages that hold several posts of a weblog: each whole, or cut off and only pointed to."""

from collections.abc import Sequence
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout, Meta, Step
from nkdocs.layout.context import ParseContext
from nkdocs.records import Draft, Text
from nkdocs.rules.pages.authors import page_bylines
from nkdocs.rules.pages.captions import page_caption
from nkdocs.rules.pages.comment_places import around
from nkdocs.rules.pages.printed import printed_day, printed_time
from nkdocs.rules.sheet import Sheet

__all__ = ["Post", "page_posts", "read_post"]

_ITEMS: Final = frozenset({"hentry", "post", "type-post", "blog-post", "post-outer", "blogpost", "weblog-post"})
_KINDS: Final = frozenset({"BlogPosting", "NewsArticle", "Article"})
_TITLES: Final = frozenset({"entry-title", "post-title", "article-title", "posttitle"})
_ASIDE: Final = frozenset(
    {"entry-footer", "post-footer", "entry-meta", "post-meta", "sharedaddy", "navigation", "comments-link", "cat-links",
     "tags-links", "postmetadata", "byline", "entry-header", "posted-on", "post-info"}
)  # fmt: skip
_CUT: Final = ("...", "…", "[…]", "[...]", "»", "→", "Read more", "Read More", "[Read More]", "더보기", "続きを読む")
# A paragraph of this length is prose; a syllable or ideograph says what takes two letters and more.
_PROSE_LEAST: Final = 60


class Post:
    """The blocks of one post, its title, and the paragraphs of its text."""

    __slots__ = ("blocks", "text", "title")

    def __init__(self, title: Block, blocks: Sequence[Block]) -> None:
        self.title: Block = title
        self.blocks: list[Block] = list(blocks)
        self.text: list[Block] = [block for block in blocks if block is not title and _is_prose(block)]

    @property
    def whole(self) -> bool:
        """Whether the post stands here to its end, as far as can be seen."""
        return bool(self.text) and not any(block.text.endswith(_CUT) for block in self.blocks[-3:])


def page_posts(blocks: Sequence[Block]) -> list[Post]:
    """The elements of a page that are posts, each with a title that is a link.

    >>> import nkdocs
    >>> page = '<article><h2><a href=/1>Rice</a></h2></article><article><h2><a href=/2>Salt</a></h2></article>'
    >>> [post.title.text for post in page_posts(nkdocs.lay_out(page, media_type="text/html").blocks)]
    ['Rice', 'Salt']
    """
    groups: dict[str, list[Block]] = {}
    for block in blocks:
        root = _root(block)
        if root:
            groups.setdefault(root, []).append(block)
    posts: list[Post] = []
    for inside in groups.values():
        title = next((block for block in inside if _is_title(block)), None)
        if title is not None:
            posts.append(Post(title, inside))
    return posts


def _root(block: Block) -> str:
    """The path of the outermost post around a block; ``""`` if it is in none."""
    step = next((step for step in block.element.steps if _is_item(step)), None)
    if step is not None:
        return around(block, step.depth)
    parts = (block.path or "").split("/")
    depth = next((number for number, part in enumerate(parts) if part.startswith("article[")), None)
    return "" if depth is None else around(block, depth)


def _is_item(step: Step) -> bool:
    return not _ITEMS.isdisjoint(step.classes) or not _KINDS.isdisjoint(step.props)


def _is_title(block: Block) -> bool:
    called = block.level is not None or not _TITLES.isdisjoint(block.classes)
    return called and len(block.links) == 1


def _is_prose(block: Block) -> bool:
    least = _PROSE_LEAST if block.text.isascii() else _PROSE_LEAST // 2
    linked = sum(link.span.end - link.span.start for link in block.links)
    return len(block.text) >= least and block.level is None and 2 * linked < len(block.text)


def read_post(layout: Layout, ctx: ParseContext, post: Post) -> Draft:
    """The record of one of several posts, from what stands in its own element."""
    within = [(block.span.start, block.span.end) for block in post.blocks]
    times = tuple((span, value) for span, value in layout.meta.times if span and _inside(span.start, within))
    own = attrs.evolve(layout, blocks=tuple(post.blocks), meta=Meta(times=times))
    sheet = Sheet.of(layout, ctx, post.blocks)
    sheet.headline = Text(text=" ".join(post.title.text.split()), span=post.title.span)
    sheet.published = printed_time(own, post.title) or printed_day(own, post.title)
    sheet.bylines = list(page_bylines(own, post.title))
    sheet.blocks = []
    for block in post.blocks:
        if block is post.title:
            continue
        if (found := page_caption(layout, block)) is not None:
            sheet.captions.append(found)
        elif block.classes.isdisjoint(_ASIDE) and _tells(block, post):
            sheet.blocks.append(block)
    return sheet.draft()


def _inside(place: int, within: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in within)


def _tells(block: Block, post: Post) -> bool:
    """Whether a block is part of a post's text: it stands between its first paragraph and its last."""
    if not post.text:
        return False
    return post.text[0].span.start <= block.span.start <= post.text[-1].span.start
