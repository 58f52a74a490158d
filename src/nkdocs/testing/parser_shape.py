"""."""

from typing import Final

from nkdocs.testing.check import Check
from nkdocs.testing.subject import ParserSubject

__all__ = ["SHAPE"]

SHAPE: Final[tuple[Check[ParserSubject], ...]] = ()
