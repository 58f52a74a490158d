"""Lines that ask readers to write in, their addresses often lost on the way."""

import re
from typing import Final

import attrs

from nkdocs.records import Span

__all__ = ["Contact", "contact", "contact_in"]

_ADDRESS: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_HIDDEN: Final = ("[email protected]", "[email\xa0protected]")
_TOPICS: Final = r"[Qq]uestions|[Cc]omments|[Ii]nquiries|[Ff]eedback|[Tt]ips"
_ASKS: Final = re.compile(
    r"(?:Please (?:direct|send|address|contact|e-?mail|forward)"
    rf"|(?:Any )?(?:{_TOPICS})(?:(?:,| and| or) (?:{_TOPICS}|suggestions))?(?: (?:about|on|regarding)[^.]{{0,60}})?"
    r" (?:can|may|should) be (?:directed|sent|addressed)"
    r"|(?:Contact|Reach|E-?mail|Write to) (?:us|the (?:author|reporter|editor|desk|newsroom)))\b"
)
# A stripped address leaves the sentence open.
_OPEN_END: Final = re.compile(r"(?:\b(?:to|at|via|on|email|e-mail)|[(<:])\s*[.)>]?$")
_MOST: Final = 300
_LOCAL_MOST: Final = 64
_END_MOST: Final = 16


@attrs.frozen(slots=True, kw_only=True)
class Contact:
    """A contact line: the address, or None with ``lost`` where the page no longer holds it."""

    span: Span
    address: str | None
    lost: bool


def contact(raw: str, span: Span) -> Contact | None:
    """The text as a contact line, or None if it does not open as one.

    >>> contact("Please direct any questions about this article to", Span(0, 49)).lost
    True
    """
    if len(raw) > _MOST or not _ASKS.match(raw):
        return None
    return contact_in(raw, span)


def contact_in(raw: str, span: Span) -> Contact:
    """The address that ``raw`` gives, or that it lost."""
    found = _ADDRESS.search(raw, max(0, raw.index("@") - _LOCAL_MOST)) if "@" in raw else None
    hidden = any(mark in raw for mark in _HIDDEN)
    lost = found is None and (hidden or _OPEN_END.search(raw, max(0, len(raw) - _END_MOST)) is not None)
    return Contact(span=span, address=found[0] if found else None, lost=lost)
