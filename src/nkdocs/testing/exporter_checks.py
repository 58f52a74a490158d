"""X: what every exporter must do."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from nkdocs.plugin.info import ExporterInfo
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.registry import Registry
from nkdocs.testing.check import Check, run_checks
from nkdocs.testing.export_losses import losses
from nkdocs.testing.export_runs import changed_articles, unlike_bytes, untidy_closing, weighty_output
from nkdocs.testing.export_values import damaged_values
from nkdocs.testing.exporting import ExporterSubject, exporter_subject
from nkdocs.testing.result import CheckResult

__all__ = ["EXPORTER_CHECKS", "check_exporter"]

EXPORTER_CHECKS: Final[tuple[Check[ExporterSubject], ...]] = (
    Check(
        id="X01",
        level="M",
        sentence="what was written comes back equal if the format is lossless; else exactly `lost` is lost",
        faults=losses,
    ),
    Check(id="X02", level="M", sentence="the same articles are the same bytes, at any time", faults=unlike_bytes),
    Check(
        id="X03",
        level="M",
        sentence="closing twice is fine and leaves the target open; a failure raises, and nothing is written after it",
        faults=untidy_closing,
    ),
    Check(
        id="X04",
        level="M",
        sentence="no articles close to a file the format allows; memory stays flat where the Info says streaming",
        faults=weighty_output,
    ),
    Check(
        id="X05", level="M", sentence="hostile values survive, or are refused with ExportError", faults=damaged_values
    ),
    Check(id="X06", level="M", sentence="the articles are not changed", faults=changed_articles),
)
_NO_WAIVERS: Final[FrozenMapping[str]] = FrozenMapping()


def check_exporter(
    exporter: str | ExporterInfo,
    *,
    registry: Registry | None = None,
    articles: Iterable[Any] | None = None,
    waive: Mapping[str, str] = _NO_WAIVERS,
    checks: Collection[str] | None = None,
) -> list[CheckResult]:
    """Hold an exporter to everything an exporter must do.

    >>> [result.outcome for result in check_exporter("jsonl", checks=["X03"])]
    ['passed']

    Args:
        exporter: its name, or its description.
        registry: where the name is looked up; by default ``Registry.default()``.
        articles: what it writes (``Parsed`` where it takes those); by default ``samples()`` without the hostile
            values, which ``X05`` writes whatever is given here.
        waive: ids of checks that need not pass, each with the reason.
        checks: ids or prefixes; by default all.

    Raises:
        UsageError: for a wrong argument; ``UnknownPlugin`` for a name.
    """
    subject = exporter_subject(exporter, registry=registry, articles=articles)
    return run_checks(EXPORTER_CHECKS, subject, waive=waive, only=checks)
