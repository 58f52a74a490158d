"""Options that several commands share: which plugins take part, and what is known of the documents."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from typing import Any, Final

import attrs
import click

from nkdocs.cli.screen import keep_output
from nkdocs.cli.telling import tell_faults, tell_problems
from nkdocs.document import Document
from nkdocs.pipeline.extent import Extent
from nkdocs.pipeline.many import limits_of
from nkdocs.pipeline.reading import followed
from nkdocs.pipeline.serving import Limits
from nkdocs.registry import Registry
from nkdocs.registry.guard import listening
from nkdocs.registry.holdings import Holdings

__all__ = ["Plugins", "Reading", "Running", "document_options", "plugin_options", "run_options", "stamped"]

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
        """The registry they describe; from here on plugins may run, and standard output is kept from them."""
        keep_output()
        return Registry(
            entry_points=not self.no_plugins,
            disable=() if self.no_plugins else self.no_plugin,
            prefer=self.prefer,
            enrich=self.enrichers,
        )

    @property
    def enrichers(self) -> tuple[str, ...]:
        """The names of all enrichers that run."""
        return (*(() if self.no_enrich else _DEFAULT_ENRICHERS), *self.enrich)

    def report(self, registry: Holdings, *, after: int = 0) -> int:
        """Print the problems beyond the first ``after`` ones to standard error; return how many there are."""
        return tell_problems(registry, verbose=self.verbose, after=after)

    def faults(self) -> AbstractContextManager[None]:
        """While it lasts, print the tracebacks of plugins that fail at run time, if that is asked for."""
        return listening(tell_faults()) if self.verbose else nullcontext()


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
    click.option("--cdx", metavar="FILE", help="Take url and capture time of documents from this index of captures."),
)


@attrs.frozen(slots=True, kw_only=True)
class Reading:
    """The answers to ``document_options`` that say how documents are read."""

    url: str | None
    captured: date | None
    input_format: str | None
    cdx: str | None

    @classmethod
    def taken_from(cls, chosen: dict[str, Any]) -> "Reading":
        """Take these answers out of all answers."""
        return cls(**{field.name: chosen.pop(field.name) for field in attrs.fields(cls)})

    def documents(self, sources: tuple[str, ...], registry: Registry, extent: Extent) -> Iterator[Document]:
        """The documents of the sources, with what the caller knows of them."""
        found = followed(extent, *sources, registry=registry, input_format=self.input_format, cdx=self.cdx)
        return (stamped(document, self.url, self.captured) for document in found)


@attrs.frozen(slots=True, kw_only=True)
class Running:
    """The answers to ``run_options``."""

    jobs: int
    limits: Limits | None
    resume: bool

    @classmethod
    def taken_from(cls, chosen: dict[str, Any]) -> "Running":
        """Take these answers out of all answers."""
        limits = limits_of(isolate=chosen.pop("isolate"), timeout=chosen.pop("timeout"), memory=chosen.pop("memory"))
        return cls(jobs=chosen.pop("jobs"), resume=chosen.pop("resume"), limits=limits)


def run_options(command: Decorated) -> Decorated:
    """Add the options of bulk runs: those of ``Running``."""
    return _with(_RUN_OPTIONS, command)


def _memory(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Bytes of ``512M``, ``2G``, or of a number of mebibytes."""
    if value is None:
        return None
    found = _SIZE.fullmatch(value.strip())
    if found is None or int(found[1]) > _MOST:
        raise click.BadParameter(f"{value!r} is no size, such as 512M or 2G", ctx, param)
    return int(found[1]) * _UNITS[found[2].upper()]


_SIZE: Final = re.compile(r"([0-9]{1,9})([KMG]?)(?:i?B)?", re.IGNORECASE | re.ASCII)
_UNITS: Final = {"": 1 << 20, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
_MOST: Final = 1 << 24  # of mebibytes 16 TiB: who says more means bytes

_RUN_OPTIONS: Final = (
    click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="How many processes parse."),
    click.option("--resume", is_flag=True, help="Continue a run to OUT that was killed, if there was one."),
    click.option("--isolate", is_flag=True, help="Lose a document that hangs, crashes or hoards memory alone."),
    click.option("--timeout", type=float, metavar="SECONDS", help="How long one document may take (60); isolates."),
    click.option("--memory", callback=_memory, metavar="SIZE", help="How much one document may need (2G); isolates."),
)


def stamped(document: Document, url: str | None, captured: date | None) -> Document:
    """The document with what the caller knows of it, where it does not say itself."""
    if (url is None or document.url is not None) and (captured is None or document.captured is not None):
        return document
    return attrs.evolve(document, url=document.url or url, captured=document.captured or captured)
