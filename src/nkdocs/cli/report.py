"""``nkdocs report``: what corpora hold, on one page."""

from itertools import chain
from typing import Any, BinaryIO, Final, cast

import click

from nkdocs.cli.choice import Plugins, plugin_options
from nkdocs.cli.destination import STDOUT
from nkdocs.cli.screen import standard_output, visible
from nkdocs.pipeline.exporting import export, export_stream, load

__all__ = ["command"]

_FORMAT: Final = "html"


@click.command("report")
@click.argument("corpora", nargs=-1, required=True, metavar="IN...")
@click.option("-o", "--output", metavar="OUT", required=True, help="The page to write, or - for standard output.")
@click.option("--title", metavar="TEXT", help="What stands above it.")
@click.option("--input-format", metavar="NAME", help="The format of each IN, whatever its suffix.")
@plugin_options
def command(
    *, corpora: tuple[str, ...], output: str, title: str | None, input_format: str | None, **chosen: Any
) -> int:
    """Write a page of HTML that shows what the corpora IN hold, each in a format that keeps whole records.

    The page is one file, runs no script and loads nothing.
    """
    plugins = Plugins(**chosen)
    registry = plugins.registry()
    told = plugins.report(registry)
    options: dict[str, Any] = {} if title is None else {"title": title}
    with plugins.faults():
        # All are looked at before the first is read.
        opened = [load(corpus, format=input_format, registry=registry) for corpus in corpora]
        articles = chain.from_iterable(opened)
        if output == STDOUT:
            stream = standard_output(visible)
            export_stream(articles, cast("BinaryIO", stream), format=_FORMAT, registry=registry, **options)
            stream.flush()
        else:
            export(articles, output, format=_FORMAT, registry=registry, **options)
    plugins.report(registry, after=told)
    return 0
