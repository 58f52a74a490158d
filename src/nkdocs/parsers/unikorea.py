"""The South's Ministry of Unification: weekly reports, their description in lines of labels and values."""

import re
from typing import Final

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import Byline, Claim, Evidence, Result, Span, Strength
from nkdocs.rules.bylines import person
from nkdocs.rules.headlines import headline
from nkdocs.rules.newsroom import Newsroom, read_newsroom
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.pages.weblogs import site_claim
from nkdocs.rules.parted_lines import part_own_lines
from nkdocs.rules.sheet import Sheet, cut, lines_of
from nkdocs.text.dates import read_when
from nkdocs.text.dates.zones import KST

__all__ = ["Unikorea"]

_HEAD: Final = 4096
_REPORT: Final = re.compile(
    r"Weekly Report on North Korea\b.{0,80}\(No\. ?\d{1,5}\)|주간 ?북한 ?동향.{0,60}제? ?\d{1,5}호"
)
_WRITER: Final = r"(?:[Ww]riter|[Aa]uthor|작성자|글쓴이)"
_CREATED: Final = r"(?:[Cc]reated|[Dd]ate|작성일|등록일|게시일)"
_OTHER: Final = (
    r"(?:[Hh]its?|[Vv]iews?|조회(?:수)?|[Aa]ttach(?:ed|ment)?(?: ?[Ff]iles?)?|첨부(?:파일)?|담당부서|전화번호"
    r"|[Dd]epartment|[Tt]el)"
)
_LABEL: Final = re.compile(rf"(?:(?P<writer>{_WRITER})|(?P<created>{_CREATED})|(?P<other>{_OTHER}))\s?[:：]?")
_DAY: Final = r"\d{4}[-./]\d{1,2}[-./]\d{1,2}"
# All on one line: writer장수민created2018-01-12hit15526
_LINE: Final = re.compile(
    rf"{_WRITER}\s?[:：|]?\s?(?P<name>\S.{{0,30}}?)\s?[|/,]?\s?{_CREATED}\s?[:：|]?\s?(?P<day>{_DAY})"
    rf"(?:\s?[|/,]?\s?{_OTHER}\s?[:：|]?\s?[\d,]{{0,9}})?"
)
_PAIR: Final = re.compile(
    rf"(?:(?P<writer>{_WRITER})|(?P<created>{_CREATED})|(?P<other>{_OTHER}))\s?[:：|]\s?(?P<value>\S.{{0,60}})"
)
_COUNT: Final = re.compile(r"[\d,]{1,9}")
_VALUE_MOST: Final = 80
_HEAD_LINES: Final = 8
_SECTION: Final = re.compile(r"[【\[][^【】\[\]]{2,60}[】\]]")
_SITE: Final = frozenset({"ministry of unification", "통일부"})


class Unikorea:
    """The ministry's reports; days are Korean."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | None:
        """Its weekly report with the labels of its site, where no url is known."""
        if layout.document.url is not None:
            return site_claim(layout, _SITE)
        head = layout.text[:_HEAD]
        found = _REPORT.search(head) if "Weekly Report on" in head or "동향" in head else None
        if found is None or not _is_described(head):
            return site_claim(layout, _SITE)
        seen = Evidence(rule="weekly-report-with-labels", span=Span(*found.span()))
        return Claim(strength=Strength.MARKERS, evidence=[seen])

    def parse(self, layout: Layout, ctx: ParseContext) -> Result:
        """One report, or a list."""
        return read_newsroom(layout, ctx, _ROOM)


def _part_labels(sheet: Sheet) -> None:
    part_own_lines(sheet, _is_label)
    if is_page(sheet):
        _head_title(sheet)


def _head_title(sheet: Sheet) -> None:
    """The line above the labels is the title, also where a table keeps it and no heading does."""
    if any(block.level is not None and headline(block) is not None for block in sheet.blocks):
        return
    at = next((n for n, block in enumerate(sheet.blocks[:-2]) if n and _LABEL.fullmatch(block.text)), 0)
    if at and _is_label(sheet.blocks[at + 2].text) and headline(sheet.blocks[at - 1]) is not None:
        sheet.blocks[at - 1] = sheet.blocks[at - 1]._replace(kind="heading", level=1)


def _head_parts(sheet: Sheet) -> None:
    sheet.blocks = [_headed(block) for block in sheet.blocks]


def _is_label(line: str) -> bool:
    return any(form.fullmatch(line) for form in (_LABEL, _PAIR, _LINE))


def _is_described(head: str) -> bool:
    """Whether lines name a writer and a day by the site's labels."""
    named = set[str]()
    for line in filter(None, map(str.strip, head.splitlines()[: 8 * _HEAD_LINES])):
        if len(line) > _VALUE_MOST:
            continue
        if _LINE.fullmatch(line):
            return True
        found = _LABEL.fullmatch(line) or _PAIR.fullmatch(line)
        if found is not None and found.lastgroup is not None:
            named |= {group for group in ("writer", "created") if found[group]}
    return len(named) == 2  # noqa: PLR2004 - the writer and the day


