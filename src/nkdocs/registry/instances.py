"""The implementations behind the descriptions: imported at first use, one a registry or one a thread."""

from collections.abc import Callable
from importlib import import_module
from operator import attrgetter
from threading import RLock, local
from typing import Any, Final

from nkdocs.plugin.outlet import OutletRules
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import Fault, guarded
from nkdocs.registry.problems import PluginProblem, problem

__all__ = ["Instances", "implementation"]

_METHODS: Final = {
    "parsers": ("claim", "parse"),
    "readers": ("read",),
    "exporters": ("open",),
    "enrichers": ("enrich",),
}


class Instances:
    """Makes what was registered when it is first needed, and remembers what could not be made.

    Args:
        report: takes the problem of each factory that fails, once.
    """

    def __init__(self, report: Callable[[PluginProblem], None]) -> None:
        self._report = report
        self._lock = RLock()
        self._shared: dict[tuple[str, str], Any] = {}
        self._own = local()

    def of(self, item: Registered) -> Any:
        """The implementation, or the ``Fault`` its factory ended in."""
        place = (item.wing, item.key)
        made = self._shared.get(place)
        if made is not None:
            return made
        if getattr(item.info, "thread_safe", True):
            return self._made(self._shared, place, item)
        mine: dict[tuple[str, str], Any] | None = getattr(self._own, "made", None)
        if mine is None:
            mine = self._own.made = {}
        return mine[place] if place in mine else self._made(mine, place, item)

    def places_of(self, made: object) -> list[tuple[str, str]]:
        """The wing and key of an implementation."""
        stores = (self._shared, getattr(self._own, "made", {}))
        return [place for store in stores for place, each in list(store.items()) if each is made]

    def _made(self, store: dict[tuple[str, str], Any], place: tuple[str, str], item: Registered) -> Any:
        with self._lock:
            if place in store:
                return store[place]
            made = guarded(implementation, item)
            if isinstance(made, Fault):
                # A factory that once failed is not asked again: the result must not hang on when it was asked.
                self._shared[place] = made
                self._report(_failure(item, made))
            else:
                store[place] = made
            return made


def implementation(item: Registered) -> Any:
    """A new instance of what was registered, or whatever its factory raises.

    Raises:
        TypeError: if what the factory gives lacks a method of its protocol.
    """
    made = _factory(item)()
    for method in _METHODS[item.wing]:
        if not callable(getattr(made, method, None)):
            raise TypeError(f"the factory gave {type(made).__name__}, which has no method {method}")
    return made


def _factory(item: Registered) -> Callable[[], Any]:
    if isinstance(item.info, OutletRules):
        interpreter = import_module("nkdocs.plugin.declared").DeclaredParser
        return lambda: interpreter(item.info)
    if not isinstance(item.info.factory, str):
        factory: Callable[[], Any] = item.info.factory
        return factory
    module, _, name = item.info.factory.partition(":")
    found: Callable[[], Any] = attrgetter(name)(import_module(module))
    return found


def _failure(item: Registered, fault: Fault) -> PluginProblem:
    return problem(
        "factory",
        item.plugin,
        f"could not make its {item.wing[:-1]} {item.key!r}",
        fault.cause,
        consequence=f"this {item.wing[:-1]} is not available; everything else works",
    )
