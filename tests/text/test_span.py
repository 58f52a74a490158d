"""Spans."""

import pickle

import attrs
import pytest

from nkdocs.errors import UsageError
from nkdocs.text.span import Span


def test_a_span_gives_its_slice_in_code_points() -> None:
    """Characters outside the BMP count as one."""
    assert Span(1, 3).of("a🙂쌀b") == "🙂쌀"


def test_an_empty_span_is_a_place() -> None:
    """A span may be empty: a place between two characters."""
    assert Span(2, 2).of("abcd") == ""


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 1.0), ("0", 1), (None, 1), (True, 2)])
def test_what_is_no_range_is_refused(start: object, end: object) -> None:
    """Negative, reversed and non-integer ends raise, and the message shows them."""
    with pytest.raises(UsageError, match="integers"):
        Span(start, end)  # type: ignore[arg-type]  # wrong on purpose


def test_a_span_is_a_value() -> None:
    """Equal spans are equal and hash alike, survive pickling, and cannot be changed."""
    span = Span(1, 2)
    assert {span, pickle.loads(pickle.dumps(span))} == {Span(1, 2)}  # noqa: S301  # our own bytes
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        span.start = 0  # type: ignore[misc]  # wrong on purpose
