"""Weblogs as text: one post, or all the posts of an archive page, read by the habits of their outlet."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import tzinfo
from itertools import pairwise
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Entry, Note, Result, Span, Text, When
from nkdocs.rules.body import take_inner_captions, take_repeat, take_thread, unwrap
from nkdocs.rules.bylines import bylines, damaged_byline, dated_byline
from nkdocs.rules.footer import take_footer, take_furniture, take_tails
from nkdocs.rules.furniture import date_prefix
from nkdocs.rules.header import take_header, take_headline, take_leading_captions, take_page_clock
from nkdocs.rules.listings import listing_entries
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.text.dates import read, read_when

__all__ = [
    "CONTAINERS",
    "Step",
    "Weblog",
    "day_of_post",
    "masthead",
    "part_at_breaks",
    "read_post",
    "read_posts",
    "weblog_text",
]

Step = Callable[[Sheet], object]

# Where themes of WordPress and Blogger keep a post's text, the surest first.
CONTAINERS: Final = (
    "entry-content", "post-body", "post-content", "td-post-content", "entry-text", "postcontent", "post-entry",
    "single-content", "article-content", "storycontent", "article-body", "entry-summary", "entry", "post_content",
)  # fmt: skip
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? "
_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# What an archive is called above its posts.
_ARCHIVE: Final = re.compile(
    r"(?:Archives? for|Posts tagged|Posts in|Posts by|Tag Archives?|Category Archives?|Monthly Archives?|Archives?:"
    r"|Category:|Tag:|Browsing:) ?.{0,80}",
    re.IGNORECASE,
)
# "Leave a comment", "2 Comments", "Filed under: Rice"; what a theme puts beside a post's day.
_BESIDE_DAY: Final = re.compile(
    r"\s?(?:[·|•–—-]\s?)?(?:Leave a (?:Comment|Reply)|(?:\d{1,5}|No) (?:Comments?|Responses?)|Filed under:? .{1,80})?",
    re.IGNORECASE,
)
_CUT: Final = ("...", "…", "[…]", "[...]", "[….]", "»", "→", "Read more", "Read More", "[Read More]")
# /2015/09/counting-camps.html
_ADDRESS_MONTH: Final = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])/")
_LINE_LEAST: Final = 3
_WHOLE_LEAST: Final = 5
_LEADING: Final = 6
_TITLE_MOST: Final = 200
_SENTENCE_LEAST: Final = 60
_STOPS: Final = (".", ".”", '."', "!", "?", ".)", "?”")


def _as_they_are(blocks: Sequence[Block]) -> Sequence[Block]:
    """All items."""
    return blocks


def _nothing(_: Sheet) -> None:
    """No step."""


@attrs.frozen(slots=True, kw_only=True)
class Weblog:
    """The habits of one weblog.

    Attributes:
        outlet: its id.
        masthead: lines that stand above every page, in lower case: its name, what it says of itself.
        furniture: lines that belong to the page and not to a post.
        lists: addresses of pages that point to posts.
        day: the line that dates a post: under its title, or above it where ``above`` says so.
        above: whether a post's day stands above its title, as on Blogger.
        order: of day and month in figures.
        zone: of clocks that name none.
        containers: classes and ids of what holds a post's text.
        prepare: parts what extractors joined.
        opening: reads what stands above the title.
        items: the blocks of a list without those that are of no item.
        entries: reads the items of a list that are written as nowhere else.
        header: reads what stands between title and body.
        body: reads what is left.

    >>> Weblog(outlet="ledger").above
    False
    """

    outlet: str
    masthead: frozenset[str] = frozenset()
    furniture: re.Pattern[str] | None = None
    lists: re.Pattern[str] | None = None
    day: re.Pattern[str] = re.compile(rf"{_WEEKDAY}{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}")
    above: bool = False
    order: str | None = None
    zone: tzinfo | None = None
    containers: tuple[str, ...] = CONTAINERS
    prepare: Step = _nothing
    opening: Step = _nothing
    items: Callable[[Sequence[Block]], Sequence[Block]] = _as_they_are
    entries: Callable[[Sequence[Block]], Iterable[Entry]] | None = None
    header: Step = _nothing
    body: Step = _nothing


def masthead(layout: Layout, names: Collection[str]) -> Span | None:
    r"""The site's name, one of ``names`` in lower case, where it is the first line of a text.

    >>> import nkdocs
    >>> masthead(nkdocs.lay_out("Border Ledger\n\nRice falls"), {"border ledger"})
    Span(start=0, end=13)
    """
    if not layout.blocks:
        return None
    block = layout.blocks[0]
    skipped = date_prefix(block.text)
    found = block.text[skipped:].casefold() in names
    return Span(block.span.start + skipped, block.span.end) if found else None


def part_at_breaks(sheet: Sheet, breaks: re.Pattern[str]) -> None:
    """Part blocks at newlines that ``breaks`` matches: lines that were joined because they open in lower case."""
    rest: list[Block] = []
    for block in sheet.blocks:
        first = 0
        for found in breaks.finditer(block.text) if block.lines > 1 else ():
            rest.append(_recounted(cut(block, first, found.start())))
            first = found.end()
        rest.append(_recounted(cut(block, first, len(block.text))) if first else block)
    sheet.blocks = rest


def _recounted(block: Block) -> Block:
    return block._replace(lines=len(block.text.splitlines()))


def weblog_text(sheet: Sheet, habits: Weblog) -> Result | None:
    r"""A text of a weblog that is a list or holds several whole posts; one post is read into the sheet.

    >>> import nkdocs
    >>> text = "Rice falls\n\nFriday, July 22nd, 2011\n\nIt fell.\n\nSalt rises\n\nFriday, July 22nd, 2011\n\nIt rose."
    >>> layout = nkdocs.lay_out(text)
    >>> found = weblog_text(Sheet.of(layout, nkdocs.ParseContext()), Weblog(outlet="ledger"))
    >>> found.kind, [draft.headline.text for draft in found.drafts]
    ('articles', ['Rice falls', 'Salt rises'])
    """
    unwrap(sheet)
    habits.prepare(sheet)
    posts = list(_posts(sheet.blocks, habits))
    whole = sum(map(_is_whole, posts))
    if (not whole or 2 * whole < len(posts)) and (sheet.is_listing or _is_list_url(sheet, habits)):
        return _listing(sheet, habits)
    if whole and len(posts) > 1:
        return read_posts(sheet, [Sheet.of(sheet.layout, sheet.ctx, blocks) for blocks in posts], habits)
    _take_prefix(sheet)
    _take_masthead(sheet, habits)
    take_thread(sheet)
    read_post(sheet, habits)
    return None


def _listing(sheet: Sheet, habits: Weblog) -> Result:
    """The page as a list of what its items point to."""
    if habits.entries is not None:
        entries = tuple(habits.entries(sheet.blocks))
    else:
        items = [block for block in sheet.blocks if block.text.casefold() not in habits.masthead]
        entries = tuple(listing_entries(habits.items(items), habits.zone, habits.order))
    return attrs.evolve(sheet.listing(habits.zone), entries=entries)


def read_posts(sheet: Sheet, parts: Sequence[Sheet], habits: Weblog) -> Result:
    """Several posts, each as an article of its own; blocks that are in none belong to the page."""
    own = {id(block) for part in parts for block in part.blocks}
    sheet.drop(lambda block: id(block) not in own, "boilerplate", "around_posts")
    for part in parts:
        read_post(part, habits)
    drafts = [part.draft(outlet=habits.outlet) for part in parts]
    return Result(drafts=drafts, kind="articles", labels=sheet.labels, notes=sheet.notes)


def read_post(sheet: Sheet, habits: Weblog) -> None:
    """One post: what stands above its title, the title, its day and author, captions, the foot, the body."""
    _take_page_lines(sheet, habits)
    take_repeat(sheet)
    take_footer(sheet)
    take_tails(sheet)
    habits.opening(sheet)
    if sheet.headline is None:
        _take_above(sheet, habits)
        take_leading_captions(sheet)
        _take_title(sheet, habits)
    _take_post(sheet, habits)


def _take_post(sheet: Sheet, habits: Weblog) -> None:
    """What stands under a title that is known already."""
    _take_day(sheet, habits)
    take_header(sheet, habits.zone)
    _take_day(sheet, habits)
    habits.header(sheet)
    take_leading_captions(sheet)
    habits.body(sheet)
    take_inner_captions(sheet)


def _take_page_lines(sheet: Sheet, habits: Weblog) -> None:
    take_furniture(sheet)
    lines = habits.furniture
    if lines is not None:
        sheet.drop(lambda block: lines.fullmatch(block.text) is not None, "boilerplate", "page_line")


def _take_prefix(sheet: Sheet) -> None:
    """The day that an archive put before the first words, which may be the site's name."""
    if sheet.blocks and date_prefix(sheet.blocks[0].text):
        take_page_clock(sheet)


