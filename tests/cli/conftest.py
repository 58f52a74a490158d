"""The command line run as a user runs it: in a process of its own, on pipes or on a terminal."""

import os
import pty
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Final

import pytest

from nkdocs.cli import main

PROGRAM: Final = (sys.executable, "-m", "nkdocs")

ARTICLE: Final = """\
Rice prices fall in Hyesan

By Kim Chul Su

A source in Yanggang Province told the desk on Monday that rice was cheaper than in May.

Traders expect it to stay so until the harvest.
"""


@pytest.fixture(autouse=True, scope="session")
def _interruptible() -> None:
    """Children hear an interrupt also where the tests run in the background of a shell that ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A folder with one article, ``a.txt``, in it; commands run there."""
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def nkdocs(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run ``nkdocs ARGUMENTS``, without third-party plugins that this machine may have."""

    def run(
        *arguments: str | bytes, env: dict[str, str] | None = None, **options
    ) -> subprocess.CompletedProcess[bytes]:
        surroundings = {**os.environ, "NKDOCS_DISABLE_PLUGINS": "all", **(env or {})}
        return subprocess.run(
            [*PROGRAM, *arguments],
            cwd=tmp_path,
            env=surroundings,
            capture_output=True,
            check=False,
            timeout=60,
            **options,
        )

    return run


@pytest.fixture
def terminal(tmp_path: Path) -> Callable[..., tuple[int, bytes]]:
    """Run ``nkdocs ARGUMENTS`` on a terminal; give the exit code and all that reached the screen."""

    def run(*arguments: str | bytes, env: dict[str, str] | None = None) -> tuple[int, bytes]:
        surroundings = {**os.environ, "NKDOCS_DISABLE_PLUGINS": "all", "TERM": "xterm", **(env or {})}
        ours, theirs = pty.openpty()
        program = [*PROGRAM, *arguments]
        with subprocess.Popen(
            program, cwd=tmp_path, env=surroundings, stdin=theirs, stdout=theirs, stderr=theirs
        ) as child:
            os.close(theirs)
            screen = bytearray()
            with suppress(OSError):  # how Linux says that the other end was closed
                while piece := os.read(ours, 65536):
                    screen += piece
            os.close(ours)
            return child.wait(60), bytes(screen)

    return run


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., SimpleNamespace]:
    """A function that runs a command line in this process; it gives the exit code and both outputs as text."""

    def invoke(*arguments: str) -> SimpleNamespace:
        capfdbinary.readouterr()
        code = main(arguments)
        captured = capfdbinary.readouterr()
        return SimpleNamespace(code=code, out=captured.out.decode(), err=captured.err.decode())

    return invoke
