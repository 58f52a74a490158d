# What type checkers see of this room: the names that __init__.py fetches at first use.

from nkdocs.registry.problems import PluginInfo as PluginInfo
from nkdocs.registry.problems import PluginProblem as PluginProblem
from nkdocs.registry.registry import Registry as Registry

__all__ = [
    "PluginInfo",
    "PluginProblem",
    "Registry",
]
