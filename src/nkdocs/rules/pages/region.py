"""The stretch of a page that stripped text would hold: from the headline to the end of the body.

For outlets whose header lines read the same in markup and in text: the steps for text go on from here.
"""

import re
from collections.abc import Collection, Iterable
from datetime import tzinfo
from typing import Final

import attrs

from nkdocs.layout.block import Block
from nkdocs.records import Text
from nkdocs.rules.editions import edition
from nkdocs.rules.headlines import headline
from nkdocs.rules.pages.authors import page_bylines
from nkdocs.rules.pages.captions import page_caption
from nkdocs.rules.pages.comments import page_thread
from nkdocs.rules.pages.described import section_described
from nkdocs.rules.pages.main import main_blocks
from nkdocs.rules.pages.printed import printed_time
from nkdocs.rules.pages.standfirst import first_sentence, take_page_standfirst
from nkdocs.rules.pages.times import page_published, page_updated
from nkdocs.rules.pages.titles import page_headline
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.rules.threads import losses

__all__ = ["PLUGINS", "fill_described", "part_header", "take_region"]

# What themes and their plugins put around and into a post that is none of it.
PLUGINS: Final = frozenset(
    {
        "sharedaddy", "jp-relatedposts", "post-footer", "entry-footer", "navigation", "nav-links", "post-navigation",
        "widget", "sidebar", "author-box", "addtoany_share_save_container", "post-labels", "blog-pager", "wpcnt",
        "share-buttons", "social-share", "related-posts", "tags-links", "cat-links", "breadcrumbs", "breadcrumb",
        "newsletter-signup", "post-tags", "entry-tags", "postmetadata", "feedback",
    }
)  # fmt: skip
_LINK_SHARE: Final = 0.8
_NEAR: Final = 300
_TITLE_LEAST: Final = 12
_HEAD: Final = 8
_HEADER_MOST: Final = 200
_STOPS: Final = (".", "。", "?", "!", "”", '"')
_SITE: Final = re.compile(r"\s+[-–—|:»·]\s+.{1,60}")


def take_region(
    sheet: Sheet,
    containers: Collection[str] = (),
    aside: Collection[str] = (),
    zone: tzinfo | None = None,
    heading: Block | None = None,
) -> None:
    """Headline, captions and comments; what surrounds the article is set aside, header lines and body are left.

    Args:
        sheet: of the page.
        containers: classes and ids of the elements that hold the body, the surest first.
        aside: classes of elements that are never the article's, also inside it.
        zone: of clocks of comments that name none.
        heading: what the headline is printed in, where the parser knows.
    """
    found, title = page_headline(sheet.layout) if heading is None else (_words(heading), heading)
    sheet.headline = found
    if found is not None and title is None:
        title = _printed(sheet.blocks, found.text)
    if title is not None:
        _take_title(sheet, title)
    thread = page_thread(sheet.layout, sheet.blocks, zone)
    sheet.comments = tuple(thread.comments)
    sheet.labels.extend(thread.labels)
    sheet.notes.extend(losses(thread.comments))
    rest = [block for block in sheet.blocks if block is not title and id(block) not in thread.blocks]
    inside = [block for block in rest if block.classes.isdisjoint(aside)]
    body, _ = main_blocks(sheet.layout, inside, containers)
    if sheet.headline is None and body and (title := _heading_above(inside, body[0])) is not None:
        _take_title(sheet, title)
        rest.remove(title)
    sheet.blocks = list(_region(sheet, rest, inside, body, title))
    take_page_standfirst(sheet, title, first_sentence(body))


def _printed(blocks: list[Block], described: str) -> Block | None:
    """The block that prints a title which the page describes, with or without the site's name behind it."""
    for block in blocks:
        text = block.text
        if text == described:
            return block
        if len(text) >= _TITLE_LEAST and described.startswith(text) and _SITE.fullmatch(described, len(text)):
            return block
    return None


def _words(heading: Block) -> Text:
    return Text(text=" ".join(heading.text.split()), span=heading.span)


