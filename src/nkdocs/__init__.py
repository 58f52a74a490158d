r"""Captured North Korea news documents as typed, checkable records.

>>> import nkdocs
>>> nkdocs.parse("Rice prices fall\n\nRice was cheaper in Hyesan last week.").article.paragraphs[0].text
'Rice was cheaper in Hyesan last week.'

Every public name waits in its own room until it is first used: ``import nkdocs`` loads nothing else.
``nkdocs.rules`` and ``nkdocs.testing`` are modules of that name.
"""

from importlib import import_module

from nkdocs import version as _version

__version__ = _version.VERSION

# Each public name and the module it lives in; __init__.pyi says the same to type checkers.
_HOMES = {
    "API_VERSION": "nkdocs.layout.block",
    "AmbiguousParser": "nkdocs.errors",
    "Article": "nkdocs.records.article",
    "Attribution": "nkdocs.records.article",
    "Block": "nkdocs.layout.block",
    "Byline": "nkdocs.records.people",
    "Candidate": "nkdocs.records.claim",
    "Caption": "nkdocs.records.article",
    "Claim": "nkdocs.records.claim",
    "Comment": "nkdocs.records.comment",
    "Dateline": "nkdocs.records.article",
    "Document": "nkdocs.document",
    "DocumentInfo": "nkdocs.records.article",
    "Draft": "nkdocs.records.parsed",
    "Edition": "nkdocs.records.article",
    "EnrichContext": "nkdocs.layout.context",
    "Enricher": "nkdocs.plugin.protocols",
    "EnricherInfo": "nkdocs.plugin.info",
    "Entry": "nkdocs.records.parsed",
    "Evidence": "nkdocs.records.claim",
    "ExportContext": "nkdocs.plugin.protocols",
    "ExportError": "nkdocs.errors",
    "ExportReport": "nkdocs.pipeline.exporting",
    "ExportSession": "nkdocs.plugin.protocols",
    "Exporter": "nkdocs.plugin.protocols",
    "ExporterInfo": "nkdocs.plugin.info",
    "Label": "nkdocs.records.label",
    "Layout": "nkdocs.layout.block",
    "Link": "nkdocs.layout.block",
    "Meta": "nkdocs.layout.block",
    "MissingExtra": "nkdocs.errors",
    "NkdocsError": "nkdocs.errors",
    "NkdocsSpecs": "nkdocs.plugin.hooks",
    "NotMine": "nkdocs.errors",
    "NotOneArticle": "nkdocs.errors",
    "Note": "nkdocs.records.note",
    "Origin": "nkdocs.records.article",
    "OutletRules": "nkdocs.plugin.outlet",
    "OutputError": "nkdocs.errors",
    "Paragraph": "nkdocs.records.article",
    "ParseContext": "nkdocs.layout.context",
    "ParseError": "nkdocs.errors",
    "Parsed": "nkdocs.records.parsed",
    "Parser": "nkdocs.plugin.protocols",
    "ParserInfo": "nkdocs.plugin.info",
    "Phase": "nkdocs.plugin.info",
    "PluginFailed": "nkdocs.errors",
    "PluginInfo": "nkdocs.registry.problems",
    "PluginProblem": "nkdocs.registry.problems",
    "PluginUnavailable": "nkdocs.errors",
    "Provenance": "nkdocs.records.article",
    "ReadContext": "nkdocs.plugin.protocols",
    "ReadIssue": "nkdocs.plugin.protocols",
    "Reader": "nkdocs.plugin.protocols",
    "ReaderInfo": "nkdocs.plugin.info",
    "Registry": "nkdocs.registry.registry",
    "Reject": "nkdocs.records.claim",
    "Resolution": "nkdocs.records.claim",
    "Result": "nkdocs.records.parsed",
    "SourceError": "nkdocs.errors",
    "Span": "nkdocs.text.span",
    "Strength": "nkdocs.records.claim",
    "Text": "nkdocs.records.article",
    "UnknownPlugin": "nkdocs.errors",
    "UsageError": "nkdocs.errors",
    "When": "nkdocs.text.dates.when",
    "export": "nkdocs.pipeline.exporting",
    "from_dict": "nkdocs.records.convert",
    "hookimpl": "nkdocs.plugin.hooks",
    "hookspec": "nkdocs.plugin.hooks",
    "lay_out": "nkdocs.layout.opening",
    "load": "nkdocs.pipeline.exporting",
    "mark_duplicates": "nkdocs.pipeline.duplicates",
    "parse": "nkdocs.pipeline.parsing",
    "parse_document": "nkdocs.pipeline.parsing",
    "parse_file": "nkdocs.pipeline.parsing",
    "parse_many": "nkdocs.pipeline.many",
    "read": "nkdocs.pipeline.reading",
    "schema": "nkdocs.records.schema",
    "to_dict": "nkdocs.records.convert",
}
_ROOMS = frozenset({"arrow", "rules", "spark", "testing"})

__all__ = [
    "API_VERSION",
    "AmbiguousParser",
    "Article",
    "Attribution",
    "Block",
    "Byline",
    "Candidate",
    "Caption",
    "Claim",
    "Comment",
    "Dateline",
    "Document",
    "DocumentInfo",
    "Draft",
    "Edition",
    "EnrichContext",
    "Enricher",
    "EnricherInfo",
    "Entry",
    "Evidence",
    "ExportContext",
    "ExportError",
    "ExportReport",
    "ExportSession",
    "Exporter",
    "ExporterInfo",
    "Label",
    "Layout",
    "Link",
    "Meta",
    "MissingExtra",
    "NkdocsError",
    "NkdocsSpecs",
    "NotMine",
    "NotOneArticle",
    "Note",
    "Origin",
    "OutletRules",
    "OutputError",
    "Paragraph",
    "ParseContext",
    "ParseError",
    "Parsed",
    "Parser",
    "ParserInfo",
    "Phase",
    "PluginFailed",
    "PluginInfo",
    "PluginProblem",
    "PluginUnavailable",
    "Provenance",
    "ReadContext",
    "ReadIssue",
    "Reader",
    "ReaderInfo",
    "Registry",
    "Reject",
    "Resolution",
    "Result",
    "SourceError",
    "Span",
    "Strength",
    "Text",
    "UnknownPlugin",
    "UsageError",
    "When",
    "__version__",
    "export",
    "from_dict",
    "hookimpl",
    "hookspec",
    "lay_out",
    "load",
    "mark_duplicates",
    "parse",
    "parse_document",
    "parse_file",
    "parse_many",
    "read",
    "schema",
    "to_dict",
]


def __getattr__(name: str) -> object:
    """Fetch a public name from its room at first use."""
    if name in _ROOMS:
        try:
            return import_module(f"{__name__}.{name}")
        except ModuleNotFoundError as error:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from error
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    """The public names, whether fetched yet or not."""
    return sorted({*globals(), *__all__})
