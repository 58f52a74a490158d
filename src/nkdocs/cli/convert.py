"""``nkdocs convert``: a corpus in another format."""

from typing import Any

import click

from nkdocs.cli.choice import Plugins, plugin_options
from nkdocs.cli.destination import write_records
from nkdocs.pipeline.exporting import load

__all__ = ["command"]


@click.command("convert")
@click.argument("corpus", metavar="IN")
@click.option("-o", "--output", metavar="OUT", required=True, help="Where it goes; its suffix chooses the format.")
@click.option("--format", "format_", metavar="F", help="The format, whatever the suffix of OUT.")
@click.option("--input-format", metavar="NAME", help="The format of IN, whatever its suffix.")
@plugin_options
def command(*, corpus: str, output: str, format_: str | None, input_format: str | None, **chosen: Any) -> int:
    """Write the corpus IN, in a format that keeps whole records, to OUT in any format.

    Records stay as they are: nothing is parsed again, and no enricher runs.
    """
    plugins = Plugins(**chosen)
    registry = plugins.registry()
    told = plugins.report(registry)
    with plugins.faults():
        articles = load(corpus, format=input_format, registry=registry)
        write_records(articles, output, format_, registry)
    plugins.report(registry, after=told)
    return 0
