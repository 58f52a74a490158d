"""What a plugin author imports: hooks, Infos, protocols and the declarative helper."""

from nkdocs.plugin.hooks import HOOKS, NkdocsSpecs, hookimpl, hookspec
from nkdocs.plugin.info import EnricherInfo, ExporterInfo, ParserInfo, Phase, ReaderInfo
from nkdocs.plugin.outlet import OutletRules
from nkdocs.plugin.protocols import (
    Enricher,
    ExportContext,
    Exporter,
    ExportSession,
    Parser,
    ReadContext,
    Reader,
    ReadIssue,
)

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
