"""Streams a reader reads from: replayed, or inflated no further than they are read."""

import io
import zlib
from typing import BinaryIO, Final

from nkdocs.plugin.protocols import ReadIssue

__all__ = ["Damaged", "Inflated", "Replayed", "inflated_head", "read_upto", "uncompressed"]

_GZIP_MAGIC: Final = b"\x1f\x8b"
_GZIP_WINDOW: Final = 31  # zlib's largest window, plus 16 for a gzip header and trailer
_CHUNK: Final = 1 << 16


class Damaged(OSError):  # noqa: N818 - named by what happened, like all that is raised here
    """Raised by a stream inside a container where it cannot go on: what was read before is whole.

    A reader may let it pass: the core tells the issue in its place.

    >>> Damaged(ReadIssue("bad-record", 7, "byte 7: a checksum does not fit")).issue.offset
    7
    """

    def __init__(self, issue: ReadIssue) -> None:
        super().__init__(issue.detail or issue.code)
        self.issue = issue


class Replayed(io.RawIOBase):
    """A stream from its start again, once its first bytes were looked at; what it reads from stays open.

    >>> Replayed(io.BytesIO(b"lo"), b"hel").readall()
    b'hello'
    """

    issue: ReadIssue | None = None

    def __init__(self, source: BinaryIO, head: bytes) -> None:
        super().__init__()
        self._source = source
        self._head = head

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # what BufferedReader gives
        """The first bytes, then the stream's own."""
        piece = self._head[: len(buffer)] or self._source.read(len(buffer)) or b""
        self._head = self._head[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


class Inflated(io.RawIOBase):
    """What a gzip stream holds, all its members; read it in pieces, so that no bomb goes off.

    It ends where the first damage stands: ``issue`` is None after a whole stream, else what went wrong and at
    which byte of the compressed stream. ``member_start`` is the byte at which the member begins that the last piece
    came from. The stream it reads from stays open.

    >>> import gzip
    >>> stream = Inflated(io.BytesIO(gzip.compress(b"a line")[:-4]))
    >>> stream.readall(), stream.issue.code
    (b'a line', 'truncated-container')
    """

    def __init__(self, source: BinaryIO | Replayed) -> None:
        super().__init__()
        self.issue: ReadIssue | None = None
        self.member_start: int = 0
        self._source = source
        self._waiting = b""
        self._taken = 0
        self._inflater = zlib.decompressobj(_GZIP_WINDOW)
        self._ended = False

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # what BufferedReader gives
        """Fill the buffer as far as one step of inflating goes; 0 at the end, or at the first damage."""
        while not self._ended:
            if self._inflater.eof and not self._next_member():
                break
            piece = self._piece(len(buffer))
            if piece:
                buffer[: len(piece)] = piece
                return len(piece)
        return 0

    def _piece(self, size: int) -> bytes:
        compressed = self._waiting or self._more()
        try:
            piece = self._inflater.decompress(compressed, size)
        except zlib.error as error:
            self._end("bad-record", f"damaged gzip stream ({error})")
            return b""
        self._waiting = self._inflater.unconsumed_tail
        if not piece and not compressed and not self._inflater.eof:
            self._end("truncated-container", "the gzip stream ends before its end mark")
        return piece

    def _next_member(self) -> bool:
        """Whether another member follows; padding with zeros, as tapes have it, is none."""
        rest = self._inflater.unused_data.lstrip(b"\0")
        while len(rest) < len(_GZIP_MAGIC) and (more := self._more()):
            rest = (rest + more).lstrip(b"\0")
        self._waiting = rest
        self.member_start = self._taken - len(rest)
        if not rest:
            self._ended = True
        elif not rest.startswith(_GZIP_MAGIC[: len(rest)]):
            self._end("bad-record", "bytes that are no gzip member follow the last one")
        self._inflater = zlib.decompressobj(_GZIP_WINDOW)
        return not self._ended

    def _more(self) -> bytes:
        more = self._source.read(_CHUNK) or b""
        self._taken += len(more)
        return more

    def _end(self, code: str, detail: str) -> None:
        offset = self._taken - len(self._waiting)
        self._ended = True
        self.issue = ReadIssue(code, offset, f"byte {offset}: {detail}")


def uncompressed(stream: BinaryIO, name: str | None = None) -> Inflated | Replayed:
    """The stream, inflated if it is gzip by its first bytes (or is named so and was cut before their end).

    >>> uncompressed(io.BytesIO(b"as it is")).readall()
    b'as it is'
    """
    head = read_upto(stream, len(_GZIP_MAGIC))
    cut = name is not None and name.lower().endswith(".gz") and _GZIP_MAGIC.startswith(head)
    replayed = Replayed(stream, head)
    return Inflated(replayed) if head == _GZIP_MAGIC or cut else replayed


def read_upto(stream: BinaryIO | Replayed | Inflated, limit: int) -> bytes:
    """At most ``limit`` bytes, in pieces: a pipe gives what it has, and an endless stream must not fill the memory.

    >>> read_upto(io.BytesIO(b"hello"), 4)
    b'hell'
    """
    pieces: list[bytes] = []
    while limit > 0 and (piece := stream.read(min(limit, _CHUNK))):
        pieces.append(piece)
        limit -= len(piece)
    return b"".join(pieces)


def inflated_head(head: bytes, size: int) -> bytes:
    """The first bytes of what ``head`` holds compressed; empty if it is no gzip stream.

    >>> import gzip
    >>> inflated_head(gzip.compress(b"WARC/1.0 ..."), 4)
    b'WARC'
    """
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(head, size)
    except zlib.error:
        return b""
