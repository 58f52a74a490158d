"""Converters and validators of what plugins describe; each refusal names the field and what it takes."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final, cast

import attrs

from nkdocs.errors import UsageError

__all__ = [
    "ARTICLE_MEDIA_TYPES",
    "capture_range",
    "compiling",
    "factory",
    "identifier",
    "magic_bytes",
    "pair",
    "some",
    "string",
    "string_or_none",
    "text_set",
    "texts",
    "truth",
    "version",
    "whole_number",
]

ARTICLE_MEDIA_TYPES: Final = frozenset({"text/plain", "text/html"})

_Field = attrs.Attribute
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?")
_FACTORY: Final = re.compile(r"[^\W\d][\w.]*:[^\W\d][\w.]*")
_PAIR: Final = 2


def texts(values: Iterable[str]) -> tuple[str, ...]:
    """A tuple of strings; a bare string where a collection is meant is refused.

    >>> texts(["a", "b"])
    ('a', 'b')
    """
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise UsageError(f"expected a collection of strings, not {values!r}")
    members = tuple(values)
    for member in members:
        if not isinstance(member, str):
            raise UsageError(f"expected strings, not {member!r}")
    return members


def text_set(values: Iterable[str]) -> frozenset[str]:
    """The same as a set."""
    return frozenset(texts(values))


def magic_bytes(values: Any) -> tuple[bytes, ...]:
    """A tuple of byte strings."""
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise UsageError(f"magic is a collection of bytes, not {values!r}")
    members: list[bytes] = []
    for member in cast("Iterable[object]", values):
        if not isinstance(member, bytes):
            raise UsageError(f"magic is a collection of bytes, not of {member!r}")
        members.append(member)
    return tuple(members)


def pair(value: Any) -> Any:
    """A list of two is as good as a tuple; what is neither is left to the validator."""
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value


def identifier(_: object, field: "_Field[Any]", value: Any) -> None:
    """Lower-case words joined by hyphens, with at most one slash."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise UsageError(f"{field.name} matches ^{_ID.pattern}$, not {value!r}")


def some(_: object, field: "_Field[Any]", value: tuple[str | bytes, ...]) -> None:
    """None of them is empty: that would fit everything."""
    if not all(value):
        raise UsageError(f"{field.name} holds an empty one, which would fit every file")


def version(_: object, field: "_Field[Any]", value: Any) -> None:
    """A string that is not empty."""
    if not isinstance(value, str) or not value:
        raise UsageError(f"{field.name} is a string such as '1', not {value!r}")


def string(_: object, field: "_Field[Any]", value: Any) -> None:
    """A string."""
    if not isinstance(value, str):
        raise UsageError(f"{field.name} is a string, not {value!r}")


def string_or_none(_: object, field: "_Field[Any]", value: str | None) -> None:
    """A string, or None."""
    if value is not None and not isinstance(value, str):
        raise UsageError(f"{field.name} is a string or None, not {value!r}")


def truth(_: object, field: "_Field[Any]", value: Any) -> None:
    """True or False."""
    if value.__class__ is not bool:
        raise UsageError(f"{field.name} is True or False, not {value!r}")


def whole_number(_: object, field: "_Field[Any]", value: Any) -> None:
    """An integer."""
    if value.__class__ is not int:
        raise UsageError(f"{field.name} is an integer, not {value!r}")


def factory(_: object, field: "_Field[Any]", value: Any) -> None:
    """``module:object``, or something that can be called."""
    if not callable(value) and not (isinstance(value, str) and _FACTORY.fullmatch(value)):
        raise UsageError(f"{field.name} is 'module:object' or a callable, not {value!r}")


def compiling(_: object, field: "_Field[Any]", value: tuple[str, ...]) -> None:
    """Regular expressions that compile; the one that does not is named."""
    for pattern in value:
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as error:
            raise UsageError(f"{field.name}: {pattern!r} is no regular expression: {error}") from error


def capture_range(_: object, field: "_Field[Any]", value: Any) -> None:
    """Two days in order, either of which may be None."""
    if value is None:
        return
    days = cast("tuple[Any, ...]", value)
    if not isinstance(value, tuple) or len(days) != _PAIR or not all(map(_day_or_none, days)):
        raise UsageError(f"{field.name} is a pair of dates, either of them None at will, not {value!r}")
    first, last = days
    if first is not None and last is not None and first > last:
        raise UsageError(f"{field.name} ends on {last}, before it starts on {first}")


def _day_or_none(value: object) -> bool:
    return value is None or (isinstance(value, date) and not isinstance(value, datetime))
