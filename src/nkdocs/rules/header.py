"""Steps that read what stands before the body: headline, date, byline, captions, dateline."""

import re
from collections.abc import Collection
from datetime import tzinfo
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.records import Byline, Note, Span, Text, When
from nkdocs.rules.byline_forms import east_asian_name
from nkdocs.rules.bylines import bylines, damaged_byline, dated_byline, dateline_bylines, person
from nkdocs.rules.captions import caption, credit_line
from nkdocs.rules.datelines import dateline
from nkdocs.rules.furniture import date_prefix
from nkdocs.rules.headlines import Headline, headline, in_address
from nkdocs.rules.paragraphs import block_text, is_subhead
from nkdocs.rules.sheet import Sheet, cut
from nkdocs.rules.signatures import take_labelled_author
from nkdocs.rules.stamps import STAMP_MOST, take_stamps
from nkdocs.text.dates import read, read_when

__all__ = [
    "named_authors",
    "take_byline",
    "take_date_prefix",
    "take_dateline",
    "take_header",
    "take_headline",
    "take_leading_captions",
    "take_name_and_clock",
    "take_page_clock",
    "take_published",
    "take_standfirst",
]

_DATE_MOST: Final = 60
_LEAD: Final = 8
# A bare year, a season or a range may be anything.
_PUBLISHED_AS: Final = frozenset({"instant", "minute", "day", "month"})
_NAME_WORDS: Final = 3
# Name, day, title, body.
_UNDER_NAME: Final = 4
_STANDFIRST_WORDS: Final = 5
# A sentence with a credit or a remark in brackets behind it.
_BRACKETED_END: Final = re.compile(r"[.!?。][”\"’]? ?\([^()]{1,80}\)\Z")
_CLOCK: Final = 4
_BRACKETS: Final = frozenset({("(", ")"), ("（", "）")})


def take_header(
    sheet: Sheet, zone: tzinfo | None = None, groups: Collection[str] = (), *, doubting: bool = False
) -> None:
    """Headline, date, bylines, links and captions before the body, in any order, each at most where it fits."""
    take_leading_captions(sheet)
    take_headline(sheet, doubting=doubting)
    for _ in range(_LEAD):
        taken = take_byline(sheet, zone, groups) or (sheet.published is None and take_published(sheet, zone))
        if not (taken or _take_labelled(sheet, zone)):
            break
    if sheet.headline is None and sheet.published is not None:
        take_leading_captions(sheet)
        take_headline(sheet, doubting=doubting)
    take_leading_captions(sheet)


def _take_labelled(sheet: Sheet, zone: tzinfo | None) -> bool:
    """Times and authors that a word tells: ``Updated: August 1, 2019``, ``Written by`` above a name or without one."""
    if sheet.headline is None or len(sheet.blocks) < 2:  # noqa: PLR2004 - a line and the body under it
        return False
    opening = sheet.blocks[0].text
    if len(opening) > STAMP_MOST or opening.endswith((".", "。")):
        return False
    return take_stamps(sheet, zone, bare=False) or take_labelled_author(sheet)


def take_headline(sheet: Sheet, *, doubting: bool = False) -> bool:
    """The first block, if it is a headline and something follows it.

    Where nothing vouches for the page (``doubting``), two or three capitalised words are as likely an author or a
    section: they are a headline only above a dateline, a date or a byline.
    """
    if sheet.headline is not None or not sheet.blocks or not (sheet.comments or sheet.blocks[1:]):
        return False
    block = sheet.blocks[0]
    found = headline(block) or _addressed(sheet, block)
    if found is None or dateline(sheet.layout, block.span) is not None:
        return False
    if doubting and _is_like_a_name(found.text.text) and not (_is_under_a_title(sheet) or _addressed(sheet, block)):
        return False
    sheet.headline, sheet.kicker = found.text, found.kicker
    sheet.label_around(sheet.blocks.pop(0).span, found.text.span, "headline_mark")
    return True


def _addressed(sheet: Sheet, block: Block) -> Headline | None:
    """The block as the headline, whatever it says, where the page's address repeats it."""
    if block.depth or not in_address(block.text, sheet.layout.document.url):
        return None
    return Headline(text=Text(text=block.text, span=block.span), kicker=None, span=block.span)


