"""Write the table in ``docs/reference/outlets.md`` from what the parsers declare: ``python docs/rows.py``."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from nkdocs import OutletRules, ParserInfo, Registry

PAGE: Final = Path(__file__).parent / "reference" / "outlets.md"
BEGIN: Final = "<!-- written by docs/rows.py -->\n"
END: Final = "<!-- end -->\n"
HEAD: Final = "| id | at home on | version | sets besides |\n|---|---|---|---|\n"
# What almost every parser sets, said once above the table.
COMMON: Final = frozenset(
    {"outlet", "language", "headline", "kicker", "bylines", "published", "paragraphs", "captions"}
)


def table() -> str:
    """The rows of all built-in parsers, in the order of their ids."""
    parsers = Registry(entry_points=False).parsers
    return HEAD + "".join(row(parsers[name]) for name in sorted(parsers))


def row(info: ParserInfo | OutletRules) -> str:
    """What one parser declares."""
    besides = coded(info.produces - COMMON)
    without = coded(COMMON - info.produces)
    cells = (
        f"`{info.id}`",
        coded(info.hosts),
        info.version,
        "; ".join(filter(None, (besides, without and f"never {without}"))),
    )
    return f"| {' | '.join(cells)} |\n"


def coded(names: Iterable[str]) -> str:
    """Names in a fixed order, as code."""
    return ", ".join(f"`{name}`" for name in sorted(names))


def renewed(page: str) -> str:
    """The page with the table of today's declarations."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
