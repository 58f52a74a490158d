"""Installed plugins: the entry points of the group ``nkdocs``, in an order that the machine cannot change."""

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint, distributions, entry_points
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
        answer = guarded(lambda each=distribution: [p for p in each.entry_points if p.group == GROUP])  # type: ignore[misc]  # a default binds the name now
        if isinstance(answer, Fault):
            name = guarded(lambda each=distribution: str(each.metadata["Name"]))  # type: ignore[misc]  # as above
            info = PluginInfo(name="unknown" if isinstance(name, Fault) else name)
            remedy = f"reinstall or uninstall {info.name}"
            problems.append(problem("scan", info, "could not be listed", answer.cause, remedy=remedy))
        else:
            points.update({(p.name, p.value, _described(p).distribution or ""): p for p in answer})
    return list(points.values())


def _described(point: EntryPoint) -> PluginInfo:
    """The plugin of an entry point; what its distribution does not tell stays None."""
    name = guarded(lambda: str(point.dist.metadata["Name"]) if point.dist else None)
    version = guarded(lambda: str(point.dist.version) if point.dist else None)
    return PluginInfo(
        name=point.name,
        distribution=None if isinstance(name, Fault) else name,
        version=None if isinstance(version, Fault) else version,
    )


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
