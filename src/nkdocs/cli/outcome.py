"""How a run went: what failed, what is said about it, and the exit code."""

import json
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

import attrs

from nkdocs.cli.screen import say
from nkdocs.pipeline.journal import Done
from nkdocs.records import Note, Parsed

__all__ = ["Failure", "Judge", "Outcome"]

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


@attrs.frozen(slots=True)
class Judge:
    """What there is to say of a document, as JSON: where it was parsed nobody says it.

    ``nothing``: no parser had anything to claim. ``failure``: the line of ``--errors``. ``faults``: plugins that
    failed without costing the document, each with where, code and words. What does not apply is left out.

    Args:
        strict: whether a note is a failure.
    """

    strict: bool = False

    def __call__(self, parsed: Parsed) -> dict[str, Any]:
        """Judge a document."""
        told: dict[str, Any] = {}
        if parsed.kind in _NOTHING:
            told["nothing"] = True
        telling = self._telling(parsed)
        if parsed.kind == "unreadable" or telling:
            told["failure"] = attrs.asdict(_failure(parsed, telling[0] if telling else None))
        counted = {(note.code, note.detail) for note in telling}
        faults = [
            [parsed.document.name or "-", note.code, note.detail or ""]
            for note in parsed.notes
            if note.code in _FAILED_PARSERS and (note.code, note.detail) not in counted
        ]
        if faults:
            told["faults"] = faults
        return told

    def _telling(self, parsed: Parsed) -> list[Note]:
        """The notes for which the document counts as failed, or for which it is unreadable."""
        if self.strict or parsed.kind == "unreadable":
            return list(parsed.notes)
        # A parser's failure is in the article's own notes where that parser had won; others only might have.
        own = [note for article in parsed.articles for note in article.notes] if parsed.articles else parsed.notes
        return [note for note in own if note.code in _FAILED_PARSERS]


class Outcome:
    """Hears of documents one by one, and says what is to be said of them.

    Args:
        failed: called with each failure.
    """

    def __init__(self, failed: Callable[[Failure], None] = lambda _: None) -> None:
        self._failed = failed
        self._documents = self._before = self._articles = self._failures = 0
        self._codes: Counter[str] = Counter()
        self._found = False
        self._faults: set[str] = set()

    @property
    def exit_code(self) -> int:
        """0 all well, 1 some document failed, 3 no document had anything for a parser."""
        if self._failures:
            return _SOME_FAILED
        return _WELL if self._found else _NOTHING_FOUND

    def seen(self, done: Done) -> Done:
        """Take a document into account, and hand it on."""
        told = done.told
        self._documents += 1
        self._before += done.before
        self._articles += done.articles
        self._found = self._found or "nothing" not in told
        for name, code, words in told.get("faults", ()):
            if words not in self._faults:
                self._faults.add(words)
                say(f"{name}: {code}: {words}")
        if "failure" in told:
            failure = Failure(**told["failure"])
            self._failures += 1
            self._codes[failure.code] += 1
            self._failed(failure)
            say(f"{failure.name or failure.source}: {failure.code}: {failure.message}")
        return done

    def summary(self) -> str:
        """How many documents, articles and failures there were, in one line."""
        parts = [f"{_count(self._documents, 'document')}, {_count(self._articles, 'article')}"]
        if self._before:
            parts.append(f"{self._before:,} of the documents taken over from the run before")
        codes = ", ".join(f"{code} {count:,}" for code, count in sorted(self._codes.items()))
        parts.append(f"{self._failures:,} failed ({codes})" if codes else "none failed")
        return "; ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


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
