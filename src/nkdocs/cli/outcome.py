"""How a run went: what failed, what is said about it, and the exit code."""

import json
import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Final

import attrs

from nkdocs.cli.screen import say
from nkdocs.records import Note, Parsed

__all__ = ["Failure", "Outcome"]

_WELL: Final = 0
_SOME_FAILED: Final = 1
_NOTHING_FOUND: Final = 3
_FAILED_PARSERS: Final = frozenset({"plugin-failed", "parse-failed"})
_NOTHING: Final = frozenset({"empty", "unclaimed"})
_LINE: Final = re.compile(r"line (\d{1,18})\b", re.ASCII)
_BYTE: Final = re.compile(r"byte (\d{1,18})\b", re.ASCII)


@attrs.frozen(slots=True, kw_only=True)
class Failure:
    """One document that failed, as a line of ``--errors`` has it."""

    source: str
    name: str | None
    code: str
    line: int | None
    offset: int | None
    message: str

    def json(self) -> str:
        """The line, without its newline."""
        return json.dumps(attrs.asdict(self), ensure_ascii=False)


class Outcome:
    """Watches documents go by.

    Args:
        failed: called with each failure.
        strict: whether a note is a failure.
    """

    def __init__(self, failed: Callable[[Failure], None] = lambda _: None, *, strict: bool = False) -> None:
        self._failed = failed
        self._strict = strict
        self._failures = 0
        self._found = False
        self._faults: set[str] = set()

    @property
    def exit_code(self) -> int:
        """0 all well, 1 some document failed, 3 no document had anything for a parser."""
        if self._failures:
            return _SOME_FAILED
        return _WELL if self._found else _NOTHING_FOUND

    @contextmanager
    def watch(self, parsed: Iterator[Parsed]) -> Generator[Iterator[Parsed], None, None]:
        """Hand the documents on, having looked at each; at the end stop whoever makes them.

        Other processes may be at work on the next ones, when the output is closed or somebody interrupts.
        """
        try:
            yield map(self._seen, parsed)
        finally:
            if isinstance(parsed, Generator):
                parsed.close()

    def _seen(self, item: Parsed) -> Parsed:
        self._found = self._found or item.kind not in _NOTHING
        self._tell_faults(item)
        failure = self._failure(item)
        if failure is not None:
            self._failures += 1
            self._failed(failure)
            say(f"{failure.name or failure.source}: {failure.code}: {failure.message}")
        return item

    def _failure(self, item: Parsed) -> Failure | None:
        notes = self._telling(item)
        if item.kind == "unreadable" or notes:
            return _failure(item, notes[0] if notes else None)
        return None

    def _telling(self, item: Parsed) -> list[Note]:
        """The notes for which the document counts as failed, or for which it is unreadable."""
        if self._strict or item.kind == "unreadable":
            return list(item.notes)
        # A parser's failure is in the article's own notes where that parser had won; others only might have.
        own = [note for article in item.articles for note in article.notes] if item.articles else item.notes
        return [note for note in own if note.code in _FAILED_PARSERS]

    def _tell_faults(self, item: Parsed) -> None:
        """Say once of each fault of a plugin that did not cost the document."""
        counted = {(note.code, note.detail) for note in self._telling(item)}
        for note in item.notes:
            told = note.detail or ""
            if note.code not in _FAILED_PARSERS or (note.code, note.detail) in counted or told in self._faults:
                continue
            self._faults.add(told)
            say(f"{item.document.name or '-'}: {note.code}: {told}")


def _failure(item: Parsed, note: Note | None) -> Failure:
    origin = item.document.origin
    name = item.document.name
    detail = (note and note.detail) or ""
    offset = origin.offset if origin is not None and origin.offset is not None else _number(_BYTE, detail)
    return Failure(
        source=(origin and origin.source) or name or "-",
        name=name,
        code=note.code if note else item.kind,
        line=_number(_LINE, detail),
        offset=offset,
        message=detail or (note.code if note else item.kind).replace("-", " "),
    )


def _number(pattern: re.Pattern[str], detail: str) -> int | None:
    found = pattern.match(detail)
    return int(found[1]) if found else None
