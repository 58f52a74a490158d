"""NK News (nknews.org): articles cut off by the paywall, lists of sections and authors."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Claim, Entry, Evidence, Note, Result, Span, Strength, Text, When
from nkdocs.rules.header import take_standfirst
from nkdocs.rules.headlines import headline
from nkdocs.rules.pages.weblogs import read_weblog, site_claim
from nkdocs.rules.paragraphs import block_text
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.weblogs import CONTAINERS, Weblog
from nkdocs.text.dates import read_when

__all__ = ["NKNews"]

_NAMES: Final = frozenset({"nk news", "nk news - north korea news", "nk news | north korea news", "nk pro"})
_LISTS: Final = re.compile(
    r"https?://[^/]+(?:/?(?:\?.*)?\Z|/(?:content_author|author|category|tag|page|section|search|topics?)/"
    r"|/\d{4}/(?:\d{2}/)?(?:page/\d+/?)?(?:\?.*)?\Z|/\?s=)"
)
_FURNITURE: Final = re.compile(
    r"NK (?:PRO|News|NEWS)|About the author|More articles by .{1,80}|Join the influential community.{0,120}"
    r"|(?:Recommended|Related|Latest|Popular) (?:stories|articles|headlines)|Want to read more\?"
    r"|View (?:more|all) .{1,60}"
    r"|(?:Facebook|Twitter|LinkedIn|E-?mail|Print|Share|Copy link)|(?:Featured image|Main (?:picture|image|photo))s?"
)
# A paragraph that the paywall cut ends in the middle of a sentence.
_ENDS: Final = (".", "!", "?", "”", '"', "’", "'", ")", ":", "…", "]")
_STANDFIRST_MOST: Final = 300
_WORDS_LEAST: Final = 6
# Title, standfirst, first paragraph: what the paywall leaves.
_OPENING: Final = 2
_SENTENCE_MOST: Final = 200
# "Han Sol | Kim Mirae November 24, 2020" ends an item of a list.
_SIGNED_DAY: Final = re.compile(r"(?P<authors>[^\d\n]{3,100}?) (?P<date>[A-Z][a-z]{2,8} \d{1,2}, \d{4})")
_JOINT: Final = re.compile(r" ?\| ?|, | and ")
_TEASER_LEAST: Final = 20
_SIGN: Final = "More articles by '"
_MARK: Final = "NK PRO"


class NKNews:
    """Titles and standfirsts are whole; of the text a reader who does not pay sees the opening."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """The marks of its lists together, or the name of a page's site."""
        if layout.document.url is not None:
            return None
        if _SIGN in layout.text and any(block.text == _MARK for block in layout.blocks):
            return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="list-of-author")])
        return site_claim(layout, _NAMES)

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One article, or a list."""
        return read_weblog(layout, ctx, _HABITS)


def _header(sheet: Sheet) -> None:
    """The standfirst; one that ends in a stop is one where it and the cut paragraph are all there is."""
    if sheet.headline is None or sheet.standfirst is not None or take_standfirst(sheet, _STANDFIRST_MOST):
        return
    if len(sheet.blocks) != _OPENING or not _is_cut(sheet.blocks[1]) or not _is_sentence(sheet.blocks[0]):
        return
    block = sheet.blocks.pop(0)
    sheet.standfirst = Text(text=block_text(block), span=block.span)


def _is_sentence(block: Block) -> bool:
    text = block.text
    return not block.depth and len(text) <= _SENTENCE_MOST and text.endswith(".") and ". " not in text


def _body(sheet: Sheet) -> None:
    """A text that breaks off was cut by the paywall."""
    last = sheet.blocks[-1] if sheet.blocks else None
    if last is None or any(note.code == "paywall" for note in sheet.notes) or not _is_cut(last):
        return
    sheet.notes.append(Note(code="paywall", span=last.span))


def _is_cut(block: Block) -> bool:
    text = block.text
    return not block.depth and len(text.split()) >= _WORDS_LEAST and not text.endswith(_ENDS)


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    """The items of a list: each ends with its author and day; its title stands there two or three times."""
    item: list[Block] = []
    for block in blocks:
        found = _SIGNED_DAY.fullmatch(block.text)
        span = Span(block.span.start + found.start("date"), block.span.end) if found else None
        when = read_when(found["date"], span) if found else None
        if found is None or when is None:
            item.append(block)
        else:
            authors = {found["authors"], *_JOINT.split(found["authors"])}
            yield from _entry([one for one in item if one.text not in authors], when, block)
            item = []


def _entry(item: Sequence[Block], published: When, signed: Block) -> Iterator[Entry]:
    """The item of a title, its day and the line under it, if it has a title."""
    lines = Counter(line for block in item for line in set(block.text.splitlines()))
    title = next((block for block in item if _is_repeated(block, lines)), None)
    if title is None:
        titles = [block for block in item if headline(block) is not None]
        title = titles[0] if titles else None
    if title is None:
        return
    words = title.text.splitlines()[0]
    below = [b for b in item if b.span.start > title.span.start and words not in b.text.splitlines()]
    teaser = next((b for b in below if len(b.text) >= _TEASER_LEAST and not _FURNITURE.fullmatch(b.text)), None)
    yield Entry(
        headline=words,
        published=published,
        teaser=teaser.text if teaser is not None else None,
        span=Span(title.span.start, signed.span.end),
    )


def _is_repeated(block: Block, lines: Counter[str]) -> bool:
    own = block.text.splitlines()
    again = len(own) > 1 and len(set(own)) == 1
    return (again or lines[own[0]] > 1) and not _FURNITURE.fullmatch(own[0])


_HABITS: Final = Weblog(
    outlet="nknews",
    masthead=_NAMES,
    furniture=_FURNITURE,
    lists=_LISTS,
    containers=("article-content", "article-body", "content-body", *CONTAINERS),
    entries=_entries,
    header=_header,
    body=_body,
)
