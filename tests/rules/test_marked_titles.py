"""Titles with their day in brackets."""

import pytest

import nkdocs
from nkdocs.rules.marked_titles import marked_day, marked_entries


@pytest.mark.parametrize("mark", ["[Juche113.3.14.]", "[주체113.3.14.]", "[2024.03.14.]", "[2024. 3. 14]"])
def test_the_mark_at_the_end_gives_the_day(mark: str):
    """In Juche or common years."""
    found = marked_day(nkdocs.lay_out(f"Ferry Put into Service {mark}").blocks[0])
    assert found is not None
    assert (found[0], found[1].edtf, found[1].raw.strip("[]")[-1] in ".4") == (23, "2024-03-14", True)


@pytest.mark.parametrize(
    "line", ["Ferry [KCNA]", "Ferry [Juche113.13.40.]", "[Juche113.3.14.] Ferry", "Ferry Juche113.3.14."]
)
def test_other_brackets_are_no_mark(line: str):
    """Nor a day that does not exist, nor one at the beginning."""
    assert marked_day(nkdocs.lay_out(line).blocks[0]) is None


def test_a_mark_on_its_own_line_belongs_to_the_title_above():
    """A mark without a title is no item."""
    blocks = nkdocs.lay_out("[2024.03.13.]\n\nFerry Put into Service\n\n[2024.03.14.]\n\n[2024.03.15.]").blocks
    assert [(one.headline, one.published.edtf) for one in marked_entries(blocks) if one.published] == [
        ("Ferry Put into Service", "2024-03-14")
    ]
