"""What each HTML element means for the text that a reader sees."""

from collections.abc import Iterator, Mapping
from typing import Final, Protocol

__all__ = ["BREAKING", "HEADINGS", "KNOWN", "LISTS", "PREFORMATTED", "SILENT", "SINGLE", "STYLED", "TIGHT", "Node"]


class Node(Protocol):
    """The part of a parsed node that the layout looks at."""

    @property
    def tag_id(self) -> int:
        """A number for the element's name."""
        ...

    @property
    def tag(self) -> str | None:
        """The element's name; a mark for text, comments and the like."""
        ...

    @property
    def mem_id(self) -> int:
        """What tells two nodes of one tree apart."""
        ...

    @property
    def parent(self) -> "Node | None":
        """The node around it."""
        ...

    @property
    def first_child(self) -> "Node | None":
        """The first node inside."""
        ...

    @property
    def last_child(self) -> "Node | None":
        """The last node inside."""
        ...

    @property
    def next(self) -> "Node | None":
        """The node after it, with the same parent."""
        ...

    @property
    def prev(self) -> "Node | None":
        """The node before it, with the same parent."""
        ...

    @property
    def text_content(self) -> str | None:
        """The characters of a text node."""
        ...

    @property
    def attributes(self) -> Mapping[str, str | None]:
        """The attributes; None for one without a value."""
        ...

    def traverse(self, include_text: bool = ..., skip_empty: bool = ...) -> "Iterator[Node]":
        """This node and all inside it, in document order."""
        ...

    def css(self, query: str) -> "list[Node]":
        """The elements inside that a selector matches, in document order."""
        ...

    def text(self) -> str:
        """All characters inside, one text node after the other."""
        ...


HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
LISTS: Final = frozenset({"dir", "menu", "ol", "ul"})
PREFORMATTED: Final = frozenset({"listing", "plaintext", "pre", "xmp"})
# What changes the kind of the blocks inside.
STYLED: Final = LISTS | PREFORMATTED | frozenset(HEADINGS) | frozenset({"blockquote", "li"})
# There is one of each, so paths give them no number.
SINGLE: Final = frozenset({"body", "frameset", "head", "html"})
# Lines that readers see close together: no blank line between two of them.
TIGHT: Final = frozenset({"dd", "dt", "li", "option", "td", "th"})
# What starts on a line of its own in the style sheets of browsers, or is seen as a box of its own.
_BOXES: Final = frozenset({
    "address", "article", "aside", "blockquote", "button", "caption", "center", "colgroup", "details", "dialog",
    "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend",
    "main", "nav", "optgroup", "p", "search", "section", "select", "summary", "table", "tbody", "textarea",
    "tfoot", "thead", "tr",
})  # fmt: skip
BREAKING: Final = LISTS | PREFORMATTED | SINGLE | TIGHT | _BOXES | frozenset(HEADINGS)
# What is inside these is no text of the page: programs, styles, tooltips, what only a browser without scripts shows.
SILENT: Final = frozenset(
    {"datalist", "desc", "iframe", "noembed", "noframes", "noscript", "script", "style", "template", "title"}
)
_OTHERS: Final = frozenset({
    "a", "abbr", "acronym", "audio", "b", "base", "bdi", "bdo", "big", "br", "canvas", "cite", "code", "data",
    "del", "dfn", "em", "font", "i", "img", "input", "ins", "kbd", "label", "link", "map", "mark", "meta",
    "meter", "nobr", "object", "output", "path", "picture", "progress", "q", "rp", "rt", "ruby", "s", "samp",
    "slot", "small", "source", "span", "strike", "strong", "sub", "sup", "svg", "time", "tt", "u", "use", "var",
    "video", "wbr",
})  # fmt: skip
KNOWN: Final = BREAKING | SILENT | _OTHERS
