"""Options that several commands share: which plugins take part, and what is known of the documents."""

import traceback
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

import attrs
import click

from nkdocs.cli.screen import say_lines
from nkdocs.document import Document
from nkdocs.registry import Registry

__all__ = ["Plugins", "document_options", "plugin_options", "stamped"]

_DEFAULT_ENRICHERS: Final = ("dates", "attributions")

Decorated = Callable[..., Any]


@attrs.frozen(slots=True, kw_only=True)
class Plugins:
    """The answers to ``plugin_options``."""

    no_plugins: bool
    no_plugin: tuple[str, ...]
    prefer: tuple[str, ...]
    enrich: tuple[str, ...]
    no_enrich: bool
    verbose: bool

    def registry(self) -> Registry:
        """The registry they describe."""
        return Registry(
            entry_points=not self.no_plugins,
            disable=() if self.no_plugins else self.no_plugin,
            prefer=self.prefer,
            enrich=(*(() if self.no_enrich else _DEFAULT_ENRICHERS), *self.enrich),
        )

    def report(self, registry: Registry, *, after: int = 0) -> int:
        """Print the problems beyond the first ``after`` ones to standard error; return how many there are."""
        for problem in registry.problems[after:]:
            say_lines(_indented(f"nkdocs: {problem}"))
            if self.verbose and problem.cause is not None:
                say_lines("    " + _indented("".join(traceback.format_exception(problem.cause)).rstrip(), "    "))
        return len(registry.problems)


def _indented(text: str, indent: str = "  ") -> str:
    """Lines after the first stand back, so that none can be taken for a message of its own."""
    first, *others = text.splitlines() or [""]
    return "\n".join([first, *(line if line.startswith(indent) else indent + line for line in others)])


def plugin_options(command: Decorated) -> Decorated:
    """Add the options that choose plugins: the fields of ``Plugins``."""
    return _with(_PLUGIN_OPTIONS, command)


_PLUGIN_OPTIONS: Final = (
    click.option("--no-plugins", is_flag=True, help="Run no third-party code at all."),
    click.option("--no-plugin", multiple=True, metavar="NAME", help="Leave out the plugin of this entry point."),
    click.option("--prefer", multiple=True, metavar="ID", help="Let this parser win wherever it claims."),
    click.option("--enrich", multiple=True, metavar="NAME", help="Run this enricher too."),
    click.option("--no-enrich", is_flag=True, help="Leave out the enrichers that run by default."),
    click.option("-v", "--verbose", is_flag=True, help="Show the tracebacks of plugins that failed."),
)


def _moment(ctx: click.Context, param: click.Parameter, value: str | None) -> date | None:
    """An ISO 8601 day, or a time with its zone."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        told = f"{value!r} is no ISO 8601 day or time, such as 2014-06-02"
        raise click.BadParameter(told, ctx, param) from error
    if moment.utcoffset() is None:
        raise click.BadParameter(f"{value!r} has no zone, such as the +09:00 of 2014-06-02T10:00+09:00", ctx, param)
    return moment


def document_options(command: Decorated) -> Decorated:
    """Add the options that say what is known of the documents."""
    return _with(_DOCUMENT_OPTIONS, command)


def _with(options: tuple[Decorated, ...], command: Decorated) -> Decorated:
    for option in reversed(options):
        command = option(command)
    return command


_DOCUMENT_OPTIONS: Final = (
    click.option("--url", metavar="U", help="The address of documents that bring none."),
    click.option("--captured", callback=_moment, metavar="T", help="When documents were captured that do not say."),
    click.option("--parser", metavar="ID", help="Parse with this parser, whoever claims."),
    click.option("--input-format", metavar="NAME", help="Read sources with this reader, whatever they look like."),
)


def stamped(document: Document, url: str | None, captured: date | None) -> Document:
    """The document with what the caller knows of it, where it does not say itself."""
    if (url is None or document.url is not None) and (captured is None or document.captured is not None):
        return document
    return attrs.evolve(document, url=document.url or url, captured=document.captured or captured)
