import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkdocs.registry.markers import MarkerTable

MANY = {f"paper{number}": [rf"told (the )?Paper {number:02} Desk"] for number in range(20)}


def test_the_first_marker_that_matches_counts():
    """In the order declared, not in the order of the text."""
    table = MarkerTable({"ledger": ["Second", "First"]})
    assert table.hits("First, Second")["ledger"].group() == "Second"


@pytest.mark.parametrize("more", [{}, MANY])
def test_a_marker_that_needs_no_word_is_looked_for(more):
    """An expression without plain characters works as any other."""
    table = MarkerTable({"ledger": [r"\bL\d\d\b"], **more})
    assert table.hits("see L42").keys() == {"ledger"}


@pytest.mark.parametrize("more", [{}, MANY])
def test_words_inside_each_other_are_all_found(more):
    """A word that starts inside another, or is part of it, is not passed over with it."""
    table = MarkerTable(
        {"a": ["Daily NK"], "b": ["NK News"], "c": ["NK"], "d": ["Daily NK News"], "e": ["News X"], **more}
    )
    assert table.hits("the Daily NK News").keys() == {"a", "b", "c", "d"}


def test_case_counts():
    """Markers are case-sensitive."""
    assert MarkerTable(MANY).hits("told paper 03 desk") == {}


@given(
    st.lists(st.text("AbC ", min_size=3, max_size=6), min_size=9, max_size=14, unique=True),
    st.text("AbC ", max_size=40),
)
def test_one_pass_finds_what_single_searches_find(words, text):
    """Looking for all markers at once misses none and adds none."""
    table = MarkerTable({str(number): [re.escape(word)] for number, word in enumerate(words)})
    assert table.hits(text).keys() == {str(number) for number, word in enumerate(words) if word in text}
