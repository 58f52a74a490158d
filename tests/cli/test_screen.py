import io

import pytest

from nkdocs.cli.screen import Output, json_visible, say, visible

HOSTILE = "\x00\x07\x1b[2J\x7f\x85\x9b31m\u061c\u200e\u200f\u202a\u202e\u2066\u2069\ud800\r"


@pytest.mark.parametrize("character", HOSTILE.replace("[2J", "").replace("31m", ""))
def test_a_terminal_is_shown_what_it_would_obey(character):
    """Controls and marks of direction become their escapes, in text and in JSON."""
    assert visible(character) in {f"\\x{ord(character):02x}", f"\\u{ord(character):04x}"}
    assert json_visible(character) == f"\\u{ord(character):04x}"


def test_ordinary_text_stays():
    """Newlines, tabs, Korean and what lies beyond the basic plane are for reading."""
    text = "평양, rice\n\tprices \u200d \U0001f33e"
    assert visible(text) == json_visible(text) == text


def test_a_message_is_one_line(capsys):
    """A file name with a newline in it cannot write a line of its own."""
    say("a\nTraceback: b\u2028\x1b[0m")
    assert capsys.readouterr().err == "nkdocs: a\\nTraceback: b\\u2028\\x1b[0m\n"


def test_output_to_a_file_is_as_it_is():
    """What is no terminal gets every byte as it was."""
    target = io.BytesIO()
    Output(target, terminal=False).write(HOSTILE.encode(errors="replace"))
    assert target.getvalue() == HOSTILE.encode(errors="replace")


def test_output_to_a_terminal_is_visible_whatever_the_pieces():
    """A character cut in two by the writer is still seen as one."""
    target = io.BytesIO()
    output = Output(target, terminal=True)
    for byte in "\u202e평".encode():
        output.write(bytes([byte]))
    assert target.getvalue() == "\\u202e평".encode()


def test_output_is_written_whole_to_a_stream_that_takes_parts():
    """An unbuffered standard output may take only some of what it is given."""

    class Narrow(io.BytesIO):
        def write(self, data) -> int:
            return super().write(data[:3])

    target = Narrow()
    Output(target, terminal=False).write(b"0123456789")
    assert target.getvalue() == b"0123456789"


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour_is_for_terminals_that_want_it(monkeypatch, environment, coloured):
    """NO_COLOR and a terminal that knows none turn colours off; a file never gets any."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    target = io.BytesIO()
    Output(target, terminal=True).line("one\ntwo", "red")
    assert (b"\x1b[31mtwo\x1b[0m" in target.getvalue()) == coloured
    assert not Output(target, terminal=False).colour
