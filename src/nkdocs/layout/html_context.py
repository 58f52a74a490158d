"""What elements hand down to the text inside."""

from nkdocs.layout.html_tags import HEADINGS, LISTS, PREFORMATTED, SILENT

__all__ = ["Context"]


class Context:
    """What is said of the text inside an element: its kind, its depth in lists, whether it is in a link or no text.

    Elements share what they may: ``inner`` holds the contexts of those inside, by lexbor's numbers.
    """

    __slots__ = ("depth", "inner", "kind", "level", "linked", "pre", "silent")

    def __init__(self, up: "Context | None" = None) -> None:
        self.kind: str = up.kind if up else "paragraph"
        self.level: int | None = up.level if up else None
        self.depth: int = up.depth if up else 0
        self.pre: bool = up.pre if up else False
        self.linked: bool = up.linked if up else False
        self.silent: bool = up.silent if up else False
        self.inner: dict[int, Context] = {}

    def inside(self, number: int, name: str) -> "Context":
        """The context inside an element of this name."""
        inner = self.inner[number] = Context(self)
        inner.silent = self.silent or name in SILENT
        inner.linked = self.linked or name == "a"
        if name == "li":
            inner.depth = self.depth or 1
            inner.kind, inner.level = "paragraph", None
        elif name in LISTS:
            inner.depth = self.depth + 1
        elif name in HEADINGS:
            inner.kind, inner.level = "heading", HEADINGS[name]
        elif name in PREFORMATTED:
            inner.kind, inner.level, inner.pre = "preformatted", None, True
        elif name == "blockquote":
            inner.kind, inner.level = "quote", None
        return inner