def _take_masthead(sheet: Sheet, habits: Weblog) -> None:
    """The name of the site, what it says of itself, and what the archive is called."""
    for _ in range(_LEADING):
        if len(sheet.blocks) < 2:  # noqa: PLR2004 - a masthead stands above something
            return
        block = sheet.blocks[0]
        if block.text.casefold() not in habits.masthead and not _ARCHIVE.fullmatch(block.text):
            return
        sheet.label("boilerplate", sheet.blocks.pop(0).span, "masthead")


def _is_list_url(sheet: Sheet, habits: Weblog) -> bool:
    return habits.lists is not None and habits.lists.match(sheet.layout.document.url or "") is not None


def _posts(blocks: Sequence[Block], habits: Weblog) -> Iterator[Sequence[Block]]:
    """The blocks of each post that has its day beside its title."""
    days = [number for number, block in enumerate(blocks) if _is_day(block, habits)]
    if habits.above:
        starts = [number for number in days if _may_be_title(blocks[number + 1 : number + 2])]
    else:
        starts = [number - 1 for number in days if number and _may_be_title(blocks[number - 1 : number])]
    if starts and any(
        _is_prose(block) and block.text.casefold() not in habits.masthead for block in blocks[: starts[0]]
    ):
        starts.insert(0, 0)
    for first, after in pairwise([*starts, len(blocks)]):
        yield blocks[first:after]


