"""Which parsers are asked about a document: those for its kind and its time."""

from collections.abc import Mapping
from datetime import date, datetime
from threading import Lock

from nkdocs.layout.block import Layout
from nkdocs.registry.claims import Panel
from nkdocs.registry.contents import Registered
from nkdocs.registry.instances import Instances

__all__ = ["Panels"]


class Panels:
    """A panel for each media type that some parser reads, and for each set of parsers that a capture time rules out.

    Args:
        parsers: all parsers by key.
        instances: makes those that must be asked one by one.
    """

    def __init__(self, parsers: Mapping[str, Registered], instances: Instances) -> None:
        self._parsers = parsers
        self._instances = instances
        self._media_types: frozenset[str] = frozenset[str]().union(
            *(item.info.media_types for item in parsers.values())
        )
        self._dated = [item for item in parsers.values() if item.info.captured is not None]
        self._made: dict[tuple[str, tuple[str, ...]], Panel] = {}
        self._lock = Lock()

    def of(self, layout: Layout) -> Panel:
        """The panel for a document."""
        kind = self._kind(layout.document.media_type)
        late = self._out_of_time(layout.document.captured) if self._dated else ()
        panel = self._made.get((kind, late))
        if panel is not None:
            return panel
        with self._lock:
            return self._made.setdefault((kind, late), self._panel(kind, late))

    def _kind(self, media_type: str | None) -> str:
        """The media type where a parser names it; else what it is laid out like."""
        if media_type in self._media_types:
            return media_type or ""
        essence = (media_type or "").partition(";")[0].strip().lower()
        if essence in self._media_types:
            return essence
        return _like(essence)

    def _out_of_time(self, captured: date | None) -> tuple[str, ...]:
        if captured is None:
            return ()
        day = captured.date() if isinstance(captured, datetime) else captured
        return tuple(item.key for item in self._dated if not _within(day, *item.info.captured))

    def _panel(self, kind: str, late: tuple[str, ...]) -> Panel:
        kinds = {kind, _like(kind)}
        asked = [item for item in self._parsers.values() if item.info.media_types & kinds and item.key not in late]
        keys = {item.key for item in asked}
        return Panel(asked, [item for item in self._parsers.values() if item.key not in keys], self._instances)


def _like(media_type: str) -> str:
    """What a type is laid out like: it has become blocks, so who reads those can read it."""
    return "text/html" if "html" in media_type else "text/plain"


def _within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)
