"""What a page says of itself outside its text: JSON-LD, OpenGraph, meta, links, microdata, times."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, cast

from nkdocs.layout.block import Meta
from nkdocs.layout.html_links import Base
from nkdocs.layout.html_tags import Node
from nkdocs.records.frozen import FrozenMapping, frozen
from nkdocs.text.span import Span
from nkdocs.text.tidy import one_line

__all__ = ["jsonld_objects", "page_meta"]

_PROPERTY_PREFIXES: Final = ("og:", "article:", "twitter:", "book:", "profile:", "fb:", "dc:", "dcterms:")
# JSON deeper than this is no description of an article, and Python's own reader would run out of stack.
_DEEPEST: Final = 100
_BRACKET: Final = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
_TRAILING_COMMA: Final = re.compile(r'("(?:[^"\\]|\\.)*+")|,(?=\s*+[\]}])', re.DOTALL)
_WRAPPING: Final = re.compile(r"\A\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)")
_WRAPPED: Final = re.compile(r"(?:(?://\s*+)?(?:-->|\]\]>)|/\*\s*+\]\]>\s*+\*/)\s*+\Z")
# The values of these repeat the text of the page.
_LONG: Final = frozenset({"articleBody", "reviewBody", "text"})
_LONGEST: Final = 500
_MOST_VALUES: Final = 20
# How many characters the values of all properties may have: elements with properties nest.
_ROOM: Final = 200_000
_VALUE_ATTRIBUTES: Final = {
    "a": "href", "area": "href", "audio": "src", "data": "value", "embed": "src", "iframe": "src", "img": "src",
    "link": "href", "meta": "content", "meter": "value", "object": "data", "source": "src", "time": "datetime",
    "track": "src", "video": "src",
}  # fmt: skip


def page_meta(
    root: Node, found: Mapping[str, Sequence[Node]], times: Iterable[tuple[Span | None, Node]], base: Base
) -> Meta:
    """What the page says of itself.

    Args:
        root: the ``html`` element.
        found: the elements named ``link meta script title``, and those with ``itemscope`` and ``itemprop``.
        times: the elements named ``time`` and ``abbr``, with the spans of their words.
        base: what the page's links start from.
    """
    properties, names = _named(found["meta"])
    canonical, alternates = _linked(found["link"], base)
    return Meta(
        jsonld=tuple(item for text in _scripts(found["script"]) for item in jsonld_objects(text)),
        opengraph=FrozenMapping(properties),
        names=FrozenMapping(names),
        canonical=canonical,
        title=_title(found["title"]),
        language=root.attributes.get("lang") or root.attributes.get("xml:lang") or names.get("content-language"),
        microdata=tuple(_microdata(found["itemscope"], found["itemprop"], base)),
        times=tuple(_times(times)),
        alternates=alternates,
    )


def jsonld_objects(text: str) -> Iterator[FrozenMapping[Any]]:
    """The objects of a JSON-LD script: those of lists and of ``@graph`` one by one; none where it cannot be read.

    >>> [item["@type"] for item in jsonld_objects('[{"@type": "Person"}, {"@graph": [{"@type": "Place"}]},]')]
    ['Person', 'Place']
    """
    pending = [_read(text)]
    while pending:
        item: Any = pending.pop()
        if isinstance(item, (list, tuple)):
            pending.extend(reversed(cast("Sequence[object]", item)))
        elif isinstance(item, Mapping):
            members = cast("FrozenMapping[object]", item)
            graph = members.get("@graph")
            if isinstance(graph, (tuple, Mapping)):
                pending.append(cast("object", graph))
            if not graph or "@type" in members:
                yield members


def _read(text: str) -> object:
    """The value of a JSON text, with those repairs that leave no doubt; None for what is none."""
    for repair in (str, _unwrapped, html.unescape):
        text = repair(text)
        if _too_deep(text):
            return None
        try:
            return json.loads(text, strict=False, object_hook=_frozen_object, parse_constant=lambda _: None)
        except ValueError:
            continue
    return None


def _unwrapped(text: str) -> str:
    """Without a comment or CDATA section around it, a semicolon after it, or commas before closing brackets."""
    text = _WRAPPED.sub("", _WRAPPING.sub("", text, count=1), count=1).rstrip("; \r\n\t")
    return _TRAILING_COMMA.sub(lambda match: match[1] or "", text)


def _too_deep(text: str) -> bool:
    """Whether brackets nest deeper than the reader should follow."""
    if text.count("[") + text.count("{") <= _DEEPEST:
        return False
    depth = 0
    for bracket in _BRACKET.findall(text):
        if bracket in "[{":
            depth += 1
            if depth > _DEEPEST:
                return True
        elif bracket in "]}":
            depth -= 1
    return False


def _frozen_object(members: dict[str, Any]) -> FrozenMapping[Any]:
    """A JSON object as it was read, its lists as tuples; objects inside are frozen before it."""
    for key, value in members.items():
        if value.__class__ is list:
            nested = any(item.__class__ is list for item in value)
            members[key] = frozen(value) if nested else tuple(value)
    return FrozenMapping(members)


def _scripts(scripts: Iterable[Node]) -> Iterator[str]:
    """The texts of the JSON-LD scripts."""
    for script in scripts:
        kind = script.attributes.get("type")
        if kind and "ld+json" in kind.lower():
            yield script.text()


def _named(metas: Iterable[Node]) -> tuple[dict[str, str], dict[str, str]]:
    """OpenGraph and its like, and what has a name; of several values the first."""
    properties: dict[str, str] = {}
    names: dict[str, str] = {}
    for meta in metas:
        attributes = meta.attributes
        content = attributes.get("content")
        if not content:
            continue
        name = attributes.get("name")
        prop = attributes.get("property") or (name if name and name.lower().startswith(_PROPERTY_PREFIXES) else None)
        if prop:
            properties.setdefault(prop.strip().lower(), content)
        name = name or attributes.get("http-equiv")
        if name:
            names.setdefault(name.strip().lower(), content)
    return properties, names


def _linked(links: Iterable[Node], base: Base) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """The canonical address, and the editions in other languages."""
    canonical = None
    alternates: list[tuple[str, str]] = []
    for link in links:
        attributes = link.attributes
        rel = (attributes.get("rel") or "").lower().split()
        href = attributes.get("href")
        if not href:
            continue
        if "canonical" in rel:
            canonical = canonical or base.absolute(href)
        elif "alternate" in rel and (language := attributes.get("hreflang")):
            alternates.append((language, base.absolute(href)))
    return canonical, tuple(alternates)


def _title(titles: Iterable[Node]) -> str | None:
    """The first title that is not a drawing's."""
    for title in titles:
        parent = title.parent
        if parent is not None and parent.tag in {"head", "body", "html"}:
            return one_line(title.text()) or None
    return None


