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

    __slots__ = (
        "_blocks", "_captured", "_context", "_day", "_document", "_hint", "_layout", "_meta", "_name", "_notes",
        "_options", "_sha256", "_text", "_url",
    )  # fmt: skip

    def __init__(self, layout: Layout, context: Any) -> None:
        self._layout, self._context = layout, context
        self._text, self._blocks, self._meta, self._notes = layout.text, layout.blocks, layout.meta, layout.notes
        self._document = document = layout.document
        self._name, self._url = document.name, document.url
        self._sha256, self._day = document.sha256, document.captured
        self._captured, self._options, self._hint = context.captured, context.options, context.published_hint

    def broken(self) -> bool:
        """Whether something was changed; then it is put back."""
        layout, document, context = self._layout, self._document, self._context
        # One by one: a loop over the names would take longer than all the rest of asking a parser.
        if (
            layout.text is self._text
            and layout.blocks is self._blocks
            and layout.meta is self._meta
            and layout.document is document
            and layout.notes is self._notes
            and document.url is self._url
            and document.name is self._name
            and document.sha256 is self._sha256
            and document.captured is self._day
            and context.captured is self._captured
            and context.options is self._options
            and context.published_hint is self._hint
        ):
            return False
        self._restore()
        return True

    def _restore(self) -> None:
        document = {"name": self._name, "url": self._url, "sha256": self._sha256, "captured": self._day}
        context = {"captured": self._captured, "options": self._options, "published_hint": self._hint}
        layout = {name: getattr(self, f"_{name}") for name in ("text", "blocks", "meta", "document", "notes")}
        for thing, values in ((self._layout, layout), (self._document, document), (self._context, context)):
            for name, value in values.items():
                object.__setattr__(thing, name, value)

    def fault(self) -> UsageError:
        """What to hold against the plugin that broke it."""
        return UsageError(CHANGED)
