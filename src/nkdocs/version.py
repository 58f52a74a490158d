"""The distribution's version, a literal: asking importlib.metadata costs more than ``import nkdocs`` itself."""

from typing import Final

__all__ = ["API_VERSION", "VERSION"]

VERSION: Final = "0.1.0"
API_VERSION: Final = 1  # of plugins; raised only for breaking changes
