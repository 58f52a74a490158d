"""The exporter that is checked: its description, records for it, and ways to run it that only use the contract."""

import io
import pickle
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs

from nkdocs.errors import UsageError
from nkdocs.plugin.info import ExporterInfo
from nkdocs.plugin.protocols import ExportContext, Exporter
from nkdocs.records.article import Article
from nkdocs.records.parsed import Parsed
from nkdocs.registry.contents import Registered
from nkdocs.registry.instances import implementation
from nkdocs.registry.registry import Registry
from nkdocs.testing.reading_back import read_back
from nkdocs.testing.sample_records import plain_samples
from nkdocs.testing.streams import Target
from nkdocs.testing.subject import alone

__all__ = ["ExporterSubject", "Sample", "digest", "exporter_subject"]


@attrs.frozen(slots=True, kw_only=True)
class Sample:
    """One record or document that is exported, under the name that results call it."""

    name: str


@attrs.frozen(slots=True, kw_only=True, eq=False)
class ExporterSubject:
    """A registered exporter with records to write; every method makes what it needs anew."""

    registered: Registered
    cases: Sequence[Sample]
    pickled: bytes

    @property
    def info(self) -> ExporterInfo:
        """The exporter's description."""
        described: ExporterInfo = self.registered.info
        return described

    @property
    def title(self) -> str:
        """``ledger-table 1``."""
        return f"{self.info.name} {self.info.version}"

    def fresh(self) -> Exporter:
        """A new instance, as the factory gives it."""
        made: Exporter = implementation(self.registered)
        return made

    def items(self) -> list[Any]:
        """The records, never exported before."""
        given: list[Any] = pickle.loads(self.pickled)  # noqa: S301 - pickled a moment ago, by this process
        return given

    def taken(self, pages: Iterable[Parsed]) -> list[Any]:
        """What this exporter takes of documents: themselves, or their articles."""
        if self.info.accepts == "parsed":
            return list(pages)
        return [article for page in pages for article in page.articles]

    def written(self, items: Iterable[Any], exporter: Exporter | None = None) -> bytes:
        """What it makes of them, closed once: the bytes of the file, or of all files of the folder."""
        made = self.fresh() if exporter is None else exporter
        with self.target() as target:
            session = made.open(target, ExportContext())
            for item in items:
                session.write(item)
            session.close()
            return content_of(target)

    @contextmanager
    def target(self, fatal: int | None = None) -> Generator[Any, None, None]:
        """Where to write: a stream that seeks only if the Info asks for it, or the path of an empty folder."""
        if self.info.target == "folder":
            with TemporaryDirectory() as folder:
                yield Path(folder)
        else:
            yield Target(seekable=self.info.seekable, fatal=fatal)

    def loaded(self, content: bytes) -> list[Article]:
        """What its own ``load`` reads in a file."""
        return list(self.fresh().load(io.BytesIO(content), ExportContext()))

    def read_back(self, content: bytes) -> Any:
        """What other software reads in it; None if there is none."""
        return read_back(self.info.media_type, content) if self.info.target == "file" else None


def content_of(target: "Target | Path") -> bytes:
    """What was written, as bytes; of a folder the names and contents of its files."""
    if isinstance(target, Target):
        return target.content
    files = sorted(path for path in target.rglob("*") if path.is_file())
    return b"\0".join(part for path in files for part in (bytes(path.relative_to(target)), path.read_bytes()))


def digest(content: bytes) -> str:
    """A short name for bytes."""
    return sha256(content).hexdigest()[:12]


def exporter_subject(
    exporter: str | ExporterInfo, *, registry: Registry | None = None, articles: Iterable[Any] | None = None
) -> ExporterSubject:
    """Find the exporter by its name, or take the description; by default it writes the plain samples."""
    registered = _registered(exporter, registry)
    subject = ExporterSubject(registered=registered, cases=(), pickled=b"")
    items = subject.taken(plain_samples()) if articles is None else _checked(list(articles), registered.info)
    cases = [Sample(name=_name(item, number)) for number, item in enumerate(items, start=1)]
    return attrs.evolve(subject, cases=cases, pickled=pickle.dumps(items))


def _registered(exporter: str | ExporterInfo, registry: Registry | None) -> Registered:
    if isinstance(exporter, str):
        return (Registry.default() if registry is None else registry).registered("exporters", exporter)
    if not isinstance(exporter, ExporterInfo):
        raise UsageError(f"an exporter is a name or an ExporterInfo, not {exporter!r}")
    return alone(exporter, builtins=False).registered("exporters", exporter.name)


def _checked(items: list[Any], info: ExporterInfo) -> list[Any]:
    """Articles or documents, whichever this exporter takes."""
    wanted = Parsed if info.accepts == "parsed" else Article
    for item in items:
        if not isinstance(item, wanted):
            raise UsageError(f"{info.name} takes {wanted.__name__} items, not {type(item).__name__}")
    return items


def _name(item: Any, number: int) -> str:
    """The document's name, or the number of the sample."""
    return item.document.name or f"sample {number}"
