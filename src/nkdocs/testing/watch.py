"""What code does to the process and the machine it runs in: events of the interpreter, and the state they leave."""

import inspect
import locale
import logging
import os
import random
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from types import FrameType
from typing import Any, Final

import attrs

__all__ = ["Event", "Watch", "changed", "printing", "state"]

_NETWORK: Final = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "telnetlib.")
_PROCESSES: Final = (
    "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "os.kill", "pty.",
)  # fmt: skip
_WRITES: Final = (
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "os.utime", "os.setxattr", "os.removexattr", "shutil.", "tempfile.", "sqlite3.connect",
)  # fmt: skip
_LISTS: Final = ("os.listdir", "os.scandir", "os.walk", "glob.")
_WRITING_FLAGS: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_KINDS: Final = ((_NETWORK, "network"), (_PROCESSES, "process"), (_WRITES, "write"), (_LISTS, "read"))
_ENVIRONMENT: Final = "the environment"
_FOLDER: Final = "the working directory"
_IMPORTING: Final = "_find_and_load"


@attrs.frozen(slots=True)
class Event:
    """One thing that was done: ``kind`` is ``network``, ``process``, ``write`` or ``read``."""

    kind: str
    name: str
    path: str = ""


class Watch:
    """Hears what this process does while it is ``on``; there is no way to stop listening, so it has its own process.

    What an import does is not heard: modules are imported when they are first needed, and imports read files.
    The network and other processes are refused, so that a check does no harm.
    """

    def __init__(self) -> None:
        self.on: bool = False
        self.events: list[Event] = []
        # What was set to what it was already: the process that started this one may have run the parser before.
        self.repeated: set[str] = set()

    def listen(self) -> None:
        """Begin."""
        sys.addaudithook(self._hear)

    def _hear(self, name: str, arguments: tuple[Any, ...]) -> None:
        if not self.on:
            return
        if name in {"os.putenv", "os.chdir"}:
            self.repeated |= _repeated(name, arguments)
        kind = _opened(arguments) if name == "open" else _kind(name)
        if kind is None or _importing(inspect.currentframe()):
            return
        self.on = False
        self.events.append(Event(kind, name, _path(arguments) if kind in {"read", "write"} else ""))
        self.on = True
        if kind in {"network", "process"}:
            raise PermissionError(f"a parser may not use {name}")


def _repeated(name: str, arguments: tuple[Any, ...]) -> set[str]:
    """The words for what is set to its present value, as far as anyone can see no change at all."""
    if name == "os.chdir":
        return {_FOLDER} if _path(arguments) == os.path.realpath(".") else set()
    key, value = (os.fsdecode(each) for each in arguments)
    return {_ENVIRONMENT} if os.environ.get(key) == value else set()


def _kind(name: str) -> str | None:
    return next((kind for prefixes, kind in _KINDS if name.startswith(prefixes)), None)


def _opened(arguments: tuple[Any, ...]) -> str | None:
    """Whether a file was opened to read or to write; None for what is open already."""
    path, mode, flags = arguments
    if isinstance(path, int):
        return None
    writes = any(letter in mode for letter in "wax+") if isinstance(mode, str) else bool(flags & _WRITING_FLAGS)
    return "write" if writes else "read"


def _path(arguments: tuple[Any, ...]) -> str:
    first: Any = arguments[0] if arguments else None
    if hasattr(first, "__fspath__") or isinstance(first, (str, bytes)):
        return os.path.realpath(os.fsdecode(first))
    return os.path.realpath(".")


def _importing(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_name == _IMPORTING and "importlib" in frame.f_code.co_filename:
            return True
        frame = frame.f_back
    return False


def state() -> dict[str, object]:
    """What code must leave as it was, by the words for it."""
    root = logging.getLogger()
    return {
        _ENVIRONMENT: dict(os.environ),
        "the locale": [locale.setlocale(category) for category in _categories()],
        "the filters of warnings": (list(warnings.filters), warnings.showwarning),
        "the root logger": (list(root.handlers), list(root.filters), root.level, root.disabled, root.manager.disable),
        "sys.path": list(sys.path),
        "the state of random": random.getstate(),
        "the recursion limit": sys.getrecursionlimit(),
        _FOLDER: str(Path.cwd()),
        "the standard streams": (sys.stdin, sys.stdout, sys.stderr),
        "the hooks of sys": (sys.excepthook, sys.displayhook, sys.gettrace(), sys.getprofile()),
        "the time zone": time.tzname,
    }


def _categories() -> Iterable[int]:
    names = ("LC_CTYPE", "LC_COLLATE", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_MESSAGES")
    return [getattr(locale, name) for name in names if hasattr(locale, name)]


def changed(before: dict[str, object], after: dict[str, object]) -> list[str]:
    """The words for what differs between two states."""
    return [name for name, value in before.items() if after[name] != value]


@contextmanager
def printing() -> Generator[Callable[[], str]]:
    """Catch what is printed to the standard streams, by whatever road, and give a function that tells it at the end."""
    told = StringIO()
    with tempfile.TemporaryFile() as caught:
        with _descriptors(caught.fileno()), redirect_stdout(told), redirect_stderr(told):
            yield lambda: printed
        caught.seek(0)
        printed = told.getvalue() + caught.read().decode(errors="replace")


@contextmanager
def _descriptors(target: int) -> Generator[None]:
    """Let descriptors 1 and 2 lead to the target for a while."""
    kept = [(number, os.dup(number)) for number in (1, 2)]
    try:
        for number, _ in kept:
            os.dup2(target, number)
        yield
    finally:
        for number, copy in kept:
            os.dup2(copy, number)
            os.close(copy)
