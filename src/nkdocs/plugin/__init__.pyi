# What type checkers see of this room: the names that __init__.py fetches at first use.

from nkdocs.plugin.hooks import HOOKS as HOOKS
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

__all__ = [
    "HOOKS",
    "Enricher",
    "EnricherInfo",
    "ExportContext",
    "ExportSession",
    "Exporter",
    "ExporterInfo",
    "NkdocsSpecs",
    "OutletRules",
    "Parser",
    "ParserInfo",
    "Phase",
    "ReadContext",
    "ReadIssue",
    "Reader",
    "ReaderInfo",
    "hookimpl",
    "hookspec",
]
