"""For authors of plugins: cases, and what a record must look like."""

from nkdocs.testing.golden import Case, cases, golden, golden_json

__all__ = ["Case", "cases", "golden", "golden_json"]
