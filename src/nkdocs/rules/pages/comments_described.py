"""Comments that a page describes to machines: the ``comment`` of its article in JSON-LD, nested or as one list."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import Any, Final

from nkdocs.layout.block import Meta
from nkdocs.records import Comment, When
from nkdocs.records.frozen import FrozenMapping
from nkdocs.rules.pages.described import articles_described, items_of, texts_of, tidy_meta
from nkdocs.text.dates import read_when
from nkdocs.text.tidy import one_line

__all__ = ["comments_described", "topic_described"]

_KINDS: Final = frozenset({"Comment", "UserComments"})
_POSTING: Final = "DiscussionForumPosting"
_UNDER: Final = ("comment", "comments", "replies")
_TEXT: Final = ("text", "commentText", "articleBody", "description")
_DATE: Final = ("dateCreated", "datePublished", "commentTime")
_AUTHOR: Final = ("author", "creator")
# Some systems put their markup into the text.
_BREAK: Final = re.compile(r"<(?:br|/p|/div)\b[^<>]{0,80}>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
_AUTHOR_MOST: Final = 80
_Item = FrozenMapping[Any]


class _Node:
    """One comment: what describes it, the number of the one it answers, whether the page lost that one."""

    __slots__ = ("answers", "item", "lost", "parent")

    def __init__(self, item: _Item, parent: int | None) -> None:
        self.item: _Item = item
        self.parent: int | None = parent
        self.lost: bool = False
        self.answers: list[int] = []


def comments_described(meta: Meta, zone: tzinfo | None = None) -> tuple[Comment, ...]:
    """The comments in order, each after the one it answers; without places, for nothing of them is printed text.

    >>> import nkdocs
    >>> said = '{"@type": "Comment", "text": "So it is.", "author": {"name": "Bora"}}'
    >>> page = '<script type="application/ld+json">{"@type": "Article", "comment": [%s]}</script>' % said
    >>> [(one.author, one.text) for one in comments_described(nkdocs.lay_out(page, media_type="text/html").meta)]
    [('Bora', 'So it is.')]
    """
    return _described(meta, zone, ()) if meta.jsonld else ()


def topic_described(meta: Meta, zone: tzinfo | None = None) -> tuple[Comment, ...]:
    """The posts of a forum's topic: the posting that opens it, and what answers it; none if nothing does.

    >>> import nkdocs
    >>> said = '{"@type": "DiscussionForumPosting", "text": "Ice?", "comment": {"@type": "Comment", "text": "Yes."}}'
    >>> page = f'<script type="application/ld+json">{said}</script>'
    >>> [(one.text, one.parent) for one in topic_described(nkdocs.lay_out(page, media_type="text/html").meta)]
    [('Ice?', None), ('Yes.', 1)]
    """
    postings = [item for item in meta.jsonld if _is_posting(item) and any(item.get(key) for key in _TEXT)]
    if len(postings) != 1 or not any(_under(postings[0])):
        return ()
    if not all(map(_is_posting, articles_described(meta))):
        return ()
    return _described(meta, zone, postings)


def _is_posting(item: _Item) -> bool:
    return any(isinstance(kind, str) and kind.rpartition("/")[2] == _POSTING for kind in items_of(item.get("@type")))


def _described(meta: Meta, zone: tzinfo | None, first: Sequence[_Item]) -> tuple[Comment, ...]:
    by_id = {key: item for item in meta.jsonld if isinstance(key := item.get("@id"), str)}
    nodes = _nodes(meta, by_id, first)
    _join(nodes)
    comments: list[Comment] = []
    numbers: dict[int, Comment] = {}
    for number in _in_order(nodes):
        node = nodes[number]
        above = numbers.get(node.parent) if node.parent is not None else None
        numbers[number] = _comment(node, len(comments) + 1, above, by_id, zone)
        comments.append(numbers[number])
    return tuple(comments)


def _nodes(meta: Meta, by_id: Mapping[str, _Item], first: Sequence[_Item]) -> list[_Node]:
    """All comments of the articles, then those that stand beside them; each once, whatever names it again."""
    told: list[object] = [*first, *(value for item in articles_described(meta) for value in _under(item))]
    told += [item for item in meta.jsonld if _is_comment(item)]
    nodes: list[_Node] = []
    seen: set[int] = set()
    pending: list[tuple[object, int | None]] = [(value, None) for value in reversed(told)]
    while pending:
        value, parent = pending.pop()
        for item in items_of(value):
            known = item if isinstance(item, str) else by_id.get(str(item.get("@id")), item)
            if isinstance(known, str) or id(known) in seen or not _says(known):
                continue
            seen.add(id(known))
            nodes.append(_Node(known, parent))
            pending.extend((answers, len(nodes) - 1) for answers in reversed(list(_under(known))))
    return nodes


def _under(item: _Item) -> Iterator[object]:
    yield from (item[key] for key in _UNDER if item.get(key))


def _is_comment(item: _Item) -> bool:
    return any(isinstance(kind, str) and kind.rpartition("/")[2] in _KINDS for kind in items_of(item.get("@type")))


def _says(item: _Item) -> bool:
    """Whether an object is a comment, or the posting that opens a topic, and has an author or a text."""
    if item.get("@type") is not None and not (_is_comment(item) or _is_posting(item)):
        return False
    return any(item.get(key) for key in (*_TEXT, *_AUTHOR))


def _join(nodes: Sequence[_Node]) -> None:
    """Put each comment under the one that it says it answers."""
    by_id = {key: number for number, node in enumerate(nodes) if isinstance(key := node.item.get("@id"), str)}
    for number, node in enumerate(nodes):
        for told in items_of(node.item.get("parentItem")) if node.parent is None else ():
            key = told if isinstance(told, str) else told.get("@id")
            parent = by_id.get(key) if isinstance(key, str) else None
            # What is answered and no comment is the article.
            node.lost = parent is None and not isinstance(told, str) and _is_comment(told)
            node.parent = parent if parent != number else None
    for number, node in enumerate(nodes):
        if node.parent is not None:
            nodes[node.parent].answers.append(number)


def _in_order(nodes: Sequence[_Node]) -> Iterator[int]:
    """The numbers of the comments, answers behind what they answer; a ring of answers is opened at its first."""
    done = [False] * len(nodes)
    firsts = [number for number, node in enumerate(nodes) if node.parent is None]
    for first in (*firsts, *range(len(nodes))):
        if done[first]:
            continue
        if nodes[first].parent is not None:
            nodes[first].parent, nodes[first].lost = None, True
        pending = [first]
        while pending:
            number = pending.pop()
            if not done[number]:
                done[number] = True
                yield number
                pending.extend(reversed(nodes[number].answers))


def _comment(
    node: _Node, number: int, above: Comment | None, by_id: Mapping[str, _Item], zone: tzinfo | None
) -> Comment:
    author, text = _author(node.item, by_id), _text(node.item)
    kept = (("author", author), ("body", text), ("parent", not node.lost))
    return Comment(
        id=number,
        parent=above.id if above is not None else None,
        depth=above.depth + 1 if above is not None else 0,
        author=author or None,
        text=text or None,
        posted=_posted(node.item, zone),
        missing=tuple(name for name, value in kept if not value),
        span=None,
    )


def _author(item: _Item, by_id: Mapping[str, _Item]) -> str:
    """The name of who wrote a comment, as a text or as an object that may be described elsewhere."""
    for key in _AUTHOR:
        for told in items_of(item.get(key)):
            if isinstance(told, str):
                names = [told]
            else:
                names = list(texts_of(told if told.get("name") else by_id.get(str(told.get("@id")), told), "name"))
            for name in map(tidy_meta, names):
                if name and len(name) <= _AUTHOR_MOST:
                    return name
    return ""


def _text(item: _Item) -> str:
    """What a comment says, without markup, a paragraph a line."""
    for key in _TEXT:
        for told in texts_of(item.get(key), "@value"):
            words = html.unescape(_TAG.sub("", _BREAK.sub("\n", told)) if "<" in told else told)
            lines = [line for line in map(one_line, words.splitlines()) if line]
            if lines:
                return "\n".join(lines)
    return ""


def _posted(item: _Item, zone: tzinfo | None) -> When | None:
    for key in _DATE:
        for told in texts_of(item.get(key), "@value"):
            when = read_when(tidy_meta(told), None, zone=zone, basis="metadata")
            if when is not None and when.earliest is not None:
                return when
    return None
