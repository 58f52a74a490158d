"""The corridor: lay out, resolve, parse, enrich. One call a line."""

import os
from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from nkdocs.document import Document
from nkdocs.errors import UsageError
from nkdocs.layout.block import Layout
from nkdocs.layout.opening import lay_out
from nkdocs.pipeline.articles import articles_of, given_labels
from nkdocs.pipeline.reading import read_one
from nkdocs.records.article import Article, DocumentInfo
from nkdocs.records.note import Note
from nkdocs.records.parsed import Parsed
from nkdocs.registry import Registry
from nkdocs.registry.resolution import NOBODY
from nkdocs.registry.running import Outcome
from nkdocs.text.tidy import is_blank

__all__ = ["parse", "parse_document", "parse_file"]


def parse(
    content: str | bytes | Document,
    *,
    url: str | None = None,
    media_type: str | None = None,
    captured: date | None = None,
    encoding: str | None = None,
    name: str | None = None,
    parser: str | None = None,
    registry: Registry | None = None,
    keep_text: bool = False,
) -> Parsed:
    r"""Read one document: text, markup or bytes, never a path.

    What the document holds never raises: it is told by ``kind`` and notes.

    >>> import nkdocs
    >>> parsed = nkdocs.parse("Rice prices fall\n\nRice was cheaper in Hyesan last week.")
    >>> parsed.kind, str(parsed.article.headline)
    ('article', 'Rice prices fall')

    Args:
        content: the document.
        url: where it was captured from; its host tells the outlet.
        media_type: by default the content tells.
        captured: when, as an aware ``datetime`` or a ``date``; relative dates are resolved against it.
        encoding: of bytes; by default the content tells.
        name: what to call it.
        parser: the id of the parser to use; by default the best claim wins.
        registry: whose parsers; by default those of ``Registry.default()``.
        keep_text: whether records keep the whole text, so that spans resolve from them alone.

    Raises:
        UsageError: for a wrong argument.
        UnknownPlugin: if no parser has the id.
        AmbiguousParser: where two distributions claim equally, if the registry is strict.
    """
    registry = _checked(registry, parser, keep_text=keep_text)
    layout = lay_out(content, url=url, media_type=media_type, captured=captured, encoding=encoding, name=name)
    return _parsed(layout, registry, parser, keep_text=keep_text)


def parse_document(
    document: Document, *, parser: str | None = None, registry: Registry | None = None, keep_text: bool = False
) -> Parsed:
    """Read one ``Document``; like ``parse``, with all that is known of the document in one place."""
    return parse(document, parser=parser, registry=registry, keep_text=keep_text)


def parse_file(path: str | os.PathLike[str], *, name: str | None = None, **same: Any) -> Parsed:
    r"""Read the one document that a file holds; gzip is inflated.

    >>> import nkdocs, pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "a.txt")
    ...     _ = path.write_text("Rice prices fall\n\nRice was cheaper in Hyesan last week.")
    ...     str(nkdocs.parse_file(path).article.headline)
    'Rice prices fall'

    Args:
        path: the file.
        name: by default the path as it was given.
        **same: as for ``parse``.

    Raises:
        SourceError: if it cannot be read.
        UsageError: for a wrong argument.
    """
    return parse(read_one(path, name), **same)


def _checked(registry: Registry | None, parser: str | None, *, keep_text: bool) -> Registry:
    """The registry to use, once it is known that it has the parser."""
    if not isinstance(keep_text, bool):
        raise UsageError(f"keep_text is True or False, not {keep_text!r}")
    if registry is None:
        registry = Registry.default()
    elif not isinstance(registry, Registry):
        raise UsageError(f"registry is a Registry or None, not {registry!r}")
    if parser is not None:
        registry.registered("parsers", parser)
    return registry


def _parsed(layout: Layout, registry: Registry, parser: str | None, *, keep_text: bool) -> Parsed:
    """The corridor itself."""
    info = attrs.evolve(layout.document, text=layout.text) if keep_text else layout.document
    if not layout.readable:
        return _nothing("unreadable", layout, info)
    if _is_blank(layout.text):
        return _nothing("empty", layout, info)
    resolution = registry.resolve(layout, parser=parser)
    outcome = registry.run(layout, resolution)
    drafted = articles_of(outcome, layout, info)
    articles, faults = _enriched(drafted, layout, registry)
    return _gathered(layout, info, outcome, articles, (*outcome.remarks, *faults))


def _is_blank(text: str) -> bool:
    return not text or next((False for character in text.strip() if not is_blank(character)), True)


def _nothing(kind: str, layout: Layout, info: DocumentInfo) -> Parsed:
    # Markup without a word in it is a page that a script was to fill.
    shell = kind == "empty" and info.media_type != "text/plain"
    notes = (*layout.notes, Note(code="empty-page")) if shell else layout.notes
    return Parsed(kind=kind, document=info, text=layout.text, notes=notes, resolution=NOBODY)


def _enriched(
    articles: tuple[Article, ...], layout: Layout, registry: Registry
) -> tuple[tuple[Article, ...], list[Note]]:
    done: list[Article] = []
    faults: list[Note] = []
    for article in articles:
        finished, failed = registry.enrich(article, layout)
        done.append(finished)
        faults += failed
    return tuple(done), faults


def _gathered(
    layout: Layout, info: DocumentInfo, outcome: Outcome, articles: tuple[Article, ...], remarks: Iterable[Note]
) -> Parsed:
    """Everything the document gave; its notes hold those of all articles, each once."""
    result = outcome.result
    own = (*layout.notes, *outcome.failures, *(result.notes if result else ()))
    theirs = (note for article in articles for note in article.notes)
    return Parsed(
        articles=articles,
        kind=_kind(outcome),
        document=info,
        text=layout.text,
        notes=tuple(dict.fromkeys((*own, *theirs, *remarks))),
        entries=result.entries if result else (),
        resolution=outcome.resolution,
        given_labels=given_labels(result) if result else (),
    )


def _kind(outcome: Outcome) -> str:
    """What the document is; one that nobody but a failed parser claimed is ``unreadable``."""
    if outcome.result is not None:
        return str(outcome.result.kind)
    return "unreadable" if outcome.failures else "unclaimed"
