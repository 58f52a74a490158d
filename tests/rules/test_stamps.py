"""Lines that say when a report was written and changed."""

import pytest

from nkdocs.layout.context import ParseContext
from nkdocs.layout.opening import lay_out
from nkdocs.rules.sheet import Sheet
from nkdocs.rules.stamps import stamps, take_stamps
from nkdocs.text.dates.zones import KST


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Written: 2013-05-19 19:43:55Updated: 2013-05-19 20:03:50", "19T19:43:55", "19T20:03:50"),
        ("Published : May 19, 2013 - 15:30", "19T15:30", None),
        ("Updated: May 19, 2013", None, "19"),
        ("All Headlines 10:53 May 19, 2013", "19T10:53", None),
        ("송고시간2013-05-19 14:33", "19T14:33", None),
        ("2013/05/19 14:33 송고", "19T14:33", None),
        ("입력 2013.05.19 14:33 | 수정 2013.05.19 15:00", "19T14:33", "19T15:00"),
        ("5월 19, 2013", "19", None),
        ("Posted : 2013-05-19 16:59 Updated : 2013-05-19 18:39", "19T16:59", "19T18:39"),
    ],
)
def test_a_line_of_times_gives_both(line: str, published: str | None, updated: str | None):
    """Words tell which is which; a time that nothing names is that of publication."""
    sheet = sheet_of(f"{line}\n\nApples were sold.")
    assert take_stamps(sheet, KST)
    found = [
        when and when.edtf.removeprefix("2013-05-").removesuffix("+09:00") for when in (sheet.published, sheet.updated)
    ]
    assert found == [published, updated]


@pytest.mark.parametrize(
    "line", ["Updated: prices of 2013-05-19", "In 2013 apples were sold.", "Written by Han Sol", "2013", "10:53"]
)
def test_a_line_with_anything_else_is_none(line: str):
    """The whole line must be times and the words for them."""
    assert stamps(line) == ()


def test_a_label_may_stand_above_its_time():
    """The label and the time are two lines."""
    sheet = sheet_of("Updated\n\nMay 19, 2013\n\nApples were sold.")
    assert take_stamps(sheet, KST)
    assert sheet.updated is not None
    assert [block.text for block in sheet.blocks] == ["Apples were sold."]


def test_a_bare_day_may_be_that_of_the_visit():
    """Above the title a day without word or clock is set aside."""
    sheet = sheet_of("May 19, 2013\n\nApples were sold.")
    assert take_stamps(sheet, KST, bare=False)
    assert sheet.published is None


def sheet_of(text: str) -> Sheet:
    """A fresh sheet over a text."""
    return Sheet.of(lay_out(text), ParseContext())
