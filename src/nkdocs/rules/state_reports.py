"""Steps that the sites of the North's papers and agencies share, in text and in markup."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.layout.plain import hard_wraps
from nkdocs.records import Byline, Entry, Result, Span, When
from nkdocs.rules.body import take_inner_captions, take_repeat
from nkdocs.rules.bylines import bylines, damaged_byline, person
from nkdocs.rules.datelines import dateline
from nkdocs.rules.footer import take_furniture, take_tails
from nkdocs.rules.header import (
    take_byline,
    take_dateline,
    take_headline,
    take_leading_captions,
    take_page_clock,
    take_published,
    take_standfirst,
)
from nkdocs.rules.headlines import headline
from nkdocs.rules.mastheads import take_masthead, take_prefix, take_visit_line
from nkdocs.rules.menus import take_opened_menu
from nkdocs.rules.pages.kinds import missing_page
from nkdocs.rules.pages.page import is_page
from nkdocs.rules.pages.plain_pages import take_plain_page
from nkdocs.rules.pages.region import fill_described
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.text.dates import read_when
from nkdocs.text.dates.zones import PYONGYANG

__all__ = [
    "listed",
    "read_report",
    "take_address",
    "take_article",
    "take_body",
    "take_closing_byline",
    "take_frame",
    "take_title",
]

# Their own addresses after the text: www.kcna.kp (Juche113.5.27.)
_ADDRESS_LINE: Final = re.compile(r"(?:www\.)?[a-z.]{2,30}\.kp/? ?(?:\(Juche ?\d{2,3}\. ?\d{1,2}\. ?\d{1,2}\.\))?")
_ADDRESS_TAIL: Final = re.compile(
    r"\s*(?:www\.)?[a-z]{2,20}(?:\.[a-z]{2,8}){0,2}\.kp ?(?P<day>\(Juche ?\d{2,3}\. ?\d{1,2}\. ?\d{1,2}\.\))\Z"
)
_TAIL_MOST: Final = 60
_FRAME: Final = re.compile(
    r"Copyright\b.{0,10}(?:\(C\)|©|\d{4}).*|(?:©|ⓒ)\s?.{0,80}(?:\d{4}|Reserved).*|All [Rr]ights [Rr]eserved\.?"
    r"|To write your feedbacks?.*|Change the CAPTCHA code.*|.{0,40}CAPTCHA.{0,60}"
    r"|(?:Home|Back|Prev(?:ious)?|Next|Print|TOP|Top)"
    r"|Korea(?:n)? Ryugilo.*|홈페지|홈페이지|되돌이|인쇄하기|앞페지|다음페지|목록|기사목록"
    r"|Originally posted (?:on|at):?\s+\S+"
)
_FRAME_MOST: Final = 160
_QUOTED: Final = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_LEAD: Final = 6
_STOPS: Final = (".", "!", "?", "”", '"', "》", "-0-", ":", "。")
_TEAM: Final = re.compile(r"(?:[A-Z][a-z]+ ){1,3}(?:Team|Section|Reporters)|본사(?:정치보도반|취재반|기자)")
_FOOT: Final = 3
_BYLINE_MOST: Final = 60
# A title of three words is written like a name, but does not open with a surname of the North: Ri Kyong Il
_ROMANISED: Final = re.compile(
    r"(?:Ah|C(?:ha|hu|hae|hoe|hon)|H(?:am|an|o|ong|wang|yon)|Im|J(?:ang|e|i|in|o|on|ong|u)|K(?:ang|i|il|im|o|ong|u|uk|um"
    r"|wak|won|ye)|M(?:a|aeng|in|o|un|yong)|N(?:am|o)|Om|P(?:ae|aek|ak|ang|hyo|yo|yon)|R(?:a|i|im|o|yang|yo|yom|yong|yu)"
    r"|S(?:in|im|ok|ol|on|ung)|T(?:ae|ak|hak)|W(?:ang|i|on)|Y(?:ang|o|om|on|u|uk|un)|Lee|Park)"
    r"(?: [A-Z][a-z]{1,6}(?:-[a-z]{1,6})?){1,2}"
)
# 글 및 사진 본사기자 한솔      한 솔 (names are sometimes spaced)
_STAFF: Final = re.compile(
    r"(?:글\s?(?:및|·|,)\s?사진\s?[:：]?\s?)?(?:(?P<role>본사기자|특파기자)\s?)?"
    r"(?P<name>[가-힣](?: [가-힣]){1,3}|[가-힣]{2,4})"
)
_STAFF_PART: Final = re.compile(r"[^,\s][^,]*")
_STAFF_LEFT: Final = re.compile(r"(?:글\s*(?:및|·|,)?\s*사진\s*)?본사기자\s*\|?|특파기자\s*\|?")
_SITE_NAMES: Final = frozenset(
    {
        "kcna", "korean central news agency", "조선중앙통신", "rodong sinmun", "로동신문", "naenara", "내나라",
        "uriminzokkiri", "우리민족끼리", "tongil sinbo", "통일신보", "pyongyang times", "the pyongyang times",
        "voice of korea", "조선의 소리", "kcna watch", "home", "dprk", "korea news service", "kcna.kp", "dprk today",
    }
)  # fmt: skip


def read_report(
    sheet: Sheet,
    outlet: str | None,
    containers: Collection[str] = (),
    *,
    via: str | None = None,
    day: When | None = None,
) -> Result:
    """One report of a paper: its frame, masthead, titles, body and byline, from text or a page.

    Args:
        sheet: of the document, nothing taken yet.
        outlet: who wrote it.
        containers: classes and ids of the elements that hold the body, the surest first; pages that have none of
            them, and no heading that is the title, are read as text.
        via: the site it was captured from, where that is another.
        day: of publication as the address gives it, where nothing printed does.
    """
    missing = missing_page(sheet)
    if missing is not None:
        return missing
    take_prefix(sheet)
    page = is_page(sheet)
    if page:
        take_article(sheet, containers)
    else:
        take_opened_menu(sheet)
    take_repeat(sheet)
    take_masthead(sheet)
    take_frame(sheet)
    take_title(sheet)
    if sheet.published is None:
        sheet.published = day
    take_body(sheet)
    if page:
        fill_described(sheet, PYONGYANG)
    return told(sheet, outlet, via)


def told(sheet: Sheet, outlet: str | None, via: str | None = None) -> Result:
    """What was read, as an article; a page of navigation and notices alone is empty."""
    lone = headline(sheet.blocks[0]) if len(sheet.blocks) == 1 and not (sheet.dateline or is_page(sheet)) else None
    if lone is not None and sheet.headline is None and not sheet.has_body:
        sheet.headline = lone.text
        sheet.label_around(sheet.blocks.pop().span, lone.text.span, "headline_mark")
    stated = sheet.published is not None and sheet.published.span is not None
    if sheet.headline is not None or sheet.dateline is not None or sheet.captions or stated or sheet.has_body:
        return sheet.result(outlet=outlet, via=via)
    return sheet.empty()


def listed(sheet: Sheet, entries: Iterable[Entry]) -> Result:
    """The document as a list of these items."""
    return sheet.listed(entries)


def take_article(sheet: Sheet, containers: Collection[str]) -> None:
    """The article of a page, its masthead wherever it stands; a site's name is no title."""
    take_masthead(sheet, len(sheet.blocks))
    take_plain_page(sheet, containers, _SITE_NAMES)
    part_broken_lines(sheet)


