"""What ``import nkdocs`` costs, as a multiple of ``import attrs, pluggy``, each in a fresh interpreter."""

import subprocess
import sys
import time

_RUNS = 21


def once(code: str) -> float:
    """Milliseconds of one fresh interpreter."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Alternate the three, so that a drift of the machine hits all; print medians and ratios."""
    codes: dict[str, list[float]] = {
        "pass": [],
        "import attrs, pluggy": [],
        "import nkdocs": [],
        "import nkdocs; nkdocs.parse('A.')": [],
    }
    for _ in range(_RUNS):
        for code, times in codes.items():
            times.append(once(code))
    medians = {code: sorted(times)[_RUNS // 2] for code, times in codes.items()}
    base = medians["import attrs, pluggy"]
    for code, median in medians.items():
        print(f"{code:36} {median:7.1f} ms   {median / base:5.2f} x")


if __name__ == "__main__":
    main()
