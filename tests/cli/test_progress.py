import io
import sys

import pytest

from nkdocs.cli import progress as room
from nkdocs.cli.progress import Progress, duration, progress
from nkdocs.cli.screen import say, show_status
from nkdocs.pipeline.extent import Extent
from nkdocs.pipeline.journal import Done

DONE = Done(told={})


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        """Always."""
        return True


class Half(Extent):
    """Half of everything is read."""

    total, read = 100, 50


@pytest.fixture
def terminal(monkeypatch):
    """A function that makes standard error a terminal: pytest takes it back when a test begins."""

    def made():
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        return screen

    return made


@pytest.fixture
def clock(monkeypatch):
    """A clock that each look moves on by ten seconds."""
    times = iter(range(0, 10_000, 10))
    monkeypatch.setattr(room, "monotonic", lambda: float(next(times)))


@pytest.mark.usefixtures("clock")
def test_the_line_tells_how_many_how_fast_and_how_long_still(terminal):
    """Half was read in twenty seconds, so twenty are left."""
    screen = terminal()
    with progress(Half(), to_stdout=False) as followed:
        followed(DONE)
        followed(DONE)
    shown = [each.strip() for each in screen.getvalue().split("\r")]
    assert shown == ["", "1 document, 0/s, 50 %, 0:10 left", "2 documents, 0/s, 50 %, 0:20 left", "", ""]


@pytest.mark.usefixtures("clock")
def test_what_was_taken_over_is_not_counted_as_fast(terminal):
    """The rate is that of the documents that were parsed, the bytes those that were read for them."""
    screen = terminal()
    made = Progress(Half())
    for _ in range(5):
        made.seen(Done(told={}, before=True))
    made.seen(DONE)
    assert screen.getvalue().rsplit("\r", 1)[1].strip() == "6 documents, 0/s, 50 %"
    show_status("")


def test_a_message_takes_the_place_of_the_line(terminal):
    """It is whole, and the line is gone."""
    screen = terminal()
    show_status("7 documents")
    say("a.txt: bad-line")
    assert screen.getvalue() == f"\r7 documents\r{' ' * 11}\rnkdocs: a.txt: bad-line\n"


def test_without_a_terminal_there_is_no_line(monkeypatch):
    """Nor with one that records go to."""
    quiet = io.StringIO()
    monkeypatch.setattr(sys, "stderr", quiet)
    with progress(Half(), to_stdout=False) as followed:
        followed(DONE)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys, "__stdout__", Terminal())
    with progress(Half(), to_stdout=True) as followed:
        followed(DONE)
    assert quiet.getvalue() == terminal.getvalue() == ""


@pytest.mark.parametrize(("seconds", "words"), [(0, "0:00"), (59.9, "0:59"), (60, "1:00"), (3600, "1:00:00")])
def test_durations_are_as_people_read_them(seconds, words):
    """Hours only where there are any."""
    assert duration(seconds) == words
