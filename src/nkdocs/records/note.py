"""What a parser has to say about a document."""

from typing import Final, Literal, get_args

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.check import span_or_none
from nkdocs.text.span import Span
from nkdocs.text.tidy import storable, storable_or_none

__all__ = ["BUILTIN_CODES", "Note", "NoteCode"]

NoteCode = Literal[
    "ambiguous-parser",
    "bad-line",
    "bad-record",
    "bad-schema",
    "binary-content",
    "comment-body-gap",
    "comment-without-author",
    "comment-without-body",
    "comment-without-parent",
    "date-conflict",
    "depth-limit",
    "duplicate-article",
    "header-incomplete",
    "joined-lines",
    "lost-address",
    "lost-line",
    "missing-extra",
    "parse-failed",
    "paywall",
    "plugin-failed",
    "replaced-characters",
    "size-limit",
    "too-large",
    "truncated-container",
    "undecodable",
]
BUILTIN_CODES: Final[tuple[str, ...]] = get_args(NoteCode)


@attrs.frozen(slots=True, kw_only=True)
class Note:
    """A doubt or a limit, as data: a kebab-case code, a place and words for people.

    The built-in codes are ``BUILTIN_CODES``; a plugin's own start with its entry-point name.

    >>> Note(code="comment-without-body", span=Span(4, 7)).code
    'comment-without-body'
    """

    code: str = attrs.field(converter=storable)
    span: Span | None = attrs.field(default=None, validator=span_or_none)
    detail: str | None = attrs.field(default=None, converter=storable_or_none)

    def __attrs_post_init__(self) -> None:
        """Refuse a code that is not kebab-case."""
        if not self.code or not self.code.replace("-", "").replace("/", "").isalnum():
            raise UsageError(f"a note's code is kebab-case, not {self.code!r}")
