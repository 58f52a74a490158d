"""Date phrases: a phrase becomes a ``When`` or nothing; never a guess, never today's date."""

from datetime import tzinfo

from nkdocs.text.dates.reading import Reading, read
from nkdocs.text.dates.relative import resolve
from nkdocs.text.dates.when import When
from nkdocs.text.dates.zones import KST, PYONGYANG
from nkdocs.text.span import Span

__all__ = ["KST", "PYONGYANG", "Reading", "read", "read_when", "resolve"]


def read_when(
    raw: str, span: Span | None, *, zone: tzinfo | None = None, basis: str = "stated", order: str | None = None
) -> When | None:
    """The ``When`` of a whole phrase, or None: ``read`` without the conflicts.

    >>> read_when("June 20, Juche108(2019)", Span(0, 23)).edtf
    '2019-06-20'
    """
    reading = read(raw, span, zone=zone, basis=basis, order=order)
    return None if reading is None else reading.when
