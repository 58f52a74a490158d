"""One plugin's hooks, found by pluggy and called one at a time, outside its multicall."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, cast

import attrs
import pluggy

from nkdocs.errors import UsageError
from nkdocs.plugin.hooks import HOOKS, PROJECT, NkdocsSpecs
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.guard import Fault, guarded
from nkdocs.version import API_VERSION

__all__ = ["Described", "Sockets"]

Hook = Callable[..., Any]

_PREFIX: Final = "nkdocs_register_"
_NO_VALUE: Final = inspect.Parameter.empty


@attrs.frozen(slots=True)
class Described:
    """One item that a hook gave: for ``parsers``, ``readers``, ``exporters`` or ``enrichers``."""

    wing: str
    item: object


class Sockets:
    """Plugins are held to the specifications one by one, and leave nothing behind for the next."""

    def __init__(self) -> None:
        self._manager = self._fresh()

    @staticmethod
    def _fresh() -> pluggy.PluginManager:
        manager = pluggy.PluginManager(PROJECT)
        manager.add_hookspecs(NkdocsSpecs)
        return manager

    def described(self, plugin: object, options: FrozenMapping[Any]) -> list[Described] | Fault:
        """All that a plugin registers, or the fault that takes it out as a whole."""
        hooks = guarded(self._hooks, plugin)
        if isinstance(hooks, Fault):
            self._manager = self._fresh()
            return hooks
        return guarded(lambda: [found for name, hook in hooks for found in _called(name, hook, options)])

    def _hooks(self, plugin: object) -> list[tuple[str, Hook]]:
        """The plugin's implementations by hook, in an order of their own names.

        Raises:
            UsageError: for one that pluggy would pass over in silence, or call differently in another version.
        """
        self._manager.register(plugin, name="plugin")
        try:
            marked = self._manager.get_hookcallers(plugin)
            found = list(self._implementations(plugin))
        finally:
            self._manager.unregister(name="plugin")
        for name in self._unmarked(plugin):
            raise UsageError(f"{name} is not marked with @hookimpl")
        if not marked:
            raise UsageError(f"it implements no hook; the hooks are {', '.join(HOOKS)}")
        return found

    def _implementations(self, plugin: object) -> Iterator[tuple[str, Hook]]:
        for caller in sorted(self._manager.get_hookcallers(plugin) or (), key=lambda caller: caller.name):
            for implementation in caller.get_hookimpls():
                if caller.name in HOOKS:
                    _check(caller.name, implementation)
                    yield caller.name, implementation.function
                elif not implementation.optionalhook:
                    raise UsageError(_misspelt(caller.name))

    def _unmarked(self, plugin: object) -> Iterator[str]:
        """Functions that are named like hooks, and that pluggy would pass over."""
        for name in dir(plugin):
            named_so = name.startswith(_PREFIX) and inspect.isroutine(getattr(plugin, name, None))
            if named_so and self._manager.parse_hookimpl_opts(plugin, name) is None:
                yield name


def _misspelt(name: str) -> str:
    from difflib import get_close_matches  # not at the top: nearly no plugin needs it

    close = get_close_matches(name, HOOKS, n=1)
    return f"nkdocs has no hook {name}" + (f"; did you mean {close[0]}?" if close else "")


def _check(name: str, implementation: pluggy.HookImpl) -> None:
    """Refuse wrappers, and parameters with a default, which versions of pluggy treat differently."""
    if implementation.hookwrapper or implementation.wrapper:
        raise UsageError(f"{name} is a wrapper; registration takes plain functions")
    for parameter in inspect.signature(implementation.function).parameters.values():
        if parameter.kind in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD}:
            continue
        if parameter.default is not _NO_VALUE:
            raise UsageError(f"parameter {parameter.name!r} of {name} has a default; write it without one")
        if parameter.name not in {"api_version", "options"}:
            raise UsageError(f"{name} takes api_version and options, not {parameter.name!r}")


def _called(name: str, hook: Hook, options: FrozenMapping[Any]) -> list[Described]:
    """What one hook returns, all of it: a generator that dies half way raises here."""
    offered: Mapping[str, Any] = {"api_version": API_VERSION, "options": options}
    given: list[Any] = []
    named: dict[str, Any] = {}
    for parameter in inspect.signature(hook).parameters.values():
        if parameter.kind in {parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD}:
            given.append(offered[parameter.name])
        elif parameter.kind is parameter.KEYWORD_ONLY:
            named[parameter.name] = offered[parameter.name]
    answer: object = hook(*given, **named)
    kind = type(answer).__name__
    if inspect.iscoroutine(answer):
        answer.close()  # or Python complains on its own that nobody awaits it
    wing, _ = HOOKS[name]
    if isinstance(answer, str | bytes | Mapping) or not isinstance(answer, Iterable):
        raise UsageError(f"{name} returned {kind}, not a collection of what it describes")
    return [Described(wing, item) for item in cast("Iterable[object]", answer)]
