"""R: what every reader must do."""

import gc
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Final, cast

from nkdocs.document import Document
from nkdocs.plugin.info import ReaderInfo
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry.guard import Fault, guarded
from nkdocs.registry.registry import Registry
from nkdocs.testing.check import Check, Named, NotRun, run_checks
from nkdocs.testing.cuts import Cut, appearances, cuts
from nkdocs.testing.likeness import difference, likeness
from nkdocs.testing.reading import Container, Given, ReaderSubject, reader_subject
from nkdocs.testing.result import CheckResult
from nkdocs.testing.streams import Source

__all__ = ["READER_CHECKS", "check_reader"]

_LARGE: Final = 256 * 1024
_SEED: Final = 1
_FLIPS: Final = 24
_LONG: Final = 1 << 16  # bytes; a longer container is damaged at fewer places
_NO_WAIVERS: Final[FrozenMapping[str]] = FrozenMapping()


def _disorder(subject: ReaderSubject, case: Named | None) -> Iterator[str]:
    """R01: what comes from a pipe is not what came before, or not in the order of the file."""
    container = cast("Container", case)
    first = subject.given(container.content, container.name, seekable=False)
    second = subject.given(container.content, container.name, seekable=False)
    told = difference(likeness(first.items), likeness(second.items))
    if told is not None:
        yield f"the second reading differs from the first: {told}"
    found = guarded(cuts, subject, container)
    if not isinstance(found, Fault):
        documents = list(dict.fromkeys(first.documents))
        known = set(documents)
        if [document for document in appearances(found) if document in known] != documents:
            yield "documents do not come in the order of the file"
    origins = [each.origin for each in first.documents if each.origin is not None and each.origin.offset is not None]
    for member in {origin.member for origin in origins}:
        offsets = [cast("int", origin.offset) for origin in origins if origin.member == member]
        if offsets == sorted(offsets):
            continue
        yield "the offsets in the container that documents name do not rise"


def _swallowed_damage(subject: ReaderSubject, case: Named | None) -> Iterator[str]:
    """R02: a cut container gives what the whole one does not, or loses a record and does not say so."""
    container = cast("Container", case)
    found = cuts(subject, container)
    if _is_whole(found[-1], container):
        found = [cut for cut in found if not _is_whole(cut, container)]
    whole = found[-1].given if found else Given(items=())
    for cut in found[:-1]:
        if Counter(cut.given.documents) - Counter(whole.documents):
            yield f"cut at byte {cut.length}, it gives a document that the whole container does not give"
        if not whole.issues and cut.given.issues and isinstance(cut.given.items[-1], Document):
            yield f"cut at byte {cut.length}, it tells the damage before the documents that are whole"
    for shorter, longer in pairwise(found):
        if Counter(shorter.given.documents) - Counter(longer.given.documents):
            yield f"cut at byte {longer.length}, it lacks a document it gives when cut at byte {shorter.length}"
        if _loses_silently(shorter, longer):
            yield f"cut at byte {shorter.length}, in the last byte of a record, it loses that without an issue"


def _loses_silently(shorter: Cut, longer: Cut) -> bool:
    """Whether the last byte of a record is missing, and the last thing said is not that something is."""
    if longer.length > shorter.length + 1 or len(longer.given.documents) <= len(shorter.given.documents):
        return False
    return not shorter.given.items or isinstance(shorter.given.items[-1], Document)


def _is_whole(cut: Cut, container: Container) -> bool:
    """Whether the stream is the one document as it stands: then nobody can tell that it was cut."""
    return not cut.given.issues and [_bytes(each) for each in cut.given.documents] == [container.content[: cut.length]]


def _bytes(document: Document) -> bytes:
    content = document.content
    return content if isinstance(content, bytes) else content.encode(errors="surrogateescape")


