"""What a plugin author imports: hooks, Infos, protocols and the declarative helper.

Each name is fetched from its module at first use: who needs one of them need not wait for all.
"""

from importlib import import_module

# Each name and the module it lives in; __init__.pyi says the same to type checkers.
_HOMES = {
    "HOOKS": "nkdocs.plugin.hooks",
    "Enricher": "nkdocs.plugin.protocols",
    "EnricherInfo": "nkdocs.plugin.info",
    "ExportContext": "nkdocs.plugin.protocols",
    "ExportSession": "nkdocs.plugin.protocols",
    "Exporter": "nkdocs.plugin.protocols",
    "ExporterInfo": "nkdocs.plugin.info",
    "NkdocsSpecs": "nkdocs.plugin.hooks",
    "OutletRules": "nkdocs.plugin.outlet",
    "Parser": "nkdocs.plugin.protocols",
    "ParserInfo": "nkdocs.plugin.info",
    "Phase": "nkdocs.plugin.info",
    "ReadContext": "nkdocs.plugin.protocols",
    "ReadIssue": "nkdocs.plugin.protocols",
    "Reader": "nkdocs.plugin.protocols",
    "ReaderInfo": "nkdocs.plugin.info",
    "hookimpl": "nkdocs.plugin.hooks",
    "hookspec": "nkdocs.plugin.hooks",
}

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


def __getattr__(name: str) -> object:
    """Fetch a name of this room at first use."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value
