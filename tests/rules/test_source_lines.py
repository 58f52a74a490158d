"""Lines that say whose report a page holds."""

import pytest

from nkdocs.rules.source_lines import day_in_rodong_url, original_url, source_line


@pytest.mark.parametrize(
    ("line", "day", "source", "outlet"),
    [
        ("Date: 1/6/2023 | Source: Naenara (En) | Read original", "1/6/2023", "Naenara (En)", "naenara"),
        ("Date: 1/6/2023 | Source: KCNA.kp (Kr)", "1/6/2023", "KCNA.kp (Kr)", "kcna"),
        ("Date: 01/06/2023", "01/06/2023", None, None),
        ("Source: Minju Joson", None, "Minju Joson", None),
        ("Read original version at source", None, None, None),
    ],
)  # fmt: skip
def test_each_part_of_the_line_is_read(line: str, day: str | None, source: str | None, outlet: str | None):
    """Together or alone."""
    found = source_line(line)
    assert found is not None
    assert (line[slice(*found.date)] if found.date else None, found.source, found.outlet) == (day, source, outlet)


@pytest.mark.parametrize(
    "line", ["Date: today", "Sources told Daily NK", "Read the letter", "Dated: 01/06/2023", "x" * 400]
)
def test_other_lines_are_none(line: str):
    """A word that opens alike is not enough."""
    assert source_line(line) is None


def test_a_copys_word_on_its_origin_is_found_at_either_end():
    """Far from both ends it is text like any other."""
    line = "Originally posted on: http://www.rodong.rep.kp/en/index.php?MTVA"
    assert original_url(line + " x" * 5000) is not None
    assert original_url("x " * 5000 + line) is not None
    assert original_url("x " * 5000 + line + " x" * 5000) is None


@pytest.mark.parametrize(
    "url", [None, "", "http://www.rodong.rep.kp/en/", "http://x.kp/?%%%%%%%%%%", "http://x.kp/?" + "A" * 300]
)
def test_an_address_without_a_day_gives_none(url: str | None):
    """Whatever stands in its query."""
    assert day_in_rodong_url(url) is None
