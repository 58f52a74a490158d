"""JSON in the one form that equal values share: keys in their order, no blanks, UTF-8. The one module to know msgspec.

msgspec (extra ``fast``) writes the same bytes as the standard library, for every character and number, in an eighth
of the time; a test holds it to that. It takes records apart by itself too: by way of ``to_dict`` a line took half as
long again.
"""

import json
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, partial
from typing import Any, Final

from nkdocs.records.article import Article
from nkdocs.records.convert import to_dict
from nkdocs.records.shape import keys
from nkdocs.text.span import Span

__all__ = ["canonical_json", "canonical_record", "plain_json"]

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
# What msgspec writes as ``to_dict`` says; a time at Greenwich it would end with Z.
_PLAIN: Final[frozenset[tuple[type, ...]]] = frozenset({(str,), (int,), (bool,), (date,)})


def plain_json(value: Any) -> bytes:
    """The form, written by the standard library.

    >>> plain_json({"b": None, "a": "쌀"}).decode()
    '{"b":null,"a":"쌀"}'
    """
    return _ENCODER.encode(value).encode()


def canonical_json() -> Callable[[Any], bytes]:
    """A function from what ``to_dict`` gives to its bytes, as fast as what is installed allows.

    >>> canonical_json()({"b": None, "a": "쌀"}).decode()
    '{"b":null,"a":"쌀"}'
    """
    try:
        import msgspec
    except ModuleNotFoundError:
        return plain_json
    quick = msgspec.json.Encoder().encode

    def encode(value: Any) -> bytes:
        try:
            return quick(value)
        except OverflowError:  # an integer of more than 64 bits
            return plain_json(value)

    return encode


def canonical_record() -> Callable[[Article], bytes]:
    """A function from an article to the bytes of what ``to_dict`` gives, as fast as what is installed allows.

    >>> import nkdocs
    >>> canonical_record()(nkdocs.parse("Rice prices fall").article)[:29]
    b'{"schema":"nkdocs/article/1",'
    """
    encoded = canonical_json()

    def encode(article: Article) -> bytes:
        return encoded(to_dict(article))

    try:
        import msgspec
    except ModuleNotFoundError:
        return encode
    apart = partial(msgspec.convert, type=_row(Article), from_attributes=True, dec_hook=_worded)
    quick = msgspec.json.Encoder(enc_hook=_written).encode

    def encode_quickly(article: Article) -> bytes:
        try:
            if isinstance(article, Article):
                return quick(apart(article))
        except (msgspec.MsgspecError, OverflowError, TypeError, ValueError):
            pass  # a value that is more, or less, than its class says
        return encode(article)

    return encode_quickly


class _Words(str):
    """A day or time as ``to_dict`` writes it."""

    __slots__ = ()


def _worded(_: type, value: date) -> _Words:
    return _Words(value.isoformat())


def _written(value: object) -> str:
    if isinstance(value, _Words):
        return str(value)
    raise TypeError(f"JSON has no {type(value).__name__}")


@cache
def _row(record: type) -> Any:
    """The class of what msgspec makes of a record: the same keys in the same order, a span as a pair."""
    import msgspec

    pair = msgspec.defstruct("Pair", [("start", int), ("end", int)], array_like=True, gc=False)
    fields: list[tuple[str, Any]] = []
    for key in keys(record):
        kind: Any = key.kinds[0]
        if kind is Span:
            kind = pair
        elif datetime in key.kinds:
            kind = _Words
        elif key.kinds not in _PLAIN:
            kind = _row(kind)
        kind = tuple[kind, ...] if key.many else kind
        fields.append((key.name, kind | None if key.nullable else kind))
    return msgspec.defstruct(record.__name__, fields, gc=False)
