"""What a parser has to say about a document."""

from typing import Final, Literal, get_args

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.check import hold_text, wrong_span
from nkdocs.text.span import Span

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
    "duplicate-of",
    "empty-page",
    "header-incomplete",
    "joined-lines",
    "listing-page",
    "lost-address",
    "lost-line",
    "memory-limit",
    "missing-extra",
    "near-duplicate-of",
    "parse-failed",
    "paywall",
    "plugin-failed",
    "process-ended",
    "replaced-characters",
    "size-limit",
    "speaker-refers-back",
    "time-limit",
    "too-large",
    "truncated-container",
    "undecodable",
]
BUILTIN_CODES: Final[tuple[str, ...]] = get_args(NoteCode)
_KNOWN: Final = frozenset(BUILTIN_CODES)


@attrs.frozen(slots=True, kw_only=True)
class Note:
    """A doubt or a limit, as data: a kebab-case code, a place and words for people.

    The built-in codes are ``BUILTIN_CODES``; a plugin's own start with its entry-point name.

    >>> Note(code="comment-without-body", span=Span(4, 7)).code
    'comment-without-body'
    """

    code: str
    span: Span | None = None
    detail: str | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a code that is not kebab-case, and what is no text or no span."""
        if self.code.__class__ is not str or not self.code.isascii() or "\0" in self.code:
            hold_text(self, "code")
        if self.detail is not None:
            hold_text(self, "detail")
        if self.span is not None and self.span.__class__ is not Span:
            raise wrong_span(self.span)
        if self.code not in _KNOWN and not self.code.replace("-", "").replace("/", "").isalnum():
            raise UsageError(f"a note's code is kebab-case, not {self.code!r}")
