"""Weblogs, as text and as pages: the posts of a page, their days and authors, a list of titles."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout, Meta
from nkdocs.layout.context import ParseContext
from nkdocs.records import Byline, Claim, Entry, Evidence, Result, Span, Strength, Text, When
from nkdocs.rules.bylines import person
from nkdocs.rules.headlines import headline
from nkdocs.rules.pages.authors import page_bylines
from nkdocs.rules.pages.captions import page_caption
from nkdocs.rules.pages.described import section_described
from nkdocs.rules.pages.entries import page_entries
from nkdocs.rules.pages.kinds import missing_page, take_paywall
from nkdocs.rules.pages.linked_entries import linked_entries
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.pages.printed import printed_day, printed_time
from nkdocs.rules.pages.region import PLUGINS, part_header, take_region
from nkdocs.rules.pages.site_names import take_site_name
from nkdocs.rules.pages.times import page_published, page_updated, published_in_url
from nkdocs.rules.pages.titles import headline_block
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.weblogs import Weblog, day_of_post, read_post, weblog_text
from nkdocs.text.dates import read_when

__all__ = ["read_weblog", "site_claim", "take_weblog"]

_TITLES: Final = frozenset({"entry-title", "post-title", "posttitle", "storytitle"})
# What stands above or under a title and tells of the post.
_DATED: Final = frozenset({"date-header", "entry-date", "post-date", "the-date", "postdate"})
_META: Final = frozenset(
    {
        "entry-meta", "post-meta", "postmeta", "meta", "byline", "post-info", "entry-header-meta", "postmetadata",
        "post-header-line-1", "entry-utility", "posted-on", "author", "post-author", "vcard", "entry-author",
        "entry-date", "post-date", "single-meta", "article-meta", "date-header",
    }
)  # fmt: skip
# By Han Sol on April 20, 2009 in Economy
_SIGNED: Final = re.compile(
    r"\b[Bb]y:? (?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}?)(?= (?:on|in|at|[|·•–-])\s|,|\s*\Z)"
)
# Han Sol | April 20, 2009
_DATED_NAME: Final = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}?)\s*[|·•–,-]?\s*"
    r"(?=(?:January|February|March|April|May|June|July|August|September|October|November|December) \d)"
)
_DAY_NAME: Final = re.compile(r"(?:^|[-_])(?:date|published|posted)(?:$|[-_])")
_DAY_MOST: Final = 60
_TITLE_LEVEL: Final = 3
_LINE_MOST: Final = 200
_PROSE_LEAST: Final = 60
_FEWEST: Final = 2
# A title, a picture, an author, a day, a teaser: the last item must not reach into the page's foot.
_ITEM: Final = 6
_CUT: Final = ("...", "…", "[…]", "[...]", "»", "→", "Read more", "Read More", "[Read More]")


def site_claim(layout: Layout, names: frozenset[str]) -> Claim | None:
    """The claim of a page without a url that says, in lower case, which of these names its site has.

    >>> import nkdocs
    >>> page = '<meta property="og:site_name" content="Border Ledger"><p>Rice.'
    >>> site_claim(nkdocs.lay_out(page, media_type="text/html"), frozenset({"border ledger"})).strength.name
    'MARKERS'
    """
    meta = layout.meta
    if layout.document.url is not None or meta.canonical is not None or not meta.opengraph:
        return None
    name = meta.opengraph.get("og:site_name")
    if name is None or " ".join(name.split()).casefold() not in names:
        return None
    return Claim(strength=Strength.MARKERS, evidence=[Evidence(rule="site-name", detail=name)])


def read_weblog(layout: Layout, ctx: ParseContext, habits: Weblog) -> Result:
    r"""A page or text of a weblog: one post, several whole ones, or a list of titles.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("Rice falls\n\nIt fell by a third in Hyesan.")
    >>> read_weblog(layout, nkdocs.ParseContext(), Weblog(outlet="ledger")).drafts[0].headline.text
    'Rice falls'
    """
    sheet = Sheet.of(layout, ctx)
    return take_weblog(sheet, habits) or sheet.result(outlet=habits.outlet)


def take_weblog(sheet: Sheet, habits: Weblog) -> Result | None:
    """The same; one post is left in the sheet, its text in the blocks."""
    result = missing_page(sheet) or (_page(sheet, habits) if is_page(sheet) else weblog_text(sheet, habits))
    if result is None and is_page(sheet):
        take_paywall(sheet)
    if result is None and sheet.published is None:
        sheet.published = published_in_url(sheet.layout.document.url or sheet.layout.meta.canonical)
    return result


def _page(sheet: Sheet, habits: Weblog) -> Result | None:
    inside = _inside(sheet.blocks, habits.containers)
    posts = list(_posts(sheet, inside))
    if len(posts) > 1 and 2 * sum(map(_is_cut, posts)) < len(posts):
        return _whole_posts(sheet, posts, habits)
    if len(posts) > 1 or _is_list(sheet, habits, inside):
        return sheet.listed(_entries(sheet, habits))
    _read_page(sheet, _title(sheet, posts, habits), habits)
    return None


def _title(sheet: Sheet, posts: Sequence[list[Block]], habits: Weblog) -> Block | None:
    """The heading of the one post; the name of the site is none."""
    blocks = tuple(block for block in sheet.layout.blocks if block.text.casefold() not in habits.masthead)
    found = headline_block(attrs.evolve(sheet.layout, blocks=blocks))
    if found is None and len(posts) == 1:
        return next(block for block in posts[0] if _is_title(block))
    return found


def _entries(sheet: Sheet, habits: Weblog) -> Iterator[Entry]:
    """The items of a list; the name of the site is none, and a day may stand beside an author."""
    blocks = [block for block in _without_repeats(sheet.blocks) if block.text.casefold() not in habits.masthead]
    lines = [block for block in blocks if len(block.text) <= _LINE_MOST]
    places = [line.span.start for line in lines]
    entries = list(page_entries(sheet.layout, blocks, habits.zone))
    for entry in entries or linked_entries(sheet.layout, blocks, habits.zone):
        if entry.published is not None or entry.span is None:
            yield entry
            continue
        first = bisect_left(places, entry.span.start)
        under = list(_up_to_title(lines[first : first + _ITEM]))
        yield attrs.evolve(entry, published=_day_under(sheet, under, habits))


def _up_to_title(lines: Sequence[Block]) -> Iterator[Block]:
    """An item's title and the lines under it, without the next item."""
    for number, line in enumerate(lines):
        if number and _is_title(line):
            return
        yield line


