"""WARC files, plain or gzipped: a document a record that holds one."""

from collections.abc import Iterator
from typing import BinaryIO

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.rows import ROOM_BESIDE_CONTENT
from nkdocs.plugin.streams import uncompressed
from nkdocs.readers.warc.frames import frames
from nkdocs.readers.warc.records import need_library, record_document

__all__ = ["WarcReader"]


class WarcReader:
    r"""Responses (2xx), resources and conversions that hold text or HTML, with url and time of capture.

    >>> import io
    >>> head = b"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\n"
    >>> [page.content for page in WarcReader().read(io.BytesIO(head + b"Rice\r\n\r\n"), ReadContext())]
    [b'Rice']
    """

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give the documents in file order, an issue for each damaged record, and one if the file is cut.

        Raises:
            MissingExtra: if the library is not installed.
        """
        need_library()
        source = uncompressed(stream, ctx.name)
        for frame in frames(source, ctx.max_document_bytes + ROOM_BESIDE_CONTENT):
            if isinstance(frame, ReadIssue):
                if source.issue is None or frame.code != "truncated-container":
                    yield frame
                continue
            given = record_document(frame, ctx)
            if given is not None:
                yield given
        if source.issue is not None:
            yield source.issue
