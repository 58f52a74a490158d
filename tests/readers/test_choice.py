"""Which reader gets which stream: by suffix, else by first bytes, also from standard input."""

import gzip
import io
import sys
import zipfile

import pyarrow as pa
import pytest
from pyarrow import parquet

from nkdocs.pipeline.reading import read
from nkdocs.registry import Registry

REGISTRY = Registry(entry_points=False)
WARC = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nRice\r\n\r\n"
RSS = (
    b"<?xml version='1.0'?>\n<!-- made by hand -->\n<rss version='2.0'><channel><item><title>a</title>"
    b"<description>Rice</description></item></channel></rss>"
)


def columns():
    """A Parquet file."""
    written = io.BytesIO()
    parquet.write_table(pa.table({"text": ["Rice"]}), written)
    return written.getvalue()


def archive():
    """A zip archive."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        packed.writestr("a", b"Rice")
    return written.getvalue()


STREAMS = {
    "warc": WARC,
    "warc.gz": gzip.compress(WARC),
    "parquet": columns(),
    "jsonl": b'{"text": "Rice"}\n',
    "rss": RSS,
    "rss.gz": gzip.compress(RSS),
    "zip": archive(),
    "txt": b"Rice",
    "txt.gz": gzip.compress(b"Rice"),
}


@pytest.mark.parametrize("kind", STREAMS)
@pytest.mark.parametrize("seekable", [True, False])
def test_standard_input_is_told_by_its_first_bytes(monkeypatch, kind, seekable):
    """From a file and from a pipe."""
    stream = io.BytesIO(STREAMS[kind]) if seekable else _Pipe(STREAMS[kind])
    monkeypatch.setattr(sys, "stdin", type("Standard", (), {"buffer": stream, "closed": False}))
    (document,) = read("-", registry=REGISTRY)
    assert document.content in (b"Rice", "Rice")


class _Pipe(io.RawIOBase):
    """A stream that cannot seek."""

    def __init__(self, content):
        super().__init__()
        self._inner = io.BytesIO(content)

    def readable(self):
        """Always."""
        return True

    def readinto(self, buffer):
        """A few bytes at once."""
        return self._inner.readinto(memoryview(buffer)[:7])


@pytest.mark.parametrize("kind", STREAMS)
@pytest.mark.parametrize("named", [True, False])
def test_a_file_is_told_by_its_suffix_or_its_first_bytes(tmp_path, kind, named):
    """The same document either way, with the path as given as the start of its name."""
    path = tmp_path / (f"a.{kind.upper()}" if named else "thing")
    path.write_bytes(STREAMS[kind])
    (document,) = read(path, registry=REGISTRY)
    assert document.content in (b"Rice", "Rice")
    assert document.name.startswith(str(path))


def test_the_input_format_settles_it_for_every_reader(tmp_path):
    """A page in a file of another name."""
    (tmp_path / "a.txt").write_bytes(b"Rice")
    (page,) = read(tmp_path / "a.txt", registry=REGISTRY, input_format="html")
    assert page.media_type == "text/html"
