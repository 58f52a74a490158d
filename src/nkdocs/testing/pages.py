"""Pages made for a purpose: a text that grows as values are put on it, so that every span is true."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

import attrs

from nkdocs.layout.opening import lay_out
from nkdocs.records.article import (
    Article,
    Attribution,
    Caption,
    Dateline,
    DocumentInfo,
    Edition,
    Origin,
    Paragraph,
    Provenance,
    Text,
)
from nkdocs.records.claim import Candidate, Resolution, Strength
from nkdocs.records.comment import Comment
from nkdocs.records.label import Label
from nkdocs.records.note import Note
from nkdocs.records.parsed import Draft, Parsed
from nkdocs.records.people import Byline
from nkdocs.text.dates.when import When
from nkdocs.text.span import Span
from nkdocs.text.tidy import storable

__all__ = ["FULL_DAY", "Page", "Words", "full_draft", "full_page"]

Words = Callable[[str], str]
"""From what a field is (``headline``) to what it says."""

FULL_DAY: Final = date(2014, 6, 2)
_PARSER: Final = Provenance(id="ledger", version="1", distribution="nkdocs-ledger", strength="markers")
_GIVEN: Final = tuple(field.name for field in attrs.fields(Draft) if field.name != "labels")
_BETWEEN: Final = "\n\n"


class Page:
    """A document in the making.

    >>> page = Page("rice.txt")
    >>> page.parsed(Draft(headline=page.text("Rice prices fall"))).article.headline.span
    Span(start=0, end=16)
    """

    def __init__(self, name: str | None, *, url: str | None = None, captured: date | None = None) -> None:
        self._name, self._url, self._captured = name, url, captured
        self._pieces: list[str] = []
        self._length = 0

    def span(self, words: str) -> Span:
        """Put words on the page; where they stand."""
        start = self._length
        self._pieces += words, _BETWEEN
        self._length += len(words) + len(_BETWEEN)
        return Span(start, start + len(words))

    def text(self, words: str) -> Text:
        """A headline, kicker or standfirst."""
        return Text(text=words, span=self.span(words))

    def paragraph(self, words: str, kind: str = "body") -> Paragraph:
        """A paragraph."""
        return Paragraph(kind=kind, text=words, span=self.span(words))

    def day(self, raw: str, day: date, *, at: Span | None = None, **changes: Any) -> When:
        """A day as the page states it, on a line of its own or at a place there is already."""
        known: dict[str, Any] = {"raw": raw, "earliest": day, "latest": day, "precision": "day", "basis": "stated"}
        known |= {"edtf": day.isoformat(), "span": self.span(raw) if at is None else at}
        return When(**known | changes)

    def parsed(self, *drafts: Draft, parser: Provenance = _PARSER, **known: Any) -> Parsed:
        """The document with these articles; ``known`` are fields of its ``DocumentInfo``."""
        text = storable("".join(self._pieces))
        layout = lay_out(text, media_type="text/plain", name=self._name, url=self._url, captured=self._captured)
        info = attrs.evolve(layout.document, **known)
        several = len(drafts) != 1
        articles = [
            Article(
                id=f"sha256:{info.sha256}" + (f"#{number}" if several else ""),
                document=info,
                parser=parser,
                **{name: getattr(draft, name) for name in _GIVEN},
            )
            for number, draft in enumerate(drafts, start=1)
        ]
        return Parsed(
            articles=articles,
            kind="articles" if several else "article",
            document=info,
            text=layout.text,
            notes=tuple(dict.fromkeys(note for draft in drafts for note in draft.notes)),
            resolution=_resolution(parser),
            given_labels=[label for draft in drafts for label in draft.labels],
        )


def full_page(words: Words, *, day: date = FULL_DAY, language: str = "en", ahead: str = "Start of page") -> Parsed:
    """A document with something in every field of the record, two of everything there may be several of.

    Args:
        words: what each field says.
        day: the day it was published.
        language: of the article.
        ahead: what stands on the page before the article.
    """
    page = Page(words("name"), url=None, captured=datetime.combine(day + timedelta(days=1), time(9, 30), UTC))
    page.span(ahead)  # a mark of byte order is text wherever it does not open the page
    draft = full_draft(page, words, day, language)
    parser = Provenance(
        id=words("parser"), version=words("version"), distribution=words("distribution"),
        distribution_version=words("release"), strength="markers",
    )  # fmt: skip
    origin = Origin(source=words("source"), member=words("member"), offset=day.day, record=words("record"))
    whole: DocumentInfo = page.parsed(draft).document
    return page.parsed(
        draft, parser=parser, url=words("url"), name=words("name"), origin=origin, encoding=words("encoding"),
        encoding_source=words("charset"), media_type=words("media"), sha256=whole.sha256, text=words("kept"),
    )  # fmt: skip


def full_draft(page: Page, words: Words, day: date, language: str) -> Draft:
    """An article with something in every field, laid out on the page."""
    section = words("section")
    boilerplate = page.span(section)
    return Draft(
        outlet=words("outlet"), via=words("via"), language=language, section=section,
        kicker=page.text(words("kicker")), headline=page.text(words("headline")),
        standfirst=page.text(words("standfirst")),
        bylines=[_byline(page, words, place) for place in _PLACES],
        published=_moment(page, words("published"), day), updated=page.day(words("updated"), day + timedelta(days=1)),
        dateline=_dateline(page, words, day),
        paragraphs=[
            page.paragraph(words("opening")), page.paragraph(words("subhead"), "subhead"),
            page.paragraph(words("quote"), "quote"), page.paragraph(words("list"), "list"),
            page.paragraph(words("ending")),
        ],
        captions=[_caption(page, words, place) for place in _PLACES],
        attributions=[_attribution(page, words, place, day) for place in _PLACES],
        dates=[page.day(words(f"date{place}"), day - timedelta(days=2)) for place in _PLACES],
        editions=[_edition(page, words, place) for place in _PLACES],
        comments=_thread(page, words, day),
        notes=[Note(code="joined-lines", span=boilerplate, detail=words(f"note{place}")) for place in _PLACES],
        labels=[Label(role="section", span=boilerplate, rule="section")],
    )  # fmt: skip


# The first and the second of each: what is dropped after the first is seen to be.
_PLACES: Final = ("one", "two")


def _moment(page: Page, raw: str, day: date) -> When:
    instant = datetime.combine(day, time(9, 15), UTC)
    return page.day(raw, day, instant=instant, precision="instant", edtf=f"{day}T09:15:00Z")


def _byline(page: Page, words: Words, place: str) -> Byline:
    fields = {name: words(f"byline{name}{place}") for name in ("name", "role", "affiliation", "contact", "bio")}
    raw = ", ".join(fields.values())
    return Byline(raw=raw, span=page.span(raw), **fields)


def _dateline(page: Page, words: Words, day: date) -> Dateline:
    place, agency, when = words("place"), words("agency"), words("datelineday")
    raw = f"{place}, {when} ({agency}) --"
    span = page.span(raw)
    start = span.start + len(place) + 2
    at = Span(start, start + len(when))
    return Dateline(place=place, agency=agency, when=page.day(when, day, at=at), raw=raw, span=span)


def _caption(page: Page, words: Words, place: str) -> Caption:
    text, credit = words(f"caption{place}"), words(f"credit{place}")
    return Caption(text=text, credit=credit, url=words(f"picture{place}"), span=page.span(f"{text} Photo: {credit}"))


def _attribution(page: Page, words: Words, place: str, day: date) -> Attribution:
    speaker, verb = words(f"speaker{place}"), words(f"verb{place}")
    outlet, where, raw = words(f"told{place}"), words(f"where{place}"), words(f"said{place}")
    before = f"{speaker} from {where} {verb} {outlet} "
    span = page.span(f"{before}{raw}")
    when = page.day(raw, day, at=Span(span.start + len(before), span.end))
    return Attribution(speaker=speaker, named=True, place=where, verb=verb, outlet=outlet, when=when, span=span)


def _edition(page: Page, words: Words, place: str) -> Edition:
    label = words(f"edition{place}")
    return Edition(language="ko", label=label, url=words(f"link{place}"), span=page.span(label))


def _thread(page: Page, words: Words, day: date) -> list[Comment]:
    """A comment, its answer, one whose body the page lost, one whose author it lost, and one that lost both."""
    author, text, posted = words("author"), words("comment"), words("posted")
    answer, reply, widow, orphan = words("answerer"), words("reply"), words("silent"), words("anonymous")
    when = page.day(posted, day)
    return [
        Comment(id=1, author=author, text=text, posted=when, span=page.span(f"{author} {text}")),
        Comment(id=2, parent=1, depth=1, author=answer, text=reply, span=page.span(f"{answer} {reply}")),
        Comment(id=3, parent=1, depth=1, author=widow, missing=["body"], span=page.span(widow)),
        Comment(id=4, depth=2, text=orphan, missing=["author", "parent"], span=page.span(orphan)),
    ]


def _resolution(parser: Provenance) -> Resolution:
    claim = Candidate(
        id=parser.id, version=parser.version, distribution=parser.distribution, answer="claim",
        strength=Strength.MARKERS,
    )  # fmt: skip
    return Resolution(winner=parser.id, rule="strength", candidates=[claim])
