"""Values as plain lists, so that two of them can be compared across processes and a difference can be told."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, cast

import attrs

from nkdocs.layout.block import Element

__all__ = ["difference", "likeness"]

_ADDRESS: Final = re.compile(r"\b0x[0-9A-Fa-f]{4,}\b")
_SHOWN: Final = 60


def likeness(value: object) -> Any:
    """What a value says, as ``json`` takes it; equal for two values that say the same and are of the same kinds.

    >>> from nkdocs.records import Note
    >>> likeness(Note(code="lost-line"))
    {'': 'Note', 'code': 'lost-line', 'span': None, 'detail': None}
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    kind = type(value)
    if attrs.has(kind):
        return {"": kind.__name__, **{field.name: likeness(getattr(value, field.name)) for field in attrs.fields(kind)}}
    if isinstance(value, date):
        return value.isoformat()
    return _container(value, kind.__name__)


def _container(value: object, name: str) -> Any:
    """What stands in a container, after the name of its class; what is none by its expression."""
    if isinstance(value, Element):
        return [name, *(likeness(each) for each in value.values())]
    if isinstance(value, Mapping):
        members = cast("Mapping[object, object]", value)
        return {"": name, **{str(key): likeness(each) for key, each in members.items()}}
    if isinstance(value, (tuple, list)):
        return [name, *(likeness(each) for each in cast("list[object]", value))]
    if isinstance(value, (set, frozenset)):
        return [name, *sorted(repr(likeness(each)) for each in cast("set[object]", value))]
    return _ADDRESS.sub("0x", repr(value))


def difference(one: object, other: object) -> str | None:
    """Where two likenesses first differ, and how; None if they do not.

    >>> difference({"headline": ["Text", "a"]}, {"headline": ["Text", "b"]})
    "headline[0]: 'a' / 'b'"
    """
    if one == other:
        return None
    path = ""
    while (step := _step(one, other)) is not None:
        name, one, other = step
        path += name
    return f"{path.lstrip('.') or 'the whole'}: {_short(one)} / {_short(other)}"


def _step(one: object, other: object) -> tuple[str, object, object] | None:
    """The first part in which two containers of one size differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        fields, others = cast("dict[str, object]", one), cast("dict[str, object]", other)
        if fields.keys() == others.keys():
            return next((f".{key}", fields[key], others[key]) for key in fields if fields[key] != others[key])
    if isinstance(one, list) and isinstance(other, list):
        parts, rest = cast("list[object]", one), cast("list[object]", other)
        if len(parts) == len(rest):
            pairs = enumerate(zip(parts, rest, strict=True))
            return next((f"[{place - 1}]", a, b) for place, (a, b) in pairs if a != b)
    return None


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
