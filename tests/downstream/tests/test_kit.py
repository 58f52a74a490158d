"""What is promised of every plugin holds for these."""

from pathlib import Path

from nkdocs.testing import EnricherConformance, ExporterConformance, ParserConformance, ReaderConformance

HERE = Path(__file__).parent


class TestHarbour(ParserConformance):
    """The newspaper's pages."""

    parser = "harbour"
    corpus = HERE / "corpus"


class TestArchive(ReaderConformance):
    """The archive."""

    reader = "harbour"
    corpus = HERE / "containers"


class TestHeadlines(ExporterConformance):
    """The list of headlines."""

    exporter = "headlines"


class TestSections(EnricherConformance):
    """The sections."""

    enricher = "sections"
