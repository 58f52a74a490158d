"""Steps that read what stands after the body: contact lines, editions, author notes, end marks, furniture."""

import re
from typing import Final

import attrs

from nkdocs.layout.block import Block
from nkdocs.records import Byline, Note
from nkdocs.rules.bylines import bio
from nkdocs.rules.contacts import CONTACT_MOST, contact, contact_in
from nkdocs.rules.editions import EDITION_LEAST, EDITION_MOST, edition
from nkdocs.rules.furniture import (
    PAGE_LINE_LEAST,
    PAGE_LINE_MOST,
    POINTERS_MOST,
    menu_lines,
    opens_pointers,
    page_line,
    paywall_line,
)
from nkdocs.rules.sheet import Sheet, cut

__all__ = ["take_author_note", "take_bio", "take_footer", "take_furniture", "take_menu", "take_tails"]

_FOOT: Final = 6
_PROSE_LEAST: Final = 60
_STOPS: Final = (".", "。", "”", '"')
_TAIL: Final = re.compile(r"\s*(?:-0-|\(END\)|\(끝\)|\(終わり\)|\(了\)|###|-30-)$")
_TAIL_ENDS: Final = ("-0-", ")", "###", "-30-")
_RULE: Final = re.compile(r"[-_=*~·. ]{3,}")
_RULE_SIGNS: Final = frozenset("-_=*~·.")


def take_footer(sheet: Sheet) -> None:
    """Links to other editions wherever they stand; contact lines and notes about the author at the foot."""
    foot = max(0, len(sheet.blocks) - _FOOT)
    body, last = sheet.blocks[:foot], sheet.blocks[foot:]
    rest = [
        block
        for block in body
        if not EDITION_LEAST <= len(block.text) <= EDITION_MOST or block.depth or not _is_edition(sheet, block)
    ]
    rest += [block for block in last if block.depth or not _is_footer(sheet, block)]
    sheet.blocks = rest


def _is_footer(sheet: Sheet, block: Block) -> bool:
    size = len(block.text)
    return (
        (EDITION_LEAST <= size <= EDITION_MOST and _is_edition(sheet, block))
        or (size <= CONTACT_MOST and _is_contact(sheet, block))
        or take_bio(sheet, block)
    )


def _is_contact(sheet: Sheet, block: Block) -> bool:
    found = contact(block.text, block.span)
    if found is None:
        return False
    sheet.label("contact", block.span, "contact_line")
    if found.lost:
        sheet.notes.append(Note(code="lost-address", span=block.span))
    return True


def _is_edition(sheet: Sheet, block: Block) -> bool:
    found = edition(sheet.layout, block.span)
    if found is None:
        return False
    sheet.editions.append(attrs.evolve(found, url=block.links[0].url) if block.links else found)
    return True


def take_bio(sheet: Sheet, block: Block) -> bool:
    """A block, if it is the note on an author: what it tells goes to that author's byline, or makes one."""
    authors = [author.name for author in sheet.bylines if author.name] if sheet.bylines else ()
    found = bio(block.text, block.span, authors)
    if found is None:
        return False
    address = contact_in(block.text, block.span)
    if address.address is not None:
        found = attrs.evolve(found, contact=address.address)
    if found.name in authors:
        sheet.bylines = [_completed(author, found) for author in sheet.bylines]
    else:
        sheet.bylines.append(found)
    sheet.label("bio", block.span, "author_note")
    if address.lost:
        sheet.notes.append(Note(code="lost-address", span=block.span))
    return True


def take_author_note(sheet: Sheet) -> None:
    """The last block, where it tells of somebody the header named as an author."""
    if sheet.bylines and sheet.blocks and not sheet.blocks[-1].depth and take_bio(sheet, sheet.blocks[-1]):
        sheet.blocks.pop()


def take_tails(sheet: Sheet) -> None:
    """The marks that end a report (``-0-``, ``(END)``, ``(끝)``), and rules drawn across the page."""
    rest: list[Block] = []
    for whole in sheet.blocks:
        block = _without_tail(sheet, whole) if whole.text.endswith(_TAIL_ENDS) else whole
        if block.text[:1] in _RULE_SIGNS and _RULE.fullmatch(block.text):
            sheet.label("boilerplate", block.span, "rule_line")
        elif block.text:
            rest.append(block)
    sheet.blocks = rest


def _without_tail(sheet: Sheet, block: Block) -> Block:
    found = _TAIL.search(block.text[-8:])
    if found is None:
        return block
    start = len(block.text) - len(found[0])
    sheet.label("boilerplate", cut(block, start, len(block.text)).span, "end_mark")
    return cut(block, 0, start)


def take_furniture(sheet: Sheet) -> None:
    """Controls and notices of the page, and at its foot the pointers to other articles."""
    take_menu(sheet)
    half = len([1 for block in sheet.blocks if not block.depth]) // 2
    for number, block in enumerate(sheet.blocks[half:], start=half):
        if len(block.text) <= POINTERS_MOST and number and not block.depth and opens_pointers(block.text):
            _take_pointers(sheet, number)
            break
    for block in sheet.blocks[-_FOOT:]:
        if not block.depth and paywall_line(block.text):
            sheet.notes.append(Note(code="paywall", span=block.span))
    # Most pages of stripped text have none: look before the blocks are listed anew.
    if [1 for block in sheet.blocks if PAGE_LINE_LEAST <= len(block.text) <= PAGE_LINE_MOST and page_line(block.text)]:
        sheet.drop(_is_of_page, "boilerplate", "furniture")


def take_menu(sheet: Sheet) -> None:
    """The names of a site's parts above the article."""
    lines = menu_lines(block.text for block in sheet.blocks)
    for block in sheet.blocks[:lines]:
        sheet.label("boilerplate", block.span, "menu")
    del sheet.blocks[:lines]


def _is_of_page(block: Block) -> bool:
    return page_line(block.text)


def _take_pointers(sheet: Sheet, first: int) -> None:
    """Titles behind a heading like "Related posts:", up to a thread; none where the article itself goes on."""
    after = next((n for n in range(first, len(sheet.blocks)) if sheet.blocks[n].depth), len(sheet.blocks))
    pointers = sheet.blocks[first:after]
    if [1 for block in pointers if len(block.text) >= _PROSE_LEAST and block.text.endswith(_STOPS)]:
        return
    for block in pointers:
        sheet.label("boilerplate", block.span, "pointers")
    del sheet.blocks[first:after]


def _completed(author: Byline, note: Byline) -> Byline:
    """The author the header named, with what the note at the foot adds."""
    if author.name != note.name:
        return author
    role, address = author.role or note.role, author.contact or note.contact
    if note.affiliation and not author.affiliation:
        # Whom the author writes for stands in the note alone: so does the byline then.
        return attrs.evolve(note, role=role, contact=address)
    return attrs.evolve(author, role=role, contact=address, bio=note.bio)
