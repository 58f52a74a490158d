"""One comment of a flat thread."""

from collections.abc import Sequence
from typing import Final

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.check import hold_text, several, wrong_span
from nkdocs.text.dates.when import When
from nkdocs.text.span import Span

__all__ = ["LOSSES", "Comment", "check_thread"]

LOSSES: Final = frozenset({"author", "body", "parent"})


@attrs.frozen(slots=True, kw_only=True)
class Comment:
    """A comment; ``parent`` is the ``id`` of the one it answers, so a thread is a flat tuple.

    ``missing`` names what the page lost: any of ``author``, ``body``, ``parent``.

    >>> Comment(id=1, author="Ann", missing=["body"], span=Span(0, 3)).missing
    ('body',)

    Raises:
        UsageError: for an unknown loss, a negative depth, or an ``id`` that is no integer.
    """

    id: int
    parent: int | None = None
    depth: int = 0
    author: str | None = None
    text: str | None = None
    posted: When | None = None
    missing: tuple[str, ...] = attrs.field(default=(), converter=several)
    span: Span | None

    def __attrs_post_init__(self) -> None:
        """Refuse what no thread can hold."""
        author, text = self.author, self.text
        if author is not None and (author.__class__ is not str or not author.isascii() or "\0" in author):
            hold_text(self, "author")
        if text is not None and (text.__class__ is not str or not text.isascii() or "\0" in text):
            hold_text(self, "text")
        if self.span is not None and self.span.__class__ is not Span:
            raise wrong_span(self.span)
        if self.posted is not None and not isinstance(self.posted, When):
            raise UsageError(f"posted is a When or None, not {self.posted!r}")
        if self.id.__class__ is not int or self.depth.__class__ is not int or self.depth < 0:
            raise UsageError(f"a comment's id and depth are integers, depth >= 0: {self.id!r}, {self.depth!r}")
        if self.missing and not LOSSES.issuperset(self.missing):
            raise UsageError(f"missing names any of {', '.join(sorted(LOSSES))}, not {self.missing!r}")


def check_thread(comments: Sequence[Comment]) -> None:
    """Refuse a thread whose ids repeat, whose parents come later, or whose depths do not add up.

    Raises:
        UsageError: naming the comment.
    """
    depths: dict[int, int] = {}
    for comment in comments:
        if comment.id in depths:
            raise UsageError(f"comment {comment.id} appears twice")
        if comment.parent is not None:
            above = depths.get(comment.parent)
            if above is None:
                raise UsageError(f"comment {comment.id} answers {comment.parent}, which is not before it")
            if comment.depth != above + 1:
                raise UsageError(f"comment {comment.id} has depth {comment.depth}, its parent {above}")
        depths[comment.id] = comment.depth
