"""What a page of HTML is, if it is no article: a list of articles, several whole ones, a forum's topic, a shell."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Draft, Entry, Label, Note, Result, Span
from nkdocs.rules.furniture import paywall_line
from nkdocs.rules.missing_pages import says_missing, without_article
from nkdocs.rules.pages.described import articles_described, items_of
from nkdocs.rules.pages.entries import page_entries
from nkdocs.rules.pages.linked_entries import linked_entries
from nkdocs.rules.pages.posts import Post, page_posts, read_post
from nkdocs.rules.pages.titles import headline_block
from nkdocs.rules.sheet import Sheet

__all__ = ["missing_page", "no_single_article", "take_paywall"]

# What the body element of WordPress and its like calls itself on a page that points to posts.
_LIST_CLASSES: Final = frozenset(
    {
        "archive",
        "category",
        "tag",
        "search",
        "search-results",
        "author",
        "blog",
        "home",
        "date",
        "tax",
        "post-type-archive",
    }
)
_POST_CLASSES: Final = frozenset({"single", "single-post", "page", "page-template", "singular"})
_LIST_KINDS: Final = frozenset({"CollectionPage", "SearchResultsPage", "ItemList", "ProfilePage"})
# /tag/rice/   /category/economy   /author/han-sol/page/2/   /2014/06/   /?s=rice   /
_LIST_ADDRESS: Final = re.compile(
    r"https?://[^/?#]+(?:(?:/[\w-]{2,12})?/(?:tags?|categor(?:y|ies)|authors?|topics?|archives?|search|labels?)(?:/[^/?#]+)?"
    r"(?:/page/\d+)?/?(?:\?[^#]*)?|(?:/[\w-]{1,20}){0,2}/(?:article)?list(?:\.[a-z]{2,5})?/?(?:\?[^#]*)?|/\d{4}(?:/\d{2})?/?(?:page/\d+/?)?|/?(?:index\.(?:html?|php))?|/?\?s=[^#]*)(?:#.*)?"
)
# Tag: rice   Posts tagged ‘rice’   Search results for: rice
_LIST_TITLE: Final = re.compile(
    r"(?:tag|category|author|archives?|topic|label|search(?: results)?(?: for)?|태그|タグ|カテゴリー|标签)\s*[:：]"
    r"\s*\S.{0,80}"
    r"|(?:posts (?:tagged|by|in)|(?:tag|category|monthly) archives?|archives? for|search results)\b.{0,80}",
    re.IGNORECASE,
)
_BODY: Final = 2
_SHELL: Final = re.compile(
    r"(?:loading|please wait|lädt|chargement|cargando|로딩 ?중|読み込み中|加载中)\W*"
    r"|.{0,80}\b(?:enable|activate|turn on|requires?|aktivieren|activer|habilit\w+)\b.{0,40}\bjavascript\b.{0,120}"
    r"|.{0,40}\bjavascript\b.{0,80}\b(?:enabled?|disabled|required|turned on|aktivier\w+)\b.{0,120}",
    re.IGNORECASE,
)
_FRAME: Final = re.compile(r"/(?:nav|header|footer|aside|form|button)(?:\[|/|\Z)")
# Characters of a title, and of one in a script that needs fewer.
_TITLE_LEAST: Final = 24
_WIDE_LEAST: Final = 9
_FEWEST: Final = 2
_FEWEST_UNTOLD: Final = 4
_LINK_SHARE: Final = 0.6
_PROSE_LEAST: Final = 160
_WALL: Final = re.compile(
    r"(?:^|[-_])(?:pay-?wall|reg-?wall|wall|subscri(?:be|ption)|premium|member(?:ship)?s?|piano|meter)(?:$|[-_])"
)
# Of a stub a page shows a few paragraphs.
_STUB_MOST: Final = 1500


def no_single_article(sheet: Sheet) -> Result | None:
    """The page as what it is, if that is not one article; nothing has been taken from the sheet.

    >>> import nkdocs
    >>> page = "<body class=archive><h1>Rice</h1><h2><a href=/1>It falls</a></h2><h2><a href=/2>It rises</a></h2>"
    >>> nkdocs.parse(page, media_type="text/html").kind
    'listing'
    """
    layout = sheet.layout
    missing = missing_page(sheet)
    if missing is not None or _is_shell(layout, sheet.blocks):
        return missing or sheet.empty()
    if _is_described(layout):
        return None
    title = headline_block(layout)
    told = _says_list(layout, sheet.blocks) or _is_called_list(layout, title)
    if (not told and title is not None and not title.links) or _titles_itself(sheet):
        return None
    posts = page_posts(sheet.blocks)
    whole = [post for post in posts if post.whole]
    if len(whole) >= _FEWEST and 2 * len(whole) > len(posts):
        return _several(sheet, posts)
    entries = tuple(page_entries(layout, sheet.blocks))
    if told and len(entries) < _FEWEST:
        entries = tuple(linked_entries(layout, sheet.blocks))
    if len(entries) >= (_FEWEST if told else _FEWEST_UNTOLD) and _mostly_pointers(sheet.blocks, entries):
        return sheet.listed(entries)
    return None


def missing_page(sheet: Sheet) -> Result | None:
    """A text or a page that holds no article and says so, as what it is; links and what frames a page count nothing.

    >>> import nkdocs
    >>> sheet = Sheet.of(nkdocs.lay_out("<nav>Home</nav><h1>Page not found</h1>"), nkdocs.ParseContext())
    >>> missing_page(sheet).kind
    'empty'
    """
    if sheet.layout.document.media_type == "text/plain":
        return without_article(sheet)
    framed = [block for block in sheet.blocks if block.level is not None or not _FRAME.search(block.path or "")]
    own = [block for block in framed if not _is_pointer(block)]
    if _is_described(sheet.layout) or (_leads_to_titles(framed) and not says_missing(own)):
        return None
    return without_article(sheet, own)


def _leads_to_titles(blocks: Iterable[Block]) -> bool:
    """Whether some of the links read as titles rather than as parts of the site: a page of nothing else is a list."""
    return sum(len(b.text) >= (_TITLE_LEAST if b.text.isascii() else _WIDE_LEAST) for b in blocks if _is_pointer(b)) > 1


def take_paywall(sheet: Sheet) -> None:
    """Note a page that shows only the beginning of its article, once its body is what is left.

    It says so to machines, or to readers in a line, which is no part of the body.
    """
    lines = [block for block in sheet.layout.blocks if paywall_line(block.text)]
    declared = any(_is_closed(item) for item in articles_described(sheet.layout.meta))
    if not (lines or declared) or sum(len(block.text) for block in sheet.blocks) > _STUB_MOST:
        return
    sheet.notes.append(Note(code="paywall", span=lines[0].span if lines else None))
    taken = {block.span for block in (*lines, *_beside(lines, sheet.layout.blocks))}
    sheet.drop(lambda block: block.span in taken, "boilerplate", "paywall")


def _beside(lines: Sequence[Block], blocks: Iterable[Block]) -> Iterator[Block]:
    """What stands with such a line in an element that is called a wall: prices, buttons."""
    walls = {
        (line.path or "").rpartition("/")[0]
        for line in lines
        for step in line.element.steps[-1:]
        if any(map(_WALL.search, step.classes | step.ids))
    } - {""}
    for block in blocks if walls else ():
        path = block.path or ""
        if len(block.text) <= _PROSE_LEAST and (path in walls or path.rpartition("/")[0] in walls):
            yield block


def _is_closed(item: Mapping[str, object]) -> bool:
    free = item.get("isAccessibleForFree")
    return free is False or (isinstance(free, str) and free.strip().casefold() == "false")


def _is_described(layout: Layout) -> bool:
    """Whether the page tells machines that it is one article."""
    articles = articles_described(layout.meta)
    return len(articles) == 1 or layout.meta.opengraph.get("og:type", "").casefold() == "article"


def _titles_itself(sheet: Sheet) -> bool:
    """Whether a heading is a link to the page itself, as old weblogs have it; the front page is linked everywhere."""
    told = (sheet.layout.document.url, sheet.layout.meta.canonical)
    own = {plain for url in told if url and (plain := _plain(url)).strip("/").count("/") > _BODY}
    return any(_plain(link.url) in own for block in sheet.blocks if block.level is not None for link in block.links)


def _plain(url: str) -> str:
    return url.partition("#")[0].rstrip("/")


def _says_list(layout: Layout, blocks: Sequence[Block]) -> bool:
    """Whether the page says that it points to articles: in its body's classes or for machines."""
    kinds = {kind for item in layout.meta.jsonld for kind in items_of(item.get("@type")) if isinstance(kind, str)}
    if not kinds.isdisjoint(_LIST_KINDS):
        return True
    outermost = next((step for block in blocks[:1] for step in block.element.steps if step.depth <= _BODY), None)
    classes = outermost.classes if outermost is not None else frozenset[str]()
    return not _LIST_CLASSES.isdisjoint(classes) and _POST_CLASSES.isdisjoint(classes)


