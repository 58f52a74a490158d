"""The built-in finishing steps, one a file, registered through the hook every plugin uses."""

from nkdocs.plugin import EnricherInfo, Phase, hookimpl

__all__ = ["nkdocs_register_enrichers"]


@hookimpl
def nkdocs_register_enrichers() -> list[EnricherInfo]:
    """Describe the built-in enrichers without importing them."""
    return [
        EnricherInfo(
            name="dates",
            version="1",
            factory="nkdocs.enrichers.dates:Dates",
            changes=("dates", "notes"),
            phase=Phase.ENTITIES,
        ),
        EnricherInfo(
            name="attributions",
            version="1",
            factory="nkdocs.enrichers.attributions:Attributions",
            changes=("attributions", "notes"),
            phase=Phase.ENTITIES,
            after=("dates",),
        ),
    ]
