"""What plugins are given stays what it was: nobody's change reaches the parsers after it."""

from typing import Any, Final

from nkdocs.errors import UsageError
from nkdocs.layout.block import Layout

__all__ = ["CHANGED", "Seal"]

CHANGED: Final = "it changed the document it was given"


class Seal:
    """A layout and a context as they were, though a plugin may reach past their being frozen.

    Their parts are immutable; what they hold is compared by identity, for this runs after every parser asked.

    >>> from nkdocs.layout.context import ParseContext
    >>> from nkdocs.layout.opening import lay_out
    >>> layout = lay_out("A line.")
    >>> seal = Seal(layout, ParseContext())
    >>> object.__setattr__(layout, "text", "Another.")
    >>> seal.broken(), layout.text, seal.broken()
    (True, 'A line.', False)
    """

    __slots__ = ("_blocks", "_captured", "_context", "_document", "_layout", "_meta", "_options", "_text")

    def __init__(self, layout: Layout, context: Any) -> None:
        self._layout, self._context = layout, context
        self._text, self._blocks, self._meta, self._document = layout.text, layout.blocks, layout.meta, layout.document
        self._captured, self._options = context.captured, context.options

    def broken(self) -> bool:
        """Whether something was changed; then it is put back."""
        layout, context = self._layout, self._context
        if (
            layout.text is self._text
            and layout.blocks is self._blocks
            and layout.meta is self._meta
            and layout.document is self._document
            and context.captured is self._captured
            and context.options is self._options
        ):
            return False
        for name in ("text", "blocks", "meta", "document"):
            object.__setattr__(layout, name, getattr(self, f"_{name}"))
        for name in ("captured", "options"):
            object.__setattr__(context, name, getattr(self, f"_{name}"))
        return True

    def fault(self) -> UsageError:
        """What to hold against the plugin that broke it."""
        return UsageError(CHANGED)
