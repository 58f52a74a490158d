"""The declarative helper: a newsroom's habits as plain data."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import attrs

from nkdocs.errors import UsageError
from nkdocs.layout.block import API_VERSION
from nkdocs.plugin.info import (
    ARTICLE_MEDIA_TYPES,
    _id,
    _text_set,
    _texts,
    _version,
    capture_range,
    compiled_markers,
)
from nkdocs.records.frozen import FrozenMapping

__all__ = ["HEADER_ROLES", "OutletRules"]

HEADER_ROLES: Final = frozenset(
    {"section", "kicker", "headline", "standfirst", "byline", "date", "dateline", "caption", "edition", "boilerplate"}
)
_FOOTER_ROLES: Final = frozenset({"contact", "bio", "edition", "boilerplate", "caption"})


def _steps(_: object, __: object, value: tuple[str, ...]) -> None:
    for step in value:
        if step.rstrip("?*") not in HEADER_ROLES or len(step) - len(step.rstrip("?*")) > 1:
            raise UsageError(f"a header step is one of {', '.join(sorted(HEADER_ROLES))}, with ? or *, not {step!r}")


def _patterns(values: Mapping[str, str | Iterable[str]]) -> FrozenMapping[tuple[str, ...]]:
    if not isinstance(values, Mapping):
        raise UsageError(f"patterns maps roles to regular expressions, not {values!r}")
    return FrozenMapping({role: (p,) if isinstance(p, str) else _texts(p) for role, p in values.items()})


def _known_patterns(_: object, attribute: Any, value: FrozenMapping[tuple[str, ...]]) -> None:
    for role, patterns in value.items():
        if role not in HEADER_ROLES | _FOOTER_ROLES:
            raise UsageError(f"patterns: no role is called {role!r}")
        compiled_markers(None, attribute, patterns)


def _classes(values: Mapping[str, str]) -> FrozenMapping[str]:
    if not isinstance(values, Mapping):
        raise UsageError(f"classes maps CSS classes to roles, not {values!r}")
    return FrozenMapping(values)


def _comments(_: object, __: object, value: object) -> None:
    if value not in {None, "bullets"}:
        raise UsageError(f"comments is 'bullets' or None, not {value!r}")


@attrs.frozen(slots=True, kw_only=True)
class OutletRules:
    """An outlet described by data alone; accepted wherever a ``ParserInfo`` is.

    >>> OutletRules(id="ledger", version="1", hosts=["borderledger.example"], header=["headline"]).outlet
    'ledger'

    Raises:
        UsageError: for an unknown role or step, or a pattern that does not compile.
    """

    id: str = attrs.field(validator=_id)
    version: str = attrs.field(validator=_version)
    outlet: str | None = attrs.field()
    language: str | None = None
    hosts: frozenset[str] = attrs.field(default=frozenset(), converter=_text_set)
    markers: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=compiled_markers)
    header: tuple[str, ...] = attrs.field(default=(), converter=_texts, validator=_steps)
    patterns: FrozenMapping[tuple[str, ...]] = attrs.field(
        factory=FrozenMapping, converter=_patterns, validator=_known_patterns
    )
    comments: str | None = attrs.field(default=None, validator=_comments)
    classes: FrozenMapping[str] = attrs.field(factory=FrozenMapping, converter=_classes)
    media_types: frozenset[str] = attrs.field(default=ARTICLE_MEDIA_TYPES, converter=_text_set)
    captured: tuple[date | None, date | None] | None = attrs.field(default=None, validator=capture_range)
    replaces: str | None = None
    thread_safe: bool = True
    doc_url: str | None = None
    api_version: int = API_VERSION

    @outlet.default
    def _own_id(self) -> str:
        return self.id
