"""When articles were published, as bars; the numbers behind them as a table."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from nkdocs.report.markup import element, section, table
from nkdocs.report.tally import Tally
from nkdocs.text.dates.extent import Parts, iso

__all__ = ["timeline"]

_MONTHS: Final = 60  # more than these are shown as years
_YEARS: Final = 200  # and where more lie between the first and the last, only those with articles
_WIDTH, _HEIGHT, _LEFT, _LINE = 720, 160, 44, 18
_YEAR_MONTHS: Final = 12


def timeline(tally: Tally) -> str:
    """Articles a month, or a year where the corpus is of many; where only a year is known they are in the table."""
    if not tally.articles:
        return ""
    bars = _bars(tally.months)
    known = sum(tally.months.values())
    told = [f"Of {known} of {tally.articles} articles the month or year of publication is known."]
    if bars and len(bars[0][0]) > 1 and (vague := sum(n for key, n in tally.months.items() if len(key) == 1)):
        told.append(f"Of {vague} only the year is known: they are in the table.")
    rows = ([iso(key), str(count)] for key, count in sorted(tally.months.items()))
    numbers = f"<details><summary>Numbers</summary>\n{table(['published', 'articles'], rows)}</details>\n"
    return section("time", "Time", element("p", " ".join(told)), _chart(bars) if bars else "", numbers if known else "")


def _bars(months: "Counter[Parts]") -> list[tuple[Parts, int]]:
    """Every month from the first to the last, or every year, with its articles."""
    fine = sorted(key for key in months if len(key) > 1)
    if fine and _ordinal(fine[-1]) - _ordinal(fine[0]) < _MONTHS:
        between = range(_ordinal(fine[0]), _ordinal(fine[-1]) + 1)
        keys: list[Parts] = [(at // _YEAR_MONTHS, at % _YEAR_MONTHS + 1) for at in between]
        return [(key, months[key]) for key in keys]
    years: Counter[int] = Counter()
    for key, count in months.items():
        years[key[0]] += count
    sparse = not years or max(years) - min(years) >= _YEARS
    shown = sorted(years)[-_YEARS:] if sparse else range(min(years), max(years) + 1)
    return [((year,), years[year]) for year in shown]


def _ordinal(month: Parts) -> int:
    return month[0] * _YEAR_MONTHS + month[1] - 1


def _chart(bars: list[tuple[Parts, int]]) -> str:
    most = max(count for _, count in bars)
    label = f"Articles published from {iso(bars[0][0])} to {iso(bars[-1][0])}, at most {most} at a time"
    inside = "".join([*_axis(bars, most), *_rectangles(bars, most)])
    size = f"0 0 {_WIDTH + _LEFT} {_HEIGHT + 2 * _LINE}"
    return element("svg", inside, viewBox=size, role="img", aria_label=label) + "\n"


def _axis(bars: list[tuple[Parts, int]], most: int) -> Iterator[str]:
    yield element("text", str(most), x=_LEFT - 6, y=_LINE, text_anchor="end")
    yield element("text", "0", x=_LEFT - 6, y=_LINE + _HEIGHT, text_anchor="end")
    yield element("text", iso(bars[0][0]), x=_LEFT, y=_HEIGHT + 2 * _LINE - 2)
    if len(bars) > 1:
        last = iso(bars[-1][0])
        yield element("text", last, x=_LEFT + _WIDTH, y=_HEIGHT + 2 * _LINE - 2, text_anchor="end")


def _rectangles(bars: list[tuple[Parts, int]], most: int) -> Iterator[str]:
    step = _WIDTH / len(bars)
    for place, (key, count) in enumerate(bars):
        height = round(_HEIGHT * count / most, 1)
        title = element("title", f"{iso(key)}: {count}")
        yield element(
            "rect",
            title,
            x=round(_LEFT + place * step, 1),
            y=round(_LINE + _HEIGHT - height, 1),
            width=round(max(step - 1, step / 2), 1),
            height=height,
        )
