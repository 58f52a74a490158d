"""Records in our own words that cover every field, and values that formats trip over."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

from nkdocs.records.article import Article, Caption, Edition, Origin, Provenance, Text
from nkdocs.records.comment import Comment
from nkdocs.records.note import Note
from nkdocs.records.parsed import Draft, Parsed
from nkdocs.records.people import Byline
from nkdocs.testing.pages import Page, full_page
from nkdocs.text.dates.when import When

__all__ = ["HOSTILE", "hostile_page", "parsed_samples", "plain_samples", "samples"]

# Strings that formats and programs trip over. U+0000 and a lone surrogate become U+FFFD when a record is made, so what
# has to survive of them is that.
HOSTILE: Final = (
    "=cmd|' /C calc'!A1", "+1", "-2+3", "@SUM(A1)", "＝1+1", "＠x", "\tindented", "\rreturned", 'say "no"', "it's",
    "a,b;c\td", "one\ntwo", "one\r\ntwo", "lone\rreturn", "two\n\nparagraphs", "next\x85line",
    "para\u2029graph\u2028line", "\x1b[31mred", "abc\u202edcba\u202c", "zero\u200bwidth", "𝟘𠀋😀",
    "e\u0301", "각", "\ufeffmark", "\uffff", "nul\0byte", "lone\ud800surrogate", "</script>", "<!--", "&amp;", "]]>",
    "{brace}", "\\backslash", "%s %(x)s", "* * *", "#hash", "---", "$x_1$", " blank ends ",
)  # fmt: skip

_KST: Final = timezone(timedelta(hours=9))


def samples() -> tuple[Article, ...]:
    r"""Every record an exporter must be able to write: the plain ones, then one for each hostile value.

    >>> any("\n" in article.headline.text for article in samples() if article.headline)
    True
    """
    pages = (*plain_samples(), *map(hostile_page, HOSTILE))
    return tuple(article for page in pages for article in page.articles)


def parsed_samples() -> tuple[Parsed, ...]:
    """The same with the documents they come from, for exporters that take those.

    >>> all(label.span.end <= len(page.text) for page in parsed_samples() for label in page.labels)
    True
    """
    return (*plain_samples(), *map(hostile_page, HOSTILE))


def plain_samples() -> tuple[Parsed, ...]:
    """Documents as newsrooms make them, whole and damaged, in several scripts, without anything hostile."""
    return tuple(_plain())


def hostile_page(value: str) -> Parsed:
    """A document that has a hostile value at the start, in the middle and at the end of every free text.

    >>> "before=cmdafter" in hostile_page("=cmd").article.headline.text
    True
    """
    return full_page(lambda _: f"{value}before{value}after{value}")


def _plain() -> Iterator[Parsed]:
    yield full_page(lambda field: f"the {field} of the page")
    yield _nothing()
    yield _english()
    yield _korean()
    yield _japanese()
    yield _chinese()
    yield _thread()
    yield _empty_thread()
    yield _times()
    yield _from_metadata()
    yield _digest()


def _nothing() -> Parsed:
    """A record with nothing in it but where it came from."""
    page = Page(None)
    page.span("Nothing on this page could be read.")
    return page.parsed(Draft(), parser=Provenance(id="generic", version="1", strength="fallback"))


def _english() -> Parsed:
    """A report with attributions and dates in its body that nobody has looked for yet."""
    page = Page("salt.txt", url="https://borderledger.example/salt", captured=datetime(2014, 11, 5, 8, 0, tzinfo=_KST))
    return page.parsed(
        Draft(
            outlet="ledger",
            language="en",
            headline=page.text("Salt sells out before the kimchi season"),
            bylines=[_reporter(page, "Mina Park", "staff reporter")],
            published=page.day("November 4, 2014", date(2014, 11, 4)),
            paragraphs=[
                page.paragraph("Salt was gone from the Sunam market by Monday, a source in Hyesan told the Ledger."),
                page.paragraph("“We bought ours on October 18,” the source said. “In 2013 there was plenty.”"),
                page.paragraph("An official at the provincial office said on the 2nd that more was on its way."),
            ],
        )
    )


def _korean() -> Parsed:
    page = Page("소금.txt", captured=date(2014, 11, 5))
    return page.parsed(
        Draft(
            outlet="ledger",
            language="ko",
            headline=page.text("김장철 앞두고 소금 동나"),
            bylines=[_reporter(page, "박미나", "기자")],
            published=page.day("2014년 11월 4일", date(2014, 11, 4)),
            paragraphs=[
                page.paragraph("혜산 소식통은 3일 “장마당에 소금이 없다”고 본지에 전했다."),
                page.paragraph("지난해 10월에는 넉넉했다고 소식통은 덧붙였다."),
            ],
            captions=[_picture(page, "수남시장의 소금 장수.", "장부신문")],
        )
    )


def _japanese() -> Parsed:
    page = Page("塩.txt")
    return page.parsed(
        Draft(
            language="ja",
            headline=page.text("キムチの季節を前に塩が品切れ"),
            published=page.day("2014年11月4日", date(2014, 11, 4)),
            paragraphs=[page.paragraph("恵山の消息筋は三日、市場から塩が消えたと語った。")],
        )
    )


def _chinese() -> Parsed:
    page = Page("盐.txt")
    return page.parsed(
        Draft(
            language="zh",
            headline=page.text("泡菜季节前食盐脱销"),
            published=page.day("2014年11月4日", date(2014, 11, 4)),
            paragraphs=[page.paragraph("惠山一名消息人士11月3日说，市场上已买不到盐。")],
        )
    )


def _thread() -> Parsed:
    """A forum page: posts and nothing else."""
    page = Page("forum.txt")
    posts = ("Has anybody seen salt?", "In Musan, last week.", "Not here.", "Thank you both.")
    places = ((None, 0), (1, 1), (2, 2), (1, 1))
    comments = [
        Comment(id=number, parent=parent, depth=depth, author=f"reader {number}", text=post, span=page.span(post))
        for number, (post, (parent, depth)) in enumerate(zip(posts, places, strict=True), start=1)
    ]
    return page.parsed(Draft(language="en", comments=comments))


def _empty_thread() -> Parsed:
    """A thread of which the page lost almost everything."""
    page = Page("lost.txt")
    silent = Comment(id=7, author="Ann", missing=["body"], span=page.span("Ann"))
    nobody = Comment(id=9, parent=7, depth=1, missing=["author", "body"], span=page.span("*"))
    blank = Comment(id=12, depth=3, author="", text="", missing=["parent"], span=page.span("* *"))
    notes = [Note(code="comment-without-body", span=comment.span) for comment in (silent, nobody)]
    headline = page.text("Salt sells out")
    return page.parsed(Draft(headline=headline, comments=[silent, nobody, blank], notes=notes))


# Each precision and each basis: raw, bounds, precision, basis, edtf.
_PHRASES: Final = (
    ("on Tuesday", None, None, "weekday", "stated", None),
    ("November 4", date(2014, 11, 4), date(2014, 11, 4), "day", "resolved", "2014-11-04"),
    ("October 18 to 21", None, None, "range", "stated", "XXXX-10-18/XXXX-10-21"),
    ("mid-October 2014", date(2014, 10, 11), date(2014, 10, 20), "range", "stated", "2014-10-11/2014-10-20"),
    ("October 2014", date(2014, 10, 1), date(2014, 10, 31), "month", "stated", "2014-10"),
    ("autumn 2014", date(2014, 9, 1), date(2014, 11, 30), "season", "stated", "2014-23"),
    ("2013", date(2013, 1, 1), date(2013, 12, 31), "year", "stated", "2013"),
    ("since 2012", date(2012, 1, 1), None, "range", "stated", "2012/.."),
    ("2014-11-04 09:15", date(2014, 11, 4), date(2014, 11, 4), "minute", "stated", "2014-11-04T09:15"),
)


def _times() -> Parsed:
    """A date of every precision and basis; a time with a zone that is not UTC."""
    page = Page("dates.txt", captured=datetime(2014, 11, 5, 1, 2, 3, 456789, tzinfo=UTC))
    dates = [
        When(raw=raw, earliest=first, latest=last, precision=precision, basis=basis, edtf=edtf, span=page.span(raw))
        for raw, first, last, precision, basis, edtf in _PHRASES
    ]
    instant = datetime(2014, 11, 4, 9, 15, 30, tzinfo=_KST)
    raw = "2014-11-04T09:15:30+09:00"
    published = page.day(raw, instant.date(), instant=instant, precision="instant", edtf=raw)
    updated = page.day("4 Nov", date(2014, 11, 4), earliest=None, latest=None, edtf="XXXX-11-04")
    return page.parsed(Draft(published=published, updated=updated, dates=dates, headline=page.text("Dates")))


def _from_metadata() -> Parsed:
    """Values that stand nowhere on the page: their spans are null."""
    page = Page("meta.html", url="https://borderledger.example/2014/11/04/salt")
    known: Any = {"earliest": date(2014, 11, 4), "latest": date(2014, 11, 4), "span": None}
    body = page.paragraph("There was no salt to be had.")
    return page.parsed(
        Draft(
            headline=Text(text="Salt sells out", span=None),
            published=When(raw="2014/11/04", precision="day", basis="url", edtf="2014-11-04", **known),
            updated=When(raw="2014-11-04", precision="day", basis="metadata", edtf="2014-11-04", **known),
            bylines=[Byline(name="Mina Park", raw="Mina Park", span=None)],
            captions=[Caption(text="A salt stall", span=None)],
            editions=[Edition(language="ko", label="한국어", url="https://borderledger.example/ko/salt", span=None)],
            paragraphs=[body],
        ),
        origin=Origin(source="crawl.warc.gz", offset=4096, record="urn:uuid:1"),
    )


def _digest() -> Parsed:
    """Several articles of one document, the last one without a headline."""
    page = Page("digest.txt")
    first = Draft(headline=page.text("Salt sells out"), paragraphs=[page.paragraph("There was none on Monday.")])
    second = Draft(headline=page.text("Rice prices fall"), paragraphs=[page.paragraph("Rice was cheaper.")])
    return page.parsed(first, second, Draft(paragraphs=[page.paragraph("The ferry did not run.")]))


def _reporter(page: Page, name: str, role: str) -> Byline:
    raw = f"{name}, {role}"
    return Byline(name=name, role=role, raw=raw, span=page.span(raw))


def _picture(page: Page, text: str, credit: str) -> Caption:
    return Caption(text=text, credit=credit, span=page.span(f"{text} 사진={credit}"))
