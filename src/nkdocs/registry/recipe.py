"""What a registry was asked to be: checked arguments, which also travel to other processes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, Final, cast

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.frozen import FrozenMapping, frozen

__all__ = ["DEFAULT_ENRICHERS", "Recipe"]

DEFAULT_ENRICHERS: Final = ("dates", "attributions")


@attrs.frozen(slots=True)
class _ModuleByName:
    """A module on its way to another process."""

    name: str


def _plugins(values: Iterable[object]) -> tuple[object, ...]:
    if isinstance(values, str | bytes | Mapping) or not isinstance(values, Iterable):
        raise UsageError(f"plugins is a collection of modules or objects, not {values!r}")
    members = tuple(import_module(each.name) if isinstance(each, _ModuleByName) else each for each in values)
    for member in members:
        if member is None or isinstance(member, str | bytes | int):
            raise UsageError(f"plugins holds modules or objects, not {member!r}")
    return members


def _names(values: Any) -> tuple[str, ...]:
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise UsageError(f"expected a collection of names, not {values!r}")
    names: dict[str, None] = {}
    for name in cast("Iterable[object]", values):
        if not isinstance(name, str):
            raise UsageError(f"expected names, not {name!r}")
        names[name] = None
    return tuple(names)


def _only(values: Any) -> tuple[str, ...] | None:
    return None if values is None else _names(values)


def _options(values: Any) -> FrozenMapping[FrozenMapping[Any]]:
    given = cast("Mapping[str, object]", values)
    if not isinstance(values, Mapping) or not all(isinstance(each, Mapping) for each in given.values()):
        raise UsageError(f"options maps plugin names to mappings, not {values!r}")
    settled: FrozenMapping[FrozenMapping[Any]] = frozen(given)
    return settled


def _flag(_: object, field: "attrs.Attribute[bool]", value: object) -> None:
    if value is not True and value is not False:
        raise UsageError(f"{field.name} is True or False, not {value!r}")


@attrs.frozen(slots=True, kw_only=True, eq=False)
class Recipe:
    """The arguments of ``Registry``, each checked and out of reach of later changes."""

    plugins: tuple[object, ...] = attrs.field(converter=_plugins)
    entry_points: bool = attrs.field(validator=_flag)
    builtins: bool = attrs.field(validator=_flag)
    disable: Collection[str] = attrs.field(converter=_names)
    only: Collection[str] | None = attrs.field(converter=_only)
    prefer: Sequence[str] = attrs.field(converter=_names)
    enrich: Sequence[str] = attrs.field(converter=_names)
    strict: bool = attrs.field(validator=_flag)
    options: FrozenMapping[FrozenMapping[Any]] = attrs.field(converter=_options)

    def packed(self) -> dict[str, Any]:
        """The arguments for a pickle: modules, which have none, go by name."""
        arguments = {field.name: getattr(self, field.name) for field in attrs.fields(Recipe)}
        arguments["plugins"] = tuple(
            _ModuleByName(each.__name__) if isinstance(each, ModuleType) else each for each in self.plugins
        )
        return arguments
