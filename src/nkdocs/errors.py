"""Everything nkdocs can raise.

::

    NkdocsError
     +-- UsageError (also a ValueError and a TypeError)   an argument is wrong
     |    +-- UnknownPlugin                 no plugin, parser, reader or exporter of that name
     |         +-- PluginUnavailable        there is one, and it is broken or disabled
     +-- MissingExtra                       an optional library is needed and not installed
     +-- NotOneArticle                      ``Parsed.article`` of a document with none or several
     +-- AmbiguousParser                    two plugins claim equally (only with ``strict=True``)
     +-- SourceError                        a source that does not exist or cannot be read
     +-- OutputError                        a destination that cannot be written
     |    +-- ExportError                   a value the format cannot hold
     +-- PluginFailed                       a plugin raised or returned what it may not
     +-- NotMine                            raised by a parser: hand the document back
     +-- ParseError                         raised by a parser: mine, but unreadable

Only these leave the public functions. What a *document* holds never raises: it becomes a note.
"""

from collections.abc import Sequence

__all__ = [
    "AmbiguousParser",
    "ExportError",
    "MissingExtra",
    "NkdocsError",
    "NotMine",
    "NotOneArticle",
    "OutputError",
    "ParseError",
    "PluginFailed",
    "PluginUnavailable",
    "SourceError",
    "UnknownPlugin",
    "UsageError",
]


class NkdocsError(Exception):
    """The root: ``except NkdocsError`` catches whatever this library raises on purpose."""


class UsageError(NkdocsError, ValueError, TypeError):
    """An argument is wrong; the message says which and what is expected."""


class UnknownPlugin(UsageError):
    """No parser, reader, exporter, enricher or entry point has this name.

    Args:
        name: what was asked for.
        known: the names there are; the closest are offered in the message.
        what: the kind of thing that was looked for.
    """

    def __init__(self, name: str, known: Sequence[str] = (), what: str = "plugin") -> None:
        from difflib import get_close_matches  # not at the top: nearly no run needs it

        super().__init__(name, tuple(known), what)
        self.name: str = name
        self.close: tuple[str, ...] = tuple(get_close_matches(name, list(known), n=3))
        self.what: str = what

    def __str__(self) -> str:
        """Name the unknown and the names that are close to it."""
        hint = f"; did you mean {', '.join(self.close)}?" if self.close else ""
        return f"no {self.what} is called {self.name!r}{hint}"


class PluginUnavailable(UnknownPlugin):
    """The name belongs to a plugin that is installed but does not take part.

    Args:
        name: what was asked for.
        known: the names there are.
        what: the kind of thing that was looked for.
        why: what keeps the plugin out.
    """

    def __init__(
        self, name: str, known: Sequence[str] = (), what: str = "plugin", why: str = "its plugin could not be loaded"
    ) -> None:
        super().__init__(name, known, what)
        self.args: tuple[object, ...] = (*self.args, why)
        self.why: str = why

    def __str__(self) -> str:
        """Name the plugin whose failure hides the name."""
        return f"the {self.what} {self.name!r} is unavailable: {self.why}"


class MissingExtra(NkdocsError):
    """An optional library is needed: the message gives the command that installs it."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra: str = extra
        self.purpose: str = purpose

    def __str__(self) -> str:
        """Say what needs the extra and how to install it."""
        return f"{self.purpose} needs an extra: pip install 'nkdocs[{self.extra}]'"


class NotOneArticle(NkdocsError):
    """``Parsed.article`` was asked of a document that has no article, or several."""


class AmbiguousParser(NkdocsError):
    """Two distributions claim a document equally; raised only by ``Registry(strict=True)``."""


class SourceError(NkdocsError):
    """A source does not exist, matches nothing or cannot be opened."""


class OutputError(NkdocsError):
    """A destination cannot be written; what stood there is untouched."""


class ExportError(OutputError):
    """A value does not fit the format.

    Args:
        field: the record's key, as a path.
        reason: what the format refuses.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field: str = field
        self.reason: str = reason

    def __str__(self) -> str:
        """Name the field and the reason."""
        return f"{self.field}: {self.reason}"


class PluginFailed(NkdocsError):
    """A reader, exporter or enricher of a plugin raised, or returned what it may not."""


class NotMine(NkdocsError):
    """Raised by a parser that sees, on reading, that the document is not its outlet's."""


class ParseError(NkdocsError):
    """Raised by a parser for a document of its outlet that it cannot read.

    Args:
        reason: one sentence.
        span: where in ``layout.text``, if anywhere.
    """

    def __init__(self, reason: str, span: object = None) -> None:
        super().__init__(reason, span)
        self.reason: str = reason
        self.span: object = span

    def __str__(self) -> str:
        """Give the reason alone."""
        return self.reason
