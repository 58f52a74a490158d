"""How much there is to read, and how much of it was read: in bytes, as the files have them."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import BinaryIO

from nkdocs.pipeline.sources import File

__all__ = ["Extent"]


class Extent:
    """Follows the reading of sources; an estimate, for people who wait.

    >>> Extent().total is None
    True
    """

    def __init__(self) -> None:
        self._files: Callable[[], Iterable[File]] | None = None
        self._total: int | None = None
        self._before = 0
        self._size = 0
        self._stream: BinaryIO | None = None

    def of(self, files: Callable[[], Iterable[File]]) -> None:
        """Take the total from these files, when it is first asked for."""
        self._files = files

    def opened(self, stream: BinaryIO) -> None:
        """Count on with the next file."""
        self._before += self._size
        self._stream = stream
        with suppress(OSError):
            self._size = os.fstat(stream.fileno()).st_size

    @property
    def total(self) -> int | None:
        """All bytes; None where standard input, or another stream without a size, is among the sources."""
        if self._files is not None:
            files, self._files = self._files, None
            sizes = [_size(file) for file in files()]
            known = [size for size in sizes if size is not None]
            self._total = sum(known) if len(known) == len(sizes) else None
        return self._total

    @property
    def read(self) -> int:
        """The bytes read so far."""
        if self._stream is None or self._stream.closed:
            return self._before + self._size
        try:
            return self._before + min(self._stream.tell(), self._size)
        except OSError:
            return self._before


def _size(file: File) -> int | None:
    if file.fault is not None:
        return 0
    if file.path is None:
        return None
    try:
        found = os.stat(file.path)  # noqa: PTH116 - a path may be no UTF-8
    except OSError:
        return 0
    return found.st_size or None
