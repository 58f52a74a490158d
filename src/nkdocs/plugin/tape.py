"""A stream with a buffer, which knows where it is: for containers whose parts are counted byte by byte."""

import io
from typing import BinaryIO, Final

__all__ = ["Tape"]

_CHUNK: Final = 1 << 16


class Tape:
    """A stream read forwards; ``position`` is the number of bytes passed.

    >>> tape = Tape(io.BytesIO(b"a line"))
    >>> tape.peek(1), tape.take(2), tape.position
    (b'a', b'a ', 2)
    """

    def __init__(self, source: BinaryIO | io.RawIOBase) -> None:
        self.position: int = 0
        self._source = source
        self._buffer = b""
        self._at = 0

    def at_end(self) -> bool:
        """Whether nothing is left."""
        return self._at >= len(self._buffer) and not self._more()

    def peek(self, length: int) -> bytes:
        """The next bytes, fewer at the end, without passing them."""
        while len(self._buffer) - self._at < length and self._more():
            pass
        return self._buffer[self._at : self._at + length]

    def chunk(self) -> bytes:
        """As many of the next bytes as are at hand, without passing them; empty at the end."""
        return b"" if self.at_end() else self._buffer[self._at :]

    def advance(self, step: int) -> None:
        """Pass over bytes that were seen."""
        self._at += step
        self.position += step

    def take(self, length: int) -> bytes:
        """The next bytes, fewer at the end."""
        pieces: list[bytes] = []
        while length > 0 and not self.at_end():
            piece = self._buffer[self._at : self._at + length]
            self.advance(len(piece))
            pieces.append(piece)
            length -= len(piece)
        return b"".join(pieces)

    def skip(self, length: int) -> int:
        """Pass over the next bytes; how many were missing."""
        while length > 0 and not self.at_end():
            step = min(length, len(self._buffer) - self._at)
            self.advance(step)
            length -= step
        return length

    def to(self, mark: bytes) -> bool:
        """Pass over everything before a mark; False, at the end, if it does not come."""
        while (found := self._buffer.find(mark, self._at)) < 0:
            self.advance(max(0, len(self._buffer) - self._at - len(mark) + 1))
            if not self._more():
                self.advance(len(self._buffer) - self._at)
                return False
        self.advance(found - self._at)
        return True

    def past(self, marks: tuple[bytes, ...], limit: int) -> bytes | None:
        """What comes up to the end of the first of some marks; None, with nothing passed, if that is too far."""
        longest = max(map(len, marks))
        searched = 0
        while True:
            ends = [end + len(mark) for mark in marks if (end := self._buffer.find(mark, self._at + searched)) >= 0]
            if ends:
                return self.take(min(ends) - self._at)
            searched = max(0, len(self._buffer) - self._at - longest + 1)
            if searched > limit or not self._more():
                return None

    def _more(self) -> bool:
        """Read on; False at the end."""
        piece = self._source.read(_CHUNK)
        if not piece:
            return False
        self._buffer = self._buffer[self._at :] + piece
        self._at = 0
        self._arrived(piece)
        return True

    def _arrived(self, piece: bytes) -> None:
        """For those who want to know of each piece that is read."""
