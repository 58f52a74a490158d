"""From the arguments of a registry to what it holds."""

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from nkdocs.errors import UnknownPlugin
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.contents import Contents, load
from nkdocs.registry.optouts import Optouts
from nkdocs.registry.problems import PluginProblem, problem
from nkdocs.registry.recipe import Recipe
from nkdocs.registry.sources import Source, base_name, builtin_sources, object_sources

__all__ = ["loaded"]


def loaded(recipe: Recipe) -> Contents:
    """Everything the recipe asks for, loaded, with all that went wrong.

    Raises:
        UnknownPlugin: for a name of ``disable``, ``only`` or ``options`` that nothing has.
    """
    builtin = list(builtin_sources()) if recipe.builtins else []
    given = list(object_sources(recipe.plugins))
    installed, out, problems = _installed(recipe, [source.info.name for source in given])
    sources = [*builtin, *installed, *given]
    contents = load(sources, out, _options(recipe.options, sources))
    return attrs.evolve(contents, problems=(*problems, *contents.problems))


def _installed(recipe: Recipe, given: Sequence[str]) -> tuple[list[Source], set[str], list[PluginProblem]]:
    """Installed plugins, the names of those that stay out, and what is wrong with the list.

    An object that the caller gives is named in ``disable`` like an installed one; ``only`` leaves none out.
    """
    unwanted = set(recipe.disable) & set(given)
    if not recipe.entry_points:
        Optouts(recipe.disable, recipe.only, frozenset()).check(given)
        return [], unwanted, []
    # Imported here: who uses no installed plugin need not wait for importlib.metadata.
    from nkdocs.registry.entry_points import installed

    sources, problems = installed()
    names = [source.info.name for source in sources]
    optouts = Optouts.of(recipe.disable, recipe.only)
    optouts.check([*names, *given])
    out = {name for name in names if optouts.out(name)} | unwanted
    shared = _shared([source for source in sources if source.info.name not in out])
    return sources, out, [*problems, *optouts.strays(names), *shared]


def _shared(sources: Sequence[Source]) -> list[PluginProblem]:
    """A problem for each plugin whose entry point has the name of another's, while both take part."""
    names = [base_name(source.info.name) for source in sources]
    return [
        problem(
            "scan",
            source.info,
            f"shares the entry-point name {base_name(source.info.name)!r} with another distribution",
            "a name that two plugins use would depend on which of them came first",
            consequence=f"it is called {source.info.name!r}; everything works",
            remedy=f"use that name, or NKDOCS_DISABLE_PLUGINS={source.info.name}",
        )
        for source in sources
        if names.count(base_name(source.info.name)) > 1
    ]


def _options(options: Mapping[str, FrozenMapping[Any]], sources: Sequence[Source]) -> dict[str, FrozenMapping[Any]]:
    """The options of each plugin by its full name."""
    names = [source.info.name for source in sources]
    spellings = {*names, *map(base_name, names)}
    for name in options:
        if name not in spellings:
            raise UnknownPlugin(name, sorted(spellings))
    short = {name: options[base_name(name)] for name in names if base_name(name) in options}
    return {**short, **{name: options[name] for name in names if name in options}}
