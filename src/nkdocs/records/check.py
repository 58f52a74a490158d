"""Validators of record fields: each refuses with a ``UsageError`` that names the field."""

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from nkdocs.errors import UsageError
from nkdocs.text.span import Span

__all__ = ["each", "flag", "one_of", "optional", "several", "span_or_none"]

Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def span_or_none(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """A ``Span``, or None for a value that was found in metadata."""
    if value is not None and value.__class__ is not Span:
        raise UsageError(f"{attribute.name} is a Span or None, not {value!r}")


def flag(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
    """True or False."""
    if value is not True and value is not False:
        raise UsageError(f"{attribute.name} is True or False, not {value!r}")


def optional(kind: type) -> Validator:
    """An instance of ``kind``, or None."""

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if value is not None and not isinstance(value, kind):
            raise UsageError(f"{attribute.name} is a {kind.__name__} or None, not {value!r}")

    return check


def one_of(kind: type) -> Validator:
    """An instance of ``kind``."""

    def check(_: object, attribute: "attrs.Attribute[Any]", value: object) -> None:
        if not isinstance(value, kind):
            raise UsageError(f"{attribute.name} is a {kind.__name__}, not {value!r}")

    return check


def each(kind: type) -> Validator:
    """A tuple whose members are all instances of ``kind``."""

    def check(_: object, attribute: "attrs.Attribute[Any]", value: tuple[object, ...]) -> None:
        for member in value:
            if not isinstance(member, kind):
                raise UsageError(f"{attribute.name} holds {kind.__name__}s, not {member!r}")

    return check


def several(values: Iterable[Any]) -> tuple[Any, ...]:
    """Any iterable as a tuple; a bare string where a collection is meant is refused.

    >>> several(["body"])
    ('body',)
    """
    if isinstance(values, tuple):
        return values
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise UsageError(f"expected a collection, not {values!r}")
    return tuple(values)
