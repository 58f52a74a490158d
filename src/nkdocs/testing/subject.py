"""The parser that is checked: its description, its corpus, and ways to run it that only use the contract."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from sys import maxsize
from typing import Any, Final

import attrs

from nkdocs.document import Document
from nkdocs.errors import UsageError
from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.layout.opening import lay_out
from nkdocs.pipeline.parsing import parse
from nkdocs.plugin.hooks import hookimpl
from nkdocs.plugin.info import EnricherInfo, ExporterInfo, ParserInfo, ReaderInfo
from nkdocs.plugin.outlet import OutletRules
from nkdocs.plugin.protocols import Parser
from nkdocs.records import Parsed, Resolution
from nkdocs.records.frozen import FrozenMapping, frozen
from nkdocs.records.parsed import Draft, Result
from nkdocs.registry.checking import valid_result
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import Fault, guarded
from nkdocs.registry.instances import implementation
from nkdocs.registry.problems import PluginInfo
from nkdocs.registry.registry import Registry
from nkdocs.testing.case import Case, cases
from nkdocs.testing.check import NotRun

__all__ = ["ParserSubject", "alone", "case_of", "laid_out", "parser_subject", "raised_in"]


_OPTIONS: Final[Any] = attrs.Factory(lambda subject: frozen(subject.registered.options), takes_self=True)


@attrs.frozen(slots=True, kw_only=True, eq=False)
class ParserSubject:
    """A registered parser with its corpus and documents that are not its own.

    ``registry`` holds the parser under ``registered.key``; every method makes what it needs anew.
    """

    registered: Registered
    registry: Registry
    cases: Sequence[Case]
    foreign: Sequence[Document]
    # As they were before the parser first saw them: whoever is handed a copy cannot change them for the next check.
    options: FrozenMapping[Any] = attrs.field(init=False, default=_OPTIONS)
    _found: dict[str, Result | Fault] = attrs.field(factory=dict[str, Result | Fault], init=False, repr=False)
    _records: dict[str, Parsed] = attrs.field(factory=dict[str, Parsed], init=False, repr=False)

    @property
    def info(self) -> ParserInfo | OutletRules:
        """The parser's description."""
        described: ParserInfo | OutletRules = self.registered.info
        return described

    @property
    def title(self) -> str:
        """``ledger 1``."""
        return f"{self.info.id} {self.info.version}"

    @property
    def known(self) -> bool:
        """Whether the registry took the parser in."""
        return self.registered.key in self.registry.parsers

    def fresh(self) -> Parser:
        """A new instance, as the factory gives it.

        Raises:
            NotRun: if it gives none, which is for P01 to tell.
        """
        made: Parser | Fault = guarded(implementation, self.registered)
        if isinstance(made, Fault):
            raise NotRun(f"see P01: there is no parser to run ({made.why})")
        return made

    def asked(self, layout: Layout) -> bool:
        """Whether the registry asks this parser about documents of this kind at all."""
        return layout.readable and layout.document.media_type in self.info.media_types

    def found(self, case: Case) -> Result | Fault:
        """What the parser gives for a document of its corpus, its classes held to, its spans and thread not yet.

        Found once; whatever it raises is the fault.
        """
        if case.name not in self._found:
            parser = self.fresh()
            self._found[case.name] = guarded(self.held, laid_out(case.document()), parser)
        return self._found[case.name]

    def result(self, case: Case) -> Result:
        """The same, for checks that need one.

        Raises:
            NotRun: if there is none, which is for P10 to tell.
        """
        found = self.found(case)
        if isinstance(found, Fault):
            raise NotRun("see P10: the parser gives no valid result")
        return found

    def record(self, case: Case) -> Parsed:
        """What the whole library makes of a document of the corpus with this parser named; made once.

        Raises:
            NotRun: if the parser was not registered, or another had to stand in, which is for P01 and P17 to tell.
        """
        if not self.known:
            raise NotRun("see P01: the registry does not take this parser in")
        if case.name not in self._records:
            self._records[case.name] = self.parsed(case.document())
        found = self._records[case.name]
        if any(article.parser.id != self.registered.key for article in found.articles):
            raise NotRun("see P17: the record is another parser's")
        return found

    def claimed(self, case: Case) -> Parsed:
        """The record with the strength of the claim, as if nobody had named the parser."""
        found = self.record(case)
        claim = next((c for c in self.resolved(case).candidates if c.id == self.registered.key), None)
        if claim is None or claim.strength is None:
            return found
        strength = claim.strength.name.lower()
        articles = [
            attrs.evolve(article, parser=attrs.evolve(article.parser, strength=strength)) for article in found.articles
        ]
        return attrs.evolve(found, articles=articles)

    def resolved(self, case: Case) -> Resolution:
        """Who claims a document of the corpus."""
        return self.registry.resolve(laid_out(case.document()))

    def held(self, layout: Layout, parser: Parser | None = None) -> Result:
        """What the parser gives for a layout, its classes held to, its spans and thread not yet."""
        given: Any = (self.fresh() if parser is None else parser).parse(layout, self.context(layout))
        result = Result(drafts=(given,)) if isinstance(given, Draft) else given
        if isinstance(result, Result):
            drafts = [attrs.evolve(draft) for draft in result.drafts]
            result = attrs.evolve(result, drafts=drafts)
            # Where a span ends is checked by P11, and whether a thread adds up by P14.
            valid_result(attrs.evolve(result, drafts=[attrs.evolve(d, comments=()) for d in drafts]), maxsize)
            return result
        return valid_result(result, maxsize)

    def context(self, layout: Layout) -> ParseContext:
        """What the registry would tell the parser about this document."""
        return ParseContext(captured=layout.document.captured, options=frozen(self.options))

    def answer(self, document: Document, parser: Parser | None = None) -> Result:
        """What the parser makes of a document by itself, held to the contract; ``NotMine`` and ``ParseError`` pass."""
        layout = laid_out(document)
        given = (self.fresh() if parser is None else parser).parse(layout, self.context(layout))
        return valid_result(given, len(layout.text), anew=True)

    def parsed(self, document: Document) -> Parsed:
        """What the whole library makes of it with this parser named."""
        return parse(document, parser=self.registered.key, registry=self.registry)


