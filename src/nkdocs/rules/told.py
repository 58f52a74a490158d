"""What a feed says of an entry, for the fields of which the entry itself says nothing."""

import re
from typing import Any, Final

import attrs

from nkdocs.layout.block import Layout
from nkdocs.records import Draft, Text, When
from nkdocs.rules.pages.authors import told_bylines
from nkdocs.rules.pages.described import tidy_meta
from nkdocs.text.dates import read_when

__all__ = ["told_draft"]

# desk@ledger.example (Han Sol)
_ADDRESSED: Final = re.compile(r"\S+@\S+\s+\((?P<name>[^()]+)\)")
_WHOLE: Final = frozenset({"instant", "minute", "day"})


def told_draft(draft: Draft, layout: Layout) -> Draft:
    """The draft with headline, authors and times from ``layout.meta.hints`` where it has none; they have no span.

    >>> import nkdocs
    >>> entry = nkdocs.Document("Rice was cheaper in Hyesan.", hints={"title": "Rice", "published": "2014-06-02"})
    >>> draft = told_draft(nkdocs.Draft(), nkdocs.lay_out(entry))
    >>> str(draft.headline), draft.published.edtf, draft.published.basis
    ('Rice', '2014-06-02', 'metadata')
    """
    hints = layout.meta.hints
    if not hints:
        return draft
    told: dict[str, Any] = {}
    title = tidy_meta(hints.get("title"))
    if draft.headline is None and title:
        told["headline"] = Text(text=title, span=None)
    if not draft.bylines and "author" in hints:
        told["bylines"] = told_bylines(_name(tidy_meta(hints["author"])), layout)
    if draft.published is None:
        told["published"] = _time(hints.get("published"))
    if draft.updated is None:
        told["updated"] = _time(hints.get("updated"))
    return attrs.evolve(draft, **told)


def _name(author: str) -> str:
    addressed = _ADDRESSED.fullmatch(author)
    return addressed["name"] if addressed else author


def _time(value: str | None) -> When | None:
    """The time a feed states; None for one that is no whole day."""
    found = read_when(tidy_meta(value), None, basis="metadata")
    return found if found is not None and found.earliest is not None and found.precision in _WHOLE else None
