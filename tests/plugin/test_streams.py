import gzip
import io
import tracemalloc

import pytest

from nkdocs.plugin.streams import Inflated, Replayed, inflated_head, read_upto, uncompressed

TWO_MEMBERS = gzip.compress(b"first, ") + gzip.compress(b"second")


class Trickle(io.RawIOBase):
    """A stream that cannot seek and gives one byte at a time, as a slow pipe does."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer) -> int:
        """One byte at most."""
        piece = self._data.read(1)
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize("make", [io.BytesIO, Trickle])
def test_all_members_are_inflated(make):
    """A gzip file may be several, one after the other; a stream that trickles gives the same."""
    stream = Inflated(make(TWO_MEMBERS))
    assert stream.readall() == b"first, second"
    assert stream.issue is None


def test_every_cut_is_told():
    """A stream cut anywhere but between two members is cut, and says so once."""
    between = len(gzip.compress(b"first, "))
    for cut in range(1, len(TWO_MEMBERS)):
        stream = Inflated(io.BytesIO(TWO_MEMBERS[:cut]))
        assert b"first, second".startswith(stream.readall())
        assert (stream.issue is None) == (cut == between), cut
        assert cut == between or (stream.issue.code, stream.issue.offset) == ("truncated-container", cut)


def test_a_damaged_checksum_is_told():
    """Content that does not fit its checksum is damage."""
    damaged = bytearray(gzip.compress(b"a line"))
    damaged[-8] ^= 1
    stream = Inflated(io.BytesIO(bytes(damaged)))
    stream.readall()
    assert stream.issue.code == "bad-record"


def test_padding_is_no_damage_but_other_bytes_are():
    """Zeros after the end are padding; anything else was meant to be something."""
    padded, trailed = Inflated(io.BytesIO(TWO_MEMBERS + bytes(600))), Inflated(io.BytesIO(TWO_MEMBERS + b"more"))
    assert (padded.readall(), padded.issue) == (b"first, second", None)
    assert (trailed.readall(), trailed.issue.code) == (b"first, second", "bad-record")
    assert trailed.issue.offset == len(TWO_MEMBERS)


def test_a_bomb_is_inflated_no_further_than_it_is_read():
    """Reading a little of a stream that would fill the memory costs a little."""
    bomb = gzip.compress(bytes(64 << 20))
    tracemalloc.start()
    try:
        assert len(read_upto(Inflated(io.BytesIO(bomb)), 1000)) == 1000
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


def test_a_replayed_stream_starts_again():
    """What was looked at comes first, whatever the size of the pieces."""
    assert Replayed(Trickle(b"lo"), b"hel").readall() == b"hello"
    stream = Replayed(io.BytesIO(b"lo"), b"hel")
    assert [stream.read(2), stream.read(2), stream.read(2), stream.read(2)] == [b"he", b"l", b"lo", b""]


def test_a_name_tells_a_cut_gzip_stream_from_a_document():
    """A file named .gz that ends inside gzip's first two bytes is cut; a plain one under that name is plain."""
    for cut in (b"", b"\x1f"):
        stream = uncompressed(io.BytesIO(cut), "a.txt.gz")
        assert stream.readall() == b""
        assert stream.issue.code == "truncated-container"
    assert uncompressed(io.BytesIO(b"plain"), "a.txt.gz").readall() == b"plain"
    assert uncompressed(io.BytesIO(gzip.compress(b"x")), "a.txt").readall() == b"x"


def test_the_head_of_what_is_no_gzip_is_empty():
    """Looking for a format inside something else finds nothing, and nothing is raised."""
    assert inflated_head(b"no gzip", 10) == b""
    assert inflated_head(b"", 10) == b""
