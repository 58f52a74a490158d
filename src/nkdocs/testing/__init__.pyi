# What type checkers see of this room: the names that __init__.py fetches at first use.

from nkdocs.testing.check import Check as Check
from nkdocs.testing.check import NotRun as NotRun
from nkdocs.testing.check import run_checks as run_checks
from nkdocs.testing.conformance import Conformance as Conformance
from nkdocs.testing.conformance import ParserConformance as ParserConformance
from nkdocs.testing.golden import Case as Case
from nkdocs.testing.golden import cases as cases
from nkdocs.testing.golden import golden as golden
from nkdocs.testing.golden import golden_json as golden_json
from nkdocs.testing.parser_checks import check_parser as check_parser
from nkdocs.testing.result import CheckResult as CheckResult
from nkdocs.testing.result import summary as summary
from nkdocs.testing.update import update_expected as update_expected

__all__ = [
    "Case",
    "Check",
    "CheckResult",
    "Conformance",
    "NotRun",
    "ParserConformance",
    "cases",
    "check_parser",
    "golden",
    "golden_json",
    "run_checks",
    "summary",
    "update_expected",
]
