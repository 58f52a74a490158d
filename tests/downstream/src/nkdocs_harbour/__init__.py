"""The Harbour Gazette: what it brings to nkdocs, described without importing any of it."""

from collections.abc import Iterable, Iterator

from nkdocs import EnricherInfo, ExporterInfo, OutletRules, ParserInfo, ReaderInfo, hookimpl

__all__ = [
    "nkdocs_register_enrichers",
    "nkdocs_register_exporters",
    "nkdocs_register_parsers",
    "nkdocs_register_readers",
]

_RULES = OutletRules(
    id="harbour",
    version="1",
    language="en",
    hosts=["harbourgazette.example"],
    markers=[r"told the Harbour Gazette", r"Photo: Harbour Gazette"],
    header=["headline", "byline?"],
    patterns={
        "byline": r"(?P<name>[^|\n]+?) \| (?P<date>\d{1,2} \w+ \d{4})",
        "boilerplate": r"© Harbour Gazette",
    },
)


@hookimpl
def nkdocs_register_parsers() -> Iterator[OutletRules | ParserInfo]:
    """The newspaper's pages, by rules; its tide tables, by code."""
    yield _RULES
    yield ParserInfo(
        id="harbour/tides",
        version="1",
        factory="nkdocs_harbour.tides:Tides",
        produces=["outlet", "headline", "paragraphs"],
    )


@hookimpl
def nkdocs_register_readers() -> Iterable[ReaderInfo]:
    """The newspaper's archive: pages one after the other, each after a line of its own."""
    return [ReaderInfo(name="harbour", version="1", factory="nkdocs_harbour.archive:Archive", suffixes=[".harbour"])]


@hookimpl
def nkdocs_register_exporters() -> Iterable[ExporterInfo]:
    """A list of headlines."""
    keeps = {"schema", "id", "document", "parser", "outlet", "headline"}
    return [
        ExporterInfo(
            name="headlines",
            version="1",
            factory="nkdocs_harbour.headlines:Headlines",
            media_type="text/plain",
            suffixes=[".headlines"],
            lost=_KEYS - keeps | {"schema", "document", "parser"},
        )
    ]


_KEYS = frozenset(
    "schema id document parser outlet via language section headline kicker standfirst bylines published updated"
    " dateline paragraphs captions attributions dates editions comments notes".split()
)


@hookimpl
def nkdocs_register_enrichers(options: object) -> Iterable[EnricherInfo]:
    """A section for records that have none."""
    return [EnricherInfo(name="sections", version="1", factory="nkdocs_harbour.sections:Sections", changes=["section"])]
