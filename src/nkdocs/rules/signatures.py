"""Who signs under or at the edge of a report: addresses, closing bylines, hand-overs and sign-offs of broadcasts."""

import re
from collections.abc import Iterator
from typing import Final

import attrs

from nkdocs.layout.block import Block
from nkdocs.records import Byline, Span
from nkdocs.rules.bylines import bylines, closing_byline, person
from nkdocs.rules.contacts import contact_in
from nkdocs.rules.paragraphs import block_text
from nkdocs.rules.sheet import Sheet, cut

__all__ = [
    "is_address",
    "take_bracketed_byline",
    "take_crew",
    "take_handover",
    "take_labelled_author",
    "take_signature",
]

_ADDRESS_LINE: Final = re.compile(r"[(<\[]?\s?[\w.+-]{1,64}@[\w.-]{3,100}\s?[)>\]]?|\[email[ \xa0]protected\]")
_SIGNED: Final = re.compile(r"[Bb][Yy]:? [A-Z]|[(\[]?[가-힣A-Za-z ]{0,20}[=ㅣ|]?\s?[가-힣]{2,4} ?(?:기자|특파원)\b")
_AGENCY: Final = re.compile(r"[(\[](?P<agency>Yonhap(?: News)?|연합뉴스|AP|AFP|Reuters|Newsis|뉴시스)[)\]]")
# Reported by Han Sol for the Korean Service. Translated by Anna Katz.
_CREDITS: Final = re.compile(
    r"(?:Reported|Reporting|Written|Translated|Translation|Edited|Additional reporting)\b[\w ]{0,12} by [A-Z]"
)
_CREDIT: Final = re.compile(r"[^.]+(?:\.(?=[A-Z]?\.)[^.]+|(?<=\b[A-Z])\.[^.]+)*\.?")
_FOR: Final = re.compile(r"(?: in [A-Z][a-z]+)?(?: for .{3,60})?\.?\Z")
# Who filmed, cut and put online: nobody's byline.
_CREW: Final = re.compile(
    r"[(\[]?\s?(?:영상\s?(?:편집|취재|제작)|촬영|편집|에디터|웹팀|영상)\s?[:：]?\s?[가-힣]{2,4}"
    r"(?:\s?[,/·]\s?(?:(?:영상\s?(?:편집|취재|제작)|촬영|편집|에디터|웹팀"
    r"|영상)\s?[:：]?\s?)?[가-힣]{2,4}){0,4}\s?[)\]]?\.?"
)
_BRACKETED: Final = re.compile(r"[\[(【][가-힣A-Za-z ]{2,20}\s?[=ㅣ|]\s?[가-힣]{2,4} ?(?:기자|특파원)[\])】]\s*")
_LABEL: Final = re.compile(r"(?:[Ww]ritten|[Rr]eported|[Pp]osted) by\s?:?|[Bb][Yy]|[Aa]uthor\s?:?|기자|글쓴이")
_HANGUL_NAME: Final = re.compile(r"[가-힣]{2,4}")
_GROUP: Final = re.compile(r"(?:The )?[A-Z]\w+(?: [A-Z]\w+){1,3}")
_SIGN_OFF: Final = re.compile(
    r"(?:[가-힣]{2,6}에서,? )?(?:RFA,? ?)?(?:자유아시아방송"
    r"|VOA ?뉴스)(?: RFA)?,? (?:[가-힣]{2,6}에서 )?(?P<name>[가-힣]{2,4}) ?입니다\.?\Z"
)
_SIGN_OFF_MOST: Final = 60
_FOOT: Final = 8
_LINE_MOST: Final = 160
_CREDITS_MOST: Final = 400
_LEAD: Final = 4
_NAME_MOST: Final = 60


def is_address(line: str) -> bool:
    """Whether a line is an address of electronic mail and nothing else.

    >>> is_address("hansol@ledger.example"), is_address("write to hansol@ledger.example")
    (True, False)
    """
    return "@" in line and len(line) <= _LINE_MOST and _ADDRESS_LINE.fullmatch(line) is not None


def take_signature(sheet: Sheet) -> None:
    """Addresses, closing bylines and credits under the text, from the last block upwards."""
    for _ in range(_FOOT):
        if len(sheet.blocks) < 2 or not _is_signature(sheet, sheet.blocks[-1]):  # noqa: PLR2004 - it stands under a body
            break
        sheet.blocks.pop()


def _is_signature(sheet: Sheet, block: Block) -> bool:
    raw = block.text
    if len(raw) <= _CREDITS_MOST and _CREDITS.match(raw):
        return _take_credits(sheet, block)
    if len(raw) > _LINE_MOST:
        return False
    if _ADDRESS_LINE.fullmatch(raw):
        _add_contact(sheet, block)
    elif _CREW.fullmatch(raw):
        sheet.label("boilerplate", block.span, "crew")
    elif agency := _AGENCY.fullmatch(raw):
        sheet.bylines.append(Byline(name=None, affiliation=agency["agency"], raw=raw, span=block.span))
    else:
        return _SIGNED.match(raw) is not None and _add_authors(sheet, block)
    return True


