"""A parser that does whatever its document asks for, to the harm of whoever runs it."""

import ctypes
import faulthandler
import os
import signal
import time
from typing import Any

from nkdocs.layout.block import Layout
from nkdocs.plugin import ParserInfo, hookimpl
from nkdocs.records import Claim, Draft, Strength

HELD: list[bytearray] = []


def hang() -> None:
    """Wait for ever."""
    time.sleep(1e6)


def spin() -> None:
    """Hold the interpreter for ever, as a pattern that backtracks does."""
    import re

    re.match("(a*)*b", "a" * 60)


def crash() -> None:
    """Read where nothing is."""
    faulthandler.disable()  # pytest would have it told at length
    ctypes.string_at(0)


def leave() -> None:
    """End the process without a word."""
    os._exit(3)


def eat() -> None:
    """Ask for more memory than there is."""
    HELD.append(bytearray(10**11))


def hoard() -> None:
    """Take memory bit by bit, and keep it."""
    while True:
        HELD.append(bytearray(10**6))


def swallow() -> None:
    """Be killed as the system kills when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)


DEEDS = {deed.__name__: deed for deed in (hang, spin, crash, leave, eat, hoard, swallow)}


class Hostile:
    """Claims documents that begin with ``DO``, and does it."""

    def claim(self, layout: Layout, *_: Any) -> Claim | None:
        """Only those."""
        return Claim(strength=Strength.SOURCE) if layout.text.startswith("DO ") else None

    def parse(self, layout: Layout, *_: Any) -> Draft:
        """Harm."""
        DEEDS[layout.text.split()[1]]()
        return Draft()


@hookimpl
def nkdocs_register_parsers() -> list[ParserInfo]:
    """Describe the parser ``hostile``."""
    return [ParserInfo(id="hostile", version="7", factory=Hostile, produces=["headline"])]
