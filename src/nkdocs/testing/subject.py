"""The parser that is checked: its description, its corpus, and ways to run it that only use the contract."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from nkdocs.document import Document
from nkdocs.layout.block import Layout
from nkdocs.layout.context import ParseContext
from nkdocs.layout.opening import lay_out
from nkdocs.pipeline.parsing import parse
from nkdocs.plugin.hooks import hookimpl
from nkdocs.plugin.info import ParserInfo
from nkdocs.plugin.outlet import OutletRules
from nkdocs.plugin.protocols import Parser
from nkdocs.records import Parsed
from nkdocs.records.frozen import FrozenMapping, frozen
from nkdocs.records.parsed import Result
from nkdocs.registry.checking import valid_result
from nkdocs.registry.contents import Registered
from nkdocs.registry.instances import implementation
from nkdocs.registry.registry import Registry
from nkdocs.testing.golden import Case, cases

__all__ = ["ParserSubject", "laid_out", "parser_subject"]


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

    @property
    def info(self) -> ParserInfo | OutletRules:
        """The parser's description."""
        described: ParserInfo | OutletRules = self.registered.info
        return described

    @property
    def title(self) -> str:
        """``ledger 1``."""
        return f"{self.info.id} {self.info.version}"

    def fresh(self) -> Parser:
        """A new instance, as the factory gives it."""
        made: Parser = implementation(self.registered)
        return made

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
    """Find the parser by its id, or take the description; read the corpus."""
    if isinstance(parser, str):
        found = Registry.default() if registry is None else registry
        key = parser
    else:
        found = Registry(plugins=[_Holder(parser)], entry_points=False)
        key = _key_of(parser, found)
    return ParserSubject(
        registered=found.registered("parsers", key),
        registry=found,
        cases=tuple(cases(Path(corpus))),
        foreign=tuple(_documents(foreign)),
    )


class _Holder:
    """A plugin that registers one description, for those who have no plugin yet."""

    def __init__(self, info: ParserInfo | OutletRules) -> None:
        self._info = info

    @hookimpl
    def nkdocs_register_parsers(self) -> Sequence[ParserInfo | OutletRules]:
        """The one parser."""
        return [self._info]


def _key_of(info: ParserInfo | OutletRules, registry: Registry) -> str:
    """Its id, or what the registry made of it where a built-in parser has that id."""
    return next(key for key, other in registry.parsers.items() if other is info)


def _documents(given: Iterable[Document | str]) -> Iterator[Document]:
    return (each if isinstance(each, Document) else Document(each) for each in given)
