"""Date phrases: a phrase becomes a ``When`` or nothing; never a guess, never today's date.

The grammars are loaded by the first phrase that is read: records need only ``When``.
"""

from datetime import date, tzinfo

from nkdocs.text.dates.answer import Reading
from nkdocs.text.dates.when import When
from nkdocs.text.dates.zones import KST, PYONGYANG
from nkdocs.text.span import Span

__all__ = ["KST", "PYONGYANG", "Reading", "read", "read_when", "resolve"]


def read(
    raw: str, span: Span | None, *, zone: tzinfo | None = None, basis: str = "stated", order: str | None = None
) -> Reading | None:
    """Read a whole phrase, with what in it contradicts itself; or nothing.

    A clock whose zone is known gives an ``instant``; the precision is then ``instant`` where seconds were written,
    else ``minute``. Without a zone it stays ``minute`` without ``instant``.

    Args:
        raw: the phrase as written; white space around it is let pass.
        span: where it stands, None for metadata.
        zone: the zone of a clock that names none.
        basis: where the phrase was found, as in ``When``.
        order: ``"dmy"`` or ``"mdy"`` for a source known to write 01/06/2023 so; without it such a day is none.

    >>> read("Tuesday 2nd June, 2014", None).conflicts
    ('weekday',)
    """
    from nkdocs.text.dates.reading import reading_of

    return reading_of(raw, span, zone=zone, basis=basis, order=order)


def read_when(
    raw: str, span: Span | None, *, zone: tzinfo | None = None, basis: str = "stated", order: str | None = None
) -> When | None:
    """The ``When`` of a whole phrase, or None: ``read`` without the conflicts.

    >>> read_when("June 20, Juche108(2019)", Span(0, 23)).edtf
    '2019-06-20'
    """
    reading = read(raw, span, zone=zone, basis=basis, order=order)
    return None if reading is None else reading.when


def resolve(when: When, reference: date) -> When:
    """Place a phrase relative to a day; unchanged where it has bounds already or no day can place it.

    A weekday is the latest such day before ``reference``, a day or month without a year the latest on or before it;
    of a range the end decides. The precision stays that of the phrase, the basis becomes ``resolved``.

    >>> resolve(read_when("Oct. 18 to 21", None), date(2014, 11, 3)).edtf
    '2014-10-18/2014-10-21'
    """
    from nkdocs.text.dates.relative import placed_when

    return placed_when(when, reference)
