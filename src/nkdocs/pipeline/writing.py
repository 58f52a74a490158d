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
from nkdocs.pipeline.locking import is_at, locked, unlock

__all__ = [
    "PathLike",
    "check_destination",
    "check_parent",
    "forget_run",
    "journal_path",
    "partial_path",
    "replaced_file",
    "sync_folder",
    "writing_to",
]

PathLike = str | os.PathLike[str]

_SUFFIX: Final = ".nkdocs-partial"
_JOURNAL: Final = ".nkdocs-journal"
_LONGEST_NAME: Final = 255
_BUFFER: Final = 1 << 18
_KINDS: Final = {
    stat.S_IFDIR: "a folder",
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFIFO: "a FIFO",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}


@contextmanager
def replaced_file(destination: str | os.PathLike[str], *, keep: bool = False) -> Generator[BinaryIO, None, None]:
    """A file to write, which takes the destination's place at the end of the ``with`` block.

    If the block raises, or the disk is full, what stood there stays as it was and nothing is left beside it. The file
    is empty at first; with ``keep`` it holds what a killed run wrote, and that run's journal stays.

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
        descriptor = _opened(path, partial, keep=keep)
    # The descriptor stays ours: the lock holds until the end even if an exporter closes what it writes to.
    stream = os.fdopen(descriptor, "r+b", _BUFFER, closefd=False)
    try:
        yield stream
        with writing_to(path):
            _put_in_place(stream, descriptor, partial, path)
    finally:
        with suppress(OSError):
            stream.close()
        _remove(partial, descriptor)
        forget_run(path)
        unlock(descriptor)


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
    return _beside(path, _SUFFIX)


def journal_path(path: Path) -> Path:
    """Where a run writes what it has done, for the run after it should it be killed.

    >>> journal_path(Path("corpus.jsonl")).name
    '.corpus.jsonl.nkdocs-journal'
    """
    return _beside(path, _JOURNAL)


def forget_run(path: Path) -> None:
    """Remove the journal of a run that needs it no more; only who holds the lock may."""
    with suppress(OSError):
        journal_path(path).unlink()


def _beside(path: Path, suffix: str) -> Path:
    name = f".{path.name}{suffix}"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f".{sha256(os.fsencode(path.name)).hexdigest()}{suffix}"
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


def _opened(path: Path, partial: Path, *, keep: bool) -> int:
    """A descriptor of the partial file, locked, and empty unless it is to be kept."""
    # No symbolic link is followed and no FIFO waited for, should someone have put one there.
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK
    descriptor = locked(partial, path, lambda: os.open(partial, flags, 0o666))
    ours = False
    try:
        _check_ours(descriptor, partial, path)
        ours = True
        if not keep:
            forget_run(path)
            os.ftruncate(descriptor, 0)
        mode = _mode(path)
        if mode is not None:
            os.fchmod(descriptor, stat.S_IMODE(mode))  # who may read the old file may read the new one
    except (OSError, OutputError):
        if ours:
            _remove(partial, descriptor)
        unlock(descriptor)
        raise
    return descriptor


def _check_ours(descriptor: int, partial: Path, path: Path) -> None:
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1:
        raise OutputError(f"{str(path)!r} cannot be written: {partial.name!r} is in the way")


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


def _remove(partial: Path, descriptor: int) -> None:
    """Remove the partial file, if it was not put in its place."""
    with suppress(OSError):
        if is_at(partial, descriptor):
            partial.unlink()