def case_of(place: object) -> Case:
    """The place of a check that looks at documents one by one.

    Raises:
        UsageError: if it is no document of a corpus.
    """
    if not isinstance(place, Case):
        raise UsageError(f"a case is wanted, not {place!r}")
    return place


def raised_in(found: object, module: str) -> bool:
    """Whether something ended in an exception that a module of the library raised: whose promise was broken."""
    trace = found.cause.__traceback__ if isinstance(found, Fault) else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_globals.get("__name__") == module


def laid_out(document: Document) -> Layout:
    """A document of a corpus as a parser gets it."""
    return lay_out(
        document.content,
        url=document.url,
        media_type=document.media_type,
        captured=document.captured,
        encoding=document.encoding,
        name=document.name,
    )


def parser_subject(
    parser: str | ParserInfo | OutletRules,
    corpus: Path | str,
    *,
    registry: Registry | None = None,
    foreign: Iterable[Document | str] = (),
) -> ParserSubject:
    """Find the parser by its id, or take the description; read the corpus.

    Raises:
        UnknownPlugin: for an id that no parser has.
        UsageError: for something else than an id or a description, or a corpus that is no folder.
    """
    if not Path(corpus).is_dir():
        raise UsageError(f"corpus is a folder of documents, and {str(corpus)!r} is none")
    found, registered = _registered(parser, registry)
    return ParserSubject(
        registered=registered,
        registry=found,
        cases=tuple(cases(Path(corpus))),
        foreign=tuple(each if isinstance(each, Document) else Document(each) for each in foreign),
    )


def alone(*plugins: object, **options: Any) -> Registry:
    """A registry of these plugins and the built-in ones: nothing that is installed leaks in.

    A description (``ParserInfo``, ``OutletRules``, ...) is as good as a plugin that registers it.

    >>> list(alone(OutletRules(id="ledger", version="1"), builtins=False).parsers)
    ['ledger']
    """
    given = [_Holder(each) if isinstance(each, tuple(_HOOKS)) else each for each in plugins]
    return Registry(plugins=given, entry_points=False, **options)


_HOOKS: Final[dict[type, str]] = {
    ParserInfo: "parsers", OutletRules: "parsers", ReaderInfo: "readers", ExporterInfo: "exporters",
    EnricherInfo: "enrichers",
}  # fmt: skip


class _Holder:
    """A plugin that registers one description, for those who have no plugin yet."""

    def __init__(self, info: object) -> None:
        self._info = info

    def _described(self, wing: str) -> Iterator[Any]:
        if _HOOKS[type(self._info)] == wing:
            yield self._info

    @hookimpl
    def nkdocs_register_parsers(self) -> Iterator[ParserInfo | OutletRules]:
        """The description, if it is a parser's."""
        return self._described("parsers")

    @hookimpl
    def nkdocs_register_readers(self) -> Iterator[ReaderInfo]:
        """The description, if it is a reader's."""
        return self._described("readers")

    @hookimpl
    def nkdocs_register_exporters(self) -> Iterator[ExporterInfo]:
        """The description, if it is an exporter's."""
        return self._described("exporters")

    @hookimpl
    def nkdocs_register_enrichers(self) -> Iterator[EnricherInfo]:
        """The description, if it is an enricher's."""
        return self._described("enrichers")


def _registered(parser: str | ParserInfo | OutletRules, registry: Registry | None) -> tuple[Registry, Registered]:
    """The registry to use and the parser in it; one that the registry refused is registered nowhere."""
    if isinstance(parser, str):
        found = Registry.default() if registry is None else registry
        return found, found.registered("parsers", parser)
    if not isinstance(parser, ParserInfo | OutletRules):
        raise UsageError(f"parser is an id, a ParserInfo or an OutletRules, not {parser!r}")
    for found in (alone() if registry is None else registry, alone(parser)):
        for key, info in found.parsers.items():
            if info is parser:
                return found, found.registered("parsers", key)
    return alone(), Registered(wing="parsers", key=parser.id, info=parser, plugin=PluginInfo(name="_Holder"))
