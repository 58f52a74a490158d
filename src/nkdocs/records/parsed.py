"""What comes out of a parser, and what comes out of the corridor."""

from functools import cached_property
from typing import Final

import attrs

from nkdocs.errors import NotOneArticle, UsageError
from nkdocs.records.article import (
    Article,
    Attribution,
    Caption,
    Dateline,
    DocumentInfo,
    Edition,
    Paragraph,
    Text,
    check_parts,
)
from nkdocs.records.check import all_are, check_each, optional, several, span_or_none
from nkdocs.records.claim import Resolution
from nkdocs.records.comment import Comment
from nkdocs.records.label import Label
from nkdocs.records.note import Note
from nkdocs.records.partition import partition
from nkdocs.records.people import Byline
from nkdocs.text.dates.when import When
from nkdocs.text.span import Span
from nkdocs.text.tidy import storable_or_none

__all__ = ["KINDS", "Draft", "Entry", "Parsed", "Result"]

KINDS = frozenset({"article", "articles", "listing", "thread", "empty", "unclaimed", "unreadable"})


@attrs.frozen(slots=True, kw_only=True)
class Draft:
    """A record as a parser gives it: an ``Article`` without what the core adds.

    ``labels`` are for text that has no field: ``boilerplate``, ``contact``, ``bio``, ``section``, ``listing``.

    >>> Draft(headline=Text(text="Rice", span=Span(0, 4))).headline.text
    'Rice'
    """

    outlet: str | None = None
    via: str | None = None
    language: str | None = None
    section: str | None = None
    headline: Text | None = None
    kicker: Text | None = None
    standfirst: Text | None = None
    bylines: tuple[Byline, ...] = attrs.field(default=(), converter=several)
    published: When | None = None
    updated: When | None = None
    dateline: Dateline | None = None
    paragraphs: tuple[Paragraph, ...] = attrs.field(default=(), converter=several)
    captions: tuple[Caption, ...] = attrs.field(default=(), converter=several)
    attributions: tuple[Attribution, ...] = attrs.field(default=(), converter=several)
    dates: tuple[When, ...] = attrs.field(default=(), converter=several)
    editions: tuple[Edition, ...] = attrs.field(default=(), converter=several)
    comments: tuple[Comment, ...] = attrs.field(default=(), converter=several)
    notes: tuple[Note, ...] = attrs.field(default=(), converter=several)
    labels: tuple[Label, ...] = attrs.field(default=(), converter=several)

    def __attrs_post_init__(self) -> None:
        """Refuse a part of another class."""
        sound = (
            (self.headline is None or self.headline.__class__ is Text)
            and (self.kicker is None or self.kicker.__class__ is Text)
            and (self.standfirst is None or self.standfirst.__class__ is Text)
            and (self.published is None or self.published.__class__ is When)
            and (self.updated is None or self.updated.__class__ is When)
            and (self.dateline is None or self.dateline.__class__ is Dateline)
            and (not self.bylines or all_are(self.bylines, Byline))
            and (not self.paragraphs or all_are(self.paragraphs, Paragraph))
            and (not self.captions or all_are(self.captions, Caption))
            and (not self.attributions or all_are(self.attributions, Attribution))
            and (not self.dates or all_are(self.dates, When))
            and (not self.editions or all_are(self.editions, Edition))
            and (not self.comments or all_are(self.comments, Comment))
            and (not self.notes or all_are(self.notes, Note))
            and self.section is None
            and self.via is None
            and (self.outlet is None or (self.outlet.__class__ is str and self.outlet.isalnum()))
            and (self.language is None or (self.language.__class__ is str and self.language.isalnum()))
        )
        if not sound:
            check_parts(self)
        if self.labels and not all_are(self.labels, Label):
            check_each(self, "labels", Label)


@attrs.frozen(slots=True, kw_only=True)
class Entry:
    """What one entry of a listing points to."""

    headline: str | None = attrs.field(default=None, converter=storable_or_none)
    url: str | None = attrs.field(default=None, converter=storable_or_none)
    published: When | None = attrs.field(default=None, validator=optional(When))
    teaser: str | None = attrs.field(default=None, converter=storable_or_none)
    span: Span | None = attrs.field(validator=span_or_none)


@attrs.frozen(slots=True, kw_only=True)
class Result:
    """What a parser found: several drafts, or none and a ``kind``.

    >>> Result(kind="listing", entries=[Entry(span=Span(0, 9))]).kind
    'listing'

    Raises:
        UsageError: without drafts and without ``kind``, or for an unknown kind.
    """

    drafts: tuple[Draft, ...] = attrs.field(default=(), converter=several)
    kind: str | None = None
    entries: tuple[Entry, ...] = attrs.field(default=(), converter=several)
    labels: tuple[Label, ...] = attrs.field(default=(), converter=several)
    notes: tuple[Note, ...] = attrs.field(default=(), converter=several)

    def __attrs_post_init__(self) -> None:
        """Fill in the kind that the number of drafts implies; refuse none at all, and a part of another class."""
        sound = (
            (not self.drafts or all_are(self.drafts, Draft))
            and (not self.entries or all_are(self.entries, Entry))
            and (not self.labels or all_are(self.labels, Label))
            and (not self.notes or all_are(self.notes, Note))
        )
        if not sound:
            for name, kind in _RESULT.items():
                check_each(self, name, kind)
        if self.kind is None:
            if not self.drafts:
                raise UsageError("a Result without drafts needs a kind")
            object.__setattr__(self, "kind", "article" if len(self.drafts) == 1 else "articles")
        elif self.kind not in KINDS:
            raise UsageError(f"kind is one of {', '.join(sorted(KINDS))}, not {self.kind!r}")


_RESULT: Final = {"drafts": Draft, "entries": Entry, "labels": Label, "notes": Note}


@attrs.frozen(slots=True, kw_only=True)
class Parsed:
    """Everything one document gave: its articles, what it is, what every character was taken for.

    >>> import nkdocs
    >>> nkdocs.parse("").kind
    'empty'
    """

    articles: tuple[Article, ...] = attrs.field(default=(), converter=several)
    kind: str
    document: DocumentInfo
    text: str
    notes: tuple[Note, ...] = attrs.field(default=(), converter=several)
    entries: tuple[Entry, ...] = attrs.field(default=(), converter=several)
    resolution: Resolution
    given_labels: tuple[Label, ...] = attrs.field(default=(), converter=several, repr=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a part of another class."""
        if not isinstance(self.document, DocumentInfo):
            raise UsageError(f"document is a DocumentInfo, not {self.document!r}")
        if not isinstance(self.resolution, Resolution):
            raise UsageError(f"resolution is a Resolution, not {self.resolution!r}")
        sound = (
            (not self.articles or all_are(self.articles, Article))
            and (not self.notes or all_are(self.notes, Note))
            and (not self.entries or all_are(self.entries, Entry))
            and (not self.given_labels or all_are(self.given_labels, Label))
        )
        if not sound:
            for name, kind in _PARSED.items():
                check_each(self, name, kind)

    @property
    def article(self) -> Article:
        """The only article.

        Raises:
            NotOneArticle: if there is none, or more than one.
        """
        if len(self.articles) != 1:
            raise NotOneArticle(f"this document gave {len(self.articles)} articles (kind {self.kind!r})")
        return self.articles[0]

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Every non-blank character of ``text`` in exactly one label; computed at first use."""
        return partition(self.text, self.articles, self.entries, self.given_labels)


_PARSED: Final = {"articles": Article, "notes": Note, "entries": Entry, "given_labels": Label}
