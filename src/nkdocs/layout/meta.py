"""What a page says of itself outside its text: JSON-LD, OpenGraph, meta, links, microdata, times."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from nkdocs.layout.block import Meta
from nkdocs.layout.html_links import Base
from nkdocs.layout.html_places import Run
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
_WRAPPED: Final = re.compile(r"(?:(?://\s*)?(?:-->|\]\]>)|/\*\s*\]\]>\s*\*/|;)\s*\Z")
# The values of these repeat the text of the page.
_LONG: Final = frozenset({"articleBody", "reviewBody", "text"})
_VALUE_ATTRIBUTES: Final = {
    "a": "href", "area": "href", "audio": "src", "data": "value", "embed": "src", "iframe": "src", "img": "src",
    "link": "href", "meta": "content", "meter": "value", "object": "data", "source": "src", "time": "datetime",
    "track": "src", "video": "src",
}  # fmt: skip


def page_meta(found: Mapping[str, Sequence[Node]], base: Base, root: Node, times: Mapping[int, Run]) -> Meta:
    """What the page says of itself.

    Args:
        found: the elements named ``abbr link meta script time title``.
        base: what its links start from.
        root: the ``html`` element.
        times: the places of those times that have text.
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
        microdata=tuple(_microdata(root)),
        times=tuple(_times(found, times)),
        alternates=alternates,
    )


def jsonld_objects(text: str) -> Iterator[FrozenMapping[Any]]:
    """The objects of a JSON-LD script: those of lists and of ``@graph`` one by one; none where it cannot be read.

    >>> [item["@type"] for item in jsonld_objects('[{"@type": "Person"}, {"@graph": [{"@type": "Place"}]},]')]
    ['Person', 'Place']
    """
    pending: list[Any] = [_read(text)]
    while pending:
        item = pending.pop()
        if isinstance(item, (list, tuple)):
            pending.extend(reversed(item))
        elif isinstance(item, FrozenMapping):
            graph = item.get("@graph")
            if isinstance(graph, (tuple, FrozenMapping)):
                pending.append(graph)
            if not graph or "@type" in item:
                yield item


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
    text = _WRAPPED.sub("", _WRAPPING.sub("", text, count=1).rstrip(), count=1)
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


def _times(found: Mapping[str, Sequence[Node]], placed: Mapping[int, Run]) -> Iterator[tuple[Span | None, str]]:
    """The times that the page writes for machines, and where their words stand; older pages use ``abbr``."""
    for element, attribute in (("time", "datetime"), ("abbr", "title")):
        for node in found[element]:
            value = node.attributes.get(attribute)
            if value and (element == "time" or value[:4].isdigit()):
                run = placed.get(node.mem_id)
                yield (run.span if run else None, value)


def _microdata(root: Node) -> Iterator[FrozenMapping[Any]]:
    """The items of schema.org and its like, each with its type and plain properties; of several values the first."""
    items: list[dict[str, Any]] = []
    owners: dict[int, dict[str, Any]] = {}
    yield from map(FrozenMapping, items)
