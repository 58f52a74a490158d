"""Single pages, as they are or gzipped."""

from collections.abc import Iterator
from typing import BinaryIO

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.single import single_document

__all__ = ["HtmlReader"]


class HtmlReader:
    """One page a stream: HTML even where it opens with words.

    >>> import io
    >>> [page.media_type for page in HtmlReader().read(io.BytesIO(b"Rice<br>"), ReadContext(name="a.html"))]
    ['text/html']
    """

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give the page, or the one reason why there is none."""
        return single_document(stream, ctx, "text/html")
