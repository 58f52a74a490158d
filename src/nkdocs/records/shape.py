"""What the keys of a record hold, read from the classes: ``from_dict`` and ``schema`` are made of it."""

from datetime import date, datetime
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, get_args, get_origin

import attrs

from nkdocs.records.article import PARAGRAPH_KINDS, SCHEMA, Article, Paragraph, Provenance
from nkdocs.records.claim import Strength
from nkdocs.records.comment import LOSSES, Comment
from nkdocs.text.dates.when import BASES, PRECISIONS, When
from nkdocs.text.span import Span

__all__ = ["SCALARS", "Key", "keys"]

# What JSON has no word for (days, times, spans) is one value here: a string, a string, a pair.
SCALARS: Final[frozenset[tuple[type, ...]]] = frozenset(
    {(str,), (int,), (bool,), (date,), (datetime,), (date, datetime), (Span,)}
)
_CHOICES: Final[dict[tuple[type, str], tuple[str, ...]]] = {
    (Article, "schema"): (SCHEMA,),
    (Provenance, "strength"): tuple(strength.name.lower() for strength in Strength),
    (Paragraph, "kind"): tuple(sorted(PARAGRAPH_KINDS)),
    (Comment, "missing"): tuple(sorted(LOSSES)),
    (When, "precision"): PRECISIONS,
    (When, "basis"): BASES,
}


@attrs.frozen(slots=True, kw_only=True)
class Key:
    """One key of a record.

    ``kinds`` are the classes its value may have, one of ``SCALARS`` or a single record class; ``many`` says that
    it is a list of those, ``nullable`` that it may be null, ``required`` that the class has no default for it.
    ``choices`` are the strings it is limited to, if any.
    """

    name: str
    kinds: tuple[type, ...]
    many: bool
    nullable: bool
    required: bool
    choices: tuple[str, ...]


@cache
def keys(record: type) -> tuple[Key, ...]:
    """The keys of a record class, in the order of the JSON.

    >>> [key.name for key in keys(Paragraph)]
    ['kind', 'text', 'span']
    """
    return tuple(_key(record, attribute) for attribute in attrs.fields(record))


def _key(record: type, attribute: "attrs.Attribute[Any]") -> Key:
    annotation: Any = attribute.type
    members: tuple[Any, ...] = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
    kinds = tuple(member for member in members if member is not NoneType)
    many = get_origin(kinds[0]) is tuple
    return Key(
        name=attribute.name,
        kinds=get_args(kinds[0])[:1] if many else kinds,
        many=many,
        nullable=NoneType in members,
        required=attribute.default is attrs.NOTHING,
        choices=_CHOICES.get((record, attribute.name), ()),
    )
