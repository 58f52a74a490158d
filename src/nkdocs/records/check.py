"""What record fields may hold: each check refuses with a ``UsageError`` that names the field.

Records that every document is full of look at their fields in one ``__attrs_post_init__``, with what is nearly always
so written out: a validator or converter a field took half the time of making a record. What is left comes here.
"""

from collections.abc import Callable, Iterable
from typing import Any

import attrs

from nkdocs.errors import UsageError
from nkdocs.text.span import Span
from nkdocs.text.tidy import storable

__all__ = ["all_are", "check_each", "flag", "hold_text", "optional", "several", "span_or_none", "wrong_span"]

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


def hold_text(record: object, name: str) -> None:
    """Put U+FFFD in a text field for what cannot be stored; refuse what is no string."""
    value = getattr(record, name)
    kept = storable(value)
    if kept is not value:
        object.__setattr__(record, name, kept)


def all_are(members: Iterable[object], kind: type) -> bool:
    """Whether all are of exactly this class."""
    for member in members:  # noqa: SIM110 - a generator in all() takes three times as long
        if member.__class__ is not kind:
            return False
    return True


def check_each(record: object, name: str, kind: type) -> None:
    """Refuse a collection with a member that is no instance of ``kind``."""
    for member in getattr(record, name):
        if member.__class__ is not kind and not isinstance(member, kind):
            raise UsageError(f"{name} holds {kind.__name__}s, not {member!r}")


def wrong_span(span: object) -> UsageError:
    """The error for what is neither a ``Span`` nor None."""
    return UsageError(f"span is a Span or None, not {span!r}")
