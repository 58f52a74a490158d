"""What elements that begin on their own line hand down to the text inside."""

from nkdocs.layout.html_tags import HEADINGS, LISTS, PREFORMATTED

__all__ = ["Context"]


class Context:
    """What is said of the text inside an element: its kind, its depth in lists, whether it is a link."""

    __slots__ = ("depth", "item", "kind", "level", "linked", "pre", "silent", "used")

    def __init__(self, up: "Context | None" = None) -> None:
        self.silent: bool = False
        self.used: bool = False
        if up is None:
            self.kind: str = "paragraph"
            self.level: int | None = None
            self.depth: int = 0
            self.item: Context | None = None
            self.pre: bool = False
            self.linked: bool = False
        else:
            self.kind = up.kind
            self.level = up.level
            self.depth = up.depth
            self.item = up.item
            self.pre = up.pre
            self.linked = up.linked

    def inside(self, name: str) -> "Context":
        """The context inside an element of this name."""
        inner = Context(self)
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
