"""Streams that remember what was done to them."""

import io
from typing import Final

__all__ = ["Source", "Target"]

_FULL: Final = 28  # ENOSPC


class Target(io.RawIOBase):
    """Where an exporter writes: a pipe or, if ``seekable``, a file; on the write number ``fatal`` the disk is full.

    >>> target = Target()
    >>> target.write(b"a line"), target.seekable(), target.content
    (6, False, b'a line')

    Args:
        seekable: whether it can be written at any place.
        fatal: the number, from 1, of the write that fails.
        kept: whether to keep what is written; else only its length counts.
    """

    def __init__(self, *, seekable: bool = False, fatal: int | None = None, kept: bool = True) -> None:
        super().__init__()
        self.writes: int = 0
        self.after_failure: int = 0
        self._seekable, self._fatal, self._kept = seekable, fatal, kept
        self._bytes = bytearray()
        self._place = 0

    @property
    def content(self) -> bytes:
        """What was written, even if it was closed since."""
        return bytes(self._bytes)

    @property
    def failed(self) -> bool:
        """Whether the disk was full."""
        return self._fatal is not None and self.writes >= self._fatal

    def writable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Only a file is."""
        return self._seekable

    def write(self, piece: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]  # as raw streams do
        """Take bytes, or fail."""
        self._check()
        if self.failed:
            self.after_failure += 1
        self.writes += 1
        if self.failed:
            raise OSError(_FULL, "No space left on device")
        taken = bytes(piece)
        if self._kept:
            self._bytes.extend(bytes(max(0, self._place - len(self._bytes))))
            self._bytes[self._place : self._place + len(taken)] = taken
        self._place += len(taken)
        return len(taken)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, where that is possible."""
        self._check(seeking=True)
        self._place = max(0, offset + (0, self._place, len(self._bytes))[whence])
        return self._place

    def tell(self) -> int:
        """The place."""
        self._check(seeking=True)
        return self._place

    def truncate(self, size: int | None = None) -> int:
        """Cut what was written."""
        self._check(seeking=True)
        kept = self._place if size is None else size
        del self._bytes[kept:]
        return kept

    def _check(self, *, seeking: bool = False) -> None:
        if self.closed:
            raise ValueError("the target is closed")
        if seeking and not self._seekable:
            raise io.UnsupportedOperation("the target is a pipe: it cannot seek")


class Source(io.RawIOBase):
    """What a reader reads from; ``taken`` counts the bytes it took.

    >>> source = Source(b"a line", seekable=False)
    >>> source.read(2), source.taken, source.seekable()
    (b'a ', 2, False)

    Args:
        content: all bytes.
        seekable: whether it is a file, or a pipe, which gives at most ``piece`` bytes at once.
        piece: how much a pipe gives.
    """

    def __init__(self, content: bytes, *, seekable: bool = True, piece: int = 4096) -> None:
        super().__init__()
        self.taken: int = 0
        self._inner = io.BytesIO(content)
        self._seekable, self._piece = seekable, piece

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Only a file is."""
        return self._seekable

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # what BufferedReader gives
        """Give what fits."""
        most = len(buffer) if self._seekable else min(len(buffer), self._piece)
        piece = self._inner.read(most)
        buffer[: len(piece)] = piece
        self.taken += len(piece)
        return len(piece)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place, where that is possible."""
        self._check()
        return self._inner.seek(offset, whence)

    def tell(self) -> int:
        """The place."""
        self._check()
        return self._inner.tell()

    def _check(self) -> None:
        if not self._seekable:
            raise io.UnsupportedOperation("the stream is a pipe: it cannot seek")
