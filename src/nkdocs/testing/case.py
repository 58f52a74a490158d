"""Cases: a document, what is known of its capture, and the record it must give."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import attrs

from nkdocs.document import Document
from nkdocs.errors import UsageError
from nkdocs.records import Parsed
from nkdocs.records.convert import to_dict

__all__ = ["Case", "Meta", "cases", "golden", "golden_json"]

_SUFFIXES: Final = (".txt", ".html")
_EXPECTED: Final = ".expected.json"
_META: Final = ".meta.toml"


def _string(_: object, field: "attrs.Attribute[Any]", value: object) -> None:
    if value is not None and not isinstance(value, str):
        raise UsageError(f"{field.name} is a string, not {value!r}")


def _day(value: Any) -> Any:
    """A day or time of TOML as it is, one in a string as what it says."""
    if value.__class__ is not str:
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        return datetime.fromisoformat(value)


def _moment(_: object, __: "attrs.Attribute[Any]", value: Any) -> None:
    if value is not None and not isinstance(value, date):
        raise UsageError(f"captured is a day or a time with its zone, not {value!r}")


@attrs.frozen(slots=True, kw_only=True)
class Meta:
    """What ``NAME.meta.toml`` says: of the capture (``url media_type captured``), and of the file.

    ``source`` and ``licence`` tell where its words come from, ``redacted`` what was taken out; ``unknown`` holds keys
    that mean nothing.

    >>> Meta.of({"source": "written for this project", "license": "MIT"}).unknown
    ('license',)
    """

    url: str | None = attrs.field(default=None, validator=_string)
    media_type: str | None = attrs.field(default=None, validator=_string)
    captured: date | None = attrs.field(default=None, converter=_day, validator=_moment)
    source: str | None = attrs.field(default=None, validator=_string)
    licence: str | None = attrs.field(default=None, validator=_string)
    redacted: Any = None
    unknown: tuple[str, ...] = ()

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> "Meta":
        """The keys of a meta file.

        Raises:
            UsageError: for a value of another type.
        """
        names = {field.name for field in attrs.fields(cls)} - {"unknown"}
        known = {key: value for key, value in values.items() if key in names}
        return cls(**known, unknown=tuple(sorted(values.keys() - names)))


@attrs.frozen(slots=True, kw_only=True)
class Case:
    """``NAME.txt`` or ``NAME.html`` with its ``NAME.expected.json`` and, where there is one, ``NAME.meta.toml``."""

    path: Path
    meta: Meta = attrs.field(factory=Meta)

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
        return Document(
            self.path.read_bytes(),
            name=self.path.name,
            url=self.meta.url,
            media_type=self.meta.media_type,
            captured=self.meta.captured,
        )


def cases(folder: Path) -> Iterator[Case]:
    """The cases of a folder, by name.

    Raises:
        UsageError: for a meta file that is no TOML, or holds what it may not; the message names it. And for two
            documents of one name, who would share their expected record.
    """
    names: set[str] = set()
    for path in sorted(folder.iterdir()):
        if path.suffix in _SUFFIXES:
            if path.stem in names:
                raise UsageError(f"two documents are called {path.stem!r}: their expected record would be one file")
            names.add(path.stem)
            yield Case(path=path, meta=_meta(path.with_name(path.stem + _META)))


def _meta(path: Path) -> Meta:
    if not path.exists():
        return Meta()
    try:
        return Meta.of(tomllib.loads(path.read_text("utf-8")))
    except ValueError as error:
        raise UsageError(f"{path.name}: {error}") from error


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
