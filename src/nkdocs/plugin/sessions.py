"""What most exporters are made of: a session that writes one article at a time."""

from collections.abc import Callable
from typing import Any, BinaryIO, Final

from nkdocs.errors import UsageError
from nkdocs.plugin.protocols import ExportContext

__all__ = ["StreamSession", "options_of"]

_OVER: Final = "nothing more can be written: this export is closed, or has failed"


class StreamSession:
    """An export that is a head, one piece an article with something between them, and a tail.

    A failure, of the target or of an article that does not fit, ends it: nothing is written after that, not even
    the tail. Closing twice is fine; the target stays open.

    >>> import io
    >>> target = io.BytesIO()
    >>> session = StreamSession(target, str.encode, head=b"[", between=b",", tail=b"]")
    >>> session.write("1"), session.write("2"), session.close()
    (None, None, None)
    >>> target.getvalue()
    b'[1,2]'

    Args:
        target: where to write.
        encode: the bytes of one article.
        head: the first bytes, written even if there are no articles.
        between: what stands between two articles.
        tail: the last bytes, written on closing.
        independent: whether the bytes of an article depend on that article alone. They may then be made in other
            processes, and an export that was killed goes on where it stood.
    """

    def __init__(
        self,
        target: BinaryIO,
        encode: Callable[[Any], bytes],
        *,
        head: bytes = b"",
        between: bytes = b"",
        tail: bytes = b"",
        independent: bool = False,
    ) -> None:
        self._target: BinaryIO | None = target
        self._encode = encode
        self._lead, self._between = head, between
        self._empty = True
        self._tail = tail
        self._independent = independent

    @property
    def encode(self) -> Callable[[Any], bytes] | None:
        """What makes the bytes of an article; None where they depend on the articles before it."""
        return self._encode if self._independent else None

    def write(self, article: Any) -> None:
        """Write one article.

        Raises:
            ExportError: for a value the format cannot hold.
            UsageError: after a failure, or once closed.
        """
        target, self._target = self._target, None
        if target is None:
            raise UsageError(_OVER)
        target.write(self._lead + self._encode(article))
        self._lead, self._empty = self._between, False
        self._target = target

    def write_encoded(self, piece: bytes) -> None:
        """Write one article whose bytes ``encode`` made, here or in another process.

        Raises:
            UsageError: after a failure, or once closed.
        """
        target, self._target = self._target, None
        if target is None:
            raise UsageError(_OVER)
        target.write(self._lead + piece)
        self._lead, self._empty = self._between, False
        self._target = target

    def go_on(self) -> None:
        """Write behind articles that the target holds already, and the head before them."""
        self._lead, self._empty = self._between, False

    def close(self) -> None:
        """Write what is left of the frame."""
        target, self._target = self._target, None
        if target is not None:
            target.write((self._lead if self._empty else b"") + self._tail)


def options_of(ctx: ExportContext, **defaults: Any) -> dict[str, Any]:
    """The options of an export, with their defaults; one that the format does not have is refused.

    >>> from nkdocs.records.frozen import FrozenMapping
    >>> options_of(ExportContext(options=FrozenMapping({"raw": True})), raw=False)
    {'raw': True}

    Raises:
        UsageError: for an option that has no default.
    """
    for name in ctx.options:
        if name not in defaults:
            known = f"its options are {', '.join(sorted(defaults))}" if defaults else "it has none"
            raise UsageError(f"this format has no option {name!r}: {known}")
    return defaults | dict(ctx.options)
