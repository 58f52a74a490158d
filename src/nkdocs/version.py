"""The distribution's version, a literal: asking importlib.metadata costs more than ``import nkdocs`` itself."""

from typing import Final

__all__ = ["VERSION"]

VERSION: Final = "0.1.0"