def _headed(block: Block) -> Block:
    """``【Internal Affairs】`` heads a part of the report."""
    return block._replace(kind="heading") if _SECTION.fullmatch(block.text) and not block.depth else block


def _take_pair(sheet: Sheet) -> bool:
    """A label with its value under it or beside it, or all of them on one line."""
    block = sheet.blocks[0]
    if len(block.text) > _VALUE_MOST:
        return False
    return _take_line(sheet, block) or _take_beside(sheet, block) or _take_below(sheet, block)


def _take_line(sheet: Sheet, block: Block) -> bool:
    found = _LINE.fullmatch(block.text)
    if found is None:
        return False
    _keep(sheet, "writer", cut(block, *found.span("name")))
    _keep(sheet, "created", cut(block, *found.span("day")))
    sheet.label("boilerplate", block.span, "labels_and_values")
    sheet.blocks.pop(0)
    return True


def _take_beside(sheet: Sheet, block: Block) -> bool:
    found = _PAIR.fullmatch(block.text)
    if found is None:
        return False
    value = cut(block, *found.span("value"))
    kind = next(group for group in ("writer", "created", "other") if found[group])
    _keep(sheet, kind, value)
    sheet.label("boilerplate", block.span, "label_and_value")
    sheet.blocks.pop(0)
    return True


def _take_below(sheet: Sheet, block: Block) -> bool:
    found = _LABEL.fullmatch(block.text)
    if found is None or len(sheet.blocks) < 2:  # noqa: PLR2004 - the label and its value
        return False
    value = lines_of(sheet.blocks[1])[0]
    sheet.blocks[1:2] = lines_of(sheet.blocks[1])
    kind = next(group for group in ("writer", "created", "other") if found[group])
    sheet.label("boilerplate", block.span, "label_line")
    sheet.blocks.pop(0)
    if len(value.text) <= _VALUE_MOST and (kind != "other" or _COUNT.fullmatch(value.text)):
        _keep(sheet, kind, value)
        sheet.label("boilerplate", value.span, "value_line") if kind == "other" else None
        sheet.blocks.pop(0)
    return True


def _keep(sheet: Sheet, kind: str, value: Block) -> None:
    """What a label's value says."""
    if kind == "writer":
        role = "byline"
        if person(value.text) or not value.text.isascii():
            sheet.bylines.append(Byline(name=value.text, raw=value.text, span=value.span))
        sheet.label(role, value.span, "writer")
    elif kind == "created":
        when = read_when(value.text, value.span, zone=KST)
        if when is not None and when.earliest is not None and sheet.published is None:
            sheet.published = when
        sheet.label("date", value.span, "created")


_ROOM: Final = Newsroom(
    outlet="unikorea",
    containers=("board_view_cont", "board_view", "view_cont", "view_con", "bbs_view", "board-view", "contents"),
    aside=frozenset({"file_list", "prev_next", "board_btn"}),
    frame=re.compile(
        r"(?:Skip (?:to )?.{3,40}|Go to .{3,40}|본문 ?(?:내용)? ?바로가기|주메뉴 ?바로가기|Home|List|목록|Print"
        r"|인쇄|Previous|Next"
        r"|이전글?|다음글?"
        r"|Ministry of Unification|통일부|News|Weekly Report|\S{1,80}\.(?:hwpx?|pdf"
        r"|docx?)(?: ?\([\d.,]+ ?[KMk]?B\))?|Facebook|Twitter"
        r"|Copyright (?:©|ⓒ|\([cC]\)).*Unification.*|COPYRIGHT.*|list|prev|next|print)"
    ),
    site=re.compile(r"\s*[-–|<]\s*(?:Ministry of Unification|통일부).*\Z"),
    lists=re.compile(r"https?://[^/]*\bunikorea\.go\.kr/(?:$|\?|.*(?:[?&]mode=list|/list(?:\.do)?(?:\?.*)?$))"),
    prepare=_part_labels,
    head=(_take_pair,),
    body=_head_parts,
)  # fmt: skip
