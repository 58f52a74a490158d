"""One export under way: every call of the exporter guarded, a failing disk told as such."""

from collections.abc import Callable
from contextlib import nullcontext
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO, ParamSpec, TypeVar, cast

from nkdocs.errors import NkdocsError, PluginFailed
from nkdocs.pipeline.writing import PathLike, writing_to
from nkdocs.plugin.protocols import ExportContext
from nkdocs.plugin.sessions import StreamSession
from nkdocs.records.frozen import FrozenMapping
from nkdocs.registry import Registry
from nkdocs.registry.contents import Registered
from nkdocs.registry.guard import Fault, guarded

__all__ = ["Session", "answer_of"]

P = ParamSpec("P")
T = TypeVar("T")


class Session:
    """What an exporter writes to a target, article by article.

    Args:
        chosen: the exporter.
        registry: which makes it.
        options: the caller's.
        target: an open file, or an empty folder for exporters that write one.
        destination: what the target is to become; a failing disk is told with its name. None: a stream, whose
            failures come out as they are.
    """

    def __init__(
        self,
        chosen: Registered,
        registry: Registry,
        options: dict[str, Any],
        target: BinaryIO | Path,
        destination: PathLike | None,
    ) -> None:
        self._format = chosen.key
        self._destination = destination
        context = ExportContext(options=FrozenMapping(options))
        exporter = registry.exporter(chosen.key)
        # A folder goes to exporters that say they write one.
        self._made: Any = self._told(exporter.open, cast("BinaryIO", target), context)
        self._write, self._close = self._told(attrgetter("write", "close"), self._made)

    @property
    def encode(self) -> Callable[[Any], bytes] | None:
        """What makes the bytes of an article whatever was written before it; None where there is no such thing."""
        return self._made.encode if isinstance(self._made, StreamSession) else None

    def write(self, item: object) -> None:
        """Write an article, or a ``Parsed`` where the exporter accepts those."""
        self._told(self._write, item)

    def write_encoded(self, piece: bytes) -> None:
        """Write what ``encode`` made."""
        self._told(self._made.write_encoded, piece)

    def go_on(self) -> None:
        """Write behind articles that the target holds already."""
        self._told(self._made.go_on)

    def close(self) -> int:
        """Finish; how many characters the format could not hold."""
        self._told(self._close)
        replaced = guarded(getattr, self._made, "replaced", 0)
        return replaced if isinstance(replaced, int) else 0

    def _told(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call the exporter; a failing disk is told as such, that of a stream left to whoever opened it."""
        answer = guarded(call, *args, **kwargs)
        if not isinstance(answer, Fault):  # nothing failed, so nothing is to be told: it is so for every article
            return answer
        with nullcontext() if self._destination is None else writing_to(self._destination):
            return answer_of(self._format, answer)


def answer_of(name: str, given: T | Fault) -> T:
    """What an exporter gave back. Our own exceptions and those of the system come out as they are.

    Raises:
        PluginFailed: for any other.
    """
    if not isinstance(given, Fault):
        return given
    if isinstance(given.cause, (NkdocsError, OSError)):
        raise given.cause
    raise PluginFailed(f"the exporter {name!r} failed: {given.why}") from given.cause
