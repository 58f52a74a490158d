"""How the cost of a record grows: the exponent of CPU time in bytes, for long runs of one thing.

A run of each atom, followed by a character that makes a match fail, is grown eightfold; linear code shows an
exponent near 1, quadratic code near 2.
"""

import math
import time

import nkdocs

_ATOMS = (
    " ", "\t", "\xa0", "• ", "* ", '"', "“", "\n", "By ", "Image: ", "1", "2014-05-12 ", "a.", "@", "A. ", " - ", "[",
    "…", "\u200d", "\u0301", "ᄀ", "(", "!", "\r\n", "\u2028", "a", "A", "가", "中", ".", "|", "/", "<", "=",
    "Oct. ", "Monday ", "Daily NK ", "KCNA ", "a@", "a.a", "a, ", "\n\n", "A b\n", "  • a\n    B.\n", "A\n\n",
)  # fmt: skip
_SMALL = 2**17
_FACTOR = 8
_BOUND = 1.15


def cost(text: str) -> float:
    """CPU seconds of one record: the least of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        nkdocs.parse(text)
        times.append(time.process_time() - start)
    return min(times)


def nested(levels: int) -> str:
    """A thread each of whose comments answers the one before."""
    return "".join(f"{' ' * level}• a\n{' ' * level} B.\n" for level in range(1, levels + 1))


def main() -> None:
    """Print seconds a megabyte and the exponent of each atom, the worst last."""
    rows = []
    for atom in _ATOMS:
        small, large = (atom * (size // len(atom.encode())) + "\x01" for size in (_SMALL, _SMALL * _FACTOR))
        rows.append((*measured(small, large), repr(atom)))
    wide = ["Body text of some length, and a full stop.\n\n" + "  • a\n    B.\n" * count for count in (12_500, 100_000)]
    rows.append((*measured(*wide), "100,000 comments wide"))
    rows.append((*measured(nested(1_250), nested(10_000)), "10,000 comments deep"))
    for exponent, speed, name in sorted(rows):
        print(f"{name:28} exponent {exponent:5.2f}   {speed:6.3f} s/MB{'   over' if exponent > _BOUND else ''}")


def measured(small: str, large: str) -> tuple[float, float]:
    """The exponent between two sizes, and the seconds a megabyte of the larger."""
    least, most = cost(small), cost(large)
    size, large_size = len(small.encode()), len(large.encode())
    return math.log(most / least) / math.log(large_size / size), most / large_size * 1e6


if __name__ == "__main__":
    main()
