"""What a plugin registers: plain descriptions that import no implementation."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import IntEnum
from typing import Any, Final

import attrs

from nkdocs.errors import UsageError
from nkdocs.layout.block import API_VERSION

__all__ = ["EnricherInfo", "ExporterInfo", "Factory", "ParserInfo", "Phase", "ReaderInfo"]

Factory = str | Callable[[], Any]

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?")
_FACTORY: Final = re.compile(r"[\w.]+:[\w.]+")
ARTICLE_MEDIA_TYPES: Final = frozenset({"text/plain", "text/html"})


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    """A tuple of strings; a bare string where a collection is meant is refused."""
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise UsageError(f"expected a collection of strings, not {values!r}")
    members = tuple(values)
    for member in members:
        if not isinstance(member, str):
            raise UsageError(f"expected strings, not {member!r}")
    return members


def _text_set(values: Iterable[str]) -> frozenset[str]:
    return frozenset(_texts(values))


def _magic(values: Iterable[bytes]) -> tuple[bytes, ...]:
    members = tuple(values) if not isinstance(values, (str, bytes)) else (None,)
    if not all(isinstance(member, bytes) for member in members):
        raise UsageError(f"magic is a collection of bytes, not {values!r}")
    return members  # type: ignore[return-value]  # every member was just checked


def _id(_: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise UsageError(f"{attribute.name} matches {_ID.pattern}, not {value!r}")


def _version(_: object, attribute: "attrs.Attribute[str]", value: object) -> None:
    if not isinstance(value, str) or not value:
        raise UsageError(f"{attribute.name} is a string such as '1', not {value!r}")


def _factory(_: object, __: object, value: object) -> None:
    if not callable(value) and not (isinstance(value, str) and _FACTORY.fullmatch(value)):
        raise UsageError(f"factory is 'module:object' or a callable, not {value!r}")


def compiled_markers(_: object, attribute: "attrs.Attribute[Any]", value: tuple[str, ...]) -> None:
    """Refuse a pattern that does not compile, naming it."""
    for pattern in value:
        try:
            re.compile(pattern)
        except re.error as error:
            raise UsageError(f"{attribute.name}: {pattern!r} is no regular expression: {error}") from error


def capture_range(_: object, __: object, value: object) -> None:
    """Two days, either of which may be None."""
    if value is None:
        return
    if not isinstance(value, tuple) or len(value) != 2 or not all(v is None or isinstance(v, date) for v in value):  # noqa: PLR2004 - a pair
        raise UsageError(f"captured is a pair of dates (or None), not {value!r}")


@attrs.frozen(slots=True, kw_only=True)
class ParserInfo:
    """One parser: who it is, what it sets, and the claims that need no code.

    >>> ParserInfo(id="ledger", version="1", factory="nkdocs_ledger.full:Ledger", produces=["headline"]).hosts
    frozenset()

    Raises:
        UsageError: for an impossible id, a bare string where a collection is meant, a pattern that does not compile.
    """

    id: str = attrs.field(validator=_id)
    version: str = attrs.field(validator=_version)
    factory: Factory = attrs.field(validator=_factory)
    produces: frozenset[str] = attrs.field(converter=_text_set)
    hosts: frozenset[str] = attrs.field(default=frozenset(), converter=_text_set)
    markers: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=compiled_markers)
    media_types: frozenset[str] = attrs.field(default=ARTICLE_MEDIA_TYPES, converter=_text_set)
    captured: tuple[date | None, date | None] | None = attrs.field(default=None, validator=capture_range)
    replaces: str | None = None
    thread_safe: bool = True
    doc_url: str | None = None
    api_version: int = API_VERSION


@attrs.frozen(slots=True, kw_only=True)
class ReaderInfo:
    """One container format: how it is recognised and who reads it.

    >>> ReaderInfo(name="text", version="1", factory="nkdocs.readers.text:TextReader", suffixes=[".txt"]).suffixes
    ('.txt',)
    """

    name: str = attrs.field(validator=_id)
    version: str = attrs.field(validator=_version)
    factory: Factory = attrs.field(validator=_factory)
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    magic: tuple[bytes, ...] = attrs.field(default=(), converter=_magic)
    media_types: frozenset[str] = attrs.field(default=frozenset(), converter=_text_set)
    doc_url: str | None = None
    api_version: int = API_VERSION


def _target(_: object, __: object, value: object) -> None:
    if value not in {"file", "folder"}:
        raise UsageError(f"target is 'file' or 'folder', not {value!r}")


def _accepts(_: object, __: object, value: object) -> None:
    if value not in {"article", "parsed"}:
        raise UsageError(f"accepts is 'article' or 'parsed', not {value!r}")


@attrs.frozen(slots=True, kw_only=True)
class ExporterInfo:
    """One output format; ``lost`` names the record keys it cannot carry.

    >>> ExporterInfo(name="text", version="1", factory="nkdocs.exporters.text:TextExporter",
    ...              media_type="text/plain", suffixes=[".txt"]).target
    'file'
    """

    name: str = attrs.field(validator=_id)
    version: str = attrs.field(validator=_version)
    factory: Factory = attrs.field(validator=_factory)
    media_type: str
    suffixes: tuple[str, ...] = attrs.field(converter=_texts)
    streaming: bool = True
    lossless: bool = False
    lost: frozenset[str] = attrs.field(default=frozenset(), converter=_text_set)
    seekable: bool = False
    target: str = attrs.field(default="file", validator=_target)
    accepts: str = attrs.field(default="article", validator=_accepts)
    doc_url: str | None = None
    api_version: int = API_VERSION


class Phase(IntEnum):
    """When an enricher runs."""

    NORMALIZE = 10
    ENTITIES = 20
    LINK = 30
    AUDIT = 40


@attrs.frozen(slots=True, kw_only=True)
class EnricherInfo:
    """One finishing step; ``changes`` names the record keys it may change.

    >>> EnricherInfo(name="dates", version="1", factory="nkdocs.enrichers.dates:Dates", changes=["dates"]).phase.name
    'NORMALIZE'
    """

    name: str = attrs.field(validator=_id)
    version: str = attrs.field(validator=_version)
    factory: Factory = attrs.field(validator=_factory)
    changes: frozenset[str] = attrs.field(converter=_text_set)
    phase: Phase = Phase.NORMALIZE
    after: tuple[str, ...] = attrs.field(default=(), converter=_texts)
    doc_url: str | None = None
    api_version: int = API_VERSION
