"""A parser that does what a test tells it."""

from collections.abc import Callable
from typing import Any

import pytest

from nkdocs.plugin import ParserInfo, hookimpl
from nkdocs.records import Claim, Strength
from nkdocs.registry import Registry


class Told:
    """Claims everything, and parses as it is told."""

    parse: Any = None

    def claim(self, *_: Any) -> Claim:
        """Always."""
        return Claim(strength=Strength.MARKERS)


class Plugin:
    """One parser called ``told``."""

    def __init__(self, parse: Any) -> None:
        self.parse = parse

    @hookimpl
    def nkdocs_register_parsers(self) -> list[ParserInfo]:
        """The parser."""
        made = Told()
        made.parse = self.parse
        return [ParserInfo(id="told", version="7", factory=lambda: made, produces=["headline"])]


@pytest.fixture
def told() -> Callable[..., Registry]:
    """``told(parse, **arguments)``: a registry whose parser ``told`` parses with that function, or gives that value."""

    def make(parse: Any, **arguments: Any) -> Registry:
        function = parse if callable(parse) else lambda _, __: parse
        return Registry([Plugin(function)], entry_points=False, **arguments)

    return make
