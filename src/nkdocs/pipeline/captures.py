"""A CDX file as a side input: which url was captured when, for documents that do not say."""

import base64
import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final, NamedTuple, cast

import attrs

from nkdocs.document import Document
from nkdocs.errors import SourceError, UsageError
from nkdocs.pipeline.sources import Source, shown, why
from nkdocs.plugin.lines import lines
from nkdocs.plugin.streams import uncompressed

__all__ = ["Capture", "Captures"]

_LONGEST_LINE: Final = 1 << 20
_FIELDS: Final = {"a": "url", "b": "timestamp", "k": "digest", "V": "offset", "g": "filename"}
_USUAL: Final = {
    7: "N b a m s k S",  # what the Wayback Machine's server answers
    9: "N b a m s k r V g",
    11: "N b a m s k r M S V g",
}
_DAY: Final = 8
_SECOND: Final = 14


class Capture(NamedTuple):
    """What one line says: the address, and when it was captured."""

    url: str | None
    captured: date | None


class Captures:
    """An index of captures, held in memory.

    A document is found by its place in a WARC file (file name and offset), by its file's name, by the SHA-1 of its
    content, or by its url. Where that leads to several captures that differ, nothing is taken from them.

    Args:
        source: the CDX or CDXJ file, also gzipped.

    Raises:
        SourceError: for a file that cannot be read, or is no index.
        UsageError: for what is no path.
    """

    def __init__(self, source: Source) -> None:
        self._found: dict[tuple[str, str], Capture] = {}
        for line in _read(source):
            self._remember(line)

    def completed(self, document: Document) -> Document:
        """The document with url and capture time, where it does not say them and the index does."""
        if document.url is not None and document.captured is not None:
            return document
        for key in _keys_of(document):
            capture = self._found.get(key)
            if capture is not None and document.url in {None, capture.url}:
                return attrs.evolve(
                    document, url=document.url or capture.url, captured=document.captured or capture.captured
                )
        return document

    def _remember(self, line: Mapping[str, str]) -> None:
        capture = Capture(line.get("url"), _captured(line.get("timestamp", "")))
        name = _base(line.get("filename", ""))
        keys = [("digest", line.get("digest", "").rpartition(":")[2].upper()), ("url", line.get("url", ""))]
        keys += [("place", f"{name}@{line.get('offset')}"), ("name", name)] if name else []
        for key in keys:
            if key[1]:
                earlier = self._found.setdefault(key, capture)
                if earlier != capture:
                    # Two captures: what they agree on stands.
                    same = (a if a == b else None for a, b in zip(earlier, capture, strict=True))
                    self._found[key] = Capture(*cast("Iterator[Any]", same))


def _keys_of(document: Document) -> Iterator[tuple[str, str]]:
    origin = document.origin
    if origin is not None and origin.offset is not None:
        yield "place", f"{_base(origin.member or origin.source or '')}@{origin.offset}"
    elif origin is None and document.name:
        yield "name", _base(document.name)
    yield "digest", _digest(document.content)
    if document.url is not None:
        yield "url", document.url


def _digest(content: str | bytes) -> str:
    """As indexes write it: SHA-1 in base 32."""
    from hashlib import sha1  # not at the top: it loads OpenSSL

    data = content if isinstance(content, bytes) else content.encode(errors="replace")
    return base64.b32encode(sha1(data, usedforsecurity=False).digest()).decode()


def _base(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _captured(stamp: str) -> date | None:
    """14 digits are a second in UTC, 8 are a day."""
    if not (stamp.isascii() and stamp.isdigit()):
        return None
    try:
        if len(stamp) >= _SECOND:
            return datetime.strptime(stamp[:_SECOND], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        return datetime.strptime(stamp[:_DAY], "%Y%m%d").replace(tzinfo=UTC).date() if len(stamp) >= _DAY else None
    except ValueError:
        return None


def _read(source: Source) -> Iterator[Mapping[str, str]]:
    """The lines of an index by what their fields mean; one that nobody can read makes the file no index."""
    if not isinstance(source, str | os.PathLike) or not str(source):
        raise UsageError(f"cdx is the path of an index, not {source!r}")
    name = shown(os.fsencode(source))
    legend: list[str] | None = None
    try:
        with open(source, "rb") as stream:  # noqa: PTH123 - a path may be bytes that are no UTF-8
            inflated = uncompressed(stream, name)
            for number, _, content, _ in lines(inflated, _LONGEST_LINE):
                words = (content or b"").decode(errors="replace").split(None, 2)
                if words[:1] == ["CDX"]:
                    legend = " ".join(words[1:]).split()
                elif words and words[0] != "!meta":
                    yield _fields(words, legend, f"{name}: line {number}")
            if inflated.issue is not None:
                raise SourceError(f"{name}: {inflated.issue.detail}")
    except (OSError, ValueError) as error:
        raise SourceError(f"{name}: {why(error)}") from error


def _fields(words: list[str], legend: list[str] | None, place: str) -> Mapping[str, str]:
    rest = words[-1] if len(words) == 3 else ""  # noqa: PLR2004 - key, time and all else
    if rest.startswith("{"):
        return _json_fields(words[1], rest, place)
    values = [*words[:2], *rest.split()]
    letters = legend or _USUAL.get(len(values), "").split()
    if not letters or len(letters) > len(values):
        raise SourceError(f"{place} is none of a CDX or CDXJ file")
    named = zip(letters, values, strict=False)
    return {_FIELDS[letter]: value for letter, value in named if letter in _FIELDS and value != "-"}


def _json_fields(stamp: str, text: str, place: str) -> Mapping[str, str]:
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{place} is no line of a CDXJ file") from error
    return {"timestamp": stamp, **{key: str(value) for key, value in fields.items() if isinstance(value, str | int)}}
