"""The words of a draft beside the text they were read off."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import attrs

from nkdocs.layout.block import Layout, Meta
from nkdocs.records import Byline, Draft, Entry, Result, Span, When

__all__ = ["Passage", "bare", "drawn_from", "footers", "passages", "said_of", "same_words", "spans", "times"]

# raw: the slice itself. whole: the slice up to white space. part: somewhere in the slice. footer: there, or in a block
# labelled ``bio`` or ``contact``.
Kind = Literal["raw", "whole", "part", "footer"]


@attrs.frozen(slots=True)
class Passage:
    """A string of a draft, by field, with the span it was read off."""

    field: str
    words: str
    span: Span | None
    kind: Kind


def passages(result: Result) -> Iterator[Passage]:
    """Every string that must be in the document, of all drafts and entries."""
    for draft in result.drafts:
        yield from _texts(draft)
        yield from _times(draft)
        for byline in draft.bylines:
            yield from _byline(byline)
        yield from _others(draft)
    for entry in result.entries:
        yield from _entry(entry)


def _texts(draft: Draft) -> Iterator[Passage]:
    for field in ("headline", "kicker", "standfirst"):
        part = getattr(draft, field)
        if part is not None:
            yield Passage(field, part.text, part.span, "whole")
    for paragraph in draft.paragraphs:
        yield Passage("paragraphs", paragraph.text, paragraph.span, "whole")


def _times(draft: Draft) -> Iterator[Passage]:
    for field, when in times(draft):
        yield Passage(f"{field}.raw", when.raw, when.span, "raw")


def times(draft: Draft) -> Iterator[tuple[str, When]]:
    """Every time of a draft, by field."""
    for field in ("published", "updated"):
        when = getattr(draft, field)
        if when is not None:
            yield field, when
    if draft.dateline is not None and draft.dateline.when is not None:
        yield "dateline.when", draft.dateline.when
    yield from (("dates", when) for when in draft.dates)
    yield from (("attributions.when", each.when) for each in draft.attributions if each.when is not None)
    yield from (("comments.posted", each.posted) for each in draft.comments if each.posted is not None)


def _byline(byline: Byline) -> Iterator[Passage]:
    yield Passage("bylines.raw", byline.raw, byline.span, "raw")
    kinds: Mapping[str, Kind] = {
        "name": "part", "affiliation": "part", "role": "footer", "contact": "footer", "bio": "footer"
    }  # fmt: skip
    for name, kind in kinds.items():
        yield from _some(f"bylines.{name}", getattr(byline, name), byline.span, kind)


def _some(field: str, words: str | None, span: Span | None, kind: Kind = "part") -> Iterator[Passage]:
    if words is not None:
        yield Passage(field, words, span, kind)


def _others(draft: Draft) -> Iterator[Passage]:
    if draft.dateline is not None:
        yield Passage("dateline.raw", draft.dateline.raw, draft.dateline.span, "raw")
        yield from _some("dateline.place", draft.dateline.place, draft.dateline.span)
        yield from _some("dateline.agency", draft.dateline.agency, draft.dateline.span)
    for field, names in _PARTS.items():
        for part in getattr(draft, field):
            for name in names:
                yield from _some(f"{field}.{name}", getattr(part, name), part.span)


_PARTS: Final = {
    "captions": ("text", "credit"),
    "attributions": ("speaker", "place", "verb"),
    "editions": ("label",),
    "comments": ("author", "text"),
}


def _entry(entry: Entry) -> Iterator[Passage]:
    yield from _some("entries.headline", entry.headline, entry.span)
    yield from _some("entries.teaser", entry.teaser, entry.span)
    if entry.published is not None:
        yield Passage("entries.published.raw", entry.published.raw, entry.published.span, "raw")


def spans(draft: Draft) -> Iterator[tuple[str, Sequence[Span]]]:
    """The spans of each field that has several parts."""
    for field in ("bylines", "paragraphs", "captions", "attributions", "dates", "editions", "comments"):
        yield field, [part.span for part in getattr(draft, field) if part.span is not None]


def footers(layout: Layout, result: Result) -> str:
    """What the parser labelled as ``bio`` or ``contact``, without white space."""
    labels = (*result.labels, *(label for draft in result.drafts for label in draft.labels))
    return bare(" ".join(label.span.of(layout.text) for label in labels if label.role in {"bio", "contact"}))


def bare(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def same_words(words: str, part: str) -> bool:
    r"""Whether a text equals a slice up to white space; where lines meet there may be none.

    >>> same_words("Rice prices", "Rice\n  prices"), same_words("쌀값이", "쌀\n값이"), same_words("Riceis", "Rice is")
    (True, True, False)
    """
    if words.split() == part.split():
        return True
    if bare(words) != bare(part):
        return False
    at = 0
    stripped = words.strip()
    for line in part.split("\n"):
        for number, token in enumerate(line.split()):
            blank = len(stripped) - at - len(stripped[at:].lstrip())
            if number and not blank:
                return False
            at += blank + _run(stripped, at + blank, len(token))
    return True


def _run(words: str, at: int, length: int) -> int:
    """How far ``length`` characters that are not blank reach from ``at``."""
    end = at
    while length and end < len(words):
        length -= not words[end].isspace()
        end += 1
    return end - at


def drawn_from(words: str, part: str) -> bool:
    """Whether the characters of ``words`` come in order in ``part``: some may have been dropped, none was added."""
    left = iter(part)
    return all(character in left for character in words)


def said_of(layout: Layout) -> str:
    """All that metadata and url say, without white space."""
    words: list[str] = [layout.document.url or ""]
    waiting: list[Any] = [layout.meta]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            words.append(value)
        elif isinstance(value, Meta):
            waiting += [getattr(value, field.name) for field in attrs.fields(Meta)]
        elif isinstance(value, Mapping):
            waiting += value.values()
        elif isinstance(value, Sequence):
            waiting += value
        elif value is not None:
            words.append(str(value))
    return bare("\n".join(words))
