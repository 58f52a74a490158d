# What type checkers see of the front door: the names that __init__.py fetches at first use.

from nkdocs.document import Document as Document
from nkdocs.errors import AmbiguousParser as AmbiguousParser
from nkdocs.errors import ExportError as ExportError
from nkdocs.errors import MissingExtra as MissingExtra
from nkdocs.errors import NkdocsError as NkdocsError
from nkdocs.errors import NotMine as NotMine
from nkdocs.errors import NotOneArticle as NotOneArticle
from nkdocs.errors import OutputError as OutputError
from nkdocs.errors import ParseError as ParseError
from nkdocs.errors import PluginFailed as PluginFailed
from nkdocs.errors import PluginUnavailable as PluginUnavailable
from nkdocs.errors import SourceError as SourceError
from nkdocs.errors import UnknownPlugin as UnknownPlugin
from nkdocs.errors import UsageError as UsageError
from nkdocs.layout.block import API_VERSION as API_VERSION
from nkdocs.layout.block import Block as Block
from nkdocs.layout.block import Layout as Layout
from nkdocs.layout.block import Link as Link
from nkdocs.layout.block import Meta as Meta
from nkdocs.layout.context import EnrichContext as EnrichContext
from nkdocs.layout.context import ParseContext as ParseContext
from nkdocs.layout.opening import lay_out as lay_out
from nkdocs.pipeline.duplicates import mark_duplicates as mark_duplicates
from nkdocs.pipeline.exporting import ExportReport as ExportReport
from nkdocs.pipeline.exporting import export as export
from nkdocs.pipeline.exporting import load as load
from nkdocs.pipeline.many import parse_many as parse_many
from nkdocs.pipeline.parsing import parse as parse
from nkdocs.pipeline.parsing import parse_document as parse_document
from nkdocs.pipeline.parsing import parse_file as parse_file
from nkdocs.pipeline.reading import read as read
from nkdocs.plugin.hooks import NkdocsSpecs as NkdocsSpecs
from nkdocs.plugin.hooks import hookimpl as hookimpl
from nkdocs.plugin.hooks import hookspec as hookspec
from nkdocs.plugin.info import EnricherInfo as EnricherInfo
from nkdocs.plugin.info import ExporterInfo as ExporterInfo
from nkdocs.plugin.info import ParserInfo as ParserInfo
from nkdocs.plugin.info import Phase as Phase
from nkdocs.plugin.info import ReaderInfo as ReaderInfo
from nkdocs.plugin.outlet import OutletRules as OutletRules
from nkdocs.plugin.protocols import Enricher as Enricher
from nkdocs.plugin.protocols import ExportContext as ExportContext
from nkdocs.plugin.protocols import Exporter as Exporter
from nkdocs.plugin.protocols import ExportSession as ExportSession
from nkdocs.plugin.protocols import Parser as Parser
from nkdocs.plugin.protocols import ReadContext as ReadContext
from nkdocs.plugin.protocols import Reader as Reader
from nkdocs.plugin.protocols import ReadIssue as ReadIssue
from nkdocs.records.article import Article as Article
from nkdocs.records.article import Attribution as Attribution
from nkdocs.records.article import Caption as Caption
from nkdocs.records.article import Dateline as Dateline
from nkdocs.records.article import DocumentInfo as DocumentInfo
from nkdocs.records.article import Edition as Edition
from nkdocs.records.article import Origin as Origin
from nkdocs.records.article import Paragraph as Paragraph
from nkdocs.records.article import Provenance as Provenance
from nkdocs.records.article import Text as Text
from nkdocs.records.claim import Candidate as Candidate
from nkdocs.records.claim import Claim as Claim
from nkdocs.records.claim import Evidence as Evidence
from nkdocs.records.claim import Reject as Reject
from nkdocs.records.claim import Resolution as Resolution
from nkdocs.records.claim import Strength as Strength
from nkdocs.records.comment import Comment as Comment
from nkdocs.records.convert import from_dict as from_dict
from nkdocs.records.convert import to_dict as to_dict
from nkdocs.records.label import Label as Label
from nkdocs.records.note import Note as Note
from nkdocs.records.parsed import Draft as Draft
from nkdocs.records.parsed import Entry as Entry
from nkdocs.records.parsed import Parsed as Parsed
from nkdocs.records.parsed import Result as Result
from nkdocs.records.people import Byline as Byline
from nkdocs.records.schema import schema as schema
from nkdocs.registry.problems import PluginInfo as PluginInfo
from nkdocs.registry.problems import PluginProblem as PluginProblem
from nkdocs.registry.registry import Registry as Registry
from nkdocs.text.dates.when import When as When
from nkdocs.text.span import Span as Span

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

__version__: str
