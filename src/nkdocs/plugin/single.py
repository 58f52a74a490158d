"""A stream that is one document."""

from collections.abc import Iterator
from typing import BinaryIO

from nkdocs.document import Document
from nkdocs.plugin.protocols import ReadContext, ReadIssue
from nkdocs.plugin.streams import read_upto, uncompressed

__all__ = ["single_document"]


def single_document(
    stream: BinaryIO, ctx: ReadContext, media_type: str | None = None
) -> Iterator[Document | ReadIssue]:
    """Give the document, as it is or inflated, or the one reason why there is none.

    >>> import io
    >>> [document.media_type for document in single_document(io.BytesIO(b"Rice"), ReadContext(), "text/html")]
    ['text/html']
    """
    limit = ctx.max_document_bytes
    source = uncompressed(stream, ctx.name)
    content = read_upto(source, limit + 1)
    if len(content) > limit:
        yield ReadIssue("too-large", limit, f"byte {limit}: the document goes on, max_document_bytes is {limit}")
    elif source.issue is not None:
        yield source.issue
    else:
        yield Document(content, url=ctx.url, media_type=media_type, name=ctx.name)
