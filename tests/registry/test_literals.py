import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkdocs.registry.literals import required_words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"told (the )?Border Ledger", ("Border Ledger",)),
        (r"Photo: Border Ledger", ("Photo: Border Ledger",)),
        (r"Ledger|Herald", ("Ledger", "Herald")),
        (r"www\.kcna\.kp", ("www.kcna.kp",)),
        (r"Ledgers?", ("Ledger",)),
        (r"Ledge{2,3}rs+", ("Ledg",)),
        (r"(?P<name>Ledger)", None),
        (r"\d+", None),
        (r"Ledger|\d+", None),
        (r"(?i)ledger", None),
        (r"(?mi:^)ledger", None),
        (r"(?m-i:^)ledger", None),
        (r"(?m:^)(?s:.)Ledger", ("Ledger",)),
        (r"(?x) led ger", None),
        (r"\x41bc", None),
        (r"[Ll]edger Desk", ("Desk",)),
        (r"[]a]Ledger", ("Ledger",)),
        (r"NK", None),
        ("북한", ("북한",)),
        (r"(a|b(c)[)])Ledger", ("Ledger",)),
        ("", None),
    ],
)
def test_the_words_a_pattern_needs(pattern, words):
    """Plain characters outside groups and classes are needed, of each alternative one run."""
    assert required_words(pattern) == words


def test_a_run_starts_where_it_is_rare():
    """A search skips to first characters, so common letters at the start are left out."""
    assert required_words("according to the Ledger") == ("Ledger",)


def test_of_runs_that_start_as_rarely_the_longest_counts_then_the_rarest():
    """Commas are no rare signs, and capitals are rarer than what stands between words."""
    assert required_words(r"By \w+ of BLD") == ("BLD",)
    assert required_words(r"[a-z], BLD Desk") == ("BLD Desk",)


ATOMS = st.one_of(
    st.sampled_from(
        ["Ledger", "told ", "Desk", "북한", r"\.", r"\d", r"\s", ".", "[A-Z]", r"[^\]x]", "(?:the )", "(a|bc)"]
    ),
    st.text("abcXYZ :-", min_size=1, max_size=6).map(re.escape),
)
PIECES = st.tuples(ATOMS, st.sampled_from(["", "", "", "?", "*", "+", "{2}", "{0,2}", "+?", "*?"])).map(
    lambda piece: f"(?:{piece[0]}){piece[1]}" if len(piece[0]) > 1 and piece[1] else piece[0] + piece[1]
)
PATTERNS = st.lists(st.lists(PIECES, min_size=1, max_size=5).map("".join), min_size=1, max_size=3).map("|".join)


@given(st.data())
def test_no_text_matches_without_one_of_the_words(data):
    """Whatever a pattern matches holds one of its required words, or none could be named."""
    pattern = data.draw(PATTERNS)
    matching = data.draw(st.from_regex(pattern))
    words = required_words(pattern)
    assert words is None or any(word in matching for word in words)


@given(st.text("abR()[]{}|?*+\\.^$:<>=!#P0x2,-ims", max_size=14), st.text("abRr.", max_size=12))
def test_no_syntax_misleads(pattern, text):
    """Of any expression that compiles, a text that matches holds one of the words."""
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, FutureWarning, DeprecationWarning):
        return
    words = required_words(pattern)
    if words is not None and compiled.search(text):
        assert any(word in text for word in words)