def _is_called_list(layout: Layout, title: Block | None) -> bool:
    """Whether the page's address or its printed title is that of a list: of a tag, a month, an author, the front."""
    if _LIST_ADDRESS.fullmatch(layout.document.url or layout.meta.canonical or ""):
        return True
    lines = [block for block in layout.blocks if block.level == 1] if title is None else [title]
    return any(_LIST_TITLE.fullmatch(block.text) for block in lines)


def _is_shell(layout: Layout, blocks: Sequence[Block]) -> bool:
    """Whether a script was to fill the page: nothing stands in it but its frame and a request for scripts."""
    if headline_block(layout) is not None:
        return False
    left = [block for block in blocks if not (_FRAME.search(block.path or "") or _is_pointer(block))]
    return all(_SHELL.fullmatch(block.text) for block in left if len(block.text) <= _PROSE_LEAST * 2) and not any(
        len(block.text) > _PROSE_LEAST * 2 for block in left
    )


def _is_pointer(block: Block) -> bool:
    linked = sum(link.span.end - link.span.start for link in block.links)
    return linked >= _LINK_SHARE * len(block.text)


def _mostly_pointers(blocks: Sequence[Block], entries: Sequence[Entry]) -> bool:
    """Whether no more prose stands outside the items than they have teasers, and a little."""
    inside = [entry.span for entry in entries if entry.span is not None]
    prose = [b for b in blocks if len(b.text) >= _PROSE_LEAST and not _is_pointer(b) and b.level is None]
    outside = sum(not any(span.start <= block.span.start < span.end for span in inside) for block in prose)
    return outside <= max(1, len(entries) // 2)


def _several(sheet: Sheet, posts: Sequence[Post]) -> Result:
    """Each post as an article; what stands around them is the page's."""
    drafts = [read_post(sheet.layout, sheet.ctx, post) for post in posts]
    taken = sorted((span for draft in drafts for span in _spans(draft)), key=lambda span: (span.start, span.end))
    return Result(drafts=drafts, kind="articles", labels=list(_between(sheet, taken)), notes=sheet.notes)


def _spans(draft: Draft) -> Iterator[Span]:
    """Where the values of a draft stand."""
    values = (draft.headline, draft.published, *draft.bylines, *draft.paragraphs, *draft.captions)
    yield from (value.span for value in values if value is not None and value.span is not None)


def _between(sheet: Sheet, taken: Sequence[Span]) -> Iterator[Label]:
    """A label on each stretch of a block that no value takes."""
    at = 0
    for block in sheet.blocks:
        start = block.span.start
        while at < len(taken) and taken[at].end <= start:
            at += 1
        number = at
        while start < block.span.end:
            inside = number < len(taken) and taken[number].start < block.span.end
            end = max(start, taken[number].start) if inside else block.span.end
            if sheet.layout.text[start:end].strip():
                yield Label(role="boilerplate", span=Span(start, end), rule="around_posts")
            start = max(end, taken[number].end) if inside else block.span.end
            number += 1
