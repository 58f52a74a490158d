"""Arguments in, exit code out; one command a file."""

import signal
from collections.abc import Sequence
from typing import Final

__all__ = ["main"]

_INTERRUPTED: Final = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; this is the entry point ``nkdocs``.

    >>> main(["schema", "--help"])  # doctest: +ELLIPSIS
    Usage: nkdocs schema [OPTIONS]
    ...
    0
    """
    try:
        # Imported in here, so that an interrupt while the libraries load ends as quietly as any other.
        from nkdocs.cli.run import run

        return run(arguments)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second one must not disturb the way out
        return _INTERRUPTED
