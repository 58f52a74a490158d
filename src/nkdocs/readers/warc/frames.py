"""Where the records of a WARC file begin and end, counted byte by byte: its libraries pass over a cut in silence."""

import io
import re
from collections.abc import Iterator
from typing import Final

import attrs

from nkdocs.plugin import ReadIssue
from nkdocs.plugin.streams import Inflated
from nkdocs.plugin.tape import Tape

__all__ = ["Frame", "frames"]

_LONGEST_HEAD: Final = 1 << 20
_VERSION: Final = b"WARC/"
_HEAD_ENDS: Final = (b"\n\r\n", b"\n\n")
_LENGTH: Final = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_TYPE: Final = re.compile(rb"^warc-type[ \t]*:[ \t]*(\w+)", re.IGNORECASE | re.MULTILINE)
_HOLDING: Final = frozenset({b"response", b"resource", b"conversion"})  # the records that can be documents
_RECORD_ENDS: Final = (b"\r\n\r\n", b"\n\n")


@attrs.frozen(slots=True)
class Frame:
    """One record that can be a document: where it begins, its head with the blank line, its block (None: too long)."""

    offset: int
    head: bytes
    block: bytes | None


def frames(source: io.RawIOBase, limit: int) -> Iterator[Frame | ReadIssue]:
    r"""The records that can be documents, in order; what is damaged is passed over up to the next record.

    A file that ends inside a record gives one ``truncated-container`` at the end.

    >>> head = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 4\r\n\r\n"
    >>> [frame.block for frame in frames(io.BytesIO(head + b"Rice\r\n\r\n"), 100)]
    [b'Rice']
    """
    tape = _Tape(source)
    tape.line_ends()
    while not tape.at_end():
        offset = tape.offset
        head = tape.head()
        told = _LENGTH.search(head) if head else None
        if head is None or told is None:
            issue = _misplaced(tape, offset, head)
            yield issue
            if issue.code == "truncated-container":
                return
            continue
        length = int(told[1])
        kind = _TYPE.search(head)
        if kind is not None and kind[1].lower() in _HOLDING:
            block = tape.take(length) if length <= limit else None
            if block is None:
                tape.skip(length)
            if block is None or len(block) == length:
                yield Frame(offset, head, block)
        else:
            tape.skip(length)
        if not tape.line_ends().startswith(_RECORD_ENDS) and tape.at_end():
            yield _cut(offset)
            return


def _misplaced(tape: "_Tape", offset: int, head: bytes | None) -> ReadIssue:
    """What stands where a record should begin: one that is cut, or something else up to the next record."""
    if head is None and tape.at_end():
        return _cut(offset)
    if head is not None:
        tape.line_ends()
    if head is None or tape.peek(len(_VERSION)) != _VERSION:  # a head alone: the next record begins behind it
        tape.to_next_record()
    what = "no WARC record begins here" if head is None else "a WARC record without its length"
    return ReadIssue("bad-record", offset, f"byte {offset}: {what}")


def _cut(offset: int) -> ReadIssue:
    return ReadIssue("truncated-container", offset, f"byte {offset}: the file ends inside the record that begins here")


class _Tape(Tape):
    """The stream of a WARC file, which also knows where in the file a gzip member begins."""

    def __init__(self, source: io.RawIOBase) -> None:
        super().__init__(source)
        self._inflated = source if isinstance(source, Inflated) else None
        # Where gzip members begin: in the inflated stream, and in the file.
        self._members: list[tuple[int, int]] = []
        self._read = 0

    @property
    def offset(self) -> int:
        """The byte we are at: of the file, where a gzip member begins here, else of the inflated stream."""
        while len(self._members) > 1 and self._members[1][0] <= self.position:
            self._members.pop(0)
        if self._members and self._members[0][0] == self.position:
            return self._members[0][1]
        return self.position

    def head(self) -> bytes | None:
        """The head of a record with its blank line; None if none begins here, or it has no end."""
        start = self.peek(len(_VERSION))
        if start != _VERSION:
            if _VERSION.startswith(start):  # the stream ends here
                self.advance(len(start))
            return None
        head = self.past(_HEAD_ENDS, _LONGEST_HEAD)
        if head is None and len(self.peek(_LONGEST_HEAD)) < _LONGEST_HEAD:
            self.skip(_LONGEST_HEAD)
        return head

    def line_ends(self) -> bytes:
        """The line ends that follow; of more than a few the first ones."""
        passed = b""
        while (chunk := self.chunk()) and chunk[0] in b"\r\n":
            run = chunk[: len(chunk) - len(chunk.lstrip(b"\r\n"))]
            passed = (passed + run)[: len(_RECORD_ENDS[0])]
            self.advance(len(run))
        return passed

    def to_next_record(self) -> None:
        """Pass over everything up to a line that opens a record."""
        if self.to(b"\n" + _VERSION):
            self.advance(1)

    def _arrived(self, piece: bytes) -> None:
        if self._inflated is not None:
            member = self._inflated.member_start
            if not self._members or self._members[-1][1] != member:
                self._members.append((self._read, member))
        self._read += len(piece)
