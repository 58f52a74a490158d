"""Who wrote it."""

from collections.abc import Iterable

import attrs

from nkdocs.records.check import hold_text, wrong_span
from nkdocs.text.span import Span

__all__ = ["Byline", "signatures"]


@attrs.frozen(slots=True, kw_only=True)
class Byline:
    """One author as the page names them.

    ``name`` is None where only a group or a role is given. ``role`` is singular and as written
    (``freelance reporter``); ``contact`` is None where the address was lost; ``raw`` is the slice of ``span``.

    >>> Byline(name="Han Sol", raw="By Han Sol", span=Span(0, 10)).role is None
    True
    """

    name: str | None
    role: str | None = None
    affiliation: str | None = None
    contact: str | None = None
    bio: str | None = None
    raw: str
    span: Span | None

    @property
    def signature(self) -> str:
        """Who signs, in short: the name; without one the group, else what the page says."""
        return self.name or self.affiliation or self.raw

    def __attrs_post_init__(self) -> None:
        """Refuse what is no text or no span."""
        if self.raw.__class__ is not str or not self.raw.isascii() or "\0" in self.raw:
            hold_text(self, "raw")
        if self.name is not None:
            hold_text(self, "name")
        if self.role is not None:
            hold_text(self, "role")
        if self.affiliation is not None:
            hold_text(self, "affiliation")
        if self.contact is not None:
            hold_text(self, "contact")
        if self.bio is not None:
            hold_text(self, "bio")
        if self.span is not None and self.span.__class__ is not Span:
            raise wrong_span(self.span)


def signatures(bylines: Iterable[Byline]) -> list[str]:
    """Who signs, of the bylines that say anything.

    >>> signatures([Byline(name=None, affiliation="Daily NK", raw="Daily NK", span=None)])
    ['Daily NK']
    """
    return [signed for byline in bylines if (signed := byline.signature).strip()]
