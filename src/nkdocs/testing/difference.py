"""Where two values of JSON differ, by path."""

from collections.abc import Iterator
from typing import Any, Final

__all__ = ["differences"]

_SHOWN: Final = 60


def differences(expected: Any, found: Any) -> Iterator[str]:
    """The places where ``found`` is not as ``expected``, in the order of the record.

    >>> list(differences({"kind": "article", "notes": []}, {"kind": "listing", "notes": []}))
    ["kind: expected 'article', found 'listing'"]
    """
    waiting: list[tuple[str, Any, Any]] = [("", expected, found)]
    while waiting:
        path, one, other = waiting.pop()
        if one.__class__ is dict and other.__class__ is dict:
            keys = [*dict.fromkeys((*one, *other))]
            waiting += [(f"{path}.{key}".lstrip("."), *_under(key, one, other)) for key in reversed(keys)]
        elif one.__class__ is list and other.__class__ is list and len(one) == len(other):
            pairs = list(enumerate(zip(one, other, strict=True)))
            waiting += [(f"{path}[{number}]", *pair) for number, pair in reversed(pairs)]
        elif one != other:
            yield f"{path}: expected {_shown(one)}, found {_shown(other)}"


def _under(key: str, one: Any, other: Any) -> tuple[Any, Any]:
    return one.get(key, "no such key"), other.get(key, "no such key")


def _shown(value: Any) -> str:
    if value.__class__ is list:
        return f"{len(value)} of them"
    told = repr(value)
    return told if len(told) <= _SHOWN else told[:_SHOWN] + "…"
