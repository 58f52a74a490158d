"""What is installed: each distribution's entry points as they are written, without asking all of their metadata.

``importlib.metadata`` takes as long to import as all of the registry, and reads each file as mail. The folders of
``sys.path`` are looked at here by its rules; it is asked itself where there are archives or finders of other kinds.
"""

import os
import re
import sys
from collections.abc import Iterator
from importlib.machinery import PathFinder
from typing import Final, NamedTuple

__all__ = ["Installed", "distributions"]

_FOLDERS: Final = (".dist-info", ".egg-info")
_HEADER: Final = re.compile(r"^(Name|Version):[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_BETWEEN: Final = re.compile(r"[-_.]+")


class Installed(NamedTuple):
    """One distribution: its entry points as text, name and version where its metadata tell, and what it is called.

    ``fault`` is set where its files could not be read.
    """

    label: str
    points: str = ""
    name: str | None = None
    version: str | None = None
    fault: Exception | None = None


def distributions(group: str) -> Iterator[Installed]:
    """The distributions whose entry points mention ``group``, and those that cannot be read.

    Of several with one name the first on ``sys.path`` counts, as for imports.
    """
    seen: set[str] = set()
    for found in _by_metadata(group) if _is_unusual() else _in_folders(group):
        key = _BETWEEN.sub("_", found.label).lower()
        if key not in seen:
            seen.add(key)
            if found.points or found.fault is not None:
                yield found


def _is_unusual() -> bool:
    """Whether something else than folders may hold distributions."""
    finders = (finder for finder in sys.meta_path if finder is not PathFinder)
    return any(hasattr(finder, "find_distributions") for finder in finders) or any(map(_is_no_folder, sys.path))


def _is_no_folder(path: str) -> bool:
    return path.endswith(".egg") or os.path.isfile(path)  # noqa: PTH113 - a Path for each would cost more than the look


def _in_folders(group: str) -> Iterator[Installed]:
    for root in dict.fromkeys(sys.path):
        try:
            children = sorted(os.listdir(root or "."), reverse=True)  # noqa: PTH208 - the same
        except OSError:
            continue
        for child in children:
            if child.lower().endswith(_FOLDERS):
                label = child.rpartition(".")[0].partition("-")[0]
                yield _read(os.path.join(root, child), label, group)  # noqa: PTH118 - the same


def _read(folder: str, label: str, group: str) -> Installed:
    try:
        points = _text(folder, "entry_points.txt")
        if f"[{group}]" not in points:
            return Installed(label)
        return Installed(label, points, *_identity(_text(folder, "METADATA") or _text(folder, "PKG-INFO")))
    except (OSError, ValueError) as error:
        return Installed(label, fault=error)


def _text(folder: str, name: str) -> str:
    """The text of a file; none if it is not there."""
    try:
        # Whole and at once: what open() puts around a file to read it as text takes longer than to read these.
        with open(f"{folder}/{name}", "rb", buffering=0) as stream:  # noqa: PTH123 - the same
            return stream.read().decode()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return ""


def _identity(metadata: str) -> tuple[str | None, str | None]:
    """Name and version, which stand in the head of the metadata; the first of each counts."""
    head = metadata.replace("\r\n", "\n").replace("\r", "\n").partition("\n\n")[0]
    found = dict(reversed(_HEADER.findall(head)))
    return found.get("Name") or None, found.get("Version") or None


def _by_metadata(group: str) -> Iterator[Installed]:
    """The same through ``importlib.metadata``, which knows archives and asks other finders."""
    from importlib import metadata

    for number, each in enumerate(metadata.distributions()):
        label = str(number)
        try:
            name, version = _identity(each.read_text("METADATA") or each.read_text("PKG-INFO") or "")
            label = name or label
            points = each.read_text("entry_points.txt") or ""
        except (OSError, ValueError) as error:
            yield Installed(label, fault=error)
        else:
            yield Installed(label, points if f"[{group}]" in points else "", name, version)
