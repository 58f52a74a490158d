"""The reader that is checked: its description, its containers, and ways to run it that only use the contract."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final, cast

import attrs

from nkdocs.document import Document
from nkdocs.errors import UsageError
from nkdocs.plugin.info import ReaderInfo
from nkdocs.plugin.protocols import ReadContext, Reader, ReadIssue
from nkdocs.registry.contents import Registered
from nkdocs.registry.instances import implementation
from nkdocs.registry.registry import Registry
from nkdocs.testing.streams import Source
from nkdocs.testing.subject import alone

__all__ = ["Container", "Given", "ReaderSubject", "reader_subject"]

_BESIDE: Final = (".expected.json", ".meta.toml")


@attrs.frozen(slots=True, kw_only=True)
class Container:
    """One file of the corpus."""

    name: str
    content: bytes


@attrs.frozen(slots=True, kw_only=True)
class Given:
    """What a reader gave, in its order."""

    items: tuple[Document | ReadIssue, ...]

    @property
    def documents(self) -> list[Document]:
        """The documents."""
        return [item for item in self.items if isinstance(item, Document)]

    @property
    def issues(self) -> list[ReadIssue]:
        """What it could not give."""
        return [item for item in self.items if isinstance(item, ReadIssue)]


@attrs.frozen(slots=True, kw_only=True, eq=False)
class ReaderSubject:
    """A registered reader with its containers; every method makes what it needs anew."""

    registered: Registered
    cases: Sequence[Container]

    @property
    def info(self) -> ReaderInfo:
        """The reader's description."""
        described: ReaderInfo = self.registered.info
        return described

    @property
    def title(self) -> str:
        """``ledger-feed 1``."""
        return f"{self.info.name} {self.info.version}"

    def fresh(self) -> Reader:
        """A new instance, as the factory gives it."""
        made: Reader = implementation(self.registered)
        return made

    def started(self, stream: Source, name: str) -> Iterator[Document | ReadIssue]:
        """What it gives of a stream, one at a time."""
        return iter(self.fresh().read(cast("BinaryIO", stream), ReadContext(name=name)))

    def given(self, content: bytes, name: str, *, seekable: bool = True) -> Given:
        """All that it gives of these bytes.

        Raises:
            TypeError: if that is neither a document nor an issue.
        """
        items = tuple(self.started(Source(content, seekable=seekable), name))
        for item in items:
            if not isinstance(item, Document | ReadIssue):
                raise TypeError(f"it gave {type(item).__name__}, neither a Document nor a ReadIssue")
        return Given(items=items)


def reader_subject(reader: str | ReaderInfo, corpus: Path | str, *, registry: Registry | None = None) -> ReaderSubject:
    """Find the reader by its name, or take the description; read its containers.

    Of a folder's files those count that have one of its suffixes; all of them, if it declares none.

    Raises:
        UsageError: if there is no such folder.
    """
    registered = _registered(reader, registry)
    folder = Path(corpus)
    if not folder.is_dir():
        raise UsageError(f"{str(folder)!r} is no folder")
    containers = [Container(name=path.name, content=path.read_bytes()) for path in _files(folder, registered.info)]
    return ReaderSubject(registered=registered, cases=containers)


def _registered(reader: str | ReaderInfo, registry: Registry | None) -> Registered:
    if isinstance(reader, str):
        return (Registry.default() if registry is None else registry).registered("readers", reader)
    if not isinstance(reader, ReaderInfo):
        raise UsageError(f"a reader is a name or a ReaderInfo, not {reader!r}")
    return alone(reader, builtins=False).registered("readers", reader.name)


def _files(folder: Path, info: ReaderInfo) -> Iterable[Path]:
    for path in sorted(folder.iterdir()):
        name = path.name.lower()
        if not path.is_file() or name.startswith(".") or name.endswith(_BESIDE):
            continue
        if not info.suffixes or name.endswith(tuple(suffix.lower() for suffix in info.suffixes)):
            yield path
