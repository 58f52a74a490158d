"""JSON Lines: one record a line, nothing lost.

The form is canonical, so equal records are equal bytes: keys in the order of the record, no blanks between them,
UTF-8, every line ended by a line feed.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, Final

from nkdocs.errors import SourceError
from nkdocs.plugin.canonical import canonical_record
from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article
from nkdocs.records.convert import from_dict

__all__ = ["JsonlExporter"]

# JSON may hold these as they are, but to much software (``str.splitlines`` too) they end a line.
_LINE_ENDS: Final = re.compile("[\x85\u2028\u2029]")
_SEPARATORS: Final = re.compile(b"\xe2\x80[\xa8\xa9]")
# What a terminal would obey, and what turns the direction of writing: C1, DEL and bidirectional controls.
_CONTROLS: Final = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class JsonlExporter:
    r"""Write and read JSON Lines.

    With the option ``escape_controls=True`` control characters that JSON allows are written as ``\uXXXX`` too, so
    that a line is harmless on a terminal. What is read back is the same.
    """

    def open(self, target: BinaryIO, ctx: ExportContext) -> StreamSession:
        """Start writing to ``target``."""
        options = options_of(ctx, escape_controls=False)
        encode = _visible() if options["escape_controls"] else _encoder()
        return StreamSession(target, encode, independent=True)

    def load(self, source: BinaryIO, ctx: ExportContext) -> Iterator[Article]:
        """Read the records back; empty lines are passed over.

        Raises:
            SourceError: at a line that holds no record, naming it.
        """
        options_of(ctx)
        for number, line in enumerate(source, start=1):
            if line.strip():
                yield _article(number, line)


def _encoder() -> Callable[[Article], bytes]:
    encoded = canonical_record()

    def encode(article: Article) -> bytes:
        line = encoded(article)
        if not line.isascii() and _ends_early(line):
            line = _LINE_ENDS.sub(_escape, line.decode()).encode()
        return line + b"\n"

    return encode


def _ends_early(line: bytes) -> bool:
    """Whether something in it ends a line. Their first bytes are rare, and found at the speed of memory."""
    return (b"\xe2" in line and _SEPARATORS.search(line) is not None) or (b"\xc2" in line and b"\xc2\x85" in line)


def _visible() -> Callable[[Article], bytes]:
    encoded = canonical_record()
    return lambda article: f"{_CONTROLS.sub(_escape, encoded(article).decode())}\n".encode()


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _article(number: int, line: bytes) -> Article:
    try:
        return from_dict(json.loads(line))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"line {number} holds no record: {error}") from error
