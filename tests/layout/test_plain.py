"""Stripped text becomes blocks: paragraphs, bullets with depth, hard wraps, gaps."""

from itertools import pairwise

import pytest

from nkdocs.layout.plain import hard_wraps, plain_blocks
from nkdocs.text.tidy import is_blank

RESILIPARSE = "  • Ann\n\n    Good.\n\n    • Bob\n\n      Indeed.\n      Quite.\n\n  • Cleo\n"
INSCRIPTIS = "  * Ann\n\n    Good.\n\n      + Bob\n\n        Indeed.\n\n          o Cleo\n"
HTML2TEXT = "  * Ann\n\nGood.\n\n    * Bob\n\nIndeed.\n"
NUMBERED = "  1. Ann says:\n\n    Good.\n\n    1. Bob says:\n\n      Indeed.\n"


def shape(text: str) -> list[tuple[str, int, str]]:
    """Kind, depth and text of every block."""
    return [(block.kind[0], block.depth, block.text) for block in plain_blocks(text)[0]]


def test_a_blank_line_separates_paragraphs():
    """Lines of white space alone are blank lines, no-break spaces and zero-widths among them."""
    assert shape("One.\n\nTwo.\n \nThree.\n\xa0\n\u200b\nFour.") == [
        ("p", 0, "One."),
        ("p", 0, "Two."),
        ("p", 0, "Three."),
        ("p", 0, "Four."),
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_every_newline_ends_a_line(newline: str):
    """Whatever ends a line, the blocks are the same."""
    assert shape(newline.join(["One.", "", "Two.", "Three."])) == [
        ("p", 0, "One."),
        ("p", 0, "Two."),
        ("p", 0, "Three."),
    ]


def test_a_newline_before_a_capital_is_a_paragraph_break():
    """Two sentences on two lines are two paragraphs."""
    assert hard_wraps(["The ferry stopped.", "Nobody knows why."]) == [False]


def test_a_newline_before_a_small_letter_is_a_hard_wrap():
    """A line that goes on in lower case goes on."""
    assert hard_wraps(["The ferry", "stopped.", "Nobody knows why it did."]) == [True, False]


def test_lines_of_nearly_one_length_are_hard_wrapped():
    """Three lines or more, none over 100 characters, all but the last within 20 % of the longest."""
    line = "Words enough to fill a line of about this width"
    assert hard_wraps([line, line[:40] + "!", "The end."]) == [True, True]
    assert hard_wraps([line, line[:30], "The end."]) == [False, False]
    assert hard_wraps([line * 3, line * 3, "The end."]) == [False, False]
    assert hard_wraps([line, "The end."]) == [False]


def test_joined_lines_are_one_block_and_noted():
    """The block covers all its lines, and a note says how many were joined."""
    text = "The ferry across the border river stopped\nrunning last week. Nobody at the pier can\nsay when."
    blocks, notes = plain_blocks(text)
    assert [block.text for block in blocks] == [text]
    assert [(note.code, note.span, note.detail) for note in notes] == [("joined-lines", blocks[0].span, "3 lines")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RESILIPARSE, [1, 1, 2, 2, 2, 1]),
        (INSCRIPTIS, [1, 1, 2, 2, 3]),
        (HTML2TEXT, [1, 0, 2, 0]),
        (NUMBERED, [1, 1, 2, 2]),
        ("• Ann\n  Good.\n  • Bob\n", [1, 1, 2]),
        ("\t• Ann\n\t\tGood.\n\t\t• Bob\n", [1, 1, 2]),
        (" • Ann\n  • Bob\n   • Cleo\n", [1, 2, 3]),
    ],
)
def test_depth_is_told_by_the_column(text: str, expected: list[int]):
    """Each extractor's bullets, whatever their columns, nest as they were nested; a body has its bullet's depth."""
    assert [block.depth for block in plain_blocks(text)[0]] == expected


def test_a_lost_parent_leaves_its_level_open():
    """Where columns are exact, a bullet two levels down is at depth 3, not 2."""
    assert [block.depth for block in plain_blocks("  • Ann\n\n    Good.\n\n      • Cleo\n\n        Oh.\n")[0]] == [
        1,
        1,
        3,
        3,
    ]


def test_bullet_marks_are_not_in_the_text():
    """Round, starred and numbered marks alike."""
    assert shape("  • Ann\n  * Bob\n  - Cleo\n  3. Dan\n") == [
        ("b", 1, "Ann"),
        ("b", 1, "Bob"),
        ("b", 1, "Cleo"),
        ("b", 1, "Dan"),
    ]


@pytest.mark.parametrize("line", ["-0-", "--", "1. A numbered sentence.", "*not a bullet", "o a letter", "2014. 5. 1."])
def test_what_only_resembles_a_bullet_is_none(line: str):
    """Marks need a space after them; numbers at the margin and a lone letter are text."""
    assert shape(line) == [("p", 0, line)]


def test_two_blank_lines_where_one_is_usual_are_noted_as_a_lost_line():
    """The note stands where the line was; a text that always leaves two lost nothing."""
    gapped = "One.\n\nTwo.\n\nThree.\n\n\nFour.\n\nFive."
    assert [(note.code, gapped[note.span.start :]) for note in plain_blocks(gapped)[1] if note.span] == [
        ("lost-line", "Four.\n\nFive.")
    ]
    assert plain_blocks("One.\n\n\nTwo.\n\n\nThree.")[1] == ()


def test_the_gap_and_the_column_are_kept():
    """Rules read lost lines and levels off them."""
    blocks, _ = plain_blocks("One.\n\n\n  • Ann\n\n    Good.")
    assert [(block.gap, block.indent) for block in blocks] == [(0, 0), (2, 2), (1, 4)]


@pytest.mark.parametrize(
    "text", [RESILIPARSE, INSCRIPTIS, HTML2TEXT, NUMBERED, "\ufeffA\u200b \xa0\n\u2028 B\x07\n• \n  •\n\x00"]
)
def test_blocks_hold_every_character_but_bullet_marks(text: str):
    """Nothing is lost, nothing is held twice, and a block's text is its slice."""
    blocks, _ = plain_blocks(text)
    assert all(block.text == text[block.span.start : block.span.end] for block in blocks)
    assert all(a.span.end <= b.span.start for a, b in pairwise(blocks))
    inside = {place for block in blocks for place in range(block.span.start, block.span.end)}
    outside = "".join(c for place, c in enumerate(text) if place not in inside and not is_blank(c))
    assert set(outside) <= set("•*+o1.")


def test_ten_thousand_levels_are_laid_out():
    """Depth costs no recursion."""
    text = "\n".join(" " * level + "• a" for level in range(1, 10_001))
    assert plain_blocks(text)[0][-1].depth == 10_000
