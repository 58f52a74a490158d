"""What the groups of a pattern say, put into the fields of a record; nothing that is not written there."""

import re
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from nkdocs.layout.block import Block
from nkdocs.plugin.declared_patterns import Hit
from nkdocs.records import Byline, Caption, Dateline, Edition, Note, Span, Text, When
from nkdocs.rules.bylines import bio, bylines
from nkdocs.rules.captions import caption
from nkdocs.rules.contacts import contact_in
from nkdocs.rules.datelines import dateline
from nkdocs.rules.dates import when
from nkdocs.rules.editions import LANGUAGE_CODES, edition
from nkdocs.rules.sheet import Sheet
from nkdocs.text.dates import read
from nkdocs.text.tidy import joined_lines

__all__ = ["author_note", "complete_bylines", "record_foot", "record_hit", "record_text", "words"]

_BYLINE: Final = ("name", "role", "affiliation", "contact", "bio")
_COMPLETED: Final = ("role", "contact", "bio")
_CODE: Final = re.compile(r"[a-z]{2}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_AUTHORS_MOST: Final = 20
# Standfirsts of several paragraphs are one up to this length.
_STANDFIRST_MOST: Final = 2000


def words(sheet: Sheet, span: Span, block: Block) -> str:
    """The slice as a value; hard wraps of its block are undone."""
    raw = span.of(sheet.layout.text)
    return raw if block.lines == 1 else joined_lines(raw.splitlines())


def record_hit(sheet: Sheet, hit: Hit, block: Block) -> None:
    """Put a matched block into the record, and label all of it."""
    rule = f"patterns.{hit.role}"
    sheet.label(hit.role, block.span, rule)
    for group, role in _LABELLED.items():
        if group in hit.groups:
            sheet.label(role, hit.groups[group], rule)
    _record_days(sheet, hit)
    for field in ("section", "kicker", "headline"):
        if field in hit.groups:
            record_text(sheet, field, hit.groups[field], block)
    recorder = _RECORDERS.get(hit.role)
    if recorder is not None:
        recorder(sheet, hit, block)
    elif hit.role in _TEXTS and hit.role not in hit.asked:
        record_text(sheet, hit.role, hit.span, block)


_LABELLED: Final = {"date": "date", "updated": "date", "section": "section", "kicker": "kicker", "headline": "headline"}
_TEXTS: Final = frozenset({"section", "kicker", "headline", "standfirst"})


def record_text(sheet: Sheet, field: str, span: Span, block: Block) -> None:
    """Fill a field that holds a text, if it is empty; a standfirst goes on in the block behind it."""
    value = words(sheet, span, block)
    known = getattr(sheet, field)
    if known is None:
        setattr(sheet, field, value if field == "section" else Text(text=value, span=span))
    elif field == "standfirst" and _goes_on(sheet, known.span, span):
        sheet.standfirst = Text(text=f"{known.text}\n{value}", span=Span(known.span.start, span.end))


def _goes_on(sheet: Sheet, before: Span, span: Span) -> bool:
    near = before.end <= span.start and span.end - before.start <= _STANDFIRST_MOST
    return near and not sheet.layout.text[before.end : span.start].strip()


def _record_days(sheet: Sheet, hit: Hit) -> None:
    if sheet.published is None and "date" in hit.groups:
        sheet.published = _day(sheet, hit.groups["date"])
    if sheet.updated is None and "updated" in hit.groups:
        sheet.updated = _day(sheet, hit.groups["updated"])


def _day(sheet: Sheet, span: Span) -> When | None:
    """The date a slice says; what in it contradicts itself is noted."""
    found = when(sheet.layout, span, sheet.ctx)
    told = read(span.of(sheet.layout.text), span) if found is not None else None
    if told is not None and told.conflicts:
        sheet.notes.append(Note(code="date-conflict", span=span, detail=", ".join(told.conflicts)))
    return found


def _record_date(sheet: Sheet, hit: Hit, _: Block) -> None:
    if sheet.published is None and hit.asked.isdisjoint({"date", "updated"}):
        sheet.published = _day(sheet, hit.span)


def _record_byline(sheet: Sheet, hit: Hit, block: Block) -> None:
    """One author as the groups say; a pattern without such groups leaves the reading to the shared rule."""
    if hit.asked.isdisjoint(_BYLINE):
        sheet.bylines.extend(bylines(sheet.layout, hit.span))
        return
    values = _byline_values(sheet, hit, block)
    if values:
        raw = hit.span.of(sheet.layout.text)
        sheet.bylines.append(Byline(**{"name": None, **values}, raw=raw, span=hit.span))


def _byline_values(sheet: Sheet, hit: Hit, block: Block) -> dict[str, str]:
    values = {name: words(sheet, hit.groups[name], block) for name in _BYLINE if name in hit.groups}
    if "contact" in values and contact_in(values["contact"], hit.groups["contact"]).lost:
        del values["contact"]
        sheet.notes.append(Note(code="lost-address", span=hit.groups["contact"]))
    return values


def _record_dateline(sheet: Sheet, hit: Hit, block: Block) -> None:
    if sheet.dateline is not None:
        return
    raw = hit.span.of(sheet.layout.text)
    place, agency = (
        words(sheet, hit.groups[name], block) if name in hit.groups else None for name in ("place", "agency")
    )
    day = _day(sheet, hit.groups["date"]) if "date" in hit.groups else None
    found = dateline(sheet.layout, hit.span, sheet.ctx) if hit.asked.isdisjoint({"place", "agency"}) else None
    if found is not None:
        place, agency, day = found.place, found.agency, day or found.when
    sheet.dateline = Dateline(place=place, agency=agency, when=day, raw=raw, span=hit.span)


def _record_caption(sheet: Sheet, hit: Hit, block: Block) -> None:
    """A caption without its credit; where no group says what is which, the shared rule may."""
    credit = words(sheet, hit.groups["credit"], block) if "credit" in hit.groups else None
    if "text" in hit.groups:
        text = words(sheet, hit.groups["text"], block)
    elif "text" in hit.asked:
        return  # a credit whose caption was lost
    else:
        found = caption(sheet.layout, hit.span)
        before = hit.groups["credit"].start if "credit" in hit.groups else hit.span.end
        text = found.text if found else words(sheet, Span(hit.span.start, before), block).strip()
        credit = credit or (found.credit if found else None)
    if text:
        sheet.captions.append(Caption(text=text, credit=credit, span=hit.span))


def _record_edition(sheet: Sheet, hit: Hit, block: Block) -> None:
    label = words(sheet, hit.groups.get("label", hit.span), block)
    language = _code(hit.groups["language"].of(sheet.layout.text)) if "language" in hit.groups else None
    if "language" not in hit.asked:
        found = edition(sheet.layout, block.span)
        language = found.language if found else None
    sheet.editions.append(Edition(language=language, label=label, span=hit.span))


def _code(language: str) -> str | None:
    """The code of a language's name; a code stays one; None for a name nobody here knows."""
    known = LANGUAGE_CODES.get(language.casefold())
    return known or (language.lower() if _CODE.fullmatch(language) else None)


_RECORDERS: Final[Mapping[str, Callable[[Sheet, Hit, Block], None]]] = {
    "byline": _record_byline,
    "caption": _record_caption,
    "date": _record_date,
    "dateline": _record_dateline,
    "edition": _record_edition,
}


def record_foot(sheet: Sheet, hit: Hit, block: Block) -> Byline | None:
    """Record a block after the header; give back what a contact or bio says of an author."""
    record_hit(sheet, hit, block)
    if hit.role == "bio" and hit.asked.isdisjoint(_BYLINE):
        return author_note(sheet, block)
    if hit.role not in {"bio", "contact"}:
        return None
    values = _byline_values(sheet, hit, block)
    raw = hit.span.of(sheet.layout.text)
    return Byline(**{"name": None, **values}, raw=raw, span=hit.span) if values else None


def author_note(sheet: Sheet, block: Block) -> Byline | None:
    """What the shared rule reads in a block about an author."""
    return bio(block.text, block.span, [author.name for author in sheet.bylines[:_AUTHORS_MOST] if author.name])


def complete_bylines(sheet: Sheet, notes: list[tuple[str, Byline]]) -> None:
    """Give what the foot of the page says to the author it names, or to the only one; a bio may name another.

    Args:
        sheet: what has been read so far.
        notes: ``contact`` or ``bio``, and what such a block says.
    """
    for role, note in notes:
        named = {author.name: number for number, author in enumerate(sheet.bylines[:_AUTHORS_MOST]) if author.name}
        number = named.get(note.name) if note.name else 0 if len(sheet.bylines) == 1 else None
        if number is not None:
            known = sheet.bylines[number]
            new = {name: getattr(known, name) or getattr(note, name) for name in _COMPLETED}
            sheet.bylines[number] = attrs.evolve(known, **new)
        elif note.name and role == "bio":
            sheet.bylines.append(note)
