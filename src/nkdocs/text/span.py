"""Where in a text something stands."""

import attrs

from nkdocs.errors import UsageError

__all__ = ["Span"]


@attrs.frozen(slots=True)
class Span:
    """A half-open range of code points of ``Parsed.text``.

    >>> Span(0, 4).of("Pyongyang")
    'Pyon'

    Raises:
        UsageError: unless ``0 <= start <= end``.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Written out: a document has more spans than anything else, and made so one takes two thirds of the time."""
        if not (start.__class__ is int and end.__class__ is int and 0 <= start <= end):
            raise UsageError(f"a span needs integers 0 <= start <= end, not {start!r}, {end!r}")
        _put_start(self, start)
        _put_end(self, end)

    def of(self, text: str) -> str:
        """The slice of ``text`` that this span covers."""
        return text[self.start : self.end]


# Slots themselves let a frozen object be filled.
_put_start = vars(Span)["start"].__set__
_put_end = vars(Span)["end"].__set__
