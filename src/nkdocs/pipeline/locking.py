"""One run a destination: what is being written is locked while its run lives."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from nkdocs.errors import OutputError

__all__ = ["is_at", "locked", "unlock"]

# Each time what we opened turns out to be another run's that just ended, we look again; not for ever.
_TRIES: Final = 100
# A lock belongs to all who hold the descriptor: processes that we fork must not keep it when we are killed.
_HELD: Final[set[int]] = set()


def locked(partial: Path, path: Path, opened: Callable[[], int]) -> int:
    """A descriptor of ``partial``, locked: whoever holds it may write ``path``.

    Args:
        partial: what is written until it is complete.
        path: its destination, named in messages.
        opened: makes ``partial`` where there is none, and opens it.

    Raises:
        OutputError: if another run holds the lock.
    """
    for _ in range(_TRIES):
        descriptor = opened()
        try:
            _lock(descriptor, path)
            if is_at(partial, descriptor):
                _HELD.add(descriptor)
                kept, descriptor = descriptor, -1
                return kept
        finally:
            if descriptor >= 0:
                os.close(descriptor)
    raise OutputError(f"{str(path)!r} cannot be written: other runs keep writing it")


def unlock(descriptor: int) -> None:
    """Close it, and let others write."""
    _HELD.discard(descriptor)
    os.close(descriptor)


def is_at(partial: Path, descriptor: int) -> bool:
    """Whether the path still leads to what is open: its run may have ended between opening and locking."""
    try:
        return os.path.samestat(partial.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _lock(descriptor: int, path: Path) -> None:
    import fcntl  # not on Windows, where nothing but this function needs it

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise OutputError(f"{str(path)!r} cannot be written: another run is writing it") from error


def _leave_to_parent() -> None:
    """In a forked process: let go of the locks without a word to those who think that they hold them."""
    if _HELD:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for descriptor in _HELD:
            os.dup2(nowhere, descriptor, inheritable=False)
        os.close(nowhere)
        _HELD.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_leave_to_parent)
