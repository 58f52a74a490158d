"""The command ``nkdocs``: its subcommands, loaded when asked for."""

from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Final

import click

from nkdocs.errors import UsageError
from nkdocs.version import VERSION

__all__ = ["invoked", "nkdocs"]

_COMMANDS: Final = {
    "parse": "Turn documents into records.",
    "explain": "Show what every stretch of a document was taken for, and who parsed it.",
    "convert": "Write a corpus in another format.",
    "search": "Print the articles of an SQLite corpus that hold all the words.",
    "report": "Write a page of HTML that shows what a corpus holds.",
    "plugins": "Show what is installed, from which distribution, what failed and why.",
    "schema": "Print the JSON Schema of a record.",
}


class _Commands(click.Group):
    """Subcommands by name; a module of that name is imported only for the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the name is click's
        """The names, in the order of the help."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """The command of that name, or None."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"nkdocs.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the same
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown one is refused with the close ones."""
        name = args[0]
        if name not in _COMMANDS and not name.startswith("-"):
            raise click.UsageError(f"no command is called {name!r}{_close(name)}")
        return super().resolve_command(ctx, args)


def _close(name: str) -> str:
    close = get_close_matches(name, _COMMANDS)
    return f"; did you mean {', '.join(close)}?" if close else f"; there are {', '.join(_COMMANDS)}"


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"nkdocs {VERSION}")
        ctx.exit()


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
@click.pass_context
def nkdocs(ctx: click.Context) -> None:
    """Captured news documents as typed records that say where every value stands.

    Exit codes: 0 all well, 1 some documents failed, 2 wrong usage, a missing source or an output that cannot be
    written, 3 no parser claimed any input, 130 interrupted.
    """
    if ctx.invoked_subcommand is None:
        raise click.UsageError(f"a command is missing: one of {', '.join(_COMMANDS)}; see nkdocs --help")


def invoked(arguments: Sequence[str]) -> int:
    """What ``click.Command.main`` does, less its own ways of ending.

    Raises:
        UsageError: for a command line that makes no sense.
    """
    try:
        with nkdocs.make_context("nkdocs", list(arguments)) as context:
            return nkdocs.invoke(context) or 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        raise UsageError(error.format_message()) from error
