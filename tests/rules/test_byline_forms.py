"""Byline lines of four languages, held to tables written before the forms."""

from pathlib import Path

import pytest

from nkdocs.layout.opening import lay_out
from nkdocs.records import Byline, Span
from nkdocs.rules.byline_forms import signed_forms
from nkdocs.rules.bylines import bio, bylines

_TABLES = Path(__file__).parent / "tables"
Row = tuple[str, list[tuple[str | None, ...]]]


def _rows(name: str) -> list[Row]:
    rows: list[Row] = []
    for line in (_TABLES / name).read_text("utf-8").splitlines():
        if line.startswith("  "):
            rows[-1][1].append(tuple(None if cell == "-" else cell for cell in line.strip().split(" | ")))
        elif not line.startswith("#"):
            rows.append((line, []))
    return rows


def _read(raw: str) -> tuple[Byline, ...]:
    layout, span = lay_out(raw), Span(0, len(raw))
    note = None if bylines(layout, span) else bio(raw, span)
    return bylines(layout, span) or ((note,) if note else ())


def _cells(found: Byline) -> tuple[str | None, ...]:
    return (found.name, found.role, found.affiliation, found.contact)


def test_the_tables_are_as_large_as_promised() -> None:
    """A hundred lines and more, a quarter of them held out."""
    tuned, held = len(_rows("bylines.txt")), len(_rows("bylines_held_out.txt"))
    assert tuned + held >= 100
    assert held >= 33


@pytest.mark.parametrize("table", ["bylines.txt", "bylines_held_out.txt", "bylines_second.txt"])
def test_bylines_are_read_and_no_name_is_wrong(table: str) -> None:
    """At least 95 of 100 lines exactly, and a name never given that the line does not name as an author."""
    rows = _rows(table)
    right = sum([_cells(found) for found in _read(raw)] == expected for raw, expected in rows)
    assert right / len(rows) >= 0.95
    for raw, expected in rows:
        names = {cells[0] for cells in expected}
        assert {found.name for found in _read(raw)} <= names, raw


@pytest.mark.parametrize("table", ["bylines.txt", "bylines_held_out.txt", "bylines_second.txt"])
def test_each_author_has_a_slice_of_their_own(table: str) -> None:
    """Raw is the slice, name and role stand in it, and slices do not overlap."""
    for raw, _ in _rows(table):
        last = 0
        for found in _read(raw):
            assert found.span.of(raw) == found.raw
            assert all(value in found.raw for value in _cells(found) if value)
            assert found.span.start >= last
            last = found.span.end


@pytest.mark.parametrize(
    "raw", ["기자 회견", "記者会見", "记者会", "편집 기자단", "글 쓰는 사람", "Translated by", "Editor:", ""]
)
def test_a_label_without_a_name_signs_nothing(raw: str) -> None:
    """An office alone is nobody."""
    assert signed_forms(raw) == ()
