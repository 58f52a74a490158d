"""The members of a zip archive, one after the other as they stand in it: from a pipe too, and from one that is cut."""

import io
import zlib
from collections.abc import Iterator
from struct import Struct
from typing import BinaryIO, Final, cast

import attrs

from nkdocs.plugin.protocols import ReadIssue
from nkdocs.plugin.streams import Damaged
from nkdocs.plugin.tape import Tape
from nkdocs.text.tidy import storable

__all__ = ["Member", "members"]

_LOCAL: Final = b"PK\x03\x04"
_DESCRIPTOR: Final = b"PK\x07\x08"
_DIRECTORY: Final = (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x08")
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_HEAD: Final = Struct("<4sHHHHHIIIHH")
_ENCRYPTED, _SIZES_FOLLOW, _UTF8 = 1, 8, 0x800
_STORED, _DEFLATED = 0, 8
_ZIP64: Final = 1
_IN_EXTRA: Final = 0xFFFFFFFF
# A descriptor has four bytes of mark or none, a checksum, and two sizes of four or eight bytes.
_DESCRIPTOR_SIZES: Final = (16, 24, 12, 20)
_MARKED: Final = (16, 24)
_CHUNK: Final = 1 << 16
_CUT_INSIDE: Final = ("truncated-container", "the archive ends inside this member")


@attrs.frozen(slots=True)
class Member:
    """One file of an archive: its name (a label, no path), the byte its head begins at, and what it holds.

    ``stream`` raises ``Damaged`` where it cannot go on. It can be read until the next member is asked for.
    """

    name: str
    offset: int
    stream: BinaryIO


@attrs.frozen(slots=True)
class _Head:
    flags: int
    method: int
    checksum: int
    size: int | None
    name: str


def members(stream: BinaryIO) -> Iterator[Member | ReadIssue]:
    """The files of an archive in the order in which they stand in it, and an issue for each that cannot be read.

    An archive that ends before its own end gives one ``truncated-container``, unless reading a member raised it.
    """
    tape = Tape(stream)
    while (mark := tape.peek(len(_LOCAL))) not in _DIRECTORY:
        offset = tape.position
        head = _head(tape) if mark == _LOCAL else None
        if head is None:
            issue = _misplaced(tape, mark, offset)
            yield issue
            if issue.code == "truncated-container" or tape.at_end():
                return
            continue
        opened = _Opened(tape, head, offset)
        if opened.fault is None and not head.name.endswith("/"):
            yield Member(head.name, offset, cast("BinaryIO", opened))
        opened.finish()
        if opened.fault is not None and not opened.told:
            yield opened.fault
        if opened.cut:
            return
    if not tape.to(_END) or len(tape.peek(_END_SIZE)) < _END_SIZE:
        yield _cut(tape.position)


def _cut(offset: int) -> ReadIssue:
    return ReadIssue("truncated-container", offset, f"byte {offset}: the archive ends before its end mark")


def _misplaced(tape: Tape, mark: bytes, offset: int) -> ReadIssue:
    """What stands where a member should begin: one that is cut, or something else up to the next member."""
    if any(known.startswith(mark) for known in (_LOCAL, *_DIRECTORY)):
        return _cut(offset)
    tape.advance(1)
    tape.to(_LOCAL)
    if offset and tape.at_end():
        return _cut(offset)
    return ReadIssue("bad-record", offset, f"byte {offset}: no member of a zip archive begins here")


def _head(tape: Tape) -> _Head | None:
    """What a member says of itself, passed over; None if it is cut."""
    fixed = tape.take(_HEAD.size)
    if len(fixed) < _HEAD.size:
        return None
    _, _, flags, method, _, _, checksum, size, _, name_size, extra_size = _HEAD.unpack(fixed)
    name, extra = tape.take(name_size), tape.take(extra_size)
    if len(name) + len(extra) < name_size + extra_size:
        return None
    if size == _IN_EXTRA:
        size = _long_size(extra)
    unknown = flags & _SIZES_FOLLOW and not size
    return _Head(flags, method, checksum, None if unknown else size, _label(name, flags))


def _label(name: bytes, flags: int) -> str:
    try:
        return storable(name.decode())
    except UnicodeDecodeError:
        return storable(name.decode("utf-8" if flags & _UTF8 else "cp437", "replace"))


def _long_size(extra: bytes) -> int | None:
    """The compressed size that a zip64 field has; the other size stands before it."""
    while len(extra) >= 4:  # noqa: PLR2004 - a field's kind and size
        kind, size = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        if kind == _ZIP64 and size >= 16:  # noqa: PLR2004 - two sizes of eight bytes
            return int.from_bytes(extra[12:20], "little")
        extra = extra[4 + size :]
    return None


class _Opened(io.RawIOBase):
    """What a member holds, inflated no further than it is read."""

    def __init__(self, tape: Tape, head: _Head, offset: int) -> None:
        super().__init__()
        self.fault: ReadIssue | None = None
        self.told = False
        self._tape = tape
        self._head = head
        self._offset = offset
        self._left = head.size
        self._checksum = 0
        self._done = False
        self._inflater = zlib.decompressobj(-zlib.MAX_WBITS) if head.method == _DEFLATED else None
        self._refuse()

    @property
    def cut(self) -> bool:
        """Whether the archive ended inside the member."""
        return self.fault is not None and self.fault.code == "truncated-container"

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # what BufferedReader gives
        """Fill the buffer as far as one step goes; 0 at the end.

        Raises:
            Damaged: where the member cannot be read further.
        """
        piece = b""
        while not piece and not self._done and self.fault is None:
            piece = self._step(len(buffer))
        if self.fault is not None:
            self.told = True
            raise Damaged(self.fault)
        buffer[: len(piece)] = piece
        return len(piece)

    def finish(self) -> None:
        """Pass over what was not read; it is not inflated where its size is known."""
        while self._left is None and not self._done and self.fault is None:
            self._step(_CHUNK)
        if not self._done and self._left is not None:
            self._pass_rest()
        elif not self._done and not self.cut:
            self._pass_unknown()

    def _refuse(self) -> None:
        """Say why the member cannot be read at all, if it cannot."""
        if self._head.flags & _ENCRYPTED:
            self._fail("bad-record", "encrypted")
        elif self._head.method not in {_STORED, _DEFLATED}:
            self._fail("bad-record", f"compression method {self._head.method} is not known")
        elif self._head.size is None and self._inflater is None:
            self._fail("bad-record", "stored without its size")

    def _fail(self, code: str, detail: str) -> None:
        if self.fault is None:
            self.fault = ReadIssue(code, self._offset, f"byte {self._offset}: {self._head.name}: {detail}")

    def _step(self, size: int) -> bytes:
        """The next bytes; empty where a step gives none, at the end, and where the member is damaged."""
        waiting = self._tape.chunk()
        if self._left is not None:
            waiting = waiting[: self._left]
        try:
            piece, used, ended = self._decoded(waiting, size)
        except zlib.error as error:
            self._fail("bad-record", f"damaged data ({error})")
            return b""
        self._tape.advance(used)
        if self._left is not None:
            self._left -= used
        self._checksum = zlib.crc32(piece, self._checksum)
        if ended:
            self._end()
        elif not waiting and not piece:
            self._fail(*(("bad-record", "its data end too early") if self._left == 0 else _CUT_INSIDE))
        return piece

    def _decoded(self, waiting: bytes, size: int) -> tuple[bytes, int, bool]:
        """Some bytes of the member, how many of the archive they took, and whether they are the last."""
        if self._inflater is None:
            piece = waiting[:size]
            return piece, len(piece), self._left == len(piece)
        piece = self._inflater.decompress(waiting, size)
        unused = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail
        return piece, len(waiting) - len(unused), self._inflater.eof

    def _pass_unknown(self) -> None:
        """Pass over data that nobody can read and whose size nobody says, up to what follows them."""
        while self._tape.to(_LOCAL[:2]) and self._tape.peek(len(_LOCAL)) not in (_LOCAL, *_DIRECTORY):
            self._tape.advance(1)

    def _end(self) -> None:
        """The data are read: compare their checksum, which stands before or after them."""
        checksum = self._pass_rest()
        if self.fault is None and checksum != self._checksum:
            self._fail("bad-record", "its checksum does not fit")

    def _pass_rest(self) -> int:
        """Pass over what belongs to the member still; its checksum."""
        self._done = True
        if self._tape.skip(self._left or 0):
            self._fail(*_CUT_INSIDE)
        if not self._head.flags & _SIZES_FOLLOW:
            return self._head.checksum
        follows = self._tape.peek(max(_DESCRIPTOR_SIZES) + len(_LOCAL))
        for size in _DESCRIPTOR_SIZES:
            if follows[size : size + len(_LOCAL)] in (_LOCAL, *_DIRECTORY):
                self._tape.advance(size)
                start = len(_DESCRIPTOR) if size in _MARKED else 0
                return int.from_bytes(follows[start : start + 4], "little")
        whole = len(follows) == max(_DESCRIPTOR_SIZES) + len(_LOCAL)
        self._fail(*(("bad-record", "nothing follows that belongs there") if whole else _CUT_INSIDE))
        return 0
