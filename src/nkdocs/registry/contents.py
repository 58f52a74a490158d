"""What a registry holds: every plugin loaded alone, every item under a name of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

import attrs

from nkdocs.plugin.hooks import HOOKS
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.guard import Fault, guarded
from nkdocs.registry.hooking import Described, Sockets
from nkdocs.registry.problems import DISABLED, FAILED, PluginInfo, PluginProblem, problem
from nkdocs.registry.sources import Source
from nkdocs.version import API_VERSION

__all__ = ["WINGS", "Contents", "Registered", "load"]

WINGS: Final = ("parsers", "readers", "exporters", "enrichers")
_CLASSES: Final = dict(HOOKS.values())
_NO_OPTIONS: Final[FrozenMapping[Any]] = FrozenMapping()


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Registered:
    """One parser, reader, exporter or enricher: its key, its Info, its plugin and that plugin's options."""

    wing: str
    key: str
    info: Any
    plugin: PluginInfo
    options: FrozenMapping[Any] = _NO_OPTIONS

    @property
    def title(self) -> str:
        """``parser "ledger" (nkdocs-ledger 1.0)``."""
        return f'{self.wing[:-1]} "{self.key}" ({self.plugin.title})'


@attrs.frozen(slots=True)
class Contents:
    """All plugins by name, whatever their state; all that the loaded ones registered, by wing and key."""

    plugins: FrozenMapping[PluginInfo]
    wings: FrozenMapping[FrozenMapping[Registered]]
    problems: tuple[PluginProblem, ...]


def load(sources: Iterable[Source], out: AbstractSet[str], options: Mapping[str, FrozenMapping[Any]]) -> Contents:
    """Load each source alone, and name what they bring; ``out`` names those that stay out.

    The order of the sources changes nothing but the order of the problems. An object that is also installed counts
    as installed.
    """
    sockets = Sockets()
    plugins: dict[str, PluginInfo] = {}
    items: list[Registered] = []
    problems: list[PluginProblem] = []
    modules: list[object] = []
    for source in sources:
        info = source.info
        if info.name in out:
            plugins[info.name] = attrs.evolve(info, state=DISABLED)
            continue
        plugin = guarded(source.load)
        if info.distribution is None and any(plugin is other for other in modules):
            continue
        modules.append(plugin)
        chosen = options.get(info.name, _NO_OPTIONS)
        found = _found(sockets, source, plugin, chosen)
        if isinstance(found, PluginProblem):
            problems.append(found)
            plugins[info.name] = attrs.evolve(info, state=FAILED)
        else:
            plugins[info.name] = info
            items += _sound(found, info, chosen, problems)
    wings = {wing: _keyed([item for item in items if item.wing == wing], problems) for wing in WINGS}
    return Contents(FrozenMapping(plugins), FrozenMapping(wings), tuple(problems))


def _found(
    sockets: Sockets, source: Source, plugin: object, options: FrozenMapping[Any]
) -> list[Described] | PluginProblem:
    """What the plugin describes, or the problem that takes it out as a whole."""
    if isinstance(plugin, Fault):
        return problem("import", source.info, "could not be imported", plugin.cause)
    described = sockets.described(plugin, options)
    if isinstance(described, Fault):
        return problem("register", source.info, "could not be registered", described.cause, consequence=_lost(plugin))
    return described


def _lost(plugin: object) -> str:
    """What a plugin that is out would have brought, as far as its hooks tell."""
    wings = [wing for hook, (wing, _) in HOOKS.items() if guarded(hasattr, plugin, hook) is True]
    return f"its {' and '.join(wings) or 'parsers'} are not available; everything else works"


def _sound(
    found: Iterable[Described], plugin: PluginInfo, options: FrozenMapping[Any], problems: list[PluginProblem]
) -> Iterator[Registered]:
    """The items of the right class, for an API that this nkdocs offers; each other one is a problem of its own."""
    for described in found:
        info, wing = described.item, described.wing
        if not isinstance(info, _CLASSES[wing]):
            why = f"{type(info).__name__} among its {wing}, where {_named(wing)} is expected"
            problems.append(problem("info", plugin, f"describes one of its {wing} wrongly", why, consequence=_ALONE))
            continue
        item = Registered(wing=wing, key=_own(info), info=info, plugin=plugin, options=options)
        if item.info.api_version != API_VERSION:
            why = f"it needs plugin API {item.info.api_version}, this nkdocs offers {API_VERSION}"
            problems.append(
                problem("info", plugin, f"brings {item.title}, too new or too old", why, consequence=_ALONE)
            )
            continue
        yield item


_ALONE: Final = "this one is not available; everything else works"


def _named(wing: str) -> str:
    return " or ".join(kind.__name__ for kind in _CLASSES[wing])


def _own(info: Any) -> str:
    """The id of a parser, the name of anything else."""
    return str(getattr(info, "id", None) or info.name)


def _keyed(items: list[Registered], problems: list[PluginProblem]) -> FrozenMapping[Registered]:
    """Items by key, sorted. A built-in keeps a key it shares with others, who become ``key@distribution``."""
    shared = Counter(item.key for item in items)
    keyed: dict[str, Registered] = {}
    for item in sorted(items, key=lambda item: (item.key, not item.plugin.builtin, item.plugin.name)):
        alone = shared[item.key] == 1 or item.plugin.builtin
        named = item if alone else attrs.evolve(item, key=f"{item.key}@{item.plugin.distribution or item.plugin.name}")
        other = keyed.setdefault(named.key, named)
        if other is not named:
            problems.append(_repeated(named))
        elif not alone:
            problems.append(_renamed(item, named.key))
    return FrozenMapping(dict(sorted(keyed.items())))


def _renamed(item: Registered, key: str) -> PluginProblem:
    return problem(
        "info",
        item.plugin,
        f"shares the {item.wing[:-1]} name {item.key!r} with another plugin",
        "a name that two plugins use would depend on which of them came first",
        consequence=f"its {item.wing[:-1]} is called {key!r}; everything works",
        remedy=f"use that name, or leave one of the plugins out, or ask {item.plugin.title} for another name",
    )


def _repeated(item: Registered) -> PluginProblem:
    why = f"{item.title} is described twice"
    return problem("info", item.plugin, "repeats itself", why, consequence="the first of the two counts")
