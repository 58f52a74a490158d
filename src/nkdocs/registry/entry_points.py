"""Installed plugins: the entry points of the group ``nkdocs``, in an order that the machine cannot change."""

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, EntryPoint, distributions, entry_points
from typing import Final

from nkdocs.registry.guard import Fault, guarded
from nkdocs.registry.problems import PluginInfo, PluginProblem, problem
from nkdocs.registry.sources import Source

__all__ = ["GROUP", "installed"]

GROUP: Final = "nkdocs"


def installed() -> tuple[list[Source], list[PluginProblem]]:
    """Every installed plugin, sorted by name and distribution, and what could not be read."""
    found = guarded(_scan)
    problems: list[PluginProblem] = []
    points = _one_by_one(problems) if isinstance(found, Fault) else found
    described = sorted(((_described(point), point) for point in points), key=lambda pair: _order(pair[0], pair[1]))
    return list(_named(described)), problems


def _scan() -> list[EntryPoint]:
    return list(entry_points(group=GROUP))


def _one_by_one(problems: list[PluginProblem]) -> list[EntryPoint]:
    """Ask each distribution alone, since one that cannot be read hides all the others."""
    points: dict[tuple[str, str, str], EntryPoint] = {}
    for distribution in distributions():
        answer = guarded(_points, distribution)
        if isinstance(answer, Fault):
            info = PluginInfo(name=_identity(distribution)[0] or "unknown")
            remedy = f"reinstall or uninstall {info.name}"
            problems.append(problem("scan", info, "could not be listed", answer.cause, remedy=remedy))
        else:
            points.update({(p.name, p.value, _described(p).distribution or ""): p for p in answer})
    return list(points.values())


def _points(distribution: Distribution) -> list[EntryPoint]:
    return [point for point in distribution.entry_points if point.group == GROUP]


def _described(point: EntryPoint) -> PluginInfo:
    """The plugin of an entry point; what its distribution does not tell stays None."""
    name, version = _identity(point.dist)
    return PluginInfo(name=point.name, distribution=name, version=version)


def _identity(distribution: Distribution | None) -> tuple[str | None, str | None]:
    """Name and version, as far as the metadata can be read. Each look at them reads the file, so one look is made."""
    metadata = guarded(lambda: None if distribution is None else distribution.metadata)
    if metadata is None or isinstance(metadata, Fault):
        return None, None
    name, version = (metadata[key] if key in metadata else None for key in ("Name", "Version"))  # noqa: SIM401 - no get
    return name or None, version or None


def _order(info: PluginInfo, point: EntryPoint) -> tuple[str, str, str]:
    return info.name, info.distribution or "", point.value


def _named(described: Iterable[tuple[PluginInfo, EntryPoint]]) -> Iterator[Source]:
    """Sources under names that are theirs alone: ``name@distribution`` where two distributions share a name."""
    pairs = list(described)
    owners = Counter(info.name for info, _ in pairs)
    taken: Counter[str] = Counter()
    for info, point in pairs:
        name = info.name if owners[info.name] == 1 else f"{info.name}@{info.distribution}"
        taken[name] += 1
        unique = name if taken[name] == 1 else f"{name}#{taken[name]}"
        yield Source(PluginInfo(name=unique, distribution=info.distribution, version=info.version), point.load)
