"""What several processes gain: ``python benchmarks/jobs.py [DOCUMENTS] [PAIRS]``, 20,000 and 3 unless given.

Generated articles, no two alike, in one file of JSON Lines are parsed to JSON Lines by ``nkdocs parse``, with one job
and with two in turn. Wall time is what counts, at least 1.8 times the speed, and what a machine that others load cannot
tell; so the CPU time of all processes stands beside it: what two jobs spend more than one is what the sharing costs,
and with two cores to themselves the best they could do is twice the CPU time of one over that of two. The outputs are
compared byte for byte.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_DOCUMENTS = 20_000
_PAIRS = 3
_WANTED = 1.8
_PLACES = ("Hyesan", "Sinuiju", "Chongjin", "Rason", "Hoeryong", "Musan", "Kanggye")
_GOODS = ("Rice", "Maize", "Coal", "Cloth", "Salt", "Petrol", "Soap", "Paper", "Fish")


def _article(number: int) -> str:
    """A report of some two thousand characters with a headline, a byline, a day, sources and comments."""
    place, good = _PLACES[number % len(_PLACES)], _GOODS[number % len(_GOODS)]
    head = f"{good} prices fall by {number} won in {place}\n\nBy Kim Chul Su\n2014-06-{number % 28 + 1:02}\n\n"
    body = "\n\n".join(
        f"A source in {place} said on Monday that {good.lower()} was cheaper by {number + part} won than in May."
        f" Traders at the market of {_PLACES[part % len(_PLACES)]} expect prices to stay so until the harvest, he said."
        for part in range(8)
    )
    return f"{head}{body}\n\nComments\n\n* Reader {number}\n\n  So it was in {place} too.\n"


def _run(source: Path, output: Path, jobs: int) -> tuple[float, float]:
    """Seconds of wall and of CPU, of all its processes, that a run takes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "nkdocs", "parse", str(source), "-o", str(output), "--jobs", str(jobs)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env={**os.environ, "NKDOCS_DISABLE_PLUGINS": "all"})
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print one line a pair, and the best of all."""
    words = argparse.ArgumentParser(description="What several processes gain.")
    words.add_argument("documents", nargs="?", type=int, default=_DOCUMENTS)
    words.add_argument("pairs", nargs="?", type=int, default=_PAIRS)
    given = words.parse_args()
    documents, pairs = given.documents, given.pairs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = folder / "in.jsonl"
        with source.open("w", encoding="utf-8") as stream:
            for number in range(documents):
                stream.write(json.dumps({"text": _article(number), "name": f"{number}.txt"}) + "\n")
        print(f"{documents} documents, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        print(f"{'':6} {'1 job':>8} {'2 jobs':>8} {'speed':>6}   {'CPU 1':>8} {'CPU 2':>8} {'at best':>8}")
        speeds: list[float] = []
        bests: list[float] = []
        for pair in range(pairs):
            one, two = _run(source, folder / "1.jsonl", 1), _run(source, folder / "2.jsonl", 2)
            if (folder / "1.jsonl").read_bytes() != (folder / "2.jsonl").read_bytes():
                raise SystemExit("the outputs differ")
            speeds.append(one[0] / two[0])
            bests.append(2 * one[1] / two[1])
            figures = f"{one[0]:8.1f} {two[0]:8.1f} {speeds[-1]:6.2f}   {one[1]:8.1f} {two[1]:8.1f} {bests[-1]:8.2f}"
            print(f"{pair + 1:6} {figures}")
        reached = "" if max(speeds) >= _WANTED else f"   under {_WANTED}"
        print(f"{'best':6} {'':8} {'':8} {max(speeds):6.2f}   {'':8} {'':8} {max(bests):8.2f}{reached}")


if __name__ == "__main__":
    main()
