"""``nkdocs plugins``: what is installed, from which distribution, what failed and why."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, cast

import attrs
import click

from nkdocs.cli.choice import Plugins, plugin_options
from nkdocs.cli.listing import print_list
from nkdocs.cli.screen import Output, standard_output
from nkdocs.errors import PluginUnavailable, UnknownPlugin
from nkdocs.registry import Registry
from nkdocs.registry.contents import WINGS, Registered

__all__ = ["command"]


class _Subcommands(click.Group):
    """``list`` and ``show``; another name is refused with the close ones."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand."""
        name = args[0]
        if name not in self.commands and not name.startswith("-"):
            close = get_close_matches(name, self.commands) or list(self.commands)
            raise click.UsageError(f"no command is called 'plugins {name}'; did you mean {' or '.join(close)}?")
        return super().resolve_command(ctx, args)


@click.group("plugins", cls=_Subcommands, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> int:
    """Show what is installed, from which distribution, what failed and why."""
    if ctx.invoked_subcommand is not None:
        return 0
    with list_command.make_context("list", [], parent=ctx) as listing:
        return int(list_command.invoke(listing))


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print an object of JSON instead.")
@plugin_options
def list_command(*, as_json: bool = False, **chosen: Any) -> int:
    """List what is installed; what failed is told with the reason, and is no failure of this command."""
    plugins = Plugins(**chosen)
    return print_list(plugins.registry(), as_json=as_json, verbose=plugins.verbose)


@command.command("show")
@click.argument("name", metavar="ID")
@plugin_options
def show_command(*, name: str, **chosen: Any) -> int:
    """Show the parser, reader, exporter or enricher of this id or name."""
    plugins = Plugins(**chosen)
    registry = plugins.registry()
    plugins.report(registry)
    found = [registry.registered(wing, name) for wing in WINGS if name in getattr(registry, wing)]
    if not found:
        raise _unknown(name, registry)
    output = standard_output()
    for item in found:
        _print_item(item, output)
    return 0


def _unknown(name: str, registry: Registry) -> UnknownPlugin:
    """The error for a name that no wing has; where its plugin is out, it says so."""
    try:
        registry.registered(WINGS[0], name)
    except PluginUnavailable as unavailable:
        return unavailable
    except UnknownPlugin:
        pass
    return UnknownPlugin(name, sorted({key for wing in WINGS for key in getattr(registry, wing)}))


def _print_item(item: Registered, output: Output) -> None:
    output.line(item.title, "bright_white")
    kind = item.info.__class__
    for field in attrs.fields(kind):
        output.line(f"  {field.name}: {_words(getattr(item.info, field.name))}")


def _words(value: Any) -> str:
    """A value for people: collections as lists, in the same order every time."""
    members: list[str] = [str(value)]
    if isinstance(value, Mapping):
        members = [f"{key}: {_words(each)}" for key, each in cast("Mapping[str, Any]", value).items()]
    elif isinstance(value, tuple | frozenset):
        members = [str(each) for each in cast("Iterable[object]", value)]
        members = sorted(members) if isinstance(value, frozenset) else members
    elif value is None:
        members = []
    return ", ".join(members) or "none"
