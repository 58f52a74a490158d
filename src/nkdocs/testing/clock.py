"""Another time of day for a whole process, whoever asks for it and however."""

import ctypes
import time
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from gc import get_referents
from typing import Any, Final

__all__ = ["set_clock"]

# Those of ``time`` that take a moment and, without one, mean the present; with the number of arguments before it.
_OF_NOW: Final = {"localtime": 0, "gmtime": 0, "ctime": 0}


def set_clock(moment: float) -> None:
    """Let this process believe that it is now ``moment`` seconds after the epoch; the clock runs on from there.

    Made for a process of its own: there is no way back. ``datetime.now`` asks the system directly, and code may have
    taken hold of the class before, so the class itself is changed, not its name in the module; ``date.today`` and
    ``datetime.today`` ask ``time.time``.

    Raises:
        RuntimeError: if this interpreter does not let its clock be set.
    """
    real = time.time
    shift = moment - real()

    def now() -> float:
        return real() + shift

    _set_time(now)
    _set_datetime(now)
    if abs(datetime.now(UTC).timestamp() - moment) > _SLACK or abs(time.time() - moment) > _SLACK:
        raise RuntimeError("the clock of this interpreter cannot be set")


_SLACK: Final = 3600


def _set_time(now: Callable[[], float]) -> None:
    """The functions of ``time`` that know the present."""
    time.time = now
    time.time_ns = lambda: int(now() * 1e9)
    for name in _OF_NOW:
        setattr(time, name, _told_now(getattr(time, name), now))
    asctime, strftime = time.asctime, time.strftime

    def asctime_now(time_tuple: Any = None, /) -> str:
        return asctime(time.localtime() if time_tuple is None else time_tuple)

    def strftime_now(form: str, time_tuple: Any = None, /) -> str:
        return strftime(form, time.localtime() if time_tuple is None else time_tuple)

    time.asctime, time.strftime = asctime_now, strftime_now
    gettime = getattr(time, "clock_gettime", None)
    if gettime is not None:
        real_clock = time.CLOCK_REALTIME
        time.clock_gettime = lambda clock: now() if clock == real_clock else gettime(clock)
        time.clock_gettime_ns = lambda clock: int(time.clock_gettime(clock) * 1e9)


def _told_now(function: Callable[[float], Any], now: Callable[[], float]) -> Callable[..., Any]:
    def told(moment: float | None = None) -> Any:
        return function(now() if moment is None else moment)

    return told


def _set_datetime(now: Callable[[], float]) -> None:
    """``now`` and ``utcnow`` of the class, through the dictionary behind its read-only view."""

    def fixed_now(cls: type[datetime], tz: tzinfo | None = None) -> datetime:
        return cls.fromtimestamp(now(), tz)

    def fixed_utcnow(cls: type[datetime]) -> datetime:
        return cls.fromtimestamp(now(), UTC).replace(tzinfo=None)

    (attributes,) = get_referents(datetime.__dict__)
    attributes["now"] = classmethod(fixed_now)
    attributes["utcnow"] = classmethod(fixed_utcnow)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(datetime))
