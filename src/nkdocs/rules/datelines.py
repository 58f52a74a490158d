"""Datelines: place, day and agency before the first sentence."""

import re
from typing import Final

from nkdocs.layout.block import Layout
from nkdocs.layout.context import EnrichContext, ParseContext
from nkdocs.records import Dateline, Span, When
from nkdocs.text.dates import read_when, resolve

__all__ = ["dateline"]

_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|"
    r"Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY: Final = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
# KCNA writes its dashes with and without blanks, copies turn two hyphens into one long dash.
_DASH: Final = r"\s*(?:-{1,3}|[—–―−=])"
_PLACE: Final = (
    r"(?P<place>[A-Z][\w.'’-]{1,30}(?:[ /][A-Z][\w.'’-]{1,30}){0,3}"
    r"(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)??)"
)
# Without a day a bracket after a place may hold another name of it: then only an agency known by name makes a dateline.
_AGENCY: Final = (
    r"(?:KCNA|Yonhap(?: News)?|AP|AFP|Reuters|Kyodo(?: News)?|Xinhua|(?:ITAR-)?TASS|UPI|[Dd][Pp][Aa]|Jiji(?: Press)?|"
    r"EFE|ANSA|CNA|IANS|PTI|Interfax|Sputnik|RIA Novosti|Bernama|Antara|VNA|Bloomberg|Newsis|News1|RFA|VOA|"
    r"Radio Free Asia|Voice of America|Rodong Sinmun|Daily NK|NK News|Korea Times|Korea Herald|Pyongyang Times|"
    r"Naenara|Uriminzokkiri|ASIAPRESS|Asia ?[Pp]ress|Arirang|KBS|MBC|SBS|YTN|CNN|BBC|ACN)"
)
_AGENCIES: Final = rf"{_AGENCY}(?:[-/ ]{{1,3}}{_AGENCY}){{0,2}}"
_NO_AGENCY: Final = (
    r"(?!(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b"
    r"|(?:Juche|Local|Korean|Seoul|Pyongyang|Beijing|Tokyo|Lunar)\b|(?:KST|PYT|GMT|UTC)\b)"
)
_HANGUL_PLACE: Final = r"(?P<place>[가-힣]{2,6}(?:[·/,] ?[가-힣]{2,6}){0,2})"
_HANGUL_AGENCY: Final = (
    r"(?P<agency>[가-힣]{0,8}(?:통신사?|뉴스1?|뉴시스|일보|신문|방송)|데일리 ?NK|YTN|KBS|MBC|SBS|VOA|RFA)"
)
_REPORTERS: Final = r"(?:\s*[가-힣]{2,4}(?:[ ·,]{1,2}[가-힣]{2,4}){0,3} ?(?:[가-힣]{2})?(?:기자|특파원)\s*=(?=\s|\Z))"
_IDEOGRAPHIC_AGENCY: Final = (
    r"(?P<agency>朝鮮中央通信|朝鲜中央通讯社|朝鮮通信|聯合ニュース|共同(?:通信)?|時事(?:通信)?|新華社"
    r"|ロイター(?:通信)?|タス通信|KCNA|AP|AFP)"
)
_IDEOGRAPHIC_DAY: Final = r"(?P<when>\d{1,2}月\d{1,2}日)"
_LATIN: Final = (
    # Pyongyang, March 2 (KCNA) --      SEOUL, Nov. 6 (Border Ledger) --
    re.compile(_PLACE + rf", (?P<when>{_DAY}) ?\({_NO_AGENCY}(?P<agency>[A-Z][\w ./-]{{1,40}})\){_DASH}"),
    # TOKYO, Sept. 1 (Kyodo) The ...
    re.compile(_PLACE + rf", (?P<when>{_DAY}) ?\((?P<agency>{_AGENCIES})\)(?=\s+[A-Z\"“‘'\d]|\Z)"),
    # SEOUL (Yonhap) --
    re.compile(_PLACE + rf" ?\((?P<agency>{_AGENCIES})\){_DASH}"),
)
_BRACKETED: Final = (
    # (서울=연합뉴스)      [평양=조선중앙통신]      (서울=연합뉴스) 한솔 기자 =
    re.compile(rf"[(\[【]{_HANGUL_PLACE}\s?=\s?{_HANGUL_AGENCY}[)\]】](?:{_REPORTERS}|\s*=(?=\s))?"),
    # (평양 3월 2일발 조선중앙통신)
    re.compile(
        r"[(\[【](?P<place>[가-힣]{2,4})\s?(?P<when>\d{1,2}월 ?\d{1,2}일) ?발? ?"
        r"(?P<agency>[가-힣]{0,8}통신사?)[)\]】](?:\s*=(?=\s))?"
    ),
    # 【平壌3月2日発朝鮮中央通信】      【ソウル聯合ニュース】      （平壌＝共同）
    re.compile(
        rf"[【\[(（［](?P<place>[一-龯ァ-ヶー]{{2,6}}?)(?:{_IDEOGRAPHIC_DAY}(?:発|电|電)?)?[ 　=＝]?"
        rf"{_IDEOGRAPHIC_AGENCY}[】\])）］]"
    ),
)
_IDEOGRAPHIC: Final = (
    # 朝中社平壤3月2日电      新华社平壤3月2日电（记者韩松）
    re.compile(
        r"[（(【]?(?P<agency>朝中社|新华社|新華社|中新社|韩联社|韓聯社|中央社)(?P<place>[一-龯]{2,4}?)"
        rf"{_IDEOGRAPHIC_DAY}[电電](?:[（(]记者[^（）()]{{1,20}}[）)])?[】）)]?"
    ),
)
_OPENERS: Final = frozenset("([【（［")
_AGENCY_OPENERS: Final = frozenset("朝新中韩韓")
_OTHER_OPENERS: Final = _OPENERS | _AGENCY_OPENERS
_HEAD: Final = 120


