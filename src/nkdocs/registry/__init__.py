"""Who is here, who claims what, who failed."""

from nkdocs.registry.problems import PluginInfo, PluginProblem
from nkdocs.registry.registry import Registry

__all__ = ["PluginInfo", "PluginProblem", "Registry"]
