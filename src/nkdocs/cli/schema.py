"""``nkdocs schema``: the JSON Schema of a record."""

import json

import click

from nkdocs.cli.screen import standard_output
from nkdocs.records.schema import schema

__all__ = ["command"]


@click.command("schema")
def command() -> int:
    """Print the JSON Schema of a record."""
    standard_output().line(json.dumps(schema(), indent=2))
    return 0
