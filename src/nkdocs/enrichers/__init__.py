"""The built-in finishing steps, one a file, registered through the hook every plugin uses."""

from nkdocs.plugin import EnricherInfo, hookimpl

__all__ = ["nkdocs_register_enrichers"]


@hookimpl
def nkdocs_register_enrichers() -> list[EnricherInfo]:
    """Describe the built-in enrichers without importing them."""
    return []
