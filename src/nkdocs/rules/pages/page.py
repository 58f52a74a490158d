"""The steps that read a page of HTML: from its description of itself to the blocks of its article."""

import re
from collections.abc import Collection, Iterable
from datetime import tzinfo
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Label, Span, When
from nkdocs.rules.pages.authors import page_bylines
from nkdocs.rules.pages.captions import page_caption
from nkdocs.rules.pages.comments import PageThread, page_thread
from nkdocs.rules.pages.described import section_described
from nkdocs.rules.pages.main import main_blocks
from nkdocs.rules.pages.printed import printed_day, printed_time
from nkdocs.rules.pages.standfirst import first_sentence, take_page_standfirst
from nkdocs.rules.pages.times import page_published, page_updated, published_in_url
from nkdocs.rules.pages.titles import page_headline
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.threads import losses

__all__ = ["is_page", "take_page"]

# "0 comments" under a title: how many readers answered.
_COUNT: Final = re.compile(
    r"(?:(?:\d{1,5}|no|leave a|add a|post a) (?:comments?|repl(?:y|ies)|responses?)"
    r"|(?:댓글|コメント) ?\(?\d{0,5}\)?)",
    re.IGNORECASE,
)
_COUNT_MOST: Final = 24
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})


def is_page(sheet: Sheet) -> bool:
    """Whether the document is a page of HTML."""
    return sheet.layout.document.media_type in _HTML


def take_page(sheet: Sheet, zone: tzinfo | None = None, containers: Collection[str] = ()) -> None:
    """Headline, dates, bylines, section, captions, comments; what is none of the article is set aside.

    What is left in ``sheet.blocks`` is the article's body.

    Args:
        sheet: of the page.
        zone: of clocks that name none.
        containers: classes and ids of the elements that hold the body, the surest first; of any site if empty.
    """
    headline, title = page_headline(sheet.layout)
    thread = page_thread(sheet.layout, sheet.blocks, zone)
    told = _without(sheet.layout, thread)
    sheet.headline = headline
    sheet.published = page_published(told, zone) or printed_time(told, title, zone) or _day(told, title)
    sheet.updated = _updated(sheet, zone)
    sheet.bylines = list(page_bylines(told, title))
    sheet.section = section_described(told.meta)
    sheet.comments = tuple(thread.comments)
    sheet.labels.extend(thread.labels)
    sheet.notes.extend(losses(thread.comments))
    rest = [block for block in sheet.blocks if block is not title and id(block) not in thread.blocks]
    body, _ = main_blocks(sheet.layout, rest, containers)
    sheet.blocks = rest
    take_page_standfirst(sheet, title, first_sentence(body))
    times = {span for span, _ in sheet.layout.meta.times}
    body = [one for one in body if one.span not in times and not _is_taken(sheet, one) and not _is_count(one)]
    rest = sheet.blocks
    doubt = sheet.layout.main.doubt() if sheet.layout.main is not None and not containers else None
    if doubt is not None:
        sheet.notes.append(doubt)
    _set_aside(sheet, rest, body)


def _day(told: Layout, title: Block | None) -> When | None:
    """The day of the address, as it is printed where the page prints the same; else what it prints."""
    addressed = published_in_url(told.document.url or told.meta.canonical)
    printed = printed_day(told, title)
    if addressed is None or (printed is not None and printed.earliest == addressed.earliest):
        return printed
    return addressed


def _is_taken(sheet: Sheet, block: Block) -> bool:
    return sheet.standfirst is not None and block.span == sheet.standfirst.span


def _is_count(block: Block) -> bool:
    return len(block.text) <= _COUNT_MOST and _COUNT.fullmatch(block.text) is not None


def _without(layout: Layout, thread: PageThread) -> Layout:
    """The page without its comments: their authors and times are not the article's."""
    if not thread.blocks:
        return layout
    first = min(label.span.start for label in thread.labels)
    last = max(label.span.end for label in thread.labels)
    times = tuple((span, value) for span, value in layout.meta.times if span is None or not first <= span.start < last)
    blocks = tuple(block for block in layout.blocks if id(block) not in thread.blocks)
    return attrs.evolve(layout, blocks=blocks, meta=attrs.evolve(layout.meta, times=times))


def _updated(sheet: Sheet, zone: tzinfo | None) -> When | None:
    """When the page was changed, if that is another time than its publication."""
    updated = page_updated(sheet.layout, zone)
    published = sheet.published
    if updated is None or published is None:
        return updated
    same = (updated.instant, updated.earliest) == (published.instant, published.earliest)
    return None if same else updated


def _set_aside(sheet: Sheet, rest: list[Block], body: list[Block]) -> None:
    """Keep the body in the sheet; captions inside it, its standfirst, and what only surrounds it are no body."""
    kept = {id(block) for block in body}
    first = body[0].span.start if body else 0
    last = body[-1].span.end if body else 0
    start = sheet.headline.span.start if sheet.headline is not None and sheet.headline.span is not None else first
    fields = sorted(_field_spans(sheet), key=lambda span: (span.start, span.end))
    sheet.blocks = []
    for block in rest:
        taken = [span for span in fields if block.span.start <= span.start and span.end <= block.span.end]
        if min(start, first) <= block.span.start < last and (found := page_caption(sheet.layout, block)) is not None:
            sheet.captions.append(found)
        elif id(block) in kept and not taken:
            sheet.blocks.append(block)
        else:
            sheet.labels.extend(_around(sheet, block.span, taken))


def _field_spans(sheet: Sheet) -> Iterable[Span]:
    values = [sheet.published, sheet.updated, *sheet.bylines]
    return [value.span for value in values if value is not None and value.span is not None]


def _around(sheet: Sheet, whole: Span, taken: list[Span]) -> Iterable[Label]:
    """What stands in a block beside the values found in it is boilerplate."""
    start = whole.start
    for span in [*taken, Span(whole.end, whole.end)]:
        if start < span.start and sheet.layout.text[start : span.start].strip():
            yield Label(role="boilerplate", span=Span(start, span.start), rule="page_furniture")
        start = max(start, span.end)
