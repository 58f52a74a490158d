"""Who is here, who claims what, who failed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from threading import Lock, local
from typing import Any, Final
from weakref import ref

from nkdocs.errors import AmbiguousParser
from nkdocs.layout.block import Layout
from nkdocs.layout.context import EnrichContext, ParseContext
from nkdocs.plugin.protocols import Enricher, Exporter, Parser, Reader
from nkdocs.records.article import Article
from nkdocs.records.claim import Resolution
from nkdocs.records.frozen import FrozenMapping
from nkdocs.records.note import Note
from nkdocs.registry.enriching import enriched
from nkdocs.registry.holdings import Holdings
from nkdocs.registry.panels import Panels
from nkdocs.registry.recipe import DEFAULT_ENRICHERS, Recipe
from nkdocs.registry.resolution import Bench, resolved, tied
from nkdocs.registry.running import Outcome, run
from nkdocs.rules.pages.times import published_hint
from nkdocs.text.dates.when import When

__all__ = ["Registry"]


class Registry(Holdings):
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

    __slots__ = ("_panels",)

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
        recipe = Recipe(
            plugins=plugins, entry_points=entry_points, builtins=builtins, disable=disable, only=only,
            prefer=prefer, enrich=enrich, strict=strict, options=options,
        )  # fmt: skip
        super().__init__(recipe)
        self._panels = Panels(self._wings["parsers"], self._instances)

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
        context = EnrichContext(layout=layout, captured=layout.document.captured, published_hint=_hint(layout))
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

    def _bench(self, explicit: str | None) -> Bench:
        return Bench(self._wings["parsers"], self._prefer, explicit)


_DEFAULT: Final[list[Registry]] = []
_DEFAULT_LOCK: Final = Lock()


def _unpacked(arguments: dict[str, Any]) -> Registry:
    return Registry(**arguments)


def _context(layout: Layout) -> ParseContext:
    return ParseContext(captured=layout.document.captured, published_hint=_hint(layout))


# The layout whose time of publication was last asked for: each step of one record asks.
_HINTED: Final = local()


def _hint(layout: Layout) -> When | None:
    last: tuple[ref[Layout], When | None] | None = getattr(_HINTED, "last", None)
    if last is not None and last[0]() is layout:
        return last[1]
    found = published_hint(layout)
    _HINTED.last = (ref(layout), found)
    return found
