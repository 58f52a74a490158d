"""Any thread, as each extractor writes it, is read back; what a line cleaner takes away is never made up for."""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

import nkdocs

ARTICLE = (
    "Why the ferry stopped\n\nThe ferry across the border river stopped running last week, and nobody knows why.\n\n"
)
REGISTRY = nkdocs.Registry(entry_points=False)
LOST = 0.15


class Said(NamedTuple):
    """One comment as it was made."""

    depth: int
    author: str
    body: list[str]


@st.composite
def threads(draw: st.DrawFn) -> list[Said]:
    """Comments in document order, each at most one level below the one before; names and sentences are unique."""
    thread: list[Said] = []
    for number in range(draw(st.integers(2, 12))):
        depth = draw(st.integers(0, min(5, thread[-1].depth + 1))) if thread else 0
        lines = draw(st.integers(0, 3)) if number > 1 else 1
        thread.append(Said(depth, f"Reader {number}", [f"Line {number} of part {part} here." for part in range(lines)]))
    return thread


def round_bullets(thread: list[Said]) -> list[str]:
    """Round bullets at 2, 4, 6 ..., bodies two columns further."""
    lines: list[str] = []
    for said in thread:
        lines.append(" " * (2 * said.depth + 2) + "• " + said.author)
        for line in said.body:
            lines += ["", " " * (2 * said.depth + 4) + line]
        lines += [""] if said.body else []
    return lines


def mixed_bullets(thread: list[Said], shift: int = 0) -> list[str]:
    """Bullets *, +, o, - by level at 2, 6, 10 ..., bodies two columns further."""
    lines: list[str] = []
    for said in thread:
        column = shift + 2 + 4 * said.depth
        lines.append(" " * column + "*+o-"[said.depth % 4] + " " + said.author)
        for line in said.body:
            lines += ["", " " * (column + 2) + line]
        lines += [""] if said.body else []
    return lines


def shifted_bullets(thread: list[Said]) -> list[str]:
    """The same, further in."""
    return mixed_bullets(thread, 6)


def margin_bodies(thread: list[Said]) -> list[str]:
    """Stars at 2, 4, 6 ..., bodies at the margin."""
    lines: list[str] = []
    for said in thread:
        lines += [" " * (2 * said.depth + 2) + "* " + said.author, ""]
        for line in said.body:
            lines += [line, ""]
    return lines


def read(text: str) -> tuple[nkdocs.Comment, ...]:
    """The comments of a page."""
    return nkdocs.parse(text, registry=REGISTRY).article.comments


def expected(thread: list[Said]) -> list[tuple[int, int | None, int, str, str | None]]:
    """What the record must hold."""
    rows: list[tuple[int, int | None, int, str, str | None]] = []
    last: dict[int, int] = {}
    for number, said in enumerate(thread, 1):
        last[said.depth] = number
        rows.append((number, last.get(said.depth - 1), said.depth, said.author, "\n".join(said.body) or None))
    return rows


def damaged(thread: list[Said], random: Random) -> list[str]:
    """The thread with lines lost here and there; the first comment stays, by which the columns are known."""
    lines = round_bullets(thread)
    return lines[:3] + [line for line in lines[3:] if not line.strip() or random.random() > LOST]


def assert_read_back(thread: list[Said], written: Callable[[list[Said]], list[str]]) -> None:
    """Rendered and parsed, the thread is what it was."""
    comments = read(ARTICLE + "\n".join(written(thread)) + "\n")
    assert [(c.id, c.parent, c.depth, c.author, c.text) for c in comments] == expected(thread)


@given(threads())
def test_round_bullets_are_read_back(thread: list[Said]):
    """Columns tell the depth."""
    assert_read_back(thread, round_bullets)


@given(threads())
def test_mixed_bullets_are_read_back(thread: list[Said]):
    """Nesting tells the depth."""
    assert_read_back(thread, mixed_bullets)


@given(threads())
def test_shifted_bullets_are_read_back(thread: list[Said]):
    """Wherever the first column stands."""
    assert_read_back(thread, shifted_bullets)


@given(threads().filter(lambda thread: sum(map(bool, (said.body for said in thread))) * 3 >= len(thread)))
def test_margin_bodies_are_read_back(thread: list[Said]):
    """The bullets alone tell the depth."""
    assert_read_back(thread, margin_bodies)


@settings(max_examples=200)
@given(threads(), st.randoms(use_true_random=False))
def test_lost_lines_make_no_wrong_depth_and_lose_no_other(thread: list[Said], random: Random):
    """Whatever lines are lost: who is named is at the right depth, and each line left is in one comment."""
    kept = damaged(thread, random)
    comments = read(ARTICLE + "\n".join(kept) + "\n")
    depths = {said.author: said.depth for said in thread}
    assert all(c.depth == depths[c.author] for c in comments if c.author)
    held = "\n".join((c.author or "") + "\n" + (c.text or "") for c in comments)
    left = re.findall(r"Reader \d+|Line \d+ of part \d+ here\.", "\n".join(kept))
    assert sorted(re.findall(r"Reader \d+|Line \d+ of part \d+ here\.", held)) == sorted(left)


@settings(max_examples=200)
@given(threads(), st.randoms(use_true_random=False))
def test_a_parent_is_the_nearest_comment_one_level_up_or_nobody(thread: list[Said], random: Random):
    """A damaged thread still adds up: no reply hangs on a comment that is not one level above it and before it."""
    comments = read(ARTICLE + "\n".join(damaged(thread, random)) + "\n")
    by_id = {comment.id: comment for comment in comments}
    for comment in comments:
        if comment.parent is None:
            assert comment.depth == 0 or "parent" in comment.missing
        else:
            assert by_id[comment.parent].depth == comment.depth - 1
            assert comment.parent < comment.id
