"""What a stretch of text can be taken for."""

from typing import Final, Literal, get_args

__all__ = ["ROLES", "Role"]

Role = Literal[
    "headline", "kicker", "standfirst", "section", "date", "byline", "dateline", "body", "subhead", "quote", "list",
    "caption", "edition", "contact", "bio", "comment-author", "comment-meta", "comment-body", "listing",
    "boilerplate", "unknown",
]  # fmt: skip
ROLES: Final[frozenset[str]] = frozenset(get_args(Role))
