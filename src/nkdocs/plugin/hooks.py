"""The sockets: what a plugin implements to register what it brings."""

from collections.abc import Iterable, Mapping
from typing import Final, Protocol

import pluggy

from nkdocs.plugin.info import EnricherInfo, ExporterInfo, ParserInfo, ReaderInfo
from nkdocs.plugin.outlet import OutletRules

__all__ = ["HOOKS", "PROJECT", "NkdocsSpecs", "hookimpl", "hookspec"]

PROJECT: Final = "nkdocs"

hookspec: Final[pluggy.HookspecMarker] = pluggy.HookspecMarker(PROJECT)
hookimpl: Final[pluggy.HookimplMarker] = pluggy.HookimplMarker(PROJECT)

# What each hook registers, and the classes its items may have.
HOOKS: Final[Mapping[str, tuple[str, tuple[type, ...]]]] = {
    "nkdocs_register_parsers": ("parsers", (ParserInfo, OutletRules)),
    "nkdocs_register_readers": ("readers", (ReaderInfo,)),
    "nkdocs_register_exporters": ("exporters", (ExporterInfo,)),
    "nkdocs_register_enrichers": ("enrichers", (EnricherInfo,)),
}


class NkdocsSpecs(Protocol):
    """The hooks of plugin API 1. An implementation may take fewer arguments, or none; generators are fine.

    ``api_version`` is what this nkdocs offers; ``options`` what the caller gave for the plugin
    (``Registry(options={"ledger": {...}})``). A parameter with a default is refused.
    """

    @hookspec
    def nkdocs_register_parsers(
        self, api_version: int, options: Mapping[str, object]
    ) -> Iterable[ParserInfo | OutletRules]:
        """Parsers this plugin brings."""
        ...

    @hookspec
    def nkdocs_register_readers(self, api_version: int, options: Mapping[str, object]) -> Iterable[ReaderInfo]:
        """Readers this plugin brings."""
        ...

    @hookspec
    def nkdocs_register_exporters(self, api_version: int, options: Mapping[str, object]) -> Iterable[ExporterInfo]:
        """Exporters this plugin brings."""
        ...

    @hookspec
    def nkdocs_register_enrichers(self, api_version: int, options: Mapping[str, object]) -> Iterable[EnricherInfo]:
        """Enrichers this plugin brings."""
        ...
