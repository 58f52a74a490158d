"""Single documents, as they are or gzipped."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.streams import read_upto, uncompressed

__all__ = ["TextReader"]

_HTML_SUFFIXES: Final = (".html", ".htm")


class TextReader:
    """One document a stream; gzip is told by its first bytes.

    >>> import io
    >>> [document.content for document in TextReader().read(io.BytesIO(b"A line."), ReadContext(name="a.txt"))]
    [b'A line.']
    """

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give the document, or the one reason why there is none."""
        limit = ctx.max_document_bytes
        source = uncompressed(stream, ctx.name)
        content = read_upto(source, limit + 1)
        if len(content) > limit:
            yield ReadIssue("too-large", limit, f"byte {limit}: the document goes on, max_document_bytes is {limit}")
        elif source.issue is not None:
            yield source.issue
        else:
            name = (ctx.name or "").lower().removesuffix(".gz")
            media_type = "text/html" if name.endswith(_HTML_SUFFIXES) else None
            yield Document(content, url=ctx.url, media_type=media_type, name=ctx.name)
