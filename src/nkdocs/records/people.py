"""Who wrote it."""

import attrs

from nkdocs.records.check import span_or_none
from nkdocs.text.span import Span
from nkdocs.text.tidy import storable, storable_or_none

__all__ = ["Byline"]


@attrs.frozen(slots=True, kw_only=True)
class Byline:
    """One author as the page names them.

    ``name`` is None where only a group or a role is given. ``role`` is singular and as written
    (``freelance reporter``); ``contact`` is None where the address was lost; ``raw`` is the slice of ``span``.

    >>> Byline(name="Han Sol", raw="By Han Sol", span=Span(0, 10)).role is None
    True
    """

    name: str | None = attrs.field(converter=storable_or_none)
    role: str | None = attrs.field(default=None, converter=storable_or_none)
    affiliation: str | None = attrs.field(default=None, converter=storable_or_none)
    contact: str | None = attrs.field(default=None, converter=storable_or_none)
    bio: str | None = attrs.field(default=None, converter=storable_or_none)
    raw: str = attrs.field(converter=storable)
    span: Span | None = attrs.field(validator=span_or_none)
