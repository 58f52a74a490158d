"""``nkdocs plugins check``: the conformance kit on one plugin."""

import json
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import attrs
import click

from nkdocs.cli.choice import Plugins, plugin_options
from nkdocs.cli.plugins import named
from nkdocs.cli.screen import Output, json_visible, say_lines, standard_output, visible
from nkdocs.errors import MissingExtra, SourceError, UsageError
from nkdocs.registry import Registry
from nkdocs.registry.contents import Registered

__all__ = ["command"]

_SCHEMA: Final = "nkdocs/check/1"
_FAILED: Final = 1
# What reads documents is checked on some; of two plugins of one name a corpus says that the reading one is meant.
_READING: Final = ("parsers", "readers")
_WORST_FIRST: Final = ("failed", "waived", "not-run", "passed")
_RESULT_KEYS: Final = ("id", "level", "outcome", "document", "detail")
_COLOURS: Final = {"failed": "red", "waived": "yellow", "not-run": "bright_black"}


@click.command("check")
@click.argument("name", metavar="ID")
@click.option("--corpus", metavar="DIR", help="Documents with expected records (parsers), or containers (readers).")
@click.option("--json", "as_json", is_flag=True, help="Print an object of JSON instead.")
@plugin_options
def command(*, name: str, corpus: str | None, as_json: bool, **chosen: Any) -> int:
    """Check a parser, reader, exporter or enricher against all that is promised of it.

    A parser or reader needs a corpus. Exit code 1 if something fails that must hold.
    """
    plugins = Plugins(**chosen)
    registry = plugins.registry()
    told = plugins.report(registry)
    item = _meant(named(name, registry), corpus)
    with plugins.faults():
        results = _results(item, registry, corpus)
    plugins.report(registry, after=told)
    _print(item, results, as_json=as_json)
    return _FAILED if any(result.outcome == "failed" and result.level == "M" for result in results) else 0


def _meant(found: Sequence[Registered], corpus: str | None) -> Registered:
    """Of several with one name that which the corpus is for, or that which needs none."""
    fitting = [item for item in found if (item.wing in _READING) == (corpus is not None)]
    item = (fitting or found)[0]
    if item.wing in _READING:
        if corpus is None:
            raise UsageError(f"{item.title} is checked on documents: name their folder with --corpus DIR")
        if not Path(corpus).is_dir():
            raise SourceError(f"--corpus: {corpus!r} is no folder")
    elif corpus is not None:
        raise UsageError(f"{item.title} is checked on records of the kit: it takes no --corpus")
    return item


def _results(item: Registered, registry: Registry, corpus: str | None) -> list[Any]:
    try:
        kit = import_module("nkdocs.testing")
        check = getattr(kit, f"check_{item.wing[:-1]}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("nkdocs"):
            raise
        raise MissingExtra("testing", "nkdocs plugins check") from error
    given = () if corpus is None else (Path(corpus),)
    results: list[Any] = check(item.key, *given, registry=registry)
    return results


def _print(item: Registered, results: Sequence[Any], *, as_json: bool) -> None:
    """What was found; the summary is the last line in any case."""
    summary = import_module("nkdocs.testing").summary(results)
    output = standard_output(json_visible if as_json else visible)
    if as_json:
        output.line(json.dumps(_report(item, results), ensure_ascii=False, indent=2))
        output.flush()
        say_lines(summary)
        return
    for result in results:
        _print_result(result, output)
    output.line(summary)


def _print_result(result: Any, output: Output) -> None:
    if result.outcome != "passed":
        place = f" {result.document}" if result.document else ""
        output.line(f"{result.id} {result.level} {result.outcome}{place}: {result.detail}", _COLOURS[result.outcome])


def _report(item: Registered, results: Sequence[Any]) -> dict[str, Any]:
    outcomes = _by_check(results)
    counts = {each.replace("-", "_"): outcomes.count(each) for each in ("passed", "failed", "waived", "not-run")}
    return {
        "schema": _SCHEMA,
        "id": item.key,
        "version": item.info.version,
        "documents": max((result.documents for result in results), default=0),
        **counts,
        "checks": [{key: attrs.asdict(result)[key] for key in _RESULT_KEYS} for result in results],
    }


def _by_check(results: Iterable[Any]) -> list[str]:
    """The outcome of each check: of one over several documents the worst, as the summary counts."""
    seen: dict[str, set[str]] = {}
    for result in results:
        seen.setdefault(result.id, set()).add(result.outcome)
    return [next(each for each in _WORST_FIRST if each in outcomes) for outcomes in seen.values()]
