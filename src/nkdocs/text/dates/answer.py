"""What reading a date phrase gives: a ``When``, and the doubts about it."""

import attrs

from nkdocs.text.dates.when import When

__all__ = ["Reading"]


@attrs.frozen(slots=True)
class Reading:
    """A phrase read: its ``When``, and what in it contradicts itself.

    ``conflicts`` holds ``"weekday"`` (the date falls on another day of the week), ``"juche"`` or ``"era"``
    (the two years named differ); the date that is kept is the one of the common calendar.
    """

    when: When
    conflicts: tuple[str, ...] = ()
