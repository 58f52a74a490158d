"""One plugin's hooks, found by pluggy and called one at a time, outside its multicall."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any, Final, NamedTuple, cast

import pluggy

from nkdocs.errors import UsageError
from nkdocs.plugin.hooks import HOOKS, PROJECT, NkdocsSpecs
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.guard import Fault, guarded
from nkdocs.version import API_VERSION

__all__ = ["Described", "Sockets"]

_PREFIX: Final = "nkdocs_register_"
_NO_VALUE: Final = inspect.Parameter.empty


class Described(NamedTuple):
    """One item that a hook gave: for ``parsers``, ``readers``, ``exporters`` or ``enrichers``."""

    wing: str
    item: object


# What every module, class or object has is nobody's hook.
_EVERYBODYS: Final = frozenset(
    {*dir(ModuleType), *dir(ModuleType("any")), "__builtins__", "__cached__", "__file__", "__path__"}
)


class _Manager(pluggy.PluginManager):
    def parse_hookimpl_opts(self, plugin: object, name: str) -> pluggy.HookimplOpts | None:
        """What an attribute is marked with; to look at those of all is most of what a small plugin costs."""
        return None if name in _EVERYBODYS else super().parse_hookimpl_opts(plugin, name)


class _Hook(NamedTuple):
    """One implementation, and what it wants to be given."""

    name: str
    function: Callable[..., Any]
    parameters: tuple[inspect.Parameter, ...]


class Sockets:
    """Plugins are held to the specifications one by one, and leave nothing behind for the next."""

    def __init__(self) -> None:
        self._manager = self._fresh()

    @staticmethod
    def _fresh() -> pluggy.PluginManager:
        manager = _Manager(PROJECT)
        manager.add_hookspecs(NkdocsSpecs)
        return manager

    def described(self, plugin: object, options: FrozenMapping[Any]) -> list[Described] | Fault:
        """All that a plugin registers, or the fault that takes it out as a whole."""
        hooks = guarded(self._hooks, plugin)
        if isinstance(hooks, Fault):
            self._manager = self._fresh()
            return hooks
        return guarded(lambda: [found for hook in hooks for found in _called(hook, options)])

    def _hooks(self, plugin: object) -> list[_Hook]:
        """The plugin's implementations by hook, in an order of their own names.

        Raises:
            UsageError: for one that pluggy would pass over in silence, or call differently in another version.
        """
        self._manager.register(plugin, name="plugin")
        try:
            marked = self._manager.get_hookcallers(plugin) or []
            found = list(_implementations(marked))
        finally:
            self._manager.unregister(name="plugin")
        for name in self._unmarked(plugin):
            raise UsageError(f"{name} is not marked with @hookimpl")
        if not marked:
            raise UsageError(f"it implements no hook; the hooks are {', '.join(HOOKS)}")
        return found

    def _unmarked(self, plugin: object) -> Iterator[str]:
        """Functions that are named like hooks, and that pluggy would pass over."""
        for name in dir(plugin):
            named_so = name.startswith(_PREFIX) and inspect.isroutine(getattr(plugin, name, None))
            if named_so and self._manager.parse_hookimpl_opts(plugin, name) is None:
                yield name


def _implementations(callers: Iterable[pluggy.HookCaller]) -> Iterator[_Hook]:
    for caller in sorted(callers, key=lambda caller: caller.name):
        for implementation in caller.get_hookimpls():
            if caller.name in HOOKS:
                yield _checked(caller.name, implementation)
            elif not implementation.optionalhook:
                raise UsageError(_misspelt(caller.name))


def _misspelt(name: str) -> str:
    from difflib import get_close_matches  # not at the top: nearly no plugin needs it

    close = get_close_matches(name, HOOKS, n=1)
    return f"nkdocs has no hook {name}" + (f"; did you mean {close[0]}?" if close else "")


def _checked(name: str, implementation: pluggy.HookImpl) -> _Hook:
    """Refuse wrappers, and parameters with a default, which versions of pluggy treat differently."""
    if implementation.hookwrapper or implementation.wrapper:
        raise UsageError(f"{name} is a wrapper; registration takes plain functions")
    parameters = tuple(inspect.signature(implementation.function).parameters.values())
    for parameter in parameters:
        if parameter.kind in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD}:
            continue
        if parameter.default is not _NO_VALUE:
            raise UsageError(f"parameter {parameter.name!r} of {name} has a default; write it without one")
        if parameter.name not in {"api_version", "options"}:
            raise UsageError(f"{name} takes api_version and options, not {parameter.name!r}")
    return _Hook(name, implementation.function, parameters)


def _called(hook: _Hook, options: FrozenMapping[Any]) -> list[Described]:
    """What one hook returns, all of it: a generator that dies half way raises here."""
    offered: Mapping[str, Any] = {"api_version": API_VERSION, "options": options}
    given: list[Any] = []
    named: dict[str, Any] = {}
    for parameter in hook.parameters:
        if parameter.kind in {parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD}:
            given.append(offered[parameter.name])
        elif parameter.kind is parameter.KEYWORD_ONLY:
            named[parameter.name] = offered[parameter.name]
    answer: object = hook.function(*given, **named)
    kind = type(answer).__name__
    if inspect.iscoroutine(answer):
        answer.close()  # or Python complains on its own that nobody awaits it
    wing, _ = HOOKS[hook.name]
    if isinstance(answer, str | bytes | Mapping) or not isinstance(answer, Iterable):
        raise UsageError(f"{hook.name} returned {kind}, not a collection of what it describes")
    return [Described(wing, item) for item in cast("Iterable[object]", answer)]
