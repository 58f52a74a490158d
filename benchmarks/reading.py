"""Whether memory grows with what is read: ``python benchmarks/reading.py [MEGABYTES [CONTAINER...]]``.

For each container that can be streamed, one process reads 1 % of a generated stream from its standard input, another
the whole of it (200 MB unless given), both through ``nkdocs.read("-")``. The peak memory of the two, and their ratio,
which is to be at most 1.05; documents a second of CPU time beside. Documents differ, so that nothing is remembered.

Only the containers named are measured, all of them unless some are. Parquet and zip archives are written to a temporary
file first: the one has its index at its end.
"""

import csv
import gzip
import io
import itertools
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

_MEGABYTES = 200
_ALLOWED = 1.05
_WORDS = "Rice was cheaper in the market of Hyesan than in the week before, a source said. " * 60
_KILO = 1024


def _texts() -> Iterator[str]:
    """Documents of about five kilobytes, no two alike."""
    return (f"Report {number}\n\n{_WORDS}{number}" for number in itertools.count())


def _jsonl() -> Iterator[bytes]:
    return (json.dumps({"text": text}).encode() + b"\n" for text in _texts())


def _csv() -> Iterator[bytes]:
    yield b"text,name\n"
    for number, text in enumerate(_texts()):
        row = io.StringIO()
        csv.writer(row).writerow([text, number])
        yield row.getvalue().encode()


def _warc() -> Iterator[bytes]:
    for text in _texts():
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + text.encode()
        head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {}\r\n\r\n"
        yield head.format(len(block)).encode() + block + b"\r\n\r\n"


def _packed_warc() -> Iterator[bytes]:
    return (gzip.compress(record, 1) for record in _warc())


def _feed() -> Iterator[bytes]:
    yield b"<rss version='2.0'><channel>"
    for text in _texts():
        yield f"<item><title>Report</title><description>{text}</description></item>".encode()


STREAMS: dict[str, tuple[str, Callable[[], Iterator[bytes]], bytes]] = {
    "jsonl": ("jsonl", _jsonl, b""),
    "csv": ("csv", _csv, b""),
    "warc": ("warc", _warc, b""),
    "warc.gz": ("warc", _packed_warc, b""),
    "feed": ("feed", _feed, b"</channel></rss>"),
}


def _parquet(path: Path, size: int) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    texts = _texts()
    with parquet.ParquetWriter(path, pa.schema([("text", pa.string())]), compression=None) as writer:
        for _ in range(max(1, size // (1 << 18))):
            writer.write_table(pa.table({"text": list(itertools.islice(texts, 50))}))


def _zip(path: Path, size: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number, text in enumerate(itertools.islice(_texts(), size // len(_WORDS))):
            archive.writestr(f"{number}.txt", text)


FILES: dict[str, Callable[[Path, int], None]] = {"parquet": _parquet, "zip": _zip}


def _peak() -> int:
    """The peak of this process in KiB; where the system tells only ``ru_maxrss``, that of its parent may be in it."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text("ascii").partition("VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _child(source: str, input_format: str) -> None:
    """Read everything; print the documents, the seconds and the peak in KiB."""
    import nkdocs

    start = time.process_time()  # a pipe is as slow as who fills it
    count = sum("issue" not in document.hints for document in nkdocs.read(source, input_format=input_format))
    print(count, time.process_time() - start, _peak())


def _run(source: str, input_format: str, pieces: Iterator[bytes] | None = None) -> tuple[int, float, int]:
    command = [sys.executable, __file__, "--child", source, input_format]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("the child has no pipes")
        for piece in pieces or ():
            child.stdin.write(piece)
        child.stdin.close()
        count, seconds, peak = child.stdout.read().split()
    return int(count), float(seconds), int(peak)


def _up_to(pieces: Iterator[bytes], size: int, end: bytes) -> Iterator[bytes]:
    for piece in pieces:
        if size <= 0:
            break
        size -= len(piece)
        yield piece
    yield end


def _measured(name: str, size: int) -> tuple[int, float, int]:
    if name in FILES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, name)
            FILES[name](path, size)
            return _run(str(path), name)
    reader, stream, end = STREAMS[name]
    # Compressed bytes are fewer: the size counts what a reader gives out.
    pieces = itertools.islice(stream(), size // len(_WORDS)) if name.endswith(".gz") else stream()
    return _run("-", reader, _up_to(pieces, size, end))


def main() -> None:
    """Measure each container and print one table."""
    if sys.argv[1:2] == ["--child"]:
        _child(*sys.argv[2:4])
        return
    size = int(sys.argv[1] if sys.argv[1:] else _MEGABYTES) * 1_000_000
    print(f"{size // 1_000_000} MB; peak memory in MiB at 1 % and at 100 %")
    print(f"{'container':10} {'1 %':>7} {'100 %':>7} {'ratio':>6} {'documents/s':>12}")
    for name in sys.argv[2:] or (*STREAMS, *FILES):
        small, large = _measured(name, size // 100), _measured(name, size)
        ratio = large[2] / small[2]
        told = "" if ratio <= _ALLOWED else "  over"
        peaks = f"{small[2] / _KILO:7.1f} {large[2] / _KILO:7.1f}"
        print(f"{name:10} {peaks} {ratio:6.2f} {large[0] / large[1]:12,.0f}{told}", flush=True)


if __name__ == "__main__":
    main()
