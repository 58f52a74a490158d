"""In which order enrichers run."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from nkdocs.registry.contents import Registered

__all__ = ["in_order"]


def in_order(names: Iterable[str], known: Mapping[str, Registered]) -> tuple[Registered, ...]:
    """The enrichers of these names by phase, inside a phase by ``after``, then by name."""
    return tuple(_sorted([known[name] for name in names]))


def _sorted(chosen: Sequence[Registered]) -> Iterator[Registered]:
    """A circle of ``after`` is cut at the first name."""
    waiting = sorted(chosen, key=lambda item: (item.info.phase, item.key))
    while waiting:
        phase = [item for item in waiting if item.info.phase == waiting[0].info.phase]
        names = {item.key for item in phase}
        free = next((item for item in phase if not names.intersection(item.info.after) - {item.key}), phase[0])
        waiting.remove(free)
        yield free
