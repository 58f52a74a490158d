"""Another time for plugin code: who looks at the clock is told a year that is not this one."""

import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime, tzinfo
from types import ModuleType
from typing import Any, Final
from unittest.mock import patch

__all__ = ["clock_at"]

# Of nkdocs itself only the wings are told: plugins live there, and records are made of real dates.
_CORE: Final = "nkdocs."
_WINGS: Final = ("nkdocs.parsers", "nkdocs.readers", "nkdocs.exporters", "nkdocs.enrichers")
_TELLING: Final = ("localtime", "gmtime", "strftime", "ctime", "asctime")


@contextmanager
def clock_at(year: int) -> Generator[None, None, None]:
    """Let ``time`` and ``datetime`` tell the third of May of a year, to whoever asks them from Python.

    >>> with clock_at(1999):
    ...     time.strftime("%Y")
    '1999'
    """
    moment = datetime(year, 5, 3, 4, 5, 6, tzinfo=UTC)
    fakes: dict[Any, Any] = {datetime: _datetime_at(moment), date: _date_at(moment)}
    fakes |= _functions_at(moment)
    with ExitStack() as stack:
        for module, name, fake in list(_places(fakes)):
            stack.enter_context(patch.object(module, name, fake))
        yield


def _places(fakes: dict[Any, Any]) -> Iterator[tuple[ModuleType, str, Any]]:
    """Every global of a module that is one of the real things."""
    known = {id(real): fake for real, fake in fakes.items()}
    for module in list(sys.modules.values()):
        if isinstance(module, ModuleType) and _is_told(module.__name__):
            for name, value in list(vars(module).items()):
                if id(value) in known:
                    yield module, name, known[id(value)]


def _is_told(name: str) -> bool:
    return name != __name__ and (not name.startswith(_CORE) or name.startswith(_WINGS))


class _Lookalike(type):
    """Real dates are instances of the class that stands in for theirs."""

    real: type

    def __instancecheck__(cls, instance: object) -> bool:
        return isinstance(instance, cls.real)


def _datetime_at(moment: datetime) -> type:
    def now(_: object, tz: tzinfo | None = None) -> datetime:
        return moment.astimezone(tz) if tz is not None else moment.replace(tzinfo=None)

    def naive(_: object) -> datetime:
        return moment.replace(tzinfo=None)

    told: dict[str, Any] = {"now": classmethod(now), "utcnow": classmethod(naive), "today": classmethod(naive)}
    return _stand_in(datetime, told)


def _date_at(moment: datetime) -> type:
    def today(_: object) -> date:
        return moment.date()

    return _stand_in(date, {"today": classmethod(today)})


def _stand_in(real: type, told: dict[str, Any]) -> type:
    """A subclass that makes real ones."""

    def made(_: type, *args: Any, **kwargs: Any) -> Any:
        return real(*args, **kwargs)

    return _Lookalike(real.__name__, (real,), {"real": real, "__new__": made, **told})


def _functions_at(moment: datetime) -> dict[Any, Any]:
    seconds = moment.timestamp()
    fakes: dict[Any, Any] = {time.time: lambda: seconds, time.time_ns: lambda: int(seconds) * 10**9}
    return fakes | {getattr(time, name): _telling(getattr(time, name), moment) for name in _TELLING}


def _telling(real: Callable[..., Any], moment: datetime) -> Callable[..., Any]:
    """A function of ``time`` that without a time given would take the present one."""
    wanted = 1 if real is time.strftime else 0
    present: Any = moment.utctimetuple() if real in {time.strftime, time.asctime} else moment.timestamp()

    def told(*args: Any) -> Any:
        return real(*args) if len(args) > wanted else real(*args, present)

    return told
