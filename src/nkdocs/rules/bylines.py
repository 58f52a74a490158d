"""Bylines and the sentence at the foot that says who the author is."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.records import Byline, Span
from nkdocs.rules.byline_forms import signed_forms
from nkdocs.rules.byline_names import NAME, person
from nkdocs.rules.byline_tails import dated_byline, without_tail
from nkdocs.rules.contacts import contact, contact_in

__all__ = [
    "bio",
    "byline",
    "bylines",
    "closing_byline",
    "damaged_byline",
    "dated_byline",
    "dateline_bylines",
    "person",
]

_ROLE_WORDS: Final = (
    "reporter", "correspondent", "writer", "editor", "translator", "journalist", "columnist",
    "contributor", "analyst", "researcher", "fellow", "intern", "editor-in-chief",
)  # fmt: skip
_ROLE: Final = rf"(?:[A-Za-z]+[ -]){{0,3}}(?i:{'|'.join(_ROLE_WORDS)})(?:[ -][Ii]n[ -][Cc]hief)?"
_KOREAN_ROLE: Final = r"(?:인턴|객원|선임|수습|본지|특별|시민|전문)? ?(?:기자|특파원|논설위원|편집위원)"
# By Han Sol      by Han Sol at Border Ledger      By Han Sol, staff reporter      By Han Sol for Border Ledger
_BY: Final = re.compile(
    rf"(?:(?:[Ww]ritten|[Ss]tory|[Tt]ext|[Ww]ords|[Aa]nalysis) )?[Bb][Yy]:? (?P<name>{NAME})(?: in [A-Z][a-z]+)?"
    r"(?:,? (?:at|for|of|from) (?P<outlet>[A-Z][\w .&'’-]{1,60}?))?"
    r"(?:, (?P<role>[^|,\n]{3,60}))?\.?"
)
# Edit by HAN Sol, defector reporter, Border Ledger
_EDITED: Final = re.compile(
    rf"(?:[Ee]dit|[Rr]eport(?:ed|ing)?) by (?P<name>{NAME})(?:, (?P<role>{_ROLE}))?"
    r"(?:, (?P<affiliation>[A-Z][\w .&'’-]{1,40}?))?\.?"
)
# Han Sol, staff reporter at Border Ledger
_NAME_ROLE: Final = re.compile(
    rf"(?P<name>{NAME}), (?P<role>{_ROLE})(?:(?:,| at| of| for)? (?P<affiliation>[A-Z][\w .&'’-]{{1,40}}))?"
)
# 한솔 기자      [변경일보=한솔 기자]
_KOREAN: Final = re.compile(
    r"(?:[(\[]?(?P<affiliation>[가-힣A-Za-z ]{2,20})\s?[=ㅣ|]\s?)?"
    rf"(?P<name>[가-힣]{{2,4}}) ?(?P<role>{_KOREAN_ROLE})[)\]]?"
)
# Special to the Ledger: for whom it was written.
_SPECIAL: Final = re.compile(r"[Ss]pecial (?:to|for) (?:[Tt]he )?(?=[A-Z])")
_KOREAN_STAFF: Final = re.compile(
    r"(?P<role>본사기자|본사정치보도반|특파기자) (?P<name>[가-힣]{2,4}(?: [가-힣]{1,2})?)"
)
# 서울에서 한솔 기자가 보도합니다.
_ANCHORED: Final = re.compile(
    rf"(?:[가-힣]{{2,6}}에서 )?(?P<name>[가-힣]{{2,4}}) (?P<role>{_KOREAN_ROLE})가 "
    r"(?:[가-힣]{1,6} )?(?:보도|전해|전합|취재|정리|소개)(?: ?[가-힣]{1,6})?니다\.?"
)
# Words before 기자 that are no names, and places before = that are no newsrooms.
_NOT_HANGUL_NAMES: Final = frozenset(
    {
        "북한", "남한", "한국", "조선", "외국", "외신", "현지", "여성", "남성", "전직", "현직",
        "젊은", "취재", "담당", "방송", "신문", "사진", "시민", "인턴", "객원", "선임", "수습",
        "본지", "특별", "일본", "미국", "중국", "평양", "서울", "그는", "나는", "우리", "모든",
        "다른", "여러", "많은", "일부", "한편", "탈북", "해외", "국내", "동료", "전문", "당시",
        "어떤", "익명",
    }
)  # fmt: skip
_HANGUL_PLACES: Final = frozenset(
    {
        "서울", "평양", "도쿄", "베이징", "워싱턴", "선양", "단둥", "부산", "대구", "인천", "광주",
        "대전", "제주", "뉴욕", "모스크바", "런던", "파리", "연길", "옌지", "상하이", "홍콩", "하노이",
        "방콕",
    }
)  # fmt: skip
# Han Sol is one of Border Ledger's staff reporters.
_ONE_OF: Final = re.compile(
    rf"(?P<name>{NAME}) (?:is|was) one of (?P<owner>[A-Z\d][\w .&-]{{1,40}}?)['’]s? "
    r"(?P<roles>(?:[a-z-]+ ){0,3}[a-z]+s)\.?(?=\s|\Z)"
)
# Han Sol is a staff reporter at Border Ledger.
_IS_A: Final = re.compile(
    rf"(?P<name>{NAME}) (?:is|was|works as|serves as) an? "
    rf"(?P<role>(?:[a-z-]+ ){{0,3}}?(?:{'|'.join(_ROLE_WORDS)}))(?![\w'’-])"
    r"(?: (?:at|for|with|of) (?P<outlet>(?:the )?[A-Z\d][\w&]*(?: [A-Z][\w&]*)*))?"
)
# A newsroom's name has one of these words; a town or a ruler has writers too.
_NEWSROOM: Final = re.compile(
    r"\b(?:Daily|News|NK|Times|Post|Press|Ledger|Watch|Herald|Media|Radio|Focus|North|Insider|Magazine|Journal|Weekly|"
    r"Tribune|Gazette|Observer|Review|Chronicle|Courier|Dispatch|Mail|Telegraph|Monitor|Report|Bulletin|Agency|Network|"
    r"ASIAPRESS|Rimjin-gang|RFA|VOA|HRNK|KCNA|Yonhap|Reuters)\b"
)
# Executive Director      Director of Programs
_OFFICE: Final = re.compile(
    r"(?:[A-Z][\w-]+ ){0,3}(?:Director|President|Chairman|Chairwoman|Chair|Officer|Associate|Assistant|Manager"
    r"|Coordinator|Specialist|Consultant|Scholar|Counsel|Advis[eo]r|Secretary)"
    r"(?: (?:of|for) (?:the )?[A-Z][\w-]+(?: (?:and |of )?[A-Z][\w-]+){0,3})?"
)
_OWNED_ROLE: Final = re.compile(r"(?P<owner>[A-Z\d][\w&.-]*(?: [A-Z\d][\w&.-]*)*) (?P<role>[a-z][a-z -]*)")
_PLACE_OWNER: Final = re.compile(r"(?:North|South) (?:Korea|[A-Z][a-z]+ Province)|the North")
_DAMAGED: Final = re.compile(r"[,\s]*(?:[Ww]ritten )?[Bb]y(?:[,\s|]|\band\b)*|본사기자\s*\|?|(?:글|기자)\s*\|")
_BYLINE_MOST: Final = 160
_BIO_MOST: Final = 700
_OPENING: Final = 90
_CLOSING: Final = 60
_AUTHORS_MOST: Final = 6
_SEVERAL: Final = 2
# Who signs as a body; without a name of its own (Staff, Newsdesk) nobody signs.
_GROUP: Final = re.compile(
    r"(?:[A-Z][\w&.'’-]*|\d{2}|of|for|the|and|in)(?: (?:[A-Z][\w&.'’-]*|of|for|the|and|in)){0,6} "
    r"(?:Media Group|Group|Agency|News Agency|Institute|Center|Centre|Network|Times|Post|Herald|Watch|Press|NK"
    r"|Committee)"
    r"|Daily ?NK|Yonhap(?: News)?|Reuters|KCNA|ASIAPRESS|AFP|AP|Xinhua|Kyodo(?: News)?|38 North"
)
_NO_GROUP: Final = re.compile(r"(?:The|Our|Staff|News|Media|A) ")
_ADDRESSED: Final = re.compile(
    r"(?P<who>[^@|]{3,100}?)\s*[(<|/,]?\s*(?P<address>[\w.+-]{1,64}@[\w.-]{3,100}|\[email[ \xa0]protected\])\s*[)>]?"
)
_JOINT: Final = re.compile(r",? and |, | ?\| ?| & ")
_ANALYSIS: Final = re.compile(r"A [\w ]{2,30} exclusive,? with analysis by (?P<names>[^.|]+)\.?")
_TURN: Final = re.compile(r"(?:,| and|[.;]) (?=(?:[Tt]ranslated|[Ee]dited) by )")
_LEAD_IN: Final = re.compile(r"(?:(?:[Ww]ritten|[Ss]tory|[Tt]ext|[Ww]ords|[Aa]nalysis) )?[Bb][Yy]:? ")
# "By Border Ledger Staff" is signed by Border Ledger.
_STAFF: Final = re.compile(r" [Ss]taff(?: [Rr]eporters?| [Ww]riters?)?\Z")
# Of which line the words behind the name are looked at.
_SIGNS: Final = re.compile(r"[Bb][Yy]\b|.{0,40}(?:기자|특파원|위원|[記记]者|特派員|作者)")
_REPORTERS: Final = re.compile(
    rf"[)\]】]\s*(?P<names>[가-힣]{{2,4}}(?:[ ·,]{{1,2}}[가-힣]{{2,4}}){{0,3}}) ?(?P<role>{_KOREAN_ROLE})\s*="
)
_Fields = tuple[str | None, str | None, str | None]
_HANGUL_NAME: Final = re.compile(r"[가-힣]{2,4}")
# 변경뉴스 한솔 기자입니다.
_SIGN_OFF: Final = re.compile(
    r"(?:(?P<affiliation>[가-힣A-Za-z]{0,10}(?:뉴스|방송|신문|일보|타임스|통신|NK|TV|RFA|VOA|KBS)) )?"
    rf"(?P<name>[가-힣]{{2,4}}) (?P<role>{_KOREAN_ROLE})(?:입니다|이었습니다|였습니다)\.?"
)


def byline(layout: Layout, span: Span) -> Byline | None:
    """The slice as one byline, or None; a damaged one (``By | January 19, 2012``) gives none.

    >>> import nkdocs
    >>> found = byline(nkdocs.lay_out("By Han Sol, staff reporter"), nkdocs.Span(0, 26))
    >>> found.name, found.role
    ('Han Sol', 'staff reporter')
    """
    if not 0 < span.end - span.start <= _BYLINE_MOST:
        return None
    raw = layout.text[span.start : span.end]
    addressed = _ADDRESSED.fullmatch(raw) if "@" in raw or "protected]" in raw else None
    who = addressed["who"].rstrip(" |/,") if addressed else raw
    who = without_tail(who) if _SIGNS.match(who) else who
    fields = _author(who) or _signed(who) or _labelled(who)
    if fields is None:
        return None
    name, role, affiliation = fields
    contact_of = contact_in(raw, span).address if addressed else None
    return Byline(name=name, role=role, affiliation=affiliation, contact=contact_of, raw=raw, span=span)


def bylines(layout: Layout, span: Span) -> tuple[Byline, ...]:
    """The slice as the authors of a report, several on one line or one, or none where the line is no byline.

    The spans do not overlap; words between two names belong to neither.

    >>> import nkdocs
    >>> [found.name for found in bylines(nkdocs.lay_out("By Han Sol and Kim Mirae"), nkdocs.Span(0, 24))]
    ['Han Sol', 'Kim Mirae']
    """
    if not 0 < span.end - span.start <= _BYLINE_MOST:
        return ()
    raw = layout.text[span.start : span.end]
    in_turn = _in_turn(layout, raw, span)
    found = None if in_turn else byline(layout, span)
    if found is not None:
        return (found,)
    return in_turn or _several(raw, span) or _by_names(raw, span)


def _by_names(raw: str, span: Span) -> tuple[Byline, ...]:
    """The authors of a line of nothing but names, with the newsroom that may stand behind them."""
    analysis = _ANALYSIS.fullmatch(raw)
    lead = _LEAD_IN.match(raw)
    first = analysis.start("names") if analysis else lead.end() if lead else 0
    whole = without_tail(raw) if lead else raw
    places = tuple(_parts(raw, first, len(whole.rstrip(" ."))))
    house = places[-1] if lead is not None and _house(raw, places) else None
    places = places[:-1] if house else places
    if not 1 + (analysis is None) <= len(places) <= _AUTHORS_MOST or not all(person(raw[a:b]) for a, b in places):
        return ()
    authors = [Byline(name=raw[a:b], raw=raw[a:b], span=Span(span.start + a, span.start + b)) for a, b in places]
    if house:
        # Whose newsroom it is the line says of the last alone: only its slice goes on to that.
        a, b = places[-1][0], house[1]
        here = Span(span.start + a, span.start + b)
        authors[-1] = Byline(name=authors[-1].name, affiliation=raw[slice(*house)], raw=raw[a:b], span=here)
    return tuple(authors)


def _house(raw: str, places: Sequence[tuple[int, int]]) -> bool:
    """Whether the last of several names is a newsroom's behind its authors: By Han Sol and Kim Mirae, Border Ledger."""
    last = raw[slice(*places[-1])]
    if len(places) <= _SEVERAL or " and " not in raw or person(last):
        return False
    return bool(_GROUP.fullmatch(last) and _NEWSROOM.search(last) and not _NO_GROUP.match(last))


