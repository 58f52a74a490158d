"""The sockets: what a plugin implements to register what it brings."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import pluggy

from nkdocs.plugin.info import EnricherInfo, ExporterInfo, ParserInfo, ReaderInfo
from nkdocs.plugin.outlet import OutletRules

__all__ = ["HOOKS", "NkdocsSpecs", "hookimpl", "hookspec"]

hookspec: Final[pluggy.HookspecMarker] = pluggy.HookspecMarker("nkdocs")
hookimpl: Final[pluggy.HookimplMarker] = pluggy.HookimplMarker("nkdocs")

HOOKS: Final = ("nkdocs_register_parsers", "nkdocs_register_readers", "nkdocs_register_exporters", "nkdocs_register_enrichers")


class NkdocsSpecs:
    """The hooks of plugin API 1. An implementation may take fewer arguments, or none; generators are fine."""

    @hookspec
    def nkdocs_register_parsers(
        self, api_version: int, options: Mapping[str, Any]
    ) -> Iterable[ParserInfo | OutletRules]:  # type: ignore[empty-body]  # a specification has no body
        """Parsers this plugin brings."""

    @hookspec
    def nkdocs_register_readers(self, api_version: int, options: Mapping[str, Any]) -> Iterable[ReaderInfo]:  # type: ignore[empty-body]  # a specification has no body
        """Readers this plugin brings."""

    @hookspec
    def nkdocs_register_exporters(self, api_version: int, options: Mapping[str, Any]) -> Iterable[ExporterInfo]:  # type: ignore[empty-body]  # a specification has no body
        """Exporters this plugin brings."""

    @hookspec
    def nkdocs_register_enrichers(self, api_version: int, options: Mapping[str, Any]) -> Iterable[EnricherInfo]:  # type: ignore[empty-body]  # a specification has no body
        """Enrichers this plugin brings."""
