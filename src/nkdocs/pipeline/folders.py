"""All or nothing for formats that write a folder: the old one or the complete new one, but for a swap of two renames.

What is written stands in a partial folder beside the destination. When it is complete it gets a marker, the old
folder steps aside, and the new one takes its place. A kill between the two renames leaves both, and the next run
finishes the swap.
"""

import os
import stat
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Final

from nkdocs.errors import OutputError
from nkdocs.pipeline.locking import locked, unlock
from nkdocs.pipeline.writing import (
    check_destination,
    check_parent,
    forget_run,
    partial_path,
    sync_folder,
    writing_to,
)

__all__ = ["check_either", "replaced_folder"]

# A folder with this file in it was made by an export, and may be replaced by one.
_MARKER: Final = ".nkdocs-export"
_OLD: Final = ".nkdocs-old"


@contextmanager
def replaced_folder(destination: str | os.PathLike[str], *, keep: bool = False) -> Generator[Path, None, None]:
    """An empty folder to write into, which takes the destination's place at the end of the ``with`` block.

    With ``keep`` the journal of a killed run stays.

    >>> with replaced_folder("stories") as folder:
    ...     (folder / "1.md").write_text("Rice")
    4
    >>> Path("stories/1.md").read_text()
    'Rice'

    Raises:
        OutputError: before the block runs, if the destination is anything but free or a folder that an export made,
            if its parent cannot be written, or another run is writing it.
    """
    path = check_parent(destination)
    partial, old = partial_path(path), path.with_name(f".{path.name}{_OLD}")
    with writing_to(path):
        _check_replaceable(path)
        descriptor = _opened(path, partial, old)
    done = False
    try:
        with writing_to(path):
            _check_replaceable(path)
            _make_empty(partial)
            if not keep:
                forget_run(path)
        yield partial
        with writing_to(path):
            _check_replaceable(path)
            _seal(partial)
            _swap(path, partial, old)
        done = True
    finally:
        if not done:
            rmtree(partial, ignore_errors=True)
        forget_run(path)
        unlock(descriptor)


def check_either(destination: str | os.PathLike[str]) -> None:
    """Refuse what can be replaced neither by a file nor by a folder.

    Raises:
        OutputError: saying why.
    """
    path = check_parent(destination)
    with writing_to(path):
        if _is_folder(path):
            _check_replaceable(path)
        else:
            check_destination(destination)


def _opened(path: Path, partial: Path, old: Path) -> int:
    """A descriptor of the partial folder, locked; what a killed run left undone is done."""

    def opened() -> int:
        partial.mkdir(exist_ok=True)
        return os.open(partial, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)

    descriptor = locked(partial, path, opened)
    # Under the lock: a run between its two renames lives, and finishes them itself.
    if _finish_swap(path, partial, old):
        unlock(descriptor)
        descriptor = locked(partial, path, opened)
    return descriptor


def _finish_swap(path: Path, partial: Path, old: Path) -> bool:
    """Do what a killed run left undone: the old folder stands aside, and nothing in its place.

    Whether that took the partial folder.
    """
    taken = False
    if _is_folder(old):
        if not path.exists():
            taken = (partial / _MARKER).is_file()
            (partial if taken else old).rename(path)
        rmtree(old, ignore_errors=True)
    return taken


def _check_replaceable(path: Path) -> None:
    if not os.path.lexists(path):
        return
    if not _is_folder(path):
        raise OutputError(f"{str(path)!r} cannot be written: it is no folder")
    if not (path / _MARKER).is_file():
        raise OutputError(f"{str(path)!r} cannot be written: no export made this folder")


def _is_folder(path: Path) -> bool:
    """Whether it is a folder itself, not a link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except FileNotFoundError:
        return False


def _make_empty(folder: Path) -> None:
    for entry in folder.iterdir():
        if _is_folder(entry):
            rmtree(entry)
        else:
            entry.unlink()


def _seal(folder: Path) -> None:
    """Make what is in the folder last, and mark it complete."""
    (folder / _MARKER).write_bytes(b"")
    for entry in folder.iterdir():
        descriptor = os.open(entry, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    sync_folder(folder)


def _swap(path: Path, partial: Path, old: Path) -> None:
    if path.exists():
        path.rename(old)
    partial.rename(path)
    sync_folder(path.parent)
    rmtree(old, ignore_errors=True)
