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

    def __attrs_post_init__(self) -> None:
        """Refuse what is no range."""
        if not (self.start.__class__ is int and self.end.__class__ is int and 0 <= self.start <= self.end):
            raise UsageError(f"a span needs integers 0 <= start <= end, not {self.start!r}, {self.end!r}")

    def of(self, text: str) -> str:
        """The slice of ``text`` that this span covers."""
        return text[self.start : self.end]