def _without_repeats(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks without lines that are the title above them again, with an arrow behind it."""
    title = ""
    for block in blocks:
        if block.level is not None:
            title = block.text
        elif title and block.text.rstrip(" »→") == title:
            continue
        yield block


def _day_under(sheet: Sheet, lines: Sequence[Block], habits: Weblog) -> When | None:
    """The day in one of the lines of an item: as the outlet writes it, else the first whole one."""
    told = next((day for line in lines if (day := day_of_post(sheet, line, habits)) is not None), None)
    return told or printed_day(attrs.evolve(sheet.layout, blocks=tuple(lines)), None)


def _is_list(sheet: Sheet, habits: Weblog, inside: Sequence[Block]) -> bool:
    """Whether a page points to posts instead of holding one."""
    if habits.lists is not None and habits.lists.match(sheet.layout.document.url or ""):
        return True
    if inside:
        return False
    title = headline_block(sheet.layout)
    return (title is None or bool(title.links)) and len(
        list(page_entries(sheet.layout, sheet.blocks, habits.zone))
    ) >= _FEWEST


def _inside(blocks: Sequence[Block], containers: Sequence[str]) -> list[Block]:
    """The blocks in the first of the containers that there is."""
    names = frozenset(containers)
    among = [b for b in blocks if not (names.isdisjoint(b.classes) and names.isdisjoint(b.ids))]
    for name in containers if among else ():
        found = [block for block in among if name in block.classes or name in block.ids]
        if found:
            return found
    return []


def _posts(sheet: Sheet, inside: Sequence[Block]) -> Iterator[list[Block]]:
    """For each title with text under it: the day above it, the title, what tells of it, its text."""
    held = set(map(id, inside))
    blocks = sheet.blocks
    starts = [number for number, block in enumerate(blocks) if id(block) not in held and _is_title(block)]
    day: Block | None = None
    done = 0
    for first, after in pairwise([*starts, len(blocks)]):
        day = next((block for block in blocks[done:first] if not _DATED.isdisjoint(block.classes)), day)
        under = blocks[first + 1 : after]
        done = first
        if any(id(block) in held for block in under):
            post = list(_of_post(under, held))
            # A day between a title and its text is that post's own, and none of the post below it.
            own = any(not _DATED.isdisjoint(block.classes) for block in post)
            yield [*([day] if day is not None and not own else []), blocks[first], *post]
            if own:
                day, done = None, after


def _of_post(under: Sequence[Block], held: set[int]) -> Iterator[Block]:
    """The lines between a title and its text, and the text."""
    begun = False
    for block in under:
        if not block.classes.isdisjoint(PLUGINS):
            continue
        begun = begun or id(block) in held
        if id(block) in held or (not begun and len(block.text) <= _LINE_MOST):
            yield block


def _is_title(block: Block) -> bool:
    called = not block.classes.isdisjoint(_TITLES)
    return called or (block.level is not None and block.level <= _TITLE_LEVEL and len(block.links) == 1)


def _is_cut(post: Sequence[Block]) -> bool:
    return post[-1].text.endswith(_CUT)


def _whole_posts(sheet: Sheet, posts: Sequence[list[Block]], habits: Weblog) -> Result:
    """Several posts, each read from its own blocks."""
    parts = [Sheet.of(sheet.layout, sheet.ctx, blocks) for blocks in posts]
    own = {id(block) for part in parts for block in part.blocks}
    sheet.drop(lambda block: id(block) not in own, "boilerplate", "around_posts")
    placed = ((span, value) for span, value in sheet.layout.meta.times if span is not None)
    times = sorted(placed, key=lambda time: time[0].start)
    starts = [span.start for span, _ in times]
    for part in parts:
        first, last = (bisect_left(starts, place) for place in (part.blocks[0].span.start, part.blocks[-1].span.end))
        _read_whole_post(part, Meta(times=tuple(times[first:last])), habits)
    drafts = [part.draft(outlet=habits.outlet) for part in parts]
    return Result(drafts=drafts, kind="articles", labels=sheet.labels, notes=sheet.notes)


def _read_whole_post(part: Sheet, told: Meta, habits: Weblog) -> None:
    """One of several posts; of what describes the page only the times inside it are its own."""
    title = next(block for block in part.blocks if _is_title(block))
    found = headline(title)
    part.headline = found.text if found is not None else Text(text=" ".join(title.text.split()), span=title.span)
    part.kicker = found.kicker if found is not None else None
    part.label_around(title.span, part.headline.span, "headline_mark")
    above = [block for block in part.blocks if block.span.end <= title.span.start]
    rest = [block for block in part.blocks if block.span.start >= title.span.end]
    part.blocks = []
    for block in rest:
        if (pictured := page_caption(part.layout, block)) is not None:
            part.captions.append(pictured)
        else:
            part.blocks.append(block)
    header = [*above, *_header(part, habits)]
    _read_with_header(part, title, header, attrs.evolve(part.layout, meta=told), habits)


def _read_page(sheet: Sheet, title: Block | None, habits: Weblog) -> None:
    """The one post of a page, as the page describes it and as it is printed."""
    take_region(sheet, habits.containers, PLUGINS, habits.zone, title)
    take_site_name(sheet, habits.masthead)
    part_header(sheet)
    above = [b for b in sheet.layout.blocks if title and b.span.end <= title.span.start and _is_dated(b)]
    header = [*above[-1:], *_header(sheet, habits)]
    # The day above the title was set aside with what surrounds the post.
    dated = {block.span for block in above[-1:]}
    sheet.labels = [label for label in sheet.labels if label.span not in dated]
    _read_with_header(sheet, title, header, sheet.layout, habits)
    described = page_published(sheet.layout, habits.zone)
    if described is not None:
        _replace_published(sheet, described)
    updated = page_updated(sheet.layout, habits.zone)
    if updated is not None and (sheet.published is None or updated.edtf != sheet.published.edtf):
        sheet.updated = updated
    sheet.section = sheet.section or section_described(sheet.layout.meta)


def _is_dated(block: Block) -> bool:
    return not block.classes.isdisjoint(_DATED) and block.classes.isdisjoint(PLUGINS)


def _header(sheet: Sheet, habits: Weblog) -> list[Block]:
    """The lines before the first one that is the post's text."""
    held = {id(block) for block in _inside(sheet.blocks, habits.containers)}
    lines: list[Block] = []
    for block in sheet.blocks:
        if id(block) in held or (not held and len(block.text) > _LINE_MOST):
            break
        lines.append(block)
    return lines


def _read_with_header(sheet: Sheet, title: Block | None, header: Sequence[Block], told: Layout, habits: Weblog) -> None:
    """The post, once author and day are read off the lines beside its title; ``told`` is what describes it."""
    lines = [block for block in (title, *header) if block is not None]
    times = _times_in(lines, told.meta)
    near = attrs.evolve(told, blocks=tuple(lines), meta=attrs.evolve(told.meta, times=tuple(times)))
    sheet.bylines = list(page_bylines(near, title))
    _take_meta(sheet, [block for block in header if _tells(block, sheet)], near, habits)
    read_post(sheet, habits)
    stated = printed_time(near, title, habits.zone)
    if stated is not None:
        _replace_published(sheet, stated)


def _times_in(lines: Sequence[Block], told: Meta) -> list[tuple[Span | None, str]]:
    """The times that stand in one of the lines."""
    places = sorted((line.span.start, line.span.end) for line in lines)
    starts = [start for start, _ in places]
    found: list[tuple[Span | None, str]] = []
    for span, value in told.times:
        at = bisect_right(starts, span.start) - 1 if span is not None else -1
        if at >= 0 and span is not None and span.end <= places[at][1]:
            found.append((span, value))
    return found


def _holds(block: Block, span: Span) -> bool:
    return block.span.start <= span.start and span.end <= block.span.end


def _tells(block: Block, sheet: Sheet) -> bool:
    """Whether a line beside the title is called what tells of a post, or holds an author that was read."""
    if not block.classes.isdisjoint(_META):
        return True
    return any(one.span is not None and _holds(block, one.span) for one in sheet.bylines)


def _take_meta(sheet: Sheet, lines: Sequence[Block], near: Layout, habits: Weblog) -> None:
    """Lines that tell of the post: the day they print, the authors already read, all else the page's."""
    taken = {id(block) for block in lines}
    sheet.blocks = [block for block in sheet.blocks if id(block) not in taken]
    days = (day_of_post(sheet, block, habits) or _whole_day(block) or _day_called(block) for block in lines)
    sheet.published = next((day for day in days if day is not None), None)
    if lines and sheet.published is None:
        # The first of the blocks stands for the title, which is not looked at.
        sheet.published = printed_day(attrs.evolve(near, blocks=(near.blocks[0], *lines)), None)
    if not sheet.bylines:
        sheet.bylines = [signed for block in lines if (signed := _signed(block)) is not None]
    spans = [one.span for one in (*sheet.bylines, sheet.published) if one is not None and one.span is not None]
    for block in lines:
        inside = sorted((span for span in spans if _holds(block, span)), key=lambda span: span.start)
        edges = [block.span.start, *(edge for span in inside for edge in (span.start, span.end)), block.span.end]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            if sheet.layout.text[start:end].strip():
                sheet.label("boilerplate", Span(start, end), "beside_title")


def _signed(block: Block) -> Byline | None:
    """Who a line names: by a link to an author's page, after "by", before the day."""
    start = block.span.start
    linked = [link.span for link in block.links if "author/" in link.url]
    found = (
        None if linked or len(block.text) > _LINE_MOST else _SIGNED.search(block.text) or _DATED_NAME.match(block.text)
    )
    if found is not None:
        linked = [Span(start + found.start("name"), start + found.end("name"))]
    for span in linked:
        name = block.text[span.start - start : span.end - start]
        if person(name):
            return Byline(name=name, raw=name, span=span)
    return None


def _whole_day(block: Block) -> When | None:
    if len(block.text) > _LINE_MOST:
        return None
    found = read_when(block.text, block.span)
    return found if found is not None and found.earliest is not None else None


def _day_called(block: Block) -> When | None:
    """The day in a phrase beside the author that the markup calls a date."""
    for mark in block.element.marks:
        words = block.text[mark.span.start - block.span.start : mark.span.end - block.span.start]
        if len(words) <= _DAY_MOST and any(map(str.isdigit, words)) and any(map(_DAY_NAME.search, mark.classes)):
            found = read_when(words, mark.span)
            if found is not None and found.earliest is not None and found.earliest == found.latest:
                return found
    return None


def _replace_published(sheet: Sheet, when: When) -> None:
    """The time that machines are told is more exact than the printed one, whose place is kept as a label."""
    if sheet.published is not None and sheet.published.span is not None:
        sheet.label("date", sheet.published.span, "printed_date")
    sheet.published = when
