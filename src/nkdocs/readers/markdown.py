"""Single Markdown documents, which are read as the text they are."""

from collections.abc import Iterator
from typing import BinaryIO

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.single import single_document

__all__ = ["MarkdownReader"]


class MarkdownReader:
    """One document a stream: text even where it opens with an element of HTML.

    >>> import io
    >>> [text.media_type for text in MarkdownReader().read(io.BytesIO(b"# Rice"), ReadContext(name="a.md"))]
    ['text/markdown']
    """

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give the document, or the one reason why there is none."""
        return single_document(stream, ctx, "text/markdown")
