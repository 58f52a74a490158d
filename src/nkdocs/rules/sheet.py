"""A sheet keeps what has been read off a layout, so that every block is read once and none is lost."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import tzinfo
from typing import Final

import attrs

from nkdocs.layout.block import Block, Layout
from nkdocs.layout.context import ParseContext
from nkdocs.records import (
    Byline,
    Caption,
    Comment,
    Dateline,
    Draft,
    Edition,
    Entry,
    Label,
    Note,
    Result,
    Span,
    Text,
    When,
)
from nkdocs.rules.bylines import bio, byline, damaged_byline, dated_byline, person
from nkdocs.rules.captions import caption
from nkdocs.rules.contacts import contact, contact_in
from nkdocs.rules.datelines import dateline
from nkdocs.rules.editions import edition
from nkdocs.rules.headlines import headline
from nkdocs.rules.listings import is_listing, listing_entries
from nkdocs.rules.paragraphs import block_text, paragraphs, unwrapped
from nkdocs.rules.threads import find_thread, read_thread
from nkdocs.text.dates import read, read_when
from nkdocs.text.script import language_of

__all__ = ["Sheet", "cut"]

_DATE_MOST: Final = 60
_LEAD: Final = 8
_SENTENCE_LEAST: Final = 60
_EDITION_MOST: Final = 60
_FOOT: Final = 6
_TAIL: Final = re.compile(r"\s*(?:-0-|\(END\)|\(끝\)|\(終わり\)|\(了\)|###|-30-)$")
_TAIL_ENDS: Final = ("-0-", ")", "###", "-30-")
_RULE: Final = re.compile(r"[-_=*~·. ]{3,}")
_RULE_SIGNS: Final = frozenset("-_=*~·.")
_REPEAT_LEAST: Final = 4
_RESPONSES: Final = re.compile(
    r"\d{1,5} (?:Responses?|Comments?|Replies|thoughts?)\b.{0,200}|Comments?(?: \(\d{1,5}\))?|Leave a (?:Reply|Comment)"
    r"|댓글(?: ?\d{1,5})?개?|コメント",
    re.IGNORECASE,
)


def cut(block: Block, start: int, end: int) -> Block:
    """The part of a block between two offsets of its text, without blanks at the ends.

    >>> import nkdocs
    >>> cut(nkdocs.lay_out("A road. -0-").blocks[0], 0, 7).text
    'A road.'
    """
    part = block.text[start:end]
    start += len(part) - len(part.lstrip())
    text = part.strip()
    begin = block.span.start + start
    return block._replace(text=text, span=Span(begin, begin + len(text)))


@attrs.define(slots=True)
class Sheet:
    """What a parser has read so far; each ``take_`` step removes what it understood from ``blocks``.

    A parser is a list of these steps; ``draft()`` turns what nobody took into paragraphs.
    """

    layout: Layout
    ctx: ParseContext
    blocks: list[Block]
    headline: Text | None = None
    kicker: Text | None = None
    standfirst: Text | None = None
    section: str | None = None
    published: When | None = None
    updated: When | None = None
    dateline: Dateline | None = None
    bylines: list[Byline] = attrs.field(factory=list[Byline])
    captions: list[Caption] = attrs.field(factory=list[Caption])
    editions: list[Edition] = attrs.field(factory=list[Edition])
    comments: tuple[Comment, ...] = ()
    labels: list[Label] = attrs.field(factory=list[Label])
    notes: list[Note] = attrs.field(factory=list[Note])

    @classmethod
    def of(cls, layout: Layout, ctx: ParseContext, blocks: Iterable[Block] | None = None) -> "Sheet":
        """A fresh sheet over a layout, or over some of its blocks."""
        return cls(layout, ctx, list(layout.blocks if blocks is None else blocks))

    def label(self, role: str, span: Span, rule: str) -> None:
        """Say what a stretch without a field is."""
        self.labels.append(Label(role=role, span=span, rule=rule))

    def drop(self, wanted: Callable[[Block], bool], role: str, rule: str) -> None:
        """Take every block that ``wanted`` accepts, as text that has no field."""
        rest: list[Block] = []
        for block in self.blocks:
            if wanted(block):
                self.label(role, block.span, rule)
            else:
                rest.append(block)
        self.blocks = rest

    def unwrap(self) -> None:
        """Blocks of an article that was captured as one list item are no list."""
        self.blocks = unwrapped(self.blocks)

    def take_repeat(self) -> None:
        """A page that holds the same article twice gives it once; the second copy is set aside, and noted."""
        texts = [block.text for block in self.blocks]
        if len(texts) < _REPEAT_LEAST or texts[0] not in texts[2:]:
            return
        half = texts.index(texts[0], 2)
        if texts[half : 2 * half] != texts[:half]:
            return
        copy = self.blocks[half : 2 * half]
        self.notes.append(Note(code="duplicate-article", span=Span(copy[0].span.start, copy[-1].span.end)))
        for block in copy:
            self.label("boilerplate", block.span, "duplicate_article")
        del self.blocks[half : 2 * half]

    def take_thread(self) -> None:
        """The comment thread after the body, with the line that counts it."""
        found = find_thread(self.blocks)
        if found is None:
            return
        first, after = found
        read = read_thread(self.layout, self.blocks, first, after)
        self.comments = read.comments
        self.notes.extend(read.notes)
        self.labels.extend(read.labels)
        before, behind = self.blocks[:first], self.blocks[after:]
        for side in (before[-1:], behind[:1]):
            if side and _RESPONSES.fullmatch(side[0].text):
                self.label("boilerplate", side[0].span, "thread_heading")
                (before if side[0] in before else behind).remove(side[0])
        self.blocks = before + behind

    def take_footer(self) -> None:
        """Links to other editions wherever they stand; contact lines and notes about the author at the foot."""
        foot = len(self.blocks) - _FOOT
        self.blocks = [
            block
            for number, block in enumerate(self.blocks)
            if block.depth
            or not (
                (len(block.text) <= _EDITION_MOST and self._is_edition(block))
                or (number >= foot and (self._is_contact(block) or self._is_bio(block)))
            )
        ]

    def _is_contact(self, block: Block) -> bool:
        found = contact(block.text, block.span)
        if found is None:
            return False
        self.label("contact", block.span, "contact_line")
        if found.lost:
            self.notes.append(Note(code="lost-address", span=block.span))
        return True

    def _is_edition(self, block: Block) -> bool:
        found = edition(self.layout, block.span)
        if found is None:
            return False
        self.editions.append(found)
        return True

    def _is_bio(self, block: Block) -> bool:
        authors = [author.name for author in self.bylines if author.name]
        found = bio(block.text, block.span, authors)
        if found is None:
            return False
        address = contact_in(block.text, block.span)
        self.bylines = [author for author in self.bylines if author.name != found.name]
        self.bylines.append(attrs.evolve(found, contact=address.address))
        self.label("bio", block.span, "author_note")
        if address.lost:
            self.notes.append(Note(code="lost-address", span=block.span))
        return True

    def take_tails(self) -> None:
        """The marks that end a report (``-0-``, ``(END)``, ``(끝)``), and rules drawn across the page."""
        rest: list[Block] = []
        for whole in self.blocks:
            block = self._without_tail(whole) if whole.text.endswith(_TAIL_ENDS) else whole
            if block.text[:1] in _RULE_SIGNS and _RULE.fullmatch(block.text):
                self.label("boilerplate", block.span, "rule_line")
            elif block.text:
                rest.append(block)
        self.blocks = rest

    def _without_tail(self, block: Block) -> Block:
        found = _TAIL.search(block.text[-8:])
        if found is None:
            return block
        start = len(block.text) - len(found[0])
        self.label("boilerplate", cut(block, start, len(block.text)).span, "end_mark")
        return cut(block, 0, start)

    def take_leading_captions(self) -> None:
        """Captions that stand before the headline or the body, each a block of its own."""
        while self.blocks and not self.blocks[0].depth:
            found = caption(self.layout, self.blocks[0].span)
            if found is None:
                return
            self.captions.append(found)
            self.blocks.pop(0)

    def take_author_note(self) -> None:
        """The last block, where it tells of somebody the header named as an author."""
        if self.bylines and self.blocks and not self.blocks[-1].depth and self._is_bio(self.blocks[-1]):
            self.blocks.pop()

    def take_inner_captions(self) -> None:
        """Captions in the middle of the body."""
        rest: list[Block] = []
        for block in self.blocks:
            found = None if block.depth else caption(self.layout, block.span)
            if found is None:
                rest.append(block)
            else:
                self.captions.append(found)
        self.blocks = rest

    def take_headline(self) -> bool:
        """The first block, if it is a headline and something follows it."""
        if self.headline is not None or not self.blocks or not (self.comments or self.blocks[1:]):
            return False
        found = headline(self.blocks[0])
        if found is None:
            return False
        self.headline, self.kicker = found.text, found.kicker
        self._label_around(self.blocks.pop(0).span, found.text.span, "headline_mark")
        return True

    def _label_around(self, whole: Span, part: Span | None, rule: str) -> None:
        """What stands in a block beside its value is boilerplate."""
        if part is None:
            return
        for start, end in ((whole.start, part.start), (part.end, whole.end)):
            if self.layout.text[start:end].strip():
                self.label("boilerplate", Span(start, end), rule)

    def take_published(self, zone: tzinfo | None = None) -> bool:
        """The first block, if the whole of it is a date: the day of publication."""
        found = self._first_as_date(zone)
        if found is None:
            return False
        self.published = found
        self.blocks.pop(0)
        return True

    def _first_as_date(self, zone: tzinfo | None) -> When | None:
        if not self.blocks:
            return None
        block = self.blocks[0]
        if len(block.text) > _DATE_MOST or not any(map(str.isdigit, block.text)):
            return None
        found = read(block.text, block.span, zone=zone)
        if found is None or found.when.earliest is None:
            return None
        if found.conflicts:
            self.notes.append(Note(code="date-conflict", span=block.span, detail=", ".join(found.conflicts)))
        return found.when

    def take_byline(self, zone: tzinfo | None = None, groups: Collection[str] = ()) -> bool:
        """The first block, if the whole of it is a byline, with or without its date, or what is left of one."""
        if not self.blocks or self.blocks[0].depth:
            return False
        block = self.blocks[0]
        found = byline(self.layout, block.span)
        if found is not None:
            self.bylines.append(found)
        elif damaged_byline(block.text):
            self.label("byline", block.span, "damaged_byline")
        elif not self._is_dated_byline(block, zone, groups):
            return False
        self.blocks.pop(0)
        return True

    def _is_dated_byline(self, block: Block, zone: tzinfo | None, groups: Collection[str]) -> bool:
        """``Han Sol | 2011-08-20 16:34``; the name may be lost or be that of one of ``groups``."""
        found = dated_byline(block.text)
        if found is None:
            return False
        start, name = block.span.start, found["name"]
        when = read_when(found["date"], Span(start + found.start("date"), start + found.end("date")), zone=zone)
        if when is None or self.published is not None or not (not name or name in groups or person(name)):
            return False
        self.published = when
        self.label("byline", Span(start, start + found.start("date")), "dated_byline")
        if name:
            span = Span(start + found.start("name"), start + found.end("name"))
            group = name in groups
            author = Byline(name=None if group else name, affiliation=name if group else None, raw=name, span=span)
            self.bylines.append(author)
        return True

    def take_header(self, zone: tzinfo | None = None, groups: Collection[str] = ()) -> None:
        """Headline, date, bylines, links and captions before the body, in any order, each at most where it fits."""
        self.take_leading_captions()
        self.take_headline()
        for _ in range(_LEAD):
            if not (self.take_byline(zone, groups) or (self.published is None and self.take_published(zone))):
                break
        self.take_leading_captions()

    def take_dateline(self) -> None:
        """The dateline that opens the body; the body starts after it."""
        if not self.blocks:
            return
        block = self.blocks[0]
        told = self.ctx if self.published is None else attrs.evolve(self.ctx, published_hint=self.published)
        found = dateline(self.layout, block.span, told)
        if found is None or found.span is None:
            return
        self.dateline = found
        rest = cut(block, found.span.end - block.span.start, len(block.text))
        self.blocks[0:1] = [rest] if rest.text else []

    def listing(self) -> Result:
        """The page as a listing."""
        entries: Sequence[Entry] = tuple(listing_entries(self.blocks))
        labels = [Label(role="listing", span=block.span, rule="listing") for block in self.blocks]
        return Result(kind="listing", entries=entries, labels=labels, notes=self.notes)

    @property
    def is_listing(self) -> bool:
        """Whether what is left is a list of cut teasers."""
        return is_listing(self.blocks)

    @property
    def has_body(self) -> bool:
        """Whether anything left reads as a sentence."""
        return any(
            len(block.text) >= _SENTENCE_LEAST or block.text.endswith((".", "。", "다")) for block in self.blocks
        )

    def draft(self, *, outlet: str | None = None, via: str | None = None) -> Draft:
        """The record of what was taken; what nobody took is the body."""
        return Draft(
            outlet=outlet,
            via=via,
            language=language_of(self.layout.text),
            section=self.section,
            headline=self.headline,
            kicker=self.kicker,
            standfirst=self.standfirst,
            bylines=self.bylines,
            published=self.published,
            updated=self.updated,
            dateline=self.dateline,
            paragraphs=paragraphs(self.blocks),
            captions=self.captions,
            editions=self.editions,
            comments=self.comments,
            notes=self.notes,
            labels=self.labels,
        )

    def result(self, *, outlet: str | None = None, via: str | None = None) -> Result:
        """The draft as an article, or as a forum page where posts follow no body."""
        if self.comments and not self.has_body:
            for block in self.blocks:
                self.label("boilerplate", block.span, "before_posts")
            self.blocks = []
            return Result(drafts=[self.draft(outlet=outlet, via=via)], kind="thread")
        return Result(drafts=[self.draft(outlet=outlet, via=via)])

    def take_standfirst(self, most: int = 400) -> bool:
        """The first block after the headline, if it is short and ends without a stop."""
        if self.headline is None or len(self.blocks) < 2:  # noqa: PLR2004 - a standfirst stands before a body
            return False
        block = self.blocks[0]
        if block.depth or len(block.text) > most or block.text.endswith((".", "。", "”", '"', "’", ":")):
            return False
        self.standfirst = Text(text=block_text(block), span=block.span)
        self.blocks.pop(0)
        return True
