"""From records back to the text: every non-blank character in exactly one label."""

import itertools
import re
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from typing import Final, Protocol

from nkdocs.records.article import Article
from nkdocs.records.comment import Comment
from nkdocs.records.label import Label
from nkdocs.text.span import Span
from nkdocs.text.tidy import is_blank

__all__ = ["partition"]

# Where a piece starts and ends, its role, the rule that gave it.
_Piece = tuple[int, int, str, str]
_BULLET_MARK: Final = re.compile(r"[^\w\s]{1,3}|o|\d{1,3}[.)]")
_PROBE_WORDS: Final = 6
_SINGLE_FIELDS: Final = (
    ("headline", "headline"),
    ("kicker", "kicker"),
    ("standfirst", "standfirst"),
    ("dateline", "dateline"),
    ("published", "date"),
    ("updated", "date"),
)
_TUPLE_FIELDS: Final = (("bylines", "byline"), ("captions", "caption"), ("editions", "edition"))


class _Placed(Protocol):
    @property
    def span(self) -> Span | None: ...


def partition(
    text: str, articles: Sequence[Article], entries: Sequence[_Placed] = (), given: Sequence[Label] = ()
) -> tuple[Label, ...]:
    """Labels that cover every non-blank character of ``text`` exactly once, in order.

    What a parser labelled itself comes first; then the spans of fields that have a role, a shorter one before
    a longer one around it; what is left is ``unknown``. Bullet marks belong to the label of their line.
    """
    wanted = [(0, label.span.start, label.span.end, label.role, label.rule) for label in given]
    for article in articles:
        wanted += [(1, *piece) for piece in _article_pieces(text, article)]
    wanted += [(2, e.span.start, e.span.end, "listing", "entries") for e in entries if e.span is not None]
    pieces = _with_bullets(text, _trimmed(text, _painted(wanted)))
    return tuple(Label(role=role, span=Span(start, end), rule=rule) for start, end, role, rule in _filled(text, pieces))


def _article_pieces(text: str, article: Article) -> Iterator[_Piece]:
    placed: list[tuple[str, str, _Placed | None]] = [
        (role, field, getattr(article, field)) for field, role in _SINGLE_FIELDS
    ]
    placed += [(role, field, part) for field, role in _TUPLE_FIELDS for part in getattr(article, field)]
    placed += [(paragraph.kind, "paragraphs", paragraph) for paragraph in article.paragraphs]
    for role, field, part in placed:
        if part is not None and part.span is not None:
            yield part.span.start, part.span.end, role, field
    for comment in article.comments:
        yield from _comment_pieces(text, comment)


def _comment_pieces(text: str, comment: Comment) -> Iterator[_Piece]:
    """A comment's author and body, told apart by their text; what is neither is ``comment-meta``."""
    if comment.span is None:
        return
    start, end = comment.span.start, comment.span.end
    yield start, end, "comment-meta", "comments"
    author = _found(text, comment.author, start, end)
    if author is not None:
        yield *author, "comment-author", "comments"
    body = _found(text, comment.text, author[1] if author else start, end)
    if body is not None:
        yield *body, "comment-body", "comments"
    if comment.posted is not None and comment.posted.span is not None:
        yield comment.posted.span.start, comment.posted.span.end, "comment-meta", "comments"


def _found(text: str, words: str | None, start: int, end: int) -> tuple[int, int] | None:
    """Where ``words`` stand between ``start`` and ``end``, whatever the white space; long ones by both ends."""
    tokens = (words or "").split()
    if not tokens:
        return None
    at = text.find(tokens[0], start, end)
    while at >= 0:
        stop = _run_end(text, tokens[:_PROBE_WORDS], at, end)
        if stop is not None:
            if len(tokens) <= _PROBE_WORDS:
                return at, stop
            return at, max(stop, text.rfind(tokens[-1], at, end) + len(tokens[-1]))
        at = text.find(tokens[0], at + 1, end)
    return None


def _run_end(text: str, tokens: Sequence[str], at: int, end: int) -> int | None:
    """The end of the tokens that follow one another from ``at``, white space between them or none."""
    for token in tokens:
        while at < end and text[at].isspace():
            at += 1
        if at + len(token) > end or not text.startswith(token, at):
            return None
        at += len(token)
    return at


def _painted(wanted: list[tuple[int, int, int, str, str]]) -> Iterator[_Piece]:
    """Overlapping claims on the text as pieces that do not overlap; the first rank, then the shortest, wins."""
    order = sorted(
        ((rank, end - start, start, end, role, rule) for rank, start, end, role, rule in wanted if end > start),
        key=lambda claim: claim[2],
    )
    edges = sorted({edge for claim in order for edge in claim[2:4]})
    active: list[tuple[int, int, int, int, str, str]] = []
    following = 0
    for left, right in itertools.pairwise(edges):
        while following < len(order) and order[following][2] <= left:
            heappush(active, order[following])
            following += 1
        while active and active[0][3] <= left:
            heappop(active)
        if active:
            yield left, right, active[0][4], active[0][5]


def _trimmed(text: str, pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Pieces without the blanks at their ends; none that is blank altogether."""
    for left, right, role, rule in pieces:
        start, end = left, right
        while start < end and is_blank(text[start]):
            start += 1
        while end > start and is_blank(text[end - 1]):
            end -= 1
        if end > start:
            yield start, end, role, rule


def _with_bullets(text: str, pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Pieces that take in the bullet mark before them on their line."""
    done = 0
    for start, end, role, rule in pieces:
        line = max(text.rfind("\n", done, start), text.rfind("\r", done, start), text.rfind("\u2028", done, start))
        mark_from = max(done, line + 1)
        mark = text[mark_from:start].strip()
        opens = text.index(mark, mark_from) if mark and _BULLET_MARK.fullmatch(mark) else start
        yield opens, end, role, rule
        done = end


def _filled(text: str, pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """The pieces, with what lies between them as ``unknown`` where it is not blank."""
    done = 0
    for piece in pieces:
        yield from _trimmed(text, iter([(done, piece[0], "unknown", "unclaimed")]))
        yield piece
        done = piece[1]
    yield from _trimmed(text, iter([(done, len(text), "unknown", "unclaimed")]))
