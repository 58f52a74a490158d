"""What makes two texts the same, or nearly: their words, whatever the case, the spaces and the punctuation.

A text is the set of its runs of three words, each a number; how alike two are is what they share of all they have
(the Jaccard index). Characters of scripts without spaces count as words. The numbers come from the words alone, so
the answers are the same on every machine and in every process.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Final
from zlib import crc32

__all__ = ["SKETCHED", "alike", "bands", "digest", "runs", "words"]

# Ideographs and kana are written without spaces.
_WORD: Final = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
# So many of the smallest numbers stand for a text: of two that are 0.8 alike they tell 0.8 give or take 0.0125, and
# exactly what is so of texts with fewer, which most are.
SKETCHED: Final = 1024
_ALL: Final = 1 << 32
_EMPTY: Final = _ALL
# Of two texts that are 0.8 alike a band of three bins is the same in half of all cases, so that one of ten is in 99.9
# of 100.
_BANDS: Final = 10
_IN_A_BAND: Final = 3
_BINS: Final = tuple(_ALL * number // (_BANDS * _IN_A_BAND) for number in range(_BANDS * _IN_A_BAND + 1))
_FACTORS: Final = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)
_LARGEST_KEY: Final = (1 << 63) - 1  # of a database


def words(text: str) -> list[str]:
    """The words, in one form whatever the case and width of their letters.

    >>> words("Rice—PRICES fell; 쌀값이 내렸다. 米价")
    ['rice', 'prices', 'fell', '쌀값이', '내렸다', '米', '价']
    """
    plain = text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)
    return _WORD.findall(plain.casefold())


def digest(said: Sequence[str]) -> bytes:
    """Sixteen bytes that only the same words in the same order give.

    >>> digest(["a", "b"]) == digest(["ab"])
    False
    """
    return blake2b(" ".join(said).encode(), digest_size=16).digest()


def runs(said: Sequence[str]) -> list[int]:
    """The numbers of all runs of three words, each once, in order.

    >>> len(runs("to be or not to be or not".split()))
    4
    """
    different = set(map(" ".join, zip(said, said[1:], said[2:], strict=False)))
    return sorted(set(map(crc32, map(str.encode, different))))


def alike(one: Sequence[int], other: Sequence[int]) -> float:
    """How alike two texts are, 0 to 1, by the ``SKETCHED`` smallest of their numbers.

    >>> alike(runs("a b c d e".split()), runs("a b c d f".split()))
    0.5
    """
    first, second = set(one[:SKETCHED]), set(other[:SKETCHED])
    both = first | second
    if SKETCHED in {len(first), len(second)}:
        # Beyond its largest number a full sketch tells nothing.
        both = set(sorted(both)[:SKETCHED])
    return len(both & first & second) / len(both) if both else 0.0


def bands(numbers: Sequence[int]) -> list[int]:
    """Keys of which two texts that are much alike share one.

    The numbers are sorted into bins, and the smallest of each bin stands for it (minhash with one permutation); a
    key is those of three bins. A band without any number has no key.

    >>> said = "rice was cheaper in the market of hyesan than in the week before".split()
    >>> len(set(bands(runs(said))) & set(bands(runs(["the", *said])))) > 0
    True
    """
    smallest = [_smallest(numbers, low, high) for low, high in pairwise(_BINS)]
    keys: list[int] = []
    for number in range(_BANDS):
        three = smallest[number * _IN_A_BAND : (number + 1) * _IN_A_BAND]
        if any(each != _EMPTY for each in three):
            mixed = sum(each * factor for each, factor in zip(three, _FACTORS, strict=True))
            keys.append((mixed * _BANDS + number) & _LARGEST_KEY)
    return keys


def _smallest(numbers: Sequence[int], low: int, high: int) -> int:
    place = bisect_left(numbers, low)
    return numbers[place] if place < len(numbers) and numbers[place] < high else _EMPTY
