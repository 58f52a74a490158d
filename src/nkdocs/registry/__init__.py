"""Who is here, who claims what, who failed.

Each name is fetched from its module at first use: who needs one of them need not wait for all.
"""

from importlib import import_module

# Each name and the module it lives in; __init__.pyi says the same to type checkers.
_HOMES = {
    "PluginInfo": "nkdocs.registry.problems",
    "PluginProblem": "nkdocs.registry.problems",
    "Registry": "nkdocs.registry.registry",
}

__all__ = [
    "PluginInfo",
    "PluginProblem",
    "Registry",
]


def __getattr__(name: str) -> object:
    """Fetch a name of this room at first use."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value
