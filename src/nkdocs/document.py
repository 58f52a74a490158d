"""What was captured, before anyone has looked inside."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.article import Origin
from nkdocs.records.frozen import FrozenMapping

__all__ = ["Document"]


def _text_or_none(_: object, attribute: "attrs.Attribute[str | None]", value: str | None) -> None:
    if value is not None and not isinstance(value, str):
        raise UsageError(f"{attribute.name} is a string or None, not {value!r}")


def _content(_: object, __: object, value: str | bytes) -> None:
    if not isinstance(value, (str, bytes)):
        raise UsageError(f"content is str or bytes, not {type(value).__name__}")


def _captured(_: object, __: object, value: date | None) -> None:
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise UsageError(f"captured is an aware datetime or a date, not {value!r}")


_NO_HINTS: Final[FrozenMapping[str]] = FrozenMapping()


def _hints(values: Mapping[str, str]) -> FrozenMapping[str]:
    return values if isinstance(values, FrozenMapping) else FrozenMapping(values)


@attrs.frozen(slots=True)
class Document:
    """One captured document: content and what is known about its capture.

    ``content`` is text or bytes, never a path. ``captured`` is an aware ``datetime`` or a ``date``; relative
    dates of the text are resolved against it. ``hints`` are what a feed or table says of the document
    (``title``, ``author``, ``published``); ``origin`` is where in a container it stood.

    >>> Document("A line.", name="a.txt").name
    'a.txt'

    Raises:
        UsageError: for a value of the wrong type, or a naive ``captured``.
    """

    content: str | bytes = attrs.field(validator=_content)
    url: str | None = attrs.field(default=None, validator=_text_or_none)
    media_type: str | None = attrs.field(default=None, validator=_text_or_none)
    captured: date | None = attrs.field(default=None, validator=_captured)
    encoding: str | None = attrs.field(default=None, validator=_text_or_none)
    name: str | None = attrs.field(default=None, validator=_text_or_none)
    origin: Origin | None = None
    hints: FrozenMapping[str] = attrs.field(default=_NO_HINTS, converter=_hints, kw_only=True)
