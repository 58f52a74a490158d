"""The declarative helper: a newsroom's habits as plain data."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import attrs

from nkdocs.errors import UsageError
from nkdocs.plugin import fields
from nkdocs.records.frozen import FrozenMapping
from nkdocs.records.roles import ROLES
from nkdocs.version import API_VERSION

__all__ = ["HEADER_ROLES", "OutletRules"]

HEADER_ROLES: Final = frozenset(
    {"section", "kicker", "headline", "standfirst", "byline", "date", "dateline", "caption", "edition", "boilerplate"}
)
_CLASS_ROLES: Final = (ROLES - {"unknown"}) | {"comments"}
_FOOTER_ROLES: Final = frozenset({"contact", "bio", "edition", "boilerplate", "caption"})


def _steps(_: object, __: object, value: tuple[str, ...]) -> None:
    for step in value:
        role = step[:-1] if step.endswith(("?", "*")) else step
        if role not in HEADER_ROLES:
            raise UsageError(f"a header step is one of {', '.join(sorted(HEADER_ROLES))}, with ? or *, not {step!r}")


def _patterns(values: Mapping[str, str | Iterable[str]]) -> FrozenMapping[tuple[str, ...]]:
    if not isinstance(values, Mapping):
        raise UsageError(f"patterns maps roles to regular expressions, not {values!r}")
    return FrozenMapping({role: (p,) if isinstance(p, str) else fields.texts(p) for role, p in values.items()})


def _known_patterns(_: object, attribute: Any, value: FrozenMapping[tuple[str, ...]]) -> None:
    for role, patterns in value.items():
        if role not in HEADER_ROLES | _FOOTER_ROLES:
            raise UsageError(f"patterns: no role is called {role!r}")
        fields.compiling(None, attribute, patterns)


def _classes(values: Mapping[str, str]) -> FrozenMapping[str]:
    if not isinstance(values, Mapping):
        raise UsageError(f"classes maps CSS classes to roles, not {values!r}")
    return FrozenMapping(values)


def _known_classes(_: object, __: object, value: FrozenMapping[str]) -> None:
    for name, role in value.items():
        if role not in _CLASS_ROLES:
            raise UsageError(f"classes: {name!r} is mapped to {role!r}, which is no role")


def _comments(_: object, __: object, value: str | None) -> None:
    if value is not None and value != "bullets":
        raise UsageError(f"comments is 'bullets' or None, not {value!r}")


# What a block of a role, and a group of a pattern, may set.
_SET_BY_ROLE: Final[Mapping[str, frozenset[str]]] = {
    "section": frozenset({"section"}),
    "kicker": frozenset({"kicker"}),
    "headline": frozenset({"headline", "kicker"}),
    "standfirst": frozenset({"standfirst"}),
    "byline": frozenset({"bylines", "published"}),
    "date": frozenset({"published"}),
    "caption": frozenset({"captions"}),
    "edition": frozenset({"editions"}),
    "bio": frozenset({"bylines"}),
    "contact": frozenset({"bylines"}),
    "comments": frozenset({"comments"}),
    "comment-author": frozenset({"comments"}),
}
_SET_BY_GROUP: Final[Mapping[str, str]] = {
    "date": "published",
    "updated": "updated",
    "headline": "headline",
    "kicker": "kicker",
    "section": "section",
}
# A dateline is looked for without being asked, and may name who reports.
_ALWAYS_SET: Final = frozenset({"language", "paragraphs", "dateline", "bylines"})


_OWN_ID: Final[Any] = attrs.Factory(lambda rules: rules.id, takes_self=True)


@attrs.frozen(slots=True, kw_only=True)
class OutletRules:
    """An outlet described by data alone; accepted wherever a ``ParserInfo`` is.

    >>> OutletRules(id="ledger", version="1", hosts=["borderledger.example"], header=["headline"]).outlet
    'ledger'

    Raises:
        UsageError: for an unknown role or step, or a pattern that does not compile.
    """

    id: str = attrs.field(validator=fields.identifier)
    version: str = attrs.field(validator=fields.version)
    outlet: str | None = attrs.field(default=_OWN_ID, validator=fields.string_or_none)
    language: str | None = attrs.field(default=None, validator=fields.string_or_none)
    hosts: frozenset[str] = attrs.field(default=frozenset(), converter=fields.text_set)
    markers: tuple[str, ...] = attrs.field(default=(), converter=fields.texts, validator=fields.compiling)
    header: tuple[str, ...] = attrs.field(default=(), converter=fields.texts, validator=_steps)
    patterns: FrozenMapping[tuple[str, ...]] = attrs.field(
        factory=FrozenMapping, converter=_patterns, validator=_known_patterns
    )
    comments: str | None = attrs.field(default=None, validator=_comments)
    classes: FrozenMapping[str] = attrs.field(factory=FrozenMapping, converter=_classes, validator=_known_classes)
    media_types: frozenset[str] = attrs.field(default=fields.ARTICLE_MEDIA_TYPES, converter=fields.text_set)
    captured: tuple[date | None, date | None] | None = attrs.field(
        default=None, converter=fields.pair, validator=fields.capture_range
    )
    replaces: str | None = attrs.field(default=None, validator=fields.string_or_none)
    thread_safe: bool = attrs.field(default=True, validator=fields.truth)
    doc_url: str | None = attrs.field(default=None, validator=fields.string_or_none)
    api_version: int = attrs.field(default=API_VERSION, validator=fields.whole_number)

    @property
    def produces(self) -> frozenset[str]:
        """The ``Draft`` fields these rules may set, as a ``ParserInfo`` says it.

        >>> rules = OutletRules(id="ledger", version="1", header=["headline"])
        >>> sorted(rules.produces - {"bylines", "dateline", "language", "paragraphs", "published"})
        ['headline', 'kicker', 'outlet']
        """
        roles = {step.rstrip("?*") for step in self.header} | set(self.classes.values()) | _FOOTER_ROLES
        used = {role: self.patterns.get(role, ()) for role in roles}
        groups = {name for patterns in used.values() for pattern in patterns for name in re.compile(pattern).groupindex}
        # After the header nothing is read that has no pattern.
        read = [role for role in used if used[role] or role in self.classes.values() or role not in _FOOTER_ROLES]
        found = {field for role in read for field in _SET_BY_ROLE.get(role, ())}
        found.update(_SET_BY_GROUP[name] for name in groups & _SET_BY_GROUP.keys())
        # A page may state in its metadata what its text does not.
        found.update(_ALWAYS_SET, {"published"} if "text/html" in self.media_types else ())
        found.update({"outlet"} if self.outlet else (), {"comments"} if self.comments else ())
        return frozenset(found)
