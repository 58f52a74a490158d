"""The article and its parts; attribute names are the keys of the JSON record."""

from datetime import date, datetime
from typing import Final

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.check import all_are, check_each, flag, hold_text, optional, several, span_or_none, wrong_span
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
    "check_parts",
]

SCHEMA: Final = "nkdocs/article/1"
PARAGRAPH_KINDS: Final = frozenset({"body", "subhead", "quote", "list"})


@attrs.frozen(slots=True, kw_only=True)
class Text:
    """A string and where it stands; ``str()`` gives the string.

    >>> str(Text(text="Rice prices fall", span=Span(0, 16)))
    'Rice prices fall'
    """

    text: str
    span: Span | None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no text or no span."""
        if self.text.__class__ is not str or not self.text.isascii() or "\0" in self.text:
            hold_text(self, "text")
        if self.span is not None and self.span.__class__ is not Span:
            raise wrong_span(self.span)

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
    text: str
    span: Span | None

    def __attrs_post_init__(self) -> None:
        """Refuse an unknown kind, and what is no text or no span."""
        if self.text.__class__ is not str or not self.text.isascii() or "\0" in self.text:
            hold_text(self, "text")
        if self.span is not None and self.span.__class__ is not Span:
            raise wrong_span(self.span)
        if self.kind not in PARAGRAPH_KINDS:
            raise UsageError(f"kind is one of {', '.join(sorted(PARAGRAPH_KINDS))}, not {self.kind!r}")


@attrs.frozen(slots=True, kw_only=True)
class Caption:
    """The line under a picture: ``text`` without the credit, ``span`` over both.

    >>> Caption(text="A market.", credit="Daily NK", span=Span(0, 27)).credit
    'Daily NK'
    """

    text: str
    credit: str | None = None
    url: str | None = None
    span: Span | None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no text or no span."""
        if self.text.__class__ is not str or not self.text.isascii() or "\0" in self.text:
            hold_text(self, "text")
        if self.credit is not None:
            hold_text(self, "credit")
        if self.url is not None:
            hold_text(self, "url")
        if self.span is not None and self.span.__class__ is not Span:
            raise wrong_span(self.span)


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

    speaker: str
    named: bool = attrs.field(default=False, validator=flag)
    place: str | None = None
    verb: str | None = None
    outlet: str | None = None
    when: When | None = attrs.field(default=None, validator=optional(When))
    span: Span | None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no text or no span."""
        if self.speaker.__class__ is not str or not self.speaker.isascii() or "\0" in self.speaker:
            hold_text(self, "speaker")
        if self.place is not None:
            hold_text(self, "place")
        if self.verb is not None:
            hold_text(self, "verb")
        if self.outlet is not None:
            hold_text(self, "outlet")
        if self.span is not None and self.span.__class__ is not Span:
            raise wrong_span(self.span)


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

    name: str | None = None
    url: str | None = None
    media_type: str | None = None
    encoding: str | None = None
    encoding_source: str | None = None
    sha256: str
    captured: date | datetime | None = attrs.field(default=None, converter=_day_or_time)
    origin: Origin | None = None
    text: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no text."""
        if self.sha256.__class__ is not str or not self.sha256.isascii() or "\0" in self.sha256:
            hold_text(self, "sha256")
        if self.name is not None:
            hold_text(self, "name")
        if self.url is not None:
            hold_text(self, "url")
        if self.media_type is not None:
            hold_text(self, "media_type")
        if self.encoding is not None:
            hold_text(self, "encoding")
        if self.encoding_source is not None:
            hold_text(self, "encoding_source")
        if self.text is not None:
            hold_text(self, "text")


@attrs.frozen(slots=True, kw_only=True)
class Provenance:
    """Which parser made a record, of which distribution, and how sure it was that it should."""

    id: str
    version: str
    distribution: str | None = None
    distribution_version: str | None = None
    strength: str

    def __attrs_post_init__(self) -> None:
        """Refuse what is no text."""
        if self.id.__class__ is not str or not self.id.isascii() or "\0" in self.id:
            hold_text(self, "id")
        if self.version.__class__ is not str or not self.version.isascii() or "\0" in self.version:
            hold_text(self, "version")
        if self.distribution is not None:
            hold_text(self, "distribution")
        if self.distribution_version is not None:
            hold_text(self, "distribution_version")


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
    id: str
    document: DocumentInfo
    parser: Provenance
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

    def __attrs_post_init__(self) -> None:
        """Refuse a schema this class is not, a part of another class, and a thread that does not add up."""
        if self.schema != SCHEMA:
            raise UsageError(f"schema is {SCHEMA!r}, not {self.schema!r}")
        hold_text(self, "id")
        if not isinstance(self.document, DocumentInfo):
            raise UsageError(f"document is a DocumentInfo, not {self.document!r}")
        if not isinstance(self.parser, Provenance):
            raise UsageError(f"parser is a Provenance, not {self.parser!r}")
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
        if self.comments:
            check_thread(self.comments)


# What an article and a draft have in common, and of which class it is.
_WORDS: Final = ("outlet", "via", "language", "section")
_PARTS: Final = {
    "headline": Text, "kicker": Text, "standfirst": Text, "published": When, "updated": When, "dateline": Dateline,
}  # fmt: skip
_MANY: Final = {
    "bylines": Byline, "paragraphs": Paragraph, "captions": Caption, "attributions": Attribution, "dates": When,
    "editions": Edition, "comments": Comment, "notes": Note,
}  # fmt: skip


def check_parts(record: object) -> None:
    """Hold every field of an article or a draft to what it may be; for those that are not plainly so."""
    for name in _WORDS:
        if getattr(record, name) is not None:
            hold_text(record, name)
    for name, kind in _PARTS.items():
        part = getattr(record, name)
        if part is not None and not isinstance(part, kind):
            raise UsageError(f"{name} is a {kind.__name__} or None, not {part!r}")
    for name, kind in _MANY.items():
        check_each(record, name, kind)
