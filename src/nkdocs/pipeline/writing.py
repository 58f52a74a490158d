"""All or nothing: a file is the old one or the complete new one, at every instant.

What is written goes to a partial file beside the destination, which takes its place only when everything is on the
disk. The partial file's name follows from the destination's, and it is locked while its run lives: a second run on
the same destination is refused, and what a killed run left behind is taken over by the next.
"""

import os
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final

from nkdocs.errors import OutputError, UsageError

__all__ = ["check_destination", "check_parent", "lock", "partial_path", "replaced_file", "sync_folder", "writing_to"]

_SUFFIX: Final = ".nkdocs-partial"
_LONGEST_NAME: Final = 255
_BUFFER: Final = 1 << 18
# Each time the partial file turns out to be another run's that just ended, we look again; not for ever.
_TRIES: Final = 100
_KINDS: Final = {
    stat.S_IFDIR: "a folder",
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFIFO: "a FIFO",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}


@contextmanager
def replaced_file(destination: str | os.PathLike[str]) -> Generator[BinaryIO, None, None]:
    """A file to write, which takes the destination's place at the end of the ``with`` block.

    If the block raises, or the disk is full, what stood there stays as it was and nothing is left beside it.

    >>> with replaced_file("corpus.jsonl") as stream:
    ...     stream.write(b"{}")
    2

    Raises:
        OutputError: before the block runs, if the destination is neither a regular file nor free, if its folder
            cannot be written, or another run is writing it; after it, if the new file cannot be put in its place.
    """
    path = check_destination(destination)
    partial = partial_path(path)
    with writing_to(path):
        descriptor = _locked(path, partial)
    # The descriptor stays ours: the lock holds until the end even if an exporter closes what it writes to.
    stream = os.fdopen(descriptor, "wb", _BUFFER, closefd=False)
    try:
        yield stream
        with writing_to(path):
            _put_in_place(stream, descriptor, partial, path)
    finally:
        with suppress(OSError):
            stream.close()
        _remove(partial, descriptor)
        os.close(descriptor)


def check_destination(destination: str | os.PathLike[str]) -> Path:
    """The absolute path of a destination that can be written: a regular file, or nothing yet.

    Raises:
        OutputError: for a folder, symbolic link, FIFO, device, or a parent that is missing or cannot be written.
        UsageError: if it is no path.
    """
    path = check_parent(destination)
    given = os.fsdecode(destination)
    if given.endswith(os.sep):
        raise OutputError(f"{given!r} names no file")
    with writing_to(given):
        mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        raise OutputError(f"{given!r} cannot be written: it is {_KINDS.get(stat.S_IFMT(mode), 'no regular file')}")
    return path


def check_parent(destination: str | os.PathLike[str]) -> Path:
    """The absolute path of a destination in a folder that can be written.

    Raises:
        OutputError: for a parent that is missing or cannot be written.
        UsageError: if it is no path.
    """
    try:
        given = os.fsdecode(destination)
    except TypeError as error:
        raise UsageError(f"a destination is a path, not {destination!r}") from error
    if not given.strip(os.sep) or "\0" in given:
        raise OutputError(f"{given!r} names no file")
    with writing_to(given):
        path = Path(given).absolute()  # a later change of folder does not move the destination
        if not stat.S_ISDIR(path.parent.stat().st_mode):
            raise OutputError(f"{given!r} cannot be written: its parent is no folder")
        if not os.access(path.parent, os.W_OK | os.X_OK):
            raise OutputError(f"{given!r} cannot be written: its folder is read-only")
    return path


def partial_path(path: Path) -> Path:
    """Where what is written to ``path`` stands until it is complete.

    >>> partial_path(Path("corpus.jsonl")).name
    '.corpus.jsonl.nkdocs-partial'
    """
    name = f".{path.name}{_SUFFIX}"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f".{sha256(os.fsencode(path.name)).hexdigest()}{_SUFFIX}"
    return path.with_name(name)


@contextmanager
def writing_to(destination: str | os.PathLike[str]) -> Generator[None, None, None]:
    """Failures of the system inside the block, as an ``OutputError`` that names the file."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{os.fsdecode(destination)!r} cannot be written: {error.strerror or error}") from error


def _mode(path: Path) -> int | None:
    try:
        return path.lstat().st_mode
    except FileNotFoundError:
        return None


def _locked(path: Path, partial: Path) -> int:
    """A descriptor of the partial file, empty and locked."""
    for _ in range(_TRIES):
        # No symbolic link is followed and no FIFO waited for, should someone have put one there.
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)
        try:
            lock(descriptor, path)
            if _is_at(partial, descriptor):
                _make_empty(descriptor, partial, path)
                kept, descriptor = descriptor, -1
                return kept
        finally:
            if descriptor >= 0:
                os.close(descriptor)
    raise OutputError(f"{str(path)!r} cannot be written: other runs keep writing it")


def lock(descriptor: int, path: Path) -> None:
    """Lock what is open, or say that another run is writing ``path``.

    Raises:
        OutputError: if another run holds the lock.
    """
    import fcntl  # not on Windows, where nothing but this function needs it

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise OutputError(f"{str(path)!r} cannot be written: another run is writing it") from error


def _make_empty(descriptor: int, partial: Path, path: Path) -> None:
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1:
        raise OutputError(f"{str(path)!r} cannot be written: {partial.name!r} is in the way")
    os.ftruncate(descriptor, 0)
    mode = _mode(path)
    if mode is not None:
        os.fchmod(descriptor, stat.S_IMODE(mode))  # who may read the old file may read the new one


def _put_in_place(stream: BinaryIO, descriptor: int, partial: Path, path: Path) -> None:
    if not stream.closed:
        stream.flush()
    os.fsync(descriptor)
    check_destination(path)  # it may have become a device or a link meanwhile
    partial.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the new name last, where the file system can: the file itself is complete either way."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _is_at(partial: Path, descriptor: int) -> bool:
    """Whether the path still leads to the open file: its run may have ended between opening and locking."""
    try:
        return os.path.samestat(partial.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _remove(partial: Path, descriptor: int) -> None:
    """Remove the partial file, if it was not put in its place."""
    with suppress(OSError):
        if _is_at(partial, descriptor):
            partial.unlink()