def _is_day(block: Block, habits: Weblog) -> bool:
    """Whether a block is the line that dates a post."""
    return habits.day.match(block.text) is not None and _day_in(block, habits) is not None


def _day_in(block: Block, habits: Weblog) -> re.Match[str] | None:
    """The day that a line opens with, if nothing but what themes put there is beside it."""
    found = habits.day.match(block.text)
    if found is None or len(block.text) > _TITLE_MOST or not _BESIDE_DAY.fullmatch(block.text, found.end()):
        return None
    return found


def _may_be_title(line: Sequence[Block]) -> bool:
    """Whether a line beside a day is a title, whatever it says."""
    return bool(line) and not line[0].depth and len(line[0].text) <= _TITLE_MOST and not line[0].text.endswith(":")


def _is_whole(post: Sequence[Block]) -> bool:
    """Whether a post has text under its title and day, and the text is not cut off."""
    under = [block for block in post[2:] if len(block.text) >= _LINE_LEAST]
    said = any(block.text.endswith(_STOPS) and len(block.text) >= _WHOLE_LEAST for block in under)
    return said and not any(block.text.endswith(_CUT) for block in under[-2:])


def _is_prose(block: Block) -> bool:
    return not block.depth and len(block.text) >= _SENTENCE_LEAST and block.text.endswith(_STOPS)


def _take_above(sheet: Sheet, habits: Weblog) -> None:
    """The day above a title: of the post where the outlet has it there, else of the reader's visit."""
    if habits.above and not _is_of_another_month(sheet, habits):
        _take_day(sheet, habits)
    if sheet.published is None:
        take_page_clock(sheet, alone=True)


def _is_of_another_month(sheet: Sheet, habits: Weblog) -> bool:
    """Whether the day above a title is not of the month that the post's address names: it is the visit's then."""
    month = _ADDRESS_MONTH.search(sheet.layout.document.url or "")
    found = _day_in(sheet.blocks[0], habits) if month is not None and sheet.blocks else None
    when = read_when(found[0], None, order=habits.order) if found is not None else None
    if month is None or when is None or when.earliest is None:
        return False
    return (when.earliest.year, when.earliest.month) != (int(month["year"]), int(month["month"]))


def _take_title(sheet: Sheet, habits: Weblog) -> None:
    """The title: what reads as one or is repeated by the address, what stands over the day or author of a post."""
    if sheet.headline is not None or not sheet.blocks or take_headline(sheet) or not _may_be_title(sheet.blocks[:1]):
        return
    block = sheet.blocks[0]
    if _tells_of_post(sheet, habits):
        sheet.headline = Text(text=block.text, span=block.span)
        sheet.blocks.pop(0)


def _tells_of_post(sheet: Sheet, habits: Weblog) -> bool:
    """Whether the second block is the day or the author of what the first one is the title of."""
    if len(sheet.blocks) < 2 or sheet.blocks[0].text.startswith(("By ", "by ")):  # noqa: PLR2004 - a line under a line
        return False
    below = sheet.blocks[1]
    if _is_day(below, habits) or damaged_byline(below.text):
        return True
    dated = dated_byline(below.text)
    return (dated is not None and read_when(dated["date"], None) is not None) or bool(bylines(sheet.layout, below.span))


def _take_day(sheet: Sheet, habits: Weblog) -> None:
    """The line that dates the post, with what the theme puts beside it."""
    if sheet.published is not None or not sheet.blocks:
        return
    block = sheet.blocks[0]
    when = day_of_post(sheet, block, habits)
    if when is None:
        return
    sheet.published = when
    sheet.label_around(block.span, when.span, "beside_day")
    sheet.blocks.pop(0)


def day_of_post(sheet: Sheet, block: Block, habits: Weblog) -> When | None:
    """The day in the line that dates a post, if the block is one; a weekday that contradicts it is noted."""
    found = _day_in(block, habits)
    if found is None:
        return None
    start = block.span.start
    span = Span(start, start + found.end())
    reading = read(found[0], span, zone=habits.zone, order=habits.order)
    if reading is None or reading.when.earliest is None:
        return None
    if reading.conflicts:
        sheet.notes.append(Note(code="date-conflict", span=span, detail=", ".join(reading.conflicts)))
    return reading.when
