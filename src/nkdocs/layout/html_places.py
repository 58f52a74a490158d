"""Where in a page text stands: the elements around it, and what they say of it."""

from collections.abc import Mapping
from typing import Final

from nkdocs.layout.block import Element, Link, Mark
from nkdocs.layout.html_links import Base
from nkdocs.layout.html_tags import HEADINGS, LISTS, PREFORMATTED, SINGLE, Node
from nkdocs.text.span import Span

__all__ = ["Attributes", "Context", "Kinds", "PageElement", "Place", "Places", "Run"]

Attributes = Mapping[str, str | None]
# For lexbor's number of an element: its name, whether it begins on a line of its own, whether it is silent.
Kinds = Mapping[int, tuple[str, bool, bool]]

# Elements deeper than this share the path and classes of their ancestor: written out for each, they would take
# time and memory that grow with the square of the depth. The pages of newsrooms reach about 40.
_DEEPEST: Final = 400
# Nested inline elements that are told apart for one piece of text.
_MOST_RUNS: Final = 12
# How much of paths and sets of classes is kept for the next who asks.
_ROOM: Final = 50_000_000
_SET_ROOM: Final = 64
_STYLED: Final = LISTS | PREFORMATTED | frozenset(HEADINGS) | frozenset({"blockquote", "li"})
_NO_NAMES: Final[frozenset[str]] = frozenset()
_NAMELESS: Final = (_NO_NAMES, _NO_NAMES, _NO_NAMES)

_Names = tuple[frozenset[str], frozenset[str], frozenset[str]]


class Run:
    """An inline element whose stretch of text is recorded: a link, a time, or a phrase that its attributes name."""

    __slots__ = ("attributes", "block", "end", "kind", "span", "start")

    def __init__(self, kind: str, attributes: Attributes) -> None:
        self.kind = kind
        self.attributes = attributes
        self.span: Span | None = None
        self.block = -1
        self.start = 0
        self.end = 0


class Context:
    """What elements hand down to the text inside: the kind of block, the list item, the link and times around."""

    __slots__ = ("depth", "item", "kind", "level", "link", "pre", "runs", "silent", "used")

    def __init__(self, up: "Context | None" = None) -> None:
        self.silent = False
        self.used = False
        self.kind = up.kind if up else "paragraph"
        self.level = up.level if up else None
        self.depth = up.depth if up else 0
        self.item = up.item if up else None
        self.pre = up.pre if up else False
        self.link: Run | None = up.link if up else None
        self.runs: tuple[Run, ...] = up.runs if up else ()

    def inside(self, name: str) -> "Context":
        """The context inside an element that begins on its own line."""
        if not self.runs and name not in _STYLED:
            return self
        inner = Context(self)
        inner.runs = tuple([run for run in self.runs if run.kind != "mark"])
        if name == "li":
            inner.item = inner
            inner.depth = self.depth or 1
            inner.kind, inner.level = "paragraph", None
        elif name in LISTS:
            inner.item = None
            inner.depth = self.depth + 1
        elif name in HEADINGS:
            inner.kind, inner.level = "heading", HEADINGS[name]
        elif name in PREFORMATTED:
            inner.kind, inner.level, inner.pre = "preformatted", None, True
        elif name == "blockquote":
            inner.kind, inner.level = "quote", None
        return inner


# The nearest element that begins on its own line, the context, and the depth in the tree.
Place = tuple[Node, Context, int]


