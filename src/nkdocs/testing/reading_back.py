"""What other software reads in an export: the standard library, by the media type."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any, Final
from xml.etree import ElementTree

__all__ = ["leaves", "read_back", "shape"]

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


def leaves(tree: Any) -> Iterator[str]:
    """Every string of it, in order, keys of objects left out; other values as they would be written.

    >>> list(leaves([["a"], {"b": 1}]))
    ['a', '1']
    """
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if isinstance(value, (list, dict)):
            waiting += reversed(list(value.values()) if isinstance(value, dict) else value)
        else:
            yield value if isinstance(value, str) else str(value)


def shape(tree: Any) -> Any:
    """The same without what the strings say.

    >>> shape([["a", 1], {"b": None}])
    [['', 1], {'b': None}]
    """
    if isinstance(tree, list):
        return [shape(each) for each in tree]
    if isinstance(tree, dict):
        return {key: shape(each) for key, each in tree.items()}
    return "" if isinstance(tree, str) else tree


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
        root = ElementTree.fromstring(content)  # noqa: S314 - written a moment ago by the exporter under check
    except ElementTree.ParseError as error:
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
