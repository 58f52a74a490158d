"""Bylines and the sentence at the foot that says who the author is."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.records import Byline, Span

__all__ = ["bio", "byline"]

_NAME: Final = r"[A-Z][\w.'’-]*(?:[ -](?:[A-Z][\w.'’-]*|de|van|von|la|bin)){1,4}"
_ROLE: Final = (
    r"(?:[a-z]+ ){0,3}(?:reporter|correspondent|writer|editor|translator|journalist|columnist|contributor|analyst|researcher|intern|fellow|director|staff)"
)
_BY: Final = re.compile(
    rf"[Bb][Yy]:? (?P<name>{_NAME})(?:,? (?:at|for|of|from) (?P<outlet>[A-Z][\w .&'’-]{{1,60}}?))?(?:, (?P<role>[^|,\n]{{3,60}}))?\.?"
)
_NAME_ROLE: Final = re.compile(rf"(?P<name>{_NAME}), (?P<role>{_ROLE})(?:,| at| of)? ?(?P<affiliation>[A-Z][\w .&'’-]{{1,40}})?")
_KOREAN: Final = re.compile(
    r"(?:[(\[]?(?P<affiliation>[가-힣A-Za-z ]{2,20})\s?[=ㅣ|]\s?)?(?P<name>[가-힣]{2,4}) ?(?P<role>(?:인턴|객원|선임|수습|본지|특별)? ?(?:기자|특파원|논설위원|편집위원))[)\]]?"
)
_KOREAN_STAFF: Final = re.compile(r"(?P<role>본사기자|본사정치보도반|특파기자) (?P<name>[가-힣]{2,4})")
# "N is one of Daily NK's freelance reporters."    "N is a reporter at X."    "N works as an editor for X."
_BIO: Final = re.compile(
    rf"(?P<name>{_NAME}) (?:is|was|works as|serves as) (?:"
    rf"one of (?P<owner>[A-Z][\w .&-]{{1,40}}?)['’]s? (?P<roles>(?:[a-z-]+ ){{0,3}}[a-z]+s)\b"
    rf"|an? (?P<role>(?:[a-z-]+ ){{0,3}}?[a-z-]+)(?: (?:at|for|with|of) (?P<outlet>(?:the )?[A-Z][\w&]*(?: [A-Z][\w&]*)*))?)"
)
_ROLE_WORDS: Final = frozenset(
    {"reporter", "correspondent", "writer", "editor", "translator", "journalist", "columnist", "contributor", "analyst", "researcher", "fellow", "intern"}
)
_BYLINE_MOST: Final = 160
_BIO_MOST: Final = 700
_NOT_NAMES: Final = re.compile(r"\b(?:The|Staff|Agencies|News|Media|Group|Agency|Team|Desk|Times|Post|Press|Ministry|Korea|Center|Centre|Institute|Network)\b")


def byline(layout: Layout, span: Span) -> Byline | None:
    """The slice as one byline, or None; a damaged one (``By | January 19, 2012``) gives none.

    >>> import nkdocs
    >>> found = byline(nkdocs.lay_out("By Han Sol, staff reporter"), nkdocs.Span(0, 26))
    >>> found.name, found.role
    ('Han Sol', 'staff reporter')
    """
    raw = layout.text[span.start : span.end]
    if not 0 < len(raw) <= _BYLINE_MOST:
        return None
    for form in (_KOREAN_STAFF, _KOREAN, _NAME_ROLE):
        found = form.fullmatch(raw)
        if found:
            groups = found.groupdict()
            return Byline(
                name=found["name"], role=found["role"].strip(), affiliation=_stripped(groups.get("affiliation")), raw=raw, span=span
            )
    found = _BY.fullmatch(raw)
    if found is None or _NOT_NAMES.search(found["name"]):
        return None
    role, affiliation = _role_and_affiliation(found["role"])
    return Byline(name=found["name"].rstrip("."), role=role, affiliation=found["outlet"] or affiliation, raw=raw, span=span)


def _role_and_affiliation(words: str | None) -> tuple[str | None, str | None]:
    """``HRNK Research Intern`` is a role at an affiliation; ``staff reporter`` a role alone."""
    if words is None:
        return None, None
    words = words.strip(" .")
    first, _, rest = words.partition(" ")
    if rest and first.isupper() and len(first) > 1:
        return rest, first
    return (words, None) if words.split()[-1].casefold() in _ROLE_WORDS else (None, words)


def _stripped(words: str | None) -> str | None:
    return words.strip() if words else None


def bio(raw: str, span: Span) -> Byline | None:
    """The text as the author's note at the foot of an article, or None.

    >>> found = bio("Han Sol is one of Border Ledger's staff reporters.", Span(0, 50))
    >>> found.name, found.role, found.affiliation
    ('Han Sol', 'staff reporter', 'Border Ledger')
    """
    if len(raw) > _BIO_MOST:
        return None
    found = _BIO.match(raw)
    if found is None:
        return None
    role = found["roles"][:-1] if found["roles"] else found["role"]
    if role.split()[-1] not in _ROLE_WORDS:
        return None
    return Byline(name=found["name"], role=role, affiliation=found["owner"] or found["outlet"], bio=raw, raw=raw, span=span)
