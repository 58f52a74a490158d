"""``nkdocs parse``: documents into records."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date
from typing import Any

import click

from nkdocs.cli.choice import Plugins, document_options, plugin_options, stamped
from nkdocs.cli.destination import STDOUT, write_records
from nkdocs.cli.outcome import Failure, Outcome
from nkdocs.pipeline.many import parse_many
from nkdocs.pipeline.reading import read
from nkdocs.pipeline.writing import replaced_file, writing_to

__all__ = ["command"]


@click.command("parse")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", metavar="OUT", default=STDOUT, help="Where records go; its suffix chooses the format.")
@click.option("--format", "format_", metavar="F", help="The format, whatever the suffix; by default jsonl.")
@document_options
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="How many processes parse.")
@click.option("--errors", metavar="FILE", help="Write a line of JSON for each document that failed.")
@click.option("--strict", is_flag=True, help="Count a document with any note as failed.")
@click.option("--keep-text", is_flag=True, help="Keep each document's text in its record.")
@plugin_options
def command(
    *,
    sources: tuple[str, ...],
    output: str,
    format_: str | None,
    url: str | None,
    captured: date | None,
    parser: str | None,
    input_format: str | None,
    cdx: str | None,
    jobs: int,
    errors: str | None,
    strict: bool,
    keep_text: bool,
    **chosen: Any,
) -> int:
    """Turn documents into records.

    A SOURCE is a file, a folder, a quoted glob, @LIST (a file that names one source a line) or - for standard
    input. Records go to standard output as JSON Lines, or to OUT; everything else goes to standard error.
    """
    plugins = Plugins(**chosen)
    registry = plugins.registry()
    told = plugins.report(registry)
    if parser is not None:
        registry.registered("parsers", parser)  # an unknown one is refused before any source is read
    documents = (
        stamped(document, url, captured)
        for document in read(*sources, registry=registry, input_format=input_format, cdx=cdx)
    )
    with plugins.faults(), _failures_to(errors) as failed:
        outcome = Outcome(failed, strict=strict)
        parsed = parse_many(documents, jobs=jobs, registry=registry, parser=parser, keep_text=keep_text)
        with outcome.watch(parsed) as watched:
            write_records(watched, output, format_, registry)
    plugins.report(registry, after=told)
    return outcome.exit_code


@contextmanager
def _failures_to(path: str | None) -> Generator[Callable[[Failure], None], None, None]:
    """Where failures are written: a file of JSON Lines, complete or not there at all, or nowhere."""
    if path is None:
        yield lambda _: None
        return
    with replaced_file(path) as stream:

        def write(failure: Failure) -> None:
            with writing_to(path):
                stream.write(f"{failure.json()}\n".encode())

        yield write
