"""X05: values that formats trip over survive, or are refused with ``ExportError``."""

import re
from collections.abc import Iterator
from typing import Any, Final

from nkdocs.errors import ExportError
from nkdocs.records.convert import to_dict
from nkdocs.registry.guard import Fault, guarded
from nkdocs.testing.check import Named
from nkdocs.testing.exporting import ExporterSubject
from nkdocs.testing.reading_back import outline, strings
from nkdocs.testing.sample_records import HOSTILE, hostile_page
from nkdocs.text.tidy import REPLACEMENT, is_blank, storable

__all__ = ["damaged_values"]

# What stands where the hostile values will: a letter, so that nothing at all is made of it.
_HARMLESS: Final = "x"
_MIDDLE: Final = re.compile("before(.*?)after", re.DOTALL)
_LINE_END: Final = re.compile("\r\n?")


def damaged_values(subject: ExporterSubject, _: Named | None) -> Iterator[str]:
    """Hostile values that break the output, vanish from it or come out as others do."""
    comparison = _Comparison(subject)
    for value in HOSTILE:
        fault = comparison.fault(value)
        if fault is not None:
            yield f"{value!r}: {fault}"


class _Comparison:
    """An export of a harmless article, to which those of hostile ones are held."""

    def __init__(self, subject: ExporterSubject) -> None:
        self._subject = subject
        self._harmless = self._written(_HARMLESS)
        self._tree = self._read(self._harmless)
        self._seen: dict[str, str] = {}

    def fault(self, value: str) -> str | None:
        """What is wrong with this value's export; None if it survives, or is refused as it should be."""
        content = guarded(self._written, value)
        if isinstance(content, Fault):
            return None if isinstance(content.cause, ExportError) else f"no ExportError, but {content.why}"
        if self._tree is None:
            return self._unread(storable(value), content)
        tree = guarded(self._read, content)
        if isinstance(tree, Fault):
            return f"the output cannot be read: {tree.why}"
        if self._subject.info.accepts == "parsed":
            return self._unseen(storable(value), tree)
        if outline(tree) != outline(self._tree):
            return "the output has another structure than with a plain word in its place"
        return self._changed(storable(value), tree)

    def _written(self, value: str) -> bytes:
        return self._subject.written(self._subject.taken([hostile_page(value)]))

    def _read(self, content: bytes) -> Any:
        if self._subject.info.lossless:
            return [to_dict(article) for article in self._subject.loaded(content)]
        return self._subject.read_back(content)

    def _changed(self, value: str, tree: Any) -> str | None:
        """The first value that is another than what stood in the place of the harmless one."""
        plain = f"{_HARMLESS}before{_HARMLESS}after{_HARMLESS}"
        whole = f"{value}before{value}after{value}"
        for harmless, hostile in zip(strings(self._tree), strings(tree), strict=True):
            if plain not in harmless or harmless.replace(plain, whole) == hostile:
                continue
            if self._subject.info.lossless:
                return f"it comes back as {hostile[:80]!r}"
            middles = _MIDDLE.findall(hostile)
            if len(middles) != len(_MIDDLE.findall(harmless)) or not all(self._kept(value, m) for m in middles):
                return f"it is read as {hostile[:80]!r}"
        return None

    def _unseen(self, value: str, tree: Any) -> str | None:
        """For documents: what is written of them hangs on their labels, but all of the value is in it."""
        written = "".join(strings(tree))
        return None if _visible_in(value, written) else "not all of it is written"

    def _unread(self, value: str, content: bytes) -> str | None:
        """For formats that nothing else reads: the words are there, and what stood between them, blanks aside."""
        if content == self._harmless:
            return "the output is the same without it"
        expected = len(_MIDDLE.findall(self._harmless.decode(errors="replace")))
        middles: list[str] = _MIDDLE.findall(content.decode(errors="replace"))
        if expected and len(middles) != expected:
            return f"it is written {len(middles)} times, a plain word {expected} times"
        lost = next((middle for middle in middles if expected and not _visible_in(value, middle)), None)
        return None if lost is None else f"it is written as {lost[:80]!r}"

    def _kept(self, value: str, middle: str) -> bool:
        """As it was, or with U+FFFD for what the format cannot hold, or as a longer escape that is its alone."""
        if _LINE_END.sub("\n", middle) == _LINE_END.sub("\n", value) or _replaced(value, middle):
            return True
        return len(middle) > len(value) and self._seen.setdefault(middle, value) == value


def _replaced(value: str, middle: str) -> bool:
    return len(middle) == len(value) and all(
        one in {other, REPLACEMENT} for one, other in zip(middle, value, strict=True)
    )


def _visible_in(value: str, middle: str) -> bool:
    """Whether every visible character is there in its order, or something longer in its place."""
    visible = "".join(character for character in value if not is_blank(character))
    left = iter(middle)
    there = all(any(found in {wanted, REPLACEMENT} for found in left) for wanted in visible)
    return there or len(middle) > len(value)
