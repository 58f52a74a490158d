"""Cases: a document, what is known of its capture, and the record it must give."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import attrs

from nkdocs.document import Document
from nkdocs.records import Parsed
from nkdocs.records.convert import to_dict

__all__ = ["Case", "cases", "golden", "golden_json"]

_SUFFIXES: Final = (".txt", ".html")
_EXPECTED: Final = ".expected.json"
_META: Final = ".meta.toml"
_GIVEN: Final = ("url", "media_type", "captured")


@attrs.frozen(slots=True, kw_only=True)
class Case:
    """``NAME.txt`` or ``NAME.html`` with its ``NAME.expected.json`` and, where there is one, ``NAME.meta.toml``."""

    path: Path
    meta: dict[str, Any]

    @property
    def name(self) -> str:
        """The file's name without its suffix."""
        return self.path.stem

    @property
    def expected_path(self) -> Path:
        """Where the expected record stands."""
        return self.path.with_name(self.name + _EXPECTED)

    @property
    def expected(self) -> dict[str, Any]:
        """The expected record; an empty one where none was written yet."""
        path = self.expected_path
        loaded: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return loaded

    def document(self) -> Document:
        """The document, as bytes, with the url, media type and capture time that the meta file gives."""
        given = {key: self.meta[key] for key in _GIVEN if key in self.meta}
        captured = given.pop("captured", None)
        if isinstance(captured, str):
            captured = date.fromisoformat(captured)
        return Document(self.path.read_bytes(), name=self.path.name, captured=captured, **given)


def cases(folder: Path) -> Iterator[Case]:
    """The cases of a folder, by name."""
    for path in sorted(folder.iterdir()):
        if path.suffix in _SUFFIXES:
            meta = path.with_name(path.stem + _META)
            yield Case(path=path, meta=tomllib.loads(meta.read_text("utf-8")) if meta.exists() else {})


def golden(parsed: Parsed) -> dict[str, Any]:
    """What an expected record holds: kind, articles, labels and notes, without distribution versions.

    >>> import nkdocs
    >>> sorted(golden(nkdocs.parse("")))
    ['articles', 'kind', 'labels', 'notes']
    """
    articles = [to_dict(article) for article in parsed.articles]
    for article in articles:
        article["parser"]["distribution_version"] = None
    labels = [
        {"role": label.role, "span": [label.span.start, label.span.end], "rule": label.rule} for label in parsed.labels
    ]
    notes = [
        {"code": note.code, "span": [note.span.start, note.span.end] if note.span else None, "detail": note.detail}
        for note in parsed.notes
    ]
    return {"kind": parsed.kind, "articles": articles, "labels": labels, "notes": notes}


def golden_json(parsed: Parsed) -> str:
    """The expected record as the file holds it: sorted keys, two spaces, a newline at the end."""
    return json.dumps(golden(parsed), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
