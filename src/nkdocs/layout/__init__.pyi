# What type checkers see of this room: the names that __init__.py fetches at first use.

from nkdocs.layout.opening import lay_out as lay_out

__all__ = [
    "lay_out",
]
