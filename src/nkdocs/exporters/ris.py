"""RIS: what EndNote, Mendeley and Zotero import.

A tag stands on a line of its own, so a value is one line: line ends in titles and names become a space. Lines end in
CR LF, as the format was published.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final

from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article
from nkdocs.text.dates.when import When
from nkdocs.text.tidy import one_line

__all__ = ["RisExporter"]

_END: Final = "\r\n"
_DAY: Final = frozenset({"instant", "minute", "day", "weekday"})


class RisExporter:
    """Write one RIS record an article."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> StreamSession:
        """Start writing to ``target``."""
        options_of(ctx)
        return StreamSession(target, _encode, between=_END.encode())


def _encode(article: Article) -> bytes:
    lines = (f"{tag}  - {one_line(value)}" for tag, value in _tagged(article))
    return (_END.join(lines) + _END).encode()


def _tagged(article: Article) -> Iterator[tuple[str, str]]:
    """The tags in order; a tag without a value is left out, the title alone may be empty."""
    yield "TY", "NEWS"
    yield "ID", article.id
    yield "TI", str(article.headline or "")
    for byline in article.bylines:
        yield "AU", byline.name or byline.affiliation or byline.raw
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
    """The year, and the day as far as it is known."""
    if when is None or when.earliest is None:
        return
    day = when.earliest
    yield "PY", f"{day.year:04}"
    if when.precision in _DAY:
        yield "DA", f"{day.year:04}/{day.month:02}/{day.day:02}/"
    elif when.precision == "month":
        yield "DA", f"{day.year:04}/{day.month:02}//"
