"""Two values that say the same are alike, and a difference is told by its path."""

from datetime import date

import pytest

from nkdocs.records import Comment, Span
from nkdocs.records.frozen import FrozenMapping
from nkdocs.testing.likeness import difference, likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a",), ["a"]),
        (FrozenMapping({"a": 1}), {"a": 1}),
        (Span(0, 1), (0, 1)),
        (Comment(id=1, span=Span(0, 1)), Comment(id=1, author="", span=Span(0, 1))),
        (frozenset({"a"}), frozenset({"b"})),
    ],
)
def test_values_of_other_kinds_differ(one, other):
    """A list is no tuple and an empty author is one."""
    assert difference(likeness(one), likeness(other)) is not None


@pytest.mark.parametrize("value", [None, 1, "a", {"a", "b"}, {"b": [date(2014, 6, 2)]}, object])
def test_a_value_is_like_itself(value):
    """Nothing differs from itself."""
    assert difference(likeness(value), likeness(value)) is None


def test_an_object_has_no_address():
    """Where an object lies in memory is no part of what it says."""
    assert likeness(object()) == likeness(object())


def test_a_difference_is_told_by_its_path():
    """The first difference, however deep, and both values."""
    one, other = (likeness({"drafts": [Comment(id=1, author=name, span=Span(0, 1))]}) for name in "ab")
    assert difference(one, other) == "drafts[0].author: 'a' / 'b'"
