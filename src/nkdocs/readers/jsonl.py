"""JSON Lines: one object a line, each a document."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final, NoReturn, cast

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.lines import Line, lines
from nkdocs.plugin.rows import ROOM_BESIDE_CONTENT, Place, row_document
from nkdocs.plugin.streams import uncompressed

__all__ = ["JsonLinesReader"]

_BOM: Final = b"\xef\xbb\xbf"


class JsonLinesReader:
    r"""Rows with ``content`` (else ``text``, else ``html``) and optional ``url name media_type captured``.

    >>> import io
    >>> rows = io.BytesIO(b'{"text": "A line.", "name": "a"}\nnonsense\n')
    >>> [row.name if isinstance(row, Document) else row.code for row in JsonLinesReader().read(rows, ReadContext())]
    ['a', 'bad-line']
    """

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give each row's document in file order, and an issue for each line that is none."""
        source = uncompressed(stream, ctx.name)
        for line in lines(source, ctx.max_document_bytes + ROOM_BESIDE_CONTENT):
            given = _row(line, ctx)
            if given is None:
                continue
            cut = isinstance(given, ReadIssue) and given.code == "bad-line" and not line.ended
            if not cut:
                yield given
            elif source.issue is None:
                yield Place("line", line.number, line.offset).issue("truncated-container", "the file ends inside it")
        if source.issue is not None:
            yield source.issue


def _row(line: Line, ctx: ReadContext) -> Document | ReadIssue | None:
    """The document of a line, or what is wrong with it; None for a blank one."""
    place = Place("line", line.number, line.offset)
    if line.content is None:
        return place.too_large(ctx)
    content = line.content.removeprefix(_BOM if line.number == 1 else b"").strip()
    if not content:
        return None
    try:
        row = json.loads(content.decode(), parse_int=float, parse_constant=_refused)
    except (ValueError, RecursionError) as error:
        return place.issue("bad-line", f"no JSON ({error})")
    if not isinstance(row, dict):
        return place.issue("bad-line", "no JSON object")
    return row_document(cast("dict[str, Any]", row), place, ctx)


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON value")
