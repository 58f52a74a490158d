"""The batteries of exporters, readers and enrichers as an author uses them: classes that pytest collects."""

from pathlib import Path

import nkdocs
from nkdocs import Registry
from nkdocs.testing.conformance_others import EnricherConformance, ExporterConformance, ReaderConformance

REGISTRY = Registry(entry_points=False)
PARSED = nkdocs.parse("Salt sells out\n\nThere was none on Monday.", registry=REGISTRY, keep_text=True)


class TestJsonl(ExporterConformance):
    """An exporter by name, with articles of its own."""

    exporter = "jsonl"
    articles = (PARSED.article,)
    registry = REGISTRY


class TestText(ReaderConformance):
    """A reader by name, with documents that this project has anyway."""

    reader = "text"
    corpus = Path(__file__).parents[1] / "cases" / "dailynk"
    registry = REGISTRY


class TestDates(EnricherConformance):
    """An enricher by name, with a document of its own."""

    enricher = "dates"
    articles = (PARSED,)
    registry = REGISTRY


def test_a_class_has_a_test_for_each_check():
    """Authors need to write none."""
    assert {f"test_X0{number}" for number in range(1, 7)} <= set(dir(TestJsonl))
    assert {f"test_R0{number}" for number in range(1, 6)} <= set(dir(TestText))
    assert {f"test_E0{number}" for number in range(1, 5)} <= set(dir(TestDates))
