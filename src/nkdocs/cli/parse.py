"""``nkdocs parse``: documents into records."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import click

from nkdocs.cli.choice import Plugins, Reading, Running, document_options, plugin_options, run_options
from nkdocs.cli.destination import STDOUT, write_run
from nkdocs.cli.duplicates import reported_duplicates
from nkdocs.cli.outcome import Failure, Judge, Outcome
from nkdocs.cli.progress import progress
from nkdocs.cli.screen import say
from nkdocs.errors import UsageError
from nkdocs.pipeline.bulk import Run
from nkdocs.pipeline.extent import Extent
from nkdocs.pipeline.writing import replaced_file, writing_to

__all__ = ["command"]


@click.command("parse")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("-o", "--output", metavar="OUT", default=STDOUT, help="Where records go; its suffix chooses the format.")
@click.option("--format", "format_", metavar="F", help="The format, whatever the suffix; by default jsonl.")
@document_options
@run_options
@click.option("--errors", metavar="FILE", help="Write a line of JSON for each document that failed.")
@click.option("--strict", is_flag=True, help="Count a document with any note as failed.")
@click.option("--keep-text", is_flag=True, help="Keep each document's text in its record.")
@click.option("--dedup", type=click.Choice(["exact", "near"]), help="Note articles that repeat an earlier one.")
@plugin_options
def command(
    *,
    sources: tuple[str, ...],
    output: str,
    format_: str | None,
    parser: str | None,
    errors: str | None,
    strict: bool,
    keep_text: bool,
    dedup: str | None,
    **chosen: Any,
) -> int:
    """Turn documents into records.

    A SOURCE is a file, a folder, a quoted glob, @LIST (a file that names one source a line) or - for standard
    input. Records go to standard output as JSON Lines, or to OUT; everything else goes to standard error.
    """
    running, reading = Running.taken_from(chosen), Reading.taken_from(chosen)
    if running.resume and output == STDOUT:
        raise UsageError("--resume continues a file or folder: name it with -o OUT")
    plugins = Plugins(**chosen)
    registry = plugins.registry()
    told = plugins.report(registry)
    if parser is not None:
        registry.registered("parsers", parser)  # an unknown one is refused before any source is read
    documents = reading.documents(sources, registry, extent := Extent())
    with plugins.faults(), _failures_to(errors, output) as failed, progress(extent, to_stdout=output == STDOUT) as tick:
        outcome = Outcome(failed)
        run = Run(
            registry=registry, format=format_, parser=parser, keep_text=keep_text, judge=Judge(strict),
            seen=lambda done: tick(outcome.seen(done)),
            jobs=running.jobs, limits=running.limits, resume=running.resume,
            about={"strict": strict, "enrich": plugins.enrichers, "prefer": plugins.prefer},
            marked=None if dedup is None else partial(reported_duplicates, near=dedup == "near"),
        )  # fmt: skip
        write_run(run, documents, output)
    plugins.report(registry, after=told)
    if output != STDOUT or outcome.exit_code:
        say(outcome.summary())
    return outcome.exit_code


@contextmanager
def _failures_to(path: str | None, output: str) -> Generator[Callable[[Failure], None], None, None]:
    """Where failures are written: a file of JSON Lines, complete or not there at all, or nowhere."""
    if path is None:
        yield lambda _: None
        return
    if output != STDOUT and Path(path).absolute() == Path(output).absolute():
        raise UsageError(f"--errors and -o are two files, not both {path!r}")
    with replaced_file(path) as stream:

        def write(failure: Failure) -> None:
            with writing_to(path):
                stream.write(f"{failure.json()}\n".encode())

        yield write
