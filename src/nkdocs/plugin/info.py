"""What a plugin registers: plain descriptions that import no implementation."""

from collections.abc import Callable
from datetime import date
from enum import IntEnum
from typing import Any

import attrs

from nkdocs.errors import UsageError
from nkdocs.plugin import fields
from nkdocs.version import API_VERSION

__all__ = ["EnricherInfo", "ExporterInfo", "Factory", "ParserInfo", "Phase", "ReaderInfo"]

Factory = str | Callable[[], Any]


@attrs.frozen(slots=True, kw_only=True)
class ParserInfo:
    """One parser: who it is, what it sets, and the claims that need no code.

    >>> ParserInfo(id="ledger", version="1", factory="nkdocs_ledger.full:Ledger", produces=["headline"]).hosts
    frozenset()

    Raises:
        UsageError: for an impossible id, a bare string where a collection is meant, a pattern that does not compile.
    """

    id: str = attrs.field(validator=fields.identifier)
    version: str = attrs.field(validator=fields.version)
    factory: Factory = attrs.field(validator=fields.factory)
    produces: frozenset[str] = attrs.field(converter=fields.text_set)
    hosts: frozenset[str] = attrs.field(default=frozenset(), converter=fields.text_set)
    markers: tuple[str, ...] = attrs.field(default=(), converter=fields.texts, validator=fields.compiling)
    media_types: frozenset[str] = attrs.field(default=fields.ARTICLE_MEDIA_TYPES, converter=fields.text_set)
    captured: tuple[date | None, date | None] | None = attrs.field(
        default=None, converter=fields.pair, validator=fields.capture_range
    )
    replaces: str | None = attrs.field(default=None, validator=fields.string_or_none)
    thread_safe: bool = attrs.field(default=True, validator=fields.truth)
    doc_url: str | None = attrs.field(default=None, validator=fields.string_or_none)
    api_version: int = attrs.field(default=API_VERSION, validator=fields.whole_number)


@attrs.frozen(slots=True, kw_only=True)
class ReaderInfo:
    """One container format: how it is recognised, who reads it, and which options of ``read`` it takes.

    ``options`` names what the reader looks for in ``ctx.options``; None, the default, says that it may take any.

    >>> ReaderInfo(name="text", version="1", factory="nkdocs.readers.text:TextReader", suffixes=[".txt"]).suffixes
    ('.txt',)
    """

    name: str = attrs.field(validator=fields.identifier)
    version: str = attrs.field(validator=fields.version)
    factory: Factory = attrs.field(validator=fields.factory)
    suffixes: tuple[str, ...] = attrs.field(default=(), converter=fields.texts, validator=fields.some)
    magic: tuple[bytes, ...] = attrs.field(default=(), converter=fields.magic_bytes, validator=fields.some)
    media_types: frozenset[str] = attrs.field(default=frozenset(), converter=fields.text_set)
    options: frozenset[str] | None = attrs.field(
        default=None, converter=attrs.converters.optional(fields.text_set), metadata={"none": "any"}
    )
    doc_url: str | None = attrs.field(default=None, validator=fields.string_or_none)
    api_version: int = attrs.field(default=API_VERSION, validator=fields.whole_number)


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

    name: str = attrs.field(validator=fields.identifier)
    version: str = attrs.field(validator=fields.version)
    factory: Factory = attrs.field(validator=fields.factory)
    media_type: str = attrs.field(validator=fields.string)
    suffixes: tuple[str, ...] = attrs.field(converter=fields.texts, validator=fields.some)
    streaming: bool = attrs.field(default=True, validator=fields.truth)
    lossless: bool = attrs.field(default=False, validator=fields.truth)
    lost: frozenset[str] = attrs.field(default=frozenset(), converter=fields.text_set)
    seekable: bool = attrs.field(default=False, validator=fields.truth)
    target: str = attrs.field(default="file", validator=_target)
    accepts: str = attrs.field(default="article", validator=_accepts)
    doc_url: str | None = attrs.field(default=None, validator=fields.string_or_none)
    api_version: int = attrs.field(default=API_VERSION, validator=fields.whole_number)


class Phase(IntEnum):
    """When an enricher runs."""

    NORMALIZE = 10
    ENTITIES = 20
    LINK = 30
    AUDIT = 40


def _phase(_: object, __: object, value: object) -> None:
    if not isinstance(value, Phase):
        raise UsageError(f"phase is a Phase, not {value!r}")


@attrs.frozen(slots=True, kw_only=True)
class EnricherInfo:
    """One finishing step; ``changes`` names the record keys it may change.

    >>> EnricherInfo(name="dates", version="1", factory="nkdocs.enrichers.dates:Dates", changes=["dates"]).phase.name
    'NORMALIZE'
    """

    name: str = attrs.field(validator=fields.identifier)
    version: str = attrs.field(validator=fields.version)
    factory: Factory = attrs.field(validator=fields.factory)
    changes: frozenset[str] = attrs.field(converter=fields.text_set)
    phase: Phase = attrs.field(default=Phase.NORMALIZE, validator=_phase)
    after: tuple[str, ...] = attrs.field(default=(), converter=fields.texts)
    doc_url: str | None = attrs.field(default=None, validator=fields.string_or_none)
    api_version: int = attrs.field(default=API_VERSION, validator=fields.whole_number)
