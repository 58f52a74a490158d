"""The list of plugins: what is installed, from which distribution, what failed and why."""

from typing import Any, Final

from nkdocs.cli.screen import Output, json_visible, keep_output, standard_output, visible
from nkdocs.cli.telling import tell_problems
from nkdocs.registry.holdings import Holdings
from nkdocs.registry.problems import PluginInfo
from nkdocs.registry.recipe import DEFAULT_ENRICHERS, Recipe
from nkdocs.version import API_VERSION

__all__ = ["list_installed", "print_list"]

_SCHEMA: Final = "nkdocs/plugins/1"
_PLUGIN_KEYS: Final = ("name", "distribution", "version", "builtin", "state")
_COLOURS: Final = {"loaded": "green", "disabled": "bright_black", "failed": "red"}
_PROBLEM_KEYS: Final = ("stage", "plugin", "distribution", "version", "what", "why", "consequence", "remedy")


def list_installed(*, as_json: bool) -> int:
    """The list with no other options; it waits neither for the library of options nor for parsers."""
    keep_output()
    recipe = Recipe(
        plugins=(), entry_points=True, builtins=True, disable=(), only=None, prefer=(), enrich=DEFAULT_ENRICHERS,
        strict=False, options={},
    )  # fmt: skip
    return print_list(Holdings(recipe), as_json=as_json, verbose=False)


def print_list(registry: Holdings, *, as_json: bool, verbose: bool) -> int:
    """Load all there is, factories too, and print it; what failed is told, and is no failure of this command."""
    registry.make_all()
    output = standard_output(json_visible if as_json else visible)
    if as_json:
        import json  # not at the top: a list for people does not wait for it

        output.line(json.dumps(_listing(registry), ensure_ascii=False, indent=2))
    else:
        tell_problems(registry, verbose=verbose)
        for plugin in registry.plugins.values():
            _print_plugin(plugin, registry, output)
    return 0


def _listing(registry: Holdings) -> dict[str, Any]:
    return {
        "schema": _SCHEMA,
        "api_version": API_VERSION,
        "plugins": [
            {
                **{key: getattr(plugin, key) for key in _PLUGIN_KEYS},
                **{wing: list(names) for wing, names in registry.brought(plugin.name).items()},
            }
            for plugin in registry.plugins.values()
        ],
        "problems": [{key: getattr(problem, key) for key in _PROBLEM_KEYS} for problem in registry.problems],
    }


def _print_plugin(plugin: PluginInfo, registry: Holdings, output: Output) -> None:
    output.line(f"{plugin.name} ({plugin.title}): {plugin.state}", _COLOURS.get(plugin.state))
    for wing, names in registry.brought(plugin.name).items():
        if names:
            output.line(f"  {wing}: {', '.join(names)}")
