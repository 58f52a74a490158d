"""The JSON Schema of the record, generated from the classes."""

from datetime import date, datetime
from typing import Any, Final

from nkdocs.records.article import SCHEMA, Article
from nkdocs.records.shape import SCALARS, Key, keys
from nkdocs.text.span import Span

__all__ = ["schema"]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NULL: Final = {"type": "null"}
_SCALAR_SCHEMAS: Final[dict[tuple[type, ...], dict[str, Any]]] = {
    (str,): {"type": "string"},
    (int,): {"type": "integer"},
    (bool,): {"type": "boolean"},
    (date,): {"type": "string", "format": "date"},
    (datetime,): {"type": "string", "format": "date-time"},
    (date, datetime): {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]},
    (Span,): {"$ref": "#/$defs/Span"},
}
_SPAN: Final = {
    "description": "A half-open range [start, end] of code points of the document's text.",
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
}


def schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of the record ``nkdocs/article/1``.

    >>> import nkdocs
    >>> nkdocs.schema()["title"]
    'nkdocs/article/1'
    """
    parts = sorted(_parts(), key=lambda part: part.__name__)
    return {
        "$schema": _DIALECT,
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": SCHEMA,
        **_record_schema(Article),
        "$defs": {"Span": dict(_SPAN)} | {part.__name__: _record_schema(part) for part in parts},
    }


def _parts() -> set[type]:
    """The record classes an article is made of, itself left out."""
    found: set[type] = set()
    pending: list[type] = [Article]
    while pending:
        inner = {key.kinds[0] for key in keys(pending.pop()) if key.kinds not in SCALARS} - found
        found |= inner
        pending += inner
    return found


def _record_schema(record: type) -> dict[str, Any]:
    return {
        "description": (record.__doc__ or "").strip().splitlines()[0],
        "type": "object",
        "properties": {key.name: _key_schema(key) for key in keys(record)},
        "required": [key.name for key in keys(record)],
        "additionalProperties": False,
    }


def _key_schema(key: Key) -> dict[str, Any]:
    one = _kind_schema(key)
    if key.many:
        return {"type": "array", "items": one}
    return {"anyOf": [one, dict(_NULL)]} if key.nullable else one


def _kind_schema(key: Key) -> dict[str, Any]:
    if key.choices:
        return {"type": "string", "enum": list(key.choices)}
    scalar = _SCALAR_SCHEMAS.get(key.kinds)
    return dict(scalar) if scalar is not None else {"$ref": f"#/$defs/{key.kinds[0].__name__}"}