def _several(raw: str, span: Span) -> tuple[Byline, ...]:
    """The authors of a line whose form the label or office tells, each with its own slice."""
    return tuple(
        Byline(
            name=raw[slice(*found.name)],
            role=found.role,
            raw=raw[slice(*found.raw)],
            span=Span(span.start + found.raw[0], span.start + found.raw[1]),
        )
        for found in signed_forms(raw)
    )


def _in_turn(layout: Layout, raw: str, span: Span) -> tuple[Byline, ...]:
    """The author and then the translator or editor: "By Han Sol, translated by Anna Katz"."""
    turn = _TURN.search(raw)
    if turn is None:
        return ()
    first = byline(layout, Span(span.start, span.start + turn.start()))
    second = byline(layout, Span(span.start + turn.end(), span.end))
    return (first, second) if first is not None and second is not None else ()


def _labelled(raw: str) -> _Fields | None:
    """The same of a line that one label or office opens or closes."""
    found = signed_forms(raw)
    if len(found) != 1:
        return None
    name = raw[slice(*found[0].name)]
    name = name.removesuffix(".")
    return (name, found[0].role, found[0].affiliation) if not name.isascii() or person(name) else None


def dateline_bylines(layout: Layout, span: Span) -> tuple[Byline, ...]:
    """The reporters whom a Korean dateline names before its sign of equality.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("(서울=연합뉴스) 한솔 김미래 기자 = 쌀값이 내렸다.")
    >>> [(found.name, found.role) for found in dateline_bylines(layout, nkdocs.Span(0, 21))]
    [('한솔', '기자'), ('김미래', '기자')]
    """
    raw = layout.text[span.start : span.end]
    found = _REPORTERS.search(raw) if len(raw) <= _BYLINE_MOST and raw.endswith("=") else None
    if found is None:
        return ()
    first, role = span.start + found.start("names"), found["role"].strip()
    last = span.start + found.end("role")
    names = list(_HANGUL_NAME.finditer(found["names"]))
    spans = [Span(first + name.start(), first + name.end()) for name in names]
    spans[-1] = Span(spans[-1].start, last)
    return tuple(
        Byline(name=name[0], role=role, raw=layout.text[place.start : place.end], span=place)
        for name, place in zip(names, spans, strict=True)
    )


