"""The WordPress theme Newspaper (tagDiv), which names the elements of its articles."""

import re
from collections.abc import Collection, Sequence
from datetime import tzinfo
from typing import Final, NamedTuple

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Byline, Span, Text, When
from nkdocs.rules.footer import take_bio
from nkdocs.rules.header import named_authors
from nkdocs.rules.paragraphs import block_text
from nkdocs.rules.sheet import Sheet
from nkdocs.text.dates import read_when

__all__ = ["TAGDIV_ASIDE", "TAGDIV_BODY", "Named", "is_tagdiv_article", "take_about", "take_named"]

TAGDIV_BODY: Final = ("td-post-content", "tdb_single_content")
# Elements that are never the article's, though some stand inside it.
TAGDIV_ASIDE: Final = frozenset(
    {
        "td-a-rec", "td-post-sharing", "td-post-comments", "td-post-views", "td-post-source-tags", "td-post-next-prev",
        "td-category", "td-crumb-container", "author-box-wrap", "td_block_related_posts", "td_module_wrap",
        "sharedaddy", "jp-relatedposts",
    }
)  # fmt: skip
_SUB_TITLE: Final = frozenset({"td-post-sub-title", "tdb_single_subtitle"})
_AUTHOR: Final = frozenset({"td-post-author-name", "tdb-author-name"})
_DATE: Final = frozenset({"td-post-date", "tdb_single_date"})
_SECTION: Final = "entry-category"
_ABOUT_AUTHOR: Final = "td-author-description"
_HANGUL_NAME: Final = re.compile(r"[가-힣]{2,4}")
_AROUND_NAME: Final = " -–|"


class Named(NamedTuple):
    """What has no place in a sheet yet: the day as printed, and the note on the author."""

    printed: When | None
    about: Block | None


def is_tagdiv_article(blocks: Sequence[Block]) -> bool:
    """Whether the page has the element in which the theme puts an article's body.

    >>> import nkdocs
    >>> page = '<div class="td-post-content"><p>Rice was cheap.</div>'
    >>> is_tagdiv_article(nkdocs.lay_out(page, media_type="text/html").blocks)
    True
    """
    return any(not block.classes.isdisjoint(TAGDIV_BODY) for block in blocks)


def take_named(sheet: Sheet, zone: tzinfo | None = None, groups: Collection[str] = ()) -> Named:
    """Take section, standfirst, author and printed day out of the elements that the theme names after them."""
    printed: When | None = None
    about: Block | None = None
    rest: list[Block] = []
    for block in sheet.blocks:
        classes = block.classes
        if _ABOUT_AUTHOR in classes and about is None:
            about = block
        elif _SECTION in classes and sheet.section is None:
            sheet.section = block.text
            sheet.label("section", block.span, "section_element")
        elif not classes.isdisjoint(TAGDIV_ASIDE):
            rest.append(block)
        elif not classes.isdisjoint(_SUB_TITLE) and sheet.standfirst is None:
            sheet.standfirst = Text(text=block_text(block), span=block.span)
        elif not classes.isdisjoint(_AUTHOR):
            sheet.bylines.extend(_author(sheet.layout, block, groups))
            sheet.label("byline", block.span, "author_element")
        elif not classes.isdisjoint(_DATE):
            printed = printed or read_when(block.text, block.span, zone=zone)
            sheet.label("date", block.span, "date_element")
        else:
            rest.append(block)
    sheet.blocks = rest
    return Named(printed, about)


def _author(layout: Layout, block: Block, groups: Collection[str]) -> tuple[Byline, ...]:
    """The author in an element that names one, without the words and signs beside the name."""
    text = block.text
    first = len(text) - len(text.removeprefix("By "))
    name = text[first:].rstrip(_AROUND_NAME)
    start = block.span.start + first
    span = Span(start, start + len(name))
    if _HANGUL_NAME.fullmatch(name):
        return (Byline(name=name, raw=name, span=span),)
    return named_authors(layout, span, groups) if name else ()


def take_about(sheet: Sheet, about: Block | None) -> None:
    """The note on the author; one that names nobody is about the only author there is."""
    if about is None or take_bio(sheet, about):
        return
    if len(sheet.bylines) == 1:
        sheet.bylines = [attrs.evolve(sheet.bylines[0], bio=block_text(about))]
    sheet.label("bio", about.span, "author_element")
