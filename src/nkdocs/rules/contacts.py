"""Lines that ask readers to write in, their addresses often lost on the way."""

import re
from typing import Final, NamedTuple

from nkdocs.records import Span

__all__ = ["CONTACT_MOST", "Contact", "contact", "contact_in"]

_ADDRESS: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_HIDDEN: Final = ("[email protected]", "[email\xa0protected]")
_TOPIC: Final = (
    r"(?:[Qq]uestions|[Cc]omments|[Ii]nquiries|[Ee]nquiries|[Ff]eedback|[Tt]ips|[Ss]uggestions|[Cc]orrections)"
)
_TOPICS: Final = rf"{_TOPIC}(?:(?:,| and| or|, and|, or) {_TOPIC}){{0,3}}"
_WHO: Final = r"(?:us|me|the (?:author|authors|reporter|editor|editors|desk|news ?desk|newsroom))"
_ASKS: Final = re.compile(
    rf"(?:Please (?:direct|send|address|forward|submit|e-?mail) (?:any |your |all )?{_TOPICS}"
    rf"|Please (?:contact|e-?mail|write to|reach) {_WHO}"
    rf"|(?:Any |All )?{_TOPICS}(?: (?:about|on|regarding|for|concerning)[^.]{{0,60}})?"
    r" (?:can|may|should) be (?:directed|sent|addressed|e-?mailed)"
    rf"|(?:Contact|Reach|E-?mail|Write to) {_WHO})\b"
)
# Where a sentence names the report itself, it speaks to the reader even without an address.
_THIS_REPORT: Final = re.compile(
    r"\b(?:about|on|regarding) (?:this|his|her|their|these) (?:article|story|report|stories)"
)
# A stripped address leaves the sentence open.
_OPEN_END: Final = re.compile(r"(?:\b(?:to|at|via|on|email|e-mail)|[(<:])\s*[.)>]?\Z")
CONTACT_MOST: Final = 300
_LOCAL_MOST: Final = 64
_END_MOST: Final = 16
_ALONE_MOST: Final = 120
_AROUND: Final = " ()<>[].:"
_OPENERS: Final = frozenset("PACQIEFTSRWM")


class Contact(NamedTuple):
    """A contact line: the address, or None with ``lost`` where the page no longer holds it."""

    span: Span
    address: str | None
    lost: bool


def contact(raw: str, span: Span) -> Contact | None:
    """The text as a contact line, or None if it is neither a request to write nor an address alone.

    >>> contact("Please direct any questions about this article to", Span(0, 49)).lost
    True
    >>> contact("Contact us at once, the officer had told him.", Span(0, 45)) is None
    True
    """
    if len(raw) > CONTACT_MOST or not raw:
        return None
    if raw[0] in _OPENERS and _ASKS.match(raw):
        found = contact_in(raw, span)
        return found if found.address or found.lost or _THIS_REPORT.search(raw) else None
    if len(raw) <= _ALONE_MOST and ("@" in raw or raw.endswith("protected]")) and _is_address(raw):
        return contact_in(raw, span)
    return None


def contact_in(raw: str, span: Span) -> Contact:
    """The address that ``raw`` gives, or that it lost."""
    found = _ADDRESS.search(raw, max(0, raw.index("@") - _LOCAL_MOST)) if "@" in raw else None
    hidden = _HIDDEN[0] in raw or _HIDDEN[1] in raw
    lost = found is None and (hidden or _OPEN_END.search(raw, max(0, len(raw) - _END_MOST)) is not None)
    return Contact(span=span, address=found[0] if found else None, lost=lost)


def _is_address(raw: str) -> bool:
    return raw in _HIDDEN or _ADDRESS.fullmatch(raw.strip(_AROUND)) is not None
