"""Records to plain dictionaries and back: the JSON record ``nkdocs/article/1``.

The way out is written out, a dictionary a class: it is what an export spends its time on, and generated from the
classes it took two and a half times as long. The way in is read from the classes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, cast

from nkdocs.errors import UsageError
from nkdocs.records.article import (
    Article,
    Attribution,
    Caption,
    Dateline,
    DocumentInfo,
    Edition,
    Origin,
    Paragraph,
    Provenance,
    Text,
)
from nkdocs.records.comment import Comment
from nkdocs.records.fit import SCALAR_LOADERS, Misfit, chosen, unfit
from nkdocs.records.note import Note
from nkdocs.records.people import Byline
from nkdocs.records.shape import Key, keys
from nkdocs.text.dates.when import When

__all__ = ["from_dict", "to_dict"]


def to_dict(article: Article) -> dict[str, Any]:
    """An article as ``json.dumps`` takes it: every key present, in order; absent values null or ``[]``.

    >>> import nkdocs
    >>> nkdocs.to_dict(nkdocs.parse("Rice prices fall").article)["schema"]
    'nkdocs/article/1'

    Raises:
        UsageError: if it is no ``Article``.
    """
    if not isinstance(article, Article):
        raise UsageError(f"to_dict takes an Article, not {type(article).__name__}")
    return {
        "schema": article.schema,
        "id": article.id,
        "document": _document(article.document),
        "parser": _provenance(article.parser),
        "outlet": article.outlet,
        "via": article.via,
        "language": article.language,
        "section": article.section,
        "headline": None if article.headline is None else _text(article.headline),
        "kicker": None if article.kicker is None else _text(article.kicker),
        "standfirst": None if article.standfirst is None else _text(article.standfirst),
        "bylines": _bylines(article.bylines) if article.bylines else [],
        "published": _when(article.published),
        "updated": _when(article.updated),
        "dateline": _dateline(article.dateline),
        "paragraphs": _paragraphs(article.paragraphs),
        "captions": _captions(article.captions) if article.captions else [],
        "attributions": _attributions(article.attributions) if article.attributions else [],
        "dates": [_when(when) for when in article.dates] if article.dates else [],
        "editions": _editions(article.editions) if article.editions else [],
        "comments": _comments(article.comments) if article.comments else [],
        "notes": _notes(article.notes) if article.notes else [],
    }


def from_dict(mapping: Mapping[str, Any]) -> Article:
    """The article that ``to_dict`` made a mapping of; keys that are absent count as null.

    >>> import nkdocs
    >>> article = nkdocs.parse("Rice prices fall").article
    >>> nkdocs.from_dict(nkdocs.to_dict(article)) == article
    True

    Raises:
        UsageError: for an unknown key or a value that does not fit, with its path (``comments[3].parent``).
    """
    try:
        article: Article = _loader(Article)(mapping)
    except Misfit as misfit:
        path = "".join(misfit.path).lstrip(".")
        raise UsageError(f"{path}: {misfit.reason}" if path else misfit.reason) from misfit
    return article


# ---- out: one class, one dictionary, in the order of its fields. Spans are written out where they stand: a record
# holds more of them than of anything else, and a call for each takes as long as the dictionary around it.


def _text(text: Text | None) -> dict[str, Any] | None:
    if text is None:
        return None
    return {"text": text.text, "span": None if (at := text.span) is None else [at.start, at.end]}


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "raw": when.raw,
        "earliest": None if (day := when.earliest) is None else day.isoformat(),
        "latest": None if (day := when.latest) is None else day.isoformat(),
        "instant": None if (moment := when.instant) is None else moment.isoformat(),
        "precision": when.precision,
        "edtf": when.edtf,
        "basis": when.basis,
        "span": None if (at := when.span) is None else [at.start, at.end],
    }


def _document(document: DocumentInfo) -> dict[str, Any]:
    return {
        "name": document.name,
        "url": document.url,
        "media_type": document.media_type,
        "encoding": document.encoding,
        "encoding_source": document.encoding_source,
        "sha256": document.sha256,
        "captured": None if document.captured is None else document.captured.isoformat(),
        "origin": None if document.origin is None else _origin(document.origin),
        "text": document.text,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {"source": origin.source, "member": origin.member, "offset": origin.offset, "record": origin.record}


def _provenance(parser: Provenance) -> dict[str, Any]:
    return {
        "id": parser.id,
        "version": parser.version,
        "distribution": parser.distribution,
        "distribution_version": parser.distribution_version,
        "strength": parser.strength,
    }


def _bylines(bylines: Iterable[Byline]) -> list[dict[str, Any]]:
    return [
        {
            "name": byline.name,
            "role": byline.role,
            "affiliation": byline.affiliation,
            "contact": byline.contact,
            "bio": byline.bio,
            "raw": byline.raw,
            "span": None if (at := byline.span) is None else [at.start, at.end],
        }
        for byline in bylines
    ]


def _dateline(dateline: Dateline | None) -> dict[str, Any] | None:
    if dateline is None:
        return None
    return {
        "place": dateline.place,
        "agency": dateline.agency,
        "when": _when(dateline.when),
        "raw": dateline.raw,
        "span": None if (at := dateline.span) is None else [at.start, at.end],
    }


def _paragraphs(paragraphs: Iterable[Paragraph]) -> list[dict[str, Any]]:
    return [
        {"kind": each.kind, "text": each.text, "span": None if (at := each.span) is None else [at.start, at.end]}
        for each in paragraphs
    ]


def _captions(captions: Iterable[Caption]) -> list[dict[str, Any]]:
    return [
        {
            "text": caption.text,
            "credit": caption.credit,
            "url": caption.url,
            "span": None if (at := caption.span) is None else [at.start, at.end],
        }
        for caption in captions
    ]


def _attributions(attributions: Iterable[Attribution]) -> list[dict[str, Any]]:
    return [
        {
            "speaker": attribution.speaker,
            "named": attribution.named,
            "place": attribution.place,
            "verb": attribution.verb,
            "outlet": attribution.outlet,
            "when": None if attribution.when is None else _when(attribution.when),
            "span": None if (at := attribution.span) is None else [at.start, at.end],
        }
        for attribution in attributions
    ]


def _editions(editions: Iterable[Edition]) -> list[dict[str, Any]]:
    return [
        {
            "language": edition.language,
            "label": edition.label,
            "url": edition.url,
            "span": None if (at := edition.span) is None else [at.start, at.end],
        }
        for edition in editions
    ]


def _comments(comments: Iterable[Comment]) -> list[dict[str, Any]]:
    return [
        {
            "id": comment.id,
            "parent": comment.parent,
            "depth": comment.depth,
            "author": comment.author,
            "text": comment.text,
            "posted": None if comment.posted is None else _when(comment.posted),
            "missing": list(comment.missing),
            "span": None if (at := comment.span) is None else [at.start, at.end],
        }
        for comment in comments
    ]


def _notes(notes: Iterable[Note]) -> list[dict[str, Any]]:
    return [
        {"code": note.code, "span": None if (at := note.span) is None else [at.start, at.end], "detail": note.detail}
        for note in notes
    ]


# ---- in: read from the classes


@cache
def _loader(record: type) -> Callable[[Any], Any]:
    """A function from a JSON object to a record of this class; made once a class."""
    loaders = {key.name: _value_loader(key) for key in keys(record)}
    nulls: dict[str, Any] = {key.name: None for key in keys(record) if key.required and key.nullable}
    needed = tuple(key.name for key in keys(record) if key.required and not key.nullable)

    def load(value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise unfit("an object", value)
        given = nulls | _values(loaders, cast("Mapping[str, Any]", value))
        for name in needed:
            if name not in given:
                raise Misfit("is missing", f".{name}")
        try:
            return record(**given)
        except UsageError as error:
            raise Misfit(str(error)) from error

    return load


def _values(loaders: Mapping[str, Callable[[Any], Any]], row: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an object that are not null, each read by the loader of its key."""
    given: dict[str, Any] = {}
    name = ""
    try:
        for name, value in row.items():
            load = loaders.get(name, _unknown)
            if value is not None or load is _unknown:
                given[name] = load(value)
    except Misfit as misfit:
        misfit.path.insert(0, f".{name}")
        raise
    return given


def _unknown(_: object) -> object:
    raise Misfit("the record has no such key")


def _value_loader(key: Key) -> Callable[[Any], Any]:
    load = chosen(key.choices) if key.choices else SCALAR_LOADERS.get(key.kinds) or _loader(key.kinds[0])
    return _several(load) if key.many else load


def _several(load: Callable[[Any], Any]) -> Callable[[Any], tuple[Any, ...]]:
    def load_all(values: Any) -> tuple[Any, ...]:
        if not isinstance(values, (list, tuple)):
            raise unfit("a list", values)
        done: list[Any] = []
        try:
            for value in cast("Sequence[Any]", values):
                done.append(load(value))  # noqa: PERF401 - how many are done tells which one does not fit
        except Misfit as misfit:
            misfit.path.insert(0, f"[{len(done)}]")
            raise
        return tuple(done)

    return load_all
