"""WACZ: a zip archive that packs WARC files with their indexes."""

from collections.abc import Iterator
from typing import BinaryIO, Final

import attrs

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.streams import Damaged
from nkdocs.plugin.zips import Member, members
from nkdocs.readers.warc.reader import WarcReader
from nkdocs.records import Origin

__all__ = ["WaczReader"]

_SUFFIXES: Final = (".warc", ".warc.gz")


class WaczReader:
    """The documents of all WARC files in a WACZ file; indexes and lists of pages say nothing that these do not.

    >>> import io
    >>> [issue.code for issue in WaczReader().read(io.BytesIO(b"prose"), ReadContext(name="a.wacz"))]
    ['bad-record']
    """

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give the documents of each WARC file, in the order of the archive.

        Raises:
            MissingExtra: if the library for WARC files is not installed.
        """
        for member in members(stream):
            if isinstance(member, ReadIssue):
                yield member
            elif member.name.lower().endswith(_SUFFIXES):
                yield from _given(member, ctx)


def _given(member: Member, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
    label = f"{ctx.name}:{member.name}" if ctx.name else member.name
    try:
        for given in WarcReader().read(member.stream, attrs.evolve(ctx, name=label)):
            yield _placed(given, member.name, ctx)
    except Damaged as damage:
        yield damage.issue


def _placed(given: Document | ReadIssue, member: str, ctx: ReadContext) -> Document | ReadIssue:
    """What was given, with its place in the archive."""
    if isinstance(given, ReadIssue):
        return attrs.evolve(given, member=member, detail=f"{given.detail} (in {member})")
    origin = given.origin or Origin()
    return attrs.evolve(given, origin=attrs.evolve(origin, source=ctx.name, member=member))
