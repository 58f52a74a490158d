"""Names that must differ within a file, though what is named may come twice."""

__all__ = ["OwnNames"]


class OwnNames:
    """Gives each name once: a second time it gets a number, and so on.

    >>> own = OwnNames("~")
    >>> [own.of(name) for name in ("a", "a~2", "a", "a")]
    ['a', 'a~2', 'a~3', 'a~4']

    Args:
        mark: what stands between a name and its number.
    """

    def __init__(self, mark: str) -> None:
        self._mark = mark
        self._given: set[str] = set()
        self._counts: dict[str, int] = {}

    def of(self, name: str) -> str:
        """The name, or one like it that nobody has yet."""
        own, count = name, self._counts.get(name, 1)
        while own in self._given:
            count += 1
            own = f"{name}{self._mark}{count}"
        self._given.add(own)
        if count > 1:
            self._counts[name] = count
        return own
