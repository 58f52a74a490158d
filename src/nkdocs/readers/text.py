"""Single documents, as they are or gzipped."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.single import single_document

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
        name = (ctx.name or "").lower().removesuffix(".gz")
        return single_document(stream, ctx, "text/html" if name.endswith(_HTML_SUFFIXES) else None)