def _heading_above(inside: list[Block], first: Block) -> Block | None:
    """The heading right above the body, where the page calls nothing its title."""
    above = [block for block in inside if block.level is not None and block.span.start < first.span.start]
    return above[-1] if above and headline(above[-1]) is not None else None


def _take_title(sheet: Sheet, title: Block) -> None:
    """The printed headline, without the marks beside it and with its kicker."""
    sheet.headline = Text(text=" ".join(title.text.split()), span=title.span)
    found = headline(title)
    if found is not None:
        sheet.headline, sheet.kicker = found.text, found.kicker
        sheet.label_around(title.span, found.text.span, "headline_mark")


def _region(
    sheet: Sheet, rest: list[Block], inside: list[Block], body: list[Block], title: Block | None
) -> Iterable[Block]:
    """The blocks of the article; captions among them become captions, all others are the page's."""
    kept = {id(block) for block in body}
    first = body[0].span.start if body else 0
    start = title.span.end if title is not None else first
    last = body[-1].span.end + _NEAR if body else start
    kept |= {id(block) for block in inside if start <= block.span.start < first and not _is_links(block)}
    # A link to the report in another language is the report's, though it is nothing but a link.
    kept |= {id(block) for block in inside if start <= block.span.start <= last and edition(sheet.layout, block.span)}
    for block in rest:
        if id(block) not in kept:
            sheet.label("boilerplate", block.span, "page_furniture")
        elif (pictured := page_caption(sheet.layout, block)) is not None:
            sheet.captions.append(pictured)
        else:
            yield block


def _is_links(block: Block) -> bool:
    """Whether a line is navigation: several links and little else."""
    linked = sum(link.span.end - link.span.start for link in block.links)
    return len(block.links) > 1 and linked >= _LINK_SHARE * len(block.text)


def part_header(sheet: Sheet) -> None:
    r"""Author and day that a break alone parts, in one short element above the body, are lines.

    >>> import nkdocs
    >>> page = "<div>By Han Sol<br>June 2, 2014</div><p>Rice was cheap in all of the markets.</p>"
    >>> sheet = Sheet.of(nkdocs.lay_out(page, media_type="text/html"), nkdocs.ParseContext())
    >>> part_header(sheet)
    >>> [block.text for block in sheet.blocks[:2]]
    ['By Han Sol', 'June 2, 2014']
    """
    head, rest = sheet.blocks[:_HEAD], sheet.blocks[_HEAD:]
    sheet.blocks = [line for block in head for line in _header_lines(block)] + rest


def _header_lines(block: Block) -> Iterable[Block]:
    """The lines of a short block, if none of them is a sentence."""
    lines = block.text.split("\n")
    short = len(lines) > 1 and len(block.text) <= _HEADER_MOST and block.kind != "preformatted"
    if not short or any(line.rstrip().endswith(_STOPS) for line in lines):
        yield block
        return
    start = 0
    for line in lines:
        if line.strip():
            yield cut(block, start, start + len(line))
        start += len(line) + 1


def fill_described(sheet: Sheet, zone: tzinfo | None = None) -> None:
    """What the page tells machines: its times, more exact than the printed ones, and what nothing printed gave."""
    layout = sheet.layout
    described = page_published(layout, zone) or printed_time(layout, _title_block(sheet), zone)
    if described is not None:
        if sheet.published is not None and sheet.published.span is not None:
            sheet.label("date", sheet.published.span, "printed_date")
        sheet.published = described
    updated = page_updated(layout, zone)
    if updated is not None and (sheet.published is None or updated.edtf != sheet.published.edtf):
        sheet.updated = updated
    if not sheet.bylines:
        # Without blocks nothing printed is looked at again.
        sheet.bylines = list(page_bylines(attrs.evolve(layout, blocks=()), None))
    sheet.section = sheet.section or section_described(layout.meta)


def _title_block(sheet: Sheet) -> Block | None:
    """The block that the headline stands in."""
    span = sheet.headline.span if sheet.headline is not None else None
    if span is None:
        return None
    return next((block for block in sheet.layout.blocks if block.span.start <= span.start < block.span.end), None)
