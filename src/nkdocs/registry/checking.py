"""What a parser may give back: held to at the door, so that no wrong record goes further."""

from collections.abc import Iterable
from typing import Any, Final

import attrs

from nkdocs.errors import UsageError
from nkdocs.records.article import Article
from nkdocs.records.comment import check_thread
from nkdocs.records.parsed import Draft, Result

__all__ = ["check_article", "valid_result"]

# How many drafts a kind may have: the least and the most.
_DRAFTS: Final = {"article": (1, 1), "articles": (1, None), "thread": (1, 1), "listing": (0, 0), "empty": (0, 0)}


def valid_result(answer: object, length: int, *, anew: bool = False) -> Result:
    """The answer as a ``Result``, if it is one and fits a text of that many characters.

    Args:
        answer: what a parser gave back.
        length: of the text.
        anew: whether to validate each field once more, in case the plugin changed what cannot be changed.

    Raises:
        UsageError: saying what is wrong with it.
    """
    if isinstance(answer, Draft):
        answer = Result(drafts=(answer,))
    if not isinstance(answer, Result):
        raise UsageError(f"expected a Draft or a Result, not {type(answer).__name__}")
    if anew:
        answer = attrs.evolve(answer, drafts=[attrs.evolve(draft) for draft in answer.drafts])
    least, most = _DRAFTS.get(str(answer.kind), (0, -1))
    if len(answer.drafts) < least or (most is not None and len(answer.drafts) > most):
        raise UsageError(f"a Result of kind {answer.kind!r} does not come with {len(answer.drafts)} drafts")
    if answer.entries:
        _check_ends("entries", answer.entries, length)
        _check_ends("entries", [entry.published for entry in answer.entries], length)
    _check_ends("labels", answer.labels, length)
    _check_ends("notes", answer.notes, length)
    for draft in answer.drafts:
        _check_ends("labels", draft.labels, length)
        check_article(draft, length)
        check_thread(draft.comments)
    return answer


def check_article(record: Draft | Article, length: int) -> None:
    """Refuse a record with a span beyond the end of its text.

    Raises:
        UsageError: naming the field.
    """
    for name in ("headline", "kicker", "standfirst", "published", "updated", "dateline"):
        part = getattr(record, name)
        if part is not None:
            _check_ends(name, (part,), length)
    for name in ("bylines", "paragraphs", "captions", "attributions", "dates", "editions", "comments", "notes"):
        parts = getattr(record, name)
        if parts:
            _check_ends(name, parts, length)
    if record.dateline is not None:
        _check_ends("dateline.when", (record.dateline.when,), length)
    if record.attributions:
        _check_ends("attributions.when", [part.when for part in record.attributions], length)
    if record.comments:
        _check_ends("comments.posted", [part.posted for part in record.comments], length)


def _check_ends(name: str, parts: Iterable[Any], length: int) -> None:
    for part in parts:
        if part is not None and part.span is not None and part.span.end > length:
            raise UsageError(f"{name} has a span that ends at {part.span.end}, beyond the text's {length} characters")
