"""What finding duplicates costs a document: ``python benchmarks/duplicates.py [DOCUMENTS]``.

First the whole of it, on made-up documents of 600 words in one process: CPU time a document, for the first and the
last of the run, which are to cost the same, and the peak of memory. Then its parts on one such document, beside the
signatures of datasketch and rensa where they are installed; both need words and runs of three too. Last, how many of
300 changed copies are found, by how alike they are.
"""

import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, Final

import attrs

import nkdocs
from nkdocs.pipeline.duplicates import Duplicates
from nkdocs.text.shingles import bands, digest, runs, words

_DOCUMENTS: Final = 5_000
_WORDS: Final = 600
_COPIES: Final = 300
_REPEAT: Final = 200
_PERMUTATIONS: Final = 128
_MICRO: Final = 1e6
_VOCABULARY: Final = [f"word{number}" for number in range(5_000)]
_WEIGHTS: Final = [1 / rank for rank in range(1, len(_VOCABULARY) + 1)]
_MODEL: Final = nkdocs.parse("A headline\n\nA body, and the end of it.").article


def texts(count: int) -> Iterator[list[str]]:
    """Texts whose words are as unevenly spread as those of prose."""
    dice = random.Random(1)  # noqa: S311 - the same on each run, and no secret
    for _ in range(count):
        yield dice.choices(_VOCABULARY, _WEIGHTS, k=_WORDS)


def article(said: list[str], number: int) -> nkdocs.Article:
    """An article of these words."""
    return attrs.evolve(_MODEL, id=f"{number}", paragraphs=[nkdocs.Paragraph(text=" ".join(said), span=None)])


def whole(count: int) -> None:
    """The whole of it."""
    tenth = max(1, count // 10)
    costs: list[float] = []
    with Duplicates() as seen:
        for number, said in enumerate(texts(count)):
            made = article(said, number)
            start = time.process_time()
            seen.mark(made)
            costs.append(time.process_time() - start)
    first, last = (sum(part) / tenth * _MICRO for part in (costs[:tenth], costs[-tenth:]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} documents: {sum(costs) / count * _MICRO:.0f} us each")
    print(f"the first tenth {first:.0f} us each, the last {last:.0f}")
    print(f"peak of memory {peak:.0f} MiB; {seen.same + seen.nearly} taken for duplicates\n")


def microseconds(work: Callable[[], object]) -> float:
    """The least of several runs."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        for _ in range(_REPEAT):
            work()
        best = min(best, time.process_time() - start)
    return best / _REPEAT * _MICRO


def parts() -> None:
    """Its parts, and the libraries'."""
    text = " ".join(next(texts(1)))
    said = words(text)
    numbers = runs(said)
    three = [" ".join(run) for run in zip(said, said[1:], said[2:], strict=False)]
    works: dict[str, Callable[[], object]] = {
        "words": lambda: words(text),
        "digest": lambda: digest(said),
        "runs of three": lambda: list(map(" ".join, zip(said, said[1:], said[2:], strict=False))),
        "runs, numbered": lambda: runs(said),
        "bands": lambda: bands(numbers),
    }
    for name, library in (("datasketch", _datasketch), ("rensa", _rensa)):
        try:
            works[f"{name}, signature"] = library(import_module(name), three)
        except ModuleNotFoundError:
            print(f"{name} is not installed")
    for name, work in works.items():
        print(f"{name:22} {microseconds(work):8.1f} us")
    print()


def _datasketch(library: Any, three: list[str]) -> Callable[[], object]:
    coded = [run.encode() for run in three]
    return lambda: library.MinHash.bulk([coded], num_perm=_PERMUTATIONS)


def _rensa(library: Any, three: list[str]) -> Callable[[], object]:
    def work() -> object:
        signature = library.RMinHash(num_perm=_PERMUTATIONS, seed=1)
        signature.update(three)
        return signature.digest()

    return work


def recall() -> None:
    """How many changed copies are found."""
    originals = list(texts(_COPIES))
    for share in (0.01, 0.02, 0.03, 0.05, 0.1):
        dice = random.Random(2)  # noqa: S311 - the same on each run, and no secret
        copies = [
            [f"x{dice.randrange(1 << 40)}" if dice.random() < share else word for word in said] for said in originals
        ]
        with Duplicates() as seen:
            for number, said in enumerate(originals):
                seen.mark(article(said, number))
            before = seen.nearly
            for number, said in enumerate(copies):
                seen.mark(article(said, number))
        near = [_alike(one, other) for one, other in zip(originals, copies, strict=True)]
        found, wanted = seen.nearly - before + seen.same, sum(each >= 0.8 for each in near)  # noqa: PLR2004 - the default
        print(f"{share:4.0%} of words changed: {sum(near) / _COPIES:.2f} alike; {wanted} are over 0.8, {found} found")


def _alike(one: list[str], other: list[str]) -> float:
    first, second = (set(zip(said, said[1:], said[2:], strict=False)) for said in (one, other))
    return len(first & second) / len(first | second)


if __name__ == "__main__":
    whole(int(sys.argv[1]) if sys.argv[1:] else _DOCUMENTS)
    parts()
    recall()
