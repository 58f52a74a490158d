"""What holds for every phrase, and for every text that is none."""

import os
import subprocess
import sys
from datetime import UTC, datetime

from freezegun import freeze_time
from hypothesis import given
from hypothesis import strategies as st

from nkdocs.text.dates import read, resolve
from nkdocs.text.dates.when import When
from nkdocs.text.span import Span

PIECES = st.sampled_from([
    "January", "May", "Oct.", "Monday", "Mon", "2", "2nd",
    "18", "31", "2014", "1990s", "10:30", "4:05pm", "KST", "+0900",
    "UTC+9", "-", "–", "/", ",", ".", "(", ")", "[", "]",
    "to", "until", "from", "between", "and", "the", "of", "on", "in",
    "at", "last", "next", "this", "week", "month", "year", "yesterday", "early", "mid-", "late", "spring", "winter",
    "Juche", "Juche103", "(2014)", "년", "월", "일", "年", "月",
    "日", "号", "지난", "작년", "오전", "오후", "시", "분", "부터",
    "까지", "~", "昨年", "先月", "上旬", "平成", "２０１４",
    "６", "주체", "초", "말", "요일", "월요일", "T", "Z", ":", "0",
    "99999999999", "\n", "\u3000",
])  # fmt: skip
PHRASES = st.lists(PIECES, max_size=12).flatmap(lambda parts: st.sampled_from(["".join(parts), " ".join(parts)]))
PROGRAM = """
from datetime import date
from nkdocs.text.dates import read_when, resolve
for phrase in ["Oct. 18", "May", "on Monday", "2014", "June 2, 2014 10:00", "지난 5일", "17日", "2011-08-20 16:34 KST"]:
    when = read_when(phrase, None)
    print(ascii(when), ascii(resolve(when, date(2014, 11, 3))))
"""


@given(st.text() | PHRASES)
def test_a_text_gives_a_when_or_nothing(text):
    """Whatever the text, reading gives a ``When`` that says it as written, or nothing, and raises nothing."""
    reading = read(text, Span(0, len(text)))
    if reading is None:
        return
    assert reading.when.span == Span(0, len(text))
    placed = resolve(reading.when, datetime(2014, 11, 3, tzinfo=UTC).date())
    assert isinstance(placed, When)
    assert placed.earliest is None or placed.earliest <= (placed.latest or placed.earliest)


@given(PHRASES)
def test_no_phrase_asks_the_clock(phrase):
    """The same phrase says the same in 1999 and in 2040."""
    with freeze_time("1999-02-28 12:00"):
        before = read(phrase, None)
    with freeze_time("2040-02-29 12:00"):
        assert read(phrase, None) == before


def test_zone_and_locale_of_the_machine_change_nothing():
    """Processes in other zones, locales and hash seeds print the same."""
    settings = (
        {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"},
        {"TZ": "Asia/Seoul", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "POSIX", "PYTHONHASHSEED": "42", "PYTHONTZPATH": ""},
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env={**os.environ, **setting}, capture_output=True, text=True, check=True
        ).stdout
        for setting in settings
    }
    assert len(outputs) == 1


def test_a_long_line_is_no_phrase():
    """A megabyte is refused at sight."""
    assert read("1" * 1_000_000, None) is None
    assert read("May " * 250_000, None) is None
