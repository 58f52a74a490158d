"""One command line: what it asks for, and how every failure ends."""

import signal
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from nkdocs.cli.screen import drop_output, return_output, say
from nkdocs.errors import NkdocsError

__all__ = ["run"]

_FAILED: Final = 2
_INTERRUPTED: Final = 130
_PIPE_CLOSED: Final = 141  # what a shell reports of a program that SIGPIPE ended

# Whether JSON is asked for: programs look at the list often, and it takes half the time without click.
_LISTINGS: Final[Mapping[tuple[str, ...], bool]] = {
    ("plugins",): False,
    ("plugins", "list"): False,
    ("plugins", "list", "--json"): True,
}


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; whatever goes wrong is one line on standard error and an exit code."""
    try:
        try:
            code = _invoked(sys.argv[1:] if arguments is None else list(arguments))
        finally:
            return_output()
        if sys.stdout is not None:
            sys.stdout.flush()
    except NkdocsError as error:
        say(str(error))
        code = _FAILED
    except BrokenPipeError:
        drop_output()
        code = _PIPE_CLOSED
    except OSError as error:  # sources and destinations have errors of their own, so this is standard output
        drop_output()
        say(f"standard output cannot be written: {error.strerror or error}")
        code = _FAILED
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second one must not disturb the way out
        drop_output()
        code = _INTERRUPTED
    return code


def _invoked(arguments: Sequence[str]) -> int:
    as_json = _LISTINGS.get(tuple(arguments))
    if as_json is not None:
        from nkdocs.cli.listing import list_installed

        return list_installed(as_json=as_json)
    from nkdocs.cli.commands import invoked

    return invoked(arguments)
