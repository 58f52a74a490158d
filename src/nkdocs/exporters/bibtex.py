"""BibTeX, in the fields that biblatex defines.

Values stand in braces, which are kept in balance by writing each brace as a command. Other characters that TeX acts
on are written as commands too; everything else is UTF-8 as it is.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from nkdocs.plugin.own_names import OwnNames
from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession, options_of
from nkdocs.records.article import Article
from nkdocs.records.people import signatures
from nkdocs.text.dates.extent import edtf_of, extent, iso
from nkdocs.text.dates.when import When
from nkdocs.text.tidy import one_line

__all__ = ["BibtexExporter"]

_ACTING: Final = re.compile(r"[\\{}$&#%_~^]")
_COMMANDS: Final = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
# In a url a percent sign is part of the address; only what would end the value is escaped as addresses escape it.
_URL_BRACES: Final = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_SHORT_HASH: Final = 12
_NOT_IN_KEYS: Final = re.compile(r"[^0-9A-Za-z]+")


class BibtexExporter:
    """Write one entry an article: ``@article`` where the outlet is known, else ``@online``."""

    def open(self, target: BinaryIO, ctx: ExportContext) -> StreamSession:
        """Start writing to ``target``."""
        options_of(ctx)
        return StreamSession(target, _Entries().encode, between=b"\n")


class _Entries:
    """Encodes entries under keys of their own."""

    def __init__(self) -> None:
        self._keys = OwnNames("_")

    def encode(self, article: Article) -> bytes:
        """One article as an entry."""
        kind = "article" if article.outlet is not None else "online"
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(article))
        return f"@{kind}{{{self._key(article)},\n{fields}}}\n".encode()

    def _key(self, article: Article) -> str:
        """``nk2014-1f0c…``: the year and the beginning of the document's hash."""
        digest, _, number = article.id.removeprefix("sha256:").partition("#")
        known = extent(article.published)
        year = iso(known.hull[:1]) if known is not None and known.hull is not None else ""
        parts = (_NOT_IN_KEYS.sub("-", part) for part in (f"nk{year}", digest[:_SHORT_HASH], number) if part)
        return self._keys.of("-".join(parts))


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_safe(str(article.headline or ''))}}}"
    if signed := signatures(article.bylines):
        yield "author", " and ".join(map(_author, signed))
    if (day := _date(article.published)) is not None:
        yield "date", day
    for name, value in (
        ("journaltitle", article.outlet),
        ("titleaddon", article.section),
        ("location", article.dateline.place if article.dateline is not None else None),
        ("langid", article.language),
    ):
        if value:
            yield name, _safe(value)
    if article.document.url:
        yield "url", "".join(_URL_BRACES.get(char, char) for char in one_line(article.document.url))
    if article.document.captured is not None:
        yield "urldate", article.document.captured.isoformat()[:10]


def _author(signed: str) -> str:
    """In braces of its own, so that no name is taken apart: Korean names stay in their order."""
    return f"{{{_safe(signed)}}}"


def _date(when: When | None) -> str | None:
    """The date in the form biblatex shares with EDTF: a day, month, season or year, or an interval."""
    known = extent(when)
    if when is None or known is None:
        return None
    if known.season is not None:
        return edtf_of(when)
    if known.single is not None:
        return iso(known.single)
    return "/".join(".." if parts is None else iso(parts) for parts in (known.first, known.last))


def _safe(text: str) -> str:
    return _ACTING.sub(lambda found: _COMMANDS.get(found[0], "\\" + found[0]), one_line(text))
