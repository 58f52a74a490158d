"""The general extractor: asked at most once, and never able to break a page or to depend on another."""

import subprocess
import sys
from collections.abc import Iterator
from typing import NoReturn

import pytest

import nkdocs
from nkdocs.layout import main_text
from nkdocs.layout.main_text import MainText

PROSE = "The ferry stopped running last week, a pilot said at the pier, and nobody knows when it will sail again."
PAGE = f"<nav><a href=/>Home</a></nav><div><h1>Ferry stops</h1><p>{PROSE}</p><p>{PROSE} It was ice.</p></div>"


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An interpreter that has no trafilatura."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    main_text._extractor.cache_clear()
    yield
    main_text._extractor.cache_clear()


def fail(error: Exception) -> NoReturn:
    """Raise, where an expression is needed."""
    raise error


@pytest.mark.usefixtures("without")
def test_without_the_extra_the_choice_is_simple_and_noted():
    """The text is kept, and the note says what to install."""
    parsed = nkdocs.parse(PAGE, media_type="text/html", registry=nkdocs.Registry(entry_points=False))
    assert [one.text for one in parsed.article.paragraphs] == [PROSE, f"{PROSE} It was ice."]
    (note,) = [note for note in parsed.article.notes if note.code == "missing-extra"]
    assert "nkdocs[generic]" in (note.detail or "")
    assert all(label.role != "unknown" for label in parsed.labels)


@pytest.mark.parametrize("error", [RecursionError(), AttributeError("tail"), ValueError(), IndexError(), MemoryError()])
def test_a_failing_extractor_costs_its_judgement_alone(monkeypatch: pytest.MonkeyPatch, error: Exception):
    """The page is read without it, and a note says so."""
    monkeypatch.setattr(main_text, "_extractor", lambda: lambda _: fail(error))
    parsed = nkdocs.parse(PAGE, media_type="text/html", registry=nkdocs.Registry(entry_points=False))
    assert [note.code for note in parsed.article.notes] == ["size-limit"]
    assert [one.text for one in parsed.article.paragraphs] == [PROSE, f"{PROSE} It was ice."]


def test_a_page_of_too_many_tags_is_not_extracted():
    """It would take minutes; a note tells the limit."""
    text = MainText("<p>a" * 30_000)
    assert (text.lines(), getattr(text.doubt(), "code", None)) == ((), "size-limit")


def test_pages_read_before_change_nothing():
    """A page that repeats another is read as if it were the first."""
    first = MainText(PAGE).lines()
    assert first
    assert [MainText(PAGE).lines() for _ in range(5)] == [first] * 5


def test_it_prints_nothing(capfd: pytest.CaptureFixture[str]):
    """Pages without an article make the extractor log; nobody asked."""
    assert MainText("<p>").lines() == ()
    assert MainText("<html><body><div></div></body></html>").doubt() is None
    assert capfd.readouterr() == ("", "")


def test_the_filters_of_warnings_stay_as_they_were():
    """What the extractor imports would change them."""
    code = (
        "import warnings\n"
        "from nkdocs.layout.main_text import MainText\n"
        "before = list(warnings.filters)\n"
        f"print(len(MainText({PAGE!r}).lines()) > 0, list(warnings.filters) == before)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (result.stdout, result.stderr) == ("True True\n", "")
