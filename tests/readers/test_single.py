import gzip
import io

import pytest

from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.readers.html import HtmlReader
from nkdocs.readers.markdown import MarkdownReader

READERS = [(HtmlReader, "text/html"), (MarkdownReader, "text/markdown")]


@pytest.mark.parametrize(("reader", "media_type"), READERS)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_one_document_with_the_media_type_of_its_reader(reader, media_type, pack):
    """Whatever it opens with, gzipped or not."""
    (given,) = reader().read(io.BytesIO(pack(b"<p>Rice")), ReadContext(name="a"))
    assert (given.content, given.media_type, given.name) == (b"<p>Rice", media_type, "a")


@pytest.mark.parametrize(("reader", "_"), READERS)
def test_a_bomb_is_refused_at_the_limit(reader, _):
    """It is inflated no further."""
    bomb = io.BytesIO(gzip.compress(bytes(1 << 22)))
    assert list(reader().read(bomb, ReadContext(max_document_bytes=10))) == [
        ReadIssue("too-large", 10, "byte 10: the document goes on, max_document_bytes is 10")
    ]
