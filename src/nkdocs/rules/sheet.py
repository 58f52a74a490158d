"""A sheet keeps what has been read off a layout, so that every block is read once and none is lost."""

from collections.abc import Callable, Iterable
from datetime import tzinfo
from itertools import accumulate
from typing import Final

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
from nkdocs.records.unchecked import unchecked_label
from nkdocs.rules.listings import is_listing, listing_entries
from nkdocs.rules.paragraphs import paragraphs
from nkdocs.text.script import language_of

__all__ = ["Sheet", "cut", "lines_of"]

_SENTENCE_LEAST: Final = 60


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


def lines_of(block: Block) -> list[Block]:
    r"""The lines of a block that layout joined, each as a block.

    >>> import nkdocs
    >>> [line.text for line in lines_of(nkdocs.lay_out("Rice prices\nfell again").blocks[0])]
    ['Rice prices', 'fell again']
    """
    if block.lines == 1:
        return [block]
    parts = block.text.splitlines(keepends=True)
    ends = list(accumulate(map(len, parts)))
    return [cut(block, end - len(part), end)._replace(lines=1) for part, end in zip(parts, ends, strict=True)]


class Sheet:
    """What a parser has read so far.

    A parser is a list of ``take_`` steps (in ``header``, ``body`` and ``footer``), each of which removes from
    ``blocks`` what it understood; ``draft()`` turns what nobody took into paragraphs.
    """

    __slots__ = (
        "blocks", "bylines", "captions", "comments", "ctx", "dateline", "editions", "headline", "kicker", "labels",
        "layout", "notes", "published", "section", "standfirst", "updated",
    )  # fmt: skip

    def __init__(self, layout: Layout, ctx: ParseContext, blocks: list[Block]) -> None:
        self.layout: Layout = layout
        self.ctx: ParseContext = ctx
        self.blocks: list[Block] = blocks
        self.headline: Text | None = None
        self.kicker: Text | None = None
        self.standfirst: Text | None = None
        self.section: str | None = None
        self.published: When | None = None
        self.updated: When | None = None
        self.dateline: Dateline | None = None
        self.bylines: list[Byline] = []
        self.captions: list[Caption] = []
        self.editions: list[Edition] = []
        self.comments: tuple[Comment, ...] = ()
        self.labels: list[Label] = []
        self.notes: list[Note] = []

    @classmethod
    def of(cls, layout: Layout, ctx: ParseContext, blocks: Iterable[Block] | None = None) -> "Sheet":
        """A fresh sheet over a layout, or over some of its blocks."""
        return cls(layout, ctx, list(layout.blocks if blocks is None else blocks))

    def label(self, role: str, span: Span, rule: str) -> None:
        """Say what a stretch without a field is."""
        self.labels.append(unchecked_label(role, span, rule))

    def drop(self, wanted: Callable[[Block], bool], role: str, rule: str) -> None:
        """Take every block that ``wanted`` accepts, as text that has no field."""
        rest: list[Block] = []
        for block in self.blocks:
            if wanted(block):
                self.label(role, block.span, rule)
            else:
                rest.append(block)
        self.blocks = rest

    def label_around(self, whole: Span, part: Span | None, rule: str) -> None:
        """What stands in a block beside its value is boilerplate."""
        if part is None:
            return
        for start, end in ((whole.start, part.start), (part.end, whole.end)):
            if self.layout.text[start:end].strip():
                self.label("boilerplate", Span(start, end), rule)

    def listing(self, zone: tzinfo | None = None) -> Result:
        """The page as a listing; a clock that names no zone is in ``zone``."""
        return self.listed(listing_entries(self.blocks, zone))

    def listed(self, entries: Iterable[Entry], rule: str = "listing") -> Result:
        """The page as a list of these items, with the note that it is no article."""
        return self._no_article("listing", "listing-page", rule, entries)

    def empty(self, rule: str = "shell") -> Result:
        """The page as one that holds no article: its frame, its notices."""
        return self._no_article("empty", "empty-page", rule)

    def _no_article(self, kind: str, code: str, rule: str, entries: Iterable[Entry] = ()) -> Result:
        role = "listing" if kind == "listing" else "boilerplate"
        labels = [*self.labels, *(Label(role=role, span=block.span, rule=rule) for block in self.blocks)]
        return Result(kind=kind, entries=tuple(entries), labels=labels, notes=[*self.notes, Note(code=code)])

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

    def draft(self, *, outlet: str | None = None, via: str | None = None, language: str | None = None) -> Draft:
        """The record of what was taken; what nobody took is the body. The language is the text's, unless given."""
        return Draft(
            outlet=outlet,
            via=via,
            language=language or language_of(self._words()) or language_of(self._own_words()),
            section=self.section,
            headline=self.headline,
            kicker=self.kicker,
            standfirst=self.standfirst,
            bylines=tuple(self.bylines),
            published=self.published,
            updated=self.updated,
            dateline=self.dateline,
            paragraphs=paragraphs(self.blocks),
            captions=tuple(self.captions),
            editions=tuple(self.editions),
            comments=self.comments,
            notes=tuple(self.notes),
            labels=tuple(self.labels),
        )

    def _words(self) -> str:
        """The text whose language is the article's: of a page, not what surrounds it."""
        if self.layout.document.media_type == "text/plain" or not self.blocks:
            return self.layout.text
        return self._own_words()

    def _own_words(self) -> str:
        """Title and body: in a short text the lines around them outweigh the small words that tell a language."""
        title = self.headline.text if self.headline is not None else ""
        return "\n".join([title, *[block.text for block in self.blocks]])

    @property
    def _is_bare(self) -> bool:
        """Whether nothing was found but what the page's frame, its own title or its address say."""
        if self.blocks or self.comments or self.captions or self.bylines or self.standfirst or self.dateline:
            return False
        published = self.published is not None and self.published.basis != "url"
        return not published and (self.headline is None or self.headline.span is None)

    def result(self, *, outlet: str | None = None, via: str | None = None) -> Result:
        """The draft as an article, or as a forum page where posts follow no body."""
        if self._is_bare:
            return self.empty()
        if self.comments and not self.has_body:
            for block in self.blocks:
                self.label("boilerplate", block.span, "before_posts")
            self.blocks = []
            return Result(drafts=[self.draft(outlet=outlet, via=via)], kind="thread")
        return Result(drafts=[self.draft(outlet=outlet, via=via)])