def part_broken_lines(sheet: Sheet) -> None:
    """Lines that a page breaks inside one element are paragraphs, unless they are hard-wrapped parts of one.

    Where each line ends as a sentence does, none is such a part, whatever their lengths.
    """
    rest: list[Block] = []
    for block in sheet.blocks:
        if "\n" not in block.text or block.lines > 1 or block.kind == "preformatted":
            rest.append(block)
            continue
        rest.extend(_parted(block))
    sheet.blocks = rest


def _parted(block: Block) -> Iterable[Block]:
    lines = list(_lines(block))
    apart = all(line.text.endswith(_STOPS) for line in lines)
    wraps = [False] * len(lines) if apart else [*hard_wraps([line.text for line in lines]), False]
    first = 0
    for number, line in enumerate(lines):
        if not wraps[number]:
            start = lines[first].span.start - block.span.start
            yield cut(block, start, line.span.end - block.span.start)._replace(lines=number - first + 1)
            first = number + 1


def _lines(block: Block) -> Iterable[Block]:
    start = 0
    for line in block.text.splitlines(keepends=True):
        if line.strip():
            yield cut(block, start, start + len(line))
        start += len(line)


def take_frame(sheet: Sheet) -> None:
    """Notices, controls and addresses around the text, and the marks that end it."""
    take_address(sheet)
    sheet.drop(_is_frame, "boilerplate", "site_frame")
    take_tails(sheet)
    take_furniture(sheet)


def take_address(sheet: Sheet) -> None:
    """The site's address at the end of a block or as a line of its own; its day is the report's, if none is known."""
    rest: list[Block] = []
    for block in sheet.blocks:
        found = (
            _ADDRESS_TAIL.search(block.text, max(0, len(block.text) - _TAIL_MOST)) if block.text.endswith(")") else None
        )
        if found is None:
            rest.append(block)
            continue
        address, start = cut(block, found.start(), len(block.text)), block.span.start
        day = Span(start + found.start("day"), start + found.end("day"))
        when = read_when(found["day"], day) if sheet.published is None else None
        if when is not None:
            sheet.published = when
            sheet.label_around(address.span, day, "address_line")
        else:
            sheet.label("boilerplate", address.span, "address_line")
        if found.start():
            rest.append(cut(block, 0, found.start()))
    sheet.blocks = rest


