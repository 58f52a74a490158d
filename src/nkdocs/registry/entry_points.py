"""Installed plugins: the entry points of the group ``nkdocs``, in an order that the machine cannot change."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial, reduce
from importlib import import_module
from typing import Final

from nkdocs.errors import UsageError
from nkdocs.registry.distributions import Installed, distributions
from nkdocs.registry.guard import Fault, guarded
from nkdocs.registry.problems import PluginInfo, PluginProblem, problem
from nkdocs.registry.sources import Source

__all__ = ["GROUP", "installed"]

GROUP: Final = "nkdocs"
_VALUE: Final = re.compile(r"([\w.]+)\s*(?::\s*([\w.]+)\s*)?(?:\[.*\]\s*)?")

_Point = tuple[PluginInfo, str]


def installed() -> tuple[list[Source], list[PluginProblem]]:
    """Every installed plugin, sorted by name and distribution, and what could not be read."""
    problems: list[PluginProblem] = []
    points: list[_Point] = []
    found = guarded(lambda: list(distributions(GROUP)))
    if isinstance(found, Fault):
        remedy = "repair the environment, or use --no-plugins"
        problems.append(problem("scan", PluginInfo(name="unknown"), _UNLISTED, found.cause, remedy=remedy))
        return [], problems
    for distribution in found:
        answer = guarded(_points, distribution)
        if isinstance(answer, Fault):
            problems.append(_unlisted(distribution, answer))
        else:
            points += answer
    return list(_named(sorted(points, key=_order))), problems


_UNLISTED: Final = "could not be listed"


def _unlisted(distribution: Installed, fault: Fault) -> PluginProblem:
    name = distribution.name or distribution.label
    info = PluginInfo(name=name, distribution=distribution.name, version=distribution.version)
    return problem("scan", info, _UNLISTED, fault.cause, remedy=f"reinstall or uninstall {name}")


def _points(distribution: Installed) -> list[_Point]:
    """The plugins of a distribution: what each is called, and the module or object it is."""
    if distribution.fault is not None:
        raise distribution.fault
    points: list[_Point] = []
    section = ""
    for line in map(str.strip, distribution.points.splitlines()):
        if line.startswith("["):
            section = line.strip("[]").strip()
        elif section == GROUP and line and not line.startswith("#"):
            name, equals, value = map(str.strip, line.partition("="))
            if not equals or not name:
                raise UsageError(f"entry_points.txt: {line!r} is no name = value")
            info = PluginInfo(name=name, distribution=distribution.name, version=distribution.version)
            points.append((info, value))
    return points


def _loaded(value: str) -> object:
    """The module, or the object in it, that an entry point points to."""
    found = _VALUE.fullmatch(value)
    if found is None:
        raise UsageError(f"the entry point's value is a module or module:object, not {value!r}")
    names = (found[2] or "").split(".")
    return reduce(getattr, filter(None, names), import_module(found[1]))


def _order(point: _Point) -> tuple[str, str, str]:
    info, value = point
    return info.name, info.distribution or "", value


def _named(points: Iterable[_Point]) -> Iterator[Source]:
    """Sources under names that are theirs alone: ``name@distribution`` where two distributions share a name."""
    pairs = list(points)
    owners = Counter(info.name for info, _ in pairs)
    taken: Counter[str] = Counter()
    for info, value in pairs:
        name = info.name if owners[info.name] == 1 else f"{info.name}@{info.distribution}"
        taken[name] += 1
        unique = name if taken[name] == 1 else f"{name}#{taken[name]}"
        found = PluginInfo(name=unique, distribution=info.distribution, version=info.version)
        yield Source(found, partial(_loaded, value))
