"""Arguments in, exit code out; one command a file."""

import os
import signal
import sys
from collections.abc import Sequence
from threading import Timer
from typing import Any, Final

__all__ = ["main"]

_INTERRUPTED: Final = 130
_SOON: Final = 0.01


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; this is the entry point ``nkdocs``.

    >>> main(["schema", "--help"])  # doctest: +ELLIPSIS
    Usage: nkdocs schema [OPTIONS]
    ...
    0
    """
    before, sys.unraisablehook = sys.unraisablehook, _unraised
    try:
        # Imported in here, so that an interrupt while the libraries load ends as quietly as any other.
        from nkdocs.cli.run import run

        return run(arguments)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second one must not disturb the way out
        return _INTERRUPTED
    finally:
        sys.unraisablehook = before


def _unraised(lost: Any) -> None:
    """Repeat an interrupt that came inside a callback, where Python prints and forgets it."""
    if lost.exc_type is KeyboardInterrupt:
        again = Timer(_SOON, os.kill, (os.getpid(), signal.SIGINT))
        again.daemon = True
        again.start()
    else:
        sys.__unraisablehook__(lost)
