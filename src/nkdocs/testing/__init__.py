"""For authors of plugins: cases, checks, and what a record must look like.

Each name is fetched from its module at first use: pytest loads a part of this room in every run.
"""

from importlib import import_module

# Each name and the module it lives in; __init__.pyi says the same to type checkers.
_HOMES = {
    "Case": "nkdocs.testing.case",
    "Check": "nkdocs.testing.check",
    "CheckResult": "nkdocs.testing.result",
    "Conformance": "nkdocs.testing.conformance",
    "EnricherConformance": "nkdocs.testing.conformance_others",
    "ExporterConformance": "nkdocs.testing.conformance_others",
    "NotRun": "nkdocs.testing.check",
    "ParserConformance": "nkdocs.testing.conformance",
    "ReaderConformance": "nkdocs.testing.conformance_others",
    "cases": "nkdocs.testing.case",
    "check_enricher": "nkdocs.testing.enricher_checks",
    "check_exporter": "nkdocs.testing.exporter_checks",
    "check_parser": "nkdocs.testing.parser_checks",
    "check_reader": "nkdocs.testing.reader_checks",
    "documents": "nkdocs.testing.drawn",
    "foreign_samples": "nkdocs.testing.foreign",
    "golden": "nkdocs.testing.case",
    "golden_json": "nkdocs.testing.case",
    "run_checks": "nkdocs.testing.check",
    "samples": "nkdocs.testing.sample_records",
    "summary": "nkdocs.testing.result",
    "update_expected": "nkdocs.testing.update",
}
# What needs pytest or hypothesis, and the library it needs.
_EXTRA = dict.fromkeys([name for name in _HOMES if name.endswith("Conformance")], "pytest") | {
    "documents": "hypothesis"
}

__all__ = [
    "Case",
    "Check",
    "CheckResult",
    "Conformance",
    "EnricherConformance",
    "ExporterConformance",
    "NotRun",
    "ParserConformance",
    "ReaderConformance",
    "cases",
    "check_enricher",
    "check_exporter",
    "check_parser",
    "check_reader",
    "documents",
    "foreign_samples",
    "golden",
    "golden_json",
    "run_checks",
    "samples",
    "summary",
    "update_expected",
]


def __getattr__(name: str) -> object:
    """Fetch a name from its module at first use; ``MissingExtra`` where the library it needs is not installed."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        module = import_module(home)
    except ModuleNotFoundError as error:
        if error.name != _EXTRA.get(name):
            raise
        from nkdocs.errors import MissingExtra

        raise MissingExtra("testing", f"nkdocs.testing.{name}") from error
    value = globals()[name] = getattr(module, name)
    return value


def __dir__() -> list[str]:
    """The names, whether fetched yet or not."""
    return sorted({*globals(), *__all__})
