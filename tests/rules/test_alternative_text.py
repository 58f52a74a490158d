"""Alternative text of pictures, which stands above their captions."""

import pytest

import nkdocs
from nkdocs.layout.context import ParseContext
from nkdocs.rules.alternative_text import (
    is_alternative_text,
    join_credit_lines,
    part_alternative_text,
    take_alternative_text,
    take_captions_with_words,
)
from nkdocs.rules.sheet import Sheet

CAPTION = "A pier at Hyesan. Image: Border Ledger"
BODY = "The ferry stopped running last week, and nobody knows why."


def sheet(text: str) -> Sheet:
    """A sheet over a text."""
    return Sheet.of(nkdocs.lay_out(text), ParseContext())


@pytest.mark.parametrize("words", ["hyesan pier ferry tickets sold", "Hyesan pier", "ferry"])
def test_words_right_above_a_caption_are_the_pictures(words: str):
    """They are taken with it."""
    read = sheet(f"{words}\n\n{CAPTION}\n\n{BODY}")
    take_alternative_text(read)
    assert [block.text for block in read.blocks] == [BODY]
    assert [label.role for label in read.labels] == ["boilerplate"]


def test_words_above_anything_else_stay():
    """A title may be as short."""
    read = sheet(f"Hyesan pier\n\n{BODY}")
    take_alternative_text(read)
    assert len(read.blocks) == 2


@pytest.mark.parametrize("line", ["FERRY STOPS", "It stopped.", "나룻배 부두", "Nobody at the pier knows why"])
def test_subheads_sentences_and_titles_are_none(line: str):
    """Nor are words in scripts that have no lower case."""
    assert not is_alternative_text(nkdocs.lay_out(line).blocks[0])


def test_words_joined_to_the_line_before_are_parted_from_it():
    """In lower case they look like the end of a wrapped line."""
    read = sheet(f"Tickets are sold as paper\nferry pier tickets\n{CAPTION}\n{BODY}")
    part_alternative_text(read)
    assert [block.text for block in read.blocks][:2] == ["Tickets are sold as paper", "ferry pier tickets"]


def test_between_paragraphs_they_go_with_their_caption():
    """The paragraphs stay."""
    read = sheet(f"{BODY}\n\nferry pier tickets\n\n{CAPTION}\n\n{BODY}")
    take_captions_with_words(read)
    assert [block.text for block in read.blocks] == [BODY, BODY]
    assert [caption.credit for caption in read.captions] == ["Border Ledger"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_credit_right_under_a_line_of_its_run_is_that_of_its_caption(newline: str):
    """Two lines between blank ones; a credit after a blank line, or under several lines, joins none."""
    joined = "A pier of Kimchaek, 2018.\nImage: Daily NK"
    for text, blocks in (
        (f"{joined}\n\nBody.", 2),
        (f"Body.\n\n{joined}", 2),
        ("A pier of Kimchaek.\n\nImage: Daily NK\n\nBody.", 3),
        ("Body.\nA pier of Kimchaek.\nImage: Daily NK", 3),
    ):
        read = sheet(text.replace("\n", newline))
        join_credit_lines(read)
        assert len(read.blocks) == blocks
