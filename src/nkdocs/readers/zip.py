"""Zip archives: what the registered readers make of each member."""

from collections.abc import Iterator
from typing import BinaryIO

import attrs

from nkdocs.document import Document
from nkdocs.plugin import ReadContext, ReadIssue
from nkdocs.plugin.single import single_document
from nkdocs.plugin.streams import Damaged
from nkdocs.plugin.zips import Member, members
from nkdocs.records import Origin

__all__ = ["ZipReader"]


class ZipReader:
    """Members in the order of the archive; their names are labels, and nothing is written anywhere.

    >>> import io, zipfile
    >>> packed = io.BytesIO()
    >>> with zipfile.ZipFile(packed, "w") as archive:
    ...     archive.writestr("../a.txt", "Rice")
    >>> [page.name for page in ZipReader().read(io.BytesIO(packed.getvalue()), ReadContext(name="b.zip"))]
    ['b.zip:../a.txt']
    """

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Give the documents of each member, and an issue for each that cannot be read."""
        for member in members(stream):
            if isinstance(member, ReadIssue):
                yield member
            else:
                yield from _given(member, ctx)


def _given(member: Member, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
    read = ctx.read_member or single_document
    label = f"{ctx.name}:{member.name}" if ctx.name else member.name
    try:
        for given in read(member.stream, attrs.evolve(ctx, name=label)):
            yield _placed(given, member.name, ctx)
    except Damaged as damage:
        yield damage.issue


def _placed(given: Document | ReadIssue, member: str, ctx: ReadContext) -> Document | ReadIssue:
    """What was given, with its place in the archive; of archives in archives all names are kept."""
    if isinstance(given, ReadIssue):
        inner = f"{member}:{given.member}" if given.member else member
        detail = given.detail if given.member else f"{given.detail} (in {member})"
        return attrs.evolve(given, member=inner, detail=detail)
    origin = given.origin or Origin()
    inner = f"{member}:{origin.member}" if origin.member else member
    return attrs.evolve(given, origin=attrs.evolve(origin, source=ctx.name, member=inner))
