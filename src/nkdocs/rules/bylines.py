"""Bylines and the sentence at the foot that says who the author is."""

import re
from collections.abc import Collection
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.records import Byline, Span

__all__ = ["bio", "byline", "damaged_byline", "dated_byline", "person"]

_NAME: Final = r"[A-Z][\w.'’-]*(?:[ -](?:[A-Z][\w.'’-]*|de|van|von|la|bin)){1,4}"
_ROLE_WORDS: Final = (
    "reporter", "correspondent", "writer", "editor", "translator", "journalist", "columnist",
    "contributor", "analyst", "researcher", "fellow", "intern",
)  # fmt: skip
_ROLE: Final = rf"(?:[a-z]+ ){{0,3}}(?:{'|'.join(_ROLE_WORDS)})"
_KOREAN_ROLE: Final = r"(?:인턴|객원|선임|수습|본지|특별)? ?(?:기자|특파원|논설위원|편집위원)"
# By Han Sol      By Han Sol at Border Ledger      By Han Sol, staff reporter
_BY: Final = re.compile(
    rf"[Bb][Yy]:? (?P<name>{_NAME})"
    r"(?:,? (?:at|for|of|from) (?P<outlet>[A-Z][\w .&'’-]{1,60}?))?"
    r"(?:, (?P<role>[^|,\n]{3,60}))?\.?"
)
# Han Sol, staff reporter at Border Ledger
_NAME_ROLE: Final = re.compile(
    rf"(?P<name>{_NAME}), (?P<role>{_ROLE})(?:,| at| of)? ?(?P<affiliation>[A-Z][\w .&'’-]{{1,40}})?"
)
# 한솔 기자      [변경일보=한솔 기자]
_KOREAN: Final = re.compile(
    r"(?:[(\[]?(?P<affiliation>[가-힣A-Za-z ]{2,20})\s?[=ㅣ|]\s?)?"
    rf"(?P<name>[가-힣]{{2,4}}) ?(?P<role>{_KOREAN_ROLE})[)\]]?"
)
_KOREAN_STAFF: Final = re.compile(r"(?P<role>본사기자|본사정치보도반|특파기자) (?P<name>[가-힣]{2,4})")
# Han Sol is one of Border Ledger's staff reporters.
_ONE_OF: Final = re.compile(
    rf"(?P<name>{_NAME}) (?:is|was) one of (?P<owner>[A-Z][\w .&-]{{1,40}}?)['’]s? "
    r"(?P<roles>(?:[a-z-]+ ){0,3}[a-z]+s)\b"
)
# Han Sol is a staff reporter at Border Ledger.
_IS_A: Final = re.compile(
    rf"(?P<name>{_NAME}) (?:is|was|works as|serves as) an? (?P<role>(?:[a-z-]+ ){{0,3}}?[a-z-]+)"
    r"(?: (?:at|for|with|of) (?P<outlet>(?:the )?[A-Z][\w&]*(?: [A-Z][\w&]*)*))?"
)
_DATED: Final = re.compile(r"(?:[Bb][Yy]\b:?)?\s*(?P<name>[^|]*?)\s*\|\s*(?P<date>[^|]*\d[^|]*)")
_PERSON: Final = re.compile(_NAME)
_DAMAGED: Final = re.compile(r"[,\s]*[Bb]y(?:[,\s|]|\band\b)*")
_BYLINE_MOST: Final = 160
_BIO_MOST: Final = 700
_OPENING: Final = 90
_NOT_NAMES: Final = re.compile(
    r"\b(?:The|Staff|Agencies|News|Media|Group|Agency|Team|Desk|Times|Post|Press|Ministry|Korea|Center|Centre|Institute|Network)\b"
)


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
                name=found["name"],
                role=found["role"].strip(),
                affiliation=_stripped(groups.get("affiliation")),
                raw=raw,
                span=span,
            )
    found = _BY.fullmatch(raw)
    if found is None or _NOT_NAMES.search(found["name"]):
        return None
    role, affiliation = _role_and_affiliation(found["role"])
    return Byline(
        name=found["name"].rstrip("."), role=role, affiliation=found["outlet"] or affiliation, raw=raw, span=span
    )


def dated_byline(raw: str) -> re.Match[str] | None:
    """A line ``Han Sol | 2 June 2014``: its ``name`` (which may be lost) and ``date`` as groups, neither read yet.

    >>> dated_byline("By | January 19, 2012")["name"], dated_byline("Han Sol  |  2011-08-20 16:34")["name"]
    ('', 'Han Sol')
    """
    return _DATED.fullmatch(raw) if len(raw) <= _BYLINE_MOST and "|" in raw else None


def person(name: str) -> bool:
    """Whether a name is written like a person's, and not like a newsroom's.

    >>> person("Han Sol"), person("Unification Media Group")
    (True, False)
    """
    return _PERSON.fullmatch(name) is not None and _NOT_NAMES.search(name) is None


def damaged_byline(raw: str) -> bool:
    """Whether a line is what is left of a byline whose names were dropped: ``, by , , and``.

    >>> damaged_byline(", by , , and"), damaged_byline("by train")
    (True, False)
    """
    return len(raw) <= _BYLINE_MOST and _DAMAGED.fullmatch(raw) is not None


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


def bio(raw: str, span: Span, authors: Collection[str] = ()) -> Byline | None:
    """The text as the note on its author at the foot of an article, or None.

    "N is one of X's reporters" is one by itself; "N is a reporter at X" only where N is one of ``authors``, since
    a report may say so of anyone.

    >>> found = bio("Han Sol is one of Border Ledger's staff reporters.", Span(0, 50))
    >>> found.name, found.role, found.affiliation
    ('Han Sol', 'staff reporter', 'Border Ledger')
    """
    if len(raw) > _BIO_MOST or not raw[:1].isupper():
        return None
    found = _ONE_OF.match(raw) if " one of " in raw[:_OPENING] else None
    if found:
        name, role, affiliation = found["name"], found["roles"][:-1], found["owner"]
    else:
        found = _IS_A.match(raw) if authors else None
        if found is None or found["name"] not in authors:
            return None
        name, role, affiliation = found["name"], found["role"], found["outlet"]
    if role.split()[-1] not in _ROLE_WORDS:
        return None
    return Byline(name=name, role=role, affiliation=affiliation, bio=raw, raw=raw, span=span)