def closing_byline(layout: Layout, span: Span) -> Byline | None:
    """The reporter whom the last sentence of a Korean broadcast's lead hands over to; the sentence stays body.

    >>> import nkdocs
    >>> text = "앵커: 쌀값이 내렸습니다. 서울에서 한솔 기자가 보도합니다."
    >>> closing_byline(nkdocs.lay_out(text), nkdocs.Span(0, len(text))).name
    '한솔'
    """
    first = max(span.start, span.end - _CLOSING)
    tail = layout.text[first : span.end]
    if not tail.endswith(("니다", "니다.")) or "가 " not in tail:
        return None
    start = tail.rfind(". ", 0, len(tail) - 1) + 1
    start += len(tail[start:]) - len(tail[start:].lstrip())
    found = _ANCHORED.fullmatch(tail, start)
    if found is None or found["name"] in _NOT_HANGUL_NAMES:
        return None
    place = Span(first + start, span.end)
    return Byline(name=found["name"], role=found["role"].strip(), raw=tail[start:], span=place)


def damaged_byline(raw: str) -> bool:
    """Whether a line is what is left of a byline whose names were dropped: ``, by , , and``, ``본사기자 |``.

    >>> damaged_byline(", by , , and"), damaged_byline("by train")
    (True, False)
    """
    return len(raw) <= _BYLINE_MOST and _DAMAGED.fullmatch(raw) is not None


