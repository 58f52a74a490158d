"""JSON values to the plain values of a record: strings, numbers, days, times, spans; or a reason why not."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final, cast

from nkdocs.errors import UsageError
from nkdocs.text.span import Span

__all__ = ["SCALAR_LOADERS", "Misfit", "chosen", "unfit"]

_SHOWN: Final = 40
_A_PAIR: Final = "a pair [start, end]"
_A_DAY: Final = "a day such as 2014-06-02"
_A_TIME: Final = "a time with its zone, such as 2014-06-02T09:30:00+09:00,"


class Misfit(Exception):  # noqa: N818 - no error yet: from_dict makes one of it
    """A value that does not fit; its path is put together on the way out, so that a good record pays nothing."""

    def __init__(self, reason: str, *path: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.path: list[str] = list(path)


def unfit(wanted: str, value: object) -> Misfit:
    """A value of the wrong type. Only the type is told: the repr of a value nested without end never comes back."""
    return Misfit(f"{wanted} is wanted, not {'null' if value is None else type(value).__name__}")


def chosen(choices: tuple[str, ...]) -> Callable[[Any], str]:
    """A loader of one of these strings.

    >>> chosen(("day", "month"))("day")
    'day'
    """

    def load(value: Any) -> str:
        if _string(value) not in choices:
            raise _misspelt(f"one of {', '.join(choices)}", value)
        return str(value)

    return load


def _misspelt(wanted: str, value: str) -> Misfit:
    return Misfit(f"{wanted} is wanted, not {value[:_SHOWN]!r}")


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise unfit("a string", value)
    return value


def _integer(value: Any) -> int:
    if value.__class__ is not int:
        raise unfit("an integer", value)
    return int(value)


def _flag(value: Any) -> bool:
    if value.__class__ is not bool:
        raise unfit("true or false", value)
    return bool(value)


def _span(value: Any) -> Span:
    if not isinstance(value, (list, tuple)):
        raise unfit(_A_PAIR, value)
    pair = cast("Sequence[Any]", value)
    if len(pair) != 2:  # noqa: PLR2004 - start and end
        raise Misfit(f"{_A_PAIR} is wanted, not {len(pair)} values")
    try:
        return Span(_integer(pair[0]), _integer(pair[1]))
    except UsageError as error:
        raise Misfit(str(error)) from error


def _day(value: Any) -> date:
    try:
        day = date.fromisoformat(_string(value))
    except ValueError as error:
        raise _misspelt(_A_DAY, value) from error
    # Python also reads 20140602 and 2014-W23-1, which the schema does not know.
    if day.isoformat() != value:
        raise _misspelt(_A_DAY, value)
    return day


def _instant(value: Any) -> datetime:
    try:
        instant = datetime.fromisoformat(_string(value))
    except ValueError as error:
        raise _misspelt(_A_TIME, value) from error
    if instant.utcoffset() is None:
        raise _misspelt(_A_TIME, value)
    return instant


def _day_or_instant(value: Any) -> date:
    return _instant(value) if "T" in _string(value) else _day(value)


SCALAR_LOADERS: Final[dict[tuple[type, ...], Callable[[Any], Any]]] = {
    (str,): _string,
    (int,): _integer,
    (bool,): _flag,
    (date,): _day,
    (datetime,): _instant,
    (date, datetime): _day_or_instant,
    (Span,): _span,
}
