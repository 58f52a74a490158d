"""For authors of plugins: cases, checks, and what a record must look like."""

from nkdocs.testing.check import Check, NotRun, run_checks
from nkdocs.testing.golden import Case, cases, golden, golden_json
from nkdocs.testing.result import CheckResult, summary

__all__ = ["Case", "Check", "CheckResult", "NotRun", "cases", "golden", "golden_json", "run_checks", "summary"]
