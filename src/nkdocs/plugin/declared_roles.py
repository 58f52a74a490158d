"""Blocks whose role the outlet gives without a pattern: by a step of its header, or by a CSS class."""

from collections.abc import Callable, Sequence
from typing import Final

from nkdocs.layout.block import Block
from nkdocs.plugin.declared_fields import author_note, record_text
from nkdocs.plugin.declared_patterns import Patterns
from nkdocs.records import Byline, Caption, Dateline, Edition, Span
from nkdocs.rules.bylines import person
from nkdocs.rules.dates import when
from nkdocs.rules.editions import edition
from nkdocs.rules.header import take_byline, take_dateline, take_leading_captions, take_published
from nkdocs.rules.headlines import headline
from nkdocs.rules.paragraphs import block_text
from nkdocs.rules.sheet import Sheet

__all__ = ["classed", "recognised"]

_TITLES: Final = frozenset({"headline", "kicker", "standfirst"})
_TITLE_MOST: Final = 200
_STANDFIRST_MOST: Final = 400
# The time of a report is one of the first that its page writes.
_TIMES_MOST: Final = 50
_STOPS: Final = (".", "。")


def recognised(
    sheet: Sheet, block: Block, role: str, patterns: Patterns, others: Sequence[str] = ()
) -> list[Block] | None:
    """Take a block as a step's role, if it reads so: give back what is left of it, or None.

    Args:
        sheet: what has been read so far.
        block: the next one.
        role: of the step, which has no pattern.
        patterns: of the outlet; a line that fits one of them is no title.
        others: roles of other steps without a pattern; a line that one of them reads is no title either.
    """
    rule = f"header.{role}"
    if role in _TITLES:
        fits = _is_standfirst(block) if role == "standfirst" else _is_title(block)
        if not fits or patterns.fits(block) or _reads(sheet, block, patterns, others):
            return None
        _record_title(sheet, role, block, rule)
        return []
    if role == "edition":
        found = edition(sheet.layout, block.span)
        if found is not None:
            sheet.editions.append(found)
        return None if found is None else []
    if role not in _STEPS or (role == "dateline" and sheet.dateline is not None):
        return None
    rest = _stepped(sheet, block, _STEPS[role])
    if rest is not None and role == "date":
        sheet.label("date", block.span, rule)
    return rest


def _reads(sheet: Sheet, block: Block, patterns: Patterns, roles: Sequence[str]) -> bool:
    """Whether a shared rule takes the block as one of these roles; tried on a sheet that is thrown away."""
    scratch = Sheet(sheet.layout, sheet.ctx, [])
    return any(recognised(scratch, block, role, patterns) is not None for role in roles if role not in _TITLES)


def _is_title(block: Block) -> bool:
    text = block.text
    return len(text) <= _TITLE_MOST and not block.depth and not text.endswith(_STOPS) and len(text.splitlines()) == 1


def _is_standfirst(block: Block) -> bool:
    return len(block.text) <= _STANDFIRST_MOST and block.kind == "paragraph" and not block.depth


def _record_title(sheet: Sheet, role: str, block: Block, rule: str) -> None:
    """Fill the field with the block, a headline without the marks beside it and with the kicker that opens it."""
    found = headline(block) if role == "headline" and sheet.headline is None else None
    sheet.label(role, block.span, rule)
    if found is None:
        record_text(sheet, role, block.span, block)
        return
    sheet.headline = found.text
    if found.kicker is not None and found.kicker.span is not None:
        sheet.kicker = sheet.kicker or found.kicker
        sheet.label("kicker", found.kicker.span, rule)


def _published(sheet: Sheet) -> None:
    """The first date is that of publication; another keeps its label alone."""
    known = sheet.published
    take_published(sheet)
    sheet.published = known or sheet.published


_STEPS: Final[dict[str, Callable[[Sheet], object]]] = {
    "byline": take_byline,
    "caption": take_leading_captions,
    "date": _published,
    "dateline": take_dateline,
}


def _stepped(sheet: Sheet, block: Block, step: Callable[[Sheet], object]) -> list[Block] | None:
    """Let a shared step look at this block alone: what it leaves, or None where it takes nothing."""
    sheet.blocks = [block]
    step(sheet)
    rest = sheet.blocks
    return None if rest and rest[0] is block else rest


def classed(sheet: Sheet, block: Block, role: str) -> Byline | None:
    """Take a whole block as the role its class has; the shared rules read what they can.

    What a note on an author says is given back: it concerns another block.
    """
    sheet.label(role, block.span, f"classes.{role}")
    if role == "bio":
        return author_note(sheet, block)
    recorder = _WHOLE.get(role)
    if recorder is not None:
        recorder(sheet, block)
    elif role in {"section", "kicker", "standfirst"}:
        record_text(sheet, role, block.span, block)
    return None


def _classed_headline(sheet: Sheet, block: Block) -> None:
    if sheet.headline is None:
        _record_title(sheet, "headline", block, "classes.headline")


def _classed_byline(sheet: Sheet, block: Block) -> None:
    """A class vouches for what stands there, so a name alone will do."""
    before = len(sheet.labels)
    if _stepped(sheet, block, take_byline) is None and person(block.text):
        sheet.bylines.append(Byline(name=block.text, raw=block.text, span=block.span))
    del sheet.labels[before:]
    if sheet.published is not None and sheet.published.span is not None and _holds(block.span, sheet.published.span):
        sheet.label("date", sheet.published.span, "classes.byline")


def _classed_date(sheet: Sheet, block: Block) -> None:
    """The whole block as a date, else the ``time`` that it holds."""
    if sheet.published is not None:
        return
    times = sheet.layout.meta.times[:_TIMES_MOST]
    inside = (span for span, _ in times if span is not None and _holds(block.span, span))
    for span in (block.span, *inside):
        sheet.published = when(sheet.layout, span, sheet.ctx)
        if sheet.published is not None:
            return


def _classed_dateline(sheet: Sheet, block: Block) -> None:
    if sheet.dateline is None and _stepped(sheet, block, take_dateline) is None:
        sheet.dateline = Dateline(raw=block.text, span=block.span)


def _classed_caption(sheet: Sheet, block: Block) -> None:
    if _stepped(sheet, block, take_leading_captions) is None:
        sheet.captions.append(Caption(text=block_text(block), span=block.span))


def _classed_edition(sheet: Sheet, block: Block) -> None:
    sheet.editions.append(edition(sheet.layout, block.span) or Edition(label=block_text(block), span=block.span))


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


_WHOLE: Final[dict[str, Callable[[Sheet, Block], None]]] = {
    "headline": _classed_headline,
    "byline": _classed_byline,
    "date": _classed_date,
    "dateline": _classed_dateline,
    "caption": _classed_caption,
    "edition": _classed_edition,
}
