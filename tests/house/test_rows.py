"""The table of outlets says what the parsers declare."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_table_of_outlets_is_the_declarations():
    """Every built-in parser has its row, as ``python docs/rows.py`` writes it."""
    rows = runpy.run_path(str(DOCS / "rows.py"))
    page = (DOCS / "reference" / "outlets.md").read_text("utf-8")
    assert page == rows["renewed"](page)
    assert page.count("\n| `") > len(rows["Registry"](entry_points=False).parsers)
