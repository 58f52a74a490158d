"""What a caller names as source, as the files it stands for."""

import glob
import os
import stat
from collections.abc import Callable, Iterator
from typing import Final

import attrs

from nkdocs.errors import SourceError, UsageError

__all__ = ["STDIN", "File", "Source", "expanded", "shown", "why"]

STDIN: Final = "-"
_BOM: Final = b"\xef\xbb\xbf"

Source = str | os.PathLike[str]


@attrs.frozen(slots=True)
class File:
    """One stream to read: a path (None: standard input), the name documents get from it, and why it is none."""

    path: bytes | None
    name: str | None
    fault: str | None = None


@attrs.frozen(slots=True)
class _Folder:
    path: bytes
    name: str


def expanded(sources: tuple[Source, ...], known: Callable[[str], bool]) -> Iterator[File]:
    """The files of all sources, in order; every source is looked at before the first file is given.

    A folder is walked in byte order of names. In it only files count whose name is ``known``; hidden ones (a
    dot in front) and links to folders are passed over. A file named outright always counts.

    Raises:
        SourceError: for a source that does not exist or cannot be read, or a glob that matches nothing.
        UsageError: for what is no path at all, and for standard input named twice.
    """
    places = [place for source in sources for place in _places(_text(source))]
    if sum(isinstance(place, File) and place.path is None for place in places) > 1:
        raise UsageError("standard input (-) can be read only once")
    return _files(places, known)


def shown(path: bytes) -> str:
    r"""A path as Unicode: bytes that are no UTF-8 become U+FFFD.

    >>> shown(b"a\xff.txt") == "a\ufffd.txt"
    True
    """
    return path.decode("utf-8", errors="replace")


def _text(source: Source) -> str:
    if isinstance(source, os.PathLike):
        source = os.fspath(source)
    if not isinstance(source, str) or not source:
        raise UsageError(f"a source is a path, a glob, @list or -, not {source!r}")
    return source


def _places(source: str) -> Iterator[File | _Folder]:
    if source == STDIN:
        yield File(None, None)
    elif source.startswith("@"):
        for line in _listed(source[1:]):
            if line.startswith("@"):
                raise SourceError(f"{shown(os.fsencode(line))}: a list cannot name a list; write ./{line} for a file")
            yield from _places(line)
    else:
        yield from _matching(source)


def _listed(path: str) -> list[str]:
    """The lines of a list of sources; blank ones are none, and a byte order mark is no part of the first."""
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - a path may be bytes that are no UTF-8
            lines = stream.read().removeprefix(_BOM).split(b"\n")
    except (OSError, ValueError) as error:
        raise SourceError(f"@{shown(os.fsencode(path))}: {why(error)}") from error
    return [os.fsdecode(line.rstrip(b"\r")) for line in lines if line.strip()]


def _matching(source: str) -> Iterator[File | _Folder]:
    path = os.fsencode(source)
    if not _exists(path) and glob.has_magic(source):
        matches = sorted(os.fsencode(match) for match in _globbed(source))
        if not matches:
            raise SourceError(f"{shown(path)}: no file matches")
        yield from map(_place, matches)
    else:
        yield _place(path)


def _globbed(pattern: str) -> list[str]:
    try:
        return glob.glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob drops a leading ./ and sorts otherwise
    except RecursionError as error:  # it walks ** by recursion
        raise SourceError(f"{pattern}: folders are nested too deep for a pattern") from error


def _exists(path: bytes) -> bool:
    return b"\0" not in path and os.path.lexists(path)


def _place(path: bytes) -> File | _Folder:
    name = shown(path)
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a path may be bytes that are no UTF-8
    except (OSError, ValueError) as error:
        raise SourceError(f"{name}: {why(error)}") from error
    if not os.access(path, os.R_OK):
        raise SourceError(f"{name}: Permission denied")
    if stat.S_ISDIR(mode):
        return _Folder(path, name)
    return File(path, name)


def why(error: Exception) -> str:
    """What the system says, without the path in it."""
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _files(places: list[File | _Folder], known: Callable[[str], bool]) -> Iterator[File]:
    for place in places:
        if isinstance(place, File):
            yield place
        else:
            yield from _walked(place, known)


def _walked(folder: _Folder, known: Callable[[str], bool]) -> Iterator[File]:
    """Depth first with a stack of our own: no depth of folders overflows anything."""
    waiting = [(folder.path, True)]
    while waiting:
        path, is_folder = waiting.pop()
        if not is_folder:
            yield File(path, shown(path))
            continue
        try:
            with os.scandir(path) as entries:
                found = sorted(entries, key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            yield File(path, shown(path), fault=why(error))
            continue
        # A link to a folder is no folder here: it could lead in circles.
        waiting.extend((e.path, e.is_dir(follow_symlinks=False)) for e in found if _counts(e, known))


def _counts(entry: os.DirEntry[bytes], known: Callable[[str], bool]) -> bool:
    """Visible folders, and files some reader knows; links that lead nowhere too, for they are to be reported."""
    if entry.name.startswith(b"."):
        return False
    if entry.is_dir(follow_symlinks=False):
        return True
    there = not entry.is_symlink() or os.path.exists(entry.path)  # noqa: PTH110 - bytes
    return known(shown(entry.name)) and (entry.is_file() or not there)
