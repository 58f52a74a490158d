"""What the core calls: the four protocols a plugin's factories answer to."""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Protocol

import attrs

from nkdocs.document import Document
from nkdocs.errors import UsageError
from nkdocs.layout.block import API_VERSION, Layout
from nkdocs.layout.context import EnrichContext, ParseContext
from nkdocs.records import Article, Claim, Draft, Note, Reject, Result
from nkdocs.records.frozen import FrozenMapping

__all__ = [
    "Enricher",
    "ExportContext",
    "ExportSession",
    "Exporter",
    "Parser",
    "ReadContext",
    "ReadIssue",
    "Reader",
]


@attrs.frozen(slots=True)
class ReadIssue:
    """What a container could not give: a note code, the byte offset where known, words for people, and the member.

    Raises:
        UsageError: for what makes no note.
    """

    code: str
    offset: int | None = None
    detail: str | None = None
    member: str | None = None

    def __attrs_post_init__(self) -> None:
        """Hold a reader to it at once: the issue becomes a note where nobody guards."""
        Note(code=self.code, detail=self.detail)
        if self.offset is not None and self.offset.__class__ is not int:
            raise UsageError(f"offset is a number of bytes or None, not {self.offset!r}")


@attrs.frozen(slots=True, kw_only=True)
class ReadContext:
    """What a reader is told: the stream's name, the cap on a document's bytes, and options.

    ``read_member`` reads a file inside a container with the reader that its name or its first bytes choose.
    """

    name: str | None = None
    url: str | None = None
    max_document_bytes: int = 32 * 1024 * 1024
    options: FrozenMapping[Any] = attrs.field(factory=FrozenMapping)
    api_version: int = API_VERSION
    read_member: "Callable[[BinaryIO, ReadContext], Iterator[Document | ReadIssue]] | None" = None


@attrs.frozen(slots=True, kw_only=True)
class ExportContext:
    """What an exporter is told: the caller's options (``export(..., **options)``)."""

    options: FrozenMapping[Any] = attrs.field(factory=FrozenMapping)
    api_version: int = API_VERSION


class Parser(Protocol):
    """One outlet's habits."""

    def claim(self, layout: Layout, ctx: ParseContext) -> Claim | Reject | None:
        """Say whose document this is, at a cheap look; None: nothing to say. Never raises."""

    def parse(self, layout: Layout, ctx: ParseContext) -> Draft | Result:
        """Read the document: a pure function of its arguments. May raise ``NotMine`` or ``ParseError``."""
        ...


class Reader(Protocol):
    """One kind of container."""

    def read(self, stream: BinaryIO, ctx: ReadContext) -> Iterator[Document | ReadIssue]:
        """Documents in file order; damage as a ``ReadIssue`` after the good ones."""
        ...


class ExportSession(Protocol):
    """One run of an exporter."""

    def write(self, article: Any) -> None:
        """Write one article (a ``Parsed`` where the Info accepts those)."""

    def close(self) -> None:
        """Finish the format; may be called twice; leaves the target open."""


class Exporter(Protocol):
    """One format."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> ExportSession:
        """Start writing to ``target``, and to nothing else."""
        ...

    def load(self, source: BinaryIO, ctx: ExportContext) -> Iterator[Article]:
        """Read back what was written; only where the Info says ``lossless``."""
        ...


class Enricher(Protocol):
    """One finishing step."""

    def enrich(self, article: Article, ctx: EnrichContext) -> Article:
        """A new record (``attrs.evolve``); the old one is left alone."""
        ...
