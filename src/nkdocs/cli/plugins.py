"""``nkdocs plugins``: what is installed, from which distribution, what failed and why."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any, Final, cast

import attrs
import click

from nkdocs.cli.choice import Plugins, plugin_options
from nkdocs.cli.listing import print_list
from nkdocs.cli.screen import Output, standard_output
from nkdocs.errors import PluginUnavailable, UnknownPlugin
from nkdocs.plugin.outlet import OutletRules
from nkdocs.registry import Registry
from nkdocs.registry.contents import WINGS, Registered

__all__ = ["command", "named"]


# Each of these is a module of its own, imported when it is asked for.
_APART: Final = {
    "check": "Check a parser, reader, exporter or enricher against all that is promised of it.",
    "new": "Write the beginnings of a plugin from a sample of its documents.",
}


class _Subcommands(click.Group):
    """``list``, ``show``, ``check`` and ``new``; another name is refused with the close ones."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        return [*super().list_commands(ctx), *_APART]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in _APART:
            return super().get_command(ctx, cmd_name)
        command: click.Command = import_module(f"nkdocs.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        here = [(name, self.commands[name].get_short_help_str()) for name in super().list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([*here, *_APART.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand."""
        name = args[0]
        known = self.list_commands(ctx)
        if name not in known and not name.startswith("-"):
            close = get_close_matches(name, known) or known
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
    output = standard_output()
    for item in named(name, registry):
        _print_item(item, output)
    return 0


def named(name: str, registry: Registry) -> list[Registered]:
    """What is registered under a name: as a parser, reader, exporter or enricher, in that order.

    Raises:
        UnknownPlugin: if nothing is; where its plugin is out, it says so.
    """
    found = [registry.registered(wing, name) for wing in WINGS if name in getattr(registry, wing)]
    if not found:
        raise _unknown(name, registry)
    return found


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
        output.line(f"  {field.name}: {_words(getattr(item.info, field.name), field.metadata.get('none', 'none'))}")
    if isinstance(item.info, OutletRules):
        output.line(f"  produces: {_words(item.info.produces)}")


def _words(value: Any, null: str = "none") -> str:
    """A value for people: collections as lists, in the same order every time."""
    members: list[str] = [str(value)]
    if isinstance(value, Mapping):
        members = [f"{key}: {_words(each)}" for key, each in cast("Mapping[str, Any]", value).items()]
    elif isinstance(value, tuple | frozenset):
        members = [str(each) for each in cast("Iterable[object]", value)]
        members = sorted(members) if isinstance(value, frozenset) else members
    elif value is None:
        members = [null]
    return ", ".join(members) or "none"
