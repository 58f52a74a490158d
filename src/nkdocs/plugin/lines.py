"""A stream line by line, none of them longer than the memory allows."""

import io
from collections.abc import Iterator
from typing import Final, NamedTuple

__all__ = ["Line", "lines"]

_CHUNK: Final = 1 << 16


class Line(NamedTuple):
    """One line: its number from 1, its byte offset, its bytes (None: too many), whether a newline ended it."""

    number: int
    offset: int
    content: bytes | None
    ended: bool


def lines(source: io.RawIOBase, limit: int) -> Iterator[Line]:
    r"""The lines of a stream, which end in ``\n``; of one longer than the limit the bytes are passed over.

    >>> [line.content for line in lines(io.BytesIO(b"one\n\ntwo"), 100)]
    [b'one', b'', b'two']
    """
    number, offset, size = 1, 0, 0
    pieces: list[bytes] = []
    while piece := source.read(_CHUNK):
        *ended, rest = piece.split(b"\n")
        for part in ended:
            size += len(part)
            yield Line(number, offset, b"".join((*pieces, part)) if size <= limit else None, ended=True)
            number, offset, size, pieces = number + 1, offset + size + 1, 0, []
        size += len(rest)
        pieces = [*pieces, rest] if size <= limit else []
    if size:
        yield Line(number, offset, b"".join(pieces) if size <= limit else None, ended=False)
