"""Small repairs of text."""

import pytest

from nkdocs.errors import UsageError
from nkdocs.text.tidy import is_blank, joined_lines, one_line, storable, storable_or_none


@pytest.mark.parametrize(
    "text", ["", "plain", "쌀값\r\n\t", "\x1b[2J", "\u202e\u2066", "\uffff", "🙂", "\u0085", "\ufeff"]
)
def test_what_sinks_take_stays_as_it_is(text: str) -> None:
    """Controls, bidi marks, noncharacters and astral characters are kept exactly."""
    assert storable(text) == text


def test_nul_and_lone_surrogates_are_replaced_one_for_one() -> None:
    """Spans stay right: the length does not change."""
    assert storable("a\0b\ud800c\udfff쌀") == "a\ufffdb\ufffdc\ufffd쌀"


def test_only_strings_are_stored() -> None:
    """Anything else raises, but None passes where a field may be null."""
    with pytest.raises(UsageError, match="string"):
        storable(3)  # type: ignore[arg-type]  # wrong on purpose
    assert storable_or_none(None) is None
    assert storable_or_none("\0") == "\ufffd"


@pytest.mark.parametrize(
    "character", [" ", "\n", "\u00a0", "\u3000", "\x07", "\u200b", "\ufeff", "\ud800", "\uffff", "\u0378"]
)
def test_blanks_need_no_label(character: str) -> None:
    """White space, controls, format marks, surrogates and unassigned code points are blank."""
    assert is_blank(character)


@pytest.mark.parametrize("character", ["a", "쌀", "•", "\ufffd", "\u0301", "-", "🙂", "\ue000"])
def test_what_can_be_seen_is_not_blank(character: str) -> None:
    """Letters, marks, signs, replacement characters and private use need a label."""
    assert not is_blank(character)


def test_one_line_squeezes_all_white_space() -> None:
    """Runs of blanks, no-break spaces and newlines are one space."""
    assert one_line("\n Rice\u00a0 prices\r\n\tfell ") == "Rice prices fell"


def test_wrapped_lines_join_with_a_space_or_without() -> None:
    """Words are kept apart; ideographs and kana, which are written without spaces, are not."""
    assert joined_lines(["Rice prices ", "", "  fell."]) == "Rice prices fell."
    assert joined_lines(["쌀값이", "내렸다"]) == "쌀값이 내렸다"
    assert joined_lines(["大米价格", "下降。"]) == "大米价格下降。"
    assert joined_lines(["大米", "rice"]) == "大米 rice"
    assert joined_lines([]) == ""
