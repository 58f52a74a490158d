"""Where plugins come from: the wings of nkdocs itself, and objects that the caller gives."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Final, NamedTuple

from nkdocs.registry.problems import PluginInfo
from nkdocs.version import VERSION

__all__ = ["Source", "base_name", "builtin_sources", "object_sources"]

_WINGS: Final = ("nkdocs.parsers", "nkdocs.readers", "nkdocs.exporters", "nkdocs.enrichers")


class Source(NamedTuple):
    """One plugin that may be loaded: who it is, and the call that brings the module or object."""

    info: PluginInfo
    load: Callable[[], object]


def base_name(name: str) -> str:
    """The entry point's own name, without the distribution that tells it from another of that name."""
    return name.partition("@")[0]


def builtin_sources() -> Iterator[Source]:
    """The four wings; loading one imports descriptions only."""
    for wing in _WINGS:
        info = PluginInfo(name=wing, distribution="nkdocs", version=VERSION, builtin=True)
        yield Source(info, partial(import_module, wing))


def object_sources(plugins: Iterable[object]) -> Iterator[Source]:
    """Modules and objects, each under a name of its own; one given twice counts once."""
    taken: dict[str, int] = {}
    seen: set[int] = set()
    for plugin in plugins:
        if id(plugin) in seen:
            continue
        seen.add(id(plugin))
        name = _name(plugin)
        taken[name] = taken.get(name, 0) + 1
        unique = name if taken[name] == 1 else f"{name}#{taken[name]}"
        yield Source(PluginInfo(name=unique), partial(_given, plugin))


def _given(plugin: object) -> object:
    return plugin


def _name(plugin: object) -> str:
    """A module's or class's own name, else that of the object's class: the same in every run."""
    if isinstance(plugin, ModuleType | type):
        return plugin.__name__
    return type(plugin).__name__
