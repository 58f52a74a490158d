"""Menus above an article whose names nobody knows."""

import pytest

import nkdocs
from nkdocs.rules.menus import opens_menu, take_opened_menu
from nkdocs.rules.sheet import Sheet

TITLE = "Boots dry on the fence of the depot"
BODY = "Rain boots have hung on the fence of the depot since the flood of last week."


def left(*lines: str) -> list[str]:
    """What is left of lines once their menu is set aside."""
    sheet = Sheet.of(nkdocs.lay_out("\n\n".join(lines)), nkdocs.ParseContext())
    take_opened_menu(sheet)
    return [block.text for block in sheet.blocks]


@pytest.mark.parametrize("opening", ["Home", "Top News", "홈", "ホーム"])
@pytest.mark.parametrize("position", [0, 1, 2])
def test_short_lines_around_an_opening_are_a_menu(opening: str, position: int):
    """The opening is one of the first three."""
    menu = ["Depots", "Boots and Belts", "Fences"]
    menu.insert(position, opening)
    assert left(*menu, TITLE, BODY) == [TITLE, BODY]


def test_a_short_title_above_the_body_is_no_part_of_the_menu():
    """What stands right above prose is its title."""
    assert left("Home", "Depots", "Fences", "Boots Dry", BODY) == ["Boots Dry", BODY]


@pytest.mark.parametrize(
    "lines",
    [
        ("Depots", "Fences", "Belts", TITLE, BODY),
        ("Home", "Depots", TITLE, BODY),
        ("Home", "May 2, 2014", TITLE, BODY),
        ("Home at last", TITLE, BODY),
    ],
)
def test_without_an_opening_or_with_few_lines_there_is_no_menu(lines: tuple[str, ...]):
    """Every line stays."""
    assert left(*lines) == list(lines)


def test_only_the_first_lines_open_a_menu():
    """Further down a line like that is anything."""
    assert not opens_menu(nkdocs.lay_out(f"{TITLE}\n\n{BODY}\n\n{BODY}\n\nHome").blocks)
