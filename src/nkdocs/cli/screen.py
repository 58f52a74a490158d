"""What reaches the terminal: nothing in it that a terminal would obey but what we put there ourselves."""

import codecs
import os
import re
import sys
from collections.abc import Callable
from typing import Any, BinaryIO, Final

__all__ = [
    "Output",
    "drop_output",
    "json_visible",
    "keep_output",
    "return_output",
    "say",
    "say_lines",
    "show_status",
    "standard_output",
    "visible",
]

# C0 but for newline and tab, DEL, C1, the marks that change the direction of writing, and lone surrogates,
# which stand for bytes of a file name that are no UTF-8.
_OBEYED: Final = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_BREAKS: Final = {"\n": "\\n", "\t": "\\t", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_TWO_DIGITS: Final = 0x100
_COLUMNS: Final = 80


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < _TWO_DIGITS else f"\\u{code:04x}"


def visible(text: str) -> str:
    r"""The text with controls, but newline and tab, and direction marks as visible escapes.

    >>> visible("\x1b[2Jred\u202e")
    '\\x1b[2Jred\\u202e'
    """
    return _OBEYED.sub(_escape, text)


def json_visible(text: str) -> str:
    r"""JSON with the same characters as escapes of JSON, so that it stays the same JSON.

    >>> json_visible('"\x9b"')
    '"\\u009b"'
    """
    return _OBEYED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def say(message: str) -> None:
    """Write one line to standard error, whatever the message holds."""
    line = visible(message)
    for character, escape in _LINE_BREAKS.items():
        line = line.replace(character, escape)
    say_lines(f"nkdocs: {line}")


def say_lines(text: str) -> None:
    """Write lines to standard error, visibly and in UTF-8; where there is none, they are lost."""
    show_status("")
    _write_error(f"{visible(text)}\n")


_STATUS: Final[list[str]] = []


def show_status(text: str) -> None:
    """Write one line over the last one of these on the terminal of standard error; an empty one takes it away.

    Blanks, not escapes: every terminal knows them.
    """
    before = len(_STATUS.pop()) if _STATUS else 0
    if not text and not before:
        return
    text = visible(text)[: _width() - 1]
    _write_error(f"\r{text.ljust(before)}" if text else f"\r{' ' * before}\r")
    if text:
        _STATUS.append(text)


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _COLUMNS
    except (OSError, ValueError, AttributeError):
        return _COLUMNS


def _write_error(data: str) -> None:
    stream = sys.stderr
    if stream is None:
        return
    try:
        binary: BinaryIO | None = getattr(stream, "buffer", None)
        if binary is None:
            stream.write(data)
        else:
            stream.flush()
            binary.write(data.encode())
        stream.flush()
    except (OSError, ValueError):  # closed: nobody listens
        return


class Output:
    """Standard output for bytes: UTF-8 whatever the locale, made visible on a terminal.

    Args:
        target: the binary stream underneath.
        terminal: whether a terminal reads it.
        escape: how text is made visible there.
    """

    def __init__(self, target: BinaryIO, *, terminal: bool, escape: Callable[[str], str] = visible) -> None:
        self.terminal = terminal
        self._target = target
        self._escape = escape
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")

    @property
    def colour(self) -> bool:
        """Whether colours may be used: on a terminal, unless the environment asks for none."""
        return self.terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def write(self, data: bytes) -> int:
        """Write all of it; on a terminal, visibly."""
        self._put(self._escape(self._decoder.decode(data)).encode() if self.terminal else data)
        return len(data)

    def line(self, text: str, colour: str | None = None) -> None:
        """Write one line of text, in a colour where colours are on."""
        shown = self._escape(text) if self.terminal else text
        if self.colour and colour:
            import click  # not at the top: nothing but colours needs it here

            shown = "\n".join(click.style(part, fg=colour) for part in shown.split("\n"))
        self._put(f"{shown}\n".encode(errors="backslashreplace"))

    def seekable(self) -> bool:
        """Never: what was written is gone."""
        return False

    def flush(self) -> None:
        """Hand on what waits."""
        self._target.flush()

    def _put(self, data: bytes) -> None:
        # Unbuffered (python -u) the stream is raw and may take a part only.
        view = memoryview(data)
        while view:
            view = view[self._target.write(view) or 0 :]
        if self.terminal:
            self._target.flush()


_OURS: Final[list[Any]] = []


def keep_output() -> None:
    """From here on standard output is for data alone: what a plugin prints goes to standard error."""
    if not _OURS:
        _OURS.append(sys.stdout)
        sys.stdout = sys.stderr


def return_output() -> None:
    """Let everybody print to standard output again."""
    if _OURS:
        sys.stdout = _OURS.pop()


def standard_output(escape: Callable[[str], str] = visible) -> Output:
    """Standard output as bytes.

    Raises:
        BrokenPipeError: where it was closed before we started.
    """
    stream = _OURS[0] if _OURS else sys.stdout
    if stream is None or stream.closed:
        raise BrokenPipeError
    stream.flush()
    return Output(stream.buffer, terminal=stream.isatty(), escape=escape)


def drop_output() -> None:
    """Give up standard output, so that nothing complains about it on the way out."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):  # no file underneath, or no stream at all
        return