def _author(raw: str) -> _Fields | None:
    """Name, role and affiliation of a line that says what its author is."""
    if _LEAD_IN.match(raw):
        return None
    korean = (
        _KOREAN_STAFF.fullmatch(raw) or _KOREAN.fullmatch(raw) or _ANCHORED.fullmatch(raw) or _SIGN_OFF.fullmatch(raw)
    )
    if korean:
        affiliation = _stripped(korean.groupdict().get("affiliation"))
        if korean["name"] in _NOT_HANGUL_NAMES:
            return None
        return korean["name"], korean["role"].strip(), None if affiliation in _HANGUL_PLACES else affiliation
    found = _NAME_ROLE.fullmatch(raw) or _EDITED.fullmatch(raw)
    if found is None or not person(found["name"]):
        return None
    return found["name"], _stripped(found["role"]), _stripped(found["affiliation"])


def _signed(raw: str) -> _Fields | None:
    """The same of a line that opens with "by"; a group is an affiliation without a name."""
    lead = _LEAD_IN.match(raw)
    if lead is None or _TURN.search(raw):
        return None
    who = _STAFF.sub("", raw[lead.end() :].rstrip("."))
    found = _BY.fullmatch(raw)
    named = found is not None and person(found["name"].rstrip("."))
    # "Han Sol of Border Ledger Press" has a group behind the name.
    if not (named and found is not None and found["outlet"]) and _GROUP.fullmatch(who):
        return None if _NO_GROUP.match(who) else (None, None, who)
    if found is None or not named:
        return None
    role, affiliation = _role_and_affiliation(found["role"])
    if affiliation and (" and " in affiliation or (person(affiliation) and not _NEWSROOM.search(affiliation))):
        return None  # other authors, or nobody can tell
    return found["name"].rstrip("."), role, found["outlet"] or affiliation


