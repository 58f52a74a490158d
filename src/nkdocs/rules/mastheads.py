"""What heads the papers of the North: the day of an issue beside the paper's name, or the day of the reader's visit."""

import re
from typing import Final, NamedTuple

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Claim, Evidence, Note, Span, Strength
from nkdocs.rules.furniture import date_prefix
from nkdocs.rules.menus import opens_menu
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.text.dates import read
from nkdocs.text.dates.reading import plain_figures

__all__ = ["Masthead", "masthead", "masthead_claim", "take_masthead", "take_prefix", "take_visit_line", "visit_line"]

_PAPERS: Final = {
    "로동신문": "rodong",
    "우리민족끼리": "uriminzokkiri",
    "통일신보": "tongilsinbo",
    "내나라": "naenara",
    "평양타임스": "pyongyangtimes",
    "조선의소리": "vok",
    "조선중앙통신": "kcna",
}
_JUCHE_DAY: Final = (
    r"주체 ?\d{1,3} ?(?:\( ?\d{4} ?\) ?)?년 ?\d{1,2} ?월 ?\d{1,2} ?일(?: ?[(]?[월화수목금토일]요일[)]?)?"
)
_MASTHEAD: Final = re.compile(
    rf"[\[(]?(?P<day>{_JUCHE_DAY})[\])]?(?:\s*[-|/,·:]?\s*[《〈<「\"“]?(?P<paper>[^《》<>|]{{1,20}}?)[》〉>」\"”]?)?"
)
_VISIT: Final = re.compile(
    rf"{_JUCHE_DAY}(?: ?[월화수목금토일]요일)?"
    r"|(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day,? )?"
    r"[A-Z][a-z]{2,8}\.? ?\d{1,2},? ?Juche ?\d{1,3} ?(?:\(\d{0,4}\)?)?"
)
_LONGEST: Final = 60
# Every masthead has this word; few other texts have it at their head. Each paper's parser looks for it: one character
# is found, or missed, ten times as fast as two.
_ERA: Final = "주체"
_ERA_END: Final = _ERA[-1]
_HEAD: Final = 4096
_WITHIN: Final = 6
# Further down a line like that is what a text cites, unless a menu stands above it; so is it under any sentence.
_CLAIM_WITHIN: Final = 3
_UNDER_MENU: Final = 80
_STOPS: Final = (".", "!", "?", "》", "”", "다")


class Masthead(NamedTuple):
    """Where the day stands in the line, and the outlet whose name stands beside it; None for another name."""

    start: int
    end: int
    outlet: str | None


def masthead(line: str) -> Masthead | None:
    """A line that gives the day of an issue and the paper's name, or None.

    >>> masthead("주체107(2018)년 7월 9일 로동신문")
    Masthead(start=0, end=18, outlet='rodong')
    """
    if len(line) > _LONGEST or _ERA not in line[:3]:
        return None
    found = _MASTHEAD.fullmatch(plain_figures(line))
    if found is None or not found["paper"]:
        return None
    name = "".join(found["paper"].split())
    return Masthead(*found.span("day"), _PAPERS.get(name))


def visit_line(line: str) -> bool:
    """Whether a line is a day in Juche years and nothing else, as sites print it for whoever looks at the page.

    >>> visit_line("June 20, Juche108(2019)"), visit_line("주체107(2018)년 7월 9일 로동신문")
    (True, False)
    """
    return len(line) <= _LONGEST and _VISIT.fullmatch(plain_figures(line)) is not None


def masthead_claim(layout: Layout, outlet: str) -> Claim | None:
    """The claim that a paper's masthead at the opening of a text makes for it, whatever the host."""
    if layout.text.find(_ERA_END, 0, _HEAD) < 0 or layout.text.find(_ERA, 0, _HEAD) < 0:
        return None
    plain = layout.document.media_type == "text/plain"
    most = _CLAIM_WITHIN if plain and not opens_menu(layout.blocks) else _UNDER_MENU
    for block, after in zip(layout.blocks[:most], (*layout.blocks[1 : most + 1], None), strict=False):
        whole = _with_name(block, after)
        found = masthead(whole[date_prefix(whole) :])
        if found is not None:
            seen = Evidence(rule="masthead", span=block.span)
            return Claim(strength=Strength.MARKERS, evidence=[seen]) if found.outlet == outlet else None
        if whole.endswith(_STOPS) or (plain and len(whole) > _LONGEST):
            return None
    return None


def _with_name(block: Block, after: Block | None) -> str:
    """A line, or two where the day and the paper's name are a line each."""
    named = after is not None and len(after.text) <= _LONGEST and "".join(after.text.strip("《》").split()) in _PAPERS
    return f"{block.text} {after.text}" if named and after is not None and visit_line(block.text) else block.text


def take_masthead(sheet: Sheet, within: int = _WITHIN) -> bool:
    """The masthead among the first lines: its day is that of publication."""
    for number, block in enumerate(sheet.blocks[:within]):
        after = sheet.blocks[number + 1] if number + 1 < len(sheet.blocks) else None
        whole = _with_name(block, after)
        found = masthead(whole)
        if found is None and within <= _WITHIN and whole.endswith(_STOPS):
            return False
        if found is None:
            continue
        start = block.span.start
        day = Span(start + found.start, start + found.end)
        reading = read(day.of(sheet.layout.text), day)
        if reading is not None and sheet.published is None:
            sheet.published = reading.when
            if reading.conflicts:
                sheet.notes.append(Note(code="date-conflict", span=day, detail=", ".join(reading.conflicts)))
        else:
            sheet.label("date", day, "masthead")
        sheet.label_around(block.span, day, "masthead")
        if whole is not block.text and after is not None:
            sheet.label("boilerplate", after.span, "masthead")
        del sheet.blocks[number : number + (1 if whole is block.text else 2)]
        return True
    return False


def take_prefix(sheet: Sheet) -> None:
    """An archive's ``date 2020-11-06`` before the first words: the day of its record."""
    skipped = date_prefix(sheet.blocks[0].text) if sheet.blocks else 0
    if skipped:
        block = sheet.blocks[0]
        sheet.label("date", cut(block, 0, skipped).span, "date_prefix")
        sheet.blocks[0] = cut(block, skipped, len(block.text))


def take_visit_line(sheet: Sheet) -> None:
    """The day of the reader's visit above the headline: no day of the report's."""
    if sheet.blocks and visit_line(sheet.blocks[0].text):
        sheet.label("date", sheet.blocks.pop(0).span, "visit_line")
