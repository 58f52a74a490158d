"""."""

from typing import Final

from nkdocs.testing.check import Check
from nkdocs.testing.subject import ParserSubject

__all__ = ["CLAIM"]

CLAIM: Final[tuple[Check[ParserSubject], ...]] = ()
