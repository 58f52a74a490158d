"""."""

from typing import Final

from nkdocs.testing.check import Check
from nkdocs.testing.subject import ParserSubject

__all__ = ["GOLDEN"]

GOLDEN: Final[tuple[Check[ParserSubject], ...]] = ()
