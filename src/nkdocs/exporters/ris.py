"""RIS: what EndNote, Mendeley and Zotero import.

A tag stands on a line of its own, so a value is one line: line ends in titles and names become a space. Lines end in
CR LF, as the format was published.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final

from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article
from nkdocs.records.people import signatures
from nkdocs.text.dates.extent import extent
from nkdocs.text.dates.when import When
from nkdocs.text.tidy import one_line

__all__ = ["RisExporter"]

_END: Final = "\r\n"


class RisExporter:
    """Write one RIS record an article."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> StreamSession:
        """Start writing to ``target``."""
        options_of(ctx)
        return StreamSession(target, _encode, between=_END.encode(), independent=True)


def _encode(article: Article) -> bytes:
    lines = (f"{tag}  - {one_line(value)}" for tag, value in _tagged(article))
    return (_END.join(lines) + _END).encode()


def _tagged(article: Article) -> Iterator[tuple[str, str]]:
    """The tags in order; a tag without a value is left out, the title alone may be empty."""
    yield "TY", "NEWS"
    yield "ID", article.id
    yield "TI", str(article.headline or "")
    for signed in signatures(article.bylines):
        yield "AU", signed
    yield from _dated(article.published)
    for tag, value in (
        ("T2", article.outlet),
        ("SE", article.section),
        ("CY", article.dateline.place if article.dateline is not None else None),
        ("UR", article.document.url),
        ("LA", article.language),
    ):
        if value:
            yield tag, value
    yield "ER", ""


def _dated(when: When | None) -> Iterator[tuple[str, str]]:
    """The year, month and day, as far as they are the same for all that is meant."""
    known = extent(when)
    if known is None or known.hull is None:
        return
    year, month, day = (*(f"{part:02}" for part in known.hull), "", "")[:3]
    yield "PY", year.zfill(4)
    if month:
        yield "DA", f"{year.zfill(4)}/{month}/{day}/"
