"""What comes out of a parser, and what comes out of the corridor."""

from functools import cached_property

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
)
from nkdocs.records.check import each, one_of, optional, several, span_or_none
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

    outlet: str | None = attrs.field(default=None, converter=storable_or_none)
    via: str | None = attrs.field(default=None, converter=storable_or_none)
    language: str | None = attrs.field(default=None, converter=storable_or_none)
    section: str | None = attrs.field(default=None, converter=storable_or_none)
    headline: Text | None = attrs.field(default=None, validator=optional(Text))
    kicker: Text | None = attrs.field(default=None, validator=optional(Text))
    standfirst: Text | None = attrs.field(default=None, validator=optional(Text))
    bylines: tuple[Byline, ...] = attrs.field(default=(), converter=several, validator=each(Byline))
    published: When | None = attrs.field(default=None, validator=optional(When))
    updated: When | None = attrs.field(default=None, validator=optional(When))
    dateline: Dateline | None = attrs.field(default=None, validator=optional(Dateline))
    paragraphs: tuple[Paragraph, ...] = attrs.field(default=(), converter=several, validator=each(Paragraph))
    captions: tuple[Caption, ...] = attrs.field(default=(), converter=several, validator=each(Caption))
    attributions: tuple[Attribution, ...] = attrs.field(default=(), converter=several, validator=each(Attribution))
    dates: tuple[When, ...] = attrs.field(default=(), converter=several, validator=each(When))
    editions: tuple[Edition, ...] = attrs.field(default=(), converter=several, validator=each(Edition))
    comments: tuple[Comment, ...] = attrs.field(default=(), converter=several, validator=each(Comment))
    notes: tuple[Note, ...] = attrs.field(default=(), converter=several, validator=each(Note))
    labels: tuple[Label, ...] = attrs.field(default=(), converter=several, validator=each(Label))


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

    drafts: tuple[Draft, ...] = attrs.field(default=(), converter=several, validator=each(Draft))
    kind: str | None = None
    entries: tuple[Entry, ...] = attrs.field(default=(), converter=several, validator=each(Entry))
    labels: tuple[Label, ...] = attrs.field(default=(), converter=several, validator=each(Label))
    notes: tuple[Note, ...] = attrs.field(default=(), converter=several, validator=each(Note))

    def __attrs_post_init__(self) -> None:
        """Fill in the kind that the number of drafts implies; refuse none at all."""
        if self.kind is None:
            if not self.drafts:
                raise UsageError("a Result without drafts needs a kind")
            object.__setattr__(self, "kind", "article" if len(self.drafts) == 1 else "articles")
        elif self.kind not in KINDS:
            raise UsageError(f"kind is one of {', '.join(sorted(KINDS))}, not {self.kind!r}")


@attrs.frozen(slots=True, kw_only=True)
class Parsed:
    """Everything one document gave: its articles, what it is, what every character was taken for.

    >>> import nkdocs
    >>> nkdocs.parse("").kind
    'empty'
    """

    articles: tuple[Article, ...] = attrs.field(default=(), converter=several, validator=each(Article))
    kind: str
    document: DocumentInfo = attrs.field(validator=one_of(DocumentInfo))
    text: str
    notes: tuple[Note, ...] = attrs.field(default=(), converter=several, validator=each(Note))
    entries: tuple[Entry, ...] = attrs.field(default=(), converter=several, validator=each(Entry))
    resolution: Resolution = attrs.field(validator=one_of(Resolution))
    given_labels: tuple[Label, ...] = attrs.field(default=(), converter=several, validator=each(Label), repr=False)

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
