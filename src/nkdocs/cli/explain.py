"""``nkdocs explain``: what every stretch of a document was taken for, and who parsed it."""

import json
from datetime import date
from typing import Any, Final

import attrs
import click

from nkdocs.cli.choice import Plugins, document_options, plugin_options, stamped
from nkdocs.cli.outcome import Judge, Outcome
from nkdocs.cli.screen import Output, json_visible, standard_output, visible
from nkdocs.pipeline.journal import Done
from nkdocs.pipeline.many import parse_many
from nkdocs.pipeline.reading import read
from nkdocs.records import Candidate, Evidence, Note, Parsed, Span
from nkdocs.records.convert import to_dict

__all__ = ["command", "explanation"]

_SCHEMA: Final = "nkdocs/explain/1"

_COLOURS: Final = {
    "headline": "bright_yellow",
    "kicker": "yellow",
    "standfirst": "yellow",
    "section": "yellow",
    "date": "magenta",
    "byline": "magenta",
    "dateline": "magenta",
    "bio": "magenta",
    "contact": "magenta",
    "body": "bright_white",
    "subhead": "bright_yellow",
    "quote": "white",
    "list": "white",
    "caption": "cyan",
    "edition": "blue",
    "listing": "blue",
    "comment-author": "bright_green",
    "comment-meta": "green",
    "comment-body": "green",
    "boilerplate": "bright_black",
    "unknown": "bright_red",
}
_ROLE_WIDTH: Final = max(map(len, _COLOURS))


@click.command("explain")
@click.argument("source", metavar="SOURCE")
@click.option("--json", "as_json", is_flag=True, help="Print an object of JSON for each document instead.")
@document_options
@plugin_options
def command(
    *,
    source: str,
    as_json: bool,
    url: str | None,
    captured: date | None,
    parser: str | None,
    input_format: str | None,
    cdx: str | None,
    **chosen: Any,
) -> int:
    """Show what every stretch of a document was taken for, and who parsed it.

    The text is coloured by role on a terminal, each stretch with its role and the rule that gave it; then who
    claimed the document and on what evidence, and the notes.
    """
    plugins = Plugins(**chosen)
    registry = plugins.registry()
    told = plugins.report(registry)
    if parser is not None:
        registry.registered("parsers", parser)  # an unknown one is refused before any source is read
    output = standard_output(json_visible if as_json else visible)
    outcome = Outcome()
    documents = (
        stamped(item, url, captured) for item in read(source, registry=registry, input_format=input_format, cdx=cdx)
    )
    judge = Judge()
    with plugins.faults():
        for parsed in parse_many(documents, registry=registry, parser=parser):
            outcome.seen(Done(told=judge(parsed)))
            if as_json:
                output.line(json.dumps(explanation(parsed), ensure_ascii=False))
            else:
                _print(parsed, output)
    output.flush()
    plugins.report(registry, after=told)
    return outcome.exit_code


def explanation(parsed: Parsed) -> dict[str, Any]:
    """What ``explain --json`` prints of one document."""
    return {
        "schema": _SCHEMA,
        "document": _plain(parsed.document),
        "kind": parsed.kind,
        "text": parsed.text,
        "labels": [_plain(label) for label in parsed.labels],
        "resolution": {
            "winner": parsed.resolution.winner,
            "rule": parsed.resolution.rule,
            "candidates": [_candidate(candidate) for candidate in parsed.resolution.candidates],
        },
        "notes": [_plain(note) for note in parsed.notes],
        "articles": [to_dict(article) for article in parsed.articles],
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "id": candidate.id,
        "version": candidate.version,
        "distribution": candidate.distribution,
        "answer": candidate.answer,
        "strength": _strength(candidate),
        "evidence": [_plain(evidence) for evidence in candidate.evidence],
    }


def _strength(candidate: Candidate) -> str | None:
    return None if candidate.strength is None else candidate.strength.name.lower()


def _plain(value: Any) -> Any:
    """A record without records inside it but spans and an origin, as JSON has it."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, date):
        return value.isoformat()
    kind = value.__class__
    if attrs.has(kind):
        return {field.name: _plain(getattr(value, field.name)) for field in attrs.fields(kind)}
    return value


def _print(parsed: Parsed, output: Output) -> None:
    info = parsed.document
    output.line(f"document  {info.name or '-'}  {info.media_type or ''} {info.encoding or ''}".rstrip())
    if info.url:
        output.line(f"url       {info.url}")
    output.line(f"kind      {parsed.kind}")
    output.line(f"parser    {_winner(parsed)}")
    output.line("\ntext")
    for label in parsed.labels:
        output.line(f"  {label.role:<{_ROLE_WIDTH}}  by {label.rule}", "bright_black")
        output.line(_indented(label.span.of(parsed.text)), _COLOURS.get(label.role))
    output.line("\nclaims")
    for candidate in parsed.resolution.candidates:
        _print_candidate(candidate, parsed, output)
    output.line("\nnotes" if parsed.notes else "\nno notes")
    for note in parsed.notes:
        output.line(f"  {_note(note)}", "yellow")


def _winner(parsed: Parsed) -> str:
    resolution = parsed.resolution
    if resolution.winner is None:
        return "none"
    tie = ", ambiguous" if resolution.ambiguous else ""
    return f"{resolution.winner}, decided by {resolution.rule}{tie}"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())


def _print_candidate(candidate: Candidate, parsed: Parsed, output: Output) -> None:
    won = "*" if candidate.id == parsed.resolution.winner else " "
    said = " ".join(filter(None, (candidate.answer, _strength(candidate), candidate.detail)))
    maker = f" ({candidate.distribution})" if candidate.distribution else ""
    output.line(f"{won} {candidate.id} {candidate.version}{maker}: {said}", "bright_white" if won == "*" else None)
    for evidence in candidate.evidence:
        output.line(f"      {_evidence(evidence, parsed.text)}")


def _evidence(evidence: Evidence, text: str) -> str:
    quoted = f" {evidence.span.of(text)!r} at {evidence.span.start}" if evidence.span is not None else ""
    return f"{evidence.rule}{quoted}{': ' + evidence.detail if evidence.detail else ''}"


def _note(note: Note) -> str:
    place = f" [{note.span.start}:{note.span.end}]" if note.span is not None else ""
    return f"{note.code}{place}{': ' + note.detail if note.detail else ''}"