class Places:
    """The elements of one page that hold text, each opened when its first text is met.

    Args:
        kinds: what elements are, by lexbor's numbers.
        base: what links start from.
    """

    def __init__(self, kinds: Kinds, base: Base) -> None:
        self.base = base
        self.known: dict[int, Place] = {}
        self.times: dict[int, Run] = {}
        self.limited = False
        self._kinds = kinds
        self._silent = Context()
        self._silent.silent = True
        self._numbers: dict[int, int] = {}
        self._counted: dict[int, tuple[Node, dict[int, int]]] = {}
        self._paths: dict[int, str] = {}
        self._names: dict[int, _Names] = {}
        self._sets: dict[tuple[int, str], frozenset[str]] = {}
        self._room = _ROOM

    def rebase(self, node: Node) -> None:
        """Let links start from a page's ``base`` element."""
        written = node.attributes.get("href")
        if written:
            self.base = Base(self.base.absolute(written))

    def open(self, node: Node) -> Place:
        """The place of an element; those around it are opened first."""
        known = self.known
        closed: list[tuple[int, Node]] = []
        at: Node | None = node
        place = None
        while at is not None:
            number = at.mem_id
            place = known.get(number)
            if place is not None:
                break
            closed.append((number, at))
            at = at.parent
        box, context, level = place or (node, Context(), -1)
        for number, inner in reversed(closed):
            level += 1
            if not context.silent:
                name, breaking, silent = self._kinds.get(inner.tag_id) or ("", False, False)
                if silent:
                    context = self._silent
                elif breaking:
                    box = inner
                    context = context.inside(name)
                elif attributes := inner.attributes:
                    context = self._phrase(context, name, number, attributes)
            known[number] = (box, context, level)
        if level > _DEEPEST:
            self.limited = True
        return (box, context, level)

    def _phrase(self, up: Context, name: str, number: int, attributes: Attributes) -> Context:
        """The context inside an inline element: the same, unless it is a link, a time, or has names."""
        link = Run("link", attributes) if name == "a" and attributes.get("href") else None
        runs = up.runs
        if link:
            runs = (link,) if not runs else (*[old for old in runs if old.kind != "link"], link)
        elif (name == "time" and attributes.get("datetime")) or (name == "abbr" and attributes.get("title")):
            run = self.times[number] = Run("time", attributes)
            runs = (*runs[-_MOST_RUNS:], run)
        if ("class" in attributes or "itemprop" in attributes or "rel" in attributes) and len(runs) < _MOST_RUNS:
            runs = (*runs, Run("mark", attributes))
        if runs is up.runs:
            return up
        inner = Context(up)
        inner.runs = runs
        inner.link = link or up.link
        return inner

    def link(self, span: Span, attributes: Attributes) -> Link:
        """The link that an ``a`` element is."""
        return Link(span, self.base.absolute(attributes["href"] or ""))

    def mark(self, span: Span, attributes: Attributes, *, whole: bool) -> Mark | None:
        """The mark that a phrase is; None for the whole of a block, whose classes say as much."""
        props = f"{attributes.get('itemprop') or ''} {attributes.get('rel') or ''}".strip()
        if whole and not props:
            return None
        return Mark(span, self._inherit(_NO_NAMES, attributes.get("class")), self._inherit(_NO_NAMES, props))

    def path(self, node: Node) -> str:
        """The path of an element, like ``/html/body/div[2]/p[1]``."""
        unnamed: list[tuple[int, Node]] = []
        path = None
        at: Node | None = node
        while at is not None and (path := self._paths.get(at.mem_id)) is None:
            unnamed.append((at.mem_id, at))
            at = at.parent
        path = path or ""
        for number, inner in reversed(unnamed):
            if inner.parent is not None and self.known.get(number, (None, None, 0))[2] <= _DEEPEST:
                name = inner.tag or ""
                path = f"{path}/{name}" if name in SINGLE else f"{path}/{name}[{self._number(inner, number)}]"
            if self._room > 0:
                self._room -= len(path)
                self._paths[number] = path
        return path

    def names(self, node: Node) -> _Names:
        """The classes, ids and microdata names of an element and its ancestors."""
        unnamed: list[tuple[int, Node]] = []
        names = None
        at: Node | None = node
        while at is not None and (names := self._names.get(at.mem_id)) is None:
            unnamed.append((at.mem_id, at))
            at = at.parent
        names = names or _NAMELESS
        for number, inner in reversed(unnamed):
            if self.known.get(number, (None, None, 0))[2] <= _DEEPEST and (attributes := inner.attributes):
                names = self._extended(names, attributes)
            self._names[number] = names
        return names

    def _extended(self, names: _Names, attributes: Attributes) -> _Names:
        """The inherited names with an element's own."""
        classes, ids, props = names
        if own := attributes.get("class"):
            classes = self._inherit(classes, own)
        if own := attributes.get("id"):
            ids = self._inherit(ids, own)
        if "itemprop" in attributes or "itemtype" in attributes:
            props = self._inherit(props, _props(attributes))
        return classes, ids, props

    def _inherit(self, inherited: frozenset[str], written: str | None) -> frozenset[str]:
        """The inherited names and those written; siblings share one set."""
        if not written:
            return inherited
        key = (id(inherited), written)
        names = self._sets.get(key)
        if names is None:
            names = self._sets[key] = inherited.union(written.split())
        return names

    def _number(self, node: Node, number: int) -> int:
        """Which of its parent's children of this name an element is, from 1; each child is counted once."""
        found = self._numbers.get(number)
        parent = node.parent
        if found is not None or parent is None:
            return found or 1
        last, counts = self._counted.get(parent.mem_id, (None, {}))
        at = parent.first_child if last is None else last.next
        while at is not None:
            tag = at.tag_id
            counts[tag] = self._numbers[at.mem_id] = counts.get(tag, 0) + 1
            last = at
            if at.mem_id == number:
                break
            at = at.next
        if last is not None:
            self._counted[parent.mem_id] = (last, counts)
        return self._numbers[number]


class PageElement(Element):
    """The element of a block of a page, worked out when asked: most of a page is menus that nobody looks at.

    Args:
        places: of the page.
        box: the element whose text the block is.
        holder: the innermost element around all of the block's text.
        runs: links and phrases inside, with their offsets.
        span: the block's.
    """

    __slots__ = ("_box", "_holder", "_places", "_runs", "_span")

    def __init__(
        self, places: Places, box: Node, holder: Node, runs: tuple[tuple[str, Attributes, int, int], ...], span: Span
    ) -> None:
        self._places = places
        self._box = box
        self._holder = holder
        self._runs = runs
        self._span = span

    @property
    def path(self) -> str:
        """Where the element stands, like ``/html/body/div[2]/p[1]``."""
        return self._places.path(self._box)

    @property
    def classes(self) -> frozenset[str]:
        """The class names of the element and its ancestors."""
        return self._places.names(self._holder)[0]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the element and its ancestors."""
        return self._places.names(self._holder)[1]

    @property
    def props(self) -> frozenset[str]:
        """The microdata names of the element and its ancestors."""
        return self._places.names(self._holder)[2]

    @property
    def links(self) -> tuple[Link, ...]:
        """The links inside, in order."""
        return tuple(
            self._places.link(Span(start, end), attributes)
            for kind, attributes, start, end in self._runs
            if kind == "link"
        )

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The phrases inside that have classes or properties of their own."""
        marks = (
            self._places.mark(Span(start, end), attributes, whole=Span(start, end) == self._span)
            for kind, attributes, start, end in self._runs
            if kind == "mark"
        )
        return tuple(mark for mark in marks if mark)


def _props(attributes: Attributes) -> str:
    """What an element is to microdata: its ``itemprop`` names, and the last part of its ``itemtype``."""
    types = (kind.rstrip("/").rpartition("/")[2] for kind in (attributes.get("itemtype") or "").split())
    return " ".join([attributes.get("itemprop") or "", *types])
