"""The batteries of exporters, readers and enrichers as classes of pytest."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from nkdocs.plugin.info import EnricherInfo, ExporterInfo, ReaderInfo
from nkdocs.registry.registry import Registry
from nkdocs.testing.check import Check
from nkdocs.testing.conformance import Conformance
from nkdocs.testing.enricher_checks import ENRICHER_CHECKS
from nkdocs.testing.enriching import EnricherSubject, enricher_subject
from nkdocs.testing.exporter_checks import EXPORTER_CHECKS
from nkdocs.testing.exporting import ExporterSubject, exporter_subject
from nkdocs.testing.reader_checks import READER_CHECKS
from nkdocs.testing.reading import ReaderSubject, reader_subject

__all__ = ["EnricherConformance", "ExporterConformance", "ReaderConformance"]


class ExporterConformance(Conformance):
    """The checks of an exporter.

    ``exporter`` is a name in the default registry or an ``ExporterInfo``; ``articles`` are what it writes, by default
    the samples of the kit; ``waive`` maps ids of checks to reasons.
    """

    exporter: ClassVar[str | ExporterInfo]
    articles: ClassVar[Iterable[Any] | None] = None
    registry: ClassVar[Registry | None] = None

    @classmethod
    def checks(cls) -> Sequence[Check[ExporterSubject]]:
        """Everything there is to check of an exporter."""
        return EXPORTER_CHECKS

    @classmethod
    def subject(cls) -> ExporterSubject:
        """The exporter with the records it writes."""
        return exporter_subject(cls.exporter, registry=cls.registry, articles=cls.articles)


class ReaderConformance(Conformance):
    """The checks of a reader.

    ``reader`` is a name in the default registry or a ``ReaderInfo``; ``corpus`` is a folder of containers; ``waive``
    maps ids of checks to reasons.
    """

    reader: ClassVar[str | ReaderInfo]
    corpus: ClassVar[Path | str]
    registry: ClassVar[Registry | None] = None

    @classmethod
    def checks(cls) -> Sequence[Check[ReaderSubject]]:
        """Everything there is to check of a reader."""
        return READER_CHECKS

    @classmethod
    def subject(cls) -> ReaderSubject:
        """The reader with its containers."""
        return reader_subject(cls.reader, cls.corpus, registry=cls.registry)


class EnricherConformance(Conformance):
    """The checks of an enricher.

    ``enricher`` is a name in the default registry or an ``EnricherInfo``; ``articles`` are what it finishes
    (``Parsed``, or articles that keep their text), by default the samples; ``waive`` maps ids of checks to reasons.
    """

    enricher: ClassVar[str | EnricherInfo]
    articles: ClassVar[Iterable[Any] | None] = None
    registry: ClassVar[Registry | None] = None

    @classmethod
    def checks(cls) -> Sequence[Check[EnricherSubject]]:
        """Everything there is to check of an enricher."""
        return ENRICHER_CHECKS

    @classmethod
    def subject(cls) -> EnricherSubject:
        """The enricher with the articles it finishes."""
        return enricher_subject(cls.enricher, registry=cls.registry, articles=cls.articles)