def _is_like_a_name(words: str) -> bool:
    parts = words.replace("-", "").replace(".", "").split()
    return len(parts) <= _NAME_WORDS and all(part[0].isupper() and part.isalpha() for part in parts)


def _is_under_a_title(sheet: Sheet) -> bool:
    """Whether the second block is one that stands under a title."""
    if not sheet.blocks[1:]:
        return False
    block = sheet.blocks[1]
    opened = dateline(sheet.layout, block.span) is not None or bool(bylines(sheet.layout, block.span))
    return opened or (len(block.text) <= _DATE_MOST and read_when(block.text, block.span) is not None)


def take_leading_captions(sheet: Sheet) -> None:
    """Captions that stand before the headline or the body, each a block of its own."""
    while sheet.blocks and not sheet.blocks[0].depth:
        block = sheet.blocks[0]
        found = caption(sheet.layout, block.span)
        if found is not None:
            sheet.captions.append(found)
        elif credit_line(block.text):
            sheet.label("caption", block.span, "credit_line")
        else:
            return
        sheet.blocks.pop(0)


def take_page_clock(sheet: Sheet, *, alone: bool = False) -> None:
    """A date above the headline: the day of the reader's visit as likely as that of the report, so neither.

    Where it stands ``alone``, the rest of the page was lost.
    """
    if not take_date_prefix(sheet) and (alone or sheet.blocks[1:]) and _first_as_date(sheet, None) is not None:
        sheet.label("date", sheet.blocks.pop(0).span, "page_clock")


def take_name_and_clock(sheet: Sheet) -> bool:
    """A site's name and the day of a visit above a title, where the author or day of the article stands under it.

    Without these a title of two words may stand over its day and its standfirst.
    """
    if len(sheet.blocks) < _UNDER_NAME:
        return False
    name, day, title, below = sheet.blocks[:_UNDER_NAME]
    if name.depth or title.depth or not _is_like_a_name(name.text) or len(day.text) > _DATE_MOST:
        return False
    if headline(name) is None or headline(title) is None or read_when(day.text, day.span) is None:
        return False
    if not _tells_of_article(sheet, below):
        return False
    sheet.label("boilerplate", name.span, "site_name")
    sheet.label("date", day.span, "page_clock")
    del sheet.blocks[:2]
    return True


def _tells_of_article(sheet: Sheet, block: Block) -> bool:
    """Whether a line is a byline, a day, or both."""
    dated = dated_byline(block.text)
    if dated is not None and read_when(dated["date"], None) is not None:
        return True
    if bylines(sheet.layout, block.span):
        return True
    return len(block.text) <= _DATE_MOST and read_when(block.text, block.span) is not None


def take_date_prefix(sheet: Sheet) -> bool:
    """The day of an archive's record, which stands before the first words."""
    skipped = date_prefix(sheet.blocks[0].text) if sheet.blocks else 0
    if not skipped:
        return False
    block = sheet.blocks[0]
    sheet.label("date", cut(block, 0, skipped).span, "date_prefix")
    sheet.blocks[0] = cut(block, skipped, len(block.text))
    return True


def take_published(sheet: Sheet, zone: tzinfo | None = None) -> bool:
    """The first block, if the whole of it is a date: the day of publication."""
    found = _first_as_date(sheet, zone)
    if found is None:
        return False
    sheet.published = found
    sheet.label_around(sheet.blocks.pop(0).span, found.span, "published_line")
    return True


def _first_as_date(sheet: Sheet, zone: tzinfo | None) -> When | None:
    if not sheet.blocks:
        return None
    block = sheet.blocks[0]
    if len(block.text) > _DATE_MOST or not any(map(str.isdigit, block.text)):
        return None
    inner = cut(block, 1, len(block.text) - 1) if (block.text[0], block.text[-1]) in _BRACKETS else block
    found = read(inner.text, inner.span, zone=zone)
    if found is None or found.when.earliest is None or found.when.precision not in _PUBLISHED_AS:
        return None
    if found.conflicts:
        sheet.notes.append(Note(code="date-conflict", span=block.span, detail=", ".join(found.conflicts)))
    return found.when


