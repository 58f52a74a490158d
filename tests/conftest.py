"""What every test may ask for."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings, strategies
from hypothesis.strategies import SearchStrategy

from nkdocs.records import (
    Article,
    Attribution,
    Byline,
    Caption,
    Comment,
    Dateline,
    DocumentInfo,
    Edition,
    Note,
    Origin,
    Paragraph,
    Provenance,
    Span,
    Text,
    When,
)
from nkdocs.text.dates import read_when

# The same examples on each run, and no deadline: a slow machine is not a failure.
settings.register_profile("nkdocs", deadline=None, derandomize=True)
settings.load_profile("nkdocs")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents, named by ``NKDOCS_CORPUS``; without it the test is skipped."""
    named = os.environ.get("NKDOCS_CORPUS")
    if not named:
        pytest.skip("NKDOCS_CORPUS names no folder of real documents")
    folder = Path(named)
    if not folder.is_dir():
        pytest.fail(f"NKDOCS_CORPUS is {named}, which is no folder")
    return folder


@pytest.fixture(scope="session")
def harm_folder() -> Path:
    """Where the distribution ``nkdocs-hostile`` stands, whose parser harms whoever runs it."""
    return Path(__file__).parent / "hostile"


@pytest.fixture
def harm(harm_folder: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module of that distribution."""
    monkeypatch.syspath_prepend(str(harm_folder))
    return import_module("nkdocs_hostile")


HOSTILE = (
    "=cmd|' /C calc'!A1", "+1", "-2+3", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠x", "\tindented", "\rreturned",
    'say "no"', "a,b;c\td", "one\ntwo", "one\r\ntwo", "lone\rreturn", "next\x85line", "para\u2029graph\u2028line",
    "\x1b[31mred", "abc\u202edcba", "𝟘𠀋😀", "혜산시 장마당", "각", "\ufeffmark", "\uffff", "</script>", "", " ",
)  # fmt: skip


def when(raw: str = "June 2, 2014", day: date | None = date(2014, 6, 2), **changes: Any) -> When:
    """A day as a page states it."""
    edtf = day.isoformat() if day else None
    return When(
        **{"raw": raw, "earliest": day, "latest": day, "precision": "day", "edtf": edtf, "basis": "stated"}
        | {"span": Span(20, 32)}
        | changes
    )


def article(text: str = "장마당 쌀값이 내렸다.", **changes: Any) -> Article:
    """An article with something in every key, ``text`` in every field that holds free text."""
    span = Span(0, 9)
    passage = Text(text=text, span=span)
    values: dict[str, Any] = {
        "id": f"sha256:{'0' * 64}",
        "document": DocumentInfo(
            name=text, url=text, media_type="text/plain", encoding="utf-8", sha256="0" * 64, text=text,
            captured=datetime(2014, 6, 3, 9, 30, tzinfo=timezone(timedelta(hours=9))),
            origin=Origin(source=text, member=text, offset=12, record=text),
        ),
        "parser": Provenance(id="ledger", version="1", distribution=text, strength="markers"),
        "outlet": text, "via": text, "language": "ko", "section": text,
        "headline": passage, "kicker": passage, "standfirst": passage,
        "bylines": [Byline(name=text, role=text, affiliation=text, contact=text, bio=text, raw=text, span=span)],
        "published": when(instant=datetime(2014, 6, 2, 9, tzinfo=UTC)), "updated": when(text),
        "dateline": Dateline(raw=text, place=text, agency=text, when=when(text), span=span),
        "paragraphs": [Paragraph(text=text, span=span), Paragraph(kind="list", text="A second one.", span=None)],
        "captions": [Caption(text=text, credit=text, url=text, span=span)],
        "attributions": [Attribution(speaker=text, named=True, place=text, verb=text, when=when(text), span=span)],
        "dates": [when(text, None, precision="weekday")],
        "editions": [Edition(language="en", label=text, url=text, span=None)],
        "comments": [
            Comment(id=1, author=text, text=text, posted=when(text), span=span),
            Comment(id=2, parent=1, depth=1, missing=["author", "body"], span=span),
        ],
        "notes": [Note(code="comment-without-body", span=span, detail=text)],
    }  # fmt: skip
    return Article(**values | changes)


@pytest.fixture(scope="session")
def make_article() -> Callable[..., Article]:
    """A function that makes an article with something in every key; see ``article``."""
    return article


@pytest.fixture(scope="session")
def make_when() -> Callable[[str], When]:
    """A function that reads a date phrase, which must be one."""

    def read(phrase: str) -> When:
        found = read_when(phrase, Span(0, len(phrase)))
        assert found is not None, phrase
        return found

    return read


@pytest.fixture(scope="session")
def hostile() -> tuple[str, ...]:
    """Strings that formats and programs trip over."""
    return HOSTILE


@pytest.fixture(scope="session")
def hostile_articles() -> list[Article]:
    """An article for each hostile string, the string in every field."""
    return [article(text) for text in HOSTILE]


@pytest.fixture(scope="session")
def articles() -> SearchStrategy[Article]:
    """Articles with any text in any field."""
    words = strategies.text(max_size=12) | strategies.sampled_from(HOSTILE)
    moments = strategies.datetimes(timezones=strategies.timezones())
    records = strategies.builds(article, words, captions=strategies.just(()), published=strategies.none())
    captured = strategies.builds(
        DocumentInfo, sha256=words, name=words, captured=strategies.dates() | moments | strategies.none()
    )
    published = strategies.none() | strategies.builds(
        when, words, strategies.none() | strategies.dates(), instant=moments | strategies.none(), edtf=words
    )
    return strategies.one_of(
        records,
        strategies.builds(article, words, document=captured, published=published, headline=strategies.none()),
    )