def _role_and_affiliation(words: str | None) -> tuple[str | None, str | None]:
    """``HRNK Research Intern`` is a role at an affiliation; ``staff reporter`` a role alone."""
    if words is None:
        return None, None
    words = words.strip(" .")
    special = _SPECIAL.match(words)
    if special is not None:
        return None, words[special.end() :]
    is_role = words.split()[-1].casefold() in _ROLE_WORDS
    owned = _OWNED_ROLE.fullmatch(words) if is_role else None
    if owned is not None and _NEWSROOM.search(owned["owner"]):
        return owned["role"], owned["owner"]
    first, _, rest = words.partition(" ")
    is_role = is_role or _OFFICE.fullmatch(rest if first.isupper() else words) is not None
    if is_role and rest and first.isupper() and len(first) > 1:
        return rest, first
    if is_role:
        return words, None
    return None, words if " " in words or words.isupper() else None


def _stripped(words: str | None) -> str | None:
    return words.strip() if words else None


def _parts(raw: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where each of several names stands."""
    for joint in _JOINT.finditer(raw, first, last):
        yield first, joint.start()
        first = joint.end()
    yield first, last


def bio(raw: str, span: Span, authors: Collection[str] = ()) -> Byline | None:
    """The text as the note on its author at the foot of an article, or None.

    "N is one of X's reporters" is one where X is a newsroom; "N is a reporter at X" only where N is one of
    ``authors``, since a report may say so of anyone. Either is one where it goes on to ask for questions.

    >>> found = bio("Han Sol is one of Border Ledger's staff reporters.", Span(0, 50))
    >>> found.name, found.role, found.affiliation
    ('Han Sol', 'staff reporter', 'Border Ledger')
    """
    if len(raw) > _BIO_MOST or not raw[:1].isupper() or (" is " not in raw[:_OPENING] and " as " not in raw[:_OPENING]):
        return None
    opening = raw[:_OPENING]
    known = bool(authors) and raw.startswith(tuple(authors))
    found = _ONE_OF.match(raw) if " one of " in opening else None
    if found and _PLACE_OWNER.match(found["owner"]) is None:
        name, role, affiliation = found["name"], found["roles"][:-1], found["owner"]
        sure = _NEWSROOM.search(affiliation) is not None or name in authors
    else:
        found = _IS_A.match(raw) if known or "uestions" in raw else None
        if found is None:
            return None
        name, role, affiliation = found["name"], found["role"], found["outlet"]
        sure = name in authors
    if role.split()[-1] not in _ROLE_WORDS or not (sure or _asks(raw, found.end())):
        return None
    return Byline(name=name, role=role, affiliation=affiliation, bio=raw, raw=raw, span=span)


def _asks(raw: str, first: int) -> bool:
    """Whether the next sentence asks for questions."""
    rest = raw[first:].lstrip(" .")
    return contact(rest, Span(0, len(rest))) is not None
