# What type checkers see of this room: the names that __init__.py fetches at first use.

from nkdocs.testing.case import Case as Case
from nkdocs.testing.case import cases as cases
from nkdocs.testing.case import golden as golden
from nkdocs.testing.case import golden_json as golden_json
from nkdocs.testing.check import Check as Check
from nkdocs.testing.check import NotRun as NotRun
from nkdocs.testing.check import run_checks as run_checks
from nkdocs.testing.conformance import Conformance as Conformance
from nkdocs.testing.conformance import ParserConformance as ParserConformance
from nkdocs.testing.conformance_others import EnricherConformance as EnricherConformance
from nkdocs.testing.conformance_others import ExporterConformance as ExporterConformance
from nkdocs.testing.conformance_others import ReaderConformance as ReaderConformance
from nkdocs.testing.drawn import documents as documents
from nkdocs.testing.enricher_checks import check_enricher as check_enricher
from nkdocs.testing.exporter_checks import check_exporter as check_exporter
from nkdocs.testing.foreign import foreign_samples as foreign_samples
from nkdocs.testing.parser_checks import check_parser as check_parser
from nkdocs.testing.reader_checks import check_reader as check_reader
from nkdocs.testing.result import CheckResult as CheckResult
from nkdocs.testing.result import summary as summary
from nkdocs.testing.sample_records import samples as samples
from nkdocs.testing.update import update_expected as update_expected

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