def _closed_stream(subject: ReaderSubject, case: Named | None) -> Iterator[str]:
    """R03: a stream that is closed after it was read, after the first document, or after something broke off."""
    container = cast("Container", case)
    cut = container.content[: len(container.content) // 2]
    for what, content in (("stream", container.content), ("cut stream", cut), ("empty stream", b"")):
        for way, most in (("read to its end", None), ("left after the first item", 1)):
            stream = Source(content)
            guarded(_read, subject, stream, container.name, most)
            gc.collect()
            if stream.closed:
                yield f"the {what} is closed when it was {way}"


def _read(subject: ReaderSubject, stream: Source, name: str, most: int | None) -> None:
    """Take some or all items, then let go of the iterator."""
    items = subject.started(stream, name)
    for number, _ in enumerate(items, start=1):
        if number == most:
            break


def _broken_by_garbage(subject: ReaderSubject, _: Named | None) -> Iterator[str]:
    """R04: an exception, an invented document, or silence about what is no container."""
    for what, name, content in _garbage(subject):
        given = guarded(subject.given, content, name)
        if isinstance(given, Fault):
            yield f"{what}: {given.why}"
        elif not what.startswith("damaged"):
            if content and not given.items:
                yield f"{what}: neither a document nor an issue"
            if not all(_bytes(document) in content for document in given.documents):
                yield f"{what}: a document of which the stream holds nothing"


def _garbage(subject: ReaderSubject) -> Iterator[tuple[str, str, bytes]]:
    """What is no container, or was one: what it is, its name, its bytes."""
    random = Random(_SEED)  # noqa: S311 - the same garbage each time
    suffix = next(iter(subject.info.suffixes), "")
    noise = random.randbytes(5000)
    yield "nothing at all", f"empty{suffix}", b""
    yield "random bytes", f"noise{suffix}", noise
    yield "zeros", f"zeros{suffix}", bytes(2000)
    yield "prose", f"prose{suffix}", b"Salt was gone from the market by Monday.\n" * 20
    for magic in subject.info.magic:
        yield f"{magic!r} and random bytes", f"magic{suffix}", magic + noise
    for case in subject.cases:
        for _ in range(max(1, _FLIPS // (1 + len(case.content) // _LONG)) if case.content else 0):
            place = random.randrange(len(case.content))
            flipped = case.content[:place] + bytes([case.content[place] ^ 0xFF]) + case.content[place + 1 :]
            yield f"damaged {case.name} (byte {place})", case.name, flipped


def _read_ahead(subject: ReaderSubject, _: Named | None) -> Iterator[str]:
    """R05: a large container that is read to its end before its first document comes."""
    large = [made for case in subject.cases if (made := _enlarged(subject, case)) is not None]
    if not large:
        raise NotRun(
            f"no container is over {_LARGE >> 10} KiB and holds several documents, nor becomes so when it is repeated"
        )
    for container in large:
        stream = Source(container.content)
        items = subject.started(stream, container.name)
        if next((item for item in items if isinstance(item, Document)), None) is None:
            yield f"{container.name} gives no document"
        elif stream.taken >= len(container.content):
            yield f"{container.name}: all {stream.taken} bytes are read before the first document comes"


def _enlarged(subject: ReaderSubject, case: Container) -> Container | None:
    """A container that is large enough: this one, or this one several times over where that is a container too."""
    alone = guarded(subject.given, case.content, case.name)
    if isinstance(alone, Fault) or not alone.documents:
        return None
    if len(case.content) > _LARGE:
        return case if len(alone.documents) > 1 else None
    twice = guarded(subject.given, case.content * 2, case.name)
    if isinstance(twice, Fault) or twice.issues or len(twice.documents) != 2 * len(alone.documents):
        return None
    return Container(name=case.name, content=case.content * (2 * _LARGE // len(case.content) + 1))


READER_CHECKS: Final[tuple[Check[ReaderSubject], ...]] = (
    Check(
        id="R01",
        level="M",
        sentence="documents come in file order, twice the same, from a stream that cannot seek",
        faults=_disorder,
        each=True,
    ),
    Check(
        id="R02",
        level="M",
        sentence="a cut container gives a prefix of the documents, and an issue unless the cut is at a record's end",
        faults=_swallowed_damage,
        each=True,
    ),
    Check(id="R03", level="M", sentence="the stream stays open", faults=_closed_stream, each=True),
    Check(
        id="R04",
        level="M",
        sentence="garbage and empty input raise nothing, and are not passed over in silence",
        faults=_broken_by_garbage,
    ),
    Check(
        id="R05",
        level="M",
        sentence="the first document of a large container comes before the whole of it is read",
        faults=_read_ahead,
    ),
)


def check_reader(
    reader: str | ReaderInfo,
    corpus: Path | str,
    *,
    registry: Registry | None = None,
    waive: Mapping[str, str] = _NO_WAIVERS,
    checks: Collection[str] | None = None,
) -> list[CheckResult]:
    r"""Hold a reader to everything a reader must do.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "two.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    ...     {result.outcome for result in check_reader("jsonl", folder)}
    {'passed'}

    Args:
        reader: its name, or its description.
        corpus: a folder of containers.
        registry: where the name is looked up; by default ``Registry.default()``.
        waive: ids of checks that need not pass, each with the reason.
        checks: ids or prefixes; by default all.

    Raises:
        UsageError: for a wrong argument or a folder there is not; ``UnknownPlugin`` for a name.
    """
    subject = reader_subject(reader, corpus, registry=registry)
    return run_checks(READER_CHECKS, subject, waive=waive, only=checks)
