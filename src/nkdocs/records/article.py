"""The article and its parts; attribute names are the keys of the JSON record."""

from datetime import date, datetime
from typing import Final

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.check import each, flag, one_of, optional, several, span_or_none
from nkdocs.records.comment import Comment, check_thread
from nkdocs.records.note import Note
from nkdocs.records.people import Byline
from nkdocs.text.dates.when import When, fixed_offset
from nkdocs.text.span import Span
from nkdocs.text.tidy import storable, storable_or_none

__all__ = [
    "PARAGRAPH_KINDS",
    "SCHEMA",
    "Article",
    "Attribution",
    "Caption",
    "Dateline",
    "DocumentInfo",
    "Edition",
    "Origin",
    "Paragraph",
    "Provenance",
    "Text",
]

SCHEMA: Final = "nkdocs/article/1"
PARAGRAPH_KINDS: Final = frozenset({"body", "subhead", "quote", "list"})


@attrs.frozen(slots=True, kw_only=True)
class Text:
    """A string and where it stands; ``str()`` gives the string.

    >>> str(Text(text="Rice prices fall", span=Span(0, 16)))
    'Rice prices fall'
    """

    text: str = attrs.field(converter=storable)
    span: Span | None = attrs.field(validator=span_or_none)

    def __str__(self) -> str:
        """The text alone."""
        return self.text


@attrs.frozen(slots=True, kw_only=True)
class Paragraph:
    """One paragraph of the article; ``kind`` is ``body``, ``subhead``, ``quote`` or ``list``.

    >>> Paragraph(text="Prices fell.", span=Span(0, 12)).kind
    'body'

    Raises:
        UsageError: for another kind.
    """

    kind: str = "body"
    text: str = attrs.field(converter=storable)
    span: Span | None = attrs.field(validator=span_or_none)

    def __attrs_post_init__(self) -> None:
        """Refuse an unknown kind."""
        if self.kind not in PARAGRAPH_KINDS:
            raise UsageError(f"kind is one of {', '.join(sorted(PARAGRAPH_KINDS))}, not {self.kind!r}")


@attrs.frozen(slots=True, kw_only=True)
class Caption:
    """The line under a picture: ``text`` without the credit, ``span`` over both.

    >>> Caption(text="A market.", credit="Daily NK", span=Span(0, 27)).credit
    'Daily NK'
    """

    text: str = attrs.field(converter=storable)
    credit: str | None = attrs.field(default=None, converter=storable_or_none)
    url: str | None = attrs.field(default=None, converter=storable_or_none)
    span: Span | None = attrs.field(validator=span_or_none)


@attrs.frozen(slots=True, kw_only=True)
class Dateline:
    """``Pyongyang, March 2 (KCNA) --``: place, agency and day before the first sentence.

    >>> Dateline(raw="SEOUL (Yonhap) --", place="SEOUL", agency="Yonhap", span=Span(0, 17)).when is None
    True
    """

    place: str | None = attrs.field(default=None, converter=storable_or_none)
    agency: str | None = attrs.field(default=None, converter=storable_or_none)
    when: When | None = attrs.field(default=None, validator=optional(When))
    raw: str = attrs.field(converter=storable)
    span: Span | None = attrs.field(validator=span_or_none)


@attrs.frozen(slots=True, kw_only=True)
class Attribution:
    """Who is the source of a statement: the phrase as written, and what the sentence says of it.

    >>> Attribution(speaker="a source in Hyesan", verb="said", span=Span(0, 23)).named
    False
    """

    speaker: str = attrs.field(converter=storable)
    named: bool = attrs.field(default=False, validator=flag)
    place: str | None = attrs.field(default=None, converter=storable_or_none)
    verb: str | None = attrs.field(default=None, converter=storable_or_none)
    outlet: str | None = attrs.field(default=None, converter=storable_or_none)
    when: When | None = attrs.field(default=None, validator=optional(When))
    span: Span | None = attrs.field(validator=span_or_none)


@attrs.frozen(slots=True, kw_only=True)
class Edition:
    """A link to the same report in another language.

    >>> Edition(language="ko", label="Read in Korean", span=Span(0, 14)).language
    'ko'
    """

    language: str | None = attrs.field(default=None, converter=storable_or_none)
    label: str = attrs.field(converter=storable)
    url: str | None = attrs.field(default=None, converter=storable_or_none)
    span: Span | None = attrs.field(validator=span_or_none)


@attrs.frozen(slots=True, kw_only=True)
class Origin:
    """Where in a container a document stood: its source, the member, the byte offset, the record's id."""

    source: str | None = attrs.field(default=None, converter=storable_or_none)
    member: str | None = attrs.field(default=None, converter=storable_or_none)
    offset: int | None = None
    record: str | None = attrs.field(default=None, converter=storable_or_none)


def _day_or_time(value: date | None) -> date | None:
    return fixed_offset(value) if isinstance(value, datetime) else value


@attrs.frozen(slots=True, kw_only=True)
class DocumentInfo:
    """What is known of the document a record came from; ``text`` only where keeping it was asked for."""

    name: str | None = attrs.field(default=None, converter=storable_or_none)
    url: str | None = attrs.field(default=None, converter=storable_or_none)
    media_type: str | None = attrs.field(default=None, converter=storable_or_none)
    encoding: str | None = attrs.field(default=None, converter=storable_or_none)
    encoding_source: str | None = attrs.field(default=None, converter=storable_or_none)
    sha256: str = attrs.field(converter=storable)
    captured: date | datetime | None = attrs.field(default=None, converter=_day_or_time)
    origin: Origin | None = None
    text: str | None = attrs.field(default=None, converter=storable_or_none)


@attrs.frozen(slots=True, kw_only=True)
class Provenance:
    """Which parser made a record, of which distribution, and how sure it was that it should."""

    id: str = attrs.field(converter=storable)
    version: str = attrs.field(converter=storable)
    distribution: str | None = attrs.field(default=None, converter=storable_or_none)
    distribution_version: str | None = attrs.field(default=None, converter=storable_or_none)
    strength: str


@attrs.frozen(slots=True, kw_only=True)
class Article:
    r"""One article as its document gives it: every value with its span, nothing guessed.

    Field names, order and meaning are those of the JSON record ``nkdocs/article/1``.

    >>> import nkdocs
    >>> article = nkdocs.parse("Rice prices fall\n\nRice was cheaper in Hyesan last week.").article
    >>> [paragraph.text for paragraph in article.paragraphs]
    ['Rice was cheaper in Hyesan last week.']

    Raises:
        UsageError: for a thread that does not add up.
    """

    schema: str = SCHEMA
    id: str = attrs.field(converter=storable)
    document: DocumentInfo = attrs.field(validator=one_of(DocumentInfo))
    parser: Provenance = attrs.field(validator=one_of(Provenance))
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

    def __attrs_post_init__(self) -> None:
        """Refuse a schema this class is not, and a thread that does not add up."""
        if self.schema != SCHEMA:
            raise UsageError(f"schema is {SCHEMA!r}, not {self.schema!r}")
        if self.comments:
            check_thread(self.comments)
