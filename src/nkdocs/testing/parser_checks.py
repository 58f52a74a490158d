"""Everything there is to check of a parser, and the function that checks it."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Final

from nkdocs.document import Document
from nkdocs.plugin.info import ParserInfo
from nkdocs.plugin.outlet import OutletRules
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.registry import Registry
from nkdocs.testing.check import Check, run_checks
from nkdocs.testing.parser_behaviour import BEHAVIOUR
from nkdocs.testing.parser_claim import CLAIM
from nkdocs.testing.parser_cost import COST
from nkdocs.testing.parser_golden import GOLDEN
from nkdocs.testing.parser_robustness import ROBUSTNESS
from nkdocs.testing.parser_shape import SHAPE
from nkdocs.testing.result import CheckResult
from nkdocs.testing.subject import ParserSubject, parser_subject

__all__ = ["PARSER_CHECKS", "check_parser"]

PARSER_CHECKS: Final[tuple[Check[ParserSubject], ...]] = (
    *CLAIM,
    *SHAPE,
    *BEHAVIOUR,
    *ROBUSTNESS,
    *COST,
    *GOLDEN,
)
_NONE: Final[FrozenMapping[str]] = FrozenMapping()


def check_parser(
    parser: str | ParserInfo | OutletRules,
    corpus: Path | str,
    *,
    registry: Registry | None = None,
    foreign: Iterable[Document | str] = (),
    waive: Mapping[str, str] = _NONE,
    checks: Collection[str] | None = None,
) -> list[CheckResult]:
    """Check a parser against the contract, on a corpus of its own documents.

    Args:
        parser: an id, a ``ParserInfo`` or an ``OutletRules``.
        corpus: a folder of ``NAME.txt`` or ``NAME.html`` with ``NAME.expected.json`` and, at will, ``NAME.meta.toml``.
        registry: where the id is looked for; by default ``Registry.default()``.
        foreign: more documents that the parser must not claim; a built-in set always counts.
        waive: id of a check to the reason why it may fail; one that passes all the same is a failure.
        checks: ids or prefixes (``["P1", "P20"]``); by default all.

    Raises:
        UnknownPlugin: for an id that no parser has.
        UsageError: for a wrong argument, a corpus that is no folder, a waiver or an id that names no check.
    """
    subject = parser_subject(parser, corpus, registry=registry, foreign=foreign)
    return run_checks(PARSER_CHECKS, subject, waive=waive, only=checks)
