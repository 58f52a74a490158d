"""How right the dates are, on the tables of the tests: phrases read alone, look-alikes, sentences.

Run: ``python benchmarks/eval_dates.py``, or ``make eval``. Exit code 1 below the bound.
"""

import sys
from collections import Counter
from datetime import date, tzinfo
from pathlib import Path

import nkdocs
from nkdocs.rules.dates import dates
from nkdocs.text.dates import KST, PYONGYANG, read, resolve
from nkdocs.text.dates.when import When

_TESTS = Path(__file__).parents[1] / "tests"
_LANGUAGES = ("english", "figures", "korean", "japanese", "chinese")
_ZONES: dict[str | None, tzinfo | None] = {None: None, "KST": KST, "PYONGYANG": PYONGYANG}
_BOUND = 0.97


def rows(path: Path) -> list[list[str | None]]:
    """The rows of a table, ``-`` being None."""
    lines = path.read_text("utf-8").splitlines()
    return [[None if cell == "-" else cell for cell in line.split("\t")] for line in lines if not line.startswith("#")]


def read_alone(phrase: str, reference: str | None, options: str | None) -> When | None:
    """What a phrase says, placed by its day of reference where the table has one."""
    settings = dict(option.split("=") for option in (options or "").split(";") if option)
    reading = read(phrase, None, zone=_ZONES[settings.get("zone")], order=settings.get("order"))
    if reading is None:
        return None
    return resolve(reading.when, date.fromisoformat(reference)) if reference else reading.when


def said(name: str) -> tuple[int, int, int]:
    """How many phrases of a language are wholly right, how many there are, how many got a year that is not theirs."""
    right = wrong_years = 0
    table = rows(_TESTS / "text" / "dates" / f"table_{name}.tsv")
    for phrase, reference, options, precision, basis, days, edtf, instant in table:
        when = read_alone(phrase or "", reference, options)
        first, _, last = (days or "").partition("..")
        expected = (precision, basis, first, last or first, edtf, instant)
        right += when is not None and expected == _told(when)
        wrong_years += when is not None and when.earliest is not None and str(when.earliest)[:4] != first[:4]
    return right, len(table), wrong_years


def _told(when: When) -> tuple[str | None, ...]:
    instant = when.instant.isoformat() if when.instant else None
    return when.precision, when.basis, str(when.earliest or ""), str(when.latest or ""), when.edtf, instant


def in_sentences(part: str) -> tuple[int, int, int]:
    """How many phrases of the sentences are found and right, how many were given, how many are expected."""
    right = given = wanted = 0
    context = nkdocs.ParseContext(captured=date(2014, 11, 3))
    for sentence, answer in rows(_TESTS / "rules" / f"table_dates{part}.tsv"):
        layout = nkdocs.lay_out(sentence or "", media_type="text/plain")
        found = dates(layout, [nkdocs.Span(0, len(layout.text))], context)
        expected: Counter[tuple[str, ...]] = Counter(
            tuple(part.split(" = ")) for part in (answer or "").split("; ") if part
        )
        answers: Counter[tuple[str, ...]] = Counter((when.raw, str(when.edtf)) for when in found)
        right += (expected & answers).total()
        given += answers.total()
        wanted += expected.total()
    return right, given, wanted


def main() -> None:
    """Print the figures."""
    scores: list[float] = []
    borrowed = 0
    print(f"{'phrases read alone':28} {'right':>6} {'of':>5} {'share':>8}")
    for name in _LANGUAGES:
        right, number, wrong = said(name)
        borrowed += wrong
        scores.append(show(name, right, number))
    nothing = rows(_TESTS / "text" / "dates" / "table_nothing.tsv")
    scores.append(show("no dates", sum(read(phrase or "", None) is None for phrase, _ in nothing), len(nothing)))
    for part in ("", "_second", "_third", "_fourth", "_fifth", "_sixth"):
        right, given, wanted = in_sentences(part)
        name = f"sentences{part.replace('_', ', ')}"
        scores += [show(f"{name}, precision", right, given), show(f"{name}, recall", right, wanted)]
    print(f"years that are not the phrase's own: {borrowed}")
    sys.exit(min(scores) < _BOUND or borrowed > 0)


def show(name: str, right: int, number: int) -> float:
    """One line of the table; its share."""
    print(f"{name:28} {right:6} {number:5} {right / number:8.1%}")
    return right / number


if __name__ == "__main__":
    main()
