"""Who is here, who claims what, who failed."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import Any, Final

from nkdocs.errors import AmbiguousParser, PluginFailed, PluginUnavailable, UnknownPlugin, UsageError
from nkdocs.layout.block import Layout
from nkdocs.layout.context import EnrichContext, ParseContext
from nkdocs.plugin.info import EnricherInfo, ExporterInfo, ParserInfo, ReaderInfo
from nkdocs.plugin.outlet import OutletRules
from nkdocs.plugin.protocols import Enricher, Exporter, Parser, Reader
from nkdocs.records.article import Article
from nkdocs.records.claim import Resolution
from nkdocs.records.frozen import FrozenMapping
from nkdocs.records.note import Note
from nkdocs.registry.contents import WINGS, Registered
from nkdocs.registry.enriching import enriched, in_order
from nkdocs.registry.guard import Fault
from nkdocs.registry.instances import Instances
from nkdocs.registry.loading import loaded
from nkdocs.registry.panels import Panels
from nkdocs.registry.problems import LOADED, PluginInfo, PluginProblem
from nkdocs.registry.recipe import DEFAULT_ENRICHERS, Recipe
from nkdocs.registry.resolution import Bench, resolved, tied
from nkdocs.registry.running import Outcome, run
from nkdocs.registry.sources import base_name

__all__ = ["Registry"]


class Registry:
    """Plugins loaded once, each alone; parsers that claim documents by a stated order.

    Frozen once built, but for problems of stage ``factory``, which show at first use. It may be shared between
    threads, and pickles as its arguments.

    >>> registry = Registry(entry_points=False)
    >>> "generic" in registry.parsers, registry.problems
    (True, ())

    Args:
        plugins: modules or objects with hook implementations.
        entry_points: whether installed plugins take part.
        builtins: whether those of nkdocs itself do.
        disable: names of installed plugins that stay out.
        only: the only installed plugins that take part.
        prefer: ids of parsers that win where they claim at all, the first before the next.
        enrich: names of enrichers to run.
        strict: whether an ambiguous resolution raises ``AmbiguousParser``.
        options: for each plugin, by name, what it is told.

    Raises:
        UnknownPlugin: for a name that nothing has.
        UsageError: for an argument of the wrong type.
    """

    __slots__ = (
        "_enrichers", "_infos", "_instances", "_lock", "_panels", "_plugins", "_prefer", "_problems", "_recipe",
        "_wings",
    )  # fmt: skip

    def __init__(
        self,
        plugins: Iterable[object] = (),
        *,
        entry_points: bool = True,
        builtins: bool = True,
        disable: Collection[str] = (),
        only: Collection[str] | None = None,
        prefer: Sequence[str] = (),
        enrich: Sequence[str] = DEFAULT_ENRICHERS,
        strict: bool = False,
        options: Mapping[str, Mapping[str, object]] = FrozenMapping(),
    ) -> None:
        self._recipe = Recipe(
            plugins=plugins, entry_points=entry_points, builtins=builtins, disable=disable, only=only,
            prefer=prefer, enrich=enrich, strict=strict, options=options,
        )  # fmt: skip
        contents = loaded(self._recipe)
        self._plugins, self._wings = contents.plugins, contents.wings
        self._problems = contents.problems
        self._infos = {wing: FrozenMapping({k: item.info for k, item in self._wings[wing].items()}) for wing in WINGS}
        self._lock = Lock()
        self._instances = Instances(self._report)
        self._panels = Panels(self._wings["parsers"], self._instances)
        self._prefer = tuple(self._preferred())
        self._enrichers = in_order(self._asked_for(), self._wings["enrichers"])

    @classmethod
    def default(cls) -> "Registry":
        """The registry of whoever names none: all that is installed, made at first use."""
        with _DEFAULT_LOCK:
            if not _DEFAULT:
                _DEFAULT.append(cls())
            return _DEFAULT[0]

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as the arguments; whoever unpickles it loads plugins of its own."""
        return _unpacked, (self._recipe.packed(),)

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

    def resolve(self, layout: Layout, *, parser: str | None = None) -> Resolution:
        """Who parses this document, and why.

        Args:
            layout: the document, laid out.
            parser: the id of the parser that must.

        Raises:
            AmbiguousParser: where two distributions claim equally, if the registry is strict.
            UnknownPlugin: if no parser has that id.
        """
        explicit = None if parser is None else self.registered("parsers", parser)
        panel = self._panels.of(layout)
        said = panel.answers(layout, _context(layout), explicit)
        resolution = resolved(said.values(), panel.silent(said), self._bench(parser))
        if resolution.ambiguous and self._recipe.strict:
            raise AmbiguousParser(f"{' and '.join(tied(resolution, self._bench(None)))} claim equally")
        return resolution

    def run(self, layout: Layout, resolution: Resolution) -> Outcome:
        """Let the winner parse, and whoever comes after it where it hands back or fails."""
        explicit = resolution.winner if resolution.rule == "explicit" else None
        return run(layout, resolution, self._bench(explicit), self._instances, _context(layout))

    def enrich(self, article: Article, layout: Layout) -> tuple[Article, list[Note]]:
        """Run the enrichers over an article; the notes tell which failed."""
        if not self._enrichers:
            return article, []
        context = EnrichContext(layout=layout, captured=layout.document.captured)
        return enriched(article, context, self._enrichers, self._instances)

    def parser(self, name: str) -> Parser:
        """The parser of this id, imported now if it was not."""
        made: Parser = self._implementation("parsers", name)
        return made

    def reader(self, name: str) -> Reader:
        """The reader of this name, imported now if it was not."""
        made: Reader = self._implementation("readers", name)
        return made

    def exporter(self, name: str) -> Exporter:
        """The exporter of this name, imported now if it was not."""
        made: Exporter = self._implementation("exporters", name)
        return made

    def enricher(self, name: str) -> Enricher:
        """The enricher of this name, imported now if it was not."""
        made: Enricher = self._implementation("enrichers", name)
        return made

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
        return {
            wing: tuple(key for key, item in self._wings[wing].items() if item.plugin.name == plugin) for wing in WINGS
        }

    def make_all(self) -> None:
        """Make every implementation now, so that ``problems`` shows each factory that fails."""
        for wing in WINGS:
            for item in self._wings[wing].values():
                self._instances.of(item)

    def _implementation(self, wing: str, name: str) -> Any:
        item = self.registered(wing, name)
        made = self._instances.of(item)
        if isinstance(made, Fault):
            raise PluginFailed(f"{item.title} could not be made: {made.why}") from made.cause
        return made

    def _bench(self, explicit: str | None) -> Bench:
        return Bench(self._wings["parsers"], self._prefer, explicit)

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


_DEFAULT: Final[list[Registry]] = []
_DEFAULT_LOCK: Final = Lock()


def _unpacked(arguments: dict[str, Any]) -> Registry:
    return Registry(**arguments)


def _context(layout: Layout) -> ParseContext:
    return ParseContext(captured=layout.document.captured)