def _is_frame(block: Block) -> bool:
    text = block.text
    if len(text) > _FRAME_MOST:
        return False
    if text.casefold() in _SITE_NAMES:
        return True
    return _FRAME.fullmatch(text) is not None or _ADDRESS_LINE.fullmatch(text) is not None


def take_title(sheet: Sheet) -> None:
    """Masthead, title, byline and pictures in the order of the papers; a day above the title is a visit's."""
    take_masthead(sheet)
    title = sheet.headline.span if sheet.headline is not None else None
    if title is None or (sheet.blocks and sheet.blocks[0].span.start < title.start):
        take_page_clock(sheet, alone=is_page(sheet))
        take_visit_line(sheet)
    take_leading_captions(sheet)
    take_headline(sheet)
    for _ in range(_LEAD):
        taken = take_byline(sheet, PYONGYANG) or take_staff_left(sheet)
        if not taken and (sheet.published is not None or not take_published(sheet, PYONGYANG)):
            break
    take_leading_captions(sheet)


def take_staff_left(sheet: Sheet) -> bool:
    """The first block, if it is what is left of a staff byline."""
    if not sheet.blocks or not _STAFF_LEFT.fullmatch(sheet.blocks[0].text):
        return False
    sheet.label("byline", sheet.blocks.pop(0).span, "damaged_byline")
    return True


def take_body(sheet: Sheet) -> None:
    """Second title, quotation, dateline, captions in the text, and the byline that ends it."""
    _take_repeated_title(sheet)
    if len(sheet.blocks) > 2 and _may_stand_first(sheet, sheet.blocks[0]):  # noqa: PLR2004 - two titles stand before a body
        take_standfirst(sheet, most=120)
    if sheet.blocks and _is_quotation(sheet.blocks[0]):
        sheet.blocks[0] = sheet.blocks[0]._replace(kind="quote")
    take_closing_byline(sheet)
    take_dateline(sheet)
    take_inner_captions(sheet)


def _take_repeated_title(sheet: Sheet) -> None:
    """The title once more above the text, as copies print it."""
    title = sheet.headline
    if title is not None and sheet.blocks[1:] and sheet.blocks[0].text == title.text:
        sheet.label("boilerplate", sheet.blocks.pop(0).span, "repeated_title")


def _may_stand_first(sheet: Sheet, block: Block) -> bool:
    """Whether a line is neither a leader's words nor the beginning of the report."""
    return not _is_quotation(block) and dateline(sheet.layout, block.span) is None


def _is_quotation(block: Block) -> bool:
    return block.text.startswith("《") and _QUOTED.fullmatch(block.text) is not None


def take_closing_byline(sheet: Sheet) -> None:
    """Who signs under the text: a name, a team, or what is left of either."""
    for _ in range(_FOOT):
        if len(sheet.blocks) < 2 or not _is_signature(sheet, sheet.blocks[-1]):  # noqa: PLR2004 - a signature stands under a body
            return
        sheet.blocks.pop()


def _staff_list(raw: str, span: Span) -> tuple[Byline, ...]:
    """Several of the staff on one line; the role is said of whom it stands before."""
    parts = list(_STAFF_PART.finditer(raw)) if "," in raw else []
    staff = [_STAFF.fullmatch(part[0]) for part in parts]
    named = [one for one in staff if one is not None]
    if len(named) != len(parts) or len(named) < 2 or not named[0]["role"]:  # noqa: PLR2004 - several
        return ()
    return tuple(
        Byline(
            name=one["name"],
            role=one["role"],
            raw=part[0],
            span=Span(span.start + part.start(), span.start + part.end()),
        )
        for one, part in zip(named, parts, strict=True)
    )


def _is_signature(sheet: Sheet, block: Block) -> bool:
    raw, span = block.text, block.span
    if len(raw) > _BYLINE_MOST or block.depth or raw.endswith((".", "!", "?", ":", "”", "》")):
        return False
    found = bylines(sheet.layout, span) or _staff_list(raw, span)
    staff = _STAFF.fullmatch(raw) if not found else None
    if staff is not None and (staff["role"] or " " in staff["name"]):
        found = (Byline(name=staff["name"], role=staff["role"], raw=raw, span=span),)
    if not found and person(raw) and _ROMANISED.fullmatch(raw):
        found = (Byline(name=raw, raw=raw, span=span),)
    if not found and _TEAM.fullmatch(raw) and raw != "본사기자":
        found = (Byline(name=None, affiliation=raw, raw=raw, span=span),)
    if not found and not damaged_byline(raw) and not _STAFF_LEFT.fullmatch(raw):
        return False
    sheet.bylines.extend(found)
    sheet.label("byline", span, "closing_byline" if found else "damaged_byline")
    return True
