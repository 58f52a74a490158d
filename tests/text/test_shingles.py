"""What makes two texts the same, or nearly."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkdocs.text.shingles import SKETCHED, alike, bands, digest, runs, words

TEXT = [f"word{number}" for number in range(300)]
LONG = [f"word{number}" for number in range(3 * SKETCHED)]


def changed(share, seed, text=TEXT):
    """A text with this share of its words replaced, wherever they stand."""
    dice = random.Random(seed)  # noqa: S311 - the same on each run, and no secret
    return [f"other{dice.random()}" if dice.random() < share else word for word in text]


def jaccard(one, other):
    """What two texts share of all their runs of three words."""
    first, second = (set(zip(said, said[1:], said[2:], strict=False)) for said in (one, other))
    return len(first & second) / len(first | second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rice—prices\r\nfell!", "rice PRICES «fell»"),
        ("Ｒｉｃｅ 2", "rice ２"),
        ("쌀값이 내렸다.", "쌀값이\n내렸다"),
        ("e\u0301lan", "élan"),
        ("米价下跌", "米价，下跌。"),
    ],
)
def test_case_spaces_width_and_punctuation_make_no_difference(one, other):
    """Two captures of one text have the same words."""
    assert words(one) == words(other) != []
    assert digest(words(one)) == digest(words(other))


def test_words_keep_their_order_and_their_ends():
    """Other words, or the same in another order, have another digest."""
    said = [["a", "b"], ["b", "a"], ["ab"], ["a", "b", "b"], []]
    assert len({digest(each) for each in said}) == len(said)


@pytest.mark.parametrize("share", [0.0, 0.02, 0.05, 0.2, 1.0])
def test_how_alike_texts_are_is_what_they_share(share):
    """The share is counted while a sketch holds the whole text, and estimated beyond."""
    one, other = TEXT[:200], changed(share, 1)[:200]
    assert alike(runs(one), runs(other)) == pytest.approx(jaccard(one, other), abs=0.03)
    longer = changed(share, 2, LONG)
    assert alike(runs(LONG), runs(longer)) == pytest.approx(jaccard(LONG, longer), abs=0.05)


def test_texts_that_are_much_alike_share_a_band():
    """Of a hundred texts that are more than 0.8 alike, two at most share none."""
    own = set(bands(runs(TEXT)))
    others = [changed(0.03, seed) for seed in range(100)]
    near = [other for other in others if jaccard(TEXT, other) >= 0.8]
    assert len(near) > 30
    assert sum(not own & set(bands(runs(other))) for other in near) <= 2


def test_nothing_is_like_nothing():
    """Without three words there are no runs, no bands, and no likeness."""
    assert runs(["a", "b"]) == bands([]) == []
    assert alike([], []) == alike([], [1]) == 0


@given(st.text(), st.text())
def test_likeness_has_no_direction_and_its_bounds(one, other):
    """Any two texts are as alike one way as the other, from 0 to 1; a text with a run is wholly like itself."""
    first, second = runs(words(one)), runs(words(other))
    assert 0 <= alike(first, second) == alike(second, first) <= 1
    assert alike(first, first) == bool(first)
    assert len(first[:SKETCHED]) <= SKETCHED
    assert all(0 < key < 1 << 63 for key in bands(first))
