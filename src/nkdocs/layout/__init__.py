"""A document laid out: text and blocks, the same shape for plain text and HTML."""

from nkdocs.layout.opening import lay_out

__all__ = ["lay_out"]
