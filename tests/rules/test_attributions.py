"""Attributions in four languages, held to tables of sentences written before the rule."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nkdocs
from nkdocs.layout.opening import lay_out
from nkdocs.records import Attribution, Span
from nkdocs.rules.attributions import attributions, references

Row = tuple[str, list[list[str | None]]]
_TABLES = Path(__file__).parent / "tables"
_FIELDS = {"speaker": 0, "named": 1, "place": 2, "verb": 3, "outlet": 4, "when": 5}
_CONTEXT = nkdocs.ParseContext()


def _rows(name: str) -> list[Row]:
    """The lines of a table, each with what is indented under it."""
    rows: list[Row] = []
    for line in (_TABLES / name).read_text("utf-8").splitlines():
        if line.startswith("  "):
            rows[-1][1].append([None if cell == "-" else cell for cell in line.strip().split(" | ")])
        elif not line.startswith("#"):
            rows.append((line, []))
    return rows


def _read(text: str) -> tuple[Attribution, ...]:
    return attributions(lay_out(text), [Span(0, len(text))], _CONTEXT)


def _cells(found: Attribution) -> list[str | None]:
    when = found.when.raw.removeprefix("on ") if found.when else None
    return [found.speaker, "y" if found.named else "n", found.place, found.verb, found.outlet, when]


def _expected(cells: Sequence[str | None]) -> list[str | None]:
    return [cell.removeprefix("on ") if cell and number == 5 else cell for number, cell in enumerate(cells)]


def _figures(names: Sequence[str], field: int) -> tuple[float, float]:
    """Precision and recall of one field over whole tables; a speaker counts for the other fields only where right."""
    right, given_, wanted = 0, 0, 0
    for name in names:
        for text, rows in _rows(name):
            found = [(cells[0], cells[field]) for cells in map(_cells, _read(text))]
            want = [(cells[0], cells[field]) for cells in map(_expected, rows)]
            if field not in {0, 1}:
                found = [pair for pair in found if pair[1] is not None]
                want = [pair for pair in want if pair[1] is not None]
            right += sum(pair in want for pair in found)
            given_ += len(found)
            wanted += len(want)
    return right / given_, right / wanted


def test_the_tables_are_as_large_as_promised() -> None:
    """150 sentences that attribute and 60 that do not, a third of them held out."""
    tuned, held = len(_rows("attributions.txt")), len(_rows("attributions_held_out.txt"))
    assert tuned + held >= 150
    assert held >= 50
    assert len(_rows("attribution_distractors.txt")) + len(_rows("attribution_distractors_held_out.txt")) >= 60


@pytest.mark.parametrize(
    "third",
    ["", "_held_out", "_second", "_third", "_fourth", "_fifth", "_sixth", "_seventh", "_eighth", "_ninth", "_tenth"],
)
@pytest.mark.parametrize("field", list(_FIELDS))
def test_speakers_are_found_and_nothing_else(third: str, field: str) -> None:
    """Precision and recall of every field, over sentences that attribute and sentences that do not."""
    names = (f"attributions{third}.txt", f"attribution_distractors{third}.txt")
    precision, recall = _figures(names, _FIELDS[field])
    assert precision >= 0.95, (field, precision)
    assert recall >= 0.90, (field, recall)


@pytest.mark.parametrize(
    "text", [row[0] for third in ("", "_held_out") for row in _rows(f"attribution_distractors{third}.txt")]
)
def test_a_look_alike_attributes_nothing(text: str) -> None:
    """Things said to be, sources of income, plans, orders, pronouns."""
    assert _read(text) == ()


@pytest.mark.parametrize("text", [row[0] for third in ("", "_held_out") for row in _rows(f"attributions{third}.txt")])
def test_every_value_stands_in_the_slice(text: str) -> None:
    """Speaker, place, verb and outlet occur in the slice of the span; spans do not overlap."""
    last = 0
    for found in _read(text):
        whole = found.span.of(text)
        assert all(value in whole for value in (found.speaker, found.place, found.verb, found.outlet) if value)
        assert found.when is None or found.when.span.of(text) == found.when.raw
        assert found.span.start >= last
        last = found.span.end


def test_a_time_is_placed_by_the_day_of_publication() -> None:
    """A weekday is the latest before that day; without such a day it has no bounds."""
    text = "A source in Hyesan told Daily NK on Monday that it rained."
    layout, span = lay_out(text), Span(0, len(text))
    (without,) = attributions(layout, [span], _CONTEXT)
    assert (without.when.raw, without.when.earliest, without.when.basis) == ("on Monday", None, "stated")
    (placed,) = attributions(layout, [span], nkdocs.ParseContext(captured=date(2014, 6, 4)))
    assert (placed.when.earliest, placed.when.basis, placed.when.precision) == (date(2014, 6, 2), "resolved", "weekday")


@pytest.mark.parametrize("gap", ["\n", "\r\n", "  ", "\xa0"])
def test_a_hard_wrap_hides_nothing(gap: str) -> None:
    """A line may end inside a phrase; what is given is one line, its span the text as it is."""
    text = "A source in Yanggang Province told Daily NK on Monday that it rained.".replace(" ", gap)
    (found,) = _read(text)
    assert (found.speaker, found.place) == ("A source in Yanggang Province", "Yanggang Province")
    assert (found.outlet, found.verb) == ("Daily NK", "told")
    assert found.span.start == 0


def test_a_source_that_can_be_but_one_refers_back() -> None:
    """The note names the speaker who was introduced before; the speaker stays as written."""
    text = "A source in Hyesan said it rained. The source added that it snowed. “Hail too,” the source said."
    found = _read(text)
    assert [item.speaker for item in found] == ["A source in Hyesan", "The source", "the source"]
    notes = references(found)
    assert [(note.code, note.span, note.detail) for note in notes] == [
        ("speaker-refers-back", item.span, "A source in Hyesan") for item in found[1:]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The source said it rained.",
        "A source in Hyesan said it rained. A source in Wonsan said it snowed. The source added that it hailed.",
        "A source in Hyesan said it rained. The official said it snowed.",
    ],
)
def test_a_source_without_or_with_two_before_it_refers_to_nobody(text: str) -> None:
    """Nobody can tell which one is meant."""
    assert references(_read(text)) == ()


def test_a_korean_source_refers_back_too() -> None:
    """이 소식통 and 소식통 stand for the one who was introduced."""
    text = "양강도 소식통은 “눈이 왔다”고 말했다. 이 소식통은 “비도 왔다”고 전했다."
    assert [note.detail for note in references(_read(text))] == ["양강도 소식통"]


def _documents() -> Iterator[str]:
    yield "said " * 2_000
    yield "“" * 5_000
    yield "고 말했다. " * 1_000
    yield "“가”고 말했다" * 1_000
    yield "と語った。" * 1_000
    yield "据，表示，" * 1_000


@pytest.mark.parametrize("text", list(_documents()))
def test_long_rows_of_cues_attribute_nothing(text: str) -> None:
    """Verbs without subjects tell of nobody."""
    assert _read(text) == ()


_PIECES = st.lists(
    st.sampled_from(
        ["said", "told", "according to", "the source", "A source in Hyesan", ",", ".", "“", "”", "who", "Kim Chol",
         "Daily NK", "on Monday", "\n", "말했다.", "고 ", "소식통은",
         "と語った。", "关系", "表示，", "据", "by", "as", "quoted", "added that", "ed", "따르면", "에 ",
         "양강도", "「", "」"]
    ),
    max_size=40,
)  # fmt: skip


@given(_PIECES)
def test_whatever_the_words_values_stand_in_their_slices(pieces: list[str]) -> None:
    """No order of cues breaks a span or invents a word."""
    text = " ".join(pieces)
    last = 0
    for found in _read(text):
        whole = " ".join(found.span.of(text).split())
        assert all(value in whole for value in (found.speaker, found.place, found.verb, found.outlet) if value)
        assert last <= found.span.start < found.span.end <= len(text)
        last = found.span.end