def _add_contact(sheet: Sheet, block: Block) -> None:
    """The address under a report is that of its only author."""
    found = contact_in(block.text, block.span)
    sheet.label("contact", block.span, "address_line")
    if len(sheet.bylines) == 1 and sheet.bylines[0].name and sheet.bylines[0].contact is None:
        sheet.bylines[0] = attrs.evolve(sheet.bylines[0], contact=found.address)


def _add_authors(sheet: Sheet, block: Block) -> bool:
    """A closing byline; an author whom the header named already is not named twice."""
    found = bylines(sheet.layout, block.span)
    for author in found:
        known = next((n for n, one in enumerate(sheet.bylines) if one.name and one.name == author.name), None)
        if known is None:
            sheet.bylines.append(author)
        elif author.contact and sheet.bylines[known].contact is None:
            sheet.bylines[known] = attrs.evolve(sheet.bylines[known], contact=author.contact)
            first = block.span.start + block.text.index(author.contact)
            sheet.label("contact", Span(first, first + len(author.contact)), "closing_byline")
    if found:
        sheet.label("byline", block.span, "closing_byline")
    return bool(found)


def _take_credits(sheet: Sheet, block: Block) -> bool:
    """Reporter and translator; editors are no authors of a report."""
    for span in _sentences(block):
        words = sheet.layout.text[span.start : span.end]
        if words.startswith("Edited"):
            continue
        for author in bylines(sheet.layout, span):
            if all(one.name != author.name for one in sheet.bylines):
                sheet.bylines.append(author)
    sheet.label("byline", block.span, "credits")
    return True


def _sentences(block: Block) -> Iterator[Span]:
    start = block.span.start
    for found in _CREDIT.finditer(block_text(block) if block.lines == 1 else block.text):
        words = found[0]
        first = found.start() + len(words) - len(words.lstrip())
        words = words.strip()
        turn = _FOR.search(words)
        if words and turn is not None:
            yield Span(start + first, start + first + turn.start())


def take_crew(sheet: Sheet) -> None:
    """``(영상편집: 한솔)`` behind a sentence: who cut the pictures wrote none of it."""
    for number, block in enumerate(sheet.blocks):
        first = block.text.rfind("(") if block.text.endswith((")", ").")) and not block.text.isascii() else -1
        if first > 0 and _CREW.fullmatch(block.text, first):
            sheet.label("boilerplate", cut(block, first, len(block.text)).span, "crew")
            sheet.blocks[number] = cut(block, 0, first)


def take_handover(sheet: Sheet) -> None:
    """The reporter whom the lead of a broadcast hands over to, else who signs off.

    A line that does only that is a byline; the sentence at the end of a longer paragraph stays body.
    """
    for number, block in enumerate(sheet.blocks[:_LEAD]):
        found = closing_byline(sheet.layout, block.span)
        if found is None or found.span is None:
            continue
        if all(one.name != found.name for one in sheet.bylines):
            sheet.bylines.append(found)
        if found.span.start == block.span.start:
            sheet.label("byline", block.span, "handover")
            del sheet.blocks[number]
        return
    _sign_off(sheet)


def _sign_off(sheet: Sheet) -> None:
    """The last words of a broadcast name who spoke; they stay body."""
    if sheet.bylines or not sheet.blocks:
        return
    block = sheet.blocks[-1]
    first = max(0, len(block.text) - _SIGN_OFF_MOST)
    found = _SIGN_OFF.search(block.text, first) if block.text.endswith(("입니다", "입니다.")) else None
    if found is not None:
        start = block.span.start
        span = Span(start + found.start(), start + found.end())
        sheet.bylines.append(Byline(name=found["name"], raw=found[0], span=span))


def take_bracketed_byline(sheet: Sheet) -> None:
    """``[변경일보=한솔 기자]`` before the first sentence; the body starts behind it."""
    if not sheet.blocks or sheet.blocks[0].text[:1] not in "[(【":
        return
    block = sheet.blocks[0]
    found = _BRACKETED.match(block.text)
    if found is None or found.end() == len(block.text):
        return
    bracket = cut(block, 0, found.end())
    authors = bylines(sheet.layout, bracket.span)
    if authors:
        sheet.bylines.extend(authors)
        sheet.label("byline", bracket.span, "bracketed_byline")
        sheet.blocks[0] = cut(block, found.end(), len(block.text))


def take_labelled_author(sheet: Sheet) -> bool:
    """``Written by`` on one line, and who it was on the next."""
    if len(sheet.blocks) < 3 or not _LABEL.fullmatch(sheet.blocks[0].text[:_NAME_MOST]):  # noqa: PLR2004 - and a body
        return False
    label, block = sheet.blocks[:2]
    if len(block.text) > _NAME_MOST:
        return False
    found = bylines(sheet.layout, block.span)
    if not found and (person(block.text) or _HANGUL_NAME.fullmatch(block.text)):
        found = (Byline(name=block.text, raw=block.text, span=block.span),)
    elif not found and _GROUP.fullmatch(block.text):
        found = (Byline(name=None, affiliation=block.text, raw=block.text, span=block.span),)
    if found:
        sheet.bylines.extend(found)
        sheet.label("byline", block.span, "labelled_author")
        del sheet.blocks[1]
    sheet.label("byline", label.span, "author_label")
    del sheet.blocks[0]
    return True
