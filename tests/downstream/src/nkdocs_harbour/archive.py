"""The archive: ``=== `` and an address, then the page, until the next such line."""

from collections.abc import Iterator
from typing import BinaryIO

from nkdocs import Document, ReadContext, ReadIssue

__all__ = ["Archive"]

_MARK = b"=== "
_END = b"=== end\n"


class Archive:
    """Reads the archive line by line; it ends with a line that says so."""

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Pages in file order; one whose end is missing is an issue."""
        url, lines, offset = None, [], 0
        for line in stream:
            if line.startswith(_MARK) and line.endswith(b"\n"):
                if url is not None:
                    yield Document(b"".join(lines), url=url, media_type="text/plain", name=ctx.name)
                elif lines:
                    yield ReadIssue("bad-record", 0, "bytes before the first page")
                url, lines = line[len(_MARK) :].decode("utf-8", "replace").strip(), []
                if line == _END:
                    return
            else:
                lines.append(line)
            offset += len(line)
        yield ReadIssue("truncated-container", offset, f"byte {offset}: the archive's last line is missing")
