"""What a registry holds, and what can be asked of it without a document."""

from collections.abc import Iterator, Mapping
from threading import Lock
from typing import Any

from nkdocs.errors import PluginFailed, PluginUnavailable, UnknownPlugin, UsageError
from nkdocs.plugin.info import EnricherInfo, ExporterInfo, ParserInfo, ReaderInfo
from nkdocs.plugin.outlet import OutletRules
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.contents import WINGS, Registered
from nkdocs.registry.guard import Fault
from nkdocs.registry.instances import Instances
from nkdocs.registry.loading import loaded
from nkdocs.registry.phases import in_order
from nkdocs.registry.problems import LOADED, PluginInfo, PluginProblem
from nkdocs.registry.recipe import DEFAULT_ENRICHERS, Recipe
from nkdocs.registry.sources import base_name

__all__ = ["Holdings"]


class Holdings:
    """Plugins by name, what they registered, and what is wrong with them.

    A list of plugins needs no more, and does not wait for what reads documents.

    Args:
        recipe: what is to be loaded.

    Raises:
        UnknownPlugin: for a name that nothing has.
    """

    __slots__ = (
        "_brought",
        "_enrichers",
        "_infos",
        "_instances",
        "_lock",
        "_plugins",
        "_prefer",
        "_problems",
        "_recipe",
        "_wings",
    )

    def __init__(self, recipe: Recipe) -> None:
        self._recipe = recipe
        contents = loaded(recipe)
        self._plugins, self._wings = contents.plugins, contents.wings
        self._problems = contents.problems
        self._infos = {wing: FrozenMapping({k: item.info for k, item in self._wings[wing].items()}) for wing in WINGS}
        self._brought: dict[str, dict[str, list[str]]] = {}
        self._lock = Lock()
        self._instances = Instances(self._report)
        self._prefer = tuple(self._preferred())
        self._enrichers = in_order(self._asked_for(), self._wings["enrichers"])

    @property
    def plugins(self) -> Mapping[str, PluginInfo]:
        """All plugins by name, those too that are disabled or failed."""
        return self._plugins

    @property
    def parsers(self) -> Mapping[str, ParserInfo | OutletRules]:
        """Parsers by id."""
        return self._infos["parsers"]

    @property
    def readers(self) -> Mapping[str, ReaderInfo]:
        """Readers by name."""
        return self._infos["readers"]

    @property
    def exporters(self) -> Mapping[str, ExporterInfo]:
        """Exporters by name."""
        return self._infos["exporters"]

    @property
    def enrichers(self) -> Mapping[str, EnricherInfo]:
        """Enrichers by name, those too that do not run."""
        return self._infos["enrichers"]

    @property
    def problems(self) -> tuple[PluginProblem, ...]:
        """What is wrong with plugins, as far as it has shown."""
        return self._problems

    def registered(self, wing: str, name: str) -> Registered:
        """What is registered under a name: for ``parsers``, ``readers``, ``exporters`` or ``enrichers``.

        Raises:
            PluginUnavailable: if the plugin of that name is out.
            UnknownPlugin: with close names, if there is none.
            UsageError: for a name that is no string.
        """
        if not isinstance(name, str):
            raise UsageError(f"the name of a {wing[:-1]} is a string, not {name!r}")
        item = self._wings[wing].get(name)
        if item is None:
            raise self._unknown(wing, name)
        return item

    def brought(self, plugin: str) -> Mapping[str, tuple[str, ...]]:
        """The ids and names that a plugin registered, by wing."""
        if not self._brought:
            self._brought = self._by_plugin()
        return {wing: tuple(self._brought[wing].get(plugin, ())) for wing in WINGS}

    def _by_plugin(self) -> dict[str, dict[str, list[str]]]:
        """For each wing the ids and names of each plugin: to look for those of one among all took longer than this."""
        brought: dict[str, dict[str, list[str]]] = {wing: {} for wing in WINGS}
        for wing, mine in brought.items():
            for key, item in self._wings[wing].items():
                mine.setdefault(item.plugin.name, []).append(key)
        return brought

    def title_of(self, made: object) -> str | None:
        """Whose implementation this is, with plugin and version; None for what is nobody's."""
        return next((self._wings[wing][key].title for wing, key in self._instances.places_of(made)), None)

    def make_all(self) -> None:
        """Make every implementation of others now, so that ``problems`` shows each factory that fails.

        Those of nkdocs itself, which also read what ``OutletRules`` describe, are tested with it: they can wait.
        """
        for wing in WINGS:
            for item in self._wings[wing].values():
                if not (item.plugin.builtin or isinstance(item.info, OutletRules)):
                    self._instances.of(item)

    def _implementation(self, wing: str, name: str) -> Any:
        item = self.registered(wing, name)
        made = self._instances.of(item)
        if isinstance(made, Fault):
            raise PluginFailed(f"{item.title} could not be made: {made.why}") from made.cause
        return made

    def _report(self, found: PluginProblem) -> None:
        with self._lock:
            self._problems = (*self._problems, found)

    def _preferred(self) -> Iterator[str]:
        """The ids of ``prefer``, without those whose plugin is out: they cannot claim."""
        for name in self._recipe.prefer:
            if name in self._wings["parsers"]:
                yield name
            elif not isinstance(unknown := self._unknown("parsers", name), PluginUnavailable):
                raise unknown

    def _asked_for(self) -> Iterator[str]:
        """The names of ``enrich``, without the default ones that are not there."""
        for name in self._recipe.enrich:
            if name in self._wings["enrichers"]:
                yield name
            elif name not in DEFAULT_ENRICHERS:
                raise self._unknown("enrichers", name)

    def _unknown(self, wing: str, name: str) -> UnknownPlugin:
        """The error for a name that is not registered, with the cause where its plugin is out."""
        what, known = wing[:-1], list(self._wings[wing])
        plugin = base_name(name.partition("/")[0])
        for info in self._plugins.values():
            if plugin != base_name(info.name):
                continue
            found = next((each for each in self._problems if each.plugin == info.name), None)
            if info.state != LOADED or found is not None:
                why = (
                    f"plugin {info.name!r} {found.what}: {found.why}" if found else f"plugin {info.name!r} is disabled"
                )
                error = PluginUnavailable(name, known, what, why)
                error.__cause__ = found.cause if found else None
                return error
        return UnknownPlugin(name, known, what)
