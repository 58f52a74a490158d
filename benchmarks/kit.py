"""How long the conformance kit takes for one parser on six documents, against the bar of 20 seconds."""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from nkdocs.testing import check_parser, summary

_BAR = 20.0
_DOCUMENTS = 6
_CASES = Path(__file__).parents[1] / "tests" / "cases"


def corpus(parser: str, folder: Path) -> Path:
    """Copy six cases of a parser, with their expected records, into a folder."""
    documents = sorted(each for each in (_CASES / parser).iterdir() if each.suffix in {".txt", ".html"})
    for document in documents[:_DOCUMENTS]:
        for file in document.parent.glob(f"{document.stem}.*"):
            shutil.copy(file, folder)
    return folder


def main() -> int:
    """Print what came of the checks, and how long they took."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("parser", nargs="?", default="dailynk")
    parser = words.parse_args().parser
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        results = check_parser(parser, corpus(parser, Path(folder)))
        seconds = time.perf_counter() - start
    print(summary(results))
    print(f"{seconds:.1f} s; bar {_BAR:.0f} s{'   over' if seconds > _BAR else ''}")
    return 1 if seconds > _BAR else 0


if __name__ == "__main__":
    sys.exit(main())