def dateline(layout: Layout, span: Span, ctx: ParseContext | EnrichContext | None = None) -> Dateline | None:
    """The dateline that opens the slice, or None; its span ends before the first sentence.

    A reporter named inside it (``(서울=연합뉴스) 한솔 기자 =``) belongs to its span: ``dateline_bylines`` reads him.
    A day without a year is resolved against the publication or capture time of ``ctx``, else left without bounds.

    >>> import nkdocs
    >>> layout = nkdocs.lay_out("Pyongyang, March 2 (KCNA) -- A meeting took place.")
    >>> found = dateline(layout, layout.blocks[0].span)
    >>> found.place, found.agency, found.when.edtf
    ('Pyongyang', 'KCNA', 'XXXX-03-02')
    """
    start = span.start
    head = layout.text[start : start + _HEAD]
    if "(" not in head and head[:1] not in _OTHER_OPENERS:
        return None
    raw = head[: span.end - start]
    for form in _forms(raw):
        found = form.match(raw)
        if found:
            return Dateline(
                place=found["place"],
                agency=found["agency"],
                when=_when(found, start, ctx),
                raw=found[0],
                span=Span(start, start + found.end()),
            )
    return None


def _forms(raw: str) -> tuple[re.Pattern[str], ...]:
    """The forms that a text with these first characters may have."""
    if "(" in raw and raw[0].isupper():
        return _LATIN
    if raw[:1] in _OPENERS:
        return (*_BRACKETED, *_IDEOGRAPHIC)
    return _IDEOGRAPHIC if raw[:1] in _AGENCY_OPENERS else ()


def _when(found: re.Match[str], start: int, ctx: ParseContext | EnrichContext | None) -> When | None:
    """The day of the dateline, resolved where there is something to resolve it against."""
    if "when" not in found.re.groupindex or found["when"] is None:
        return None
    when = read_when(found["when"], Span(start + found.start("when"), start + found.end("when")))
    if when is None or when.earliest is not None or ctx is None:
        return when
    hint = ctx.published_hint
    reference = hint.latest if hint is not None and hint.latest is not None else ctx.captured
    return resolve(when, reference) if reference is not None else when