def take_byline(sheet: Sheet, zone: tzinfo | None = None, groups: Collection[str] = ()) -> bool:
    """The first block, if the whole of it is a byline, with or without its date, or what is left of one."""
    if not sheet.blocks or sheet.blocks[0].depth:
        return False
    block = sheet.blocks[0]
    if _is_dated_byline(sheet, block, zone, groups):
        sheet.blocks.pop(0)
        return True
    found = bylines(sheet.layout, block.span)
    if found:
        sheet.bylines.extend(found)
        # "By", "and" and a bar stand between the spans of several authors.
        sheet.label("byline", block.span, "byline")
    elif damaged_byline(block.text):
        sheet.label("byline", block.span, "damaged_byline")
    else:
        return False
    sheet.blocks.pop(0)
    return True


def _is_dated_byline(sheet: Sheet, block: Block, zone: tzinfo | None, groups: Collection[str]) -> bool:
    """``Han Sol | 2011-08-20 16:34``; the name may be lost or be that of one of ``groups``."""
    found = dated_byline(block.text)
    if found is None:
        return False
    start = block.span.start
    when = read_when(found["date"], Span(start + found.start("date"), start + found.end("date")), zone=zone)
    name = Span(start + found.start("name"), start + found.end("name"))
    authors = named_authors(sheet.layout, name, groups)
    if not authors and east_asian_name(found["name"]):
        authors = (Byline(name=found["name"], raw=found["name"], span=name),)
    lost = damaged_byline(block.text[: found.start("date")].strip(" |"))
    if when is None or sheet.published is not None or (found["name"] and not (authors or lost)):
        return False
    sheet.published = when
    sheet.bylines.extend(authors)
    sheet.label("byline", Span(start, start + found.start("date")), "dated_byline")
    return True


def named_authors(layout: Layout, span: Span, groups: Collection[str] = ()) -> tuple[Byline, ...]:
    """Whom words name that stand where an author does: a group that signs, a person, what the byline rule reads.

    >>> import nkdocs
    >>> named_authors(nkdocs.lay_out("Han Sol"), Span(0, 7))[0].name
    'Han Sol'
    """
    name = layout.text[span.start : span.end]
    if name in groups:
        return (Byline(name=None, affiliation=name, raw=name, span=span),)
    if person(name):
        return (Byline(name=name, raw=name, span=span),)
    return bylines(layout, span) if name else ()


def take_standfirst(sheet: Sheet, most: int = 400) -> bool:
    """The first block after the headline, if it is short and ends without a stop."""
    if sheet.headline is None or len(sheet.blocks) < 2:  # noqa: PLR2004 - a standfirst stands before a body
        return False
    block = sheet.blocks[0]
    if block.depth or len(block.text) > most or not _is_standfirst(block.text, sheet.headline.text):
        return False
    if caption(sheet.layout, block.span) is not None:
        return False
    sheet.standfirst = Text(text=block_text(block), span=block.span)
    sheet.blocks.pop(0)
    return True


def _is_standfirst(text: str, title: str) -> bool:
    """Whether a line under the title reads as one: words enough, no stop, and nothing that stands there instead."""
    if text == title or text.endswith((".", "。", "”", '"', "’", ":")) or text.startswith(("![", "By ")):
        return False
    if text[-1] == ")" and _BRACKETED_END.search(text):
        return False
    if "|" in text or text[0].islower() or is_subhead(text) or any(map(str.isdigit, text[-_CLOCK:])):
        return False
    return len(text.split()) >= _STANDFIRST_WORDS or not text.isascii()


def take_dateline(sheet: Sheet) -> None:
    """The dateline that opens the body; the body starts after it."""
    if not sheet.blocks:
        return
    block = sheet.blocks[0]
    told = sheet.ctx if sheet.published is None else attrs.evolve(sheet.ctx, published_hint=sheet.published)
    found = dateline(sheet.layout, block.span, told)
    if found is None or found.span is None:
        return
    sheet.dateline = found
    sheet.bylines.extend(dateline_bylines(sheet.layout, found.span))
    rest = cut(block, found.span.end - block.span.start, len(block.text))
    sheet.blocks[0:1] = [rest] if rest.text else []
