"""Every case gives the record that was reviewed by hand; what holds for all records holds for it."""

from pathlib import Path

import pytest

import nkdocs
from nkdocs.testing import Case, cases, golden
from nkdocs.text.tidy import is_blank

FOLDER = Path(__file__).parents[1] / "cases"
CASES = [case for outlet in sorted(FOLDER.iterdir()) for case in cases(outlet)]

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.path.parent.name}/{case.name}")


@each_case
def test_a_case_gives_its_expected_record(case: Case):
    """Kind, articles, labels and notes, to the letter."""
    assert golden(nkdocs.parse(case.document())) == case.expected


@each_case
def test_every_character_has_exactly_one_label(case: Case):
    """Labels do not overlap, stand in order, and leave out nothing but blanks."""
    parsed = nkdocs.parse(case.document())
    done = 0
    for label in parsed.labels:
        assert all(map(is_blank, parsed.text[done : label.span.start]))
        assert done <= label.span.start < label.span.end
        done = label.span.end
    assert all(map(is_blank, parsed.text[done:]))


@each_case
def test_nothing_of_a_case_is_left_unknown(case: Case):
    """What was written for a grammar is understood by it."""
    parsed = nkdocs.parse(case.document())
    assert [label.span.of(parsed.text) for label in parsed.labels if label.role == "unknown"] == []


@each_case
def test_spans_give_back_their_text(case: Case):
    """Up to white space, each paragraph, headline and comment stands where its span says; metadata stand nowhere."""
    parsed = nkdocs.parse(case.document())
    for article in parsed.articles:
        for part in (*article.paragraphs, article.headline, article.kicker, article.standfirst):
            if part is not None and part.span is not None:
                assert part.text.split() == part.span.of(parsed.text).split()
        for when in (article.published, *article.dates):
            assert when is None or when.span is None or when.raw == when.span.of(parsed.text)
        for comment in article.comments:
            assert comment.span is None or (comment.author or "") in comment.span.of(parsed.text)


@each_case
def test_newlines_of_another_system_change_spans_alone(case: Case):
    """The same document with CRLF gives the same record but for spans, raw slices, id and digest."""
    document = case.document()
    text = document.content.decode().replace("\r\n", "\n")
    other = nkdocs.parse(text.replace("\n", "\r\n"), url=document.url, captured=document.captured)
    assert bare(nkdocs.parse(text, url=document.url, captured=document.captured)) == bare(other)


def bare(parsed: nkdocs.Parsed) -> object:
    """The record without what must differ."""
    leave = {"span", "raw", "id", "document"}

    def strip(value: object) -> object:
        if isinstance(value, dict):
            return {key: strip(child) for key, child in value.items() if key not in leave}
        return [strip(child) for child in value] if isinstance(value, list) else value

    return strip(golden(parsed))
