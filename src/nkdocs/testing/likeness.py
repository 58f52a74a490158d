"""Values as plain lists, so that two of them can be compared across processes and a difference can be told."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import attrs

from nkdocs.layout.block import Element

__all__ = ["difference", "likeness"]

_ADDRESS: Final = re.compile(r"\b0x[0-9A-Fa-f]{4,}\b")
_SHOWN: Final = 60


def likeness(value: object) -> Any:
    """What a value says, as ``json`` takes it; equal for two values that say the same and are of the same kinds.

    >>> from nkdocs.records import Span, Text
    >>> likeness(Text(text="Rice", span=Span(0, 4)))
    {'': 'Text', 'text': 'Rice', 'span': ['Span', 0, 4]}
    """
    if value is None or isinstance(value, (str, int, float)):
        return value
    if attrs.has(type(value)):
        named = {field.name: likeness(getattr(value, field.name)) for field in attrs.fields(type(value))}
        return {"": type(value).__name__, **named}
    if isinstance(value, Element):
        return ["Element", *(likeness(each) for each in value.values())]
    if isinstance(value, Mapping):
        return {"": type(value).__name__, **{str(key): likeness(each) for key, each in value.items()}}
    if isinstance(value, (tuple, list)):
        return [type(value).__name__, *(likeness(each) for each in value)]
    if isinstance(value, (set, frozenset)):
        return [type(value).__name__, *sorted(repr(likeness(each)) for each in value)]
    return value.isoformat() if isinstance(value, date) else _ADDRESS.sub("0x", repr(value))


def difference(one: object, other: object) -> str | None:
    """Where two likenesses first differ, and how; None if they do not.

    >>> difference({"headline": ["Text", "a"]}, {"headline": ["Text", "b"]})
    "headline[0]: 'a' / 'b'"
    """
    path = ""
    while one != other:
        step = _step(one, other)
        if step is None:
            return f"{path.lstrip('.') or 'the whole'}: {_short(one)} / {_short(other)}"
        name, one, other = step
        path += name
    return None if not path else path


def _step(one: Any, other: Any) -> tuple[str, Any, Any] | None:
    """The first part in which two containers of one size differ."""
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        return next((f".{key}", one[key], other[key]) for key in one if one[key] != other[key])
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return next((f"[{place - 1}]", a, b) for place, (a, b) in pairs if a != b)
    return None


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
