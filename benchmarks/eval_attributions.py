"""How right attributions and bylines are on the tables of the tests, and what attributions cost.

Run: ``python benchmarks/eval_attributions.py [FILE ...]``, or ``make eval``; the files (else ``examples/``) are timed
against one anchored look at each line. Exit code 1 below what is promised.
"""

import re
import sys
import timeit
from collections.abc import Callable
from pathlib import Path

import nkdocs
from nkdocs.rules import attributions
from nkdocs.rules.bylines import bio, bylines

_ROOT = Path(__file__).parents[1]
_TABLES = _ROOT / "tests" / "rules" / "tables"
_FIELDS = ("speaker", "named", "place", "verb", "outlet", "when")
_LINE = re.compile(r"\s*(?:•|\d+\.)\s")
_PAIRED = 2
_PRECISION = 0.95
_RECALL = 0.90
_WHEN = 5
Cells = list[str | None]


def rows(name: str) -> list[tuple[str, list[Cells]]]:
    """The lines of a table, each with what is indented under it."""
    found: list[tuple[str, list[Cells]]] = []
    for line in (_TABLES / name).read_text("utf-8").splitlines():
        if line.startswith("  "):
            cells = [None if cell == "-" else cell for cell in line.strip().split(" | ")]
            found[-1][1].append(cells)
        elif not line.startswith("#"):
            found.append((line, []))
    return found


def attributed(text: str) -> list[Cells]:
    """What the rule makes of a sentence."""
    spans = [nkdocs.Span(0, len(text))]
    return [
        [found.speaker, "y" if found.named else "n", found.place, found.verb, found.outlet, _raw(found)]
        for found in attributions(nkdocs.lay_out(text), spans, nkdocs.ParseContext())
    ]


def _raw(found: nkdocs.Attribution) -> str | None:
    return found.when.raw.removeprefix("on ") if found.when else None


def signed(text: str) -> list[Cells]:
    """What the rules make of a byline."""
    layout, span = nkdocs.lay_out(text), nkdocs.Span(0, len(text))
    note = None if bylines(layout, span) else bio(text, span)
    found = bylines(layout, span) or ((note,) if note else ())
    return [[author.name, author.role, author.affiliation, author.contact] for author in found]


def show_attributions(third: str) -> float:
    """Precision and recall of each field, sentences that attribute nothing included; how far the worst is from enough.

    What is promised: a precision of .95 and a recall of .90.
    """
    table = [*rows(f"attributions{third}.txt"), *rows(f"attribution_distractors{third}.txt")]
    read = [(attributed(text), wanted) for text, wanted in table]
    print(f"attributions{third or ' (tuned)'}: {len(table)} sentences")
    margins: list[float] = []
    for number, field in enumerate(_FIELDS):
        right = given = wanted = 0
        for found, expected in read:
            ours = [(cells[0], _cell(cells, number)) for cells in found]
            theirs = [(cells[0], _cell(cells, number)) for cells in expected]
            if number >= _PAIRED:
                ours = [pair for pair in ours if pair[1] is not None]
                theirs = [pair for pair in theirs if pair[1] is not None]
            right += sum(pair in theirs for pair in ours)
            given += len(ours)
            wanted += len(theirs)
        print(f"  {field:8} precision {right / given:.3f}  recall {right / wanted:.3f}  ({right} of {wanted})")
        margins += (right / given - _PRECISION, right / wanted - _RECALL)
    return min(margins)


def _cell(cells: Cells, number: int) -> str | None:
    cell = cells[number]
    return cell.removeprefix("on ") if cell and number == _WHEN else cell


def show_bylines(third: str) -> float:
    """How many lines are read exactly, and how many names are wrong; how far that is from enough."""
    table = rows(f"bylines{third}.txt")
    right = sum(signed(text) == expected for text, expected in table)
    wrong = sum(cells[0] not in {one[0] for one in expected} for text, expected in table for cells in signed(text))
    print(
        f"bylines{third or ' (tuned)'}: {right} of {len(table)} lines ({right / len(table):.3f}), {wrong} names wrong"
    )
    return -1.0 if wrong else right / len(table) - _PRECISION


def best(work: Callable[[], object]) -> float:
    """Microseconds of one call: the least of many runs."""
    return min(timeit.repeat(work, number=100, repeat=15)) / 100 * 1e6


def show_cost(path: Path) -> None:
    """What the attributions of a document cost, as a multiple of one anchored look at each line."""
    text = path.read_text("utf-8")
    parsed = nkdocs.parse(text, registry=nkdocs.Registry(entry_points=False, enrich=()))
    layout, ctx = nkdocs.lay_out(text), nkdocs.ParseContext()
    spans = [part.span for article in parsed.articles for part in article.paragraphs if part.span is not None]
    floor = best(lambda: [_LINE.match(line) for line in text.splitlines()])
    cost = best(lambda: attributions(layout, spans, ctx))
    print(f"{path.name[:40]:40} {len(text):6} chars  floor {floor:6.1f} us  {cost:7.1f} us  {cost / floor:5.1f} x")


def main() -> None:
    """Print the figures of both tables, then the cost of each document."""
    margins = [
        show_attributions(part)
        for part in (
            "",
            "_held_out",
            "_second",
            "_third",
            "_fourth",
            "_fifth",
            "_sixth",
            "_seventh",
            "_eighth",
            "_ninth",
            "_tenth",
        )
    ]
    margins += [show_bylines(part) for part in ("", "_held_out", "_second")]
    files = [Path(name) for name in sys.argv[1:]] or sorted((_ROOT / "examples").glob("*.txt"))
    for path in files:
        show_cost(path)
    sys.exit(min(margins) < 0)


if __name__ == "__main__":
    main()
