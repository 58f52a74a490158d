"""What other software reads in an export: the standard library, by the media type."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any, Final, cast
from xml.etree import ElementTree as ET

__all__ = ["outline", "read_back", "strings"]

_LONGEST_CELL: Final = 1 << 24


def read_back(media_type: str, content: bytes) -> Any:
    r"""The content as rows, objects or elements; None where the standard library reads no such type.

    >>> read_back("text/csv", b'a,b\r\n1,"2,3"\r\n')
    [['a', 'b'], ['1', '2,3']]
    >>> read_back("text/plain", b"a,b") is None
    True

    Raises:
        ValueError: for content that is not of that type.
    """
    bare = media_type.partition(";")[0].strip().lower()
    reader = _READERS.get(bare) or _BY_SYNTAX.get(bare.rpartition("+")[2])
    return None if reader is None else reader(content)


def outline(tree: Any) -> list[str]:
    """What it is made of, whatever the strings and numbers say.

    >>> outline([["a", 1], {"b": None}])
    ['list 2', 'list 2', 'str', 'int', 'dict b', 'NoneType']
    """
    return [_kind(value) for value in _walked(tree)]


def strings(tree: Any) -> list[str]:
    """Every string of it, in order, those that are keys left out.

    >>> strings([["a", 1], {"b": "c"}])
    ['a', 'c']
    """
    return [value for value in _walked(tree) if isinstance(value, str)]


def _walked(tree: Any) -> Iterator[Any]:
    waiting: list[Any] = [tree]
    while waiting:
        value: Any = waiting.pop()
        yield value
        waiting += reversed(_members(value))


def _members(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(cast("dict[str, Any]", value).values())
    return value if value.__class__ is list else []


def _kind(value: Any) -> str:
    kind: str = value.__class__.__name__
    if isinstance(value, dict):
        return f"{kind} {' '.join(cast('dict[str, Any]', value))}"
    return f"{kind} {len(_members(value))}" if isinstance(value, list) else kind


def _rows(delimiter: str) -> Callable[[bytes], Any]:
    def read(content: bytes) -> Any:
        before = csv.field_size_limit(_LONGEST_CELL)
        try:
            text = content.decode("utf-8-sig")
            return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True) if row]
        except csv.Error as error:
            raise ValueError(f"no table: {error}") from error
        finally:
            csv.field_size_limit(before)

    return read


def _json(content: bytes) -> Any:
    return json.loads(content.decode())


def _json_lines(content: bytes) -> Any:
    return [json.loads(line) for line in content.decode().split("\n") if line.strip()]


def _xml(content: bytes) -> Any:
    try:
        root = ET.fromstring(content)  # noqa: S314 - written a moment ago by the exporter under check
    except ET.ParseError as error:
        raise ValueError(f"no XML: {error}") from error
    return [[each.tag, dict(each.attrib), each.text or "", each.tail or ""] for each in root.iter()]


_READERS: Final[dict[str, Callable[[bytes], Any]]] = {
    "text/csv": _rows(","),
    "text/tab-separated-values": _rows("\t"),
    "application/jsonl": _json_lines,
    "application/x-jsonlines": _json_lines,
    "application/x-ndjson": _json_lines,
    "text/xml": _xml,
}
_BY_SYNTAX: Final[dict[str, Callable[[bytes], Any]]] = {
    "json": _json,
    "application/json": _json,
    "xml": _xml,
    "application/xml": _xml,
}