def _times(times: Iterable[tuple[Span | None, Node]]) -> Iterator[tuple[Span | None, str]]:
    """The times that the page writes for machines, and where their words stand; older pages use ``abbr``."""
    for span, node in times:
        attributes = node.attributes
        value = attributes.get("datetime")
        if not value and (title := attributes.get("title") or "")[:4].isdigit():
            value = title
        if value:
            yield (span, value)


def _microdata(scopes: Sequence[Node], properties: Iterable[Node], base: Base) -> Iterator[FrozenMapping[Any]]:
    """The items of schema.org and its like, flat: ``@owner`` is the index of the item that one belongs to.

    ``@type`` is the last part of the type, ``@prop`` the property that the item is of its owner. A property written
    several times is a tuple.
    """
    items: list[dict[str, Any]] = []
    owners: dict[int, int | None] = {}
    for node in scopes:
        attributes = node.attributes
        kind = (attributes.get("itemtype") or "").rstrip("/").rpartition("/")[2]
        owner = _owner(node, owners)
        owners[node.mem_id] = len(items)
        items.append({"@type": kind or None, "@owner": owner, "@prop": attributes.get("itemprop")})
    room = _ROOM
    for node in properties:
        owner = _owner(node, owners)
        if owner is None or room < 0 or "itemscope" in node.attributes:
            continue
        for name in (node.attributes.get("itemprop") or "").split():
            if name not in _LONG and (value := _value(node, base)):
                room -= len(value)
                items[owner][name] = _with(items[owner].get(name), value)
    yield from map(FrozenMapping, items)


def _with(earlier: Any, value: str) -> str | tuple[str, ...]:
    """A value beside those before it."""
    if earlier is None or earlier == value:
        return value
    several: tuple[str, ...] = (earlier,) if isinstance(earlier, str) else earlier
    return several if value in several or len(several) >= _MOST_VALUES else (*several, value)


def _owner(node: Node, owners: dict[int, int | None]) -> int | None:
    """The item that a node's parent belongs to; what is found is kept for the elements in between."""
    passed: list[int] = []
    found = None
    at = node.parent
    while at is not None:
        number = at.mem_id
        if number in owners:
            found = owners[number]
            break
        passed.append(number)
        at = at.parent
    owners.update(dict.fromkeys(passed, found))
    return found


def _value(node: Node, base: Base) -> str:
    """What a microdata property says."""
    attributes = node.attributes
    named = _VALUE_ATTRIBUTES.get(node.tag or "")
    written = attributes.get("content") or (attributes.get(named) if named else None)
    if written is None:
        return one_line(node.text())[:_LONGEST]
    return base.absolute(written) if named in {"data", "href", "src"} else written
